import { count, dateAndTime, listed, shortDate, timeOfDay } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** When an announcement leaves, and until when it may arrive. */

export const labels = {
  schedule: '🕗 Jadwalkan…',
  expiry: (words: string) => `⌛ Berlaku: ${words}`,
  yes: '✅ Ya, jadwalkan',
  otherTime: 'Ubah waktunya',
  unschedule: '🗑 Batalkan jadwal',
  back: '⬅️ Kembali',
  all: '⬅️ Semua jadwal',
  look: '👁 Lihat isinya',
  scheduled: (many: number) => `🗓 Terjadwal (${count(many)})`,
  entry: (at: Date, words: string) => `${shortDate(at)} ${timeOfDay(at)} · ${words}`,
  decide: 'Lihat dan putuskan',
  cancel: 'Batalkan',
};

export const expiries = {
  'two-hours': '2 jam',
  tonight: 'sampai malam ini',
  tomorrow: 'sampai besok malam',
  none: 'tanpa batas',
};

export const chooseExpiry = html`<b>Sampai kapan pengumuman ini masih berguna?</b> Yang belum terkirim sampai saat itu tidak dikirim lagi.`;

export const askWhen = lines(
  html`<b>Kapan dikirim?</b> Tulis saja, misalnya:`,
  html`• besok jam 8 pagi`,
  html`• Senin 20 Mei 07.30`,
  html`• setiap tanggal 5 jam 8`,
);

export const refusals = {
  no_time: html`Jam berapa? Tulis hari dan jamnya, misalnya: besok jam 8 pagi.`,
  past: html`Waktu itu sudah lewat. Tulis waktu yang masih akan datang.`,
  weekday_mismatch: html`Hari dan tanggalnya tidak cocok. Mohon tulis lagi.`,
  unclear: html`Maaf, waktunya belum jelas. Tulis misalnya: besok jam 8 pagi, atau Senin 20 Mei 07.30.`,
};

const quietWarning = html`⚠️ Itu jam istirahat (20.00–06.00). Kader bisa terganggu.`;
export const quietNow = html`⚠️ Sekarang jam istirahat (20.00–06.00). Lebih baik menunggu besok pagi.`;

export interface When {
  at: Date;
  repeatDay: number | null;
  isQuiet: boolean;
}

export function proposal({ at, repeatDay, isQuiet }: When): Html {
  return lines(
    html`Akan dikirim <b>${dateAndTime(at)}</b>.`,
    monthly(repeatDay),
    isQuiet && quietWarning,
    html`Sudah benar?`,
  );
}

export function scheduled(
  { at, repeatDay, isQuiet }: When,
  words: string,
  audience: string[],
): Html {
  return lines(
    html`<b>🗓 Terjadwal: ${dateAndTime(at)}</b>`,
    monthly(repeatDay),
    html`Isi: ${words}`,
    html`Sasaran: ${listed(audience)} (dihitung saat dikirim)`,
    isQuiet && quietWarning,
  );
}

function monthly(day: number | null): Html | false {
  if (day === null) return false;
  return day > 28
    ? html`Lalu setiap tanggal ${day}, atau tanggal terakhir bila bulannya lebih pendek.`
    : html`Lalu setiap tanggal ${day}.`;
}

export const list = html`<b>Pengumuman terjadwal</b>`;
export const nothingScheduled = html`Tidak ada pengumuman yang terjadwal.`;
export const unscheduled = html`Jadwal dibatalkan. Pengumuman itu tidak akan dikirim.`;
export const attachment = 'lampiran';

export function missed(at: Date, words: string): Html {
  return lines(
    html`<b>Pengumuman terjadwal belum dikirim</b>`,
    html`Jadwalnya ${dateAndTime(at)}, tetapi waktu itu terlewat: ${words}`,
    html`Masih perlu dikirim?`,
  );
}

export function nobodyThen(at: Date, words: string): Html {
  return lines(
    html`<b>Pengumuman terjadwal belum dikirim</b>`,
    html`Pada ${dateAndTime(at)} tidak ada orang di sasarannya yang bisa menerima pesan bot: ${words}`,
  );
}
