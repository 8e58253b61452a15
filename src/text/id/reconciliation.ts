import { count, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import type { Reason } from './transfer-rows.ts';

/** A bank's result beside our own list. */

export const menu = 'Cocokkan hasil transfer dari bank';

export interface Group {
  months: number;
  amount: number;
}

/** `April 2024`, or of several months all of them. */
export function title(periods: readonly string[], inferred: string | null): Html {
  if (periods.length === 0) return html`Bulannya belum terbaca.`;
  return lines(
    html`Bulan: <b>${periods.map(monthOf).join(', ')}</b>`,
    inferred !== null &&
      html`<i>Berkasnya tidak menyebut bulan. Hanya di bulan ini uang mereka sedang diproses.</i>`,
  );
}

/** The four groups, each with people and rupiah. */
export function groups(all: {
  paid: Group & { fresh: number };
  failed: Group & { fresh: number };
  missing: Group;
  unexpected: Group;
}): Html {
  const { paid, failed, missing, unexpected } = all;
  return lines(
    html`✅ Dibayar: <b>${count(paid.months)}</b> orang, ${rupiah(paid.amount)}${known(paid)}`,
    html`⏸ Gagal: <b>${count(failed.months)}</b> orang, ${rupiah(failed.amount)}${known(failed)}`,
    html`❔ Tidak ada di berkas: <b>${count(missing.months)}</b> orang, ${rupiah(missing.amount)}`,
    html`⚠️ Tidak cocok: <b>${count(unexpected.months)}</b> baris, ${rupiah(unexpected.amount)}`,
  );
}

function known({ months, fresh }: { months: number; fresh: number }): string {
  return months === fresh ? '' : ` (${count(months - fresh)} sudah tercatat begitu)`;
}

export const consequence = lines(
  html`Kalau diterapkan: yang dibayar menjadi <b>ditransfer</b>, yang gagal menjadi <b>ditunda</b> dengan alasan dari bank.`,
  html`Yang tidak ada di berkas dan yang tidak cocok dibiarkan seperti semula.`,
);

export function remarks(seen: { takesBack: number; numbersHidden: number }): Html | null {
  const said = [
    seen.takesBack > 0 &&
      html`⚠️ ${count(seen.takesBack)} orang sudah tercatat ditransfer, tetapi menurut bank gagal.`,
    seen.numbersHidden > 0 &&
      html`🔒 Nomor panjang di alasan disamarkan pada ${count(seen.numbersHidden)} baris; hanya empat angka terakhir yang disimpan.`,
  ].filter((line) => line !== false);
  return said.length === 0 ? null : lines(...said);
}

export const headings = {
  failed: 'Yang gagal',
  unexpected: 'Yang tidak cocok',
};

/** `Siti Aminah, April 2024: Rp500.000. Rekening pasif` */
export function failedMonth(
  name: string,
  period: string,
  amount: number,
  reason: string | null,
): Html {
  return html`${name}, ${monthOf(period)}: ${rupiah(amount)}${reason === null ? '' : `. ${reason}`}`;
}

export function result(paid: number, failed: number): Html {
  return html`Hasil bank: <b>${count(paid)}</b> orang menjadi ditransfer, <b>${count(failed)}</b> orang menjadi ditunda.`;
}

export const reasons = {
  noResult: { why: 'Hasilnya kosong', todo: 'Isi Berhasil atau Gagal.' },
  unclearResult: (written: string): Reason => ({
    why: `Hasil "${written}" belum pasti`,
    todo: 'Tunggu hasil akhir dari bank, lalu isi Berhasil atau Gagal.',
  }),
  notListed: (period: string): Reason => ({
    why: `Tidak ada di daftar insentif ${monthOf(period)}`,
    todo: 'Periksa bulannya, atau masukkan dulu daftarnya lewat /impor insentif.',
  }),
  otherAmount: (listed: number): Reason => ({
    why: `Di daftar kita jumlahnya ${rupiah(listed)}`,
    todo: 'Tanyakan ke bank, atau betulkan daftarnya lewat /impor insentif.',
  }),
  rejected: {
    why: 'Di daftar kita bulan ini ditolak',
    todo: 'Tanyakan ke bank mengapa uangnya dikirim.',
  },
  locked: (period: string): Reason => ({
    why: `${monthOf(period)} sudah dikunci`,
    todo: 'Minta admin membuka kuncinya lewat /kunci, lalu kirim lagi.',
  }),
};

export const sheets = {
  paid: 'Dibayar',
  failed: 'Gagal',
  missing: 'Tidak ada di berkas',
  unexpected: 'Tidak cocok',
};

export const columns = {
  name: 'Nama',
  jabatan: 'Jabatan',
  area: 'Wilayah',
  phone: 'No. HP',
  period: 'Bulan',
  amount: 'Jumlah',
  before: 'Status sekarang',
  date: 'Tanggal',
  reason: 'Alasan bank',
  row: 'Baris',
};
