import { monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';

/** Standing amounts: looking them up and adding one. */

export const menu = 'Besaran insentif yang berlaku';

export const labels = { save: '✅ Simpan', cancel: 'Batal' };

export interface RateWords {
  jabatan: string;
  fromPeriod: string;
  amount: number;
  payer: string;
  label: string;
}

export function list(rates: readonly RateWords[]): Html {
  return lines(
    html`<b>Besaran per bulan</b>`,
    '',
    rates.length === 0 && html`Belum ada besaran yang dicatat.`,
    ...rates.map(
      (rate) =>
        html`• ${rate.jabatan}, mulai ${monthOf(rate.fromPeriod)}: <b>${rupiah(rate.amount)}</b> (${rate.label}, ${rate.payer})`,
    ),
    '',
    html`Menambah: <i>/besaran PSM 2025-01 600000</i>`,
    html`Dengan pembayar dan sebutan: <i>/besaran TKSK 2025-01 1000000 Kementerian Sosial / Tali asih</i>`,
  );
}

export function confirm(rate: RateWords, instead: RateWords | null): Html {
  return lines(
    html`<b>Besaran baru</b>`,
    html`${rate.jabatan}, mulai ${monthOf(rate.fromPeriod)}: <b>${rupiah(rate.amount)}</b> per bulan`,
    html`${rate.label}, dibayar ${rate.payer}.`,
    instead !== null &&
      html`Sebelumnya ${rupiah(instead.amount)} sejak ${monthOf(instead.fromPeriod)}.`,
    '',
    html`Disimpan?`,
  );
}

const example = html`Contoh: <i>/besaran PSM 2025-01 600000</i>`;

export const problems = {
  form: lines(html`Tulis jabatan, bulan mulai, lalu jumlahnya.`, example),
  jabatan: lines(html`Jabatannya PSM atau TKSK.`, example),
  period: lines(html`Bulan mulainya tidak terbaca, atau terlalu jauh.`, example),
  amount: lines(html`Jumlahnya tidak wajar. Tulis rupiah per bulan.`, example),
  payer: lines(
    html`Siapa yang membayar? Tulis di belakang jumlahnya.`,
    html`Contoh: <i>/besaran TKSK 2025-01 1000000 Kementerian Sosial / Tali asih</i>`,
  ),
};

export const saved = html`✅ Besaran disimpan.`;
export const sameAsBefore = html`Besaran itu sudah tercatat begitu. Tidak ada yang berubah.`;
export const nothingToSave = html`Tidak ada besaran yang menunggu disimpan. Lihat yang berlaku dengan /besaran.`;
export const dropped = html`Baik, tidak disimpan.`;
export const pressFirst = html`Besaran di atas belum disimpan. Tekan Simpan atau Batal dulu, ya.`;
