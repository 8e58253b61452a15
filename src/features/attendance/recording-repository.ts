import type { Db, Tx } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { Area, Scope } from '../access/rules.ts';
import { toEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { byAreaAndName, onRoster, personColumns, whereScope } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import { type Coordinator, toAnswer } from './repository.ts';
import type { StandingAnswer } from './rules.ts';

/** Somebody invited to an event, as whoever records answers sees them. */
export interface Invited extends Area {
  kaderId: number;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
  /** Where the bot can reach them; null without Telegram, or while Telegram refuses to deliver. */
  reachableAt: { accountId: number; telegramId: number } | null;
  /** Null while silent. */
  answer: StandingAnswer | null;
}

/** Open events that start after `since` to which somebody within the scope is invited, soonest first. */
export async function listOpenEvents(db: Db | Tx, scope: Scope, since: Date): Promise<Event[]> {
  const rows = await db.event.findMany({
    where: {
      status: 'OPEN',
      startsAt: { gte: since },
      invitations: { some: { kader: { AND: [onRoster, whereScope(scope)] } } },
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toEvent);
}

/**
 * The invited of an event within a scope, by area and name.
 *
 * @param kaderId only this one, if they are among them
 */
export async function listInvitedOf(
  db: Db | Tx,
  eventId: number,
  scope: Scope,
  kaderId?: number,
): Promise<Invited[]> {
  const rows = await db.invitation.findMany({
    where: {
      eventId,
      ...(kaderId === undefined ? {} : { kaderId }),
      kader: { AND: [onRoster, whereScope(scope)] },
    },
    orderBy: [...byAreaAndName],
    select: {
      kaderId: true,
      answer: true,
      answerReason: true,
      recordedBy: { select: { firstName: true, kader: { select: { name: true } } } },
      kader: {
        select: {
          ...personColumns,
          account: { select: { id: true, telegramId: true, unreachableAt: true } },
        },
      },
    },
  });
  return rows.map(({ kader: { account, phone, ...kader }, ...row }) => ({
    ...kader,
    kaderId: row.kaderId,
    phone: phone === null ? null : parsePhone(phone),
    reachableAt:
      account === null || account.unreachableAt !== null
        ? null
        : { accountId: account.id, telegramId: Number(account.telegramId) },
    answer: toAnswer(row),
  }));
}

/** Who an account is, and the number to call them by, where the roster has one. */
export async function findRecorder(db: Db | Tx, accountId: number): Promise<Coordinator> {
  const { firstName, kader } = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { firstName: true, kader: { select: { name: true, phone: true } } },
  });
  const phone = kader?.phone ?? null;
  return { name: kader?.name ?? firstName, phone: phone === null ? null : parsePhone(phone) };
}
