import type { Db, Tx } from '../../platform/database.ts';
import type { Scope } from '../access/rules.ts';
import { findKader, type KaderFilter, onRoster, whereScope } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { Attendee } from './rules.ts';

/** Somebody on the roster as a desk sees them at one event. */
export interface RosterPerson {
  kaderId: number;
  name: string;
  /** The name folded for searching (language/names). */
  nameKey: string;
  jabatan: Jabatan;
  kecamatanCode: string;
  kelurahanCode: string | null;
  invited: boolean;
  /** The record of their having come; null when there is none, or it was taken back. */
  came: { checkInId: number; number: number; at: Date } | null;
}

/** The people on the roster within a scope whom a filter names, by name. */
export async function listRoster(
  db: Db,
  eventId: number,
  scope: Scope,
  where: KaderFilter = {},
): Promise<RosterPerson[]> {
  const rows = await db.kader.findMany({
    where: { AND: [onRoster, whereScope(scope), where] },
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      nameKey: true,
      jabatan: true,
      kecamatanCode: true,
      kelurahanCode: true,
      invitations: { where: { eventId }, select: { id: true } },
      checkIns: {
        where: { eventId, undoneAt: null },
        select: { id: true, number: true, at: true },
      },
    },
  });
  return rows.map(({ id, invitations, checkIns: [came], ...person }) => ({
    ...person,
    kaderId: id,
    invited: invitations.length > 0,
    came: came === undefined ? null : { checkInId: came.id, number: came.number, at: came.at },
  }));
}

/** The name and the area of everybody on the roster within a scope. */
export async function listNames(
  db: Db,
  scope: Scope,
): Promise<{ id: number; name: string; kelurahanCode: string | null }[]> {
  return db.kader.findMany({
    where: { AND: [onRoster, whereScope(scope)] },
    select: { id: true, name: true, kelurahanCode: true },
  });
}

/** Where a kader can be written to on Telegram; null where nowhere. */
export async function findChat(tx: Tx, kaderId: number): Promise<number | null> {
  const account = (await findKader(tx, kaderId))?.account ?? null;
  return account?.reachable === true ? account.telegramId : null;
}

/** Somebody on the roster as whoever comes; null for one who is not, or no longer. */
export async function findAttendee(
  db: Db | Tx,
  kaderId: number,
): Promise<(Attendee & { kaderId: number }) | null> {
  const kader = await findKader(db, kaderId);
  if (kader === null || kader.status === 'LEFT') return null;
  const { name, jabatan, kecamatanCode, kelurahanCode } = kader;
  return { kaderId, name, jabatan, kecamatanCode, kelurahanCode };
}
