import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Scope } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { identify } from './desk-person.ts';
import { callReceiptBack, queueReceipt, type Receipt, receiptFor } from './receipts.ts';
import {
  createCheckIn,
  findCheckIn,
  findTarget,
  holdGate,
  isInvited,
  listCheckIns,
  markLeft,
  markUndone,
  type NewCheckIn,
  reviveCheckIn,
} from './repository.ts';
import { findChat } from './roster-repository.ts';
import {
  type Attendee,
  arrivalTime,
  type CheckIn,
  decideArrival,
  decideLeaving,
  type GateState,
  isWithin,
  likelyDouble,
} from './rules.ts';
import type { CheckInTarget, Recording } from './schema.ts';

/** Who sits at a desk, and whose people they may see. */
export interface DeskKeeper {
  accountId: number;
  scope: Scope;
}

export type RecordOutcome =
  /**
   * `repeated`: the same recording was sent before. `double`: whom a guest seems to be, who was written down
   * already, perhaps at another desk a moment ago.
   */
  | { ok: true; checkIn: CheckIn; repeated: boolean; double: CheckIn | null }
  /** They are there already, by whatever way. */
  | { ok: false; reason: 'already'; checkIn: CheckIn }
  /** A desk took this very record, or a later one, back; recorded anew it counts again. */
  | { ok: false; reason: 'undone'; checkIn: CheckIn }
  /** Uninvited: a walk-in, once a reason is given. */
  | { ok: false; reason: 'not_invited'; attendee: Attendee; kaderId: number | null }
  | { ok: false; reason: Exclude<GateState, 'open'> }
  | { ok: false; reason: 'unknown_person' | 'bad_card' | 'outside_area' };

export type ChangeOutcome =
  /** `changed` is false when it was so already. */
  | { ok: true; checkIn: CheckIn; changed: boolean }
  /** There is no such record at this event, or, for leaving early, it was taken back. */
  | { ok: false; reason: 'unknown' }
  /** Only a double was to be taken back, and the record is the only one by now. */
  | { ok: false; reason: 'no_double' };

/** What is written down at a desk; each change leaves an audit row. */
export interface Desk {
  record(keeper: DeskKeeper, recording: Recording): Promise<RecordOutcome>;
  /**
   * Takes a record back; twice is once.
   *
   * @param onlyDouble as one of two that seem to be the same person: two desks that mend it keep one of them
   */
  undo(
    keeper: DeskKeeper,
    eventId: number,
    target: CheckInTarget,
    onlyDouble?: boolean,
  ): Promise<ChangeOutcome>;
  /** Notes when somebody left early; null: they did not after all. */
  leave(
    keeper: DeskKeeper,
    eventId: number,
    target: CheckInTarget,
    leftAt: Date | null,
  ): Promise<ChangeOutcome>;
}

/** How a kader with Telegram hears of what a desk wrote down about them. */
export interface DeskLetters {
  receipt(receipt: Receipt): OutgoingMessage;
  undone(event: Event): OutgoingMessage;
}

