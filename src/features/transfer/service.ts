import { createHash } from 'node:crypto';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { ReadRefusal } from '../../platform/sheet.ts';
import { readSpreadsheet, withCsvRows } from '../../platform/spreadsheet.ts';
import {
  type Asked,
  askSecondPerson,
  type ConsentPolicy,
  type Decider,
  openRequest,
  settleRequest,
} from './approval.ts';
import {
  type CarriedOut,
  createCarryingOut,
  type DryRun,
  type NotWaiting,
  type Undone,
} from './carrying-out.ts';
import type { Importer, KeptTable, TableReading, UndoPlan } from './importer.ts';
import * as store from './repository.ts';
import { closeRequest, type Deed, findRequest } from './request-repository.ts';
import { changesIn } from './schema.ts';

export type { DryRun, NotWaiting } from './carrying-out.ts';
export type { ImportFile } from './repository.ts';

/** A file as it came. */
export interface IncomingFile {
  name: string;
  bytes: Buffer;
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

export type ApplyOutcome<Shown> = CarriedOut<Shown> | Asked;

export type UndoOutcome = Undone | Asked;

export type CancelOutcome = { ok: true } | NotWaiting;

export type DecideOutcome<Shown> =
  | { ok: true; decision: 'rejected'; deed: Deed; importId: number }
  /** `outcome` need not be ok: what was asked for may have become something else. */
  | { ok: true; decision: 'approved'; deed: 'APPLY'; importId: number; outcome: CarriedOut<Shown> }
  | { ok: true; decision: 'approved'; deed: 'UNDO'; importId: number; outcome: Undone }
  | { ok: false; reason: 'gone' | 'own' | 'already_decided' };

/** The use cases of one kind of import. */
export interface ImportService<Shown> {
  /** Reads a file and says what it would change; nothing is changed. @throws when `signal` is aborted */
  check(
    file: IncomingFile,
    accountId: number | null,
    signal?: AbortSignal,
  ): Promise<CheckOutcome<Shown>>;
  /** What a checked file would do as things stand now; null when it does not wait any more. */
  review(importId: number): Promise<DryRun<Shown> | null>;
  /**
   * Does what the dry run with that digest said, all of it or nothing, once however often it is asked.
   * The plan is made anew in the same transaction; if it has become another one, nothing is done. Where a second
   * person has to consent, that is asked for instead.
   */
  apply(importId: number, digest: string, accountId: number | null): Promise<ApplyOutcome<Shown>>;
  /** Says whom the rows of a doubt mean; null: nobody, they stay left out. What that changes, `review` tells. */
  choose(
    importId: number,
    key: string,
    kaderId: number | null,
    accountId: number,
  ): Promise<{ ok: true } | NotWaiting>;
  /** Puts a checked file aside. */
  cancel(importId: number): Promise<CancelOutcome>;
  /** What taking an applied file back would do; null when it cannot be. */
  planUndo(importId: number): Promise<UndoPlan | null>;
  /** Takes back all that a file did, or nothing; with a second person's consent where that is needed. */
  undo(importId: number, accountId: number | null): Promise<UndoOutcome>;
  /** Decides about what somebody else asked for; the first decision counts. */
  decide(
    requestId: number,
    decision: 'approved' | 'rejected',
    by: Decider,
  ): Promise<DecideOutcome<Shown>>;
  /** Takes back one's own request. @returns false when it was decided already */
  withdraw(requestId: number, accountId: number): Promise<boolean>;
}

/** A dry run nobody applied is put aside after this. */
const keepUnappliedMs = 7 * 24 * 3_600_000;

/**
 * The use cases of one kind of import.
 *
 * @param show makes of a plan what people are shown of it
 * @param consent whether a second person has to consent to what is applied and undone
 */
export function createImportService<Table extends KeptTable, Plan, Shown>(
  { db, transact, clock }: Ports,
  importer: Importer<Table, Plan>,
  show: (plan: Plan) => Shown,
  { required, letters }: ConsentPolicy<Shown>,
): ImportService<Shown> {
  const { kind } = importer;
  const carry = createCarryingOut(importer, show);
  const atOnce = async (): Promise<null> => null;

  /** A transaction in which no other import is applied or undone. */
  function inTurn<T>(importId: number, work: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    return transact(async (tx) => {
      await store.takeTurn(tx, importId);
      return work(tx, clock.now());
    });
  }

  /** The rows of a file; those of a CSV one by one where that can be, since it may be long. */
  async function readFile(file: IncomingFile): Promise<TableReading<Table> | ReadRefusal> {
    const { readStream } = importer;
    if (readStream !== undefined) {
      const streamed = await withCsvRows(file, (sheet, rows) => readStream(sheet, rows, file.name));
      if (streamed !== null) return streamed;
    }
    const whole = await readSpreadsheet(file);
    return whole.ok ? importer.read(whole.sheets, file.name) : whole;
  }

  return {
    async check({ name, bytes }, accountId, signal) {
      const reading = await readFile({ name, bytes });
      if (!reading.ok) return reading;
      const { table } = reading;
      const now = clock.now();
      const fileHash = createHash('sha256').update(bytes).digest('hex');
      const before = await store.findApplied(db, kind, fileHash);
      const plan = await importer.plan(db, table, now, new Map(), signal);
      signal?.throwIfAborted();
      const dryRun = carry.dryRunOf(plan, null, name);
      if (changesIn(dryRun.counts) === 0 && dryRun.doubts.length === 0)
        return { ok: true, dryRun, before };
      const importId = await transact(async (tx) => {
        await store.forgetUnapplied(tx, new Date(now.getTime() - keepUnappliedMs));
        const kept = { kind, fileName: name, fileHash, table, createdById: accountId };
        return store.createImport(tx, kept, now);
      });
      return { ok: true, dryRun: { ...dryRun, importId }, before };
    },

    review: (importId) => carry.review(db, importId, clock.now()),

    apply: (importId, digest, accountId) =>
      inTurn<ApplyOutcome<Shown>>(importId, (tx, now) =>
        carry.apply(tx, { importId, digest, accountId, now }, async (file, dryRun) => {
          if (!required) return null;
          const about = { file, deed: 'APPLY', digest, accountId } as const;
          return askSecondPerson(tx, about, (request) => letters.askToApply(request, dryRun), now);
        }),
      ),

    choose: (importId, key, kaderId, accountId) =>
      inTurn(importId, async (tx, now) => {
        const file = await store.findImport(tx, importId);
        if (file?.status !== 'PREVIEWED') return carry.whyNot(file);
        await store.saveChoice(tx, file, key, kaderId);
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'import.choose',
          subject: `import:${importId}`,
          after: { doubt: key, kaderId },
        });
        return { ok: true };
      }),

