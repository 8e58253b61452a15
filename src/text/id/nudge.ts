import { count, dateAndTime, timeOfDay } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Nudging the silent: what coordinators press, and what the silent get. */

export const labels = {
  nudge: (people: number) => `🔔 Ingatkan yang belum (${count(people)})`,
  confirm: (people: number) => `🔔 Ya, ingatkan ${count(people)} orang`,
  back: '⬅️ Kembali',
};

export interface NudgedEvent {
  title: string;
  startsAt: Date;
  place: string;
  answerDeadline: Date;
}

/** Who cannot be nudged now, by why. */
export interface LeftOut {
  /** Nudged today already. */
  already: number;
  /** Without Telegram, or not reachable there. */
  unreachable: number;
}

/** Asks back; `dueAt` is set when it waits for the morning. */
export function confirm(
  { title }: NudgedEvent,
  people: number,
  leftOut: LeftOut,
  dueAt: Date | null,
): Html {
  return lines(
    html`🔔 <b>${title}</b>`,
    html`Ingatkan <b>${count(people)} orang</b> di wilayah Bapak/Ibu yang belum menjawab?`,
    '',
    dueAt !== null && waiting(dueAt),
    ...leftOutLines(leftOut),
  );
}

export function done(
  { title }: NudgedEvent,
  people: number,
  leftOut: LeftOut,
  dueAt: Date | null,
): Html {
  return lines(
    html`🔔 <b>${title}</b>`,
    dueAt === null
      ? html`<b>${count(people)} orang</b> yang belum menjawab sedang diingatkan.`
      : html`<b>${count(people)} orang</b> yang belum menjawab akan diingatkan ${dateAndTime(dueAt)}. Yang menjawab sebelum itu tidak diganggu.`,
    ...leftOutLines(leftOut),
  );
}

function waiting(dueAt: Date): Html {
  return html`Sekarang jam istirahat (20.00–06.00), jadi baru dikirim ${dateAndTime(dueAt)}.`;
}

function leftOutLines({ already, unreachable }: LeftOut): Html[] {
  return [
    ...(already > 0
      ? [html`${count(already)} orang sudah diingatkan hari itu, jadi tidak diulang.`]
      : []),
    ...(unreachable > 0
      ? [
          html`${count(unreachable)} orang tidak terjangkau bot; mohon ditelepon, nomornya ada di /belum.`,
        ]
      : []),
  ];
}

/** Everybody who can be nudged was, on the day on which it would arrive. */
export function already(
  { title }: NudgedEvent,
  last: { at: Date; by: string; isToday: boolean },
  unreachable: number,
): Html {
  return lines(
    html`🔔 <b>${title}</b>`,
    last.isToday
      ? html`Yang belum menjawab <b>sudah diingatkan hari ini</b> pukul ${timeOfDay(last.at)} oleh ${last.by}. Cukup sekali sehari, ya.`
      : html`Yang belum menjawab <b>sudah akan diingatkan</b> ${dateAndTime(last.at)}, atas permintaan ${last.by}. Cukup sekali sehari, ya.`,
    ...leftOutLines({ already: 0, unreachable }),
  );
}

export function nobody({ title }: NudgedEvent, unreachable: number): Html {
  return lines(
    html`🔔 <b>${title}</b>`,
    unreachable === 0
      ? html`Tidak ada lagi yang perlu diingatkan: semua di wilayah Bapak/Ibu sudah menjawab. 👍`
      : html`Tidak ada yang bisa diingatkan lewat bot.`,
    ...leftOutLines({ already: 0, unreachable }),
  );
}

export const refusals = {
  unknown: html`Acara ini tidak ditemukan. Silakan pilih acara lain: /belum`,
  closed: html`Batas jawab acara ini sudah lewat, jadi tidak bisa diingatkan lagi. Jawaban lewat telepon masih bisa dicatat: /catat`,
  over: html`Acara ini sudah selesai, jadi tidak ada lagi yang perlu diingatkan.`,
  cancelled: html`Acara ini sudah dibatalkan, jadi tidak ada yang perlu diingatkan.`,
  night: html`Sekarang jam istirahat (20.00–06.00), dan batas jawabnya lewat sebelum pagi. Kalau mendesak, mohon ditelepon: nomornya ada di /belum`,
};

/** To somebody who is silent. */
export function nudge({ title, startsAt, place, answerDeadline }: NudgedEvent, by: string): Html {
  return lines(
    html`🔔 <b>Jawaban Bapak/Ibu masih ditunggu</b>`,
    html`<b>${title}</b>`,
    '',
    html`🗓 ${dateAndTime(startsAt)}`,
    html`📍 ${place}`,
    '',
    html`${by} menanyakan: apakah Bapak/Ibu bisa hadir? Cukup tekan satu tombol, paling lambat <b>${dateAndTime(answerDeadline)}</b>.`,
  );
}
