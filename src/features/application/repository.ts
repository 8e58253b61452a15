import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { phoneFromE164 } from '../../platform/phone.ts';
import type { Scope } from '../access/rules.ts';
import type { Application, RosterEntry, Wanted } from './rules.ts';

const rosterColumns = {
  id: true,
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  phone: true,
  account: { select: { id: true } },
} as const satisfies Prisma.KaderSelect;

const columns = {
  id: true,
  kind: true,
  status: true,
  kaderId: true,
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  phone: true,
  createdAt: true,
  decidedAt: true,
  account: { select: { id: true, telegramId: true, firstName: true } },
  kader: { select: rosterColumns },
  decidedBy: { select: { firstName: true, kader: { select: { name: true } } } },
} as const satisfies Prisma.ApplicationSelect;

type Row = Prisma.ApplicationGetPayload<{ select: typeof columns }>;

/** One application, or null. */
export async function findApplication(db: Db | Tx, id: number): Promise<Application | null> {
  const row = await db.application.findUnique({ where: { id }, select: columns });
  return row === null ? null : toApplication(db, row);
}

/** The application of an account that nobody has decided yet, or null. */
export async function findWaiting(db: Db | Tx, accountId: number): Promise<Application | null> {
  const row = await db.application.findFirst({
    where: { accountId, status: 'WAITING' },
    orderBy: { id: 'desc' },
    select: columns,
  });
  return row === null ? null : toApplication(db, row);
}

/** Writes down what an account asks for. */
export async function createApplication(
  tx: Tx,
  accountId: number,
  { phone, ...wanted }: Wanted,
  now: Date,
): Promise<number> {
  const { id } = await tx.application.create({
    data: { ...wanted, phone: phone?.e164 ?? null, accountId, createdAt: now },
    select: { id: true },
  });
  return id;
}

/**
 * Ends an application that is still waiting.
 *
 * @returns false when somebody ended it before
 */
export async function endApplication(
  tx: Tx,
  id: number,
  end:
    | { status: 'APPROVED' | 'REJECTED'; decidedById: number; decidedAt: Date }
    | { status: 'WITHDRAWN' },
): Promise<boolean> {
  const { count } = await tx.application.updateMany({
    where: { id, status: 'WAITING' },
    data: end,
  });
  return count > 0;
}

/** Notes which roster entry a new one became. */
export async function attachKader(tx: Tx, id: number, kaderId: number): Promise<void> {
  await tx.application.update({ where: { id }, data: { kaderId } });
}

/** One line of the list of waiting applications. */
export type WaitingApplication = Pick<
  Application,
  'id' | 'kind' | 'name' | 'jabatan' | 'kecamatanCode' | 'kelurahanCode' | 'createdAt'
>;

/** The waiting applications of an area, the oldest first, and how many there are in all. */
export async function listWaiting(
  db: Db | Tx,
  scope: Scope,
  page: { skip: number; take: number },
): Promise<{ total: number; applications: WaitingApplication[] }> {
  const where: Prisma.ApplicationWhereInput = {
    status: 'WAITING',
    ...(scope.city
      ? {}
      : {
          OR: [
            { kecamatanCode: { in: [...scope.kecamatan] } },
            { kelurahanCode: { in: [...scope.kelurahan] } },
          ],
        }),
  };
  const total = await db.application.count({ where });
  const applications = await db.application.findMany({
    where,
    orderBy: { id: 'asc' },
    select: {
      id: true,
      kind: true,
      name: true,
      jabatan: true,
      kecamatanCode: true,
      kelurahanCode: true,
      createdAt: true,
    },
    ...page,
  });
  return { total, applications };
}

async function toApplication(db: Db | Tx, row: Row): Promise<Application> {
  const { account, kader, decidedBy, decidedAt, phone, ...rest } = row;
  const holder =
    phone === null
      ? null
      : await db.kader.findFirst({
          where: { phone, NOT: { id: row.kaderId ?? 0 } },
          select: rosterColumns,
        });
  return {
    ...rest,
    phone: phone === null ? null : phoneFromE164(phone),
    applicant: {
      accountId: account.id,
      telegramId: Number(account.telegramId),
      firstName: account.firstName,
    },
    kader: kader === null ? null : toRosterEntry(kader),
    holder: holder === null ? null : toRosterEntry(holder),
    decision:
      decidedBy === null || decidedAt === null
        ? null
        : { by: decidedBy.kader?.name ?? decidedBy.firstName, at: decidedAt },
  };
}

function toRosterEntry({
  phone,
  ...entry
}: Prisma.KaderGetPayload<{ select: typeof rosterColumns }>): RosterEntry {
  return { ...entry, phone: phone === null ? null : phoneFromE164(phone) };
}
