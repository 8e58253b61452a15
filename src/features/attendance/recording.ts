import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Scope } from '../access/rules.ts';
import { findEvent } from '../event/repository.ts';
import { answerWindow, type Event, isComing } from '../event/rules.ts';
import { enqueue } from '../outbox/service.ts';
import { afterTheQuiet } from '../reminder/rules.ts';
import { type InvitationEdit, keepAnswer, recordedKeys } from './keeping.ts';
import {
  findRecorder,
  type Invited,
  listInvitedOf,
  listOpenEvents,
} from './recording-repository.ts';
import { type Coordinator, findInvitation } from './repository.ts';
import { type Answer, decideRecording, type StandingAnswer } from './rules.ts';

export type { Invited } from './recording-repository.ts';

/** An event whose answers can be recorded, with the invited of somebody's own area. */
export interface RecordingView {
  event: Event;
  /** `closed`: the deadline is over; who looks after the people may still record. */
  window: 'open' | 'closed';
  people: Invited[];
}

export type RecordingViewOutcome =
  | { ok: true; view: RecordingView }
  | { ok: false; reason: 'unknown' | 'over' | 'cancelled' | 'nobody_invited' };

export type RecordingOutcome =
  | {
      ok: true;
      event: Event;
      window: 'open' | 'closed';
      /** With the answer that counts now. */
      person: Invited;
      /** False when that very answer stood already. */
      isNew: boolean;
      /** Whether the kader is told of it: they have Telegram. */
      told: boolean;
    }
  | { ok: false; reason: 'unknown' | 'over' | 'cancelled' | 'not_here' };

/** Who records for others, and whose answers they may record. */
export interface Recording {
  accountId: number;
  scope: Scope;
}

export interface RecordingService {
  /** Events still to come or going on with invited people in the scope, soonest first. */
  events(scope: Scope): Promise<Event[]>;
  /** One of them with its people within the scope, perhaps only one of them. */
  view(scope: Scope, eventId: number, kaderId?: number): Promise<RecordingViewOutcome>;
  /** Records an answer for somebody; the same one twice counts once and tells them once. */
  record(
    by: Recording,
    eventId: number,
    kaderId: number,
    answer: Answer,
  ): Promise<RecordingOutcome>;
}

/** How a kader is told that somebody recorded their answer; `recorder` is whom to ask when it is wrong. */
export type RecordedLetter = (
  event: Event,
  answer: StandingAnswer,
  window: 'open' | 'closed',
  recorder: Coordinator,
) => OutgoingMessage;

/** Answers that coordinators and staff record for kader of their own area, above all for those without Telegram. */
export function createRecordingService(
  { db, transact, clock }: Ports,
  letters: { recorded: RecordedLetter; edited: InvitationEdit },
): RecordingService {
  return {
    events: async (scope) => {
      const now = clock.now();
      // An event without a known end goes on until its day ends.
      const recent = await listOpenEvents(db, scope, new Date(now.getTime() - 86_400_000));
      return recent.filter((event) => isComing(event, now));
    },

    view: async (scope, eventId, kaderId) => {
      const event = await findEvent(db, eventId);
      if (event === null || event.status === 'DRAFT') return { ok: false, reason: 'unknown' };
      const window = answerWindow(event, clock.now());
      if (window === 'over' || window === 'cancelled') return { ok: false, reason: window };
      const people = await listInvitedOf(db, eventId, scope, kaderId);
      if (people.length === 0) return { ok: false, reason: 'nobody_invited' };
      return { ok: true, view: { event, window, people } };
    },

    record: (by, eventId, kaderId, answer) =>
      transact(async (tx): Promise<RecordingOutcome> => {
        const now = clock.now();
        const invitation = await findInvitation(tx, eventId, kaderId);
        const [person] = await listInvitedOf(tx, eventId, by.scope, kaderId);
        if (invitation === null) return { ok: false, reason: 'unknown' };
        if (person === undefined) return { ok: false, reason: 'not_here' };
        const { event } = invitation;
        const decision = decideRecording(invitation, answer, now);
        const window = answerWindow(event, now);
        if (window === 'over' || window === 'cancelled') return { ok: false, reason: window };
        if (!decision.record) return { ok: true, event, window, person, isNew: false, told: false };

        const recorder = await findRecorder(tx, by.accountId);
        const recorded = { ...answer, recordedBy: recorder.name };
        const entryId = await keepAnswer(
          tx,
          invitation,
          recorded,
          { via: 'STAFF', accountId: by.accountId, at: now },
          { letter: letters.edited, window },
        );
        await writeAudit(tx, {
          at: now,
          accountId: by.accountId,
          action: 'answer.record',
          subject: `kader:${kaderId}`,
          before: { eventId, ...kept(invitation.answer) },
          after: { eventId, ...kept(answer) },
        });
        const letter = letters.recorded(event, recorded, window, recorder);
        const dedupeKey = `${recordedKeys(eventId, kaderId)}${entryId}`;
        const told = await tell(
          tx,
          by,
          person,
          { ...letter, dedupeKey, expiresAt: event.endsAt },
          now,
        );
        return {
          ok: true,
          event,
          window,
          person: { ...person, answer: recorded },
          isNew: true,
          told,
        };
      }),
  };
}

/** Tells the kader, in the morning if it is night; somebody who records for themselves knows. */
async function tell(
  tx: Tx,
  { accountId }: Recording,
  { kaderId, reachableAt }: Invited,
  letter: OutgoingMessage & { dedupeKey: string; expiresAt: Date | null },
  now: Date,
): Promise<boolean> {
  if (reachableAt === null || reachableAt.accountId === accountId) return false;
  await enqueue(
    tx,
    [
      {
        ...letter,
        kaderId,
        chatId: BigInt(reachableAt.telegramId),
        priority: 1,
        notBefore: afterTheQuiet(now),
      },
    ],
    now,
  );
  return true;
}

function kept(answer: Answer | null) {
  return { answer: answer?.choice ?? null, reason: answer?.reason ?? null };
}
