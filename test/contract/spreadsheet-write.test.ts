import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts';
import { type OutputColumn, writeCsv, writeXlsx } from '../../src/platform/spreadsheet-write.ts';
import { openZip } from '../../src/platform/zip-archive.ts';

const COLUMNS: OutputColumn[] = [
  { title: 'Nama', width: 30 },
  { title: 'No HP' },
  { title: 'Jumlah', kind: 'rupiah' },
  { title: 'Hadir', kind: 'number' },
  { title: 'Tanggal', kind: 'date' },
];

async function readBack(bytes: Buffer) {
  const result = await readSpreadsheet({ name: 'hasil', bytes });
  if (!result.ok) throw new Error(result.reason);
  return result.sheets;
}

function part(bytes: Buffer, path: string): string {
  const entry = openZip(bytes)?.get(path);
  if (!entry) throw new Error(`no ${path}`);
  return entry.read(10_000_000).toString('utf8');
}

describe('an XLSX that is written', () => {
  it('keeps texts as texts, amounts as numbers and dates as dates', async () => {
    const bytes = await writeXlsx([
      {
        name: 'Daftar',
        columns: COLUMNS,
        rows: [
          ['Siti', '081234567890', 500_000, 3, '2024-05-22'],
          ['=1+1', '+6281234567890', null, 0, new Date('2024-05-23T00:00:00Z')],
          ['Budi', 81234567890, 'ditunda', null, 'belum'],
        ],
      },
    ]);
    const [sheet] = await readBack(bytes);
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['Nama', 'No HP', 'Jumlah', 'Hadir', 'Tanggal'],
      ['Siti', '081234567890', 500_000, 3, new Date('2024-05-22T00:00:00Z')],
      ['=1+1', '+6281234567890', null, 0, new Date('2024-05-23T00:00:00Z')],
      ['Budi', '81234567890', 'ditunda', null, 'belum'],
    ]);
    const xml = part(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('ySplit="1"');
    expect(xml).not.toContain('<f>');
    expect(xml).toContain('width="30"');
    expect(part(bytes, 'xl/styles.xml')).toMatch(/&quot;Rp&quot;#,##0/);
    expect(part(bytes, 'xl/styles.xml')).toContain('<b/>');
  });

  it('may have several sheets, whose names are made to fit', async () => {
    const columns = [{ title: 'Nama' }];
    const names = [
      'Rekap: Kec/Kel [2024]',
      'rekap  kec kel  2024 ',
      'A'.repeat(40),
      'A'.repeat(40),
      '',
    ];
    const sheets = await readBack(
      await writeXlsx(names.map((name) => ({ name, columns, rows: [['Siti']] }))),
    );
    const written = sheets.map(({ name }) => name);
    expect(new Set(written.map((name) => name.toLowerCase())).size).toBe(5);
    for (const name of written) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
  });
});

describe('a sheet that is a paper', () => {
  it('has its lines around a framed table, upright on A4, as wide as the page', async () => {
    const columns = [{ title: 'No', width: 5 }, { title: 'Nama', width: 20 }, { title: 'Paraf' }];
    const paper = {
      above: [{ text: 'DINAS SOSIAL', isBold: true, isRuled: true }, { text: 'kata '.repeat(12) }],
      below: [{ text: '=1+1', from: 1 }],
      rowHeight: 30,
      footer: 'Halaman &P dari &N',
    };
    const bytes = await writeXlsx([
      { name: 'Tabel', columns, rows: [[1, 'Siti', '']] },
      { name: 'Lembar', columns, rows: [[1, 'Siti', '']], paper },
    ]);
    const xml = part(bytes, 'xl/worksheets/sheet2.xml');
    expect(xml).toContain('<mergeCell ref="A1:C1"/>');
    expect(xml).toContain('<mergeCell ref="B5:C5"/>');
    const heights = [...xml.matchAll(/<row r="(\d)" ht="([\d.]+)"/g)].map(([, row, ht]) => [
      row,
      ht,
    ]);
    // Joined cells do not grow by themselves: what is too long for its line is given another one.
    expect(heights.map(([row, ht]) => [row, Math.round(Number(ht))])).toEqual([
      ['1', 15],
      ['2', 45],
      ['4', 30],
      ['5', 15],
    ]);
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
    expect(xml).toContain('<pageSetup paperSize="9" orientation="portrait" fitToHeight="0"/>');
    expect(xml).toContain(
      '&amp;CHalaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>',
    );
    expect(xml).not.toContain('state="frozen"');
    expect(xml).not.toContain('<f>');
    expect(part(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('pageSetup');
    expect(part(bytes, 'xl/styles.xml')).toMatch(/<bottom style="double"/);
  });
});

describe('a CSV that is written', () => {
  it('opens right in Excel under Indonesian settings', () => {
    const bytes = writeCsv({
      columns: COLUMNS,
      rows: [['Siti "Ina"; S.Sos', '0812', 500_000, -1, new Date('2024-05-22T00:00:00Z')]],
    });
    expect(bytes.toString('utf8')).toBe(
      '\uFEFFNama;No HP;Jumlah;Hadir;Tanggal\r\n"Siti ""Ina""; S.Sos";0812;500000;-1;2024-05-22\r\n',
    );
  });

  it.each([
    '=1+1',
    '+62812',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1+1',
    '＝1+1',
    '=cmd|"/c calc"!A1',
  ])('disarms %j', (text) => {
    const csv = writeCsv({ columns: [{ title: 'Nama' }], rows: [[text]] }).toString('utf8');
    expect(csv.split('\r\n').slice(1).join('\r\n').replace(/^"/, '')).toMatch(/^'/);
  });

  it('is read back as it was', async () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .map((text) => text.replace(/[\s\p{C}\u00AD]+/gu, ' ').trim())
      .filter((text) => text !== '' && !/^'/.test(text) && !/^="[^"]*"$/.test(text));
    const risky = fc.constantFrom(
      '=1+1',
      '-',
      '+62812',
      '@a',
      'a;b',
      '"',
      'x""y',
      '=HYPERLINK("a;b")',
    );
    const row = fc.array(fc.oneof(word, risky), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const columns = [{ title: 'a' }, { title: 'b' }, { title: 'c' }];
        const [sheet] = await readBack(writeCsv({ columns, rows }));
        expect(sheet?.rows.slice(1).map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it('never holds a cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [, line = ''] = writeCsv({ columns: [{ title: 'a' }], rows: [[`=${text}`]] })
          .toString('utf8')
          .split(/\r\n/);
        expect(line.replace(/^"/, '').startsWith("'=")).toBe(true);
      }),
    );
  });
});
