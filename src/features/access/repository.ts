import type { Db, Tx } from '../../platform/database.ts';
import type { Actor, Area, GrantedRole } from './rules.ts';

/** What Telegram tells about whoever sent an update. */
export interface Sender {
  telegramId: number;
  firstName: string;
  username: string | null;
}

const actorColumns = {
  id: true,
  telegramId: true,
  firstName: true,
  username: true,
  consentAt: true,
  unreachableAt: true,
  kader: {
    select: { id: true, name: true, jabatan: true, kecamatanCode: true, kelurahanCode: true },
  },
  grants: {
    where: { revokedAt: null },
    select: { role: true, kecamatanCode: true, kelurahanCode: true },
  },
} as const;

/**
 * The account of a sender, made at its first word. Its Telegram name is kept up to date, and having
 * written proves that it can be reached again.
 */
export async function actorOfSender(db: Db | Tx, sender: Sender, now: Date): Promise<Actor> {
  const { telegramId, firstName, username } = sender;
  const where = { telegramId: BigInt(telegramId) };
  const found = await db.account.findUnique({ where, select: actorColumns });
  const upToDate =
    found !== null &&
    found.firstName === firstName &&
    found.username === username &&
    found.unreachableAt === null;
  if (upToDate) return toActor(found);
  return toActor(
    await db.account.upsert({
      where,
      create: { ...where, firstName, username, createdAt: now },
      update: { firstName, username, unreachableAt: null, unreachableReason: null },
      select: actorColumns,
    }),
  );
}

/** Whoever has that Telegram number, if they have spoken to the bot before; null when they have not. */
export async function knownActor(db: Db | Tx, telegramId: number): Promise<Actor | null> {
  const where = { telegramId: BigInt(telegramId) };
  const row = await db.account.findUnique({ where, select: actorColumns });
  return row === null ? null : toActor(row);
}

/** An account as the actor it would be, e.g. to remake its menu; null when there is none. */
export async function actorOfAccount(db: Db | Tx, accountId: number): Promise<Actor | null> {
  const row = await db.account.findUnique({ where: { id: accountId }, select: actorColumns });
  return row === null ? null : toActor(row);
}

/** Everybody who coordinates an area or the city and can be reached, as no more than that. */
export async function coordinatorsInOffice(db: Db | Tx): Promise<Actor[]> {
  const inOffice = { role: 'COORDINATOR', revokedAt: null } as const;
  const rows = await db.account.findMany({
    where: { unreachableAt: null, grants: { some: inOffice } },
    orderBy: { id: 'asc' },
    select: { ...actorColumns, grants: { ...actorColumns.grants, where: inOffice } },
  });
  return rows.map(toActor);
}

/** Notes that Telegram cannot reach this account, and why. */
export async function markUnreachable(
  db: Db | Tx,
  telegramId: number,
  reason: string,
  now: Date,
): Promise<void> {
  await db.account.updateMany({
    where: { telegramId: BigInt(telegramId) },
    data: { unreachableAt: now, unreachableReason: reason },
  });
}

/** Notes that the person agreed to what the bot keeps; the first time counts. */
export async function giveConsent(tx: Tx, accountId: number, now: Date): Promise<void> {
  await tx.account.updateMany({
    where: { id: accountId, consentAt: null },
    data: { consentAt: now },
  });
}

/**
 * Accounts that may decide about somebody of that area and can be reached: its coordinators, those of the
 * whole city, staff and admins.
 *
 * @param except an account that is not asked, because it is about itself
 */
export async function approversOf(
  tx: Tx,
  { kecamatanCode, kelurahanCode }: Area,
  except: number,
): Promise<{ accountId: number; telegramId: number }[]> {
  const rows = await tx.account.findMany({
    where: {
      id: { not: except },
      unreachableAt: null,
      grants: {
        some: {
          revokedAt: null,
          OR: [
            { role: { in: ['ADMIN', 'STAFF'] } },
            { role: 'COORDINATOR', kecamatanCode: null },
            { role: 'COORDINATOR', kecamatanCode, kelurahanCode: null },
            ...(kelurahanCode === null ? [] : [{ role: 'COORDINATOR', kelurahanCode } as const]),
          ],
        },
      },
    },
    orderBy: { id: 'asc' },
    select: { id: true, telegramId: true },
  });
  return rows.map(({ id, telegramId }) => ({ accountId: id, telegramId: Number(telegramId) }));
}

/** Staff and admins who can be reached, but for one. */
export async function staffBeside(
  tx: Tx,
  except: number,
): Promise<{ accountId: number; telegramId: number }[]> {
  const rows = await tx.account.findMany({
    where: {
      id: { not: except },
      unreachableAt: null,
      grants: { some: { revokedAt: null, role: { in: ['ADMIN', 'STAFF'] } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, telegramId: true },
  });
  return rows.map(({ id, telegramId }) => ({ accountId: id, telegramId: Number(telegramId) }));
}

/**
 * Those who coordinate that kelurahan or its kecamatan, but not the whole city, for people who want to ask somebody.
 *
 * @param except an account that does not ask itself
 */
export async function coordinatorsOf(
  db: Db | Tx,
  { kecamatanCode, kelurahanCode }: Area,
  except: number,
): Promise<{ name: string; username: string | null }[]> {
  const rows = await db.account.findMany({
    where: {
      id: { not: except },
      grants: {
        some: {
          revokedAt: null,
          role: 'COORDINATOR',
          OR: [
            { kecamatanCode, kelurahanCode: null },
            ...(kelurahanCode === null ? [] : [{ kelurahanCode }]),
          ],
        },
      },
    },
    orderBy: { id: 'asc' },
    select: { firstName: true, username: true, kader: { select: { name: true } } },
  });
  return rows.map(({ firstName, username, kader }) => ({
    name: kader?.name ?? firstName,
    username,
  }));
}

function toActor(row: {
  id: number;
  telegramId: bigint;
  firstName: string;
  consentAt: Date | null;
  kader: Actor['kader'];
  grants: {
    role: 'ADMIN' | 'STAFF' | 'COORDINATOR';
    kecamatanCode: string | null;
    kelurahanCode: string | null;
  }[];
}): Actor {
  return {
    accountId: row.id,
    telegramId: Number(row.telegramId),
    firstName: row.firstName,
    consented: row.consentAt !== null,
    kader: row.kader,
    roles: row.grants.map(
      ({ role, kecamatanCode, kelurahanCode }): GrantedRole =>
        role === 'COORDINATOR' ? { role, kecamatanCode, kelurahanCode } : { role },
    ),
  };
}
