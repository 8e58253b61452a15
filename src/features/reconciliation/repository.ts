import type { Prisma } from '../../generated/sqlite/client.ts';
import { inChunks } from '../../platform/chunks.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { Area } from '../access/rules.ts';
import type { IncentiveStatus } from '../incentive/schema.ts';
import { byAreaAndName, personColumns } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';

/** Somebody whose money is on its way. */
export interface AwaitedPayment extends Area {
  kaderId: number;
  period: string;
  amount: number;
  status: IncentiveStatus;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
}

/** On the way to the bank: verified, or with the papers for the payment being made. */
const awaited = { status: { in: ['VERIFIED', 'PROCESSED'] } } satisfies Prisma.IncentiveWhereInput;

/** Everybody whose money of these months the bank should have dealt with, by area and name. */
export async function awaitedIn(
  db: Db | Tx,
  periods: readonly string[],
): Promise<AwaitedPayment[]> {
  const rows = await db.incentive.findMany({
    where: { ...awaited, period: { in: [...periods] } },
    orderBy: [{ period: 'asc' }, ...byAreaAndName],
    select: {
      kaderId: true,
      period: true,
      amount: true,
      status: true,
      kader: { select: personColumns },
    },
  });
  return rows.map(({ kader: { phone, ...kader }, ...row }) => ({
    ...row,
    ...kader,
    phone: phone === null ? null : parsePhone(phone),
  }));
}

/** The months for which money of these people is on its way. */
export async function awaitedPeriods(
  db: Db | Tx,
  kaderIds: readonly number[],
): Promise<Set<string>> {
  const periods = new Set<string>();
  for (const ids of inChunks(kaderIds)) {
    const rows = await db.incentive.findMany({
      where: { ...awaited, kaderId: { in: ids } },
      distinct: ['period'],
      select: { period: true },
    });
    for (const { period } of rows) periods.add(period);
  }
  return periods;
}
