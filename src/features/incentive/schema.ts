import { z } from 'zod';
import { rowPlace, storedCell, tableNotes } from '../transfer/schema.ts';

export const incentiveStatus = z.enum([
  'PROPOSED',
  'VERIFIED',
  'PROCESSED',
  'TRANSFERRED',
  'HELD',
  'REJECTED',
]);

/** Where the money of one month is. */
export type IncentiveStatus = z.infer<typeof incentiveStatus>;

/** What is recorded of one person and month. */
export const monthRecord = z.object({
  /** Whole rupiah. */
  amount: z.number().int(),
  status: incentiveStatus,
  /** `YYYY-MM-DD`, the day the status began; null when nobody said it. */
  statusDate: z.string().nullable(),
  /** Why, in the office's words. */
  note: z.string().nullable(),
});

export type MonthRecord = z.infer<typeof monthRecord>;

/** One row of an incentive file, as written in it, save that its month is `YYYY-MM` where it could be read. */
const incentiveRow = z.object({
  at: rowPlace,
  no_hp: storedCell,
  nama: storedCell,
  kelurahan: storedCell,
  kecamatan: storedCell,
  periode: storedCell,
  jumlah: storedCell,
  status: storedCell,
  tanggal: storedCell,
  keterangan: storedCell,
  /** Amounts by month, in tables with one column per month. */
  months: z.record(z.string(), storedCell),
});

/** An incentive file as it is kept between its dry run and its applying. */
export const incentiveTable = z.object({ notes: tableNotes, rows: z.array(incentiveRow) });

export type WrittenRow = z.infer<typeof incentiveRow>;
export type IncentiveTable = z.infer<typeof incentiveTable>;
