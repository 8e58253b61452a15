import { DateTime } from 'luxon';
import { count, dateAndTime, monthOf, rupiah } from '../format.ts';
import { type Html, html, lines } from '../html.ts';
import { type Status, type Sum, statusMarks, statusWords } from './incentive.ts';

/** Where the money of each month is: for staff, and of their own area for coordinators. */

export const menu = 'Laporan insentif per bulan';

export const labels = {
  period: (period: string) => shortMonth(period),
  older: '◀️ Lebih lama',
  newer: 'Lebih baru ▶️',
  chart: '📊 Grafik',
  file: '📥 Unduh XLSX',
  refresh: '🔄 Perbarui',
  wholeArea: '⬅️ Semua wilayah',
  otherMonths: '⬅️ Bulan lain',
};

export const wholeCity = 'Seluruh kota';
export const wholeArea = 'Wilayah Bapak/Ibu';
/** The row of a kecamatan's TKSK, who belong to no kelurahan. */
export const wholeKecamatan = 'TKSK';
export const total = 'Jumlah';

export const nothingYet = lines(
  html`Belum ada daftar insentif di wilayah Bapak/Ibu.`,
  html`Setelah petugas memasukkan daftarnya, laporannya ada di sini.`,
);

export function nothingInMonth(period: string, area: string): Html {
  return html`Untuk ${monthOf(period)} belum ada daftar insentif (${area}).`;
}

export interface PeriodLine {
  period: string;
  sums: readonly Sum[];
  total: { months: number; amount: number };
}

/** `Apr 2024 · 990 orang · Rp495.000.000`, and below it how many stand where. */
export function periods(area: string, months: readonly PeriodLine[]): Html {
  return lines(
    html`<b>Laporan insentif</b>`,
    html`${area}. Pilih bulannya untuk melihat rinciannya.`,
    '',
    ...months.map((month) =>
      month.sums.length === 0
        ? html`▫️ <b>${shortMonth(month.period)}</b> · belum ada daftar`
        : lines(
            html`<b>${shortMonth(month.period)}</b> · ${count(month.total.months)} orang · ${rupiah(month.total.amount)}`,
            html`${month.sums.map(({ status, months: people }) => `${statusMarks[status]} ${count(people)}`).join('  ')}`,
          ),
    ),
    '',
    html`<i>${legend}</i>`,
  );
}

const legend = (Object.keys(statusWords) as Status[])
  .map((status) => `${statusMarks[status]} ${statusWords[status]}`)
  .join(' · ');

export const tableHeads = {
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  numbers: ['Jml', 'Cair', 'Jln', 'Stp'],
} as const;

/** One month: every status with people and money, and the areas as a table. */
export function month(
  head: { period: string; area: string; asOf: Date },
  sums: readonly Sum[],
  all: { months: number; amount: number },
  table: string,
): Html {
  return lines(
    html`<b>Insentif ${monthOf(head.period)}</b>`,
    html`${head.area}, per ${dateAndTime(head.asOf)}`,
    '',
    html`<b>${count(all.months)} orang, ${rupiah(all.amount)}</b>`,
    ...sums.map(
      ({ status, months, amount }) =>
        html`${statusMarks[status]} ${statusWords[status]}: ${count(months)} orang, ${rupiah(amount)}`,
    ),
    '',
    html`<pre>${table}</pre>`,
    html`<i>Orang: Cair = ditransfer, Jln = diusulkan sampai diproses, Stp = ditunda atau ditolak.</i>`,
  );
}

export const chartTitle = (period: string) => `Insentif ${monthOf(period)}`;
export const chartSubtitle = (area: string, level: 'kecamatan' | 'kelurahan') =>
  `${area}: jumlah orang per ${level}, menurut status`;
export const chartNote = (asOf: Date) => `Data Dinsos per ${dateAndTime(asOf)}`;

export function chartCaption(period: string, area: string): Html {
  return html`📊 Insentif ${monthOf(period)}, ${area}`;
}

export const chartName = (period: string) => `insentif-${period}.png`;
export const fileName = (period: string) => `laporan-insentif-${period}.xlsx`;

export function fileCaption(period: string, area: string, leftOut: number): Html {
  return lines(
    html`Laporan insentif ${monthOf(period)}, ${area}.`,
    leftOut > 0 && html`Nama ${count(leftOut)} orang terakhir tidak muat; jumlahnya tetap lengkap.`,
  );
}

export const sheets = {
  kecamatan: 'Per kecamatan',
  kelurahan: 'Per kelurahan',
  people: 'Per orang',
};

export const columns = {
  kecamatan: 'Kecamatan',
  kelurahan: 'Kelurahan',
  name: 'Nama',
  jabatan: 'Jabatan',
  amount: 'Jumlah',
  status: 'Status',
  date: 'Tanggal',
  note: 'Keterangan',
  people: (status: Status) => `${statusWords[status]} (orang)`,
  rupiah: (status: Status) => `${statusWords[status]} (Rp)`,
  allPeople: 'Jumlah (orang)',
  allRupiah: 'Jumlah (Rp)',
};

function shortMonth(period: string): string {
  return DateTime.fromISO(`${period}-01`).setLocale('id').toFormat('LLL yyyy');
}
