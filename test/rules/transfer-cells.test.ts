import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJabatan } from '../../src/language/jabatan.ts';
import { parseRupiah } from '../../src/language/money.ts';
import { parsePhoneCell } from '../../src/language/phone-cell.ts';
import {
  parseTableDate,
  parseTablePeriod,
  periodNamed,
  titlePeriod,
} from '../../src/language/table-dates.ts';
import type { CellValue } from '../../src/platform/sheet.ts';

/** The value read, or the reason of the refusal. */
function outcome<T>(reading: { ok: true; value: T } | { ok: false; reason: string }): T | string {
  return reading.ok ? reading.value : reading.reason;
}

const EMPTY: CellValue[] = [null, '', '  ', '-', '–', 'N/A', '#N/A', 'nihil', '....'];

describe('an amount', () => {
  it.each<[CellValue, number | string]>([
    [500_000, 500_000],
    [0, 0],
    ['0', 0],
    ['500000', 500_000],
    ['500.000', 500_000],
    ['500,000', 500_000],
    ['Rp 500.000,-', 500_000],
    ['Rp. 500.000,-', 500_000],
    ['Rp500.000,00', 500_000],
    ['RP.500.000,--', 500_000],
    ['Rp 500.000.-', 500_000],
    ['IDR 500,000.00', 500_000],
    ['500000.00', 500_000],
    ['500 000', 500_000],
    ['12.350.000', 12_350_000],
    ['350 ribu', 350_000],
    ['350rb', 350_000],
    ['350k', 350_000],
    ['0,5 juta', 500_000],
    ['1.5 jt', 1_500_000],
    ['1,1 juta', 1_100_000],
    ['1 juta 250 ribu', 1_250_000],
    ['1.250 ribu', 1_250_000],
    ['Rp500.000 (lima ratus ribu rupiah)', 500_000],
    ['500.000/bulan', 500_000],
    ['Rp500.000 rupiah', 500_000],
    [499_999.999_999_999_9, 500_000],
    [500_000.5, 'fraction'],
    ['500.000,50', 'fraction'],
    ['500.5', 'fraction'],
    [-500_000, 'negative'],
    ['-500.000', 'negative'],
    ['(Rp 500.000)', 'negative'],
    ['Rp -500.000', 'negative'],
    ['5E+05', 'rounded_by_spreadsheet'],
    ['5,0E+05', 'rounded_by_spreadsheet'],
    [81_234_567_890_123, 'too_large'],
    ['1.500 juta', 'not_money'],
    ['5.00.000', 'not_money'],
    ['0.500', 'not_money'],
    ['lunas', 'not_money'],
    ['1 juta 5', 'not_money'],
    ['500.000 + 350.000', 'not_money'],
    [true, 'not_money'],
    [new Date('2024-05-22'), 'not_money'],
    [Number.NaN, 'not_money'],
  ])('%j is %j', (cell, expected) => {
    expect(outcome(parseRupiah(cell))).toBe(expected);
  });

  it.each(EMPTY)('%j is none', (cell) => expect(outcome(parseRupiah(cell))).toBe('empty'));

  it('is the same however it is written', () => {
    const style = { style: 'currency', currency: 'IDR' } as const;
    const whole = new Intl.NumberFormat('id-ID', { ...style, maximumFractionDigits: 0 });
    const cents = new Intl.NumberFormat('id-ID', { ...style, minimumFractionDigits: 2 });
    const english = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (amount) => {
        const ways = [
          amount,
          String(amount),
          whole.format(amount),
          cents.format(amount),
          english.format(amount),
          `${whole.format(amount)},-`,
          `Rp. ${amount}`,
          `${amount} rupiah`,
        ];
        for (const way of ways) expect(outcome(parseRupiah(way))).toBe(amount);
      }),
    );
  });

  it('never is anything but whole rupiah, whatever is in the cell', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double()), (cell) => {
        const reading = parseRupiah(cell);
        if (reading.ok)
          expect(Number.isSafeInteger(reading.value) && reading.value >= 0).toBe(true);
      }),
    );
  });
});

