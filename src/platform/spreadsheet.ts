import { open, readFile, stat } from 'node:fs/promises';
import { parse } from 'node:path';
import type {
  FileBytes,
  ReadLimits,
  ReadRefusal,
  Sheet,
  SheetRow,
  UnsupportedFormat,
} from './sheet.ts';
import { BrokenCsvError, looksLikeUtf16, streamCsvRows } from './spreadsheet-csv.ts';
import { readXlsx } from './spreadsheet-xlsx.ts';
import { openZip } from './zip-archive.ts';

/** A file as it came: `name` is only used to name the sheet of a CSV, never to guess the format. */
export type SpreadsheetFile = { name: string; bytes: FileBytes };

/** Telegram hands a bot files of up to 20 MB; a 100,000-row table of 20 columns has 2,000,000 cells. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 25_000_000,
  unpackedBytes: 250_000_000,
  cells: 3_000_000,
};

const HEAD_BYTES = 4096;

/**
 * Reads a CSV or XLSX file whole; the contents decide which of them it is. Hidden sheets are left
 * out, merged cells are filled with their value (see `readXlsx`), blank rows are dropped.
 * A CSV too long for memory is better read row by row with `streamCsvRows`.
 */
export async function readSpreadsheet(
  file: SpreadsheetFile,
  limits: ReadLimits = READ_LIMITS,
): Promise<{ ok: true; sheets: Sheet[] } | ReadRefusal> {
  const kind = await identifySpreadsheet(file, limits);
  if (!kind.ok) return kind;
  return kind.kind === 'xlsx'
    ? readXlsx(await allBytes(file.bytes), limits)
    : readCsv(file, limits);
}

/**
 * Hands the rows of a CSV on one by one, so that only what `work` keeps of them is held.
 *
 * @returns what `work` makes of them, why the file can't be used, or null when it is a workbook
 */
export async function withCsvRows<T>(
  file: SpreadsheetFile,
  work: (sheet: string, rows: AsyncIterable<SheetRow>) => Promise<T>,
  limits: ReadLimits = READ_LIMITS,
): Promise<T | ReadRefusal | null> {
  const kind = await identifySpreadsheet(file, limits);
  if (!kind.ok) return kind;
  if (kind.kind === 'xlsx') return null;
  let rows = 0;
  async function* counted(): AsyncGenerator<SheetRow> {
    for await (const row of streamCsvRows(file.bytes)) {
      rows += 1;
      yield row;
    }
  }
  try {
    const made = await work(parse(file.name).name, counted());
    return rows === 0 ? { ok: false, reason: 'empty' } : made;
  } catch (error) {
    if (error instanceof BrokenCsvError) return { ok: false, reason: 'unreadable' };
    throw error;
  }
}

/**
 * Says what a file is by looking into it: "CSV" for any text, "XLSX" for a workbook, or why it
 * can't be used. Names are not trusted: offices rename `.csv` to `.xlsx` and the other way round.
 */
export async function identifySpreadsheet(
  file: SpreadsheetFile,
  limits: ReadLimits = READ_LIMITS,
): Promise<{ ok: true; kind: 'csv' | 'xlsx' } | ReadRefusal> {
  const { size, head } = await look(file.bytes);
  if (size === 0) return { ok: false, reason: 'empty' };
  if (size > limits.fileBytes) return { ok: false, reason: 'too_large' };
  if (startsWith(head, [0x50, 0x4b])) return identifyArchive(await allBytes(file.bytes));
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) {
    return identifyCompoundFile(await allBytes(file.bytes));
  }
  const found = foreignFormat(head);
  return found ? { ok: false, reason: 'unsupported_format', found } : { ok: true, kind: 'csv' };
}

function identifyArchive(bytes: Buffer): { ok: true; kind: 'xlsx' } | ReadRefusal {
  const entries = openZip(bytes);
  if (entries === null) return { ok: false, reason: 'unreadable' };
  if ([...entries.values()].some((entry) => entry.encrypted)) {
    return { ok: false, reason: 'password_protected' };
  }
  if (entries.has('xl/workbook.xml')) return { ok: true, kind: 'xlsx' };
  if (entries.has('xl/workbook.bin')) {
    return { ok: false, reason: 'unsupported_format', found: 'xlsb' };
  }
  const found = entries.has('mimetype') && entries.has('content.xml') ? 'ods' : 'other';
  return { ok: false, reason: 'unsupported_format', found };
}

/** Microsoft's container of the nineties holds two things: old `.xls` books, and locked `.xlsx`. */
function identifyCompoundFile(bytes: Buffer): ReadRefusal {
  return bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
    ? { ok: false, reason: 'password_protected' }
    : { ok: false, reason: 'unsupported_format', found: 'xls' };
}

function foreignFormat(head: Buffer): UnsupportedFormat | null {
  const text = head.toString('latin1').replace(/^(\xEF\xBB\xBF)?\s*/, '');
  if (text.startsWith('%PDF')) return 'pdf';
  if (/^(\xFF\xD8\xFF|\x89PNG|GIF8|RIFF)/.test(text)) return 'image';
  // Many web applications hand out an HTML page under the name of a spreadsheet.
  if (/^<(!doctype html|html|head|meta|style|table|div)\b/i.test(text)) return 'html';
  if (text.startsWith('<?xml')) return 'xml';
  return head.includes(0) && !looksLikeUtf16(head) ? 'other' : null;
}

async function readCsv(
  file: SpreadsheetFile,
  limits: ReadLimits,
): Promise<{ ok: true; sheets: Sheet[] } | ReadRefusal> {
  const sheet: Sheet = { name: parse(file.name).name, rows: [] };
  let cells = 0;
  try {
    for await (const row of streamCsvRows(file.bytes)) {
      cells += row.cells.length;
      if (cells > limits.cells) return { ok: false, reason: 'too_large' };
      sheet.rows.push(row);
    }
  } catch (error) {
    if (error instanceof BrokenCsvError) return { ok: false, reason: 'unreadable' };
    throw error;
  }
  return sheet.rows.length === 0 ? { ok: false, reason: 'empty' } : { ok: true, sheets: [sheet] };
}

async function look(bytes: FileBytes): Promise<{ size: number; head: Buffer }> {
  if (Buffer.isBuffer(bytes)) return { size: bytes.length, head: bytes.subarray(0, HEAD_BYTES) };
  const { size } = await stat(bytes.path);
  const handle = await open(bytes.path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return { size, head: buffer.subarray(0, bytesRead) };
  } finally {
    await handle.close();
  }
}

async function allBytes(bytes: FileBytes): Promise<Buffer> {
  return Buffer.isBuffer(bytes) ? bytes : readFile(bytes.path);
}

function startsWith(bytes: Buffer, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
