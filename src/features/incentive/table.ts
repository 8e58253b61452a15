import { writtenText } from '../../language/cell.ts';
import type { Columns } from '../../language/table-layout.ts';
import type { Sheet, SheetRow } from '../../platform/sheet.ts';
import type { TableReading } from '../transfer/importer.ts';
import {
  findTableInStream,
  findTables,
  type Table,
  type TableHead,
  type TableRow,
} from '../transfer/rules.ts';
import { toStored } from '../transfer/schema.ts';
import { namesOn, notesOn, periodReader } from '../transfer/table-reading.ts';
import type { IncentiveTable, WrittenRow } from './schema.ts';

type IncentiveColumn =
  | 'no_hp'
  | 'nama'
  | 'kelurahan'
  | 'kecamatan'
  | 'periode'
  | 'tahun'
  | 'jumlah'
  | 'status'
  | 'tanggal'
  | 'keterangan';

/** The columns of an incentive file, by their usual titles. */
const incentiveColumns: Columns<IncentiveColumn> = {
  no_hp: { synonyms: ['no hp', 'no wa', 'telepon', 'kontak'], required: false },
  nama: { synonyms: ['nama', 'nama penerima', 'nama kader'], required: true },
  kelurahan: { synonyms: ['kelurahan', 'wilayah tugas'], required: false, caption: true },
  kecamatan: { synonyms: ['kecamatan'], required: false, caption: true },
  periode: { synonyms: ['periode', 'bulan', 'bulan pembayaran'], required: false, caption: true },
  tahun: { synonyms: ['tahun'], required: false },
  jumlah: { synonyms: ['jumlah', 'nominal', 'besaran', 'insentif', 'honor'], required: false },
  status: { synonyms: ['status', 'status pembayaran'], required: false, caption: true },
  tanggal: { synonyms: ['tanggal', 'tanggal transfer', 'tanggal status'], required: false },
  keterangan: { synonyms: ['keterangan', 'alasan', 'catatan'], required: false },
};

/** The titles under which rows are shown again; a year that had its own column is in the month by then. */
export const shownColumns = Object.keys(incentiveColumns).filter((key) => key !== 'tahun');

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
  const read = found.tables.map((table) => {
    const rows = rowsOf(table, fileName);
    return { table, missing: missingIn(table, rows), rows };
  });
  if (read.every(({ rows }) => rows.length === 0)) return { ok: false, reason: 'no_rows' };
  const usable = read.filter(({ missing, rows }) => missing.length === 0 && rows.length > 0);
  if (usable.length === 0) {
    const [closest] = read.filter(({ rows }) => rows.length > 0);
    return {
      ok: false,
      reason: 'no_header',
      missing: closest?.missing ?? [],
      found: closest === undefined ? [] : titlesOf(closest.table),
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

/** The same for one table whose rows come one by one, as those of a long CSV; only what is kept is held. */
export async function readIncentiveStream(
  sheet: string,
  rows: AsyncIterable<SheetRow>,
  fileName: string,
): Promise<TableReading<IncentiveTable>> {
  const found = await findTableInStream(sheet, rows, incentiveColumns);
  if (!found.ok) return found;
  const write = rowWriter(found, fileName);
  const kept: WrittenRow[] = [];
  for await (const row of found.rows) {
    const written = write(row);
    if (written !== null) kept.push({ ...written, at: { sheet: null, number: row.number } });
  }
  if (kept.length === 0) return { ok: false, reason: 'no_rows' };
  const missing = missingIn(found, kept);
  if (missing.length > 0)
    return { ok: false, reason: 'no_header', missing, found: titlesOf(found) };
  return { ok: true, table: { notes: notesOn([found], []), rows: kept } };
}

/** Nobody's month can be recorded without an amount and a status. */
function missingIn(
  { mapping, months }: TableHead<IncentiveColumn>,
  rows: readonly WrittenRow[],
): string[] {
  const noStatus = rows.every(({ status }) => writtenText(status) === null);
  return [
    ...(mapping.jumlah === null && months.length === 0 ? ['jumlah'] : []),
    ...(noStatus ? ['status'] : []),
  ];
}

function titlesOf({ mapping }: TableHead<IncentiveColumn>): string[] {
  return Object.values(mapping).flatMap((titled) => titled?.title ?? []);
}

function rowsOf(table: Table<IncentiveColumn>, fileName: string): WrittenRow[] {
  const write = rowWriter(table, fileName);
  return table.rows.flatMap((row) => write(row) ?? []);
}

/** Makes of a row what is kept of it; null where there is nothing to record. */
function rowWriter(
  head: TableHead<IncentiveColumn>,
  fileName: string,
): (row: TableRow<IncentiveColumn>) => WrittenRow | null {
  const periodOf = periodReader(namesOn(head, fileName), head.period);
  const isWide = head.mapping.periode === null && head.months.length > 0;
  return ({ number, values, months }) => {
    // In a table with a column per month, somebody without any amount has nothing to record.
    if (isWide && Object.keys(months).length === 0) return null;
    return {
      at: { sheet: head.sheet, number },
      no_hp: toStored(values.no_hp),
      nama: toStored(values.nama),
      kelurahan: toStored(values.kelurahan),
      kecamatan: toStored(values.kecamatan),
      periode: periodOf(values.periode, values.tahun),
      jumlah: toStored(values.jumlah),
      status: toStored(values.status),
      tanggal: toStored(values.tanggal),
      keterangan: toStored(values.keterangan),
      months: isWide
        ? Object.fromEntries(Object.entries(months).map(([month, cell]) => [month, toStored(cell)]))
        : {},
    };
  };
}
