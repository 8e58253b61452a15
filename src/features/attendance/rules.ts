import type { AnswerWindow, Event } from '../event/rules.ts';
import { answerWindow } from '../event/rules.ts';

export type AnswerChoice = 'HADIR' | 'TIDAK_HADIR' | 'IZIN';
export type AnswerVia = 'BUTTON' | 'TEXT' | 'STAFF';

/** An answer as it is given; only *izin* has a reason, and it must have one. */
export type Answer =
  | { choice: 'HADIR' | 'TIDAK_HADIR'; reason: null }
  | { choice: 'IZIN'; reason: string };

/** The answer that counts; with the name of who recorded it, where the kader did not give it. */
export type StandingAnswer = Answer & { recordedBy?: string };

/** One kader's invitation to one event, with the answer that counts. */
export interface Invitation {
  id: number;
  kaderId: number;
  event: Event;
  /** Null while silent. */
  answer: StandingAnswer | null;
}

/** That somebody came to an event: when, and as which in order of arrival. */
export interface Presence {
  at: Date;
  number: number;
}

/** What becomes of an answer that is being given. */
export type AnswerDecision =
  | { record: true }
  /** The same answer stands already. */
  | { record: false; reason: 'unchanged' }
  | { record: false; reason: Exclude<AnswerWindow, 'open'> };

/**
 * The last answer before the deadline counts; the same one twice is one answer. A kader who repeats what
 * somebody recorded for them makes it their own.
 */
export function decideAnswer(invitation: Invitation, answer: Answer, now: Date): AnswerDecision {
  const window = answerWindow(invitation.event, now);
  if (window !== 'open') return { record: false, reason: window };
  const { answer: standing } = invitation;
  return isSameAnswer(standing, answer) && standing?.recordedBy === undefined
    ? { record: false, reason: 'unchanged' }
    : { record: true };
}

/** What becomes of an answer that is being recorded for somebody else. */
export type RecordingDecision =
  | { record: true }
  | { record: false; reason: 'unchanged' | 'over' | 'cancelled' };

/** Who looks after a kader may record after the deadline too, having been phoned; but not once all is over. */
export function decideRecording(
  invitation: Invitation,
  answer: Answer,
  now: Date,
): RecordingDecision {
  const window = answerWindow(invitation.event, now);
  if (window === 'over' || window === 'cancelled') return { record: false, reason: window };
  return isSameAnswer(invitation.answer, answer)
    ? { record: false, reason: 'unchanged' }
    : { record: true };
}

function isSameAnswer(standing: Answer | null, answer: Answer): boolean {
  return standing?.choice === answer.choice && standing.reason === answer.reason;
}

/** Why a text cannot be the reason of an *izin*. */
export type ReasonRefusal = 'empty' | 'too_short' | 'too_long' | 'not_a_reason';

const longestReason = 200;

/**
 * Words with which somebody answers or turns back. A text of nothing else gives no reason, and noting *izin*
 * for a person who just wrote "jadi hadir" would record the opposite.
 */
const answeringWords = new Set(
  `akan ayo baik batal bapak bisa bu datang deh dong eh enggak ga gak hadir ibu ikut insya insyaallah insyallah
  iya iye jadi kok lah maaf malah mau ndak ngga nggak ok oke okay pak pencet sama saya salah siap sy tak tdk tekan
  tetap tetep tidak y ya yg yang allah`.split(/\s+/),
);

/** Reads what was written as the reason of an *izin*: at least two letters, at most 200 characters. */
export function readReason(
  text: string,
): { ok: true; reason: string } | { ok: false; reason: ReasonRefusal } {
  const said = text.replace(/\s+/g, ' ').trim();
  if (said === '') return { ok: false, reason: 'empty' };
  if (said.length > longestReason) return { ok: false, reason: 'too_long' };
  const words = said.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (said.startsWith('/') || (words.length > 0 && words.every((word) => answeringWords.has(word))))
    return { ok: false, reason: 'not_a_reason' };
  if (words.join('').length < 2) return { ok: false, reason: 'too_short' };
  return { ok: true, reason: said };
}

/** How long a question for the reason waits; what is written later was hardly meant as one. */
const reasonWaits = 3_600_000;

/** Whether something written now can still be the answer to a question asked then. */
export function isStillAsked(askedAt: Date, now: Date): boolean {
  return now.getTime() - askedAt.getTime() <= reasonWaits;
}
