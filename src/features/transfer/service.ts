import { createHash } from 'node:crypto';
import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { ReadRefusal } from '../../platform/sheet.ts';
import { readSpreadsheet } from '../../platform/spreadsheet.ts';
import type { Importer, TableReading } from './importer.ts';
import * as store from './repository.ts';
import { changesIn, type ImportCounts } from './schema.ts';

export type { ImportFile } from './repository.ts';

/** A file as it came. */
export interface IncomingFile {
  name: string;
  bytes: Buffer;
}

/** What a file would do. */
export interface DryRun<Shown> {
  /** Null when there is nothing to apply. */
  importId: number | null;
  /** Stands for exactly what was shown: applying asks for it back. */
  digest: string;
  fileName: string;
  counts: ImportCounts;
  shown: Shown;
}

export type CheckOutcome<Shown> =
  | {
      ok: true;
      dryRun: DryRun<Shown>;
      /** The time these very bytes were applied before. */
      before: store.ImportFile | null;
    }
  | ReadRefusal
  | Exclude<TableReading<unknown>, { ok: true }>;

/** Why a file is not to be applied any more. */
export type NotWaiting =
  | { ok: false; reason: 'gone' | 'cancelled' }
  | { ok: false; reason: 'already_applied'; file: store.ImportFile };

export type ApplyOutcome<Shown> =
  | { ok: true; counts: ImportCounts; shown: Shown }
  /** The data moved on since the dry run, so that the file would do something else now. */
  | { ok: false; reason: 'plan_changed'; dryRun: DryRun<Shown> }
  | NotWaiting;

export type CancelOutcome = { ok: true } | NotWaiting;

/** The use cases of one kind of import. */
export interface ImportService<Shown> {
  /** Reads a file and says what it would change; nothing is changed. */
  check(file: IncomingFile, accountId: number | null): Promise<CheckOutcome<Shown>>;
  /**
   * Does what the dry run with that digest said, all of it or nothing, once however often it is asked.
   * The plan is made anew in the same transaction; if it has become another one, nothing is done.
   */
  apply(importId: number, digest: string, accountId: number | null): Promise<ApplyOutcome<Shown>>;
  /** Puts a checked file aside. */
  cancel(importId: number): Promise<CancelOutcome>;
}

/** A dry run nobody applied is put aside after this. */
const keepUnappliedMs = 7 * 24 * 3_600_000;

/**
 * The use cases of one kind of import.
 *
 * @param show makes of a plan what people are shown of it
 */
export function createImportService<Table, Plan, Shown>(
  { db, transact, clock }: Ports,
  importer: Importer<Table, Plan>,
  show: (plan: Plan) => Shown,
): ImportService<Shown> {
  const { kind } = importer;

  function dryRunOf(plan: Plan, importId: number | null, fileName: string): DryRun<Shown> {
    const digest = sha256(JSON.stringify(importer.decisions(plan))).slice(0, 12);
    return { importId, digest, fileName, counts: importer.count(plan), shown: show(plan) };
  }

  return {
    async check({ name, bytes }, accountId) {
      const file = await readSpreadsheet({ name, bytes });
      if (!file.ok) return file;
      const reading = importer.read(file.sheets, name);
      if (!reading.ok) return reading;
      const { table } = reading;
      const now = clock.now();
      const fileHash = sha256(bytes);
      const before = await store.findApplied(db, kind, fileHash);
      const plan = await importer.plan(db, table, now);
      if (changesIn(importer.count(plan)) === 0)
        return { ok: true, dryRun: dryRunOf(plan, null, name), before };
      const importId = await transact(async (tx) => {
        await store.forgetUnapplied(tx, new Date(now.getTime() - keepUnappliedMs));
        const kept = { kind, fileName: name, fileHash, table, createdById: accountId };
        return store.createImport(tx, kept, now);
      });
      return { ok: true, dryRun: dryRunOf(plan, importId, name), before };
    },

    apply: (importId, digest, accountId) =>
      transact(async (tx) => {
        await store.takeTurn(tx, importId);
        const file = await store.findImport(tx, importId);
        if (file?.status !== 'PREVIEWED' || file.kind !== kind) return whyNot(file, kind);
        const now = clock.now();
        const plan = await importer.plan(tx, importer.schema.parse(file.table), now);
        const dryRun = dryRunOf(plan, importId, file.fileName);
        const { counts, shown } = dryRun;
        if (dryRun.digest !== digest) {
          if (changesIn(counts) === 0) await store.markCancelled(tx, kind, importId);
          return { ok: false, reason: 'plan_changed', dryRun };
        }
        await store.markApplied(tx, importId, { accountId, result: counts }, now);
        await importer.apply(tx, plan, { importId, accountId, now });
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'import.apply',
          subject: `import:${importId}`,
          after: { kind, fileName: file.fileName, ...counts },
        });
        return { ok: true, counts, shown };
      }),

    cancel: (importId) =>
      transact(async (tx) => {
        if (await store.markCancelled(tx, kind, importId)) return { ok: true };
        return whyNot(await store.findImport(tx, importId), kind);
      }),
  };
}

function whyNot(file: store.ImportFile | null, kind: store.ImportKind): NotWaiting {
  if (file === null || file.kind !== kind) return { ok: false, reason: 'gone' };
  return file.status === 'APPLIED'
    ? { ok: false, reason: 'already_applied', file }
    : { ok: false, reason: 'cancelled' };
}

function sha256(data: Buffer | string): string {
  return createHash('sha256').update(data).digest('hex');
}
