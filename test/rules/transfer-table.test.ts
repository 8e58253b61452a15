import { describe, expect, it } from 'vitest';
import { findTable, findTableInStream, findTables } from '../../src/features/transfer/rules.ts';
import type { Columns } from '../../src/language/table-layout.ts';
import type { CellValue, Sheet, SheetRow } from '../../src/platform/sheet.ts';

type RosterKey = 'nama' | 'jabatan' | 'kelurahan' | 'kecamatan' | 'no_hp';

const ROSTER: Columns<RosterKey> = {
  nama: { synonyms: ['nama'], required: true },
  jabatan: { synonyms: ['jabatan'], required: false },
  kelurahan: { synonyms: ['kelurahan', 'wilayah tugas'], required: false, caption: true },
  kecamatan: { synonyms: ['kecamatan'], required: false, caption: true },
  no_hp: { synonyms: ['no hp', 'telepon'], required: true },
};

/** A sheet from rows of cells; `null` stands for a blank row. */
function sheet(rows: (CellValue[] | null)[], name = 'Sheet1'): Sheet {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells: cells ?? [] }));
  return { name, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== null)) };
}

function roster(rows: (CellValue[] | null)[], name?: string) {
  const table = findTable([sheet(rows, name)], ROSTER);
  if (!table.ok) throw new Error(`no header; missing ${table.missing}; found ${table.found}`);
  return table;
}

const SITI = ['Siti', 'PSM', 'Cimone', 'Karawaci', '081234567890'];
const BUDI = ['Budi', 'TKSK', null, 'Cibodas', '081234567891'];
const HEADER = ['Nama', 'Jabatan', 'Kelurahan', 'Kecamatan', 'No HP'];

