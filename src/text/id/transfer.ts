import { count, dateAndTime } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import type { Counts } from './transfer-rows.ts';

/** Tables that staff bring: sending the file, the dry run, applying. */

export const menu = 'Masukkan daftar kader atau insentif dari berkas';
export const key = '📂 Impor';

/** What can be imported, as it is called in `/impor …` and on buttons. */
export const words = {
  kader: { button: '👥 Daftar kader', title: 'daftar kader' },
  insentif: { button: '💰 Daftar insentif', title: 'daftar insentif' },
  bank: { button: '🏦 Hasil transfer bank', title: 'hasil transfer bank' },
};

export type ImportWord = keyof typeof words;

export const labels = {
  apply: (changes: number) => `✅ Terapkan ${count(changes)} perubahan`,
  cancel: 'Batal',
  stop: '⏹ Hentikan',
  history: '🗂 Riwayat impor',
};

export const askWhat = lines(
  html`<b>Impor dari berkas</b>`,
  html`Daftar apa yang ingin dimasukkan?`,
);

export function askWhatIn(fileName: string): Html {
  return lines(html`<b>${fileName}</b>`, html`Berkas ini berisi daftar apa?`);
}

const columnsOf: Record<ImportWord, Html> = {
  kader: lines(
    html`Kolomnya: <b>nama, jabatan, kelurahan, kecamatan, no_hp</b>.`,
    html`Contoh: Siti Aminah · PSM · Cimone · Karawaci · 0812-3456-7890`,
  ),
  insentif: lines(
    html`Kolomnya: <b>no_hp, nama, periode, jumlah, status, tanggal, keterangan</b>.`,
    html`Contoh: 0812-3456-7890 · Siti Aminah · April 2024 · 500.000 · ditransfer · 3 Mei 2024`,
    html`Status: diusulkan, diverifikasi, diproses, ditransfer, ditunda, atau ditolak.`,
  ),
  bank: lines(
    html`Kolomnya: <b>no_hp, nama, kelurahan, periode, jumlah, hasil, tanggal, alasan</b>. Yang wajib hanya nama dan hasil.`,
    html`Contoh: 0812-3456-7890 · Siti Aminah · Cimone · April 2024 · 500.000 · Gagal · 3 Mei 2024 · rekening pasif`,
    html`Hasil: Berhasil, Sukses, Gagal, Retur, Ditolak. Bulannya boleh juga di judul atau di nama berkas.`,
  ),
};

export function howTo(word: ImportWord): Html {
  return lines(
    html`<b>Impor ${words[word].title}</b>`,
    html`Kirim berkas Excel (.xlsx) atau CSV ke sini. Judul kolom dan urutannya boleh berbeda.`,
    '',
    columnsOf[word],
    '',
    html`Berkas hanya diperiksa dulu. Tidak ada yang berubah sebelum Bapak/Ibu menekan Terapkan.`,
  );
}

export function templateCaption(word: ImportWord): Html {
  return html`Contoh berkas kosong untuk ${words[word].title}. Silakan diisi lalu kirim ke sini.`;
}

export const templateName = (word: ImportWord) => `contoh-${word}.xlsx`;

export const notADocument = lines(
  html`Saya menunggu berkas Excel (.xlsx) atau CSV.`,
  html`Tekan 📎, pilih <b>File/Berkas</b>, lalu pilih berkasnya. Untuk berhenti, ketik /batal.`,
);

/** About a file that is no table and came without a word. */
export function whatFor(name: string): Html {
  return lines(
    html`Berkas <b>${name}</b> sudah sampai, tetapi saya belum tahu untuk apa.`,
    html`Daftar kader atau insentif? Kirim sebagai Excel atau CSV, caranya di /impor`,
    html`Mau disiarkan? Balas berkas itu dengan /siaran`,
  );
}

export const noDownload = html`Berkasnya belum bisa diambil dari Telegram. Mohon kirim sekali lagi sebentar lagi.`;

/** Why a file cannot be read. */
export const unreadable = {
  empty: html`Berkasnya kosong. Periksa lagi, lalu kirim yang berisi.`,
  unreadable: html`Berkasnya rusak atau tidak bisa dibuka. Coba buka di Excel, simpan ulang sebagai .xlsx, lalu kirim lagi.`,
  too_large: html`Berkasnya terlalu besar (paling besar 20 MB). Bagi menjadi beberapa berkas, lalu kirim satu per satu.`,
  password_protected: html`Berkasnya terkunci kata sandi. Simpan tanpa kata sandi, lalu kirim lagi.`,
  unsupported_format: html`Jenis berkas ini belum bisa dibaca. Buka di Excel, pilih Simpan sebagai, jenis .xlsx atau .csv, lalu kirim lagi.`,
  no_rows: html`Judul kolomnya ada, tetapi belum ada isinya. Isi dulu, lalu kirim lagi.`,
};

