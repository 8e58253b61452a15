import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import { type Area, covers, type Scope } from '../access/rules.ts';
import { toEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { byAreaAndName, onRoster, personColumns, whereScope } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { Answered, Arrival } from './rules.ts';

/** An event with what is needed to tell what its arrivals mean. */
export interface ReportedEvent {
  event: Event;
  checkInOpenedAt: Date | null;
}

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
  /** Who recorded the answer, where the kader did not give it. */
  recordedBy: string | null;
  /** Null for those who have not come. */
  arrival: Arrival | null;
}

/** Somebody who came without having been invited. */
export interface WalkIn extends Area {
  name: string;
  jabatan: Jabatan | null;
  phone: Phone | null;
  reason: string | null;
  arrival: Arrival;
}

/** A part of the city; a kelurahan of null means those who serve the kecamatan as a whole. */
export type Part = { kecamatanCode: string; kelurahanCode?: string | null };

const arrivalColumns = { at: true, number: true, via: true, leftAt: true } as const;

/**
 * The invited of an event within a scope, by area and name. Whoever left the roster without having answered
 * or come is no longer counted.
 */
export async function listInvited(
  db: Db,
  eventId: number,
  scope: Scope,
  part: Part | null,
): Promise<InvitedPerson[]> {
  const here = { eventId, undoneAt: null };
  const rows = await db.invitation.findMany({
    where: {
      eventId,
      kader: { AND: [whereScope(scope), { ...part }] },
      OR: [{ kader: onRoster }, { answer: { not: null } }, { kader: { checkIns: { some: here } } }],
    },
    orderBy: [...byAreaAndName],
    select: {
      kaderId: true,
      answer: true,
      answerReason: true,
      answeredAt: true,
      recordedBy: { select: { firstName: true, kader: { select: { name: true } } } },
      kader: {
        select: {
          ...personColumns,
          account: { select: { unreachableAt: true } },
          checkIns: { where: here, select: arrivalColumns },
        },
      },
    },
  });
  return rows.map(({ kader: of, answerReason: reason, recordedBy, ...row }) => {
    const { account, phone, checkIns, ...kader } = of;
    return {
      ...row,
      ...kader,
      reason,
      recordedBy: recordedBy === null ? null : (recordedBy.kader?.name ?? recordedBy.firstName),
      phone: phone === null ? null : parsePhone(phone),
      registered: account !== null,
      reachable: account !== null && account.unreachableAt === null,
      came: checkIns.length > 0,
      arrival: checkIns[0] ?? null,
    };
  });
}

/** Those within a scope who came to an event without an invitation, in order of arrival. */
export async function listWalkIns(
  db: Db,
  eventId: number,
  scope: Scope,
  part: Part | null,
): Promise<WalkIn[]> {
  const rows = await db.checkIn.findMany({
    where: {
      eventId,
      undoneAt: null,
      OR: [{ kaderId: null }, { kader: { invitations: { none: { eventId } } } }],
    },
    orderBy: { number: 'asc' },
    select: {
      ...arrivalColumns,
      walkInReason: true,
      name: true,
      jabatan: true,
      kecamatanCode: true,
      kelurahanCode: true,
      kader: { select: personColumns },
    },
  });
  return rows.flatMap(({ kader, walkInReason, at, number, via, leftAt, ...noted }): WalkIn[] => {
    const { name, jabatan, kecamatanCode, kelurahanCode } = kader ?? noted;
    if (kecamatanCode === null || !isWithin({ kecamatanCode, kelurahanCode }, scope, part))
      return [];
    const phone = kader?.phone ?? null;
    return [
      {
        name: name ?? '',
        jabatan,
        kecamatanCode,
        kelurahanCode,
        phone: phone === null ? null : parsePhone(phone),
        reason: walkInReason,
        arrival: { at, number, via, leftAt },
      },
    ];
  });
}

function isWithin(area: Area, scope: Scope, part: Part | null): boolean {
  return (
    covers(scope, area) &&
    (part === null || part.kecamatanCode === area.kecamatanCode) &&
    (part?.kelurahanCode === undefined || part.kelurahanCode === area.kelurahanCode)
  );
}

/** How many events one may choose from at most: years of trainings. */
const mostEvents = 300;

/** The open and past events to which somebody within the scope is invited, latest start first. */
export async function listEventsWithin(db: Db, scope: Scope): Promise<Event[]> {
  const rows = await db.event.findMany({
    where: { status: 'OPEN', ...invitingWithin(scope) },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: mostEvents,
  });
  return rows.map(toEvent);
}

/** The events within the scope that have begun, latest first. */
export async function listBegun(
  db: Db,
  scope: Scope,
  now: Date,
  take: number,
): Promise<ReportedEvent[]> {
  const rows = await db.event.findMany({
    where: { status: 'OPEN', startsAt: { lte: now }, ...invitingWithin(scope) },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take,
  });
  return rows.map(toReported);
}

function invitingWithin(scope: Scope): Prisma.EventWhereInput {
  return scope.city ? {} : { invitations: { some: { kader: whereScope(scope) } } };
}

/** One event, or null. */
export async function findReported(db: Db, id: number): Promise<ReportedEvent | null> {
  const row = await db.event.findUnique({ where: { id } });
  return row === null ? null : toReported(row);
}

function toReported(row: Prisma.EventGetPayload<object>): ReportedEvent {
  return { event: toEvent(row), checkInOpenedAt: row.checkInOpenedAt };
}
