import { count, roughDuration } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Announcements: composing, audience, progress, result. */

export const menu = 'Kirim pengumuman ke kader';
export const key = '📣 Siaran';

export const labels = {
  everyone: 'Semua kader',
  psm: 'PSM',
  tksk: 'TKSK',
  kecamatan: 'Pilih kecamatan…',
  kelurahan: 'Pilih kelurahan…',
  next: 'Lanjut ➡️',
  back: '⬅️ Kembali',
  send: '📤 Kirim sekarang',
  changeAudience: 'Ubah sasaran',
  cancel: 'Batalkan',
  stop: '⏹ Hentikan',
  unreachableFile: '📄 Yang tidak terjangkau',
  failureFile: '📄 Daftar yang gagal',
  chosen: (label: string) => `✅ ${label}`,
};

export const askContent = lines(
  html`<b>Pengumuman baru</b>`,
  '',
  html`Tulis isinya sekarang, atau kirim foto, video, atau berkas yang ingin disebarkan.`,
  html`Bisa juga: balas pesan yang sudah ada dengan /siaran.`,
);

export const previewTitle = html`👆 Ini yang akan diterima kader.`;

export const empty = html`Pengumumannya masih kosong. Tulis /siaran diikuti isi pengumuman, misalnya: <i>/siaran Besok kumpul jam 8 di kantor kecamatan.</i>`;

export const unsupported = html`Jenis pesan ini tidak bisa disiarkan. Kirim teks, foto, video, atau berkas (PDF), lalu balas dengan /siaran.`;

export function chooseAudience(names: string[]): Html {
  return lines(
    html`<b>Untuk siapa?</b>`,
    names.length === 0
      ? html`Pilih satu atau beberapa, lalu tekan Lanjut. Boleh juga ketik nama kecamatan atau kelurahannya.`
      : html`Terpilih: <b>${names.join(', ')}</b>`,
  );
}

export const chooseKecamatan = html`<b>Kecamatan mana?</b> Boleh lebih dari satu, boleh juga diketik.`;

export const chooseKelurahanKecamatan = html`<b>Kelurahan di kecamatan mana?</b> Boleh juga langsung ketik nama kelurahannya.`;

export function chooseKelurahan(kecamatan: string): Html {
  return html`<b>Kelurahan di Kecamatan ${kecamatan}</b>. Boleh lebih dari satu.`;
}

export function whichPlace(typed: string): Html {
  return html`"${typed}" bisa beberapa tempat. Yang mana?`;
}

export function noSuchPlace(typed: string): Html {
  return html`"${typed}" tidak ada di daftar kecamatan dan kelurahan. Coba tulis lagi, atau pilih dari tombol.`;
}

export const nobodyChosen = html`Pilih dulu sasarannya, ya.`;

export interface Reach {
  audience: string[];
  total: number;
  reachable: number;
  seconds: number;
}

export function confirm({ audience, total, reachable, seconds }: Reach): Html {
  const missing = total - reachable;
  return lines(
    html`<b>Siap dikirim</b>`,
    html`Sasaran: ${audience.join(', ')} (${count(total)} orang)`,
    html`Akan menerima: <b>${count(reachable)} orang</b>, ${roughDuration(seconds)}.`,
    missing > 0 &&
      html`Tidak terjangkau: ${count(missing)} orang (belum terdaftar di Telegram atau memblokir bot). Mereka perlu ditelepon.`,
  );
}

export const nobodyReachable = html`Belum ada orang di sasaran ini yang bisa menerima pesan bot. Ubah sasarannya, atau hubungi mereka lewat telepon.`;

export interface ProgressFigures {
  title: string;
  finished: number;
  total: number;
  share: number;
  rate: number;
  secondsLeft: number | null;
}

export function progress({
  title,
  finished,
  total,
  share,
  rate,
  secondsLeft,
}: ProgressFigures): Html {
  const filled = Math.round(share * 10);
  return lines(
    html`<b>${title}: sedang dikirim…</b>`,
    html`${'▓'.repeat(filled)}${'░'.repeat(10 - filled)} ${Math.floor(share * 100)}%`,
    html`${count(finished)} dari ${count(total)}${rate >= 1 ? ` · ${count(rate)} per detik` : ''}`,
    secondsLeft !== null && html`Sisa ${roughDuration(secondsLeft)}.`,
  );
}

export interface ResultFigures {
  title: string;
  stopped: boolean;
  sent: number;
  blocked: number;
  failed: { reason: string; count: number }[];
  expired: number;
  cancelled: number;
  /** Doubts that could not be settled, so that the message was sent once more. */
  undecided: number;
  /** Still in doubt after that. */
  uncertain: number;
  unreachable: number;
}

export function result(figures: ResultFigures): Html {
  const failed = figures.failed.reduce((sum, entry) => sum + entry.count, 0);
  return lines(
    figures.stopped
      ? html`<b>${figures.title}: dihentikan</b>`
      : html`<b>${figures.title}: selesai dikirim</b>`,
    html`✅ Terkirim: <b>${count(figures.sent)}</b>`,
    figures.blocked > 0 && html`🚫 Diblokir atau akun tidak aktif: ${count(figures.blocked)}`,
    failed > 0 && html`⚠️ Gagal: ${count(failed)}`,
    ...figures.failed.map((entry) => html`   • ${entry.reason}: ${count(entry.count)}`),
    figures.expired > 0 && html`⌛ Kedaluwarsa: ${count(figures.expired)}`,
    figures.cancelled > 0 && html`⏹ Tidak jadi dikirim: ${count(figures.cancelled)}`,
    figures.undecided > 0 &&
      html`❔ Ragu, dikirim ulang sekali: ${count(figures.undecided)} (mungkin ada yang menerima dua kali)`,
    figures.uncertain > 0 &&
      html`❔ Tidak ada kepastian: ${count(figures.uncertain)} (jaringan terputus saat dikirim)`,
    figures.unreachable > 0 &&
      html`📵 Belum terjangkau Telegram: ${count(figures.unreachable)}. Mohon ditelepon.`,
  );
}

export const announcementTitle = 'Pengumuman';
export const invitationTitle = (event: string) => `Undangan ${event}`;
export const cancelled = html`Pengumuman dibatalkan. Tidak ada yang dikirim.`;
export const alreadySending = html`Pengumuman ini sudah dikirim. Lihat hasilnya pada kartu di atas.`;
export const alreadyCancelled = html`Pengumuman ini sudah dibatalkan.`;
export const gone = html`Pengumuman ini tidak ditemukan lagi. Buat yang baru dengan /siaran.`;
export const alreadyFinished = html`Pengiriman ini sudah selesai.`;

export const fileColumns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  area: 'Kelurahan/Kecamatan',
  phone: 'No. HP',
  why: 'Keterangan',
};
export const noTelegram = 'Belum terdaftar di Telegram';
export const unreachable = 'Memblokir bot atau akun tidak aktif';
export const unreachableFileName = (id: number) => `tidak-terjangkau-${id}.xlsx`;
export const failureFileName = (id: number) => `gagal-terkirim-${id}.xlsx`;
export const unreachableCaption = html`Daftar yang tidak terjangkau, lengkap dengan nomor HP.`;
export const failureCaption = html`Daftar yang tidak menerima pesan ini.`;
export const nothingToList = html`Tidak ada. Semua terjangkau.`;
