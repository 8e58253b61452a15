import { dateAndTime, timeOfDay } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Reminders of an event. */

export const labels = { myAnswer: 'Lihat atau ubah jawaban saya' };

export interface RemindedOf {
  title: string;
  startsAt: Date;
  place: string;
  answerDeadline: Date;
}

function when(event: RemindedOf, day: 'Besok' | 'Hari ini'): Html {
  return lines(
    html`<b>${event.title}</b>`,
    '',
    html`🗓 ${day}, ${dateAndTime(event.startsAt)}`,
    html`📍 ${event.place}`,
  );
}

/** To those who come, the evening before. */
export function evening(event: RemindedOf): Html {
  return lines(
    html`🔔 <b>Besok ada acara</b>`,
    when(event, 'Besok'),
    '',
    html`Bapak/Ibu sudah menjawab <b>Hadir</b>. Sampai jumpa besok!`,
  );
}

/** To those who come, on the day itself. */
export function morning(event: RemindedOf): Html {
  return lines(
    html`🔔 <b>Acara hari ini pukul ${timeOfDay(event.startsAt)}</b>`,
    when(event, 'Hari ini'),
    '',
    html`Kami tunggu kehadiran Bapak/Ibu. Hati-hati di jalan.`,
  );
}

/** To the silent, a day before the deadline. */
export function deadline(event: RemindedOf): Html {
  return lines(
    html`🔔 <b>Mohon jawab undangan ini</b>`,
    invitationFacts(event),
    '',
    html`Apakah Bapak/Ibu bisa hadir? Mohon dijawab paling lambat <b>${dateAndTime(event.answerDeadline)}</b>.`,
  );
}

/** To the silent, for the last time. */
export function lastCall(event: RemindedOf): Html {
  return lines(
    html`⏰ <b>Batas jawab sebentar lagi</b>`,
    invitationFacts(event),
    '',
    html`Jawaban Bapak/Ibu ditunggu sampai <b>${dateAndTime(event.answerDeadline)}</b>. Cukup tekan satu tombol.`,
  );
}

function invitationFacts(event: RemindedOf): Html {
  return lines(
    html`<b>${event.title}</b>`,
    '',
    html`🗓 ${dateAndTime(event.startsAt)}`,
    html`📍 ${event.place}`,
  );
}
