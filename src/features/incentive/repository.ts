import type { Prisma } from '../../generated/sqlite/client.ts';
import { inChunks } from '../../platform/chunks.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Area } from '../access/rules.ts';
import { onRoster } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { MonthSpan, Rate, RecordedMonth } from './rules.ts';

const columns = {
  id: true,
  period: true,
  amount: true,
  status: true,
  statusDate: true,
  note: true,
  updatedAt: true,
} as const satisfies Prisma.IncentiveSelect;

/** What is recorded of one person in these months, the oldest first. */
export function recordsIn(
  db: Db | Tx,
  kaderId: number,
  { from, to }: MonthSpan,
): Promise<RecordedMonth[]> {
  return db.incentive.findMany({
    where: { kaderId, period: { gte: from, lte: to } },
    orderBy: { period: 'asc' },
    select: columns,
  });
}

/** The last month that is recorded of one person; null where none is. */
export function lastRecordOf(db: Db | Tx, kaderId: number): Promise<RecordedMonth | null> {
  return db.incentive.findFirst({
    where: { kaderId },
    orderBy: { period: 'desc' },
    select: columns,
  });
}

/** Every month recorded of one person, the oldest first; read from the index alone. */
export async function monthsOf(db: Db | Tx, kaderId: number): Promise<string[]> {
  const rows = await db.incentive.findMany({
    where: { kaderId },
    orderBy: { period: 'asc' },
    select: { period: true },
  });
  return rows.map(({ period }) => period);
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

/** The name of the file a month's record comes from, undone ones left out; null when it comes from none. */
export async function fileOfMonth(
  db: Db | Tx,
  kaderId: number,
  period: string,
): Promise<string | null> {
  const changes = await db.incentiveChange.findMany({
    where: { kaderId, period, undo: false },
    orderBy: { id: 'desc' },
    select: { importId: true },
  });
  const files = await db.importFile.findMany({
    where: { id: { in: changes.flatMap(({ importId }) => importId ?? []) }, status: 'APPLIED' },
    select: { id: true, fileName: true },
  });
  const names = new Map(files.map(({ id, fileName }) => [id, fileName]));
  const [last = null] = changes.flatMap(({ importId }) => names.get(importId ?? 0) ?? []);
  return last;
}

/** How many colleagues are asked whether a list for a month is there. */
const colleaguesAsked = 30;

/**
 * Those of the months for which a list is there for people like this one: some colleagues of the same jabatan
 * and kecamatan are on it. Looking at some of them keeps the cost the same in a city of any size.
 */
export async function listedMonths(
  db: Db | Tx,
  like: { id: number; jabatan: Jabatan; kecamatanCode: Area['kecamatanCode'] },
  periods: readonly string[],
): Promise<Set<string>> {
  if (periods.length === 0) return new Set();
  const colleagues = await db.kader.findMany({
    where: {
      ...onRoster,
      kecamatanCode: like.kecamatanCode,
      jabatan: like.jabatan,
      id: { not: like.id },
    },
    take: colleaguesAsked,
    select: { id: true },
  });
  const rows = await db.incentive.findMany({
    where: { kaderId: { in: colleagues.map(({ id }) => id) }, period: { in: [...periods] } },
    distinct: ['period'],
    select: { period: true },
  });
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
