import { type CellValue, cellText, type SheetRow } from '../platform/sheet.ts';
import { titlePeriod } from './table-dates.ts';
import {
  bestLikeness,
  isIdentityNumberTitle,
  isNumberingTitle,
  readTitle,
  type Title,
} from './table-header.ts';

/**
 * A column somebody needs. `synonyms` are its usual titles; their spelling is taken leniently.
 * `caption: true` lets a line above the rows stand in for the column ("Kecamatan : Karawaci").
 */
type ColumnRule = { synonyms: readonly string[]; required: boolean; caption?: boolean };

/** The columns of a table by the key under which their values are wanted. */
export type Columns<K extends string> = Readonly<Record<K, ColumnRule>>;

/** A column as titled in the file: `column` counts from 0, `parts` are its titles top to bottom. */
export type TitledColumn = { column: number; title: string; parts: CellValue[] };

/** Where the header stands: positions `first` to `last` in the rows looked at. */
export type Header<K extends string> = {
  first: number;
  last: number;
  titles: TitledColumn[];
  mapping: Record<K, TitledColumn | null>;
};

/** Why there is no table: what was looked for in vain, and the titles of the most similar row. */
export type NoHeader<K extends string> = {
  ok: false;
  reason: 'no_header';
  missing: K[];
  found: string[];
};

/** A column rule with its synonyms taken apart. */
type Wanted<K extends string> = { key: K; required: boolean; synonyms: Title[] };

const DEEPEST_HEADER = 3;
const PER_KEY = 100;
const PER_MONTH = 20;
const PER_ROW = 10;

/**
 * Finds the header among the first rows of a sheet: the one row, or up to three rows on top of
 * each other, that names the most of the wanted columns. Titles above it, columns in any order and
 * unknown columns don't matter; identity-number columns are never mapped.
 */
export function findHeader<K extends string>(
  rows: readonly SheetRow[],
  columns: Columns<K>,
): { ok: true; header: Header<K> } | NoHeader<K> {
  const wanted = (Object.keys(columns) as K[]).map(
    (key): Wanted<K> => ({ ...columns[key], key, synonyms: columns[key].synonyms.map(readTitle) }),
  );
  let best: Header<K> | null = null;
  let bestScore = 0;
  let closest: Header<K> | null = null;
  let closestScore = Number.NEGATIVE_INFINITY;
  for (const first of rows.keys()) {
    if (best && first > best.last + DEEPEST_HEADER) break;
    for (let last = first; last < first + DEEPEST_HEADER && isBelow(rows, first, last); last++) {
      const header = readHeader(rows, first, last, wanted);
      const score = rate(header);
      if (score > closestScore) [closest, closestScore] = [header, score];
      const complete = wanted.every(({ key, required }) => header.mapping[key] || !required);
      if (!complete || !isHeaderOnly(header, wanted)) continue;
      if (score > bestScore) [best, bestScore] = [header, score];
    }
  }
  if (best) return { ok: true, header: withMergedRows(rows, best) };
  return {
    ok: false,
    reason: 'no_header',
    missing: wanted.flatMap(({ key, required }) =>
      required && !closest?.mapping[key] ? [key] : [],
    ),
    found: closest?.titles.map(({ title }) => title) ?? [],
  };
}

/**
 * Rows of one header touch each other: blank rows were left out, so their numbers must follow. A line like
 * "Status : Ditransfer" right above is none of them.
 */
function isBelow(rows: readonly SheetRow[], first: number, last: number): boolean {
  const [top, bottom] = [rows[first], rows[last]];
  if (top === undefined || bottom?.number !== top.number + last - first) return false;
  return !rows.slice(first, last + 1).some(({ cells }) => saysSomething(cells));
}

function saysSomething(cells: readonly CellValue[]): boolean {
  return /^[^:]{2,40}:\s*\S/.test(cells.map(cellText).filter(Boolean).join(' '));
}

function mapped<K extends string>(header: Header<K>): TitledColumn[] {
  return (Object.values(header.mapping) as (TitledColumn | null)[]).filter(
    (column) => column !== null,
  );
}

/** The more columns are known the better; a further row must bring more than it costs. */
function rate<K extends string>(header: Header<K>): number {
  const named = mapped(header);
  const others = header.titles.filter((titled) => !named.includes(titled));
  const months = new Set(others.flatMap(({ parts }) => titlePeriod(parts, 2000) ?? []));
  const depth = header.last - header.first;
  // Several months are worth the column that "Bulan" above them would be without them.
  const isWide = months.size > 1;
  return (named.length + (isWide ? 1 : 0)) * PER_KEY + months.size * PER_MONTH - depth * PER_ROW;
}

function readHeader<K extends string>(
  rows: readonly SheetRow[],
  first: number,
  last: number,
  wanted: readonly Wanted<K>[],
): Header<K> {
  const titles = titledColumns(rows.slice(first, last + 1));
  return { first, last, titles, mapping: mapColumns(titles, wanted) };
}

