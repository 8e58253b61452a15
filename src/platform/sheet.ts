/**
 * What a spreadsheet is once it has been read: sheets, rows that know their number, cells.
 * Pure, so that rules may speak about tables without knowing files.
 */

/**
 * One cell. Dates are midnight UTC of the calendar day written in the cell (plus the time of day,
 * if there is one), because spreadsheets know no time zones. An empty cell is `null`.
 */
export type CellValue = string | number | boolean | Date | null;

/** `number` is the row number the office sees at the left edge of its spreadsheet program. */
export type SheetRow = { number: number; cells: CellValue[] };

/** `rows` leaves out the blank ones; that is why each row carries its number. */
export type Sheet = { name: string; rows: SheetRow[] };

/** The contents of a file in memory, or where they lie on disk. */
export type FileBytes = Buffer | { path: string };

/** The most that is taken into memory: of the file itself, of its unpacked parts, and in cells. */
export type ReadLimits = { fileBytes: number; unpackedBytes: number; cells: number };

/** What a file turned out to be when it is neither CSV nor XLSX. */
export type UnsupportedFormat = 'xls' | 'xlsb' | 'ods' | 'html' | 'xml' | 'pdf' | 'image' | 'other';

/** Why a spreadsheet could not be read. */
export type ReadRefusal =
  | { ok: false; reason: 'empty' | 'unreadable' | 'too_large' | 'password_protected' }
  | { ok: false; reason: 'unsupported_format'; found: UnsupportedFormat };

/** Zero-width and text-direction marks, which ride along when a number is copied from a chat. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Trims, turns the many kinds of space into plain ones and drops invisible marks; `null` if nothing is left. */
export function cleanText(text: string): string | null {
  const cleaned = text
    .replace(INVISIBLE, '')
    .replace(/[^\S\t\r\n]/g, ' ')
    .trim();
  return cleaned === '' ? null : cleaned;
}

/** Whether nothing is written in the cell. */
export function isBlank(cell: CellValue | undefined): cell is null | undefined {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Whether nothing is written in the whole row. */
export function isBlankRow(cells: readonly CellValue[]): boolean {
  return cells.every(isBlank);
}

/** `2024-05-22` for a date cell, by the calendar day written in it. */
export function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The cell as the text a person would read; `''` when empty. */
export function cellText(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? isoDay(cell) : String(cell).trim();
}