describe('the header', () => {
  it.each<[string, CellValue[]]>([
    ['as agreed', ['nama', 'jabatan', 'kelurahan', 'kecamatan', 'no_hp']],
    ['as offices write it', ['Nama Lengkap', 'Jabatan', 'Kel/Desa', 'Kec.', 'No. HP/WA']],
    [
      'shouted',
      ['NAMA LENGKAP (SESUAI KTP)', 'JABATAN', 'KELURAHAN', 'KECAMATAN', 'NOMOR HANDPHONE'],
    ],
    [
      'with groups',
      ['Nama PSM/TKSK', 'Jabatan (PSM/TKSK)', 'Nama Kelurahan', 'Asal Kecamatan', 'Telp / WA'],
    ],
    ['with slips', ['Nma Lengkap', 'Jabtan', 'Kelurhan', 'Kecamtan', 'No. Telepn']],
    ['run together', ['NamaLengkap', 'jabatan', 'namaKelurahan', 'KECAMATAN', 'NoHP']],
    ['in other words', ['Nama Kader', 'Jab.', 'Wilayah Tugas', 'Kec', 'Kontak']],
  ])('is understood %s', (_, header) => {
    const { rows } = roster([header, SITI]);
    expect(rows).toEqual([
      {
        number: 2,
        values: {
          nama: 'Siti',
          jabatan: 'PSM',
          kelurahan: 'Cimone',
          kecamatan: 'Karawaci',
          no_hp: '081234567890',
        },
        months: {},
      },
    ]);
  });

  it('may stand below titles, in any order, among other columns', () => {
    const table = roster([
      ['PEMERINTAH KOTA TANGERANG'],
      ['DAFTAR PSM DAN TKSK TAHUN 2024'],
      null,
      [
        'No.',
        'No. HP',
        'NIK',
        'Alamat Rumah',
        'Kecamatan',
        'Nama',
        'No KK',
        'Nama Ibu',
        'Kelurahan',
        'Kel',
      ],
      [1, '0812', '3671', 'Jl. A', 'Karawaci', 'Siti', '3671', 'Ani', 'Cimone', 'Cimone'],
    ]);
    expect(table.headerRow).toBe(4);
    expect(table.linesAbove).toEqual([
      'PEMERINTAH KOTA TANGERANG',
      'DAFTAR PSM DAN TKSK TAHUN 2024',
    ]);
    expect(table.mapping.nama).toMatchObject({ column: 5, title: 'Nama' });
    expect(table.mapping.jabatan).toBeNull();
    expect(table.rows[0]?.values).toMatchObject({ nama: 'Siti', no_hp: '0812', jabatan: null });
    expect(table.droppedColumns).toEqual([
      { title: 'NIK', why: 'identity_number' },
      { title: 'Alamat Rumah', why: 'unknown' },
      { title: 'No KK', why: 'identity_number' },
      { title: 'Nama Ibu', why: 'unknown' },
      { title: 'Kel', why: 'duplicate' },
    ]);
  });

  it('may take two rows, merged or not', () => {
    const people = [1, 'Siti', 'Karawaci', 'Cimone', '0812'];
    const merged = roster([
      ['No', 'Nama', 'Wilayah', 'Wilayah', 'No HP'],
      ['No', 'Nama', 'Kecamatan', 'Kelurahan', 'No HP'],
      people,
    ]);
    const split = roster([
      ['No', 'Nama', 'Wilayah', null, 'No.'],
      [null, 'Lengkap', 'Kec.', 'Kel.', 'HP/WA'],
      people,
    ]);
    for (const { headerRow, rows } of [merged, split]) {
      expect(headerRow).toBe(2);
      expect(rows.map(({ values }) => values)).toEqual([
        { nama: 'Siti', jabatan: null, kelurahan: 'Cimone', kecamatan: 'Karawaci', no_hp: '0812' },
      ]);
    }
  });

  it('never swallows the first person', () => {
    const { headerRow, rows } = roster([
      ['Nama', 'Telepon', null],
      ['Kader', '0812', 'Kelurahan'],
    ]);
    expect([headerRow, rows.length]).toEqual([1, 1]);
  });

  it('that lacks a needed column is refused with what is there', () => {
    const found = findTable(
      [sheet([['DAFTAR'], ['No', 'Nama', 'Kelurahan', 'Ket'], [1, 'Siti']])],
      ROSTER,
    );
    expect(found).toEqual({
      ok: false,
      reason: 'no_header',
      missing: ['no_hp'],
      found: ['No', 'Nama', 'Kelurahan', 'Ket'],
    });
    expect(findTable([], ROSTER)).toEqual({
      ok: false,
      reason: 'no_header',
      missing: ['nama', 'no_hp'],
      found: [],
    });
  });

  it.each([
    'NIK',
    'No. NIK/KTP',
    'Nomor Induk Kependudukan',
    'NIK (16 digit)',
    'No KTP',
    'Nomor KK',
  ])('never takes %j for anything else', (title) => {
    const columns = { nik: { synonyms: ['nik', 'no hp', 'no ktp'], required: true } };
    expect(findTable([sheet([[title], ['3671'], ['3672']])], columns).ok).toBe(false);
  });

  it('keeps names of other things apart from names of people', () => {
    for (const title of ['Nama Bank', 'Nama Ibu Kandung', 'Nama Kegiatan', 'Nama Rekening', 'No']) {
      expect(findTable([sheet([[title, 'No HP'], SITI])], ROSTER).ok).toBe(false);
    }
  });
});

