import { count, dateAndTime, shortDate, timeOfDay, timeSpan } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Invitations and answers, as a kader sees them. */

export const menu = 'Acara yang akan datang';
export const key = '📅 Agenda';

export const choices = {
  HADIR: 'Hadir',
  TIDAK_HADIR: 'Tidak hadir',
  IZIN: 'Izin',
} as const;

const marks = { HADIR: '✅', TIDAK_HADIR: '❌', IZIN: '🙏' } as const;

export const labels = {
  chosen: (label: string) => `✔️ ${label}`,
  withoutReason: 'Tanpa alasan: Tidak hadir',
  back: '⬅️ Kembali',
  backToAgenda: '⬅️ Agenda',
  openInvitation: (at: Date, title: string) => `${shortDate(at)} · ${title}`,
};

/** Reasons offered as buttons; the words are kept as the reason. */
export const reasons = {
  sick: 'Sakit',
  work: 'Kerja',
  family: 'Acara keluarga',
  other: 'Urusan lain',
} as const;

export interface EventLines {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
}

export interface AnswerGiven {
  choice: keyof typeof choices;
  reason: string | null;
  /** Who recorded it, where the kader did not. */
  recordedBy?: string;
}

/** Title, time and place: the head of everything that is said about an event. */
function eventHead({ title, startsAt, endsAt, place }: EventLines): Html {
  return lines(html`<b>${title}</b>`, '', html`🗓 ${timeSpan(startsAt, endsAt)}`, html`📍 ${place}`);
}

/** `✅ Hadir`, `🙏 Izin: anak sakit (dicatat oleh Bu Ani)`; silent: `Belum dijawab`. */
export function answerLine(answer: AnswerGiven | null): Html {
  if (answer === null) return html`<i>Belum dijawab</i>`;
  const { choice, reason, recordedBy } = answer;
  const label = html`${marks[choice]} <b>${choices[choice]}</b>`;
  const said = reason === null ? label : html`${label}: ${reason}`;
  return recordedBy === undefined ? said : html`${said} <i>(dicatat oleh ${recordedBy})</i>`;
}

/** That somebody came, as which in order of arrival. */
export interface CameAs {
  at: Date;
  number: number;
}

function cameLine({ at, number }: CameAs): Html {
  return html`✅ <b>Tercatat hadir ${timeOfDay(at)}, nomor urut ${number}</b>`;
}

/** What can still be done with an invitation. */
export type Answering =
  | { window: 'open' }
  | { window: 'closed'; contact: Contact | null }
  | { window: 'over' | 'cancelled' }
  | { window: 'came'; came: CameAs };

/** Whom a kader may call: a coordinator. */
export interface Contact {
  name: string;
  phone: string | null;
}

/** An invitation with the answer that counts and what can be done now. */
export function invitation(
  event: EventLines & { answerDeadline: Date },
  answer: AnswerGiven | null,
  answering: Answering,
): Html {
  return lines(
    answering.window === 'cancelled' ? html`❗️ <b>Acara ini dibatalkan</b>` : html`📩 Undangan`,
    eventHead(event),
    '',
    answer !== null && html`Jawaban Bapak/Ibu: ${answerLine(answer)}`,
    standing(event.answerDeadline, answer, answering),
  );
}

function standing(deadline: Date, answer: AnswerGiven | null, answering: Answering): Html {
  switch (answering.window) {
    case 'open':
      return answer === null
        ? html`Mohon dijawab paling lambat ${dateAndTime(deadline)}.`
        : html`Bisa diubah sampai ${dateAndTime(deadline)}.`;
    case 'closed':
      return closed(deadline, answering.contact);
    case 'over':
      return html`Acara ini sudah selesai.`;
    case 'came':
      return cameLine(answering.came);
    case 'cancelled':
      return html`Bapak/Ibu tidak perlu datang.`;
  }
}

function closed(deadline: Date, contact: Contact | null): Html {
  return lines(
    html`Batas jawab sudah lewat (${dateAndTime(deadline)}).`,
    html`Kalau ada perubahan, mohon hubungi ${whom(contact)}.`,
  );
}

function whom(contact: Contact | null): Html {
  if (contact === null) return html`petugas Dinsos`;
  return contact.phone === null
    ? html`koordinator, ${contact.name}`
    : html`koordinator, ${contact.name}, ${contact.phone}`;
}

/** Said to somebody who presses a button of an event without being invited. */
export function notInvited(contact: Contact | null): Html {
  return lines(
    html`Nama Bapak/Ibu tidak ada di daftar undangan acara ini.`,
    html`Kalau merasa seharusnya diundang, mohon hubungi ${whom(contact)}.`,
  );
}

/** The receipt for an answer in somebody's own words. */
export function replyNoted(title: string, answer: AnswerGiven): Html {
  return lines(
    html`Dicatat untuk <b>${title}</b>: ${answerLine(answer)}.`,
    html`Salah? Tekan yang benar.`,
  );
}

