import { count } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type RowName, rowName } from './transfer-rows.ts';

/** Rows that may mean several people: staff choose. */

export const labels = {
  open: (people: number) => `👥 Pilih orangnya (${count(people)})`,
  candidate: (name: string, area: string, phone: string | null) =>
    [name, area, phone].filter((part) => part !== null).join(' · '),
  skip: 'Lewati, bukan mereka',
  back: '📋 Lihat hasil periksa',
};

export interface DoubtWords {
  at: RowName;
  rows: number;
  name: string;
  phone: string | null;
  left: number;
}

export function ask({ at, rows, name, phone, left }: DoubtWords): Html {
  const more = rows > 1 ? ` dan ${count(rows - 1)} data lain` : '';
  return lines(
    html`👥 <b>Siapa yang dimaksud?</b>`,
    html`Di berkas, ${rowName(at)}${more}: <b>${name === '' ? '(tanpa nama)' : name}</b>${phone === null ? '' : `, ${phone}`}`,
    html`Pilih satu. Kalau tidak yakin, lewati saja: barisnya tetap ditolak.`,
    left > 1 && html`Masih ${count(left)} orang yang belum pasti.`,
  );
}

export const allChosen = lines(
  html`Semua sudah dipilih. Ini hasil periksa yang baru.`,
  html`Ada yang keliru dipilih? Tekan <b>Batal</b>, lalu kirim lagi berkasnya.`,
);
