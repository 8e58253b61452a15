import { createsMessage, describeFailure, type SendFailure } from '../../platform/telegram.ts';
import type { DueMessage, Evidence } from './schema.ts';

/** What becomes of a row once its request has ended, or once it is clear that it will not leave. */
export type Outcome =
  | { kind: 'sent'; messageNumber: number | null; evidence?: Evidence }
  /** The person cannot be reached; the account is marked as well. */
  | { kind: 'blocked'; reason: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'expired' }
  /** It may have arrived; evidence will tell. */
  | { kind: 'doubt'; reason: string }
  /** Tried and to be tried again, not before `at`. */
  | { kind: 'later'; at: Date; reason: string; evidence?: Evidence }
  /** Nothing left: back in the queue as if untouched. */
  | { kind: 'released' }
  /** The group has another id: back in the queue under that one. */
  | { kind: 'moved'; chatId: number }
  /** In doubt over and over, although it was sent again each time: stays as it is. */
  | { kind: 'unsettled'; reason: string };

const SECOND = 1000;
const MOST_ATTEMPTS = 10;
/** As many copies of one message at the most, should every answer get lost and no evidence be had. */
const MOST_BLIND_ATTEMPTS = 5;
const LONGEST_BACKOFF_MS = 5 * 60 * SECOND;

/** Milliseconds until the next try after `attempts` that failed: 1 s, 2 s, 4 s … 5 minutes. */
export function backoffMs(attempts: number): number {
  return Math.min(LONGEST_BACKOFF_MS, SECOND * 2 ** Math.max(0, attempts - 1));
}

/** What a failed request means for its row. */
export function outcomeOf(
  failure: SendFailure,
  row: Pick<DueMessage, 'method' | 'attempts'>,
  now: Date,
): Outcome {
  const reason = describeFailure(failure);
  switch (failure.kind) {
    case 'flood':
    case 'not_sent':
    case 'unauthorized':
      return { kind: 'released' };
    case 'blocked':
      return { kind: 'blocked', reason };
    case 'moved':
      return { kind: 'moved', chatId: failure.chatId };
    case 'rejected':
      return isAlreadyDone(row.method, failure.description)
        ? { kind: 'sent', messageNumber: null }
        : { kind: 'failed', reason };
    case 'server':
      return tryAgain(row, reason, now);
    case 'doubt':
      return createsMessage(row.method) ? { kind: 'doubt', reason } : tryAgain(row, reason, now);
  }
}

/** Another try after a pause, or the end after too many. */
function tryAgain(row: Pick<DueMessage, 'attempts'>, reason: string, now: Date): Outcome {
  const attempts = row.attempts + 1;
  if (attempts >= MOST_ATTEMPTS) return { kind: 'failed', reason };
  return { kind: 'later', at: new Date(now.getTime() + backoffMs(attempts)), reason };
}

/**
 * Whether a refusal says that what was asked for is the case already: the price of repeating edits and
 * deletions after a lost answer.
 */
export function isAlreadyDone(method: string, description: string): boolean {
  if (method.startsWith('edit')) return /message is not modified/i.test(description);
  if (method.startsWith('delete')) return /message to delete not found/i.test(description);
  return false;
}

/**
 * What follows from the evidence about a doubtful row. For every doubt it is sent again once at the most, also
 * where the evidence decides nothing: at least once is promised. In doubt over and over it stays uncertain.
 */
export function outcomeOfEvidence(
  evidence: Evidence,
  row: Pick<DueMessage, 'attempts'>,
  messageNumber: number | null,
  now: Date,
): Outcome {
  if (evidence === 'proven') return { kind: 'sent', messageNumber, evidence };
  const most = evidence === 'undecided' ? MOST_BLIND_ATTEMPTS : MOST_ATTEMPTS;
  if (row.attempts >= most) {
    return { kind: 'unsettled', reason: `no answer, ${row.attempts} times` };
  }
  const pause = row.attempts > 1 ? backoffMs(row.attempts) : 0;
  return { kind: 'later', at: new Date(now.getTime() + pause), reason: 'no answer', evidence };
}

/** Whether a row is too late to be sent. */
export function isExpired(row: Pick<DueMessage, 'expiresAt'>, now: Date): boolean {
  return row.expiresAt !== null && row.expiresAt <= now;
}

/** The state of the way to Telegram, as the last answers showed it. */
export interface Health {
  /** Requests in a row that found no Telegram. */
  failures: number;
  /** Nothing is tried before this. */
  until: Date | null;
}

export const HEALTHY: Health = { failures: 0, until: null };

const LONGEST_PAUSE_MS = 30 * SECOND;
const BAD_TOKEN_PAUSE_MS = 60 * SECOND;
/** One bad answer of a server is its own affair; this many in a row are an outage. */
const OUTAGE = 3;

/**
 * The health after one more answer. In an outage one request at a time feels its way, after pauses of 1, 2, 4 …
 * 30 seconds, so that a bad minute costs a few tries and not every row one.
 */
export function healthAfter(health: Health, failure: SendFailure | null, now: Date): Health {
  const pause = (ms: number, failures: number) => ({
    failures,
    until: new Date(now.getTime() + ms),
  });
  if (failure === null) return HEALTHY;
  const failures = health.failures + 1;
  switch (failure.kind) {
    case 'unauthorized':
      return pause(BAD_TOKEN_PAUSE_MS, failures);
    case 'not_sent':
    case 'server':
    case 'doubt': {
      // Requests that left before the pause began and fail during it say nothing new.
      if (health.until !== null && health.until > now) return health;
      if (failure.kind !== 'not_sent' && failures < OUTAGE) return { failures, until: null };
      return pause(Math.min(LONGEST_PAUSE_MS, SECOND * 2 ** Math.min(failures - 1, 5)), failures);
    }
    default:
      return HEALTHY;
  }
}
