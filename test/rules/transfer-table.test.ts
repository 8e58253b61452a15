import { describe, expect, it } from 'vitest';
import { findTable } from '../../src/features/transfer/rules.ts';
import type { Columns } from '../../src/language/table-layout.ts';
import type { CellValue } from '../../src/platform/sheet.ts';
import { BUDI, HEADER, ROSTER, roster, SITI, sheet } from '../support/sheets.ts';

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
