import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Kader } from '../../src/features/kader/repository.ts';
import { readRosterRow, readRosterTable } from '../../src/features/roster/reading.ts';
import { planRoster, type RosterPlan } from '../../src/features/roster/rules.ts';
import type { WrittenRow } from '../../src/features/roster/schema.ts';
import type { PlaceCells } from '../../src/features/transfer/place-cells.ts';
import type { Wilayah } from '../../src/features/wilayah/rules.ts';
import type { CellValue, Sheet } from '../../src/platform/sheet.ts';
import { kader, rosterRow, tangerang } from '../support/roster.ts';

let wilayah: Wilayah;
let places: PlaceCells;
let cimone: string;

beforeAll(async () => {
  ({ wilayah, places } = await tangerang());
  cimone = wilayah.kelurahan.find(({ name }) => name === 'Cimone')?.code ?? '';
});

const at = (code: string) => ({ kecamatanCode: code.slice(0, 8), kelurahanCode: code });
const inCimone = (id: number, name: string, phone: string | null, more: Partial<Kader> = {}) =>
  kader(id, name, phone, { ...at(cimone), ...more });

function plan(rows: readonly WrittenRow[], roster: readonly Kader[] = []): RosterPlan {
  return planRoster(
    rows.map((row) => readRosterRow(row, places)),
    roster,
  );
}

/** What a plan does with each row, by row number: `new`, `same`, `#7 phone`, or the reasons. */
function deeds({ created, changed, unchanged, refused }: RosterPlan): Record<number, string> {
  const by: Record<number, string> = {};
  for (const { row } of created) by[row.at.number] = 'new';
  for (const row of unchanged) by[row.at.number] = 'same';
  for (const { row, before, fields } of changed)
    by[row.at.number] = `#${before.id} ${fields.join(' ')}`;
  for (const { row, problems } of refused)
    by[row.at.number] = problems.map(({ why }) => why).join(' ');
  return by;
}

