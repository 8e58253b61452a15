import { createHash } from 'node:crypto';
import { writeAudit } from '../../platform/audit.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Doubt, Importer, KeptTable, UndoPlan } from './importer.ts';
import * as store from './repository.ts';
import { changesIn, type ImportCounts } from './schema.ts';

/** What a file would do. */
export interface DryRun<Shown> {
  /** Null when there is nothing to apply. */
  importId: number | null;
  /** Stands for exactly what was shown: applying asks for it back. */
  digest: string;
  fileName: string;
  counts: ImportCounts;
  /** Whom staff may still choose for rows that are left out. */
  doubts: readonly Doubt[];
  shown: Shown;
}

/** Why a file is not to be applied any more. */
export type NotWaiting =
  | { ok: false; reason: 'gone' | 'cancelled' }
  | { ok: false; reason: 'already_applied'; file: store.ImportFile };

/** The data moved on since the dry run, so that the file would do something else now. */
export interface PlanChanged<Shown> {
  ok: false;
  reason: 'plan_changed';
  dryRun: DryRun<Shown>;
}

export type CarriedOut<Shown> =
  | { ok: true; counts: ImportCounts; shown: Shown }
  | PlanChanged<Shown>
  | NotWaiting;

export type Undone =
  | { ok: true; plan: UndoPlan }
  /** Something changed the same rows since, or they are locked. */
  | { ok: false; reason: 'blocked'; plan: UndoPlan }
  /** It is not there, cannot be undone, or was undone before. */
  | { ok: false; reason: 'not_applied' };

/** Whether nothing stands in the way of an undo. */
export function isFree({ later, locked }: UndoPlan): boolean {
  return later.length === 0 && locked.length === 0;
}

/** Applies and undoes the files of one kind, each within a transaction of the caller's. */
export function createCarryingOut<Table extends KeptTable, Plan, Shown>(
  importer: Importer<Table, Plan>,
  show: (plan: Plan) => Shown,
) {
  const { kind } = importer;

  function dryRunOf(plan: Plan, importId: number | null, fileName: string): DryRun<Shown> {
    const hash = createHash('sha256');
    for (const decision of importer.decisions(plan)) hash.update(JSON.stringify(decision));
    const digest = hash.digest('hex').slice(0, 12);
    return {
      importId,
      digest,
      fileName,
      counts: importer.count(plan),
      doubts: importer.doubts?.(plan) ?? [],
      shown: show(plan),
    };
  }

  async function planAgain(db: Db | Tx, file: store.ImportFile, now: Date): Promise<Plan> {
    const table = importer.schema.parse(await store.readTable(db, file));
    return importer.plan(db, table, now, file.choices);
  }

  /** A file that waits to be applied, or why it does not. */
  async function waitingFile(tx: Tx, importId: number): Promise<store.ImportFile | NotWaiting> {
    const file = await store.findImport(tx, importId);
    return file?.status === 'PREVIEWED' && file.kind === kind ? file : whyNot(file);
  }

  function whyNot(file: store.ImportFile | null): NotWaiting {
    if (file === null || file.kind !== kind) return { ok: false, reason: 'gone' };
    return file.status === 'APPLIED'
      ? { ok: false, reason: 'already_applied', file }
      : { ok: false, reason: 'cancelled' };
  }

  return {
    dryRunOf,
    whyNot,

    /** What a file would do now; null when it does not wait any more. */
    async review(db: Db | Tx, importId: number, now: Date): Promise<DryRun<Shown> | null> {
      const file = await store.findImport(db, importId);
      if (file?.status !== 'PREVIEWED' || file.kind !== kind) return null;
      return dryRunOf(await planAgain(db, file, now), importId, file.fileName);
    },

    /**
     * Does what the dry run with that digest said, all of it or nothing.
     *
     * @param before asked once it is certain that it could be done; what it returns, if anything, is the outcome
     */
    async apply<Instead>(
      tx: Tx,
      applying: { importId: number; digest: string; accountId: number | null; now: Date },
      before: (file: store.ImportFile, dryRun: DryRun<Shown>) => Promise<Instead | null>,
    ): Promise<CarriedOut<Shown> | Instead> {
      const { importId, digest, accountId, now } = applying;
      const file = await waitingFile(tx, importId);
      if ('ok' in file) return file;
      const plan = await planAgain(tx, file, now);
      const dryRun = dryRunOf(plan, importId, file.fileName);
      const { counts, shown } = dryRun;
      if (dryRun.digest !== digest) {
        if (changesIn(counts) === 0) await store.markCancelled(tx, kind, importId);
        return { ok: false, reason: 'plan_changed', dryRun };
      }
      const instead = await before(file, dryRun);
      if (instead !== null) return instead;
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
    },

    /** What taking a file back would do; null when there is nothing to take back. */
    async planUndo(db: Db | Tx, importId: number): Promise<UndoPlan | null> {
      const file = await store.findImport(db, importId);
      if (file?.status !== 'APPLIED' || file.kind !== kind || importer.undoing === null)
        return null;
      return importer.undoing.plan(db, importId);
    },

    /** Takes back all that a file did, or nothing; `before` as with applying. */
    async undo<Instead>(
      tx: Tx,
      { importId, accountId, now }: { importId: number; accountId: number | null; now: Date },
      before: (file: store.ImportFile, plan: UndoPlan) => Promise<Instead | null>,
    ): Promise<Undone | Instead> {
      const file = await store.findImport(tx, importId);
      const plan = await this.planUndo(tx, importId);
      if (file === null || plan === null || importer.undoing === null)
        return { ok: false, reason: 'not_applied' };
      if (!isFree(plan)) return { ok: false, reason: 'blocked', plan };
      const instead = await before(file, plan);
      if (instead !== null) return instead;
      await store.markUndone(tx, importId, accountId, now);
      await importer.undoing.carryOut(tx, importId, now);
      await writeAudit(tx, {
        at: now,
        accountId,
        action: 'import.undo',
        subject: `import:${importId}`,
        after: {
          kind,
          fileName: file.fileName,
          restored: plan.restored,
          removed: plan.removed,
        },
      });
      return { ok: true, plan };
    },
  };
}
