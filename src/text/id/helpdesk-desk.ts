import { count, monthOf, shortDate, timeOfDay } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import {
  excerpt,
  type MediaKind,
  said,
  subject,
  type TicketKind,
  type TicketState,
} from './helpdesk.ts';
import { type RecordWords, record } from './helpdesk-dispute.ts';
import { type Status, statusWords } from './incentive.ts';

/** Questions as the office sees them. */

export const listMenu = 'Pertanyaan kader yang belum selesai';
export const listKey = '🎫 Tiket';

export const labels = {
  take: '🙋 Ambil',
  takeOver: '🙋 Ambil alih',
  answer: '✍️ Jawab',
  canned: '📚 Jawaban siap pakai',
  close: '☑️ Tutup',
  reopen: 'Buka lagi',
  whole: '📜 Seluruh percakapan',
  list: '🎫 Semua tiket',
  sendCanned: '✅ Kirim jawaban ini',
  otherCanned: '⬅️ Jawaban lain',
  filters: { all: 'Semua', free: 'Belum diambil', mine: 'Punya saya' },
  chosen: (label: string) => `• ${label}`,
  entry: (ticketId: number, name: string, age: string) =>
    `#${ticketId} ${excerpt(name, 24)} · ${age}`,
};

export interface CardWords {
  id: number;
  kind: TicketKind;
  period: string | null;
  status: TicketState;
  /** `Siti Aminah, PSM Kelurahan Cimone` */
  person: string;
  /** Masked. */
  phone: string | null;
  reachable: boolean;
  takenBy: string | null;
  /** What is recorded of the doubted month, and where it came from. */
  facts: { record: RecordWords | null; file: string | null } | null;
  event: { title: string; startsAt: Date; answer: string | null } | null;
  month: { period: string; amount: number; status: Status } | null;
  thread: readonly WordsLine[];
  /** How many earlier ones are not shown. */
  omitted: number;
  /** `3 hari`; null while no answer is owed. */
  waiting: string | null;
  /** Of a closed one; by name where it was whoever looked after it. */
  closedBy: { who: 'asker' | 'office' | 'silence'; name: string | null };
}

export interface WordsLine {
  fromOffice: boolean;
  by: string | null;
  text: string;
  media: MediaKind | null;
  at: Date;
}

const news = {
  new: '🆕',
  reply: '↩️ Balasan baru:',
  reopened: '🔁 Dibuka lagi:',
};

export function card(words: CardWords, why: keyof typeof news | null): Html {
  const { id, kind, period, person, phone, reachable, facts, event, month, thread } = words;
  return lines(
    html`${why === null ? '🎫' : news[why]} <b>Tiket #${id}</b> · ${subject(kind, period)}`,
    html`<b>${person}</b>${phone === null ? '' : `, ${phone}`}`,
    !reachable && html`⚠️ Tidak bisa dihubungi lewat bot.`,
    facts !== null && html`💰 Catatan: ${record(facts.record)}`,
    facts !== null && facts.file !== null && html`Dari berkas ${facts.file}`,
    '',
    words.omitted > 0 && html`<i>(${count(words.omitted)} pesan sebelumnya tidak ditampilkan)</i>`,
    ...thread.map(wordsLine),
    thread.length === 0 && html`<i>Tanpa penjelasan.</i>`,
    '',
    event !== null &&
      html`<i>Undangan: ${event.title}, ${shortDate(event.startsAt)}, ${event.answer ?? 'belum menjawab'}</i>`,
    month !== null &&
      html`<i>Insentif terakhir: ${monthOf(month.period)}, ${statusWords[month.status]}</i>`,
    stateLine(words),
  );
}

/** Everything said, for whoever wants to read it all. */
export function wholeThread(id: number, person: string, thread: readonly WordsLine[]): Html {
  return lines(
    html`📜 <b>Tiket #${id}</b> · ${person}`,
    ...thread.flatMap((line) => ['', wordsLine(line)]),
  );
}

function wordsLine({ fromOffice, by, text, media, at }: WordsLine): Html {
  const who = fromOffice ? `Dinsos${by === null ? '' : ` (${by})`}` : 'Penanya';
  return html`<b>${who}</b>, ${shortDate(at)} ${timeOfDay(at)}: ${said(text, media)}`;
}

function stateLine({ status, takenBy, waiting, closedBy }: CardWords): Html {
  const taker = takenBy === null ? 'Belum diambil' : `Diambil ${takenBy}`;
  if (status === 'CLOSED')
    return html`☑️ ${closings[closedBy.who]}${closedBy.name === null ? '' : ` (${closedBy.name})`}.`;
  if (status === 'ANSWERED') return html`💬 Sudah dijawab. ${taker}.`;
  return lines(
    html`⏳ ${waiting === justNow ? 'Baru masuk' : `Menunggu ${waiting ?? 'jawaban'}`}. ${taker}.`,
    html`Balas pesan ini untuk menjawab.`,
  );
}

const closings = {
  asker: 'Ditutup penanya',
  office: 'Ditutup petugas',
  silence: 'Selesai, 7 hari tanpa balasan',
};

