import { type CellValue, cellText } from '../platform/sheet.ts';

/** What was read from one cell of a table, or why it can't be used. */
export type CellReading<T, Refusal extends string> =
  | { ok: true; value: T }
  | { ok: false; reason: Refusal | 'empty' };

/** `null` where an office leaves a cell open: blank, or with the strokes that stand for nothing. */
export function writtenText(cell: CellValue | undefined): string | null {
  const text = cellText(cell).replace(/\s+/g, ' ');
  return /^([-–—.]*|n\/?a|#n\/a|nihil|kosong|null)$/i.test(text) ? null : text;
}
