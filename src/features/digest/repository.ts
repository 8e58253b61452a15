import type { Db, Tx } from '../../platform/database.ts';
import { toEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { onRoster } from '../kader/repository.ts';
import type { Answering } from './rules.ts';

/** An open event with its digests so far. */
export interface DigestedEvent {
  event: Event & { invitedAt: Date };
  /** The days that were dealt with. */
  handled: Set<string>;
  /** When coordinators last heard of it; null: never. */
  lastAt: Date | null;
}

/** Open events whose answers are taken until after `since`. */
export async function listDigestedEvents(db: Db | Tx, since: Date): Promise<DigestedEvent[]> {
  const rows = await db.event.findMany({
    where: { status: 'OPEN', answerDeadline: { gte: since }, invitedAt: { not: null } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { digests: { orderBy: { at: 'asc' } } },
  });
  return rows.flatMap(toDigested);
}

/** The same for one event as it is now; null when it is open no more. */
export async function findDigestedEvent(tx: Tx, id: number): Promise<DigestedEvent | null> {
  const row = await tx.event.findUnique({
    where: { id, status: 'OPEN' },
    include: { digests: { orderBy: { at: 'asc' } } },
  });
  return row === null ? null : (toDigested(row)[0] ?? null);
}

function toDigested({
  digests,
  ...row
}: Parameters<typeof toEvent>[0] & {
  digests: { day: string; status: 'DONE' | 'MISSED'; at: Date }[];
}): DigestedEvent[] {
  const event = toEvent(row);
  const { invitedAt } = event;
  if (invitedAt === null) return [];
  return [
    {
      event: { ...event, invitedAt },
      handled: new Set(digests.map(({ day }) => day)),
      lastAt: digests.findLast(({ status }) => status === 'DONE')?.at ?? null,
    },
  ];
}

/**
 * The invited of an event with their answers of now and those of `since`. Whoever left the roster without
 * having answered is no longer counted.
 */
export async function listAnswering(tx: Tx, eventId: number, since: Date): Promise<Answering[]> {
  const rows = await tx.invitation.findMany({
    where: { eventId, OR: [{ kader: onRoster }, { answer: { not: null } }] },
    orderBy: { id: 'asc' },
    select: {
      answer: true,
      answeredAt: true,
      createdAt: true,
      answers: {
        where: { at: { lte: since } },
        orderBy: { id: 'desc' },
        take: 1,
        select: { answer: true },
      },
      kader: {
        select: { kecamatanCode: true, kelurahanCode: true, account: { select: { id: true } } },
      },
    },
  });
  return rows.map(({ answer, answeredAt, createdAt, answers, kader: { account, ...area } }) => {
    const isAsBefore = answeredAt === null || answeredAt <= since;
    return {
      ...area,
      answer,
      registered: account !== null,
      before:
        createdAt > since ? null : { answer: isAsBefore ? answer : (answers[0]?.answer ?? null) },
    };
  });
}

/** Notes that a digest was queued for `count` coordinators, or given up as too late. */
export async function writeDigestRun(
  tx: Tx,
  run: { eventId: number; day: string; status: 'DONE' | 'MISSED'; count: number; at: Date },
): Promise<void> {
  await tx.digestRun.create({ data: run });
}
