import { describe, expect, it } from 'vitest';
import { findTable, findTableInStream, findTables } from '../../src/features/transfer/rules.ts';
import type { Columns } from '../../src/language/table-layout.ts';
import type { CellValue, SheetRow } from '../../src/platform/sheet.ts';
import { BUDI, HEADER, ROSTER, SITI, sheet } from '../support/sheets.ts';

describe('months in columns', () => {
  const columns: Columns<'nama'> = { nama: { synonyms: ['nama'], required: true } };

  it('are found under the year above them, and only what is written counts', () => {
    const table = findTable(
      [
        sheet([
          ['DAFTAR INSENTIF'],
          ['No', 'Nama', 2024, null, null, 'Jumlah'],
          [null, null, 'Jan', 'Feb', 'Maret', null],
          [1, 'Siti', 500_000, 'Rp 500.000,-', null, 1_000_000],
        ]),
      ],
      columns,
    );
    if (!table.ok) throw new Error('no header');
    expect(table.months).toEqual([
      { column: 2, period: '2024-01' },
      { column: 3, period: '2024-02' },
      { column: 4, period: '2024-03' },
    ]);
    expect(table.rows[0]?.months).toEqual({ '2024-01': 500_000, '2024-02': 'Rp 500.000,-' });
    expect(table.droppedColumns).toEqual([{ title: 'Jumlah', why: 'unknown' }]);
  });

  it.each<[string, CellValue[][]]>([
    ['in their titles', [['Nama', 'Jan 2024', 'Feb-24']]],
    ['as dates', [['Nama', new Date('2024-01-01T00:00:00Z'), new Date('2024-02-01T00:00:00Z')]]],
    ['in the line above all', [['INSENTIF PSM TAHUN 2024'], ['Nama', 'Januari', 'Februari']]],
    [
      'in a merged cell above',
      [
        ['Nama', 'Tahun 2024', 'Tahun 2024'],
        ['Nama', 'Jan', 'Peb'],
      ],
    ],
    [
      'above what is paid',
      [
        ['Nama', 'Jan 2024', 'Jan 2024', 'Feb 2024'],
        ['Nama', 'Jumlah', 'Tanggal', 'Jumlah'],
      ],
    ],
  ])('know their year when it stands %s', (_, header) => {
    const table = findTable([sheet([...header, ['Siti', 1, 2, 3]])], columns);
    if (!table.ok) throw new Error('no header');
    expect(table.months.map(({ period }) => period)).toEqual(['2024-01', '2024-02']);
    expect(table.rows.map(({ values }) => values.nama)).toEqual(['Siti']);
  });
});

describe('several sheets', () => {
  const rekap = sheet(
    [
      ['Kecamatan', 'Jumlah'],
      ['Karawaci', 12],
    ],
    'Rekap',
  );
  const karawaci = sheet([HEADER, SITI, SITI], 'Karawaci');
  const cibodas = sheet([HEADER, BUDI, BUDI, BUDI], 'Cibodas');

  it('give the fullest table and the names of the others', () => {
    const table = findTable([rekap, karawaci, cibodas], ROSTER);
    expect(table).toMatchObject({ ok: true, sheet: 'Cibodas', otherSheets: ['Karawaci'] });
  });

  it('or all of them, in order', () => {
    const found = findTables([rekap, karawaci, cibodas], ROSTER);
    if (!found.ok) throw new Error('no header');
    expect(found.tables.map((table) => [table.sheet, table.rows.length])).toEqual([
      ['Karawaci', 2],
      ['Cibodas', 3],
    ]);
  });
});

describe('rows that arrive one by one', () => {
  async function* stream(count: number, onLeave: () => void): AsyncGenerator<SheetRow> {
    try {
      yield { number: 1, cells: ['DAFTAR PSM'] };
      yield { number: 3, cells: HEADER };
      for (let i = 0; i < count; i++)
        yield { number: i + 4, cells: [`Kader ${i}`, ...SITI.slice(1)] };
      yield { number: count + 4, cells: ['TOTAL', count] };
    } finally {
      onLeave();
    }
  }

  it.each([0, 5, 57, 58, 59, 1000])('make the same table, %i rows long', async (count) => {
    const table = await findTableInStream(
      'A',
      stream(count, () => undefined),
      ROSTER,
    );
    if (!table.ok) throw new Error('no header');
    const numbers: number[] = [];
    for await (const { number, values } of table.rows) {
      expect(values.nama).toBe(`Kader ${number - 4}`);
      numbers.push(number);
    }
    expect(numbers).toEqual(Array.from({ length: count }, (_, i) => i + 4));
    expect(table.skippedRows).toEqual([{ number: count + 4, why: 'total' }]);
  });

  it('are let go when they hold no table or nobody wants more', async () => {
    let left = 0;
    const leave = () => {
      left += 1;
    };
    const columns: Columns<'nik'> = { nik: { synonyms: ['periode'], required: true } };
    expect((await findTableInStream('A', stream(500, leave), columns)).ok).toBe(false);
    expect(left).toBe(1);
    const table = await findTableInStream('A', stream(500, leave), ROSTER);
    if (!table.ok) throw new Error('no header');
    for await (const { number } of table.rows) if (number === 100) break;
    expect(left).toBe(2);
  });
});
