import { type Html, html } from '../html.ts';

/** Areas: as buttons, and when somebody types them. */

export const previousPage = '◀️ Sebelumnya';
export const nextPage = 'Berikutnya ▶️';

export function kecamatanLabel(kecamatan: string): string {
  return `Kecamatan ${kecamatan}`;
}

export function kelurahanLabel(kelurahan: string, kecamatan: string): string {
  return `Kel. ${kelurahan} (Kec. ${kecamatan})`;
}

/** `Kelurahan Karawaci, Kecamatan Karawaci`, or the kecamatan alone. */
export function fullPlace(kelurahan: string | null, kecamatan: string): string {
  return kelurahan === null
    ? `Kecamatan ${kecamatan}`
    : `Kelurahan ${kelurahan}, Kecamatan ${kecamatan}`;
}

export function unknown(said: string): Html {
  return html`Maaf, "${said}" tidak ada di daftar wilayah. Coba tulis lagi, atau pilih tombol.`;
}

export function unclear(said: string, choices: number): Html {
  return choices === 1
    ? html`"${said}": apakah maksudnya yang ini? Kalau bukan, tulis lagi.`
    : html`"${said}": yang mana maksudnya? Kalau tidak ada di sini, tulis lagi.`;
}
