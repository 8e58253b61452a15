import { randomBytes } from 'node:crypto';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import { listInvitedEvents } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { inOrderOfInterest } from '../report/rules.ts';
import { findGate, holdGate, listOpenEvents, updateGate, updateVenue } from './repository.ts';
import { type Gate, isToday, type Venue } from './rules.ts';

export type OpenOutcome =
  /** `changed` is false when it was open already. */
  | { ok: true; gate: Gate; changed: boolean }
  | { ok: false; reason: 'unknown' | 'cancelled'; gate: Gate | null }
  /** It is not the day of the event, so it is asked for once more. */
  | { ok: false; reason: 'other_day'; gate: Gate }
  /** It was closed before; that is undone by `reopen` only. */
  | { ok: false; reason: 'closed'; gate: Gate };

export type GateOutcome =
  | { ok: true; gate: Gate; changed: boolean }
  | { ok: false; reason: 'unknown' | 'cancelled' | 'not_open'; gate: Gate | null };

/** What staff do with the check-in as a whole; each leaves an audit row. */
export interface Opening {
  /** Events whose invitations went out: what is coming, soonest first, then the past, newest first. */
  events(): Promise<Event[]>;
  /** Events of these days whose check-in is open. */
  openEvents(): Promise<Event[]>;
  gate(eventId: number): Promise<Gate | null>;
  /**
   * Opens check-in and makes the secret of its codes.
   *
   * @param anyDay whether it is known and meant that the event is on another day
   */
  open(accountId: number, eventId: number, anyDay: boolean): Promise<OpenOutcome>;
  close(accountId: number, eventId: number): Promise<GateOutcome>;
  reopen(accountId: number, eventId: number): Promise<GateOutcome>;
  /** Sets where the hall is, so that scans ask for a proof of place; null asks for none. */
  setVenue(accountId: number, eventId: number, venue: Venue | null): Promise<GateOutcome>;
}

/** How many events one may choose from at most: years of trainings. */
const mostEvents = 300;
/** A check-in that nobody closed is no longer meant this long after the event began (ms). */
const forgottenAfter = 36 * 3_600_000;

export function createOpening({ db, transact, clock }: Ports): Opening {
  return {
    async events() {
      const invited = await listInvitedEvents(db, mostEvents);
      const held = invited.filter(({ status }) => status === 'OPEN');
      return inOrderOfInterest(held, clock.now());
    },
    openEvents: () => listOpenEvents(db, new Date(clock.now().getTime() - forgottenAfter)),
    gate: (eventId) => findGate(db, eventId),

    open: (accountId, eventId, anyDay) =>
      transact(async (tx): Promise<OpenOutcome> => {
        const found = await usable(tx, eventId);
        if (!found.ok) return found;
        const { gate } = found;
        if (gate.closedAt !== null) return { ok: false, reason: 'closed', gate };
        if (gate.openedAt !== null) return { ok: true, gate, changed: false };
        const now = clock.now();
        if (!anyDay && !isToday(gate.event, now)) return { ok: false, reason: 'other_day', gate };
        const key = randomBytes(32).toString('base64url');
        await updateGate(tx, eventId, { openedAt: now, key });
        await audit(tx, accountId, eventId, 'check-in.open', now);
        return { ok: true, gate: { ...gate, openedAt: now, key }, changed: true };
      }),

    close: (accountId, eventId) =>
      transact(async (tx): Promise<GateOutcome> => {
        const found = await opened(tx, eventId);
        if (!found.ok || found.gate.closedAt !== null) return found;
        const now = clock.now();
        await updateGate(tx, eventId, { closedAt: now });
        await audit(tx, accountId, eventId, 'check-in.close', now);
        return { ok: true, gate: { ...found.gate, closedAt: now }, changed: true };
      }),

    reopen: (accountId, eventId) =>
      transact(async (tx): Promise<GateOutcome> => {
        const found = await opened(tx, eventId);
        if (!found.ok || found.gate.closedAt === null) return found;
        await updateGate(tx, eventId, { closedAt: null });
        await audit(tx, accountId, eventId, 'check-in.reopen', clock.now());
        return { ok: true, gate: { ...found.gate, closedAt: null }, changed: true };
      }),

    setVenue: (accountId, eventId, venue) =>
      transact(async (tx): Promise<GateOutcome> => {
        const found = await usable(tx, eventId);
        if (!found.ok) return found;
        await updateVenue(tx, eventId, venue);
        await writeAudit(tx, {
          at: clock.now(),
          accountId,
          action: 'check-in.venue',
          subject: `event:${eventId}`,
          before: { venue: spoken(found.gate.venue) },
          after: { venue: spoken(venue) },
        });
        return { ok: true, gate: { ...found.gate, venue }, changed: true };
      }),
  };
}

type Found =
  | { ok: true; gate: Gate; changed: false }
  | { ok: false; reason: 'unknown' | 'cancelled'; gate: Gate | null };

/** The gate of an event whose invitations went out and that still takes place. */
async function usable(tx: Tx, eventId: number): Promise<Found> {
  const gate = await holdGate(tx, eventId);
  if (gate === null || gate.event.status === 'DRAFT')
    return { ok: false, reason: 'unknown', gate: null };
  if (gate.event.status === 'CANCELLED') return { ok: false, reason: 'cancelled', gate };
  return { ok: true, gate, changed: false };
}

async function opened(
  tx: Tx,
  eventId: number,
): Promise<Found | { ok: false; reason: 'not_open'; gate: Gate }> {
  const found = await usable(tx, eventId);
  return found.ok && found.gate.openedAt === null
    ? { ok: false, reason: 'not_open', gate: found.gate }
    : found;
}

function audit(tx: Tx, accountId: number, eventId: number, action: string, at: Date) {
  return writeAudit(tx, { at, accountId, action, subject: `event:${eventId}` });
}

function spoken(venue: Venue | null) {
  return venue === null ? null : { ...venue };
}
