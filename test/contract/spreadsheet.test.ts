import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CellValue, Sheet } from '../../src/platform/sheet.ts';
import {
  identifySpreadsheet,
  READ_LIMITS,
  readSpreadsheet,
} from '../../src/platform/spreadsheet.ts';
import { workbook, zip } from '../support/workbook.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Buffer, name = 'Data Kader.xlsx'): Promise<Sheet[]> {
  const result = await readSpreadsheet({ name, bytes });
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.sheets;
}

async function firstRows(bytes: Buffer): Promise<[number, ...CellValue[]][]> {
  const [sheet] = await read(bytes);
  return (sheet?.rows ?? []).map(({ number, cells }) => [number, ...cells]);
}

describe('an XLSX workbook', () => {
  it('gives texts, numbers, booleans and dates, and the row numbers of the screen', async () => {
    const bytes = workbook([
      {
        name: 'Data & Rekap',
        rows: [
          ['Nama', 'No HP', 'Tanggal', 'Aktif'],
          [],
          ['  Siti\u00a0Aminah ', 81234567890, { serial: 45434 }, true],
          [null, null, null, null],
          ['Budi', '\u202a0812-3456-7891\u202c', { serial: 45434.5 }, false],
        ],
      },
    ]);
    expect((await read(bytes))[0]?.name).toBe('Data & Rekap');
    expect(await firstRows(bytes)).toEqual([
      [1, 'Nama', 'No HP', 'Tanggal', 'Aktif'],
      [3, 'Siti Aminah', 81234567890, new Date('2024-05-22T00:00:00Z'), true],
      [5, 'Budi', '0812-3456-7891', new Date('2024-05-22T12:00:00Z'), false],
    ]);
  });

  it('counts rows that the file leaves out', async () => {
    const bytes = workbook([{ name: 'A', firstRow: 7, rows: [['Nama'], ['Siti']] }]);
    expect(await firstRows(bytes)).toEqual([
      [7, 'Nama'],
      [8, 'Siti'],
    ]);
  });

  it('takes the value a formula had last, and nothing for an error', async () => {
    const bytes = workbook([
      {
        name: 'A',
        rows: [
          [
            { formula: 'SUM(A2:A9)', cached: 500_000 },
            { formula: 'UPPER("psm")', cached: 'PSM' },
            { formula: 'NOW()' },
            { error: '#REF!' },
            'x',
          ],
        ],
      },
    ]);
    expect(await firstRows(bytes)).toEqual([[1, 500_000, 'PSM', null, null, 'x']]);
  });

  it('fills merged cells, but repeats an amount only to the right', async () => {
    const bytes = workbook([
      {
        name: 'A',
        merged: ['A1:D1', 'A2:A4', 'C2:C4', 'D2:D3', 'A5:B5'],
        rows: [
          [2024, null, null, null],
          ['Karawaci', 'Siti', 1_500_000, { serial: 45434 }],
          [null, 'Budi', null, null],
          [null, 'Ani', null, 'x'],
          [7, null, null, 'y'],
        ],
      },
    ]);
    const day = new Date('2024-05-22T00:00:00Z');
    expect(await firstRows(bytes)).toEqual([
      [1, 2024, 2024, 2024, 2024],
      [2, 'Karawaci', 'Siti', 1_500_000, day],
      [3, 'Karawaci', 'Budi', null, day],
      [4, 'Karawaci', 'Ani', null, 'x'],
      [5, 7, 7, null, 'y'],
    ]);
  });

  it('gives every visible sheet in order, and none that is hidden', async () => {
    const bytes = workbook([
      { name: 'Karawaci', rows: [['a']] },
      { name: 'Lama', state: 'hidden', rows: [['b']] },
      { name: 'Rumus', state: 'veryHidden', rows: [['c']] },
      { name: 'Cibodas', rows: [['d']] },
    ]);
    expect((await read(bytes)).map(({ name, rows }) => [name, rows[0]?.cells])).toEqual([
      ['Karawaci', ['a']],
      ['Cibodas', ['d']],
    ]);
  });

  it('knows the calendar of old Macs', async () => {
    const bytes = workbook([{ name: 'A', rows: [[{ serial: 43972 }]] }], { date1904: true });
    expect(await firstRows(bytes)).toEqual([[1, new Date('2024-05-22T00:00:00Z')]]);
  });

  it('keeps every cell of a long sheet', async () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`Kader ${i}`, 81230000000 + i, i % 7]);
    const [sheet] = await read(workbook([{ name: 'A', rows }]));
    const wrong = sheet?.rows.filter(
      ({ number, cells: [name, phone, rest] }) =>
        name !== `Kader ${number - 1}` ||
        phone !== 81230000000 + number - 1 ||
        rest !== (number - 1) % 7,
    );
    expect(sheet?.rows.length).toBe(20_000);
    expect(wrong).toEqual([]);
  });

  it('is read from disk as well, whatever its name', async () => {
    const path = join(folder, 'unduhan.csv');
    await writeFile(path, workbook([{ name: 'A', rows: [['Nama']] }]));
    expect(await readSpreadsheet({ name: 'unduhan.csv', bytes: { path } })).toMatchObject({
      ok: true,
      sheets: [{ name: 'A' }],
    });
  });
});

