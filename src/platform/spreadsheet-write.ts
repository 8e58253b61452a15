import type { CellObject } from 'write-excel-file/node';
import { type CellValue, cellText, isBlank } from './sheet.ts';
import { onA4, paperCells, type SheetPaper } from './sheet-paper.ts';

/**
 * A column of a table to be written. `text` (the default) keeps every character, leading zeros of
 * phone numbers included; `rupiah` takes whole rupiah; `date` takes a `Date` or `'2024-05-22'`.
 * `width` is in characters; left out, it follows the contents.
 */
export type OutputColumn = {
  title: string;
  width?: number;
  kind?: 'text' | 'number' | 'rupiah' | 'date';
};

/** A table to be written; the cells of a row stand in the order of the columns. */
export type OutputTable = { columns: OutputColumn[]; rows: CellValue[][] };

/** A table with the name of its sheet, and for one that is printed and signed, what is around it. */
export type OutputSheet = OutputTable & { name: string; paper?: SheetPaper };

const NARROWEST = 8;
const WIDEST = 60;
const ROWS_MEASURED = 200;
const FORMATS = { number: '#,##0.##########', rupiah: '"Rp"#,##0', date: 'dd/mm/yyyy' };

/**
 * Writes an XLSX workbook: bold header that stays in place while scrolling (but below a paper's
 * letterhead, which would leave no room on a phone), amounts with the reader's own thousands sign, dates day first. Texts are written as texts, so that one beginning
 * with `=` is never a formula. Sheet names are shortened and made unique as Excel demands.
 */
export async function writeXlsx(sheets: OutputSheet[]): Promise<Buffer> {
  const names = uniqueSheetNames(sheets.map((sheet) => sheet.name));
  // Loaded when first needed: a start should not wait for it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  return writeExcelFile(
    sheets.map(({ columns, rows, paper }, index) => {
      const widths = columns.map((column, at) => column.width ?? widthOf(column, rows, at));
      const cells = [
        columns.map(({ title }) => ({ value: title, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => columns.map((column, at) => outputCell(row[at] ?? null, column))),
      ];
      return {
        sheet: names[index] ?? '',
        columns: widths.map((width) => ({ width })),
        ...(paper === undefined
          ? { data: cells, stickyRowsCount: 1 }
          : { data: paperCells(paper, cells, widths), showGridLines: false }),
      };
    }),
    { features: [onA4(sheets.map(({ paper }) => paper))] },
  ).toBuffer();
}

function outputCell(value: CellValue, { kind = 'text' }: OutputColumn): CellObject | null {
  if (isBlank(value)) return null;
  if (kind === 'date') {
    const day = toDate(value);
    if (day) return { value: day, type: Date, format: FORMATS.date };
  } else if (kind !== 'text' && typeof value === 'number') {
    return { value, type: Number, format: FORMATS[kind] };
  }
  return { value: cellText(value), type: String, format: '@' };
}

function toDate(value: CellValue): Date | null {
  if (value instanceof Date) return value;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return null;
  const day = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? null : day;
}

function widthOf(column: OutputColumn, rows: CellValue[][], at: number): number {
  const texts = rows.slice(0, ROWS_MEASURED).map((row) => cellText(row[at]));
  const longest = Math.max(column.title.length, ...texts.map((text) => text.length));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

function uniqueSheetNames(names: string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const allowed =
      name
        .replace(/[\\/?*[\]:]/g, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || 'Sheet';
    let unique = allowed.slice(0, 31);
    for (let n = 2; taken.has(unique.toLowerCase()); n++) {
      const suffix = ` (${n})`;
      unique = allowed.slice(0, 31 - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/**
 * What a spreadsheet program takes for a formula (OWASP, "CSV Injection"), full-width signs and
 * leading blanks included.
 */
const FORMULA = /^([\t\r\n]|\s*[=+\-@＝＋－＠])/;

/**
 * Writes a CSV that Excel under Indonesian settings opens right with a double click: UTF-8 with
 * BOM, `;` between cells (there the comma is the decimal sign), CRLF, dates as `2024-05-22`,
 * amounts as bare digits. A text that would start a formula gets an apostrophe before it, which
 * `streamCsvRows` takes off again. Phone numbers that must keep their 0 belong in an XLSX.
 */
export function writeCsv({ columns, rows }: OutputTable): Buffer {
  const lines = [columns.map(({ title }) => title), ...rows].map((row) =>
    columns.map((_, at) => csvCell(row[at] ?? null)).join(';'),
  );
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}

function csvCell(value: CellValue): string {
  const text = cellText(value);
  const safe = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : text;
  return /["';\r\n\t]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
