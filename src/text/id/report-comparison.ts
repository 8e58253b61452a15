import { DateTime } from 'luxon';
import { type Html, html, lines } from '../html.ts';
import { asOfWords } from './report.ts';

/** The last events side by side. */

export const labels = {
  chart: '📊 Grafik',
  file: '📥 Unduh XLSX',
  refresh: '🔄 Segarkan',
  recaps: '⬅️ Rekap per acara',
};

export const nothingYet = lines(
  html`Belum ada kegiatan yang sudah berlangsung di wilayah Bapak/Ibu, jadi belum ada yang bisa dibandingkan.`,
  html`Rekap undangan yang sedang berjalan: /rekap`,
);

export const tableHeads = { name: 'Kegiatan', numbers: ['U', 'H', 'D', '%'] };
/** Where nobody was checked in, nothing is known. */
export const unknown = '-';

/** `1 22/05/24` */
export const shortName = (order: number, at: Date) =>
  `${order} ${DateTime.fromJSDate(at).toFormat('dd/MM/yy')}`;

export function comparison(
  { area, asOf }: { area: string; asOf: Date },
  titles: string[],
  table: string,
): Html {
  return lines(
    html`⚖️ <b>Kegiatan terakhir</b>`,
    html`Wilayah: ${area}`,
    '',
    html`<pre>${table}</pre>`,
    html`U diundang, H menjawab hadir, D datang, % datang dari yang diundang, - tanpa absen`,
    '',
    ...titles.map((title, at) => html`${at + 1}. ${title}`),
    '',
    html`<i>${asOfWords(asOf)}</i>`,
  );
}

export const chart = {
  title: 'Kegiatan terakhir',
  subtitle: (area: string, asOf: Date) => `Yang diundang, ${area}\n${asOfWords(asOf)}`,
  row: (at: Date, title: string) => `${DateTime.fromJSDate(at).toFormat('dd/MM/yy')} ${title}`,
  came: 'Datang',
  absent: 'Tidak datang',
  notCheckedIn: 'Tanpa absen',
  note: 'Angka di ujung baris: jumlah yang diundang.',
  fileName: 'perbandingan-kegiatan.png',
};

export const sheet = 'Perbandingan';
export const fileName = 'perbandingan-kegiatan.xlsx';

export const columns = {
  day: 'Tanggal',
  title: 'Kegiatan',
  place: 'Tempat',
  invited: 'Diundang',
  hadir: 'Menjawab hadir',
  tidakHadir: 'Menjawab tidak hadir',
  izin: 'Izin',
  belum: 'Belum menjawab',
  came: 'Datang',
  absent: 'Tidak datang',
  percent: '% datang',
  brokenPromise: 'Menjawab hadir, tidak datang',
  unannounced: 'Datang tanpa menjawab',
  walkIns: 'Di luar undangan',
};

export function caption(area: string, asOf: Date): Html {
  return html`Perbandingan kegiatan terakhir, ${area}. ${asOfWords(asOf)}.`;
}
