import { z } from 'zod';
import { type CellValue, isoDay } from '../../platform/sheet.ts';

/** A cell as an import keeps it: JSON has no dates, so a date cell becomes the day written in it. */
export const storedCell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export type StoredCell = z.infer<typeof storedCell>;

/** Turns a cell into its stored form; `2024-05-22` for a date. */
export function toStored(cell: CellValue): StoredCell {
  return cell instanceof Date ? isoDay(cell) : cell;
}

/** Where a row stands in its file. `sheet` is null when the file has only one. */
export const rowPlace = z.object({ sheet: z.string().nullable(), number: z.number().int() });

export type RowPlace = z.infer<typeof rowPlace>;

/** What is told about a file besides its rows. */
export const tableNotes = z.object({
  /** Columns that were not read on. */
  dropped: z.array(
    z.object({
      title: z.string(),
      why: z.enum(['identity_number', 'account_number', 'unknown', 'duplicate']),
    }),
  ),
  /** Sheets that hold no such table. */
  ignoredSheets: z.array(z.string()),
  /** Rows that are totals or signatures. */
  skippedRows: z.number().int(),
});

export type TableNotes = z.infer<typeof tableNotes>;

/** What an import does, by row. */
export const importCounts = z.object({
  created: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
});

export type ImportCounts = z.infer<typeof importCounts>;

/** How many rows would change something. */
export function changesIn({ created, changed }: ImportCounts): number {
  return created + changed;
}
