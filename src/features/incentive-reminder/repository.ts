import { DateTime } from 'luxon';
import type { z } from 'zod';
import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { StatusSum } from '../incentive/rules.ts';
import {
  nothingYet,
  off,
  type WatchMemory,
  type WatchSettings,
  watchMemory,
  watchSettings,
} from './schema.ts';

const settingsKey = 'incentive.watch';
const memoryKey = 'incentive.watch.reminded';

/** When staff want to be reminded. */
export function readSettings(db: Db | Tx): Promise<WatchSettings> {
  return read(db, settingsKey, watchSettings, off);
}

export function writeSettings(tx: Tx, settings: WatchSettings): Promise<void> {
  return write(tx, settingsKey, settings);
}

/** What was reminded of already. */
export function readMemory(db: Db | Tx): Promise<WatchMemory> {
  return read(db, memoryKey, watchMemory, nothingYet);
}

export function writeMemory(tx: Tx, memory: WatchMemory): Promise<void> {
  return write(tx, memoryKey, memory);
}

/** Whether anything is recorded of that month. */
export async function hasList(db: Db | Tx, period: string): Promise<boolean> {
  return (await db.incentive.findFirst({ where: { period }, select: { id: true } })) !== null;
}

/**
 * Months that stand since that day or longer in a status that should move, by month and status. Where nobody said
 * since when, it counts from the day it was recorded.
 *
 * @param since `YYYY-MM-DD`
 */
export async function stalledSince(
  db: Db | Tx,
  since: string,
): Promise<(StatusSum & { period: string })[]> {
  const endOfDay = DateTime.fromISO(since).endOf('day').toJSDate();
  const where: Prisma.IncentiveWhereInput = {
    status: { in: ['PROPOSED', 'VERIFIED', 'PROCESSED'] },
    OR: [{ statusDate: { lte: since } }, { statusDate: null, updatedAt: { lte: endOfDay } }],
  };
  const rows = await db.incentive.groupBy({
    by: ['period', 'status'],
    where,
    _count: true,
    _sum: { amount: true },
    orderBy: [{ period: 'asc' }, { status: 'asc' }],
  });
  return rows.map(({ period, status, _count, _sum }) => ({
    period,
    status,
    months: _count,
    amount: _sum.amount ?? 0,
  }));
}

async function read<T>(db: Db | Tx, key: string, schema: z.ZodType<T>, otherwise: T): Promise<T> {
  const row = await db.setting.findUnique({ where: { key } });
  return row === null ? otherwise : schema.parse(JSON.parse(row.value));
}

async function write(tx: Tx, key: string, data: unknown): Promise<void> {
  const value = JSON.stringify(data);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
