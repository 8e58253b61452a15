import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { type CellValue, cleanText, type FileBytes, isBlankRow, type SheetRow } from './sheet.ts';

/** The file can't be cut into rows: a quotation mark that never closes, or a row of over a megabyte. */
export class BrokenCsvError extends Error {
  override name = 'BrokenCsvError';
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const SAMPLE_BYTES = 65_536;
const SAMPLE_ROWS = 30;
const LONGEST_ROW = 1_048_576;
const SEPARATORS = [';', ',', '\t', '|'] as const;
/** Excel's own first line that names the separator; Excel doesn't show it, so it has no number. */
const SEPARATOR_LINE = /^sep=(.)\r?\n/i;
/** The apostrophe with which `writeCsv` (and others) disarm a formula. */
const DISARMED = /^'(?=[\t\r\n]|\s*[=+\-@＝＋－＠])/;
/** The way to make Excel keep leading zeros in a CSV: a formula that is only a text. */
const TEXT_FORMULA = /^="([^"]*)"$/;

/**
 * Reads a CSV row by row in bounded memory: UTF-8 with or without BOM, UTF-16 or Windows-1252;
 * separated by `;` `,` tab or `|`, found out from the first rows or named by Excel's `sep=` line;
 * any line ends; quotes. Blank rows are skipped but counted, so that numbers stay those on screen.
 * Every cell is a text or `null`: what a text means is for the rules to say.
 * @throws {BrokenCsvError} where the file can't be cut into rows.
 */
export async function* streamCsvRows(source: FileBytes): AsyncGenerator<SheetRow> {
  const sample = await readSample(source);
  const encoding = await detectEncoding(source, sample);
  const head = new TextDecoder(encoding).decode(sample);
  const separatorLine = SEPARATOR_LINE.exec(head);
  const parser = parse({
    delimiter: separatorLine?.[1] ?? detectSeparator(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
  });
  const feeding = pipeline(Readable.from(decode(readChunks(source), encoding)), parser);
  // A failure reaches the reader through the loop below; here it must only not go unhandled.
  feeding.catch(() => undefined);
  let number = separatorLine ? -1 : 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      if (number === 0) continue;
      const cells = record.map(readCell);
      if (!isBlankRow(cells)) yield { number, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) {
      throw new BrokenCsvError(`after row ${number}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

function readCell(text: string): CellValue {
  return cleanText(text.replace(DISARMED, '').replace(TEXT_FORMULA, '$1'));
}

/** Whether the bytes are UTF-16 without saying so: Latin letters leave every second byte zero. */
export function looksLikeUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let even = 0;
  let odd = 0;
  for (const [index, byte] of bytes.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = bytes.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  if (even > half * 0.7 && odd < half * 0.1) return 'utf-16be';
  return null;
}

/** Looks through the whole file, because the first accented letter may stand in its last row. */
async function detectEncoding(source: FileBytes, sample: Buffer): Promise<Encoding> {
  const utf16 = looksLikeUtf16(sample);
  if (utf16) return utf16;
  const strict = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of readChunks(source)) strict.decode(chunk, { stream: true });
    strict.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

/**
 * The separator that cuts the sample into the most regular table: many rows of one same width.
 * Commas inside amounts or titles therefore lose against the semicolons between columns.
 */
function detectSeparator(sample: string): string {
  let best: string = SEPARATORS[0];
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const rowsOfWidth = new Map<number, number>();
    for (const width of rowWidths(sample, separator)) {
      rowsOfWidth.set(width, (rowsOfWidth.get(width) ?? 0) + 1);
    }
    for (const [width, rows] of rowsOfWidth) {
      const score = rows * (width - 1);
      if (score > bestScore) [best, bestScore] = [separator, score];
    }
  }
  return best;
}

function rowWidths(sample: string, separator: string): number[] {
  const widths: number[] = [];
  let width = 1;
  let quoted = false;
  let before = '\n';
  for (const char of sample.replace(/\r\n?/g, '\n')) {
    const startsCell = before === separator || before === '\n' || before === '"';
    if (char === '"' && (quoted || startsCell)) quoted = !quoted;
    else if (char === separator && !quoted) width += 1;
    else if (char === '\n' && !quoted) {
      widths.push(width);
      width = 1;
      if (widths.length === SAMPLE_ROWS) return widths;
    }
    before = char;
  }
  if (width > 1) widths.push(width);
  return widths;
}

async function readSample(source: FileBytes): Promise<Buffer> {
  if (Buffer.isBuffer(source)) return source.subarray(0, SAMPLE_BYTES);
  const handle = await open(source.path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function* readChunks(source: FileBytes): AsyncGenerator<Buffer> {
  if (!Buffer.isBuffer(source)) {
    yield* createReadStream(source.path);
    return;
  }
  for (let at = 0; at < source.length; at += SAMPLE_BYTES) {
    yield source.subarray(at, at + SAMPLE_BYTES);
  }
}

async function* decode(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
}
