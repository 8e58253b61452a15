/**
 * Incentive lists the way offices send them, from the bytes of the file to the values. Every file
 * but the refused ones tells the same of the same three people.
 */
import { describe, expect, it } from 'vitest';
import { findTables, type TableRow } from '../../src/features/transfer/rules.ts';
import { parseRupiah } from '../../src/language/money.ts';
import { parsePhoneCell } from '../../src/language/phone-cell.ts';
import type { DroppedColumn } from '../../src/language/table-columns.ts';
import { parseTableDate, parseTablePeriod } from '../../src/language/table-dates.ts';
import type { Columns } from '../../src/language/table-layout.ts';
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts';
import { writeXlsx } from '../../src/platform/spreadsheet-write.ts';
import { workbook } from '../support/workbook.ts';

type Key = 'no_hp' | 'nama' | 'kelurahan' | 'periode' | 'jumlah' | 'tanggal';

const COLUMNS: Columns<Key> = {
  no_hp: { synonyms: ['no hp', 'telepon'], required: true },
  nama: { synonyms: ['nama'], required: true },
  kelurahan: { synonyms: ['kelurahan'], required: false, caption: true },
  periode: { synonyms: ['periode', 'bulan'], required: false, caption: true },
  jumlah: { synonyms: ['jumlah', 'nominal', 'insentif'], required: false },
  tanggal: { synonyms: ['tanggal', 'tanggal transfer'], required: false },
};

/** What an import would make of the file: one line per person and month, or why not. */
async function imported(bytes: Buffer): Promise<string[]> {
  const file = await readSpreadsheet({ name: 'insentif', bytes });
  if (!file.ok) return [file.reason];
  const found = findTables(file.sheets, COLUMNS);
  if (!found.ok) return [found.reason];
  return found.tables.flatMap(({ rows, period }) => rows.flatMap((row) => lines(row, period)));
}

async function droppedFrom(bytes: Buffer): Promise<DroppedColumn[]> {
  const file = await readSpreadsheet({ name: 'insentif', bytes });
  const found = findTables(file.ok ? file.sheets : [], COLUMNS);
  return found.ok ? found.tables.flatMap(({ droppedColumns }) => droppedColumns) : [];
}

function lines({ number, values, months }: TableRow<Key>, titlePeriod: string | null): string[] {
  const phone = parsePhoneCell(values.no_hp);
  const day = parseTableDate(values.tanggal);
  const period = parseTablePeriod(values.periode ?? titlePeriod);
  const amounts = Object.entries(months);
  if (amounts.length === 0 && period.ok) amounts.push([period.value, values.jumlah]);
  return amounts.map(([month, cell]) => {
    const amount = parseRupiah(cell);
    return [
      number,
      values.nama,
      values.kelurahan ?? '?',
      phone.ok ? phone.value.e164 : phone.reason,
      month,
      amount.ok ? amount.value : amount.reason,
      ...(day.ok ? [day.value] : []),
    ].join(' ');
  });
}

/** The three people, as they should come out; `at` are their rows. */
function people(at: [number, number, number], rest = ''): string[] {
  return [
    `${at[0]} Siti Aminah Cimone +6281234567890 2024-04 500000${rest}`,
    `${at[1]} Budi Cimone +6281234567891 2024-04 500000${rest}`,
    `${at[2]} Ani Nusa Jaya +6281234567892 2024-04 350000${rest}`,
  ];
}

