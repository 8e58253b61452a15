import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { Scope } from '../access/rules.ts';
import { toEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { onRoster, whereScope } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { Answered } from './rules.ts';

/** One invited person as coordinators see them. */
export interface InvitedPerson extends Answered {
  kaderId: number;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
  /** False while Telegram refuses to deliver to a registered person. */
  reachable: boolean;
  reason: string | null;
  answeredAt: Date | null;
}

/**
 * The invited of an event within a scope, by area and name. Whoever left the roster without having answered
 * is no longer counted.
 */
export async function listInvited(db: Db, eventId: number, scope: Scope): Promise<InvitedPerson[]> {
  const rows = await db.invitation.findMany({
    where: {
      eventId,
      kader: whereScope(scope),
      OR: [{ kader: onRoster }, { answer: { not: null } }],
    },
    orderBy: [
      { kader: { kecamatanCode: 'asc' } },
      { kader: { kelurahanCode: { sort: 'asc', nulls: 'first' } } },
      { kader: { nameKey: 'asc' } },
      { id: 'asc' },
    ],
    select: {
      kaderId: true,
      answer: true,
      answerReason: true,
      answeredAt: true,
      kader: {
        select: {
          name: true,
          jabatan: true,
          kecamatanCode: true,
          kelurahanCode: true,
          phone: true,
          account: { select: { unreachableAt: true } },
        },
      },
    },
  });
  return rows.map(({ kader: { account, phone, ...kader }, answerReason, ...row }) => ({
    ...row,
    ...kader,
    reason: answerReason,
    phone: phone === null ? null : parsePhone(phone),
    registered: account !== null,
    reachable: account !== null && account.unreachableAt === null,
  }));
}

/** How many events one may choose from at most: years of trainings. */
const mostEvents = 300;

/** The open and past events to which somebody within the scope is invited, latest start first. */
export async function listEventsWithin(db: Db, scope: Scope): Promise<Event[]> {
  const within: Prisma.EventWhereInput = scope.city
    ? {}
    : { invitations: { some: { kader: whereScope(scope) } } };
  const rows = await db.event.findMany({
    where: { status: 'OPEN', ...within },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: mostEvents,
  });
  return rows.map(toEvent);
}
