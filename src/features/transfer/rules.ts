import { writtenText } from '../../language/cell.ts';
import {
  type DroppedColumn,
  droppedColumns,
  type PeriodColumn,
  periodColumns,
  yearNamed,
} from '../../language/table-columns.ts';
import { periodNamed } from '../../language/table-dates.ts';
import {
  type Columns,
  findHeader,
  type NoHeader,
  type TitledColumn,
} from '../../language/table-layout.ts';
import {
  type Caption,
  captionIn,
  type NoData,
  rowClassifier,
  writtenTexts,
} from '../../language/table-rows.ts';
import type { CellValue, Sheet, SheetRow } from '../../platform/sheet.ts';

/** How far down a header may stand below letterhead and titles. */
const HEADER_WITHIN_ROWS = 60;

/** One row of data. `months` holds what is written in the month columns, by `YYYY-MM`. */
export type TableRow<K extends string> = {
  number: number;
  values: Record<K, CellValue>;
  months: Record<string, CellValue>;
};

/** A row that is no data. Blank rows are not listed. */
type SkippedRow = { number: number; why: NoData | 'caption' };

/** What is known of a table once its header has been found. `headerRow` is its last header row. */
export type TableHead<K extends string> = {
  sheet: string;
  headerRow: number;
  mapping: Record<K, TitledColumn | null>;
  months: PeriodColumn[];
  droppedColumns: DroppedColumn[];
  /** The lines above the header, such as "DAFTAR PENERIMA INSENTIF BULAN APRIL 2024". */
  linesAbove: string[];
  /** The one month those lines or the name of the sheet speak of, as `YYYY-MM`. */
  period: string | null;
  /** Rows left out so far; complete once all rows have been read. */
  skippedRows: SkippedRow[];
};

/** A table read whole. */
export type Table<K extends string> = TableHead<K> & { rows: TableRow<K>[] };

/**
 * Finds the table in a workbook: the sheet whose header names most of the wanted columns, or of
 * equals the one with the most rows. `otherSheets` are the further ones that hold such a table.
 */
export function findTable<K extends string>(
  sheets: readonly Sheet[],
  columns: Columns<K>,
): ({ ok: true; otherSheets: string[] } & Table<K>) | NoHeader<K> {
  const found = findTables(sheets, columns);
  if (!found.ok) return found;
  const [best, ...others] = [...found.tables].sort(
    (a, b) => mappedCount(b) - mappedCount(a) || b.rows.length - a.rows.length,
  );
  if (!best) return noHeader(columns);
  return { ok: true, ...best, otherSheets: others.map(({ sheet }) => sheet) };
}

/** Finds the tables of all sheets, in their order: some offices keep a sheet per kecamatan. */
export function findTables<K extends string>(
  sheets: readonly Sheet[],
  columns: Columns<K>,
): { ok: true; tables: Table<K>[] } | NoHeader<K> {
  const tables: Table<K>[] = [];
  let closest: NoHeader<K> | null = null;
  for (const sheet of sheets) {
    const opened = openTable(sheet.name, sheet.rows.slice(0, HEADER_WITHIN_ROWS), columns);
    if (opened.ok) {
      const rows = sheet.rows.slice(opened.rowsBefore).flatMap((row) => opened.read(row) ?? []);
      tables.push({ ...opened.head, rows });
    } else if (closest === null || opened.missing.length < closest.missing.length) {
      closest = opened;
    }
  }
  return tables.length > 0 ? { ok: true, tables } : (closest ?? noHeader(columns));
}

/** Like `findTable` for rows that arrive one by one, of which only the first 60 are held. */
export async function findTableInStream<K extends string>(
  sheet: string,
  rows: AsyncIterable<SheetRow>,
  columns: Columns<K>,
): Promise<({ ok: true; rows: AsyncGenerator<TableRow<K>> } & TableHead<K>) | NoHeader<K>> {
  const iterator = rows[Symbol.asyncIterator]();
  const first: SheetRow[] = [];
  while (first.length < HEADER_WITHIN_ROWS) {
    const next = await iterator.next();
    if (next.done) break;
    first.push(next.value);
  }
  const opened = openTable(sheet, first, columns);
  if (!opened.ok) {
    await iterator.return?.();
    return opened;
  }
  const { head, read, rowsBefore } = opened;
  async function* data(): AsyncGenerator<TableRow<K>> {
    const rest = { [Symbol.asyncIterator]: () => iterator };
    for (const row of first.slice(rowsBefore)) {
      const data = read(row);
      if (data) yield data;
    }
    for await (const row of rest) {
      const data = read(row);
      if (data) yield data;
    }
  }
  return { ok: true, ...head, rows: data() };
}

