import { writtenText } from '../../language/cell.ts';
import { parseRupiah } from '../../language/money.ts';
import { displayName, nameKey } from '../../language/names.ts';
import { parsePhoneCell } from '../../language/phone-cell.ts';
import { yearNamed } from '../../language/table-columns.ts';
import { parseTableDate, parseTablePeriod } from '../../language/table-dates.ts';
import type { Columns } from '../../language/table-layout.ts';
import type { Phone } from '../../platform/phone.ts';
import type { CellValue, Sheet } from '../../platform/sheet.ts';
import type { Area } from '../access/rules.ts';
import type { TableReading } from '../transfer/importer.ts';
import type { PlaceCells, PlaceProblem } from '../transfer/place-cells.ts';
import { findTables, type Table } from '../transfer/rules.ts';
import { type RowPlace, type StoredCell, toStored } from '../transfer/schema.ts';
import { namesOn, notesOn } from '../transfer/table-reading.ts';
import type { IncentiveStatus, IncentiveTable, WrittenRow } from './schema.ts';
import { parseStatus } from './status-words.ts';

type IncentiveColumn =
  | 'no_hp'
  | 'nama'
  | 'kelurahan'
  | 'kecamatan'
  | 'periode'
  | 'jumlah'
  | 'status'
  | 'tanggal'
  | 'keterangan';

/** The columns of an incentive file, by their usual titles. */
export const incentiveColumns: Columns<IncentiveColumn> = {
  no_hp: { synonyms: ['no hp', 'no wa', 'telepon', 'kontak'], required: false },
  nama: { synonyms: ['nama', 'nama penerima', 'nama kader'], required: true },
  kelurahan: { synonyms: ['kelurahan', 'wilayah tugas'], required: false, caption: true },
  kecamatan: { synonyms: ['kecamatan'], required: false, caption: true },
  periode: { synonyms: ['periode', 'bulan', 'bulan pembayaran'], required: false, caption: true },
  jumlah: { synonyms: ['jumlah', 'nominal', 'besaran', 'insentif', 'honor'], required: false },
  status: { synonyms: ['status', 'status pembayaran'], required: false, caption: true },
  tanggal: { synonyms: ['tanggal', 'tanggal transfer', 'tanggal status'], required: false },
  keterangan: { synonyms: ['keterangan', 'alasan', 'catatan'], required: false },
};

/** The titles of an empty table; the area may be added where names are not enough. */
export const templateColumns: readonly IncentiveColumn[] = [
  'no_hp',
  'nama',
  'periode',
  'jumlah',
  'status',
  'tanggal',
  'keterangan',
];

/** What is wrong with one cell. */
export type CellProblem =
  | { why: 'no_name' }
  | { why: 'no_period' }
  | { why: 'bad_period'; written: string; how: 'not_a_period' | 'no_year' | 'several_months' }
  | {
      why: 'bad_amount';
      written: string;
      how: 'not_money' | 'negative' | 'fraction' | 'rounded_by_spreadsheet' | 'too_large' | 'zero';
    }
  | { why: 'no_status' }
  | { why: 'unclear_status'; written: string }
  | { why: 'bad_date'; written: string; how: 'not_a_date' | 'month_first' | 'far_ahead' }
  | PlaceProblem;

/** What a row says about one month; null where it leaves the cell open. */
export interface SaidMonth {
  period: string;
  amount: number | null;
  status: IncentiveStatus;
  statusDate: string | null;
  note: string | null;
}

/** Whom a row means, as far as it says so. */
export interface SaidPerson {
  name: string;
  nameKey: string;
  phone: Phone | null;
  area: Area | null;
}

/** One row, or one month of a row in tables with a column per month. */
export interface ReadMonth {
  at: RowPlace;
  /** The row as if it had but this month. */
  written: WrittenRow;
  person: SaidPerson;
  /** Null when something in the row is wrong. */
  month: SaidMonth | null;
  problems: CellProblem[];
  /** A long number stood in the remark and was shortened. */
  numberHidden: boolean;
}

