import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { audienceSchema } from '../kader/schema.ts';
import type { Event, EventFacts } from './rules.ts';

/** A row as Prisma gives it. */
type EventRow = Prisma.EventGetPayload<object>;

/** A stored event as the rules know it. */
export function toEvent({ audience, ...row }: EventRow): Event {
  return { ...row, audience: audienceSchema.parse(audience) };
}

/** One event, or null. */
export async function findEvent(db: Db | Tx, id: number): Promise<Event | null> {
  const row = await db.event.findUnique({ where: { id } });
  return row === null ? null : toEvent(row);
}

/** Keeps a new event as a draft. */
export async function createEvent(
  tx: Tx,
  facts: EventFacts,
  accountId: number,
  now: Date,
): Promise<Event> {
  return toEvent(
    await tx.event.create({ data: { ...facts, createdById: accountId, createdAt: now } }),
  );
}

/** Replaces what an event is. */
export async function updateEvent(tx: Tx, id: number, facts: EventFacts): Promise<Event> {
  return toEvent(await tx.event.update({ where: { id }, data: facts }));
}

/**
 * Opens a draft for answers.
 *
 * @returns false when it was no draft any more: only one of two taps opens it
 */
export async function openEvent(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx.event.updateMany({
    where: { id, status: 'DRAFT' },
    data: { status: 'OPEN', invitedAt: now },
  });
  return count === 1;
}

/**
 * Cancels an event.
 *
 * @returns false when it already was
 */
export async function cancelEvent(tx: Tx, id: number): Promise<boolean> {
  const { count } = await tx.event.updateMany({
    where: { id, status: { not: 'CANCELLED' } },
    data: { status: 'CANCELLED' },
  });
  return count === 1;
}

/** Drafts and open events that start after `since`, soonest first. */
export async function listEventsFrom(db: Db | Tx, since: Date): Promise<Event[]> {
  const rows = await db.event.findMany({
    where: { status: { in: ['DRAFT', 'OPEN'] }, startsAt: { gte: since } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toEvent);
}

/** Events whose invitations went out, the latest first. */
export async function listInvitedEvents(db: Db | Tx, limit: number): Promise<Event[]> {
  const rows = await db.event.findMany({
    where: { invitedAt: { not: null } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: limit,
  });
  return rows.map(toEvent);
}

/** Whether check-in was ever opened for an event, so that it is known who came. */
export async function wasCheckedIn(db: Db | Tx, id: number): Promise<boolean> {
  return (await db.event.count({ where: { id, checkInOpenedAt: { not: null } } })) > 0;
}

/** The titles of events, by id. */
export async function eventTitles(
  db: Db | Tx,
  ids: readonly number[],
): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.event.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The row under which an invitation is sent and its progress is shown; nobody to write to = done at once. */
export async function createInvitationBroadcast(
  tx: Tx,
  event: Event,
  sending: {
    createdById: number;
    progressMessageId: number | null;
    recipients: number;
    unreachable: number;
    at: Date;
  },
): Promise<number> {
  const { createdById, progressMessageId, recipients, unreachable, at } = sending;
  const { id } = await tx.broadcast.create({
    data: {
      kind: 'INVITATION',
      eventId: event.id,
      content: { kind: 'invitation' },
      audience: event.audience,
      status: recipients === 0 ? 'DONE' : 'SENDING',
      createdById,
      progressMessageId,
      recipientCount: recipients,
      unreachableCount: unreachable,
      createdAt: at,
      startedAt: at,
      finishedAt: recipients === 0 ? at : null,
    },
    select: { id: true },
  });
  return id;
}
