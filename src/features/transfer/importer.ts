import type { z } from 'zod';
import type { Db, Tx } from '../../platform/database.ts';
import type { Phone } from '../../platform/phone.ts';
import type { Sheet, SheetRow } from '../../platform/sheet.ts';
import type { ImportCounts, RowPlace, TableNotes } from './schema.ts';

/** What was made of the sheets of a file. */
export type TableReading<Table> =
  | { ok: true; table: Table }
  /** Columns that were looked for in vain, and the titles of the most similar row. */
  | { ok: false; reason: 'no_header'; missing: string[]; found: string[] }
  /** A header with nothing below it. */
  | { ok: false; reason: 'no_rows' };

/** What is kept of a file between its dry run and its applying. */
export interface KeptTable {
  notes: TableNotes;
  rows: readonly unknown[];
}

/** Whom staff chose for rows that may mean several people, by the doubt's key; null: to be left out. */
export type Choices = ReadonlyMap<string, number | null>;

/** Rows of which it is not certain whom they mean. */
export interface Doubt {
  /** Twelve hexadecimal digits that stand for what the rows say of the person. */
  key: string;
  /** The first of them. */
  at: RowPlace;
  rows: number;
  /** As written in the file. */
  name: string;
  phone: Phone | null;
  /** Who may be meant, likeliest first. */
  candidates: { kaderId: number; name: string; area: string; phone: Phone | null }[];
}

/** By whom and under which number an import is applied. */
export interface Applying {
  importId: number;
  /** Null for the command line. */
  accountId: number | null;
  now: Date;
}

/** What taking an import back would do, and what stands in the way of it. */
export interface UndoPlan {
  /** Rows that would be as they were before. */
  restored: number;
  /** Rows that would not be there any more. */
  removed: number;
  /** Imports that changed the same rows again and have to be undone first; null: something else did. */
  later: { importId: number | null; rows: number }[];
  /** Months in which nothing is changed any more, as `YYYY-MM`. */
  locked: string[];
}

/** How an import is taken back: all of it, or nothing. */
export interface Undoing {
  plan(db: Db | Tx, importId: number): Promise<UndoPlan>;
  /** Only where nothing stands in the way. */
  carryOut(tx: Tx, importId: number, now: Date): Promise<void>;
}

/**
 * One kind of table that staff bring: how it is read, what it would do, and how that is done.
 * `Table` is kept as JSON between the dry run and its applying; `Plan` is made anew for each of them.
 */
export interface Importer<Table extends KeptTable, Plan> {
  readonly kind: 'KADER' | 'INCENTIVE' | 'BANK_RESULT';
  readonly schema: z.ZodType<Table>;
  /** Takes the rows out of a file. Only what may be kept goes into the table. */
  read(sheets: readonly Sheet[], fileName: string): TableReading<Table>;
  /** The same of rows that come one by one, for kinds of files that may be long. */
  readStream?(
    sheet: string,
    rows: AsyncIterable<SheetRow>,
    fileName: string,
  ): Promise<TableReading<Table>>;
  /** What the table would change as things stand now. */
  plan(db: Db | Tx, table: Table, now: Date, choices: Choices, signal?: AbortSignal): Promise<Plan>;
  /** Rows left out for want of a choice that staff can make. */
  doubts?(plan: Plan): Doubt[];
  count(plan: Plan): ImportCounts;
  /** Everything the plan would write, as JSON values: two plans with the same decisions do the same. */
  decisions(plan: Plan): Iterable<unknown>;
  /** Carries the plan out, with an audit trail for everybody concerned. */
  apply(tx: Tx, plan: Plan, applying: Applying): Promise<void>;
  /** Null where what was applied cannot be taken back as a whole. */
  readonly undoing: Undoing | null;
}
