import { Prisma } from '../../generated/sqlite/client.ts';
import type { Db } from '../../platform/database.ts';
import type { Area, Scope } from '../access/rules.ts';
import type { StatusSum } from '../incentive/rules.ts';
import type { IncentiveStatus, MonthRecord } from '../incentive/schema.ts';
import { byAreaAndName, scopeCondition, whereScope } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { AreaSum } from './rules.ts';

/** The first and the last month recorded within a scope; null where nothing is. */
export async function recordedSpan(
  db: Db,
  scope: Scope,
): Promise<{ first: string; last: string } | null> {
  const { _min, _max } = await db.incentive.aggregate({
    where: withinScope(scope),
    _min: { period: true },
    _max: { period: true },
  });
  return _min.period === null || _max.period === null
    ? null
    : { first: _min.period, last: _max.period };
}

/** How many and how much in each status, by month, within a scope. */
export async function sumsByPeriod(
  db: Db,
  scope: Scope,
  periods: readonly string[],
): Promise<(StatusSum & { period: string })[]> {
  const rows = await db.incentive.groupBy({
    by: ['period', 'status'],
    where: { period: { in: [...periods] }, ...withinScope(scope) },
    _count: true,
    _sum: { amount: true },
  });
  return rows.map(({ period, status, _count, _sum }) => ({
    period,
    status,
    months: _count,
    amount: _sum.amount ?? 0,
  }));
}

/** The same of one month, by kelurahan; added up by the database, so that a month of any size will do. */
export async function sumsByArea(
  db: Db,
  scope: Scope,
  period: string,
  kecamatanCode: string | null,
): Promise<AreaSum[]> {
  const inKecamatan =
    kecamatanCode === null
      ? Prisma.empty
      : Prisma.sql`AND kader."kecamatanCode" = ${kecamatanCode}`;
  const rows = await db.$queryRaw<
    (Area & { status: IncentiveStatus; months: bigint | number; amount: bigint | number })[]
  >(Prisma.sql`
    SELECT kader."kecamatanCode", kader."kelurahanCode", month."status",
      COUNT(*) AS "months", SUM(month."amount") AS "amount"
    FROM "Incentive" AS month JOIN "Kader" AS kader ON kader."id" = month."kaderId"
    WHERE month."period" = ${period} AND ${scopeCondition(scope)} ${inKecamatan}
    GROUP BY kader."kecamatanCode", kader."kelurahanCode", month."status"`);
  return rows.map((row) => ({ ...row, months: Number(row.months), amount: Number(row.amount) }));
}

/** One person's month as the report lists it. */
export interface ReportedMonth extends MonthRecord, Area {
  name: string;
  jabatan: Jabatan;
}

/** Everybody's month within a scope, by area and name; at most `most` of them. */
export async function listMonth(
  db: Db,
  scope: Scope,
  period: string,
  kecamatanCode: string | null,
  most: number,
): Promise<ReportedMonth[]> {
  const rows = await db.incentive.findMany({
    where: {
      period,
      kader: { AND: [whereScope(scope), kecamatanCode === null ? {} : { kecamatanCode }] },
    },
    orderBy: [...byAreaAndName],
    take: most,
    select: {
      amount: true,
      status: true,
      statusDate: true,
      note: true,
      kader: { select: { name: true, jabatan: true, kecamatanCode: true, kelurahanCode: true } },
    },
  });
  return rows.map(({ kader, ...record }) => ({ ...record, ...kader }));
}

/** Without a join where the whole city is meant: then the index on the months alone will do. */
function withinScope(scope: Scope): Prisma.IncentiveWhereInput {
  return scope.city ? {} : { kader: whereScope(scope) };
}
