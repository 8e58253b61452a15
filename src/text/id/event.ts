import {
  count,
  dateAndTime,
  listed,
  roughDuration,
  shortDate,
  timeOfDay,
  timeSpan,
} from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { quietNow } from './broadcast-schedule.ts';
import { type Field, fields } from './event-questions.ts';

/** Events, as staff make and send them. */

export const menu = 'Buat acara dan kirim undangan';

export const key = '🗓 Acara';

export const labels = {
  create: '➕ Buat acara baru',
  resume: '▶️ Lanjutkan acara yang tadi',
  event: (at: Date, title: string) => `${shortDate(at)} · ${title}`,
  draft: (at: Date, title: string) => `📝 ${shortDate(at)} · ${title}`,
  send: '📨 Kirim undangan',
  sendNow: '📤 Kirim sekarang',
  notNow: 'Batalkan',
  unreachableFile: '📄 Daftar yang tidak terkirimi',
  change: '✏️ Ubah',
  cancelEvent: '🗑 Batalkan acara',
  cancelDraft: '🗑 Hapus draf',
  reallyCancel: 'Ya, batalkan acara',
  reallyDrop: 'Ya, hapus draf',
  keep: 'Tidak jadi',
  applyAndTell: 'Simpan dan beri tahu',
  stop: 'Batal',
  back: '⬅️ Kembali',
  otherEvents: '⬅️ Daftar acara',
  recap: '📊 Rekap',
  silent: '🔔 Belum menjawab',
  everyone: 'Semua kader',
  psm: 'PSM',
  tksk: 'TKSK',
  pickKecamatan: 'Pilih kecamatan…',
  ticked: (name: string) => `✅ ${name}`,
  done: (chosen: number) => `Selesai (${chosen} dipilih)`,
};

export interface EventCard {
  title: string;
  startsAt: Date;
  endsAt: Date | null;
  place: string;
  audience: string[];
  audienceSize: number;
  answerDeadline: Date;
}

function facts(event: EventCard): Html {
  return lines(
    html`<b>${event.title}</b>`,
    '',
    html`🗓 ${timeSpan(event.startsAt, event.endsAt)}`,
    html`📍 ${event.place}`,
    html`👥 ${listed(event.audience)} (${count(event.audienceSize)} orang)`,
    html`⏳ Batas jawab: ${dateAndTime(event.answerDeadline)}`,
  );
}

export function draftCard(event: EventCard): Html {
  return lines(
    html`📝 <b>Draf acara</b>`,
    facts(event),
    '',
    html`Mohon diperiksa. Tekan yang mau diperbaiki, atau kirim undangannya.`,
  );
}

export interface AnswerCounts {
  invited: number;
  hadir: number;
  tidakHadir: number;
  izin: number;
  belum: number;
}

export function openCard(event: EventCard & { invitedAt: Date }, answers: AnswerCounts): Html {
  return lines(
    html`✅ <b>Undangan dikirim</b> ${shortDate(event.invitedAt)} pukul ${timeOfDay(event.invitedAt)}`,
    facts(event),
    '',
    html`Diundang ${count(answers.invited)}: hadir <b>${count(answers.hadir)}</b>, tidak <b>${count(answers.tidakHadir)}</b>, izin <b>${count(answers.izin)}</b>, belum menjawab <b>${count(answers.belum)}</b>`,
  );
}

export function cancelledCard(event: EventCard): Html {
  return lines(html`🗑 <b>Acara dibatalkan</b>`, facts(event));
}

export function pastCard(event: EventCard, answers: AnswerCounts): Html {
  return lines(
    html`🏁 <b>Acara sudah selesai</b>`,
    facts(event),
    '',
    html`Diundang ${count(answers.invited)}, menjawab hadir <b>${count(answers.hadir)}</b>`,
  );
}

export const eventList = lines(
  html`<b>Acara yang akan datang</b>`,
  html`Pilih acaranya, atau buat yang baru. 📝 = undangan belum dikirim.`,
);

export const noEventsYet = lines(
  html`<b>Belum ada acara yang akan datang.</b>`,
  html`Mau membuat acara?`,
);