export function createDesk(
  { transact, clock }: Ports,
  wilayah: Wilayah,
  letters: DeskLetters,
): Desk {
  return {
    record: (keeper, recording) => transact((tx) => record(tx, keeper, recording)),

    undo: (keeper, eventId, target, onlyDouble = false) =>
      transact(async (tx): Promise<ChangeOutcome> => {
        const found = await targeted(tx, keeper, eventId, target);
        if (found === null) return { ok: false, reason: 'unknown' };
        const { event, before } = found;
        if (before.undoneAt !== null) return { ok: true, checkIn: before, changed: false };
        if (onlyDouble && (await doubleOf(tx, before)) === null)
          return { ok: false, reason: 'no_double' };
        const now = clock.now();
        const checkIn = await markUndone(tx, before.id, now, keeper.accountId);
        await audit(tx, keeper, 'check-in.undo', before, checkIn);
        const chat = checkIn.kaderId === null ? null : await findChat(tx, checkIn.kaderId);
        await callReceiptBack(tx, chat, checkIn, letters.undone(event), now);
        return { ok: true, checkIn, changed: true };
      }),

    leave: (keeper, eventId, target, leftAt) =>
      transact(async (tx): Promise<ChangeOutcome> => {
        const before = (await targeted(tx, keeper, eventId, target))?.before ?? null;
        if (before === null || before.undoneAt !== null) return { ok: false, reason: 'unknown' };
        const decision = decideLeaving(before, leftAt, clock.now());
        if (decision === null) return { ok: true, checkIn: before, changed: false };
        const checkIn = await markLeft(tx, before.id, decision.leftAt);
        await audit(tx, keeper, 'check-in.leave', before, checkIn);
        return { ok: true, checkIn, changed: true };
      }),
  };

  async function record(tx: Tx, keeper: DeskKeeper, given: Recording): Promise<RecordOutcome> {
    const { eventId, nonce, reason } = given;
    const gate = await holdGate(tx, eventId);
    if (gate === null) return { ok: false, reason: 'unknown' };
    const { person } = given;
    const isKnownApart = person.by === 'guest' && person.isAnother === true;
    const unaskedDouble = (checkIn: CheckIn) => (isKnownApart ? null : doubleOf(tx, checkIn));
    const sent = nonce === null ? null : await findTarget(tx, eventId, { nonce });
    if (sent !== null)
      return sent.undoneAt === null
        ? { ok: true, checkIn: sent, repeated: true, double: await unaskedDouble(sent) }
        : { ok: false, reason: 'undone', checkIn: sent };

    const found = await identify(tx, wilayah, person);
    if (!found.ok) return found;
    const { who, attendee, via } = found;
    if (!isWithin(keeper.scope, attendee)) return { ok: false, reason: 'outside_area' };
    const kaderId = 'kaderId' in who ? who.kaderId : null;
    const existing = kaderId === null ? null : await findCheckIn(tx, eventId, kaderId);
    const now = clock.now();
    const at = arrivalTime(gate, given.at, now);
    const decision = decideArrival(gate, existing, at);
    if (!decision.ok) return decision;

    const walkIn = kaderId === null || !(await isInvited(tx, eventId, kaderId));
    if (walkIn && reason === null) return { ok: false, reason: 'not_invited', attendee, kaderId };
    const facts: NewCheckIn = {
      eventId,
      at,
      via,
      nonce,
      byAccountId: keeper.accountId,
      walkIn,
      walkInReason: walkIn ? reason : null,
      distance: null,
      who,
    };
    const checkIn =
      existing === null
        ? await createCheckIn(tx, facts)
        : await reviveCheckIn(tx, existing.id, facts);
    await audit(tx, keeper, 'check-in.record', existing, checkIn);
    const chat = kaderId === null ? null : await findChat(tx, kaderId);
    if (chat !== null)
      await queueReceipt(tx, chat, receiptFor(gate.event, checkIn), letters.receipt, now);
    return { ok: true, checkIn, repeated: false, double: await unaskedDouble(checkIn) };
  }

  function audit(
    tx: Tx,
    keeper: DeskKeeper,
    action: string,
    before: CheckIn | null,
    after: CheckIn,
  ): Promise<void> {
    return writeAudit(tx, {
      at: clock.now(),
      accountId: keeper.accountId,
      action,
      subject: `event:${after.eventId}`,
      ...(before === null ? {} : { before: audited(before) }),
      after: audited(after),
    });
  }
}

/** The event and its record that is meant, with the gate held; null where there is none that the keeper may see. */
async function targeted(
  tx: Tx,
  { scope }: DeskKeeper,
  eventId: number,
  target: CheckInTarget,
): Promise<{ event: Event; before: CheckIn } | null> {
  const gate = await holdGate(tx, eventId);
  const before = await findTarget(tx, eventId, target);
  if (gate === null || before === null || !isWithin(scope, before.attendee)) return null;
  return { event: gate.event, before };
}

/** Whom a guest seems to be, among those who are there; null for everybody else. */
async function doubleOf(tx: Tx, checkIn: CheckIn): Promise<CheckIn | null> {
  if (checkIn.kaderId !== null) return null;
  return likelyDouble(await listCheckIns(tx, checkIn.eventId), checkIn);
}

/** A record as the audit keeps it. */
function audited(checkIn: CheckIn) {
  const { id, kaderId, number, at, via, walkInReason, leftAt, undoneAt, attendee } = checkIn;
  return {
    checkIn: id,
    kader: kaderId,
    name: attendee.name,
    number,
    at: at.toISOString(),
    via,
    walkInReason,
    leftAt: leftAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
