import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { KaderIdentity } from '../access/rules.ts';
import { listInvitations } from '../attendance/repository.ts';
import type { Event } from '../event/rules.ts';
import { queueReceipt, type Receipt, receiptFor } from './receipts.ts';
import {
  createCheckIn,
  findCheckIn,
  findGate,
  holdGate,
  isInvited,
  type NewCheckIn,
  reviveCheckIn,
} from './repository.ts';
import {
  arrivalTime,
  decideArrival,
  type Fix,
  type Gate,
  isToday,
  proofOfPlace,
  scansFrom,
} from './rules.ts';
import { isWallCode } from './wall-code.ts';

export type ScanOutcome =
  /** Recorded, and the receipt is queued. */
  | { ok: true; receipt: Receipt }
  | { ok: false; reason: 'already'; receipt: Receipt }
  | { ok: false; reason: 'unknown' }
  | {
      ok: false;
      reason: 'cancelled' | 'not_open' | 'closed' | 'old_code' | 'undone' | 'needs_place';
      event: Event;
    }
  | { ok: false; reason: 'early'; event: Event; from: Date }
  /** `other` is what they are invited to on that day instead. */
  | { ok: false; reason: 'not_invited'; event: Event; other: Event | null }
  | { ok: false; reason: 'too_far'; event: Event; distance: number };

/** Who scans, and how they are told that they are recorded. */
export interface Scanner {
  kader: KaderIdentity;
  telegramId: number;
  receipt: (receipt: Receipt) => OutgoingMessage;
}

/** What a kader does with the code on the wall. */
export interface Scanning {
  /** @param sentAt when the scan reached Telegram: a backlog of ours must make no code old */
  scan(who: Scanner, eventId: number, code: string, sentAt: Date): Promise<ScanOutcome>;
  /**
   * Records a scan that was asked for a proof of place.
   *
   * @param scannedAt when the code was scanned, and found valid; they count as having come then
   */
  prove(who: Scanner, eventId: number, scannedAt: Date, fix: Fix): Promise<ScanOutcome>;
  /** The event of a scan by somebody who is not registered; null when there is none to come to. */
  eventOf(eventId: number): Promise<Event | null>;
}

type Proof = { by: 'code'; code: string } | { by: 'place'; fix: Fix };

export function createScanning({ db, transact, clock }: Ports): Scanning {
  return {
    scan: (who, eventId, code, sentAt) =>
      transact((tx) => arrive(tx, who, eventId, sentAt, { by: 'code', code })),
    prove: (who, eventId, scannedAt, fix) =>
      transact((tx) => arrive(tx, who, eventId, scannedAt, { by: 'place', fix })),
    async eventOf(eventId) {
      const event = (await findGate(db, eventId))?.event ?? null;
      return event?.status === 'OPEN' ? event : null;
    },
  };

  async function arrive(
    tx: Tx,
    who: Scanner,
    eventId: number,
    said: Date,
    proof: Proof,
  ): Promise<ScanOutcome> {
    const gate = await holdGate(tx, eventId);
    if (gate === null) return { ok: false, reason: 'unknown' };
    const { event } = gate;
    const now = clock.now();
    const at = arrivalTime(gate, said, now);
    const existing = await findCheckIn(tx, eventId, who.kader.id);
    const decision = decideArrival(gate, existing, at);
    if (!decision.ok) {
      if (decision.reason === 'already')
        return { ok: false, reason: 'already', receipt: receiptFor(event, decision.checkIn) };
      if (decision.reason === 'unknown') return { ok: false, reason: 'unknown' };
      return { ok: false, reason: decision.reason, event };
    }
    const from = scansFrom(gate);
    if (proof.by === 'code' && !isShown(gate, proof.code, said))
      return { ok: false, reason: 'old_code', event };
    if (from !== null && at < from) return { ok: false, reason: 'early', event, from };
    if (!(await isInvited(tx, eventId, who.kader.id)))
      return {
        ok: false,
        reason: 'not_invited',
        event,
        other: await otherToday(tx, who.kader, event),
      };
    const place = placeOf(gate, proof);
    if (place === 'unproven') return { ok: false, reason: 'needs_place', event };
    if (place !== null && !place.near)
      return { ok: false, reason: 'too_far', event, distance: place.distance };

    const facts: NewCheckIn = {
      eventId,
      at,
      via: 'SCAN',
      nonce: null,
      byAccountId: null,
      walkIn: false,
      walkInReason: null,
      distance: place?.distance ?? null,
      who: { kaderId: who.kader.id },
    };
    const checkIn =
      existing === null
        ? await createCheckIn(tx, facts)
        : await reviveCheckIn(tx, existing.id, facts);
    const receipt = receiptFor(event, checkIn);
    await queueReceipt(tx, who.telegramId, receipt, who.receipt, now);
    return { ok: true, receipt };
  }
}

function isShown({ key, event }: Gate, code: string, at: Date): boolean {
  return key !== null && isWallCode(key, event.id, code, at);
}

function placeOf(
  { venue }: Gate,
  proof: Proof,
): { near: boolean; distance: number } | 'unproven' | null {
  if (venue === null) return null;
  return proof.by === 'place' ? proofOfPlace(venue, proof.fix) : 'unproven';
}

/** What somebody is invited to on the day of an event that they are not invited to. */
async function otherToday(tx: Tx, kader: KaderIdentity, event: Event): Promise<Event | null> {
  const dayBefore = new Date(event.startsAt.getTime() - 24 * 3_600_000);
  const invitations = await listInvitations(tx, kader.id, dayBefore);
  return invitations.find((invitation) => isToday(invitation.event, event.startsAt))?.event ?? null;
}
