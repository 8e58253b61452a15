import { writtenText } from '../../language/cell.ts';
import { type Jabatan, parseJabatan } from '../../language/jabatan.ts';
import { displayName, nameKey } from '../../language/names.ts';
import { parsePhoneCell } from '../../language/phone-cell.ts';
import type { Columns } from '../../language/table-layout.ts';
import type { Phone } from '../../platform/phone.ts';
import type { Sheet } from '../../platform/sheet.ts';
import type { KaderEntry } from '../kader/entry-repository.ts';
import type { TableReading } from '../transfer/importer.ts';
import type { PlaceCells, PlaceProblem, SpellingCorrection } from '../transfer/place-cells.ts';
import { findTables, type Table } from '../transfer/rules.ts';
import { type RowPlace, toStored } from '../transfer/schema.ts';
import { namesOn, notesOn } from '../transfer/table-reading.ts';
import type { RosterTable, WrittenRow } from './schema.ts';

type RosterColumn = 'nama' | 'jabatan' | 'kelurahan' | 'kecamatan' | 'no_hp';

/** The columns of a roster file, by their usual titles. */
export const rosterColumns: Columns<RosterColumn> = {
  nama: { synonyms: ['nama', 'nama kader', 'nama psm', 'nama tksk'], required: true },
  jabatan: { synonyms: ['jabatan', 'tugas sebagai'], required: false, caption: true },
  kelurahan: { synonyms: ['kelurahan', 'wilayah tugas'], required: false, caption: true },
  kecamatan: { synonyms: ['kecamatan'], required: false, caption: true },
  no_hp: { synonyms: ['no hp', 'no wa', 'telepon', 'kontak'], required: false },
};

/** What is wrong with one cell. */
export type CellProblem =
  | { why: 'no_name' }
  | { why: 'no_jabatan' }
  | { why: 'unclear_jabatan'; written: string }
  /** A PSM serves a kelurahan; only a TKSK serves a whole kecamatan. */
  | { why: 'no_kelurahan' }
  | {
      why: 'bad_phone';
      written: string;
      how: 'not_a_phone' | 'too_short' | 'too_long' | 'rounded_by_spreadsheet' | 'several_numbers';
    }
  | PlaceProblem;

/** One row understood: a whole entry, or what is wrong with it. */
export interface ReadRow {
  at: RowPlace;
  written: WrittenRow;
  /** Null when something in the row is wrong. */
  entry: KaderEntry | null;
  problems: CellProblem[];
  corrections: SpellingCorrection[];
  /** What could be read, whether the row is usable or not: it shows whom the row is about. */
  nameKey: string;
  phone: Phone | null;
}

/** A row that can be used as far as its own cells go. */
export type EntryRow = ReadRow & { entry: KaderEntry };

/** Who somebody is where no number tells: the name, and the kelurahan or else the kecamatan. */
export function personKey(person: {
  nameKey: string;
  kecamatanCode: string;
  kelurahanCode: string | null;
}): string {
  return `${person.nameKey}|${person.kelurahanCode ?? person.kecamatanCode}`;
}

/**
 * Takes the roster out of a file: all sheets that say who the people are and where, since some offices keep
 * a sheet per kecamatan. Where no column says it, the jabatan is that of the titles ("DAFTAR PSM KOTA …").
 */