export function noHeader(missing: string[], found: string[]): Html {
  return lines(
    html`Kolom <b>${missing.join(', ')}</b> tidak ditemukan di berkas itu.`,
    found.length > 0 && html`Yang terbaca: ${found.slice(0, 10).join(', ')}.`,
    html`Tambahkan judul kolomnya di baris paling atas, lalu kirim lagi.`,
    missing.includes('status') &&
      html`Kalau statusnya sama untuk semua orang, cukup tulis di atas tabel, misalnya: <b>Status: ditransfer</b>`,
  );
}

export interface DryRunWords {
  fileName: string;
  changes: number;
  refused: number;
  /** People whom rows may mean, to be chosen. */
  doubts: number;
  hasFile: boolean;
  body: Html;
  /** The time the same bytes were applied before. */
  before: { at: Date; by: string | null } | null;
}

export function dryRun(seen: DryRunWords): Html {
  const { fileName, changes, refused, doubts, hasFile, body, before } = seen;
  return lines(
    html`📋 <b>Hasil periksa: ${fileName}</b>`,
    before !== null &&
      html`Berkas yang sama sudah diterapkan ${byWhom(before.by)}pada ${dateAndTime(before.at)}.`,
    '',
    body,
    '',
    hasFile && html`Rinciannya per baris ada di berkas yang saya kirim.`,
    doubts > 0 &&
      html`👥 ${count(doubts)} orang di berkas belum pasti siapa. Tekan <b>Pilih orangnya</b> untuk menunjuknya.`,
    changes > 0 && html`Belum ada yang diubah. Tekan <b>Terapkan</b> kalau sudah benar.`,
    changes === 0 &&
      refused === 0 &&
      html`<b>Tidak ada yang perlu diubah.</b> Semuanya sudah sama.`,
    changes === 0 &&
      refused > 0 &&
      doubts === 0 &&
      html`<b>Tidak ada yang bisa diterapkan.</b> Perbaiki baris yang ditolak, lalu kirim lagi.`,
  );
}

export function detailCaption(refused: number): Html {
  return refused === 0
    ? html`Rincian per baris.`
    : html`Rincian per baris. Lembar pertama boleh langsung diperbaiki lalu dikirim lagi.`;
}

export const detailName = (fileName: string) => `hasil-${fileName.replace(/\.\w+$/, '')}.xlsx`;

export function applied(body: Html, refused: number): Html {
  return lines(
    html`✅ <b>Sudah diterapkan.</b>`,
    body,
    refused > 0 &&
      html`${count(refused)} baris yang ditolak belum masuk. Perbaiki, lalu kirim lagi berkasnya.`,
  );
}

export const planChanged = html`Datanya berubah sejak diperiksa tadi, jadi belum saya terapkan. Ini hasil periksa yang baru.`;

export function alreadyApplied(fileName: string, at: Date, by: string | null, did: Counts): Html {
  return lines(
    html`Berkas ${fileName} sudah diterapkan ${byWhom(by)}pada ${dateAndTime(at)}.`,
    html`Baru ${count(did.created)}, berubah ${count(did.changed)}, ditolak ${count(did.refused)}.`,
  );
}

export const alreadyCancelled = html`Berkas ini sudah dibatalkan. Kalau masih diperlukan, kirim lagi berkasnya.`;
export const cancelled = html`Baik, dibatalkan. Tidak ada yang berubah.`;
export const gone = html`Hasil periksa ini sudah tidak ada. Mohon kirim lagi berkasnya.`;

export const stopping = html`Baik, pemeriksaannya saya hentikan…`;
export const stopped = html`⏹ Dihentikan. Tidak ada yang berubah.`;

/** While it takes longer than a moment. */
export const atWork = {
  checking: html`⏳ Berkasnya sedang diperiksa…`,
  applying: html`⏳ Sedang diterapkan…`,
  undoing: html`⏳ Sedang dibatalkan…`,
  deciding: html`⏳ Sedang dikerjakan…`,
};

export function stillAtWork(what: Html, seconds: number): Html {
  return html`${what} (${count(seconds)} detik)`;
}

export function byWhom(name: string | null): string {
  return name === null ? '' : `oleh ${name} `;
}
