import type { Db, Tx } from '../../platform/database.ts';
import type { Phone } from '../../platform/phone.ts';
import type { GrantedRole } from './rules.ts';

/** Somebody with a role in force. */
export interface Officer {
  grantId: number;
  accountId: number;
  telegramId: number;
  /** The name on the roster, else the one in Telegram; empty while a configured admin has never written. */
  name: string;
  role: GrantedRole;
  since: Date;
}

/** An account that may be given a role. */
export interface Candidate {
  accountId: number;
  name: string;
  username: string | null;
  kader: { jabatan: 'PSM' | 'TKSK'; kecamatanCode: string; kelurahanCode: string | null } | null;
}

const officerColumns = {
  id: true,
  role: true,
  kecamatanCode: true,
  kelurahanCode: true,
  grantedAt: true,
  account: {
    select: { id: true, telegramId: true, firstName: true, kader: { select: { name: true } } },
  },
} as const;

/** One page of everybody with a role in force: admins first, then staff, then coordinators. */
export async function listOfficers(
  db: Db | Tx,
  page: { skip: number; take: number },
): Promise<{ total: number; officers: Officer[] }> {
  const where = { revokedAt: null };
  const total = await db.grant.count({ where });
  // Enums sort by declaration on PostgreSQL and by letter on SQLite; "ADMIN" is first in both.
  const rows = await db.grant.findMany({
    where,
    orderBy: [{ role: 'asc' }, { kecamatanCode: 'asc' }, { kelurahanCode: 'asc' }, { id: 'asc' }],
    select: officerColumns,
    ...page,
  });
  return { total, officers: rows.map(toOfficer) };
}

/** A role in force, or null. */
export async function findOfficer(db: Db | Tx, grantId: number): Promise<Officer | null> {
  const row = await db.grant.findFirst({
    where: { id: grantId, revokedAt: null },
    select: officerColumns,
  });
  return row === null ? null : toOfficer(row);
}

/** Whether the account has exactly this role now. */
export async function hasGrant(
  db: Db | Tx,
  accountId: number,
  role: GrantedRole,
): Promise<boolean> {
  const where = { accountId, revokedAt: null, ...toRow(role) };
  return (await db.grant.count({ where })) > 0;
}

/** Gives a role; `grantedById` null = the bot itself. */
export async function createGrant(
  tx: Tx,
  accountId: number,
  role: GrantedRole,
  grantedById: number | null,
  now: Date,
): Promise<number> {
  const { id } = await tx.grant.create({
    data: { accountId, ...toRow(role), grantedById, grantedAt: now },
    select: { id: true },
  });
  return id;
}

/**
 * Takes a role away.
 *
 * @returns false when it was not in force any more
 */
export async function endGrant(tx: Tx, grantId: number, now: Date): Promise<boolean> {
  const { count } = await tx.grant.updateMany({
    where: { id: grantId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0;
}

/** How many accounts are admins now. */
export async function countAdmins(db: Db | Tx): Promise<number> {
  const admins = await db.grant.findMany({
    where: { role: 'ADMIN', revokedAt: null },
    distinct: ['accountId'],
    select: { accountId: true },
  });
  return admins.length;
}

/**
 * The account with that Telegram id, made where there is none: it counts as unreachable until its person
 * writes, since a bot cannot speak first.
 */
export async function ensureAccount(tx: Tx, telegramId: number, now: Date): Promise<number> {
  const { id } = await tx.account.upsert({
    where: { telegramId: BigInt(telegramId) },
    create: {
      telegramId: BigInt(telegramId),
      firstName: '',
      createdAt: now,
      unreachableAt: now,
      unreachableReason: 'has not written yet',
    },
    update: {},
    select: { id: true },
  });
  return id;
}

/** What an account may be looked for by; every given one is tried. */
export interface AccountSearch {
  /** As typed; matched within the Telegram name or as the username. */
  typed: string;
  /** Folded as in `Kader.nameKey`; matched within the name on the roster. */
  nameKey: string;
  phone: Phone | null;
  telegramId: number | null;
}

/** Accounts that a search names, people on the roster first. */
export async function findCandidates(
  db: Db | Tx,
  { typed, nameKey, phone, telegramId }: AccountSearch,
  take: number,
): Promise<Candidate[]> {
  const lower = typed.toLowerCase();
  // LIKE ignores case on SQLite only, so the usual ways to write a name are asked for one by one.
  const spellings = [typed, lower, lower.replace(/(^|\s)\S/g, (letter) => letter.toUpperCase())];
  const rows = await db.account.findMany({
    where: {
      OR: [
        ...(typed === ''
          ? []
          : [
              ...[...new Set(spellings)].map((spelling) => ({ firstName: { contains: spelling } })),
              { username: { in: [typed.replace(/^@/, ''), lower.replace(/^@/, '')] } },
            ]),
        ...(nameKey === '' ? [] : [{ kader: { nameKey: { contains: nameKey } } }]),
        ...(phone === null ? [] : [{ kader: { phone: phone.e164 } }]),
        ...(telegramId === null ? [] : [{ telegramId: BigInt(telegramId) }]),
      ],
    },
    orderBy: [{ kader: { nameKey: 'asc' } }, { id: 'asc' }],
    take,
    select: candidateColumns,
  });
  return rows.map(toCandidate);
}

/** One account by its number, or null. */
export async function findCandidate(db: Db | Tx, accountId: number): Promise<Candidate | null> {
  const row = await db.account.findUnique({ where: { id: accountId }, select: candidateColumns });
  return row === null ? null : toCandidate(row);
}

const candidateColumns = {
  id: true,
  firstName: true,
  username: true,
  kader: { select: { name: true, jabatan: true, kecamatanCode: true, kelurahanCode: true } },
} as const;

function toCandidate(row: {
  id: number;
  firstName: string;
  username: string | null;
  kader: (NonNullable<Candidate['kader']> & { name: string }) | null;
}): Candidate {
  const { id, firstName, username, kader } = row;
  return { accountId: id, name: kader?.name ?? firstName, username, kader };
}

type RoleRow = {
  role: 'ADMIN' | 'STAFF' | 'COORDINATOR';
  kecamatanCode: string | null;
  kelurahanCode: string | null;
};

/** A role as it stands in a row. */
export function toRow(granted: GrantedRole): RoleRow {
  return granted.role === 'COORDINATOR'
    ? granted
    : { role: granted.role, kecamatanCode: null, kelurahanCode: null };
}

/** A role read from a row. */
export function fromRow({ role, kecamatanCode, kelurahanCode }: RoleRow): GrantedRole {
  return role === 'COORDINATOR' ? { role, kecamatanCode, kelurahanCode } : { role };
}

function toOfficer(row: {
  id: number;
  role: RoleRow['role'];
  kecamatanCode: string | null;
  kelurahanCode: string | null;
  grantedAt: Date;
  account: { id: number; telegramId: bigint; firstName: string; kader: { name: string } | null };
}): Officer {
  const { account } = row;
  return {
    grantId: row.id,
    accountId: account.id,
    telegramId: Number(account.telegramId),
    name: account.kader?.name ?? account.firstName,
    role: fromRow(row),
    since: row.grantedAt,
  };
}