describe('a file that can not be used is refused with its reason', () => {
  const good = workbook([{ name: 'A', rows: [['Nama']] }]);
  const oldBook = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
  const locked = Buffer.concat([oldBook, Buffer.from('EncryptedPackage', 'utf16le')]);

  it.each<[string, Buffer, object]>([
    ['no bytes', Buffer.alloc(0), { reason: 'empty' }],
    ['only blanks', Buffer.from('\uFEFF \r\n;;\r\n'), { reason: 'empty' }],
    ['a workbook without a cell', workbook([{ name: 'A', rows: [] }]), { reason: 'empty' }],
    ['a workbook cut off', good.subarray(0, good.length / 2), { reason: 'unreadable' }],
    [
      'a workbook with broken XML',
      zip({ 'xl/workbook.xml': '<workbook><sheets>', 'xl/_rels/workbook.xml.rels': 'x' }),
      { reason: 'unreadable' },
    ],
    ['a quotation mark that never closes', Buffer.from('a;b\n"c;d\n'), { reason: 'unreadable' }],
    ['a locked workbook', locked, { reason: 'password_protected' }],
    ['a locked archive', zip({ 'xl/workbook.xml': 'x' }, 1), { reason: 'password_protected' }],
    ['an old book', oldBook, { reason: 'unsupported_format', found: 'xls' }],
    [
      'a binary book',
      zip({ 'xl/workbook.bin': 'x' }),
      { reason: 'unsupported_format', found: 'xlsb' },
    ],
    [
      'LibreOffice',
      zip({ mimetype: 'x', 'content.xml': 'x' }),
      { reason: 'unsupported_format', found: 'ods' },
    ],
    [
      'a Word document',
      zip({ 'word/document.xml': 'x' }),
      { reason: 'unsupported_format', found: 'other' },
    ],
    [
      'a web page named .xls',
      Buffer.from('\uFEFF<html><table><tr><td>Nama'),
      { reason: 'unsupported_format', found: 'html' },
    ],
    [
      'XML',
      Buffer.from('<?xml version="1.0"?><Workbook/>'),
      { reason: 'unsupported_format', found: 'xml' },
    ],
    ['a PDF', Buffer.from('%PDF-1.7 …'), { reason: 'unsupported_format', found: 'pdf' }],
    [
      'a photo',
      Buffer.from('ffd8ffe000104a464946', 'hex'),
      { reason: 'unsupported_format', found: 'image' },
    ],
    [
      'some other program',
      Buffer.from('7f454c4602010100000000', 'hex'),
      { reason: 'unsupported_format', found: 'other' },
    ],
  ])('%s', async (_, bytes, refusal) => {
    expect(await readSpreadsheet({ name: 'kader.xlsx', bytes })).toEqual({ ok: false, ...refusal });
  });

  it('a file, an unpacked file or a table that is too large', async () => {
    const tooLarge = { ok: false, reason: 'too_large' };
    const file = { name: 'kader.xlsx', bytes: good };
    expect(await readSpreadsheet(file, { ...READ_LIMITS, fileBytes: 100 })).toEqual(tooLarge);
    expect(await readSpreadsheet(file, { ...READ_LIMITS, unpackedBytes: 500 })).toEqual(tooLarge);
    const csv = { name: 'kader.csv', bytes: Buffer.from('a;b;c\n1;2;3\n') };
    expect(await readSpreadsheet(csv, { ...READ_LIMITS, cells: 5 })).toEqual(tooLarge);
  });

  it('a few bytes that would span billions of cells', async () => {
    const corner = workbook([
      { name: 'A', rows: [['Nama', ...Array<null>(500).fill(null), 'x']] },
      { name: 'B', firstRow: 1_048_576, rows: [[...Array<null>(500).fill(null), 'x']] },
    ]);
    expect(await readSpreadsheet({ name: 'kader.xlsx', bytes: corner })).toEqual({
      ok: false,
      reason: 'too_large',
    });
  });

  it('and can be told apart before it is read', async () => {
    expect(await identifySpreadsheet({ name: 'x', bytes: good })).toEqual({
      ok: true,
      kind: 'xlsx',
    });
    const path = join(folder, 'kader.xlsx');
    await writeFile(path, 'nama;no_hp\nSiti;0812\n');
    expect(await identifySpreadsheet({ name: 'kader.xlsx', bytes: { path } })).toEqual({
      ok: true,
      kind: 'csv',
    });
  });
});
