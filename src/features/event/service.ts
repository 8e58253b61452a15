import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import { listReachableInvitees } from '../attendance/repository.ts';
import { audienceReach } from '../kader/service.ts';
import { cancelMessages, recallMessages } from '../outbox/recall.ts';
import * as store from './repository.ts';
import {
  answerWindow,
  changeEvent,
  type Event,
  type EventChange,
  type EventFacts,
  factsOf,
  isComing,
  isOtherAppointment,
} from './rules.ts';
import type { FieldValues, WholeOutline } from './schema.ts';
import { createInvitationSending, type InvitationSending } from './sending.ts';
import { correctInvitations, type EventLetters, tell } from './telling.ts';

export type ChangeOutcome =
  /** `told`: how many of the invited hear of it. */
  | { ok: true; before: Event; event: Event; told: number }
  | { ok: false; reason: 'unknown' }
  | Extract<EventChange, { ok: false }>;

type CancelOutcome =
  | { ok: true; event: Event; told: number }
  | { ok: false; reason: 'unknown' | 'cancelled' | 'past' };

/** Events, from the draft to the day. */
export interface EventService extends InvitationSending {
  find(id: number): Promise<Event | null>;
  /** Drafts and open events still to come or going on, soonest first. */
  coming(): Promise<Event[]>;
  /**
   * Keeps a draft; the outline must be free of problems.
   *
   * @param also what has to happen in the same transaction, e.g. ending the conversation that led to it
   */
  create(accountId: number, outline: WholeOutline, also: (tx: Tx) => Promise<void>): Promise<Event>;
  /** How many would hear of a change, without making it. */
  previewChange(id: number, values: FieldValues): Promise<ChangeOutcome>;
  /** Changes an event and tells the invited when it is at another time or place; twice the same is once. */
  change(accountId: number, id: number, values: FieldValues): Promise<ChangeOutcome>;
  /** How many are in the audience of an event. */
  audienceSize(event: Event): Promise<number>;
  /** Cancels an event; the invited are told, and what was still to be sent about it is called back. */
  cancel(accountId: number, id: number): Promise<CancelOutcome>;
}

export function createEventService(
  { db, transact, clock }: Ports,
  letters: EventLetters,
): EventService {
  return {
    ...createInvitationSending({ db, transact, clock }, letters),

    find: (id) => store.findEvent(db, id),

    coming: async () => {
      const now = clock.now();
      // An event without a known end goes on until its day ends.
      const events = await store.listEventsFrom(db, new Date(now.getTime() - 86_400_000));
      return events.filter((event) => isComing(event, now));
    },

    create: (accountId, outline, also) =>
      transact(async (tx) => {
        const at = clock.now();
        const event = await store.createEvent(tx, factsOf(outline), accountId, at);
        const subject = `event:${event.id}`;
        await writeAudit(tx, {
          at,
          accountId,
          action: 'event.create',
          subject,
          after: spoken(event),
        });
        await also(tx);
        return event;
      }),

    previewChange: async (id, values) => {
      const before = await store.findEvent(db, id);
      if (before === null) return { ok: false, reason: 'unknown' };
      const change = changeEvent(before, values, clock.now());
      if (!change.ok) return change;
      const told = concernsInvited(before, change.facts)
        ? (await listReachableInvitees(db, id)).length
        : 0;
      return { ok: true, before, event: { ...before, ...change.facts }, told };
    },

    change: (accountId, id, values) =>
      transact(async (tx): Promise<ChangeOutcome> => {
        const at = clock.now();
        const before = await store.findEvent(tx, id);
        if (before === null) return { ok: false, reason: 'unknown' };
        const change = changeEvent(before, values, at);
        if (!change.ok) return change;
        const event = await store.updateEvent(tx, id, change.facts);
        await writeAudit(tx, {
          at,
          accountId,
          action: 'event.change',
          subject: `event:${id}`,
          before: spoken(before),
          after: spoken(event),
        });
        if (!concernsInvited(before, change.facts)) return { ok: true, before, event, told: 0 };
        // What is still waiting to leave names the old appointment.
        for (const kind of ['reminder', 'nudge', 'event-change'])
          await recallMessages(tx, `${kind}:${id}:`, at);
        const unaware = await correctInvitations(tx, event, letters, at);
        const key = `event-change:${id}:${at.getTime()}`;
        const told = await tell(tx, event, key, at, unaware, (answer) =>
          letters.changed(event, answer, answerWindow(event, at)),
        );
        return { ok: true, before, event, told };
      }),

    audienceSize: async ({ audience }) => (await audienceReach(db, audience)).total,

    cancel: (accountId, id) =>
      transact(async (tx): Promise<CancelOutcome> => {
        const at = clock.now();
        const before = await store.findEvent(tx, id);
        if (before === null) return { ok: false, reason: 'unknown' };
        if (before.status === 'OPEN' && !isComing(before, at)) return { ok: false, reason: 'past' };
        if (!(await store.cancelEvent(tx, id))) return { ok: false, reason: 'cancelled' };
        const event: Event = { ...before, status: 'CANCELLED' };
        await writeAudit(tx, {
          at,
          accountId,
          action: 'event.cancel',
          subject: `event:${id}`,
          before: { status: before.status },
          after: { status: event.status },
        });
        if (before.status !== 'OPEN') return { ok: true, event, told: 0 };
        // What is still waiting to leave would invite people to nothing.
        const called = await cancelMessages(tx, `invitation:${id}:`, at);
        const unaware = new Set(called.flatMap(({ kaderId }) => kaderId ?? []));
        for (const kind of [
          'invitation-edit',
          'reminder',
          'nudge',
          'recorded',
          'digest',
          'event-change',
        ])
          await recallMessages(tx, `${kind}:${id}:`, at);
        const told = await tell(tx, event, `event-cancel:${id}`, at, unaware, () =>
          letters.cancelled(event),
        );
        return { ok: true, event, told };
      }),
  };
}

function concernsInvited(before: Event, after: EventFacts): boolean {
  return before.status === 'OPEN' && isOtherAppointment(before, after);
}

/** An event as the audit keeps it. */
function spoken(event: Event) {
  const { title, startsAt, endsAt, place, audience, answerDeadline } = event;
  return {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt?.toISOString() ?? null,
    place,
    audience,
    answerDeadline: answerDeadline.toISOString(),
  };
}
