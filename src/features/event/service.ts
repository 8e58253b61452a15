import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { invitationEditKey } from '../attendance/keeping.ts';
import { listReachableInvitees } from '../attendance/repository.ts';
import type { StandingAnswer } from '../attendance/rules.ts';
import { audienceReach } from '../kader/service.ts';
import { recallMessages } from '../outbox/recall.ts';
import { rewriteQueued, standingMessages } from '../outbox/rewriting.ts';
import { enqueue } from '../outbox/service.ts';
import * as store from './repository.ts';
import {
  type AnswerWindow,
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
import { createInvitationSending, type InvitationSending, invitationPriority } from './sending.ts';

/** How the letters about an event read; they are queued, one to each of the invited. */
export interface EventLetters {
  invitation(event: Event): OutgoingMessage;
  /** The invitation that has arrived, with the new facts. */
  edited(event: Event, answer: StandingAnswer | null, window: AnswerWindow): OutgoingMessage;
  changed(event: Event, answer: StandingAnswer | null, window: AnswerWindow): OutgoingMessage;
  cancelled(event: Event): OutgoingMessage;
}

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
        for (const kind of ['reminder', 'nudge']) await recallMessages(tx, `${kind}:${id}:`, at);
        await correctInvitations(tx, event, letters, at);
        const told = await tell(tx, event, `event-change:${id}:${at.getTime()}`, at, (answer) =>
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
        for (const kind of [
          'invitation',
          'invitation-edit',
          'reminder',
          'nudge',
          'recorded',
          'digest',
          'event-change',
        ])
          await recallMessages(tx, `${kind}:${id}:`, at);
        const told = await tell(tx, event, `event-cancel:${id}`, at, () =>
          letters.cancelled(event),
        );
        return { ok: true, event, told };
      }),
  };
}

/** The invitations say what holds now: those in people's chats are edited, the others leave corrected. */
async function correctInvitations(
  tx: Tx,
  event: Event,
  letters: EventLetters,
  now: Date,
): Promise<void> {
  const { id, startsAt } = event;
  const invitations = `invitation:${id}:`;
  const window = answerWindow(event, now);
  const { payload } = letters.edited(event, null, window);
  await rewriteQueued(tx, invitations, { payload, expiresAt: startsAt });
  // Edits of an earlier change that still wait would come with what held then.
  await recallMessages(tx, invitationEditKey(id), now);
  const invitees = await listReachableInvitees(tx, id);
  const answers = new Map(invitees.map(({ kaderId, answer }) => [kaderId, answer]));
  const standing = await standingMessages(tx, invitations);
  await enqueue(
    tx,
    standing.flatMap(({ kaderId, chatId, messageNumber }) => {
      const answer = answers.get(kaderId);
      if (answer === undefined) return [];
      const edit = letters.edited(event, answer, window);
      return {
        method: edit.method,
        payload: { ...edit.payload, message_id: messageNumber },
        dedupeKey: `${invitationEditKey(id)}${now.getTime()}:${kaderId}`,
        kaderId,
        chatId,
        priority: 1,
        notBefore: now,
        expiresAt: startsAt,
      };
    }),
    now,
  );
}

/** Queues a letter for all the invited the bot can reach. */
async function tell(
  tx: Tx,
  event: Event,
  key: string,
  now: Date,
  letter: (answer: StandingAnswer | null) => OutgoingMessage,
): Promise<number> {
  const people = await listReachableInvitees(tx, event.id);
  await enqueue(
    tx,
    people.map(({ kaderId, telegramId, answer }) => ({
      ...letter(answer),
      dedupeKey: `${key}:${kaderId}`,
      kaderId,
      chatId: BigInt(telegramId),
      priority: invitationPriority,
      notBefore: now,
      expiresAt: event.startsAt,
    })),
    now,
  );
  return people.length;
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
