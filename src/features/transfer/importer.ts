import type { z } from 'zod';
import type { Db, Tx } from '../../platform/database.ts';
import type { Sheet } from '../../platform/sheet.ts';
import type { ImportCounts } from './schema.ts';

/** What was made of the sheets of a file. */
export type TableReading<Table> =
  | { ok: true; table: Table }
  /** Columns that were looked for in vain, and the titles of the most similar row. */
  | { ok: false; reason: 'no_header'; missing: string[]; found: string[] }
  /** A header with nothing below it. */
  | { ok: false; reason: 'no_rows' };

/** By whom and under which number an import is applied. */
export interface Applying {
  importId: number;
  /** Null for the command line. */
  accountId: number | null;
  now: Date;
}

/**
 * One kind of table that staff bring: how it is read, what it would do, and how that is done.
 * `Table` is kept as JSON between the dry run and its applying; `Plan` is made anew for each of them.
 */
export interface Importer<Table, Plan> {
  readonly kind: 'KADER' | 'INCENTIVE';
  readonly schema: z.ZodType<Table>;
  /** Takes the rows out of a file. Only what may be kept goes into the table. */
  read(sheets: readonly Sheet[], fileName: string): TableReading<Table>;
  /** What the table would change as things stand now. */
  plan(db: Db | Tx, table: Table, now: Date): Promise<Plan>;
  count(plan: Plan): ImportCounts;
  /** Everything the plan would write, as JSON: two plans with the same decisions do the same. */
  decisions(plan: Plan): unknown;
  /** Carries the plan out, with an audit trail for everybody concerned. */
  apply(tx: Tx, plan: Plan, applying: Applying): Promise<void>;
}