const justNow = 'baru saja';

/** Time without an answer: `baru saja`, `25 menit`, `3 jam`, `3 hari`. */
export function age(since: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - since.getTime()) / 60_000));
  if (minutes < 1) return justNow;
  if (minutes < 60) return `${minutes} menit`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} jam`;
  return `${count(Math.floor(minutes / (24 * 60)))} hari`;
}

export const answered = 'sudah dijawab';

export function listHead(filter: string, total: number): Html {
  return total === 0
    ? html`🎫 <b>Tiket: ${filter}</b>\nTidak ada. Semua sudah beres 👍`
    : html`🎫 <b>Tiket: ${filter}</b>\n${count(total)} belum selesai, yang paling lama menunggu di atas.`;
}

// ── what staff are told about their deeds ──────────────────────────────────

export function prompt(
  id: number,
  person: string,
  staff: { name: string; telegramId: number },
): Html {
  return lines(
    html`✍️ <a href="tg://user?id=${staff.telegramId}">${staff.name}</a>, tulis jawaban untuk <b>${person}</b> (tiket #${id}) dengan <b>membalas pesan ini</b>.`,
  );
}

export const promptPlaceholder = 'Tulis jawaban…';

export function sent(id: number, person: string, hidden: boolean): Html {
  return lines(
    html`✅ Jawaban dikirim ke <b>${person}</b> (tiket #${id}).`,
    hidden && html`Nomor panjang di jawaban itu saya sembunyikan.`,
  );
}

/** The person has blocked the bot, so the answer waits for them. */
export function sentUnreachable(id: number, person: string, phone: string | null): Html {
  return lines(
    html`⚠️ Jawaban tiket #${id} tersimpan, tetapi <b>${person}</b> tidak bisa dihubungi lewat bot.`,
    callInstead(phone),
  );
}

/** @param reachable it was the message that failed, and not the way to the person */
export function undelivered(
  id: number,
  person: string,
  { phone, reachable }: { phone: string | null; reachable: boolean },
): Html {
  if (reachable)
    return html`⚠️ Pesan untuk tiket #${id} tidak sampai ke <b>${person}</b>. Mohon dikirim sekali lagi.`;
  return lines(
    html`⚠️ Pesan untuk tiket #${id} tidak sampai: <b>${person}</b> tidak bisa dihubungi lewat bot.`,
    callInstead(phone),
  );
}

function callInstead(phone: string | null): Html {
  return phone === null
    ? html`Nomor teleponnya tidak ada di data.`
    : html`Mohon ditelepon saja: ${phone}`;
}

/** @param taker the staff member by name: in the group, all of them read it */
export function taken(id: number, person: string, taker: string): Html {
  return html`🙋 ${taker}, tiket #${id} dari <b>${person}</b> sekarang tugas Bapak/Ibu. Balas kartunya untuk menjawab.`;
}

export function closed(id: number): Html {
  return html`☑️ Tiket #${id} ditutup.`;
}

export function reopened(id: number): Html {
  return html`Tiket #${id} dibuka lagi.`;
}

/** Why it was not done; nothing was sent to anybody. */
export const refusals = {
  unknown: (): Html => html`Tiket itu tidak ada. Tidak ada yang saya kirim.`,
  closed: (id: number): Html => html`Tiket #${id} sudah ditutup, jadi tidak ada yang saya kirim.`,
  taken: (id: number, by: string | null): Html =>
    html`Tiket #${id} sedang ditangani <b>${by ?? 'petugas lain'}</b>, jadi tidak ada yang saya kirim.`,
};

export const notACard = html`Pesan itu bukan kartu tiket, jadi tidak saya teruskan ke siapa pun. Mohon balas kartu tiketnya.`;
export const officeOnly = html`Maaf, tiket hanya dijawab petugas Dinsos, jadi tidak saya teruskan.`;

/** Why an answer cannot be passed on. */
export const unusable = {
  empty: html`Jawabannya kosong, jadi tidak ada yang saya kirim.`,
  unsupported: html`Itu tidak bisa saya teruskan. Mohon dijawab dengan tulisan, foto, atau berkas.`,
  too_long: html`Jawabannya terlalu panjang, jadi belum saya kirim. Mohon dibagi menjadi dua.`,
};

export const groupLost = lines(
  html`⚠️ Grup layanan tidak bisa saya kirimi pesan, jadi tiket datang ke chat pribadi petugas.`,
  html`Mohon admin memeriksa apakah bot masih ada di grup itu.`,
);

export function waitingReminder(
  oldest: readonly { id: number; person: string; age: string; takenBy: string | null }[],
  total: number,
): Html {
  const more = total - oldest.length;
  return lines(
    html`⏰ <b>${count(total)} tiket sudah lama menunggu jawaban</b>`,
    '',
    ...oldest.map(
      ({ id, person, age: waited, takenBy }) =>
        html`#${id} ${person}, ${waited} (${takenBy ?? 'belum diambil'})`,
    ),
    more > 0 && html`… dan ${count(more)} lagi.`,
    '',
    html`Lihat semuanya: /tiket`,
  );
}
