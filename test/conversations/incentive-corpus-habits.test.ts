import { expect, it } from 'vitest';
import { dryRunOf } from '../support/dry-run.ts';
import { payingCity } from '../support/incentive-lists.ts';
import { csv } from '../support/table-file.ts';
import { workbook } from '../support/workbook.ts';

/** Months as the dry run would record them, and rows it refuses, one a line. */
async function rowsOf(name: string, bytes: Uint8Array): Promise<string[]> {
  const [, rows = ''] = (await dryRunOf(name, bytes)).split('— Baru —\n');
  return rows.split('\n').filter((line) => !line.startsWith('—'));
}

function sheet(rows: Parameters<typeof workbook>[0][number]['rows'], merged: string[] = []) {
  return workbook([{ name: 'Sheet1', rows, merged }]);
}

it('reads the amount beside an "Rp" that has a column of its own, and does not call that column unused', async () => {
  const text = await dryRunOf(
    'rp.xlsx',
    sheet(
      [
        ['No', 'Nama', 'Kelurahan', 'Bulan', 'Jumlah', null, 'Status'],
        [1, 'Siti Aminah', 'Cimone', 'Apr-24', 'Rp', 500_000, 'cair'],
        [2, 'Budi Santoso', 'Gondrong', 'Apr-24', 'Rp.', '500.000', 'cair'],
        [null, 'JUMLAH', null, null, 'Rp', 1_000_000, null],
      ],
      ['E1:F1'],
    ),
  );
  expect(text).toContain('ditransfer: 2 data, Rp1.000.000');
  expect(text).not.toContain('Kolom yang');
});

it('takes no other column for the amount where "Rp" stands alone', async () => {
  expect(
    await rowsOf(
      'rp-saja.xlsx',
      sheet([
        ['Nama', 'Kelurahan', 'Bulan', 'Jumlah', 'Potongan', 'Status'],
        ['Siti Aminah', 'Cimone', 'Apr-24', 'Rp', 25_000, 'cair'],
      ]),
    ),
  ).toEqual(['2 |  | Jumlah "Rp" tidak terbaca | Tulis angkanya saja, misalnya 500.000.']);
});

it('reads month and year from columns of their own; a number is a month only beside its year', async () => {
  expect(
    await rowsOf(
      'tahun.xlsx',
      sheet([
        ['NO', 'NAMA', 'KELURAHAN', 'BULAN', 'TAHUN', 'JUMLAH (Rp.)', 'STATUS'],
        [1, 'Siti Aminah', 'Cimone', 'April', 2024, '500.000', 'cair'],
        [2, 'Budi Santoso', 'Gondrong', 4, 2024, '500.000', 'SP2D terbit'],
        [3, 'Wati', 'Pinang', '04', '2023', '500.000', 'masuk rekening'],
        [4, 'Désirée Wijaya', 'Bugel', 4, null, '500.000', 'cair'],
      ]),
    ),
  ).toEqual([
    '2 | Siti Aminah | 2024-04 | 500000 | ditransfer |  | ',
    '3 | Budi Santoso | 2024-04 | 500000 | diproses |  | ',
    '4 | Wati | 2023-04 | 500000 | ditransfer |  | ',
    '5 |  | Periode "4" tidak terbaca | Tulis misalnya April 2024 atau 2024-04.',
  ]);
});

it('takes what is paid out where months have a column before tax and one after', async () => {
  expect(
    await rowsOf(
      'pajak.xlsx',
      sheet(
        [
          ['Status: ditransfer'],
          ['REKAP TAHUN 2024'],
          ['No', 'Nama', 'Kelurahan', 'Jan', null, 'Feb', null],
          [null, null, null, 'Bruto', 'Diterima', 'Bruto', 'Diterima'],
          [1, 'Siti Aminah', 'Cimone', 500_000, 475_000, 500_000, 475_000],
        ],
        ['D3:E3', 'F3:G3', 'A3:A4', 'B3:B4', 'C3:C4'],
      ),
    ),
  ).toEqual([
    '5 | Siti Aminah | 2024-01 | 475000 | ditransfer |  | ',
    '5 | Siti Aminah | 2024-02 | 475000 | ditransfer |  | ',
  ]);
});

it('reads "STATUS | : | DITRANSFER" right above the header, numbered names, and sums at the foot of a page', async () => {
  expect(
    await rowsOf(
      'halaman.xlsx',
      sheet([
        ['PENERIMA INSENTIF PSM BULAN : APRIL TAHUN 2024'],
        ['STATUS', ':', 'DITRANSFER'],
        ['No', 'Nama', 'Kel/Desa', 'Jml (Rp)', 'Paraf'],
        [1, '1. Siti Aminah', 'Cimone', '500.000,-/bln', null],
        [2, '2) H. Budi\nSantoso, S.Sos', 'Gondrong', ' 500 000 ', null],
        [null, 'Jumlah halaman ini', null, 1_000_000, null],
        [null, 'Jumlah dipindahkan', null, 1_000_000, null],
        ['No', 'Nama', 'Kel/Desa', 'Jml (Rp)', 'Paraf'],
        [3, 'Wati ', 'Pinang', 500_000, null],
        [null, null, null, 1_500_000, null],
      ]),
    ),
  ).toEqual([
    '4 | Siti Aminah | 2024-04 | 500000 | ditransfer |  | ',
    '5 | Budi Santoso | 2024-04 | 500000 | ditransfer |  | ',
    '9 | Wati | 2024-04 | 500000 | ditransfer |  | ',
    '10 |  | Nama dan nomor HP kosong | Isi nomor HP atau nama lengkapnya.',
  ]);
});

it('warns where half of the people stand in a second table to the right', async () => {
  const text = await dryRunOf(
    'kiri-kanan.xlsx',
    sheet([
      ['INSENTIF APRIL 2024'],
      ['Status: cair'],
      ['No', 'Nama', 'Jumlah', null, 'No', 'Nama', 'Jumlah'],
      [1, 'Siti Aminah', 500_000, null, 2, 'Wati', 500_000],
    ]),
  );
  expect(text).toContain('Baru: 1 data bulanan');
  expect(text).toContain('serupa dengan kolom lain, jadi tidak dibaca: Nama, Jumlah');
});

it('reads what copying leaves in a CSV: empty columns, apostrophes, texts as formulas, two numbers in a cell', async () => {
  const text = [
    ';;;;;;',
    ';No;Nama;No.HP/WA;Bulan;Jumlah;Sts',
    ';1;Siti Aminah;="081234567801";Apr-24;Rp500.000;cair',
    ";2;M. Wati;'+62 812-3456-7804;Apr'24;Rp500.000,-;sdh ditransfer",
    ';3;Budi Santoso;0812-3456-7802 / 0812-3456-7801;April 2024;500rb;Cair',
    ';;;;Total;Rp1.500.000;',
  ].join('\r\n');
  expect(await rowsOf('salin.csv', Buffer.from(text))).toEqual([
    '3 | Siti Aminah | 2024-04 | 500000 | ditransfer |  | ',
    '4 | Wati | 2024-04 | 500000 | ditransfer |  | ',
    '5 | Budi Santoso | 2024-04 | 500000 | ditransfer |  | ',
  ]);
});

it('says how to name the status where no column does', async () => {
  const { agus } = await payingCity();
  await agus.sendsFile(
    'tanpa-status.csv',
    csv(['nama', 'periode', 'jumlah'], ['Siti Aminah', 'April 2024', '500.000']),
    '/impor insentif',
  );
  agus.sees('cukup tulis di atas tabel, misalnya: Status: ditransfer');
});