/** No monthly incentive is near it; more is a slip or another number. */
const largestAmount = 100_000_000;
const longestNote = 300;
/** A transfer is announced at most this far ahead. */
const daysAhead = 60;

/**
 * Takes the months out of a file. Where no column says it, month and year are those of the titles
 * ("DAFTAR PENERIMA INSENTIF BULAN APRIL 2024").
 */
export function readIncentiveTable(
  sheets: readonly Sheet[],
  fileName: string,
): TableReading<IncentiveTable> {
  const found = findTables(sheets, incentiveColumns);
  if (!found.ok) return found;
  const read = found.tables.map((table) => ({
    table,
    missing: missingIn(table),
    rows: rowsOf(table, fileName),
  }));
  if (read.every(({ rows }) => rows.length === 0)) return { ok: false, reason: 'no_rows' };
  const usable = read.filter(({ missing, rows }) => missing.length === 0 && rows.length > 0);
  if (usable.length === 0) {
    const [closest] = read.filter(({ rows }) => rows.length > 0);
    const titles = Object.values(closest?.table.mapping ?? {});
    return {
      ok: false,
      reason: 'no_header',
      missing: closest?.missing ?? [],
      found: titles.flatMap((titled) => titled?.title ?? []),
    };
  }
  const ignored = read.filter((one) => !usable.includes(one)).map(({ table }) => table.sheet);
  const several = usable.length > 1;
  return {
    ok: true,
    table: {
      notes: notesOn(
        usable.map(({ table }) => table),
        ignored,
      ),
      rows: usable.flatMap(({ rows }) =>
        several ? rows : rows.map((row) => ({ ...row, at: { ...row.at, sheet: null } })),
      ),
    },
  };
}

/** Nobody's month can be recorded without an amount and a status. */
function missingIn({ mapping, months, rows }: Table<IncentiveColumn>): string[] {
  const noStatus = rows.every(({ values }) => writtenText(values.status) === null);
  return [
    ...(mapping.jumlah === null && months.length === 0 ? ['jumlah'] : []),
    ...(noStatus ? ['status'] : []),
  ];
}

function rowsOf(table: Table<IncentiveColumn>, fileName: string): WrittenRow[] {
  const year = yearNamed(namesOn(table, fileName));
  const isWide = table.mapping.periode === null && table.months.length > 0;
  const periodOf = (cell: CellValue): StoredCell => {
    if (writtenText(cell) === null) return table.period;
    const period = parseTablePeriod(cell, year);
    return period.ok ? period.value : toStored(cell);
  };
  // In a table with a column per month, somebody without any amount has nothing to record.
  const rows = table.rows.filter(({ months }) => !isWide || Object.keys(months).length > 0);
  return rows.map(({ number, values, months }) => ({
    at: { sheet: table.sheet, number },
    no_hp: toStored(values.no_hp),
    nama: toStored(values.nama),
    kelurahan: toStored(values.kelurahan),
    kecamatan: toStored(values.kecamatan),
    periode: periodOf(values.periode),
    jumlah: toStored(values.jumlah),
    status: toStored(values.status),
    tanggal: toStored(values.tanggal),
    keterangan: toStored(values.keterangan),
    months: isWide
      ? Object.fromEntries(Object.entries(months).map(([month, cell]) => [month, toStored(cell)]))
      : {},
  }));
}

/**
 * Understands one row: one month of one person, or several where the table has a column per month. Every
 * problem is found at once.
 *
 * @param today `YYYY-MM-DD`
 */