/** For words that are no answer, by what they seem to be. */
export const replyAsked = {
  unsure: ({ title, answerDeadline }: { title: string; answerDeadline: Date }): Html =>
    lines(
      html`Baik, untuk <b>${title}</b> belum saya catat.`,
      html`Kalau sudah pasti, tekan salah satu tombol. Ditunggu sampai ${dateAndTime(answerDeadline)}.`,
    ),
  question: (event: EventLines, _answer: AnswerGiven | null, contact: Contact | null): Html =>
    lines(
      html`Ini keterangan acaranya:`,
      '',
      eventHead(event),
      '',
      html`Belum terjawab? Silakan tanya ${whom(contact)}.`,
    ),
  other: ({ title }: { title: string }, answer: AnswerGiven | null): Html =>
    answer === null
      ? html`Kalau itu jawaban untuk undangan <b>${title}</b>, mohon tekan salah satu tombol.`
      : html`Jawaban Bapak/Ibu untuk <b>${title}</b> tetap ${answerLine(answer)}. Mau diubah? Tekan tombolnya.`,
};

export const whichEvent = html`Ada beberapa undangan. Jawaban Bapak/Ibu untuk acara yang mana?`;

export function askReason(title: string): Html {
  return lines(
    html`🙏 Izin tidak hadir di <b>${title}</b>`,
    '',
    html`Apa alasannya? Pilih di bawah, atau ketik sendiri.`,
  );
}

/** Help for what cannot be a reason. */
export const reasonHelp = {
  empty: html`Mohon alasan izinnya <b>diketik</b> dengan kata-kata, atau pilih salah satu tombol.`,
  too_short: html`Alasannya belum jelas. Mohon ditulis sedikit lebih lengkap, misalnya: <i>anak sakit</i>.`,
  too_long: html`Alasannya terlalu panjang. Mohon ditulis singkat saja, misalnya: <i>ada acara keluarga</i>.`,
  not_a_reason: html`Itu belum saya catat sebagai alasan izin. Mohon pilih salah satu tombol, atau ketik alasannya, misalnya: <i>anak sakit</i>.`,
};

export function reasonTooLate(title: string): Html {
  return html`Tadi Bapak/Ibu menekan <b>Izin</b> untuk <b>${title}</b>, tetapi alasannya belum diisi, jadi belum saya catat. Kalau masih mau izin, pilih alasannya:`;
}

export function reasonNoted(title: string, answer: AnswerGiven): Html {
  return html`Dicatat untuk <b>${title}</b>: ${answerLine(answer)}. Terima kasih.`;
}

export const agendaEmpty = lines(
  html`Belum ada acara yang akan datang untuk Bapak/Ibu.`,
  html`Kalau ada undangan baru, saya langsung kabari di sini.`,
);

export interface AgendaEntry extends EventLines {
  answer: AnswerGiven | null;
  came: CameAs | null;
}

export function agenda(entries: AgendaEntry[], total: number): Html {
  return lines(
    html`<b>Agenda Bapak/Ibu</b> (${count(total)} acara)`,
    ...entries.flatMap((entry) => [
      '',
      html`<b>${entry.title}</b>`,
      html`🗓 ${timeSpan(entry.startsAt, entry.endsAt)}`,
      html`📍 ${entry.place}`,
      entry.came === null ? html`Jawaban: ${answerLine(entry.answer)}` : cameLine(entry.came),
    ]),
    '',
    html`Tekan acaranya untuk menjawab atau mengubah jawaban.`,
  );
}

/** Told to the invited when time or place changes after the invitations went out. */
export function changed(
  event: EventLines & { answerDeadline: Date },
  answer: AnswerGiven | null,
  open: boolean,
): Html {
  return lines(
    html`❗️ <b>Ada perubahan acara</b>`,
    html`Mohon perhatikan waktu dan tempat yang baru.`,
    '',
    eventHead(event),
    '',
    answer !== null && html`Jawaban Bapak/Ibu tetap: ${answerLine(answer)}`,
    whatNow(event.answerDeadline, answer, open),
  );
}

function whatNow(deadline: Date, answer: AnswerGiven | null, open: boolean): Html {
  if (!open) return html`Kalau ada perubahan, mohon hubungi koordinator Bapak/Ibu.`;
  return answer === null
    ? html`Mohon dijawab paling lambat ${dateAndTime(deadline)}.`
    : html`Bisa diubah sampai ${dateAndTime(deadline)}.`;
}

/** Told to the invited when the event is cancelled. */
export function cancelled(event: EventLines): Html {
  return lines(
    html`❗️ <b>Acara dibatalkan</b>`,
    eventHead(event),
    '',
    html`Bapak/Ibu tidak perlu datang. Mohon maaf atas perubahannya.`,
  );
}
