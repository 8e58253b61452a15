import { count, dateAndTime, shortDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type AnswerGiven, answerLine, type Contact } from './attendance.ts';

/** Answers that coordinators and staff record for others, and what the kader hears of it. */

export const menu = 'Catat jawaban untuk kader lain';

export const labels = {
  event: (at: Date, title: string) => `${shortDate(at)} · ${title}`,
  person: (name: string, area: string) => `${name} · ${area}`,
  record: '✍️ Catat jawaban',
  someoneElse: '✍️ Orang lain',
  back: '⬅️ Kembali',
  otherEvents: '⬅️ Acara lain',
  done: '✅ Selesai mencatat',
};

export const chooseEvent = html`<b>Catat jawaban untuk acara yang mana?</b>`;

export const noEvents = lines(
  html`Belum ada acara yang jawabannya bisa dicatat di wilayah Bapak/Ibu.`,
  html`Setelah undangan dikirim, jawaban kader bisa dicatat di sini.`,
);

export const refusals = {
  unknown: html`Undangan itu tidak ditemukan. Pilih acara lain: /catat`,
  over: html`Acara ini sudah selesai, jadi jawabannya tidak bisa dicatat lagi. Acara lain: /catat`,
  cancelled: html`Acara ini sudah dibatalkan, jadi tidak ada yang perlu dicatat. Acara lain: /catat`,
  nobody_invited: html`Tidak ada kader di wilayah Bapak/Ibu yang diundang ke acara ini. Acara lain: /catat`,
  not_here: html`Kader itu tidak ada di wilayah Bapak/Ibu, jadi jawabannya tidak bisa dicatat. Pilih yang lain: /catat`,
};

export interface RecordedEvent {
  title: string;
  startsAt: Date;
  answerDeadline: Date;
}

/** Asks for whom; `unasked` is how many silent people the bot cannot ask itself. */
export function chooseWho(event: RecordedEvent, window: 'open' | 'closed', unasked: number): Html {
  return lines(
    eventHead(event, window),
    '',
    html`<b>Jawaban siapa yang dicatat?</b>`,
    html`Ketik awal namanya, misalnya <i>sit am</i>.`,
    unasked > 0
      ? html`Atau pilih di bawah: ${count(unasked)} orang belum menjawab dan tidak terjangkau bot.`
      : html`Semua yang tidak terjangkau bot sudah ada jawabannya. 👍`,
  );
}

/** What a typed name led to. */
export function found(typed: string, people: number, shown: number): Html {
  if (people === 0)
    return lines(
      html`Tidak ada undangan di wilayah Bapak/Ibu untuk nama yang diawali "${typed}".`,
      html`Coba ketik awal nama yang lain, atau tekan Selesai mencatat.`,
    );
  return people > shown
    ? html`Ada ${count(people)} orang yang cocok dengan "${typed}". Ini ${count(shown)} yang pertama; ketik lebih lengkap supaya ketemu.`
    : html`Jawaban siapa yang dicatat?`;
}

export const typeName = html`Mohon <b>diketik</b> awal namanya, atau pilih salah satu tombol.`;

export interface RecordedPerson {
  name: string;
  jabatan: string;
  area: string;
  phone: string | null;
  answer: AnswerGiven | null;
}

export function personCard(
  event: RecordedEvent,
  window: 'open' | 'closed',
  person: RecordedPerson,
): Html {
  return lines(
    eventHead(event, window),
    '',
    html`<b>${person.name}</b>, ${person.jabatan}, ${person.area}`,
    html`📞 ${person.phone ?? 'tanpa nomor HP'}`,
    html`Jawaban sekarang: ${answerLine(person.answer)}`,
    '',
    html`Apa jawabannya?`,
  );
}

export function askReason(name: string): Html {
  return lines(
    html`🙏 Izin untuk <b>${name}</b>`,
    '',
    html`Apa alasannya? Pilih di bawah, atau ketik sendiri.`,
  );
}

export function reasonTooLate(name: string): Html {
  return html`Tadi Bapak/Ibu menekan <b>Izin</b> untuk <b>${name}</b>, tetapi alasannya belum diisi, jadi belum saya catat. Kalau masih perlu, pilih alasannya:`;
}

export function recorded(
  event: RecordedEvent,
  window: 'open' | 'closed',
  { name, answer }: RecordedPerson,
  { isNew, told }: { isNew: boolean; told: boolean },
): Html {
  return lines(
    isNew
      ? html`Dicatat untuk <b>${name}</b>: ${answerLine(answer)}.`
      : html`Jawaban <b>${name}</b> memang sudah ${answerLine(answer)}.`,
    html`Acara: ${event.title}`,
    isNew && window === 'closed' && html`Batas jawab sudah lewat, tetapi tetap saya catat.`,
    told && html`${name} saya kabari di Telegram.`,
    '',
    html`Salah? Tekan yang benar. Untuk orang lain, ketik saja awal namanya.`,
  );
}

export const done = html`Selesai. Yang sudah dicatat tetap tersimpan. Lihat hasilnya di /rekap.`;

export const closedAfterLong = html`Pencatatan jawaban tadi sudah saya tutup karena lama tidak dipakai. Kalau mau lanjut: /catat`;

function eventHead({ title, startsAt, answerDeadline }: RecordedEvent, window: 'open' | 'closed') {
  return lines(
    html`✍️ <b>${title}</b>`,
    html`🗓 ${dateAndTime(startsAt)}`,
    window === 'closed' &&
      html`Batas jawab sudah lewat (${dateAndTime(answerDeadline)}), tetapi Bapak/Ibu masih bisa mencatat.`,
  );
}

/** To the kader whose answer somebody recorded. */
export function told(
  event: RecordedEvent,
  answer: AnswerGiven,
  window: 'open' | 'closed',
  recorder: Contact,
): Html {
  const { recordedBy: _, ...given } = answer;
  return lines(
    html`✍️ ${recorder.name} mencatat jawaban Bapak/Ibu untuk <b>${event.title}</b>:`,
    answerLine(given),
    '',
    window === 'open'
      ? html`Salah? Tekan yang benar.`
      : html`Salah? Mohon hubungi ${recorder.phone === null ? recorder.name : `${recorder.name}, ${recorder.phone}`}.`,
  );
}
