/** Why a typed text cannot be somebody's name. */
type NameFault = 'empty' | 'number' | 'symbols' | 'short' | 'long' | 'sentence';

/** A name, or why it is none. */
export type NameReading = { ok: true; name: string } | { ok: false; reason: NameFault };

const fewestLetters = 3;
const mostCharacters = 60;
const mostWords = 9;

/** "Nama saya ", "Nama lengkap: ", "Saya ", "Ibu ": what is said before a name and is no part of it. */
const introduction =
  /^(?:nama(?:\s+lengkap)?(?:\s+saya)?(?:\s+adalah|\s*[:=])?\s+|saya\s+(?:bernama\s+|adalah\s+)?)?(?:(?:ibu|bu|bapak|bpk|pak)\b\.?\s+)?/i;

/** Letters of any script, with what stands between and behind them: "Hj. Nur'aini, S.Sos.", "Siti-Aminah". */
const nameCharacters = /^[\p{L}\p{M}\s.,'’`-]+$/u;

/** Words that make a sentence or a reply and occur in no name. */
const sentenceWords = new Set(
  (
    'saya aku kami anda kamu mau ingin minta tolong mohon daftar mendaftar terdaftar bagaimana gimana kenapa ' +
    'mengapa apa apakah kapan dimana siapa yang ini itu untuk dengan dari tidak tdk gak ga nggak belum sudah ' +
    'udah bisa boleh siap iya ya ok oke baik terima kasih makasih maaf selamat pagi siang sore malam halo hai ' +
    'assalamualaikum waalaikumsalam izin ijin hadir nomor nomer nama batal bantuan lupa salah benar bukan'
  ).split(' '),
);

/**
 * Reads a typed name. "Nama saya Siti Aminah" is Siti Aminah; titles stay, since they belong to the roster.
 * What has digits, signs that no name has, or the words of a sentence is refused with the reason.
 */
export function readName(said: string): NameReading {
  const text = said.trim();
  if (text === '') return { ok: false, reason: 'empty' };
  if (/\d/.test(text)) return { ok: false, reason: 'number' };
  if (text.includes('\n')) return { ok: false, reason: 'sentence' };
  const name = text.replace(introduction, '').replace(/\s+/g, ' ').trim();
  if (!nameCharacters.test(name)) return { ok: false, reason: 'symbols' };
  const words = name.toLowerCase().split(/[\s,]+/);
  if (words.some((word) => sentenceWords.has(word.replace(/[^\p{L}]/gu, ''))))
    return { ok: false, reason: 'sentence' };
  if ((name.match(/\p{L}/gu) ?? []).length < fewestLetters) return { ok: false, reason: 'short' };
  if (name.length > mostCharacters || words.length > mostWords)
    return { ok: false, reason: 'long' };
  return { ok: true, name };
}
