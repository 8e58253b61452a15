import { dayOfInstant } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** The head of the office's papers, and who signs them. */

export const menu = 'Kop surat dan penanda tangan';

/** How the fields are named on buttons. */
export const fields = {
  office: 'Nama kantor',
  address: 'Alamat',
  logo: 'Logo',
  city: 'Kota surat',
  title: 'Jabatan',
  name: 'Nama pejabat',
  nip: 'NIP',
} as const;

export const labels = {
  sample: '👁 Lihat contoh PDF',
  back: '⬅️ Kembali',
  clear: '🗑 Kosongkan',
};

export interface LetterheadLines {
  office: string[];
  address: string | null;
  hasLogo: boolean;
  city: string;
  title: string;
  name: string | null;
  nip: string | null;
}

const unset = html`<i>belum diisi</i>`;

export function card(letterhead: LetterheadLines, note: Html | null): Html {
  return lines(
    note,
    note === null ? null : '',
    html`🏛 <b>Kop surat</b>`,
    ...letterhead.office.map((line) => html`${line}`),
    html`Alamat: ${letterhead.address ?? unset}`,
    html`Logo: ${letterhead.hasLogo ? 'terpasang' : unset}`,
    '',
    html`✍️ <b>Penanda tangan</b>`,
    html`Tempat surat: ${letterhead.city}`,
    html`${letterhead.title}`,
    html`Nama: ${letterhead.name ?? unset}`,
    html`NIP: ${letterhead.nip ?? unset}`,
    '',
    html`Kop ini dipakai di daftar hadir dan sertifikat. Bagian mana yang mau diubah?`,
  );
}

export const saved = html`✅ Tersimpan.`;
export const cleared = html`✅ Dikosongkan.`;
/** For what is written long after a field was asked for: it was hardly meant for it. */
export const askedLongAgo = html`Pertanyaan tadi sudah lama, jadi tidak ada yang saya ubah. Kalau mau lanjut, pilih lagi di bawah.`;

export const questions = {
  office: lines(
    html`<b>Nama kantor</b>`,
    html`Tulis 1 sampai 3 baris, dari yang paling atas. Contoh:`,
    '',
    html`<code>PEMERINTAH KOTA TANGERANG</code>`,
    html`<code>DINAS SOSIAL</code>`,
  ),
  address: lines(html`<b>Alamat kantor</b>`, html`Satu baris: jalan, nomor, kode pos, telepon.`),
  logo: lines(
    html`<b>Logo kantor</b>`,
    html`Kirim gambarnya di sini. Paling bagus dikirim sebagai <b>file PNG</b> dengan latar putih atau transparan.`,
  ),
  city: lines(html`<b>Kota surat</b>`, html`Ditulis di depan tanggal. Contoh: Tangerang`),
  title: lines(
    html`<b>Jabatan penanda tangan</b>`,
    html`Contoh: Kepala Dinas Sosial Kota Tangerang`,
  ),
  name: lines(html`<b>Nama penanda tangan</b>`, html`Lengkap dengan gelarnya.`),
  nip: lines(html`<b>NIP penanda tangan</b>`, html`18 angka, boleh dengan spasi.`),
} as const;

export const refusals = {
  empty: html`Mohon ditulis dengan kata-kata ya. Tidak ada yang berubah.`,
  too_long: html`Tulisannya terlalu panjang, nanti tidak muat di kertas. Mohon dipendekkan.`,
  too_many_lines: html`Paling banyak 3 baris. Mohon ditulis lagi.`,
  nip: html`NIP terdiri dari 18 angka. Mohon diperiksa dan ditulis lagi.`,
  not_a_picture: html`Itu bukan gambar PNG atau JPG. Mohon kirim logonya sebagai foto, atau sebagai file PNG/JPG.`,
  too_heavy: html`Gambarnya terlalu besar. Mohon kirim yang paling besar 1 MB.`,
  too_small: html`Gambarnya terlalu kecil, nanti buram saat dicetak. Mohon kirim yang lebih besar.`,
  too_large: html`Ukuran gambarnya terlalu besar. Mohon kirim yang sisinya paling panjang 4.000 piksel.`,
  damaged: html`Gambar ini tidak bisa dibaca. Mohon simpan ulang sebagai PNG atau JPG, lalu kirim lagi.`,
  no_download: html`Gambarnya belum berhasil diambil. Mohon dikirim sekali lagi.`,
} as const;

export const sampleCaption = html`Contoh kop dan tanda tangan. Kalau sudah pas, tidak perlu apa-apa lagi.`;
export const sampleFileName = 'contoh-kop-surat.pdf';
/** Above and below the place to sign: `Tangerang, 22 Mei 2024`, `NIP. 19700101 199501 1 001`. */
export const placeAndDay = (city: string, at: Date) => `${city}, ${dayOfInstant(at)}`;
export const numbered = (nip: string | null) => `NIP. ${nip ?? ''}`;

/** Printed on the sample page. */
export const samplePage = {
  title: 'CONTOH KOP SURAT',
  body: 'Halaman ini hanya contoh. Beginilah kop dan tanda tangan pada daftar hadir dan sertifikat.',
};