describe('the cells of a row', () => {
  it.each<[string, Partial<WrittenRow>, string]>([
    ['all is well', {}, 'PSM Kelurahan Cimone +6281234567801'],
    ['a number that lost its 0', { no_hp: 81_234_567_801 }, 'PSM Kelurahan Cimone +6281234567801'],
    ['no number', { no_hp: null }, 'PSM Kelurahan Cimone null'],
    ['no kecamatan', { kecamatan: null }, 'PSM Kelurahan Cimone +6281234567801'],
    ['a slip in the kelurahan', { kelurahan: 'Cimne' }, 'PSM Kelurahan Cimone +6281234567801'],
    ['a slip in the kecamatan', { kecamatan: 'Karwaci' }, 'PSM Kelurahan Cimone +6281234567801'],
    ['a full title', { jabatan: 'Pekerja Sosial Masy.' }, 'PSM Kelurahan Cimone +6281234567801'],
    [
      'a TKSK serves the kecamatan',
      { jabatan: 'TKSK', kelurahan: null },
      'TKSK Kecamatan Karawaci +6281234567801',
    ],
    [
      'a TKSK of whom only the kelurahan is said',
      { jabatan: 'TKSK', kecamatan: null },
      'TKSK Kecamatan Karawaci +6281234567801',
    ],
    [
      'nothing',
      { nama: null, jabatan: null, kelurahan: null, kecamatan: null, no_hp: null },
      'no_name no_jabatan no_place',
    ],
    ['a PSM without kelurahan', { kelurahan: null }, 'no_kelurahan'],
    ['another jabatan', { jabatan: 'Karang Taruna' }, 'unclear_jabatan'],
    ['a short number', { no_hp: '0812' }, 'bad_phone'],
    ['a number Excel has rounded', { no_hp: '8.12346E+10' }, 'bad_phone'],
    ['two numbers', { no_hp: '0812-3456-7801 / 0813-1111-2222' }, 'bad_phone'],
    ['a landline', { no_hp: '021-5512345' }, 'bad_phone'],
    ['a kelurahan of another kecamatan', { kecamatan: 'Ciledug' }, 'place_elsewhere'],
    ['a kelurahan that may be several', { kelurahan: 'Poris', kecamatan: null }, 'place_unclear'],
    ['a kelurahan nobody knows', { kelurahan: 'Xanadu' }, 'place_unclear'],
    ['a kecamatan nobody knows', { kecamatan: 'Balaraja' }, 'place_unclear'],
    [
      'everything wrong at once',
      { jabatan: '?', kelurahan: 'Xanadu', no_hp: '1' },
      'unclear_jabatan place_unclear bad_phone',
    ],
  ])('%s', (_, more, expected) => {
    const { entry, problems } = readRosterRow(rosterRow(2, 'Siti', '081234567801', more), places);
    expect(
      entry === null
        ? problems.map(({ why }) => why).join(' ')
        : `${entry.jabatan} ${wilayah.areaName(entry)} ${entry.phone?.e164 ?? null}`,
    ).toBe(expected);
  });

  it('a corrected spelling is told, an official one in capitals is not', () => {
    const read = (kelurahan: string) =>
      readRosterRow(rosterRow(2, 'Siti', null, { kelurahan, kecamatan: null }), places).corrections;
    expect(read('Poris Plawad Indh')).toEqual([
      { level: 'kelurahan', written: 'Poris Plawad Indh', meant: 'Poris Plawad Indah' },
    ]);
    expect(read('KEL. PORIS PLAWAD INDAH')).toEqual([]);
  });

  it('an unclear kelurahan comes with suggestions', () => {
    const { problems } = readRosterRow(
      rosterRow(2, 'Siti', null, { kelurahan: 'Poris', kecamatan: null }),
      places,
    );
    expect(problems[0]).toMatchObject({
      why: 'place_unclear',
      suggestions: expect.arrayContaining([expect.stringMatching(/^Poris .*\(Kec\. /)]),
    });
  });
});

describe('whom a row means', () => {
  it('the one with its number, if the name fits', () => {
    const roster = [inCimone(1, 'Siti Aminah', '081234567801')];
    expect(deeds(plan([rosterRow(2, 'Siti Aminah', '0812-3456-7801')], roster))).toEqual({
      2: 'same',
    });
    expect(deeds(plan([rosterRow(2, 'Hj. Siti Aminah', '0812-3456-7801')], roster))).toEqual({
      2: '#1 name',
    });
    expect(deeds(plan([rosterRow(2, 'Budi', '0812-3456-7801')], roster))).toEqual({
      2: 'number_of_other',
    });
  });

  it('else the one with exactly its name in its area', () => {
    const roster = [inCimone(1, 'Siti Aminah', '081234567801')];
    expect(deeds(plan([rosterRow(2, 'SITI AMINAH', null)], roster))).toEqual({ 2: 'same' });
    expect(deeds(plan([rosterRow(2, 'Siti Aminah', '081234567899')], roster))).toEqual({
      2: '#1 phone',
    });
    expect(
      deeds(plan([rosterRow(2, 'Siti Aminah', null, { kelurahan: 'Bugel' })], roster)),
    ).toEqual({ 2: 'new' });
  });

  it('nobody for sure where the roster has namesakes in one area', () => {
    const roster = [inCimone(1, 'Siti', '081234567801'), inCimone(2, 'Siti', '081234567802')];
    expect(deeds(plan([rosterRow(2, 'Siti', null)], roster))).toEqual({ 2: 'namesakes' });
    expect(
      deeds(
        plan([rosterRow(2, 'Siti', '081234567801'), rosterRow(3, 'Siti', '081234567802')], roster),
      ),
    ).toEqual({ 2: 'same', 3: 'same' });
  });

  it('somebody who left comes back', () => {
    const roster = [inCimone(1, 'Siti', '081234567801', { status: 'LEFT' })];
    expect(deeds(plan([rosterRow(2, 'Siti', '081234567801')], roster))).toEqual({ 2: '#1 status' });
  });

  it('a move, a new jabatan and a new name are told field by field', () => {
    const roster = [inCimone(1, 'Siti', '081234567801')];
    const row = rosterRow(2, 'Siti Aminah', '081234567801', {
      jabatan: 'TKSK',
      kelurahan: null,
      kecamatan: 'Cibodas',
    });
    expect(deeds(plan([row], roster))).toEqual({ 2: '#1 name jabatan area' });
  });

  it('an open cell does not take the number away', () => {
    const { changed } = plan(
      [rosterRow(2, 'Hj. Siti', null)],
      [inCimone(1, 'Siti', '081234567801')],
    );
    expect(changed[0]?.after.phone?.e164).toBe('+6281234567801');
  });
});

describe('what stands in a file twice', () => {
  const cases: [string, WrittenRow[], Record<number, string>][] = [
    [
      'the same row counts once',
      [rosterRow(2, 'Siti', '081234567801'), rosterRow(3, 'SITI', '0812 3456 7801')],
      { 2: 'new', 3: 'repeated' },
    ],
    [
      'with and without number: the number counts',
      [rosterRow(2, 'Siti', null), rosterRow(3, 'Siti', '081234567801')],
      { 2: 'repeated', 3: 'new' },
    ],
    [
      'one number for two people',
      [rosterRow(2, 'Siti', '081234567801'), rosterRow(3, 'Budi', '081234567801')],
      { 2: 'number_twice', 3: 'number_twice' },
    ],
    [
      'one person with two numbers',
      [rosterRow(2, 'Siti', '081234567801'), rosterRow(3, 'Siti', '081234567802')],
      { 2: 'person_twice', 3: 'person_twice' },
    ],
  ];
  it.each(cases)('%s', (_, rows, expected) => {
    expect(deeds(plan(rows))).toEqual(expected);
  });

  it('the roster settles who owns a number', () => {
    const roster = [inCimone(1, 'Siti', '081234567801')];
    expect(
      deeds(
        plan([rosterRow(2, 'Budi', '081234567801'), rosterRow(3, 'Siti', '081234567801')], roster),
      ),
    ).toEqual({ 2: 'number_twice', 3: 'same' });
    expect(
      deeds(
        plan([rosterRow(2, 'Siti', '081234567802'), rosterRow(3, 'Siti', '081234567801')], roster),
      ),
    ).toEqual({ 2: 'person_twice', 3: 'same' });
  });

  it('two people may exchange their numbers', () => {
    const roster = [inCimone(1, 'Siti', '081234567801'), inCimone(2, 'Budi', '081234567802')];
    expect(
      deeds(
        plan([rosterRow(2, 'Siti', '081234567802'), rosterRow(3, 'Budi', '081234567801')], roster),
      ),
    ).toEqual({ 2: '#1 phone', 3: '#2 phone' });
  });

  it('a number is not free when its owner cannot give it up', () => {
    const roster = [
      inCimone(1, 'Siti', '081234567801'),
      inCimone(2, 'Budi', '081234567802'),
      inCimone(3, 'Wati', '081234567803'),
    ];
    // Budi would take Siti's number, and Wati Budi's; but Siti keeps hers.
    const rows = [
      rosterRow(2, 'Siti', '081234567801'),
      rosterRow(3, 'Budi', '081234567801'),
      rosterRow(4, 'Wati', '081234567802'),
    ];
    expect(deeds(plan(rows, roster))).toEqual({
      2: 'same',
      3: 'number_twice',
      4: 'number_of_other',
    });
  });
});

describe('who is not in the file', () => {
  it('is counted, unless a refused row speaks of them', () => {
    const roster = [
      inCimone(1, 'Siti', '081234567801'),
      inCimone(2, 'Budi', '081234567802'),
      inCimone(3, 'Ujang', '081234567803'),
      inCimone(4, 'Lama', null, { status: 'LEFT' }),
    ];
    const rows = [rosterRow(2, 'Siti', '081234567801'), rosterRow(3, 'Budi', '0812')];
    expect(plan(rows, roster).missing.map(({ name }) => name)).toEqual(['Ujang']);
  });

  it('may be who a new row resembles', () => {
    const roster = [inCimone(1, 'Muhammad Yusuf', '081234567801')];
    const { created } = plan([rosterRow(2, 'M. Yusup', '081234567899')], roster);
    expect(created[0]?.resembles?.id).toBe(1);
  });
});

describe('a file', () => {
  const sheet = (name: string, rows: CellValue[][]): Sheet => ({
    name,
    rows: rows.map((cells, index) => ({ number: index + 1, cells })),
  });
  const read = (sheets: Sheet[], fileName = 'data.xlsx') => {
    const table = readRosterTable(sheets, fileName);
    if (!table.ok) throw new Error(JSON.stringify(table));
    return table.table;
  };

  it('may keep a sheet per kecamatan, each under its own line', () => {
    const rows = [
      ['KECAMATAN : KARAWACI', null, null],
      ['Nama', 'Kelurahan', 'No HP'],
      ['Siti', 'Cimone', 81_234_567_801],
    ];
    const other = [
      ['KECAMATAN : CIBODAS', null, null],
      ['Nama', 'Kelurahan', 'No HP'],
      ['Budi', 'Cibodas Baru', 81_234_567_802],
    ];
    const table = read(
      [sheet('Karawaci', rows), sheet('Cibodas', other), sheet('Catatan', [['Nama'], ['x']])],
      'daftar_psm_2024.xlsx',
    );
    expect(table.rows).toEqual([
      {
        at: { sheet: 'Karawaci', number: 3 },
        nama: 'Siti',
        jabatan: 'PSM',
        kelurahan: 'Cimone',
        kecamatan: 'KARAWACI',
        no_hp: 81_234_567_801,
      },
      {
        at: { sheet: 'Cibodas', number: 3 },
        nama: 'Budi',
        jabatan: 'PSM',
        kelurahan: 'Cibodas Baru',
        kecamatan: 'CIBODAS',
        no_hp: 81_234_567_802,
      },
    ]);
    expect(table.notes.ignoredSheets).toEqual(['Catatan']);
  });

  it('names the jabatan in its title when no column does; two named are none', () => {
    const body = [
      ['Nama', 'Kelurahan', 'No HP'],
      ['Siti', 'Cimone', '0812'],
    ];
    expect(
      read([sheet('S', [['DAFTAR PSM KOTA TANGERANG', null, null], ...body])]).rows[0]?.jabatan,
    ).toBe('PSM');
    expect(
      readRosterTable([sheet('S', [['DAFTAR PSM DAN TKSK', null, null], ...body])], 'psm.xlsx'),
    ).toEqual({
      ok: false,
      reason: 'no_header',
      missing: ['jabatan'],
      found: ['Nama', 'Kelurahan', 'No HP'],
    });
  });

  it('never takes in identity or account numbers', () => {
    const table = read([
      sheet('S', [
        ['Nama', 'NIK', 'Jabatan', 'Kelurahan', 'No HP', 'No. Rekening', 'Alamat'],
        ['Siti', '3671012345670001', 'PSM', 'Cimone', '0812', '0101234567890', 'Jl. A'],
        ['JUMLAH', null, null, null, null, null, null],
      ]),
    ]);
    expect(table.notes).toEqual({
      dropped: [
        { title: 'NIK', why: 'identity_number' },
        { title: 'No. Rekening', why: 'account_number' },
        { title: 'Alamat', why: 'unknown' },
      ],
      ignoredSheets: [],
      skippedRows: 1,
    });
    expect(JSON.stringify(table.rows)).not.toMatch(/3671012345670001|0101234567890/);
  });
});

/** Does in memory what a plan does in the database. */
function applied(roster: readonly Kader[], { created, changed }: RosterPlan): Kader[] {
  const after = new Map(changed.map((change) => [change.before.id, change.after]));
  return [
    ...roster.map((k): Kader => {
      const change = after.get(k.id);
      return change === undefined ? k : { ...k, ...change, status: 'ACTIVE' };
    }),
    ...created.map(({ row }, index): Kader => kader(1_000 + index, '', null, row.entry)),
  ];
}

describe('whatever file meets whatever roster', () => {
  const names = fc.constantFrom('Siti', 'Siti Aminah', 'Budi', 'Wati', 'Hj. Wati', 'M. Yusuf');
  const phones = fc.option(fc.integer({ min: 0, max: 7 }).map((n) => `08123456780${n}`));
  const kelurahan = fc.constantFrom('Cimone', 'Bugel', 'Gondrong');
  const files = fc
    .array(fc.tuple(names, phones, kelurahan), { maxLength: 8 })
    .map((rows) =>
      rows.map(([name, phone, where], index) =>
        rosterRow(index + 2, name, phone, { kelurahan: where, kecamatan: null }),
      ),
    );
  const rosters = files.map((rows) =>
    applied([], plan(rows)).map((k, index): Kader => ({ ...k, id: index + 1 })),
  );

  it('nobody vanishes, no number has two owners, and the second time nothing changes', () => {
    fc.assert(
      fc.property(rosters, files, (roster, file) => {
        const first = plan(file, roster);
        const after = applied(roster, first);
        expect(after.length).toBe(roster.length + first.created.length);
        const owned = after.flatMap(({ phone }) => phone?.e164 ?? []);
        expect(new Set(owned).size).toBe(owned.length);
        const rows = first.created.length + first.changed.length + first.unchanged.length;
        expect(rows + first.refused.length).toBe(file.length);

        const second = plan(file, after);
        expect(second.created).toEqual([]);
        expect(second.changed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
