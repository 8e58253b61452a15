import {
  type CellValue,
  cleanText,
  isBlankRow,
  type ReadLimits,
  type ReadRefusal,
  type Sheet,
} from './sheet.ts';
import { openZip, type ZipEntry } from './zip-archive.ts';

/** Rows and columns counted from 0, both ends inside. */
type Range = { top: number; left: number; bottom: number; right: number };
type SheetPart = { hidden: boolean; merged: Range[] };

class TooLargeError extends Error {}

/**
 * Reads every visible sheet of an XLSX workbook. A formula gives the value its program computed
 * last; a formula error gives an empty cell. Numbers that are shown as dates come as dates.
 *
 * A merged area is filled with the value it shows, since people merge cells to say "the same for
 * all of these"; numbers are only repeated to the right, not down, because an amount merged over
 * several people is the amount of all of them together.
 */
export async function readXlsx(
  bytes: Buffer,
  limits: ReadLimits,
): Promise<{ ok: true; sheets: Sheet[] } | ReadRefusal> {
  const entries = openZip(bytes);
  if (entries === null) return { ok: false, reason: 'unreadable' };
  try {
    const parts = readParts(entries, limits);
    // Loaded when first needed: a start should not wait for it.
    const { default: readExcelFile } = await import('read-excel-file/node');
    const tables = await readExcelFile(bytes);
    const sheets = tables.flatMap(({ sheet: name, data }, index): Sheet[] => {
      const part = parts[index];
      // A sheet that holds only a chart has no cells at all.
      if (!part || part.hidden || !data) return [];
      return [toSheet(name, data, part.merged)];
    });
    return sheets.some((sheet) => sheet.rows.length > 0)
      ? { ok: true, sheets }
      : { ok: false, reason: 'empty' };
  } catch (error) {
    // Whatever else the parsers stumble over is a damaged file, not a fault of the program.
    return { ok: false, reason: error instanceof TooLargeError ? 'too_large' : 'unreadable' };
  }
}

function toSheet(name: string, data: unknown[][], merged: readonly Range[]): Sheet {
  const grid = data.map((cells) => cells.map(toCell));
  for (const range of merged) fillMerged(grid, range);
  const rows = grid.map((cells, index) => ({ number: index + 1, cells }));
  return { name, rows: rows.filter((row) => !isBlankRow(row.cells)) };
}

/** The library declares a date cell as the constructor `Date`; what comes is a date. */
function toCell(cell: unknown): CellValue {
  if (typeof cell === 'string') return cleanText(cell);
  if (typeof cell === 'number' || typeof cell === 'boolean' || cell instanceof Date) return cell;
  return null;
}

function fillMerged(grid: CellValue[][], range: Range): void {
  const value = grid[range.top]?.[range.left] ?? null;
  if (value === null) return;
  const repeatsDown = typeof value === 'string' || value instanceof Date;
  const bottom = repeatsDown ? Math.min(range.bottom, grid.length - 1) : range.top;
  for (const row of grid.slice(range.top, bottom + 1)) {
    row.fill(value, range.left, Math.min(range.right + 1, row.length));
  }
}

/**
 * Looks at what the workbook holds before it is parsed: which sheets are hidden, which cells are
 * merged, and whether it would grow too large (a few kilobytes can unpack to gigabytes, and one
 * stray cell in the last row and column spans 17 billion).
 */
function readParts(entries: Map<string, ZipEntry>, limits: ReadLimits): SheetPart[] {
  const unpacked = [...entries.values()].reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > limits.unpackedBytes) throw new TooLargeError();
  const text = (path: string) => entries.get(path)?.read(limits.unpackedBytes).toString('utf8');

  const paths = new Map<string, string>();
  for (const link of tags(text('xl/_rels/workbook.xml.rels') ?? '', 'Relationship')) {
    const target = attribute(link, 'Target') ?? '';
    paths.set(
      attribute(link, 'Id') ?? '',
      target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    );
  }
  let cells = 0;
  return tags(text('xl/workbook.xml') ?? '', 'sheet').map((sheet) => {
    const xml = text(paths.get(attribute(sheet, 'id') ?? '') ?? '') ?? '';
    cells += cellsSpanned(xml);
    if (cells > limits.cells) throw new TooLargeError();
    return {
      hidden: (attribute(sheet, 'state') ?? 'visible') !== 'visible',
      merged: tags(xml, 'mergeCell').flatMap((tag) => parseRange(attribute(tag, 'ref') ?? '')),
    };
  });
}

/** How many cells the rectangle around all the written cells has. */
function cellsSpanned(xml: string): number {
  let rows = 0;
  let columns = 0;
  for (const [, column = '', row, end] of xml.matchAll(
    /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*?(\/?)>/g,
  )) {
    if (end === '/') continue;
    rows = Math.max(rows, Number(row));
    columns = Math.max(columns, columnIndex(column) + 1);
  }
  return rows * columns;
}

function parseRange(ref: string): Range[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (!match) return [];
  const [, left = '', top, right = '', bottom] = match;
  return [
    {
      top: Number(top) - 1,
      left: columnIndex(left),
      bottom: Number(bottom) - 1,
      right: columnIndex(right),
    },
  ];
}

/** `A` → 0, `Z` → 25, `AA` → 26. */
function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function tags(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\s(?:\\w+:)?${name}=["']([^"']*)["']`).exec(tag)?.[1];
}
