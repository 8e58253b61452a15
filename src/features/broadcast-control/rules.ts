import type { Outcome } from '../outbox/rules.ts';

/** How many messages of a broadcast are in each state. */
export interface Tally {
  sent: number;
  /** Telegram said that the person blocked the bot, left or does not exist. */
  blocked: number;
  failed: number;
  expired: number;
  cancelled: number;
  /** In doubt to the end: sent again once, and still no answer. */
  uncertain: number;
  /** Waiting, held back, on its way, or in a doubt that will be settled. */
  open: number;
}

export interface Progress {
  total: number;
  finished: number;
  /** 0–1 */
  share: number;
  /** Messages a second of late; 0 while nothing can be said. */
  rate: number;
  /** Null while nothing can be said. */
  secondsLeft: number | null;
}

/** How many messages of a broadcast had ended at an instant (ms). */
export interface Sample {
  at: number;
  finished: number;
}

/** The rate is that of this long (ms): as a lock or an outage began or ended, so does it change. */
const RATE_WINDOW_MS = 10_000;

/** Adds a sample and drops those that the rate does not need any more; the first kept opens the window. */
export function withSample(samples: readonly Sample[], sample: Sample): Sample[] {
  const all = [...samples, sample];
  const opens = all.findLastIndex(({ at }) => at <= sample.at - RATE_WINDOW_MS);
  return all.slice(Math.max(0, opens));
}

/** Messages a second over the samples, oldest first; 0 while they span no time. */
export function rateOf(samples: readonly Sample[]): number {
  const [first, last] = [samples[0], samples.at(-1)];
  if (first === undefined || last === undefined || last.at <= first.at) return 0;
  return Math.max(0, ((last.finished - first.finished) / (last.at - first.at)) * 1000);
}

/** Messages that have come to an end, whichever. */
export function finishedOf(tally: Tally): number {
  const { sent, blocked, failed, expired, cancelled, uncertain } = tally;
  return sent + blocked + failed + expired + cancelled + uncertain;
}

/** How far a broadcast is. @param rate messages a second, 0 when it stands still */
export function progressOf(tally: Tally, rate: number): Progress {
  const finished = finishedOf(tally);
  const total = finished + tally.open;
  return {
    total,
    finished,
    share: total === 0 ? 1 : finished / total,
    rate,
    secondsLeft: rate > 0 ? tally.open / rate : null,
  };
}

/** What the latest endings of a broadcast have in common. */
export interface Refusals {
  /** Something has arrived, so it is not the content alone. */
  hasArrived: boolean;
  /** The refusal in Telegram's words, and how often in a row it came. */
  reason: string | null;
  inARow: number;
}

export const NO_REFUSALS: Refusals = { hasArrived: false, reason: null, inARow: 0 };

/** Nothing arrived and so many were refused alike: the content is at fault. */
const FIRST_HANDFUL = 5;
/** So many alike in a row, whatever arrived before. */
const LATER_HANDFUL = 10;

/**
 * The refusals after one more ending. A person who blocked the bot and a request that goes out again say
 * nothing about the content.
 */
export function refusalsAfter(before: Refusals, outcome: Outcome): Refusals {
  switch (outcome.kind) {
    case 'sent':
      return { hasArrived: true, reason: null, inARow: 0 };
    case 'failed':
      return {
        ...before,
        reason: outcome.reason,
        inARow: outcome.reason === before.reason ? before.inARow + 1 : 1,
      };
    default:
      return before;
  }
}

/** Whether everybody else would be refused too, so that the broadcast had better wait for a person. */
export function wouldHitEverybody({ hasArrived, inARow }: Refusals): boolean {
  return inARow >= (hasArrived ? LATER_HANDFUL : FIRST_HANDFUL);
}