/** The titles of each column, top to bottom, without repeating what a merged cell repeats. */
function titledColumns(rows: SheetRow[]): TitledColumn[] {
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const inherited: CellValue[] = rows.map(() => null);
  const titled: TitledColumn[] = [];
  for (let column = 0; column < width; column++) {
    const own = rows.map(({ cells }) => cells[column] ?? null);
    const lowest = own.at(-1) ?? null;
    const parts = own.map((cell, depth) => {
      // Without merging ("Wilayah" | blank over "Kec" | "Kel") a group title reaches to the right.
      const reaches = cell === null && lowest !== null && depth < rows.length - 1;
      if (!reaches) inherited[depth] = cell;
      return inherited[depth] ?? null;
    });
    const distinct = parts.filter((part, at) => part !== null && !sameCell(part, parts[at - 1]));
    const title = distinct.map(cellText).join(' ');
    if (title !== '') titled.push({ column, title, parts: distinct });
  }
  return titled;
}

function sameCell(cell: CellValue | undefined, other: CellValue | undefined): boolean {
  return cellText(cell) === cellText(other);
}

/** Gives each key its most similar column; the surest pairs choose first, then the leftmost. */
function mapColumns<K extends string>(
  titles: readonly TitledColumn[],
  wanted: readonly Wanted<K>[],
): Record<K, TitledColumn | null> {
  const usable = titles.filter(
    (titled) => !holdsIdentityNumber(titled) && !isNumberingTitle(titled.title),
  );
  const pairs = wanted
    .flatMap(({ key, synonyms }) =>
      usable.map((titled) => ({ key, titled, likeness: columnLikeness(titled, synonyms) })),
    )
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness || a.titled.column - b.titled.column);
  const mapping = {} as Record<K, TitledColumn | null>;
  for (const { key } of wanted) mapping[key] = null;
  const taken = new Set<TitledColumn>();
  for (const { key, titled } of pairs) {
    if (mapping[key] || taken.has(titled)) continue;
    mapping[key] = titled;
    taken.add(titled);
  }
  return mapping;
}

/** Whether any part of the title says that this is the number of an identity or family card. */
export function holdsIdentityNumber({ title, parts }: TitledColumn): boolean {
  return [title, ...parts.map(cellText)].some(isIdentityNumberTitle);
}

/** How much a column is like any of the synonyms, by its whole title or its lowest part alone. */
function columnLikeness({ title, parts }: TitledColumn, synonyms: readonly Title[]): number {
  const whole = bestLikeness(title, synonyms);
  return parts.length === 1
    ? whole
    : Math.max(whole, bestLikeness(cellText(parts.at(-1)), synonyms));
}

/**
 * Whether the lower rows of a header belong to it. Where the top row already names a column, what
 * stands below it must be nothing or more of the title ("Nama" over "Lengkap"), not a value.
 */
function isHeaderOnly<K extends string>(
  { mapping }: Header<K>,
  wanted: readonly Wanted<K>[],
): boolean {
  return wanted.every(({ key, synonyms }) => {
    const titled = mapping[key];
    if (!titled || titled.parts.length === 1) return true;
    const namedAbove = bestLikeness(cellText(titled.parts[0]), synonyms) > 0;
    return !namedAbove || bestLikeness(titled.title, synonyms) > 0;
  });
}

/**
 * Adds the rows right above and below that are merged with the header at a column it names, and
 * the row below that only says more about its months ("Jumlah" | "Tanggal" under "Mei 2024").
 */
function withMergedRows<K extends string>(rows: readonly SheetRow[], header: Header<K>): Header<K> {
  const { first, last } = header;
  if (last - first + 1 >= DEEPEST_HEADER) return header;
  const columns = mapped(header);
  const above = rows[first - 1];
  if (above && isBelow(rows, first - 1, last)) {
    const isMerged = columns.some(({ column, parts }) => sameCell(above.cells[column], parts[0]));
    if (isMerged) return withMergedRows(rows, resized(rows, header, first - 1, last));
  }
  const below = rows[last + 1];
  if (below && isBelow(rows, first, last + 1)) {
    const under = ({ column }: TitledColumn) => below.cells[column] ?? null;
    const named = columns.filter((titled) => under(titled) !== null);
    const isMerged = named.length > 0;
    const saysMore = header.titles.some(
      (titled) => titlePeriod(titled.parts, 2000) && /^\D+$/.test(cellText(under(titled))),
    );
    if (
      named.every((titled) => sameCell(under(titled), titled.parts.at(-1))) &&
      (isMerged || saysMore)
    ) {
      return withMergedRows(rows, resized(rows, header, first, last + 1));
    }
  }
  return header;
}

function resized<K extends string>(
  rows: readonly SheetRow[],
  header: Header<K>,
  first: number,
  last: number,
): Header<K> {
  const titles = titledColumns(rows.slice(first, last + 1));
  const mapping = { ...header.mapping };
  for (const key of Object.keys(mapping) as K[]) {
    mapping[key] = titles.find(({ column }) => column === mapping[key]?.column) ?? null;
  }
  return { first, last, titles, mapping };
}
