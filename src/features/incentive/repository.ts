import { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Rate, RecordedMonth } from './rules.ts';

const columns = {
  id: true,
  period: true,
  amount: true,
  status: true,
  statusDate: true,
  note: true,
  updatedAt: true,
} as const satisfies Prisma.IncentiveSelect;

/** Everything recorded of one person, oldest month first. */
export function recordsOf(db: Db | Tx, kaderId: number): Promise<RecordedMonth[]> {
  return db.incentive.findMany({
    where: { kaderId },
    orderBy: { period: 'asc' },
    select: columns,
  });
}

/** What is recorded of these people in these months. */
export async function recordsFor(
  db: Db | Tx,
  kaderIds: readonly number[],
  periods: readonly string[],
): Promise<(RecordedMonth & { kaderId: number })[]> {
  const records: (RecordedMonth & { kaderId: number })[] = [];
  for (const ids of inChunks(kaderIds))
    records.push(
      ...(await db.incentive.findMany({
        where: { kaderId: { in: ids }, period: { in: [...periods] } },
        select: { ...columns, kaderId: true },
      })),
    );
  return records;
}

/** The name of the file from which a month's record last came; null when none did. */
export async function fileOfMonth(
  db: Db | Tx,
  kaderId: number,
  period: string,
): Promise<string | null> {
  const change = await db.incentiveChange.findFirst({
    where: { kaderId, period, importId: { not: null } },
    orderBy: { id: 'desc' },
    select: { importId: true },
  });
  if (change?.importId == null) return null;
  const where = { id: change.importId };
  const file = await db.importFile.findUnique({ where, select: { fileName: true } });
  return file?.fileName ?? null;
}

/** How many colleagues are asked whether a list for a month is there. */
const colleaguesAsked = 30;

/**
 * Those of the months for which a list is there for people like this one: some colleagues of the same jabatan
 * and kecamatan are on it. Looking at some of them keeps the cost the same in a city of any size.
 */
export async function listedMonths(
  db: Db | Tx,
  kaderId: number,
  periods: readonly string[],
): Promise<Set<string>> {
  if (periods.length === 0) return new Set();
  const rows = await db.$queryRaw<{ period: string }[]>`
    SELECT DISTINCT "period" FROM "Incentive"
    WHERE "period" IN (${Prisma.join(periods)}) AND "kaderId" IN (
      SELECT colleague."id"
      FROM "Kader" AS own
      JOIN "Kader" AS colleague
        ON colleague."kecamatanCode" = own."kecamatanCode" AND colleague."jabatan" = own."jabatan"
      WHERE own."id" = ${kaderId} AND colleague."id" <> own."id" AND colleague."status" = 'ACTIVE'
      LIMIT ${colleaguesAsked})`;
  return new Set(rows.map(({ period }) => period));
}

/** All rates, by jabatan and month. */
export function readRates(db: Db | Tx): Promise<Rate[]> {
  return db.incentiveRate.findMany({
    orderBy: [{ jabatan: 'asc' }, { fromPeriod: 'asc' }],
    select: { jabatan: true, fromPeriod: true, amount: true, payer: true, label: true },
  });
}

/** Adds rates to an empty table. */
export async function insertRates(tx: Tx, rates: readonly Rate[]): Promise<void> {
  await tx.incentiveRate.createMany({ data: [...rates] });
}

/** Writes one rate; one that began in the same month is replaced. */
export async function putRate(tx: Tx, rate: Rate): Promise<void> {
  const { jabatan, fromPeriod } = rate;
  await tx.incentiveRate.upsert({
    where: { jabatan_fromPeriod: { jabatan, fromPeriod } },
    create: rate,
    update: rate,
  });
}

/** Prisma takes at most 999 values in one list on SQLite. */
export function inChunks<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += 500) chunks.push(items.slice(at, at + 500));
  return chunks;
}
