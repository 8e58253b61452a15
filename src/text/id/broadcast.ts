import { count, listed, roughDuration } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { quietNow } from './broadcast-schedule.ts';

/** Announcements: composing, audience, progress, result. */

export const menu = 'Kirim pengumuman ke kader';
export const key = '📣 Siaran';

export const labels = {
  send: '📤 Kirim sekarang',
  sample: '👁 Kirim contoh ke saya',
  changeAudience: 'Ubah sasaran',
  cancel: 'Batalkan',
  recipientFile: '📄 Daftar penerima',
  unreachableFile: '📄 Yang tidak terjangkau',
  failureFile: '📄 Daftar yang gagal',
  missedFile: '📄 Daftar yang tidak menerima',
};

export const askContent = lines(
  html`<b>Pengumuman baru</b>`,
  '',
  html`Tulis isinya sekarang, atau kirim foto, video, atau berkas yang ingin disebarkan.`,
  html`Bisa juga: balas pesan yang sudah ada dengan /siaran.`,
  '',
  html`Tulis {nama}, {jabatan}, {kelurahan}, atau {kecamatan} bila isinya mengikuti tiap penerima.`,
);

export const previewTitle = html`👆 Ini yang akan diterima kader.`;

export const empty = html`Pengumumannya masih kosong. Tulis /siaran diikuti isi pengumuman, misalnya: <i>/siaran Besok kumpul jam 8 di kantor kecamatan.</i>`;

export const unsupported = html`Jenis pesan ini tidak bisa disiarkan. Kirim teks, foto, video, suara, atau berkas (PDF).`;

export const album = html`Foto dalam album tidak bisa disiarkan bersama-sama. Kirim satu foto saja, tidak sebagai album.`;

export function unknownPlaceholder(written: string[]): Html {
  return lines(
    html`Saya tidak mengenal <b>${written.join(', ')}</b>. Yang bisa dipakai: {nama}, {jabatan}, {kelurahan}, {kecamatan}.`,
    html`Mohon perbaiki tulisannya, lalu kirim lagi.`,
  );
}

export function tooLong(length: number, limit: number): Html {
  return html`Isinya terlalu panjang: sampai ${count(length)} huruf setelah diisi nama dan wilayah, paling banyak ${count(limit)}. Mohon dipersingkat, lalu kirim lagi.`;
}

export const sampleName = 'Siti Aminah';

export const sampleFailed = html`Contohnya tidak bisa dikirim. Pesan aslinya mungkin sudah dihapus; buat yang baru dengan /siaran.`;

export const nobodyChosen = html`Pilih dulu sasarannya, ya.`;

export interface Reach {
  audience: string[];
  excluded: string[];
  total: number;
  reachable: number;
  /** How many of the audience are in each kecamatan. */
  areas: { name: string; total: number }[];
  seconds: number;
  /** It is between 20.00 and 06.00 now. */
  isQuiet: boolean;
}

export function confirm({
  audience,
  excluded,
  total,
  reachable,
  areas,
  seconds,
  isQuiet,
}: Reach): Html {
  const missing = total - reachable;
  return lines(
    html`<b>Siap dikirim</b>`,
    html`Sasaran: ${listed(audience)} (${count(total)} orang)`,
    excluded.length > 0 && html`Kecuali: ${listed(excluded)}`,
    ...areas.map((area) => html`   • Kec. ${area.name}: ${count(area.total)}`),
    html`Akan menerima: <b>${count(reachable)} orang</b>, ${roughDuration(seconds)}.`,
    missing > 0 &&
      html`Tidak terjangkau: ${count(missing)} orang (belum terdaftar di Telegram atau memblokir bot). Mereka perlu ditelepon.`,
    isQuiet && quietNow,
  );
}

export const nobodyInAudience = html`Belum ada orang di sasaran ini.`;

export const nobodyReachable = html`Belum ada orang di sasaran ini yang bisa menerima pesan bot. Ubah sasarannya, atau hubungi mereka lewat telepon.`;

export const announcementTitle = 'Pengumuman';
export const cancelled = html`Pengumuman dibatalkan. Tidak ada yang dikirim.`;
export const alreadySending = html`Pengumuman ini sudah dikirim. Lihat hasilnya pada kartu di atas.`;
export const alreadyScheduled = html`Pengumuman ini sudah dijadwalkan. Ketik /siaran untuk melihat jadwalnya.`;
export const alreadyCancelled = html`Pengumuman ini sudah dibatalkan.`;
export const gone = html`Pengumuman ini tidak ditemukan lagi. Buat yang baru dengan /siaran.`;

export const fileColumns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  area: 'Kelurahan/Kecamatan',
  phone: 'No. HP',
  why: 'Keterangan',
};
export const noTelegram = 'Belum terdaftar di Telegram';
export const unreachable = 'Memblokir bot atau akun tidak aktif';
export const reachableByBot = 'Menerima lewat bot';
export const recipientFileName = (id: number) => `penerima-${id}.xlsx`;
export const recipientCaption = html`Daftar nama sasaran, lengkap dengan nomor HP.`;
export const unreachableFileName = (id: number) => `tidak-terjangkau-${id}.xlsx`;
export const failureFileName = (id: number) => `gagal-terkirim-${id}.xlsx`;
export const unreachableCaption = html`Daftar yang tidak terjangkau, lengkap dengan nomor HP.`;
export const failureCaption = html`Daftar yang tidak menerima pesan ini.`;
export const nothingToList = html`Tidak ada. Semua terjangkau.`;