export function readIncentiveRow(
  written: WrittenRow,
  places: PlaceCells,
  today: string,
): ReadMonth[] {
  const months = Object.entries(written.months);
  const amounts: [StoredCell, StoredCell][] =
    months.length > 0 ? months : [[written.periode, written.jumlah]];
  const { person, problems: personProblems } = readPerson(written, places);
  const status = parseStatus(written.status);
  const date = readDate(written.tanggal, today);
  const note = readNote(written.keterangan);
  const problems: CellProblem[] = [...personProblems];
  if (!status.ok)
    problems.push(
      status.reason === 'empty'
        ? { why: 'no_status' }
        : { why: 'unclear_status', written: String(written.status) },
    );
  if (date.problem !== null) problems.push(date.problem);

  return amounts.map(([periodCell, amountCell]) => {
    const period = parseTablePeriod(periodCell);
    const amount = readAmount(amountCell);
    const all = [
      ...(period.ok ? [] : [periodProblem(periodCell, period.reason)]),
      ...(amount.problem === null ? [] : [amount.problem]),
      ...problems,
    ];
    const month =
      all.length === 0 && period.ok && status.ok
        ? {
            period: period.value,
            amount: amount.value,
            status: status.value,
            statusDate: date.value,
            note: note.text,
          }
        : null;
    return {
      at: written.at,
      written: { ...written, periode: periodCell, jumlah: amountCell },
      person,
      month,
      problems: all,
      numberHidden: note.hidden,
    };
  });
}

function readPerson(
  written: WrittenRow,
  places: PlaceCells,
): { person: SaidPerson; problems: CellProblem[] } {
  const name = displayName(writtenText(written.nama) ?? '');
  const phone = parsePhoneCell(written.no_hp);
  const kelurahan = writtenText(written.kelurahan);
  const kecamatan = writtenText(written.kecamatan);
  const place = kelurahan === null && kecamatan === null ? null : places.read(kelurahan, kecamatan);
  const problems: CellProblem[] = [];
  if (nameKey(name) === '' && !phone.ok) problems.push({ why: 'no_name' });
  // With a number it does not matter whether the area can be read.
  if (place?.ok === false && !phone.ok) problems.push(place.problem);
  return {
    person: {
      name,
      nameKey: nameKey(name),
      phone: phone.ok ? phone.value : null,
      area: place?.ok ? place.area : null,
    },
    problems,
  };
}

function periodProblem(
  cell: StoredCell,
  reason: 'empty' | 'not_a_period' | 'no_year' | 'several_months',
): CellProblem {
  if (reason === 'empty') return { why: 'no_period' };
  return { why: 'bad_period', written: String(cell), how: reason };
}

/** An open cell is no problem here: what is recorded already may say the amount. */
function readAmount(cell: StoredCell): { value: number | null; problem: CellProblem | null } {
  const amount = parseRupiah(cell);
  const bad = (how: Extract<CellProblem, { why: 'bad_amount' }>['how']) => ({
    value: null,
    problem: { why: 'bad_amount', written: String(cell), how } as const,
  });
  if (!amount.ok) {
    return amount.reason === 'empty' ? { value: null, problem: null } : bad(amount.reason);
  }
  if (amount.value === 0) return bad('zero');
  if (amount.value > largestAmount) return bad('too_large');
  return { value: amount.value, problem: null };
}

function readDate(
  cell: StoredCell,
  today: string,
): { value: string | null; problem: CellProblem | null } {
  const date = parseTableDate(cell);
  const bad = (how: Extract<CellProblem, { why: 'bad_date' }>['how']) => ({
    value: null,
    problem: { why: 'bad_date', written: String(cell), how } as const,
  });
  if (!date.ok) return date.reason === 'empty' ? { value: null, problem: null } : bad(date.reason);
  const ahead = (Date.parse(date.value) - Date.parse(today)) / 86_400_000;
  return ahead > daysAhead ? bad('far_ahead') : { value: date.value, problem: null };
}

/** Nine digits and more, or groups of digits, that may be an account, an identity card or a phone. */
const longNumber = /\d(?:-?\d){8,}|\d{3,4}(?: \d{3,4}){2,}/g;

/** A remark that is fit to be shown in a chat: of account and identity numbers only the last four digits. */
function readNote(cell: StoredCell): { text: string | null; hidden: boolean } {
  const written = writtenText(cell);
  if (written === null) return { text: null, hidden: false };
  const text = written.replace(longNumber, (digits) => `••••${digits.slice(-4)}`);
  return { text: text.slice(0, longestNote), hidden: text !== written };
}
