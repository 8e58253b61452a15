import type { Db, Tx } from '../../platform/database.ts';

/** A month in which imports change nothing any more. */
export interface PeriodLock {
  /** `YYYY-MM` */
  period: string;
  lockedAt: Date;
  /** Who locked it; null when that account is unknown. */
  lockedBy: string | null;
}

/** Those of the months that are locked, oldest first. */
export async function lockedAmong(db: Db | Tx, periods: readonly string[]): Promise<string[]> {
  const rows = await db.periodLock.findMany({
    where: { period: { in: [...periods] } },
    orderBy: { period: 'asc' },
    select: { period: true },
  });
  return rows.map(({ period }) => period);
}

/** Every locked month, the latest first. */
export async function listLocks(db: Db | Tx): Promise<PeriodLock[]> {
  const rows = await db.periodLock.findMany({ orderBy: { period: 'desc' } });
  const accounts = await db.account.findMany({
    where: { id: { in: rows.flatMap(({ lockedById }) => lockedById ?? []) } },
    select: { id: true, firstName: true, kader: { select: { name: true } } },
  });
  const names = new Map(accounts.map((one) => [one.id, one.kader?.name ?? one.firstName] as const));
  return rows.map(({ period, lockedAt, lockedById }) => ({
    period,
    lockedAt,
    lockedBy: lockedById === null ? null : (names.get(lockedById) ?? null),
  }));
}

/** @returns false when the month was locked already */
export async function putLock(
  tx: Tx,
  period: string,
  accountId: number,
  now: Date,
): Promise<boolean> {
  if ((await lockedAmong(tx, [period])).length > 0) return false;
  await tx.periodLock.create({ data: { period, lockedById: accountId, lockedAt: now } });
  return true;
}

/** @returns false when the month was not locked */
export async function removeLock(tx: Tx, period: string): Promise<boolean> {
  const { count } = await tx.periodLock.deleteMany({ where: { period } });
  return count === 1;
}
