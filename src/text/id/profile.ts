import { count, longDate } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** The own profile: seeing it, changing it. */

export const menu = 'Data diri Bapak/Ibu';
export const key = '👤 Profil';

export const labels = {
  name: '✏️ Perbaiki nama',
  moveKelurahan: '📍 Pindah kelurahan',
  moveKecamatan: '📍 Pindah kecamatan',
  number: '📱 Ganti nomor',
  data: '🔎 Data saya',
  back: '⬅️ Kembali',
  cancel: 'Tidak jadi',
  send: '📨 Kirim',
  withdraw: 'Batalkan pengajuan',
  shareNumber: '📱 Bagikan nomor',
  keepNumber: '❌ Tidak jadi',
};

export interface ProfileFigures {
  name: string;
  jabatan: string;
  /** `Kelurahan Karawaci, Kecamatan Karawaci` */
  area: string;
  masked: string | null;
  since: Date | null;
}

export function profile(figures: ProfileFigures, wish: Html | null): Html {
  const { name, jabatan, area, masked, since } = figures;
  return lines(
    html`👤 <b>${name}</b>`,
    html`${jabatan} ${area}`,
    html`Nomor: ${masked ?? 'belum ada'}`,
    since !== null && html`Terdaftar sejak ${longDate(since)}`,
    wish !== null && '',
    wish !== null && html`⏳ Sedang diperiksa: ${wish}`,
  );
}

interface DataFigures extends ProfileFigures {
  number: string | null;
  telegramName: string;
  username: string | null;
  consentAt: Date | null;
  invitations: number;
  answers: number;
  incentiveMonths: number;
}

export function data(figures: DataFigures): Html {
  const { username, consentAt } = figures;
  return lines(
    html`🔎 <b>Yang disimpan bot tentang Bapak/Ibu</b>`,
    '',
    html`Nama: ${figures.name}`,
    html`Jabatan dan wilayah: ${figures.jabatan} ${figures.area}`,
    html`Nomor HP: ${figures.number ?? 'belum ada'}`,
    html`Akun Telegram: ${figures.telegramName}${username === null ? '' : ` (@${username})`}`,
    consentAt !== null && html`Setuju pada ${longDate(consentAt)}`,
    html`Undangan: ${count(figures.invitations)}, dijawab ${count(figures.answers)}`,
    html`Catatan insentif: ${count(figures.incentiveMonths)} bulan`,
    '',
    html`NIK dan nomor rekening tidak disimpan. Data ini hanya dilihat koordinator dan petugas Dinas Sosial.`,
    html`Ada yang keliru? Perbaiki lewat /profil. Ingin datanya dihapus? Sampaikan ke koordinator atau Dinas Sosial.`,
  );
}

export function askName(name: string): Html {
  return lines(html`Nama sekarang: <b>${name}</b>`, html`<b>Tulis nama yang benar.</b>`);
}

export function nameDone(name: string): Html {
  return html`✅ Nama sudah diperbaiki menjadi <b>${name}</b>.`;
}

export const nameUnchanged = html`Namanya sudah sama, tidak ada yang diubah.`;

export function otherName(before: string, after: string): Html {
  return lines(
    html`Nama <b>${after}</b> jauh berbeda dari <b>${before}</b>, jadi perlu diperiksa koordinator atau Dinas Sosial.`,
    html`Kirim untuk diperiksa?`,
  );
}

export const askKecamatan = html`<b>Pindah ke kecamatan mana?</b> Pilih tombol, atau ketik namanya.`;

export const askKecamatanFirst = lines(
  html`<b>Pindah ke mana?</b> Pilih kecamatannya dulu, atau langsung ketik nama kelurahannya.`,
);

export function askKelurahan(kecamatan: string): Html {
  return lines(
    html`Kecamatan ${kecamatan}.`,
    html`<b>Pindah ke kelurahan mana?</b> Pilih tombol, atau ketik namanya.`,
  );
}

export function askMove(before: string, after: string): Html {
  return lines(
    html`Dari: ${before}`,
    html`Pindah ke: <b>${after}</b>`,
    '',
    html`Koordinator atau Dinas Sosial memeriksanya dulu. Kirim?`,
  );
}

export const sameArea = html`Itu wilayah Bapak/Ibu yang sekarang. Pilih yang lain, atau tekan Tidak jadi.`;

export const askNumber = lines(
  html`Ganti dulu nomor di akun Telegram Bapak/Ibu (Setelan, lalu Ubah nomor).`,
  html`Sesudah itu tekan <b>📱 Bagikan nomor</b> di bawah.`,
);

export function numberDone(masked: string): Html {
  return html`✅ Nomor Bapak/Ibu sekarang <b>${masked}</b>.`;
}

export function numberUnchanged(masked: string): Html {
  return html`Nomor akun ini masih <b>${masked}</b>, sama dengan yang tercatat.`;
}

export const numberHeld = html`Nomor itu tercatat atas nama kader lain, jadi diperiksa dulu.`;

export const pickButton = html`Mohon pilih salah satu tombol di bawah ini.`;
export const strange = html`Maaf, pesan tadi belum bisa kami baca di langkah ini.`;
export const unchanged = html`Baik, tidak ada yang diubah.`;
export const lost = html`Langkah ini sudah selesai atau dibatalkan.`;