describe('a day', () => {
  it.each<[CellValue, string]>([
    [new Date('2024-05-22T00:00:00Z'), '2024-05-22'],
    [new Date('2024-05-22T23:30:00Z'), '2024-05-22'],
    [45_434, '2024-05-22'],
    [45_434.75, '2024-05-22'],
    ['45434', '2024-05-22'],
    [20_240_522, '2024-05-22'],
    ['22/05/2024', '2024-05-22'],
    ['22-5-24', '2024-05-22'],
    ['22.05.2024', '2024-05-22'],
    ['22 / 05 / 2024', '2024-05-22'],
    ['2024-05-22', '2024-05-22'],
    ['2024/5/22', '2024-05-22'],
    ['2024-05-22 08:00:00', '2024-05-22'],
    ['2024-05-22T08:00:00.000Z', '2024-05-22'],
    ['22/05/2024 08.00 WIB', '2024-05-22'],
    ['22 Mei 2024', '2024-05-22'],
    ['Rabu, 22 Mei 2024', '2024-05-22'],
    ['Rabu 22 mei 2024', '2024-05-22'],
    ['22-Mei-24', '2024-05-22'],
    ['22 May 2024', '2024-05-22'],
    ['22Mei2024', '2024-05-22'],
    ['May 22, 2024', '2024-05-22'],
    ['1 Pebruari 2024', '2024-02-01'],
    ['17 Agustsu 2024', '2024-08-17'],
    ['29/02/2024', '2024-02-29'],
    ['05/06/2024', '2024-06-05'],
    ['29/02/2023', 'not_a_date'],
    ['05/22/2024', 'month_first'],
    ['31 April 2024', 'not_a_date'],
    ['Mei 2024', 'not_a_date'],
    ['kemarin', 'not_a_date'],
    [500_000, 'not_a_date'],
    [2024, 'not_a_date'],
    [true, 'not_a_date'],
  ])('%j is %j', (cell, expected) => {
    expect(outcome(parseTableDate(cell))).toBe(expected);
  });

  it.each(EMPTY)('%j is none', (cell) => expect(outcome(parseTableDate(cell))).toBe('empty'));

  it('is the same in every form', () => {
    const days = fc.integer({ min: 32_874, max: 73_050 });
    fc.assert(
      fc.property(days, (serial) => {
        const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        const named = new Intl.DateTimeFormat('id-ID', { dateStyle: 'full', timeZone: 'UTC' });
        for (const way of [date, serial, iso, `${day}/${month}/${year}`, named.format(date)]) {
          expect(outcome(parseTableDate(way))).toBe(iso);
        }
      }),
    );
  });
});

describe('a month', () => {
  it.each<[CellValue, string]>([
    ['2024-04', '2024-04'],
    ['2024/4', '2024-04'],
    ['2024.04', '2024-04'],
    ['202404', '2024-04'],
    [202_404, '2024-04'],
    ['04/2024', '2024-04'],
    ['4-2024', '2024-04'],
    ['April 2024', '2024-04'],
    ['APRIL TAHUN 2024', '2024-04'],
    ['Bulan April 2024', '2024-04'],
    ['periode: april 2024', '2024-04'],
    ['Apr-24', '2024-04'],
    ["Apr '24", '2024-04'],
    ['apr.2024', '2024-04'],
    ['2024 April', '2024-04'],
    ['Nopember 2023', '2023-11'],
    ['Agst 2024', '2024-08'],
    ['Agung 2024', 'not_a_period'],
    ['Agustuss 2024', '2024-08'],
    [new Date('2024-04-01T00:00:00Z'), '2024-04'],
    [45_383, '2024-04'],
    ['01/04/2024', '2024-04'],
    ['30 April 2024', '2024-04'],
    ['April', 'no_year'],
    ['24-Apr', 'no_year'],
    ['April - Juni 2024', 'several_months'],
    ['Jan s.d. Mar 2024', 'several_months'],
    ['TW 1 2024', 'several_months'],
    ['Triwulan II', 'several_months'],
    ['2024', 'not_a_period'],
    [2024.1, 'not_a_period'],
    ['2024-13', 'not_a_period'],
    ['lunas', 'not_a_period'],
    [true, 'not_a_period'],
  ])('%j is %j', (cell, expected) => {
    expect(outcome(parseTablePeriod(cell))).toBe(expected);
  });

  it('takes the year from elsewhere only if it has none', () => {
    expect(outcome(parseTablePeriod('April', 2023))).toBe('2023-04');
    expect(outcome(parseTablePeriod('April 2024', 2023))).toBe('2024-04');
    expect(outcome(parseTablePeriod(null, 2023))).toBe('empty');
  });

  it.each<[CellValue[], string | null]>([
    [['April 2024'], '2024-04'],
    [[2024, 'Apr'], '2024-04'],
    [['Tahun 2024', 'April'], '2024-04'],
    [['Insentif Tahun 2024', 'Bulan April', 'Jumlah (Rp)'], '2024-04'],
    [['Jumlah Apr-24'], '2024-04'],
    [[new Date('2024-04-01T00:00:00Z')], '2024-04'],
    [['Mei'], '2022-05'],
    [['April 2024', 'Tanggal'], null],
    [[new Date('2024-04-22T00:00:00Z')], null],
    [['22/04/2024'], null],
    [['Jumlah'], null],
    [[2024], null],
    [['April 2024', 'Mei 2024'], null],
    [[], null],
  ])('as the title of a column: %j is %j', (parts, expected) => {
    expect(titlePeriod(parts, 2022)).toBe(expected);
  });
});

