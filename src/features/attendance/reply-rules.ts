import type { Understanding } from '../../language/replies/understand-reply.ts';
import type { Answer } from './rules.ts';

/** What to do with a reply in somebody's own words. */
export type ReplyMeaning =
  | { kind: 'answer'; answer: Answer; alsoIncentive: boolean }
  /** Not known yet, or two readings are open: ask, record nothing. */
  | { kind: 'unsure' }
  | { kind: 'question' }
  | { kind: 'incentive' }
  | { kind: 'other' };

/** Below this an understanding is a guess, and a guess is asked about, never recorded. */
const sureEnough = 0.7;
const longestReason = 200;

/**
 * What a reply means for the sender's own attendance. A substitute means that the sender does not come
 * and has said who does.
 */
export function meaningOf(understanding: Understanding): ReplyMeaning {
  const { label, reason, substitute, confidence, also = [] } = understanding;
  const record = (answer: Answer): ReplyMeaning =>
    confidence < sureEnough
      ? { kind: 'unsure' }
      : { kind: 'answer', answer, alsoIncentive: also.includes('insentif') };
  switch (label) {
    case 'hadir':
      return record({ choice: 'HADIR', reason: null });
    case 'tidak_hadir':
      return record({ choice: 'TIDAK_HADIR', reason: null });
    case 'izin':
      return reason === undefined
        ? record({ choice: 'TIDAK_HADIR', reason: null })
        : record({ choice: 'IZIN', reason: tidy(reason) });
    case 'wakil':
      return record({
        choice: 'IZIN',
        reason: substitute === undefined ? 'diwakilkan' : `diwakili ${tidy(substitute)}`,
      });
    case 'ragu':
      return { kind: 'unsure' };
    case 'tanya':
      return { kind: 'question' };
    case 'insentif':
      return { kind: 'incentive' };
    case 'lain':
      return { kind: 'other' };
  }
}

function tidy(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, longestReason);
}
