import { Prisma } from '../../generated/sqlite/client.ts';
import { inChunks } from '../../platform/chunks.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { KaderIdentity, Scope } from '../access/rules.ts';
import type { KaderEntry } from './entry-repository.ts';

/** One person on the roster, with what is known of their Telegram. */
export interface Kader extends KaderEntry {
  id: number;
  /** `LEFT`: no longer a kader, kept for the past. */
  status: 'ACTIVE' | 'LEFT';
  /** Null until registered. */
  account: { id: number; telegramId: number; reachable: boolean } | null;
}

const columns = {
  id: true,
  name: true,
  nameKey: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  phone: true,
  status: true,
  account: { select: { id: true, telegramId: true, unreachableAt: true } },
} as const satisfies Prisma.KaderSelect;

const identityColumns = {
  id: true,
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
} as const satisfies Prisma.KaderSelect;

/** What lists of what belongs to people show of each of them. */
export const personColumns = {
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  phone: true,
} as const satisfies Prisma.KaderSelect;

type Row = Prisma.KaderGetPayload<{ select: typeof columns }>;

/** What narrows down the people on the roster. */
export type KaderFilter = Prisma.KaderWhereInput;

/** People still on the roster, as a filter. */
export const onRoster = { status: 'ACTIVE' } as const satisfies Prisma.KaderWhereInput;

/** By area and name, as lists of what belongs to people are read; a TKSK before the kelurahan. */
export const byAreaAndName = [
  { kader: { kecamatanCode: 'asc' } },
  { kader: { kelurahanCode: { sort: 'asc', nulls: 'first' } } },
  { kader: { nameKey: 'asc' } },
  { id: 'asc' },
] as const satisfies Prisma.InvitationOrderByWithRelationInput[] &
  Prisma.IncentiveOrderByWithRelationInput[];

/** The people a scope lets one see, as a filter. */
export function whereScope(scope: Scope): Prisma.KaderWhereInput {
  if (scope.city) return {};
  return {
    OR: [
      { kecamatanCode: { in: [...scope.kecamatan] } },
      { kelurahanCode: { in: [...scope.kelurahan] } },
    ],
  };
}

/** The same as a condition of SQL, on the table "Kader" named `kader`. */
export function scopeCondition(scope: Scope): Prisma.Sql {
  if (scope.city) return Prisma.sql`1 = 1`;
  const conditions = [
    ...scope.kecamatan.map((code) => Prisma.sql`kader."kecamatanCode" = ${code}`),
    ...scope.kelurahan.map((code) => Prisma.sql`kader."kelurahanCode" = ${code}`),
  ];
  return conditions.length === 0
    ? Prisma.sql`1 = 0`
    : Prisma.sql`(${Prisma.join(conditions, ' OR ')})`;
}

/** The longest name on the roster; empty when nobody is on it. */
export async function longestName(db: Db | Tx): Promise<string> {
  const [row] = await db.$queryRaw<{ name: string }[]>`
    SELECT "name" FROM "Kader" WHERE "status" = 'ACTIVE' ORDER BY LENGTH("name") DESC LIMIT 1`;
  return row?.name ?? '';
}

/** The roster entry with that number, or null. */
export async function findByPhone(db: Db | Tx, phone: Phone): Promise<Kader | null> {
  const row = await db.kader.findUnique({ where: { phone: phone.e164 }, select: columns });
  return row === null ? null : toKader(row);
}

/** One roster entry, or null. */
export async function findKader(db: Db | Tx, id: number): Promise<Kader | null> {
  const row = await db.kader.findUnique({ where: { id }, select: columns });
  return row === null ? null : toKader(row);
}

/** Who one roster entry is, without what is known of their Telegram, which costs a second query; or null. */
export function findIdentity(db: Db | Tx, id: number): Promise<KaderIdentity | null> {
  return db.kader.findUnique({ where: { id }, select: identityColumns });
}

/** People on the roster that a filter names, by area and name. */
export async function listKader(
  db: Db | Tx,
  where: Prisma.KaderWhereInput,
  page?: { skip: number; take: number },
): Promise<Kader[]> {
  const rows = await db.kader.findMany({
    where: { AND: [onRoster, where] },
    orderBy: [
      { kecamatanCode: 'asc' },
      { kelurahanCode: 'asc' },
      { nameKey: 'asc' },
      { id: 'asc' },
    ],
    select: columns,
    ...page,
  });
  return rows.map(toKader);
}

/** How many people on the roster a filter names, and how many of them the bot can reach. */
export async function countKader(
  db: Db | Tx,
  where: Prisma.KaderWhereInput,
): Promise<{ total: number; reachable: number }> {
  const [total, reachable] = await Promise.all([
    db.kader.count({ where: { AND: [onRoster, where] } }),
    db.kader.count({
      where: { AND: [onRoster, where, { account: { unreachableAt: null } }] },
    }),
  ]);
  return { total, reachable };
}

/** How many people on the roster a filter names in each kecamatan, in the order of the codes. */
export async function countByKecamatan(
  db: Db | Tx,
  where: Prisma.KaderWhereInput,
): Promise<{ kecamatanCode: string; total: number }[]> {
  const rows = await db.kader.groupBy({
    by: ['kecamatanCode'],
    where: { AND: [onRoster, where] },
    _count: true,
    orderBy: { kecamatanCode: 'asc' },
  });
  return rows.map(({ kecamatanCode, _count }) => ({ kecamatanCode, total: _count }));
}

/** Everybody who is or was on the roster, in the order in which they came. */
export async function listEverybody(db: Db | Tx): Promise<Kader[]> {
  const rows = await db.kader.findMany({ orderBy: { id: 'asc' }, select: columns });
  return rows.map(toKader);
}

/**
 * Everybody, also of those who left, with one of these numbers, with one of these folded names, or on the
 * roster of one of these kecamatan; each once, in the order in which they came.
 */
export async function findPeople(
  db: Db | Tx,
  by: { phones: readonly Phone[]; nameKeys: readonly string[]; kecamatanCodes: readonly string[] },
): Promise<Kader[]> {
  const found = new Map<number, Kader>();
  const filters: Prisma.KaderWhereInput[] = [
    ...inChunks(by.phones.map(({ e164 }) => e164)).map((phones) => ({ phone: { in: phones } })),
    ...inChunks(by.nameKeys).map((keys) => ({ nameKey: { in: keys } })),
    ...inChunks(by.kecamatanCodes).map((codes) => ({ kecamatanCode: { in: codes }, ...onRoster })),
  ];
  for (const where of filters)
    for (const row of await db.kader.findMany({ where, select: columns }))
      found.set(row.id, toKader(row));
  return [...found.values()].sort((one, other) => one.id - other.id);
}

function toKader({ account, phone, ...row }: Row): Kader {
  return {
    ...row,
    phone: phone === null ? null : parsePhone(phone),
    account:
      account === null
        ? null
        : {
            id: account.id,
            telegramId: Number(account.telegramId),
            reachable: account.unreachableAt === null,
          },
  };
}