    cancel: (importId) =>
      transact(async (tx) => {
        if (await store.markCancelled(tx, kind, importId)) return { ok: true };
        return carry.whyNot(await store.findImport(tx, importId));
      }),

    planUndo: (importId) => carry.planUndo(db, importId),

    undo: (importId, accountId) =>
      inTurn<UndoOutcome>(importId, (tx, now) =>
        carry.undo(tx, { importId, accountId, now }, async (file, plan) => {
          if (!required) return null;
          const about = { file, deed: 'UNDO', digest: '', accountId } as const;
          return askSecondPerson(tx, about, (request) => letters.askToUndo(request, plan), now);
        }),
      ),

    decide: (requestId, decision, by) =>
      inTurn<DecideOutcome<Shown>>(requestId, async (tx, now) => {
        const open = await openRequest(tx, requestId, by);
        if (!open.ok) return open;
        const { request, file } = open;
        const { importId, deed, digest } = request;
        const settle = async (how: 'APPROVED' | 'REJECTED' | 'OUTDATED') => {
          const letter = letters.decided(request, file, how, by.firstName);
          await settleRequest(tx, request, how, by, letter, now);
        };
        if (decision === 'rejected') {
          await settle('REJECTED');
          return { ok: true, decision, deed, importId };
        }
        const deciding = { importId, digest, accountId: by.accountId, now };
        if (deed === 'APPLY') {
          const outcome = await carry.apply<never>(tx, deciding, atOnce);
          await settle(outcome.ok ? 'APPROVED' : 'OUTDATED');
          return { ok: true, decision, deed, importId, outcome };
        }
        const outcome = await carry.undo<never>(tx, deciding, atOnce);
        await settle(outcome.ok ? 'APPROVED' : 'OUTDATED');
        return { ok: true, decision, deed, importId, outcome };
      }),

    withdraw: (requestId, accountId) =>
      transact(async (tx) => {
        const request = await findRequest(tx, requestId);
        if (request?.askedById !== accountId) return false;
        return closeRequest(tx, requestId, 'WITHDRAWN', accountId, clock.now());
      }),
  };
}