describe('the rows', () => {
  it('leave out what is no data, and say so', () => {
    const table = roster([
      ['No', ...HEADER],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      [1, ...SITI],
      null,
      [2, ...BUDI],
      [null, 'Sub Total', null, null, null, 2],
      ['No', ...HEADER],
      [3, ...SITI],
      [4, null, null, null, null, '-'],
      ['JUMLAH', 'JUMLAH', 'JUMLAH', 'JUMLAH', 'JUMLAH', 3],
      null,
      [null, null, null, null, 'Tangerang, 22 Mei 2024'],
      [null, 'Mengetahui,', null, null, 'Kepala Dinas Sosial'],
      [null, 'Camat Karawaci', null, null, null, 'Bendahara'],
      [null, 'Drs. H. Asep', null, null, null, 'Rina, S.E.'],
      [null, 'NIP. 197001011995031001', null, null, null, 'NIP. 198001012005012002'],
    ]);
    expect(table.rows.map(({ number }) => number)).toEqual([3, 5, 8]);
    expect(table.skippedRows).toEqual([
      { number: 2, why: 'column_numbers' },
      { number: 6, why: 'total' },
      { number: 7, why: 'repeated_header' },
      { number: 10, why: 'total' },
      { number: 12, why: 'closing' },
      { number: 13, why: 'closing' },
      { number: 14, why: 'closing' },
      { number: 15, why: 'closing' },
      { number: 16, why: 'closing' },
    ]);
  });

  it('keep people who only look odd, so that they are refused by name and not lost', () => {
    const { rows, skippedRows } = roster([
      HEADER,
      ['Jumlah Santoso', 'PSM', 'Cimone', 'Karawaci', '0812'],
      ['Siti', 'PSM', null, null, null],
      [null, null, null, null, '081234567890'],
      ['Totalia', null, 'Cimone', null, '0813'],
      ['Ketua Budi', 'Ketua PSM', 'Cimone', 'Karawaci', '0814'],
    ]);
    expect(rows.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6]);
    expect(skippedRows).toEqual([]);
  });

  it('without a phone number are people all the same, whatever else stands in them', () => {
    const columns: Columns<'nama' | 'no_hp' | 'periode' | 'tanggal' | 'ket'> = {
      nama: { synonyms: ['nama'], required: true },
      no_hp: { synonyms: ['no hp'], required: true },
      periode: { synonyms: ['bulan'], required: false, caption: true },
      tanggal: { synonyms: ['tanggal'], required: false },
      ket: { synonyms: ['keterangan'], required: false },
    };
    const table = findTable(
      [
        sheet([
          ['No', 'Nama', 'No HP', 'Bulan', 'Tanggal', 'Ket'],
          [1, 'Ani', null, 'April 2024', 'Rabu, 22 Mei 2024', 'Ketua RW'],
          [null, 'Budi', null, 'April 2024', null, null],
          [3, 'Citra', '-', null, null, 'Catatan: nomor mati'],
          [4, 'Lurah Dedi', null, null, null, null],
          [5, 'Ema', null, 'Mei 2024', 'Tangerang, 22 Mei 2024', null],
          [6, 'Fani', '0812', null, null, null],
        ]),
      ],
      columns,
    );
    if (!table.ok) throw new Error('no header');
    expect(table.rows.map(({ number }) => number)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(table.skippedRows).toEqual([]);
  });

  it('end at a signature block even where only the name is needed', () => {
    const columns: Columns<'nama'> = { nama: { synonyms: ['nama'], required: true } };
    const rows = [
      ['Nama'],
      ['Siti'],
      ['Budi'],
      ['Tangerang, … Mei 2024'],
      ['Kepala Dinas'],
      ['Asep'],
    ];
    const table = findTable([sheet([...rows, ['NIP. 197001011995031001']])], columns);
    expect(table.ok && table.rows.map(({ number }) => number)).toEqual([2, 3]);
  });

  it('go on after a signature block when a full row with figures follows', () => {
    const { rows } = roster([HEADER, SITI, ['Mengetahui,'], ['Lurah Cimone'], BUDI]);
    expect(rows.map(({ number }) => number)).toEqual([2, 5]);
  });

  it('take from captions what has no column of its own', () => {
    const { rows, skippedRows } = roster([
      ['DAFTAR PSM'],
      ['Kecamatan', ':', 'Tangerang'],
      ['Kecamatan : Tangerang'],
      ['Nama', 'Telepon', 'Kelurahan'],
      ['Ani', '0811', 'Cikokol'],
      ['KECAMATAN KARAWACI', 'KECAMATAN KARAWACI', 'KECAMATAN KARAWACI'],
      ['Kel. Cimone'],
      ['Siti', '0812', null],
      ['Budi', '0813', 'Nusa Jaya'],
      ['Kec.', 'Cibodas'],
      ['Edi', '0814', null],
    ]);
    expect(
      rows.map(({ values: { nama, kecamatan, kelurahan } }) => [nama, kecamatan, kelurahan]),
    ).toEqual([
      ['Ani', 'Tangerang', 'Cikokol'],
      ['Siti', 'KARAWACI', 'Cimone'],
      ['Budi', 'KARAWACI', 'Nusa Jaya'],
      ['Edi', 'Cibodas', null],
    ]);
    expect(skippedRows.map(({ number, why }) => [number, why])).toEqual([
      [6, 'caption'],
      [7, 'caption'],
      [10, 'caption'],
    ]);
  });

  it('take a sheet called after a kecamatan for a caption too', () => {
    const [row] = roster(
      [
        ['Nama', 'Telepon'],
        ['Siti', '0812'],
      ],
      'Kec. Karawaci',
    ).rows;
    expect(row?.values.kecamatan).toBe('Karawaci');
  });
});

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
