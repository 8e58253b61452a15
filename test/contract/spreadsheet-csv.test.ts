import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileBytes, SheetRow } from '../../src/platform/sheet.ts';
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts';
import { BrokenCsvError, streamCsvRows } from '../../src/platform/spreadsheet-csv.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rowsOf(bytes: FileBytes): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of streamCsvRows(bytes)) rows.push(row);
  return rows;
}

const TABLE = [
  { number: 1, cells: ['nama', 'kelurahan', 'jumlah'] },
  { number: 2, cells: ['Siti', 'Karawaci', '500.000,00'] },
  { number: 3, cells: ['René', 'Nusa Jaya', '350.000'] },
];

function table(separator: string, newline = '\r\n'): string {
  const amount = separator === ',' ? '"500.000,00"' : '500.000,00';
  return [
    ['nama', 'kelurahan', 'jumlah'],
    ['Siti', 'Karawaci', amount],
    ['René', 'Nusa Jaya', '350.000'],
  ]
    .map((cells) => cells.join(separator) + newline)
    .join('');
}

function swapped(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('a CSV', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(table(';'))],
    ['UTF-8 with BOM', Buffer.from(`\uFEFF${table(';')}`)],
    ['Windows-1252', Buffer.from(table(';'), 'latin1')],
    ['UTF-16 with BOM', Buffer.from(`\uFEFF${table('\t')}`, 'utf16le')],
    ['UTF-16 without BOM', Buffer.from(table('\t'), 'utf16le')],
    ['UTF-16 the other way round', swapped(`\uFEFF${table(';')}`)],
    ['UTF-16 the other way round without BOM', swapped(table(';'))],
    ['semicolons', Buffer.from(table(';', '\n'))],
    ['commas', Buffer.from(table(','))],
    ['tabs', Buffer.from(table('\t'))],
    ['bars', Buffer.from(table('|'))],
    ['old Mac line ends', Buffer.from(table(';', '\r'))],
    ["Excel's line that names the separator", Buffer.from(`sep=;\r\n${table(';')}`)],
    ['the same after a BOM', Buffer.from(`\uFEFFsep=|\n${table('|', '\n')}`)],
  ])('in %s is read the same', async (_, bytes) => {
    expect(await rowsOf(bytes)).toEqual(TABLE);
  });

  it('finds an accent in its last row only', async () => {
    const long = `nama;kelurahan\n${'Siti;Karawaci\n'.repeat(10_000)}René;Cimone\n`;
    const rows = await rowsOf(Buffer.from(long, 'latin1'));
    expect(rows.at(-1)).toEqual({ number: 10_002, cells: ['René', 'Cimone'] });
    expect((await rowsOf(Buffer.from(long))).at(-1)?.cells).toEqual(['René', 'Cimone']);
  });

  it('keeps separators, quotes and line breaks inside quotes; numbers count rows, not lines', async () => {
    const text =
      'nama;alamat\n"Siti ""Ina"" A; S.Sos";"Jl. Mawar\nRT 01"\n\n;\nBudi;"""Blok"" C"\n';
    expect(await rowsOf(Buffer.from(text))).toEqual([
      { number: 1, cells: ['nama', 'alamat'] },
      { number: 2, cells: ['Siti "Ina" A; S.Sos', 'Jl. Mawar\nRT 01'] },
      { number: 5, cells: ['Budi', '"Blok" C'] },
    ]);
  });

  it('finds the separator below titles that have others', async () => {
    const text =
      'DAFTAR PSM, TKSK, DAN LAINNYA\nTangerang, 22 Mei 2024\nnama;no_hp;kel\nA, B, C;1;2\nD;3;4\n';
    expect((await rowsOf(Buffer.from(text)))[2]?.cells).toEqual(['nama', 'no_hp', 'kel']);
  });

  it('lives with rows of different length, mixed line ends and stray quotes', async () => {
    const text = 'a;b;c\r\nd\ne;f;g;h\r\n5" pipa;x;y\r\n';
    expect((await rowsOf(Buffer.from(text))).map(({ cells }) => cells)).toEqual([
      ['a', 'b', 'c'],
      ['d'],
      ['e', 'f', 'g', 'h'],
      ['5" pipa', 'x', 'y'],
    ]);
  });

  it('takes off what was only there to keep zeros or to disarm formulas', async () => {
    const text = 'hp;ket\n"=""081234567890""";\'=1+1\n="0812";\'-\n';
    expect((await rowsOf(Buffer.from(text))).slice(1).map(({ cells }) => cells)).toEqual([
      ['081234567890', '=1+1'],
      ['0812', '-'],
    ]);
  });

  it('is one sheet, named after the file, even if that says .xlsx', async () => {
    const file = { name: 'Data PSM 2024.xlsx', bytes: Buffer.from(table(';')) };
    expect(await readSpreadsheet(file)).toEqual({
      ok: true,
      sheets: [{ name: 'Data PSM 2024', rows: TABLE }],
    });
  });

  it('says after which row it can not be cut any further', async () => {
    const reading = rowsOf(Buffer.from('a;b\nc;d\n"e;f\ng;h\n'));
    await expect(reading).rejects.toThrow(BrokenCsvError);
    await expect(rowsOf({ path: join(folder, 'tidak-ada.csv') })).rejects.toThrow('ENOENT');
  });

  it('gives a row of over a megabyte up instead of holding it', async () => {
    const endless = Buffer.from(`a;b\n"${'x;y\n'.repeat(1_000_000)}`);
    await expect(rowsOf(endless)).rejects.toThrow(BrokenCsvError);
  });

  it('streams 100,000 rows, none lost, none twice, holding none back', async () => {
    const path = join(folder, 'besar.csv');
    function* lines() {
      yield 'no;nama;no_hp;jumlah\r\n';
      for (let i = 1; i <= 100_000; i++) yield `${i};"Kader ${i}, S.Sos";08120${i};500.000\r\n`;
    }
    await pipeline(Readable.from(lines()), createWriteStream(path));
    let expected = 1;
    let sum = 0;
    for await (const { number, cells } of streamCsvRows({ path })) {
      if (number > 1) {
        if (number !== expected || cells[1] !== `Kader ${number - 1}, S.Sos`) {
          throw new Error(`row ${number} is wrong: ${cells.join('|')}`);
        }
        sum += Number(cells[0]);
      }
      expected += 1;
    }
    expect(expected).toBe(100_002);
    expect(sum).toBe(5_000_050_000);
  });

  it('can be left in the middle', async () => {
    const path = join(folder, 'besar.csv');
    for await (const { number } of streamCsvRows({ path })) if (number === 10) break;
    expect((await rowsOf({ path })).length).toBe(100_001);
  });
});