export interface SendPlanLines {
  title: string;
  total: number;
  reachable: number;
  seconds: number;
  /** It is between 20.00 and 06.00 now. */
  isQuiet: boolean;
}

export function sendPlan({ title, total, reachable, seconds, isQuiet }: SendPlanLines): Html {
  const missing = total - reachable;
  return lines(
    html`📨 <b>Kirim undangan ${title}?</b>`,
    '',
    html`Sasaran: ${count(total)} orang`,
    reachable > 0
      ? html`Akan menerima: <b>${count(reachable)} orang</b>, ${roughDuration(seconds)}`
      : html`Akan menerima: <b>belum ada</b>`,
    missing > 0 &&
      html`Tidak terkirimi: <b>${count(missing)} orang</b> (belum terdaftar di Telegram atau memblokir bot). Mereka tetap tercatat diundang dan perlu ditelepon.`,
    isQuiet && quietNow,
  );
}

export const sending = html`📨 Undangan sedang disiapkan…`;

export function sentToNobody(title: string): Html {
  return lines(
    html`✅ <b>${title}</b> sudah dibuka.`,
    html`Belum ada yang bisa dikirimi lewat Telegram, jadi mereka perlu ditelepon. Siapa yang mendaftar nanti langsung menerima undangannya.`,
  );
}

export const sendRefusals = {
  already_sent: html`Undangan acara ini sudah dikirim.`,
  cancelled: html`Acara ini sudah dibatalkan, jadi undangannya tidak bisa dikirim. Buat acara baru dengan /acara.`,
  past: html`Waktu acara ini sudah lewat. Mohon ubah tanggal atau jamnya dulu.`,
  deadline_past: html`Batas jawabnya sudah lewat. Mohon ubah batas jawabnya dulu.`,
  unknown: html`Acara ini tidak ditemukan. Lihat daftarnya dengan /acara.`,
  nobody_in_audience: html`Belum ada kader di sasaran ini. Mohon ubah sasarannya, atau impor dulu daftar kadernya.`,
};

export const changeRefusals = {
  unknown: html`Acara ini tidak ditemukan. Lihat daftarnya dengan /acara.`,
  cancelled: html`Acara ini sudah dibatalkan, jadi tidak bisa diubah lagi.`,
  past: html`Acara ini sudah selesai, jadi tidak bisa diubah lagi.`,
  audience_fixed: html`Sasaran tidak bisa diubah lagi karena undangan sudah dikirim. Untuk sasaran lain, buat acara baru dengan /acara.`,
};

export const whatToChange = html`<b>Apa yang diubah?</b> Kalau waktu atau tempat berubah, semua yang diundang diberi tahu.`;

export function changed(field: Field, told: number): Html {
  return told > 0
    ? html`✅ ${fields[field]} sudah diubah. ${count(told)} orang sedang diberi tahu.`
    : html`✅ ${fields[field]} sudah diubah.`;
}

export function confirmCancel(title: string, invited: boolean): Html {
  return invited
    ? html`<b>Batalkan ${title}?</b> Semua yang diundang akan diberi tahu, dan ini tidak bisa ditarik kembali.`
    : html`<b>Hapus draf ${title}?</b> Undangannya belum dikirim, jadi tidak ada yang diberi tahu.`;
}

export function eventCancelled(told: number): Html {
  return told > 0
    ? html`Acara dibatalkan. ${count(told)} orang sedang diberi tahu.`
    : html`Acara dibatalkan.`;
}

export const unreachableFileName = (eventId: number) => `tidak-terkirimi-acara-${eventId}.xlsx`;

export const unreachableCaption = (people: number) =>
  html`${count(people)} orang belum bisa dikirimi lewat Telegram. Mohon ditelepon.`;

export const everybodyReachable = html`Semua yang diundang bisa dikirimi. 👍`;

export const unreachableSheet = 'Perlu ditelepon';

export const columns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  kelurahan: 'Kelurahan',
  kecamatan: 'Kecamatan',
  phone: 'No. HP',
  why: 'Keterangan',
};

export const noTelegram = 'Belum terdaftar di Telegram';

export const blocked = 'Memblokir bot atau akun tidak aktif';
