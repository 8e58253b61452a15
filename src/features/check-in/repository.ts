import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { toEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import type { CheckIn, CheckInVia, Gate, Venue } from './rules.ts';
import type { CheckInTarget } from './schema.ts';

/** The check-in of an event; null when there is no such event. */
export async function findGate(db: Db | Tx, eventId: number): Promise<Gate | null> {
  const row = await db.event.findUnique({ where: { id: eventId } });
  return row === null ? null : toGate(row);
}

/**
 * The same, holding everybody else who comes to it back until the transaction ends: whoever is looked up
 * after this cannot be recorded by another desk at the same time.
 */
export async function holdGate(tx: Tx, eventId: number): Promise<Gate | null> {
  const [row] = await tx.event.updateManyAndReturn({
    where: { id: eventId },
    data: { checkInCount: { increment: 0 } },
  });
  return row === undefined ? null : toGate(row);
}

/** Events after `since` whose check-in is open, soonest first. */
export async function listOpenEvents(db: Db, since: Date): Promise<Event[]> {
  const rows = await db.event.findMany({
    where: {
      status: 'OPEN',
      startsAt: { gte: since },
      checkInOpenedAt: { not: null },
      checkInClosedAt: null,
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(toEvent);
}

/** Changes what a gate is. */
export async function updateGate(
  tx: Tx,
  eventId: number,
  change: { openedAt?: Date; closedAt?: Date | null; key?: string },
): Promise<void> {
  const { openedAt, closedAt, key } = change;
  await tx.event.update({
    where: { id: eventId },
    data: {
      ...(openedAt === undefined ? {} : { checkInOpenedAt: openedAt }),
      ...(closedAt === undefined ? {} : { checkInClosedAt: closedAt }),
      ...(key === undefined ? {} : { checkInKey: key }),
    },
  });
}

/** Sets where the hall is; null asks nobody for a proof of place any more. */
export async function updateVenue(tx: Tx, eventId: number, venue: Venue | null): Promise<void> {
  await tx.event.update({
    where: { id: eventId },
    data: venue ?? { latitude: null, longitude: null, radius: null },
  });
}

/** Whether a kader is invited to an event. */
export async function isInvited(db: Db | Tx, eventId: number, kaderId: number): Promise<boolean> {
  const row = await db.invitation.findUnique({
    where: { eventId_kaderId: { eventId, kaderId } },
    select: { id: true },
  });
  return row !== null;
}

const columns = {
  id: true,
  eventId: true,
  kaderId: true,
  number: true,
  at: true,
  via: true,
  byAccountId: true,
  walkIn: true,
  walkInReason: true,
  leftAt: true,
  undoneAt: true,
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  kader: { select: { name: true, jabatan: true, kecamatanCode: true, kelurahanCode: true } },
} as const satisfies Prisma.CheckInSelect;

/** The record of one kader at one event, also one that was taken back. */
export async function findCheckIn(
  db: Db | Tx,
  eventId: number,
  kaderId: number,
): Promise<CheckIn | null> {
  const row = await db.checkIn.findUnique({
    where: { eventId_kaderId: { eventId, kaderId } },
    select: columns,
  });
  return row === null ? null : toCheckIn(row);
}

/** A record of an event by its row or its nonce, also one that was taken back. */
export async function findTarget(
  db: Db | Tx,
  eventId: number,
  target: CheckInTarget,
): Promise<CheckIn | null> {
  const row = await db.checkIn.findFirst({
    where: {
      eventId,
      ...('checkInId' in target
        ? { id: target.checkInId }
        : { nonce: storedNonce(eventId, target.nonce) }),
    },
    select: columns,
  });
  return row === null ? null : toCheckIn(row);
}

/** Everybody who came and was not taken back, the latest first. */
export async function listCheckIns(
  db: Db | Tx,
  eventId: number,
  limit?: number,
): Promise<CheckIn[]> {
  const rows = await db.checkIn.findMany({
    where: { eventId, undoneAt: null },
    orderBy: [{ at: 'desc' }, { number: 'desc' }],
    select: columns,
    ...(limit === undefined ? {} : { take: limit }),
  });
  return rows.map(toCheckIn);
}

/** How somebody came, as it is written down. */
export interface NewCheckIn {
  eventId: number;
  at: Date;
  via: CheckInVia;
  nonce: string | null;
  byAccountId: number | null;
  walkIn: boolean;
  walkInReason: string | null;
  /** From the hall in metres, where proof of place was asked for. */
  distance: number | null;
  who:
    | { kaderId: number }
    | {
        name: string;
        jabatan: 'PSM' | 'TKSK' | null;
        kecamatanCode: string | null;
        kelurahanCode: string | null;
      };
}

/** Writes down somebody who came, under the next number; the gate must be held. */
export async function createCheckIn(tx: Tx, { who, ...given }: NewCheckIn): Promise<CheckIn> {
  const { eventId, nonce } = given;
  const { checkInCount } = await tx.event.update({
    where: { id: eventId },
    data: { checkInCount: { increment: 1 } },
    select: { checkInCount: true },
  });
  return toCheckIn(
    await tx.checkIn.create({
      data: {
        ...given,
        ...who,
        nonce: nonce === null ? null : storedNonce(eventId, nonce),
        number: checkInCount,
      },
      select: columns,
    }),
  );
}

/** Brings a record back that was taken back; it keeps its number. */
export async function reviveCheckIn(
  tx: Tx,
  id: number,
  { who, eventId, nonce, ...given }: NewCheckIn,
): Promise<CheckIn> {
  return toCheckIn(
    await tx.checkIn.update({
      where: { id },
      data: {
        ...given,
        nonce: nonce === null ? null : storedNonce(eventId, nonce),
        leftAt: null,
        undoneAt: null,
        undoneById: null,
      },
      select: columns,
    }),
  );
}

/** Takes a record back. */
export async function markUndone(tx: Tx, id: number, at: Date, byId: number): Promise<CheckIn> {
  return toCheckIn(
    await tx.checkIn.update({
      where: { id },
      data: { undoneAt: at, undoneById: byId },
      select: columns,
    }),
  );
}

/** Notes that somebody left early, or that they did not after all. */
export async function markLeft(tx: Tx, id: number, leftAt: Date | null): Promise<CheckIn> {
  return toCheckIn(await tx.checkIn.update({ where: { id }, data: { leftAt }, select: columns }));
}

/** A nonce is the device's own; the event before it keeps those of two events apart. */
function storedNonce(eventId: number, nonce: string): string {
  return `${eventId}:${nonce}`;
}

function toGate(row: Prisma.EventGetPayload<object>): Gate {
  const { latitude, longitude, radius } = row;
  return {
    event: toEvent(row),
    openedAt: row.checkInOpenedAt,
    closedAt: row.checkInClosedAt,
    key: row.checkInKey,
    venue:
      latitude === null || longitude === null || radius === null
        ? null
        : { latitude, longitude, radius },
  };
}

function toCheckIn(row: Prisma.CheckInGetPayload<{ select: typeof columns }>): CheckIn {
  const { kader, name, jabatan, kecamatanCode, kelurahanCode, ...rest } = row;
  return {
    ...rest,
    attendee: kader ?? { name: name ?? '', jabatan, kecamatanCode, kelurahanCode },
  };
}