describe('the month a sheet speaks of', () => {
  it.each<[string[], string | null]>([
    [['PEMERINTAH KOTA TANGERANG', 'DAFTAR INSENTIF PSM BULAN APRIL 2024'], '2024-04'],
    [['Periode: Apr-2024', 'Tangerang, 22 Mei 2024'], '2024-04'],
    [['Insentif April Tahun 2024', 'Dicetak 22 April 2024'], '2024-04'],
    [['Tangerang, 22 Mei 2024'], null],
    [['April 2024', 'Mei 2024'], null],
    [['Januari s.d. Maret 2024'], null],
    [['TAHUN 2024'], null],
    [['Rekap', 'Nopember 2023'], '2023-11'],
    [[], null],
  ])('in %j is %j', (lines, expected) => {
    expect(periodNamed(lines)).toBe(expected);
  });
});

describe('a cell with a phone number', () => {
  it.each<[CellValue, string]>([
    [81_234_567_890, '+6281234567890'],
    [6_281_234_567_890, '+6281234567890'],
    ['+62 812-3456-7890', '+6281234567890'],
    ['62812 3456 7890', '+6281234567890'],
    ['0812 3456 7890', '+6281234567890'],
    ["'081234567890", '+6281234567890'],
    ['WA: 081234567890', '+6281234567890'],
    ['081234567890 (WA)', '+6281234567890'],
    ['HP/WA 081234567890', '+6281234567890'],
    ['081234567890 / 0812-3456-7890', '+6281234567890'],
    ['8.1234567890E+10', '+6281234567890'],
    ['8,1234567890E+10', '+6281234567890'],
    ['8.12346E+10', 'rounded_by_spreadsheet'],
    ['8,12E+11', 'rounded_by_spreadsheet'],
    [81_234_600_000, 'rounded_by_spreadsheet'],
    ['08123', 'too_short'],
    ['081234567890123', 'too_long'],
    ['021-5551234', 'not_a_phone'],
    ['tidak punya', 'not_a_phone'],
    ['0812 3456 789O', 'not_a_phone'],
    [812_345_678.5, 'not_a_phone'],
    [true, 'not_a_phone'],
    [new Date('2024-05-22'), 'not_a_phone'],
  ])('%j is %j', (cell, expected) => {
    const reading = parsePhoneCell(cell);
    expect(reading.ok ? reading.value.e164 : reading.reason).toBe(expected);
  });

  it.each(EMPTY)('%j is none', (cell) => {
    expect(parsePhoneCell(cell)).toEqual({ ok: false, reason: 'empty' });
  });

  it.each([
    '081234567890/081298765432',
    '081234567890, 081298765432',
    '081234567890\n081298765432',
    '0812-3456-7890 0812-9876-5432',
    '+6281234567890 atau 81298765432',
    '081234567890 dan 081234567890 dan 081298765432',
  ])('%j holds two, and neither is chosen', (cell) => {
    const reading = parsePhoneCell(cell);
    if (reading.ok || reading.reason !== 'several_numbers')
      throw new Error(JSON.stringify(reading));
    expect(reading.candidates.map(({ e164 }) => e164)).toEqual([
      '+6281234567890',
      '+6281298765432',
    ]);
  });

  it('offers the one number that can be dialled beside another that can not', () => {
    const reading = parsePhoneCell('021-5551234 / 081234567890');
    if (reading.ok || reading.reason !== 'several_numbers')
      throw new Error(JSON.stringify(reading));
    expect(reading.candidates.map(({ e164 }) => e164)).toEqual(['+6281234567890']);
  });
});

describe('a jabatan', () => {
  it.each<[CellValue, string]>([
    ['PSM', 'PSM'],
    ['psm kel.', 'PSM'],
    ['P.S.M.', 'PSM'],
    ['P S M', 'PSM'],
    ['Ketua PSM', 'PSM'],
    ['Pekerja Sosial Masyarakat', 'PSM'],
    ['Pekerja Sosial Masyarkat (PSM)', 'PSM'],
    ['TKSK', 'TKSK'],
    ['T.K.S.K', 'TKSK'],
    ['tksk kec. karawaci', 'TKSK'],
    ['Tenaga Kesejahteraan Sosial Kecamatan', 'TKSK'],
    ['Tenaga Kesejahtraan Sosial', 'TKSK'],
    ['PSM/TKSK', 'several'],
    ['Lurah', 'unknown'],
    ['sosial', 'unknown'],
    [1, 'unknown'],
  ])('%j is %j', (cell, expected) => {
    expect(outcome(parseJabatan(cell))).toBe(expected);
  });

  it.each(EMPTY)('%j is none', (cell) => expect(outcome(parseJabatan(cell))).toBe('empty'));
});