type OpenedTable<K extends string> = {
  ok: true;
  head: TableHead<K>;
  /** How many of the given rows come before the data. */
  rowsBefore: number;
  /** Reads the next row; `null` if it is no data. Rows must come in order. */
  read: (row: SheetRow) => TableRow<K> | null;
};

function openTable<K extends string>(
  sheet: string,
  rows: readonly SheetRow[],
  columns: Columns<K>,
): OpenedTable<K> | NoHeader<K> {
  const found = findHeader(rows, columns);
  if (!found.ok) return found;
  const { header } = found;
  const above = rows.slice(0, header.first).map(({ cells }) => writtenTexts(cells));
  const linesAbove = above.map((texts) => [...new Set(texts)].join(' '));
  const months = periodColumns(header, yearNamed([...linesAbove, sheet]));
  const head: TableHead<K> = {
    sheet,
    headerRow: rows[header.last]?.number ?? 0,
    mapping: header.mapping,
    months,
    droppedColumns: droppedColumns(header, months, columns),
    linesAbove,
    period: periodNamed([...linesAbove, sheet]),
    skippedRows: [],
  };
  const general = new Map<K, string>();
  for (const texts of [[sheet], ...above]) {
    const caption = captionIn(texts, columns);
    if (caption) general.set(caption.key, caption.value);
  }
  return {
    ok: true,
    head,
    rowsBefore: header.last + 1,
    read: rowReader(head, columns, general, cellReader(header.titles)),
  };
}

function rowReader<K extends string>(
  head: TableHead<K>,
  columns: Columns<K>,
  general: ReadonlyMap<K, string>,
  cellIn: ReturnType<typeof cellReader>,
): OpenedTable<K>['read'] {
  const keys = Object.keys(columns) as K[];
  const classify = rowClassifier(head.mapping, columns);
  /** The captions between the rows, from the widest to the narrowest: kecamatan, then kelurahan. */
  let sections: Caption<K>[] = [];

  return ({ number, cells }) => {
    const values = {} as Record<K, CellValue>;
    for (const key of keys) values[key] = cellIn(cells, head.mapping[key]?.column ?? -1);
    const why = classify(cells, values);
    if (why !== 'data') {
      head.skippedRows.push({ number, why: typeof why === 'string' ? why : 'caption' });
      if (typeof why !== 'string') sections = [...wider(sections, why.key), why];
      return null;
    }
    const months: Record<string, CellValue> = {};
    for (const { column, period } of head.months) {
      const cell = cellIn(cells, column);
      if (writtenText(cell) !== null) months[period] = cell;
    }
    const isBlank = keys.every((key) => writtenText(values[key]) === null);
    if (isBlank && Object.keys(months).length === 0) return null;
    for (const key of keys) {
      if (writtenText(values[key]) !== null) continue;
      const section = sections.find((caption) => caption.key === key);
      values[key] = section?.value ?? general.get(key) ?? null;
    }
    return { number, values, months };
  };
}

function wider<K extends string>(sections: Caption<K>[], key: K): Caption<K>[] {
  const known = sections.findIndex((caption) => caption.key === key);
  return known < 0 ? sections : sections.slice(0, known);
}

/** Reads one column of a row. Where "Rp" has a column of its own, the amount is in the untitled one beside it. */
function cellReader(
  titles: readonly TitledColumn[],
): (cells: readonly CellValue[], column: number) => CellValue {
  const titleOf = new Map(titles.map(({ column, title }) => [column, title]));
  const isSpare = (column: number) =>
    !titleOf.has(column) || titleOf.get(column) === titleOf.get(column - 1);
  return (cells, column) => {
    const cell = cells[column] ?? null;
    const isSign = typeof cell === 'string' && /^(rp|idr)[.:]?$/i.test(cell);
    return isSign && isSpare(column + 1) ? (cells[column + 1] ?? null) : cell;
  };
}

function mappedCount<K extends string>({ mapping }: Table<K>): number {
  return Object.values(mapping).filter((titled) => titled !== null).length;
}

function noHeader<K extends string>(columns: Columns<K>): NoHeader<K> {
  const missing = (Object.keys(columns) as K[]).filter((key) => columns[key].required);
  return { ok: false, reason: 'no_header', missing, found: [] };
}
