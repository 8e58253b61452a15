import { insertRows } from '../../platform/bulk-insert.ts';
import { inChunks } from '../../platform/chunks.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { letOthersRun } from '../../platform/event-loop.ts';
import type { StatusEntry } from './rules.ts';
import { type MonthRecord, monthRecord } from './schema.ts';

/** One month of one person that is recorded otherwise from now on. */
export interface MonthChange {
  kaderId: number;
  period: string;
  /** Null: nothing was recorded. */
  before: MonthRecord | null;
  /** Null: nothing is recorded any more. */
  after: MonthRecord | null;
}

/** From which import a change comes, or which one it takes back. */
export interface ChangeOrigin {
  importId: number | null;
  undo?: boolean;
}

/** Records months anew, otherwise or no longer, each with its entry in the history. */
export async function writeMonths(
  tx: Tx,
  changes: readonly MonthChange[],
  { importId, undo = false }: ChangeOrigin,
  now: Date,
): Promise<void> {
  for (const chunk of inChunks(changes)) {
    await insertRows(
      tx,
      'Incentive',
      ['kaderId', 'period', 'amount', 'status', 'statusDate', 'note', 'updatedAt'],
      chunk.flatMap(({ kaderId, period, before, after: to }) =>
        before === null && to !== null
          ? [[kaderId, period, to.amount, to.status, to.statusDate, to.note, now]]
          : [],
      ),
    );
    for (const { period, after, kaderIds } of alike(chunk)) {
      const where = { period, kaderId: { in: kaderIds } };
      if (after === null) await tx.incentive.deleteMany({ where });
      else await tx.incentive.updateMany({ where, data: { ...after, updatedAt: now } });
    }
    await insertRows(
      tx,
      'IncentiveChange',
      ['kaderId', 'period', 'importId', 'undo', 'before', 'after', 'fromStatus', 'toStatus', 'at'],
      chunk.map(({ kaderId, period, before, after }) => [
        kaderId,
        period,
        importId,
        undo,
        asJson(before),
        asJson(after),
        before?.status ?? null,
        after?.status ?? null,
        now,
      ]),
    );
    await letOthersRun();
  }
}

/** A month as the history keeps it, without what else the value may carry. */
function asJson(record: MonthRecord | null): string | null {
  return record === null ? null : JSON.stringify(monthRecord.parse(record));
}

/** Months recorded already, together with those of the same period that become alike. */
function alike(
  changes: readonly MonthChange[],
): { period: string; after: MonthRecord | null; kaderIds: number[] }[] {
  const groups = new Map<string, ReturnType<typeof alike>[number]>();
  for (const { kaderId, period, before, after } of changes) {
    if (before === null) continue;
    const record = after === null ? null : monthRecord.parse(after);
    const key = JSON.stringify([period, record]);
    const group = groups.get(key) ?? { period, after: record, kaderIds: [] };
    group.kaderIds.push(kaderId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The statuses one month has had, oldest first; what was undone never counted. */
export async function statusesOf(
  db: Db | Tx,
  kaderId: number,
  period: string,
): Promise<StatusEntry[]> {
  const changes = await db.incentiveChange.findMany({
    where: { kaderId, period },
    orderBy: { id: 'asc' },
    select: { importId: true, undo: true, after: true },
  });
  const undone = new Set(changes.flatMap(({ importId, undo }) => (undo ? [importId] : [])));
  return changes.flatMap(({ importId, after }) => {
    if (after === null || (importId !== null && undone.has(importId))) return [];
    const { status, statusDate } = monthRecord.parse(after);
    return [{ status, since: statusDate }];
  });
}

/** What one import changed, some hundreds at a time, in the order in which it did. */
export async function* changesOf(db: Db | Tx, importId: number): AsyncGenerator<MonthChange[]> {
  for (let after = 0; ; ) {
    const rows = await db.incentiveChange.findMany({
      where: { importId, undo: false, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 500,
      select: { id: true, kaderId: true, period: true, before: true, after: true },
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map((row) => ({
      kaderId: row.kaderId,
      period: row.period,
      before: row.before === null ? null : monthRecord.parse(row.before),
      after: row.after === null ? null : monthRecord.parse(row.after),
    }));
    after = last.id;
  }
}

/** How many months one import recorded for the first time, and how many otherwise than before. */
export async function countChanges(
  db: Db | Tx,
  importId: number,
): Promise<{ created: number; changed: number }> {
  const of = { importId, undo: false };
  const [created, all] = await Promise.all([
    db.incentiveChange.count({ where: { ...of, fromStatus: null } }),
    db.incentiveChange.count({ where: of }),
  ]);
  return { created, changed: all - created };
}

/** An import, or something else, that changed months again. */
export interface LaterChange {
  /** Null where it was no import. */
  importId: number | null;
  months: number;
}

/** What changed the same months after one import and still stands. */
export async function laterChanges(db: Db | Tx, importId: number): Promise<LaterChange[]> {
  const rows = await db.$queryRaw<{ importId: number | null; months: number | bigint }[]>`
    SELECT later."importId" AS "importId", COUNT(DISTINCT own."id") AS "months"
    FROM "IncentiveChange" AS own
    JOIN "IncentiveChange" AS later
      ON later."kaderId" = own."kaderId" AND later."period" = own."period" AND later."id" > own."id"
    LEFT JOIN "ImportFile" AS file ON file."id" = later."importId"
    WHERE own."importId" = ${importId} AND NOT own."undo"
      AND (file."id" IS NULL OR file."status" <> 'UNDONE')
    GROUP BY later."importId"
    ORDER BY later."importId" DESC`;
  return rows.map((row) => ({ importId: row.importId, months: Number(row.months) }));
}

/** The months one import changed. */
export async function periodsOf(db: Db | Tx, importId: number): Promise<string[]> {
  const rows = await db.incentiveChange.findMany({
    where: { importId, undo: false },
    distinct: ['period'],
    orderBy: { period: 'asc' },
    select: { period: true },
  });
  return rows.map(({ period }) => period);
}
