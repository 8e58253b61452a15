import type { Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { invitationEditKey } from '../attendance/keeping.ts';
import { listReachableInvitees } from '../attendance/repository.ts';
import type { StandingAnswer } from '../attendance/rules.ts';
import { recallMessages } from '../outbox/recall.ts';
import { rewriteQueued, standingMessages } from '../outbox/rewriting.ts';
import { enqueue } from '../outbox/service.ts';
import { type AnswerWindow, answerWindow, type Event, endOf } from './rules.ts';
import { invitationPriority } from './sending.ts';

/** How the letters about an event read; they are queued, one to each of the invited. */
export interface EventLetters {
  invitation(event: Event): OutgoingMessage;
  /** The invitation that has arrived, with the new facts. */
  edited(event: Event, answer: StandingAnswer | null, window: AnswerWindow): OutgoingMessage;
  changed(event: Event, answer: StandingAnswer | null, window: AnswerWindow): OutgoingMessage;
  cancelled(event: Event): OutgoingMessage;
}

/**
 * The invitations say what holds now: those in people's chats are edited, the others leave corrected.
 *
 * @returns whose has not left, so that they know of nothing else
 */
export async function correctInvitations(
  tx: Tx,
  event: Event,
  letters: EventLetters,
  now: Date,
): Promise<Set<number>> {
  const { id, startsAt } = event;
  const invitations = `invitation:${id}:`;
  const window = answerWindow(event, now);
  const { payload } = letters.edited(event, null, window);
  const unaware = await rewriteQueued(tx, invitations, { payload, expiresAt: startsAt });
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
        expiresAt: endOf(event),
      };
    }),
    now,
  );
  return unaware;
}

/**
 * Queues a letter for all the invited the bot can reach.
 *
 * @param unaware whose invitation has not left; they hear nothing, unless they have answered all the same
 * @returns how many hear of it
 */
export async function tell(
  tx: Tx,
  event: Event,
  key: string,
  now: Date,
  unaware: ReadonlySet<number>,
  letter: (answer: StandingAnswer | null) => OutgoingMessage,
): Promise<number> {
  const invited = await listReachableInvitees(tx, event.id);
  const people = invited.filter(({ kaderId, answer }) => answer !== null || !unaware.has(kaderId));
  await enqueue(
    tx,
    people.map(({ kaderId, telegramId, answer }) => ({
      ...letter(answer),
      dedupeKey: `${key}:${kaderId}`,
      kaderId,
      chatId: BigInt(telegramId),
      priority: invitationPriority,
      notBefore: now,
      expiresAt: endOf(event),
    })),
    now,
  );
  return people.length;
}
