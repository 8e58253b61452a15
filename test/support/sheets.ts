import { findTable } from '../../src/features/transfer/rules.ts';
import type { Columns } from '../../src/language/table-layout.ts';
import type { CellValue, Sheet } from '../../src/platform/sheet.ts';

type RosterKey = 'nama' | 'jabatan' | 'kelurahan' | 'kecamatan' | 'no_hp';

/** The columns of a roster. */
export const ROSTER: Columns<RosterKey> = {
  nama: { synonyms: ['nama'], required: true },
  jabatan: { synonyms: ['jabatan'], required: false },
  kelurahan: { synonyms: ['kelurahan', 'wilayah tugas'], required: false, caption: true },
  kecamatan: { synonyms: ['kecamatan'], required: false, caption: true },
  no_hp: { synonyms: ['no hp', 'telepon'], required: true },
};

/** A sheet from rows of cells; `null` stands for a blank row. */
export function sheet(rows: (CellValue[] | null)[], name = 'Sheet1'): Sheet {
  const numbered = rows.map((cells, index) => ({ number: index + 1, cells: cells ?? [] }));
  return { name, rows: numbered.filter(({ cells }) => cells.some((cell) => cell !== null)) };
}

/** The table found on a sheet with these rows. */
export function roster(rows: (CellValue[] | null)[], name?: string) {
  const table = findTable([sheet(rows, name)], ROSTER);
  if (!table.ok) throw new Error(`no header; missing ${table.missing}; found ${table.found}`);
  return table;
}

/** Two people of a roster, and its header. */
export const SITI = ['Siti', 'PSM', 'Cimone', 'Karawaci', '081234567890'];
export const BUDI = ['Budi', 'TKSK', null, 'Cibodas', '081234567891'];
export const HEADER = ['Nama', 'Jabatan', 'Kelurahan', 'Kecamatan', 'No HP'];