describe('an incentive list', () => {
  it('with letterhead, merged titles, two header rows, totals and signatures', async () => {
    const bytes = workbook([
      {
        name: 'Lampiran',
        merged: [
          'A1:G1',
          'A2:G2',
          'A4:A5',
          'B4:B5',
          'C4:D4',
          'E4:E5',
          'F4:G4',
          'D7:D8',
          'A10:E10',
          'F12:G12',
        ],
        rows: [
          ['PEMERINTAH KOTA TANGERANG'],
          ['DAFTAR PENERIMA INSENTIF PSM BULAN APRIL TAHUN 2024'],
          [],
          ['No', 'Nama', 'Identitas', null, 'No. HP/WA', 'Pembayaran', null],
          [null, null, 'NIK', 'Kel/Desa', null, 'Jumlah (Rp)', 'Tanggal'],
          ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
          [1, 'Siti Aminah', '3671', 'Cimone', 81234567890, 500_000, { serial: 45434 }],
          [2, 'Budi', '3672', null, '0812-3456-7891', 'Rp 500.000,-', '22 Mei 2024'],
          [3, 'Ani', '3673', 'Nusa Jaya', "'081234567892", '350 ribu', '22/05/2024'],
          ['JUMLAH', null, null, null, null, { formula: 'SUM(F7:F9)', cached: 1_350_000 }, null],
          [],
          [null, null, null, null, null, 'Tangerang, 22 Mei 2024', null],
          [null, 'Mengetahui,', null, null, null, 'Bendahara,', null],
          [null, 'Drs. H. Asep', null, null, null, 'Rina, S.E.', null],
          [null, 'NIP. 19700101 199503 1 001', null, null, null, 'NIP. 198001012005012002', null],
        ],
      },
    ]);
    expect(await imported(bytes)).toEqual(people([7, 8, 9], ' 2024-05-22'));
    expect(await droppedFrom(bytes)).toEqual([{ title: 'Identitas NIK', why: 'identity_number' }]);
  });

  it('with one sheet per kelurahan, a hidden one and a summary', async () => {
    const header = ['NAMA LENGKAP', 'NO. HANDPHONE', 'BULAN', 'NOMINAL'];
    const bytes = workbook([
      {
        name: 'Rekap',
        rows: [
          ['Kelurahan', 'Jumlah'],
          ['Cimone', 2],
          ['Nusa Jaya', 1],
        ],
      },
      {
        name: 'Kel. Cimone',
        rows: [
          header,
          ['Siti Aminah', 81234567890, { serial: 45383 }, 500_000],
          ['Budi', 6281234567891, 'Apr-24', '500.000'],
        ],
      },
      { name: 'Lama', state: 'hidden', rows: [header, ['X', 81234567899, '2024-04', 1]] },
      { name: 'KELURAHAN NUSA JAYA', rows: [header, ['Ani', 81234567892, '04/2024', 350_000]] },
    ]);
    const [siti, budi, ani] = people([2, 3, 2]);
    expect(await imported(bytes)).toEqual([siti, budi, ani?.replace('Nusa Jaya', 'NUSA JAYA')]);
  });

  it('with one column per month and the year above them', async () => {
    const bytes = workbook([
      {
        name: '2024',
        merged: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2'],
        rows: [
          ['Nama', 'Kelurahan', 'No HP', 2024, null, null, 'Total'],
          [null, null, null, 'Maret', 'April', 'Mei', null],
          ['Siti Aminah', 'Cimone', 81234567890, null, 500_000, '-', 500_000],
          ['Budi', 'Cimone', 81234567891, null, 'Rp500.000,00', null, 500_000],
          ['Ani', 'Nusa Jaya', 81234567892, null, 350_000, null, 350_000],
          ['Jumlah', null, null, 0, 1_350_000, 0, 1_350_000],
        ],
      },
    ]);
    expect(await imported(bytes)).toEqual(people([3, 4, 5]));
  });

  it('with months as dates that only look like "Apr-24"', async () => {
    const bytes = workbook([
      {
        name: 'Data',
        rows: [
          ['Nama', 'Kel.', 'Telp', { serial: 45383 }],
          ['Siti Aminah', 'Cimone', 81234567890, 500_000],
          ['Budi', 'Cimone', 81234567891, 500_000],
          ['Ani', 'Nusa Jaya', 81234567892, 350_000],
        ],
      },
    ]);
    expect(await imported(bytes)).toEqual(people([2, 3, 4]));
  });

  it('with a heading for each kelurahan between the rows', async () => {
    const bytes = workbook([
      {
        name: 'Sheet1',
        merged: ['A3:D3', 'A6:D6'],
        rows: [
          ['Bulan : April 2024'],
          ['No', 'Nama', 'No HP', 'Jumlah'],
          ['KELURAHAN : Cimone', null, null, null],
          [1, 'Siti Aminah', 81234567890, 500_000],
          [2, 'Budi', 81234567891, 500_000],
          ['KELURAHAN : Nusa Jaya', null, null, null],
          [1, 'Ani', 81234567892, 350_000],
        ],
      },
    ]);
    expect(await imported(bytes)).toEqual(people([4, 5, 7]));
  });

  it('with formulas for everything', async () => {
    const text = (cached: string) => ({ formula: 'VLOOKUP(A1,B:C,2)', cached });
    const amount = (cached: number) => ({ formula: 'D1*1000', cached });
    const bytes = workbook([
      {
        name: 'Sheet1',
        rows: [
          ['Nama', 'Kel', 'HP', 'Periode', 'Jml'],
          [text('Siti Aminah'), 'Cimone', amount(81234567890), text('April 2024'), amount(500_000)],
          [
            text('Budi'),
            'Cimone',
            text('081234567891'),
            text('2024-04'),
            amount(499_999.9999999999),
          ],
          [text('Ani'), 'Nusa Jaya', 81234567892, text('04/2024'), amount(350_000)],
          [{ error: '#N/A' }, null, { error: '#REF!' }, null, { formula: 'X' }],
        ],
      },
    ]);
    expect(await imported(bytes)).toEqual(people([2, 3, 4]));
  });

  const CSV = [
    'nama;kelurahan;no_hp;periode;jumlah;tanggal',
    'Siti Aminah;Cimone;81234567890;2024-04;500000;2024-05-22',
    'Budi;Cimone;0812 3456 7891;April 2024;"Rp 500.000,-";22/05/2024',
    'Ani;Nusa Jaya;+62 812-3456-7892;Apr-24;350.000,00;"Rabu, 22 Mei 2024"',
  ].join('\r\n');

  it.each<[string, Buffer]>([
    ['semicolons and BOM', Buffer.from(`\uFEFF${CSV}`)],
    ['Excel\'s "Unicode Text"', Buffer.from(`\uFEFF${CSV.replaceAll(';', '\t')}`, 'utf16le')],
    ["Excel's separator line", Buffer.from(`sep=;\r\n${CSV}`)],
    ['line ends of Linux', Buffer.from(CSV.replaceAll('\r', ''))],
  ])('as CSV with %s', async (_, bytes) => {
    expect(await imported(bytes)).toEqual(people([2, 3, 4], ' 2024-05-22'));
  });

  it('as Windows-1252 with titles above and totals below', async () => {
    const text = `DAFTAR INSENTIF – BULAN APRIL 2024;;;\r\n;;;\r\n${CSV.replaceAll(/Rp 500/g, 'Rp\u00a0500')}\r\nTOTAL;;;;1.350.000;\r\n`;
    const bytes = Buffer.from(text.replaceAll('–', '\x96'), 'latin1');
    expect(await imported(bytes)).toEqual(people([4, 5, 6], ' 2024-05-22'));
  });

  it('as this program writes it', async () => {
    const bytes = await writeXlsx([
      {
        name: 'Insentif',
        columns: [
          { title: 'Nama' },
          { title: 'Kelurahan' },
          { title: 'No HP' },
          { title: 'Periode' },
          { title: 'Jumlah', kind: 'rupiah' },
          { title: 'Tanggal', kind: 'date' },
        ],
        rows: [
          ['Siti Aminah', 'Cimone', '0812-3456-7890', 'April 2024', 500_000, '2024-05-22'],
          ['Budi', 'Cimone', '081234567891', '2024-04', 500_000, '2024-05-22'],
          ['Ani', 'Nusa Jaya', '+6281234567892', '04/2024', 350_000, '2024-05-22'],
        ],
      },
    ]);
    expect(await imported(bytes)).toEqual(people([2, 3, 4], ' 2024-05-22'));
  });

  it('whose phone numbers the spreadsheet rounded or doubled says so, row by row', async () => {
    const text =
      'nama;kel;hp;periode;jumlah\nSiti;Cimone;8,12346E+10;2024-04;5E+05\nBudi;Cimone;081234567891/081234567892;2024-04;500.000\nAni;Cimone;;2024-04;lunas\n';
    expect(await imported(Buffer.from(text))).toEqual([
      '2 Siti Cimone rounded_by_spreadsheet 2024-04 rounded_by_spreadsheet',
      '3 Budi Cimone several_numbers 2024-04 500000',
      '4 Ani Cimone empty 2024-04 not_money',
    ]);
  });

  it('without a table is refused', async () => {
    expect(await imported(Buffer.from('Yth. Bapak/Ibu,\nbersama ini kami sampaikan…\n'))).toEqual([
      'no_header',
    ]);
    expect(await imported(Buffer.from(''))).toEqual(['empty']);
    expect(await imported(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toEqual(['unsupported_format']);
  });
});