export function readRosterTable(
  sheets: readonly Sheet[],
  fileName: string,
): TableReading<RosterTable> {
  const found = findTables(sheets, rosterColumns);
  if (!found.ok) return found;
  const read = found.tables.map((table) => ({ table, rows: rowsOf(table, fileName) }));
  if (read.every(({ rows }) => rows.length === 0)) return { ok: false, reason: 'no_rows' };
  const usable = read.filter(({ rows }) => missingIn(rows).length === 0);
  if (usable.length === 0) {
    const [{ table, rows } = { table: null, rows: [] }] = read.filter((one) => one.rows.length > 0);
    const titles = Object.values(table?.mapping ?? {}).flatMap((titled) => titled?.title ?? []);
    return { ok: false, reason: 'no_header', missing: missingIn(rows), found: titles };
  }
  const ignored = read.filter((one) => !usable.includes(one)).map(({ table }) => table.sheet);
  const heads = usable.map(({ table }) => table);
  const several = usable.length > 1;
  return {
    ok: true,
    table: {
      notes: notesOn(heads, ignored),
      rows: usable.flatMap(({ rows }) =>
        several ? rows : rows.map((row) => ({ ...row, at: { ...row.at, sheet: null } })),
      ),
    },
  };
}

function rowsOf(table: Table<RosterColumn>, fileName: string): WrittenRow[] {
  const titled = jabatanNamed(namesOn(table, fileName));
  return table.rows.map(({ number, values }) => ({
    at: { sheet: table.sheet, number },
    nama: toStored(values.nama),
    jabatan: writtenText(values.jabatan) === null ? titled : toStored(values.jabatan),
    kelurahan: toStored(values.kelurahan),
    kecamatan: toStored(values.kecamatan),
    no_hp: toStored(values.no_hp),
  }));
}

/** The one jabatan that titles speak of; the most specific title that speaks of any decides. */
function jabatanNamed(names: readonly string[]): Jabatan | null {
  for (const name of names) {
    const jabatan = parseJabatan(name);
    if (jabatan.ok) return jabatan.value;
    if (jabatan.reason === 'several') return null;
  }
  return null;
}

/** Columns nobody in the table has anything in, although nobody can be entered without. */
function missingIn(rows: readonly WrittenRow[]): string[] {
  const none = (...keys: ('jabatan' | 'kelurahan' | 'kecamatan')[]) =>
    rows.every((row) => keys.every((key) => writtenText(row[key]) === null));
  return [
    ...(none('jabatan') ? ['jabatan'] : []),
    ...(none('kelurahan', 'kecamatan') ? ['kelurahan'] : []),
  ];
}

/** Understands the cells of one row; every problem is found at once. */
export function readRosterRow(written: WrittenRow, places: PlaceCells): ReadRow {
  const name = displayName(writtenText(written.nama) ?? '');
  const key = nameKey(name);
  const jabatan = parseJabatan(written.jabatan);
  const phone = parsePhoneCell(written.no_hp);
  const kelurahan = writtenText(written.kelurahan);
  const kecamatan = writtenText(written.kecamatan);
  const isTksk = jabatan.ok && jabatan.value === 'TKSK';
  // Where a TKSK lives does not matter as long as it is said where they serve.
  const place = places.read(isTksk && kecamatan !== null ? null : kelurahan, kecamatan);

  const problems: CellProblem[] = [];
  if (key === '') problems.push({ why: 'no_name' });
  if (!jabatan.ok)
    problems.push(
      jabatan.reason === 'empty'
        ? { why: 'no_jabatan' }
        : { why: 'unclear_jabatan', written: String(written.jabatan) },
    );
  if (!place.ok) problems.push(place.problem);
  else if (jabatan.ok && !isTksk && place.area.kelurahanCode === null)
    problems.push({ why: 'no_kelurahan' });
  if (!phone.ok && phone.reason !== 'empty')
    problems.push({ why: 'bad_phone', written: String(written.no_hp), how: phone.reason });

  const number = phone.ok ? phone.value : null;
  const usable = problems.length === 0 && jabatan.ok && place.ok;
  return {
    at: written.at,
    written,
    entry: usable
      ? {
          name,
          nameKey: key,
          jabatan: jabatan.value,
          kecamatanCode: place.area.kecamatanCode,
          kelurahanCode: isTksk ? null : place.area.kelurahanCode,
          phone: number,
        }
      : null,
    problems,
    corrections: place.ok ? place.corrections : [],
    nameKey: key,
    phone: number,
  };
}
