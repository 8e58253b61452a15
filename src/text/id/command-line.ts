import { count } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Imports from the shell, where nobody can be asked and there is no button. */

export const usage = lines(
  html`Cara pakai:`,
  html`  npm run kader -- import kader BERKAS              memasukkan daftar kader`,
  html`  npm run kader -- import insentif BERKAS           memasukkan daftar insentif`,
  html`  npm run kader -- import kader BERKAS --periksa    hanya memeriksa, tidak mengubah apa pun`,
);

export function noSuchFile(path: string): Html {
  return html`Berkas ${path} tidak ditemukan atau tidak bisa dibuka.`;
}

export function checked(fileName: string, databaseUrl: string, body: Html): Html {
  return lines(html`Hasil periksa: ${fileName}`, html`Basis data: ${databaseUrl}`, '', body);
}

export function allRefused(rows: readonly Html[]): Html {
  return lines(html`Semua baris yang ditolak:`, ...rows.map((row) => html`• ${row}`));
}

export const nothingToChange = html`Tidak ada yang perlu diubah.`;
export const onlyChecked = html`Hanya diperiksa. Jalankan lagi tanpa --periksa untuk menerapkan.`;

export function applied(result: Html, refused: number): Html {
  return lines(
    html`Sudah diterapkan. ${result}`,
    refused > 0 && html`${count(refused)} baris yang ditolak tidak dimasukkan.`,
  );
}

export const waitsForApproval = html`Belum diterapkan: menunggu persetujuan petugas di Telegram.`;
export const nobodyToApprove = html`Belum diterapkan: perlu disetujui petugas di Telegram, tetapi belum ada petugas yang bisa dihubungi.`;
export const changedMeanwhile = html`Datanya berubah selagi diperiksa, jadi belum diterapkan. Jalankan sekali lagi.`;
