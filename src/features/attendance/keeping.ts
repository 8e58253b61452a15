import type { Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { AnswerWindow, Event } from '../event/rules.ts';
import { nudgeKeys } from '../nudge/rules.ts';
import { recallMessages } from '../outbox/recall.ts';
import { rewriteEdits } from '../outbox/rewriting.ts';
import { writeAnswer } from './repository.ts';
import type { AnswerVia, Invitation, StandingAnswer } from './rules.ts';

/** The invitation in somebody's chat, brought up to date. */
export type InvitationEdit = (
  event: Event,
  answer: StandingAnswer | null,
  window: AnswerWindow,
) => OutgoingMessage;

/** Who gave an answer, by which way, and when. */
export interface Given {
  via: AnswerVia;
  accountId: number;
  at: Date;
}

/**
 * Makes an answer the one that counts, and lets nothing that still waits to leave say otherwise: an edit of the
 * invitation takes the answer along, nudges and the word about an earlier answer are called back.
 *
 * @returns the id of its line in the history
 */
export async function keepAnswer(
  tx: Tx,
  { id, kaderId, event }: Invitation,
  answer: StandingAnswer,
  given: Given,
  edited: { letter: InvitationEdit; window: AnswerWindow },
): Promise<number> {
  const entryId = await writeAnswer(tx, id, answer, given);
  const { payload } = edited.letter(event, answer, edited.window);
  await rewriteEdits(tx, invitationEditKey(event.id), kaderId, payload, given.at);
  await recallMessages(tx, nudgeKeys(event.id, kaderId), given.at);
  await recallMessages(tx, recordedKeys(event.id, kaderId), given.at);
  return entryId;
}

/** With what the keys of the edits of an event's invitations begin. */
export function invitationEditKey(eventId: number): string {
  return `invitation-edit:${eventId}:`;
}

/** With what the keys begin under which a kader is told of an answer that was recorded for them. */
export function recordedKeys(eventId: number, kaderId: number): string {
  return `recorded:${eventId}:${kaderId}:`;
}
