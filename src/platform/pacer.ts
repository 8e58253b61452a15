import type { Clock } from './clock.ts';
import { createChatAllowances, createSlots } from './pacing.ts';
import { classifyFailure } from './telegram-client.ts';

/** Where a request queues: answers to people first, then by priority, lower first. */
export type Lane = 'interactive' | number;

/** One request that waits for its turn. */
export interface Turn {
  lane: Lane;
  /** Null where no chat is written to. */
  chatId: bigint | number | null;
  /** Takes the request out of the queue; means nothing once it has left. */
  signal?: AbortSignal;
}

/** The turn was called off before the request left. */
export class NeverLeft extends Error {
  override name = 'NeverLeft';
}

/** Lets requests to Telegram leave, one by one, when they may: one pacer for everything a bot sends. */
export interface Pacer {
  /**
   * Runs `run` when the bot's next slot, the chat and the limit of requests in flight allow it, and gives its
   * result. If `run` throws a 429 everything stops until `retry_after` is over; the error is passed on, and
   * asking again is up to the caller.
   *
   * @throws NeverLeft when `signal` aborts first; whatever `run` throws
   */
  schedule<T>(turn: Turn, run: () => Promise<T>): Promise<T>;
  /** The earliest instant at which a chat takes something that is not urgent. */
  chatOpensAt(chatId: bigint | number): Date;
  /** When the lock of a 429 ends; null when there is none. */
  pausedUntil(): Date | null;
  /** Calls `listener` at every 429; returns how to stop listening. */
  onPause(listener: () => void): () => void;
  /** Messages per second at present; Infinity when nothing is limited. */
  rate(): number;
}

interface Waiting {
  rank: number;
  chat: number | null;
  leave: () => void;
}

/**
 * Evenly spaced slots for the whole bot; at most one request in flight to a chat, and 1/s on average (groups:
 * 20 a minute), with short bursts for answers; a limited number of requests in flight, answers not counted.
 *
 * @param ratePerSecond messages per second; Infinity never waits (tests, limits off), except in a lock
 * @param concurrency requests in flight at the most; by default what the rate needs at 100 ms, at least 64
 */
export function createPacer(options: {
  clock: Clock;
  ratePerSecond: number;
  concurrency?: number;
}): Pacer {
  const { clock, ratePerSecond } = options;
  const concurrency = options.concurrency ?? concurrencyFor(ratePerSecond);
  const slots = createSlots(ratePerSecond);
  const chats = createChatAllowances();
  const isUnlimited = ratePerSecond === Infinity;
  /** By rank, then in the order of arrival. */
  let queue: Waiting[] = [];
  const chatsInFlight = new Set<number>();
  let bulkInFlight = 0;
  let alarm: AbortController | null = null;
  const pauseListeners = new Set<() => void>();

  const chatOpensAt = (chat: number | null, rank: number, now: number): number => {
    if (chat === null || isUnlimited) return now;
    return chats.opensAt(chat, rank < 0 ? 'interactive' : 'bulk', now);
  };

  /** Lets leave whoever may now, then sets the alarm for the next who will. */
  function letLeave(): void {
    alarm?.abort();
    for (;;) {
      const now = clock.now().getTime();
      const next = firstWho(now);
      if (next === null) return;
      const opensAt = Math.max(next.opensAt, slots.opensAt(now));
      if (opensAt > now) {
        setAlarm(opensAt - now);
        return;
      }
      queue.splice(queue.indexOf(next.waiting), 1);
      next.waiting.leave();
    }
  }

  /** The first in the queue whose chat is open, or else the one whose chat opens first. */
  function firstWho(now: number): { waiting: Waiting; opensAt: number } | null {
    let best: { waiting: Waiting; opensAt: number } | null = null;
    for (const waiting of queue) {
      if (waiting.rank >= 0 && bulkInFlight >= concurrency) break;
      if (waiting.chat !== null && chatsInFlight.has(waiting.chat)) continue;
      const opensAt = chatOpensAt(waiting.chat, waiting.rank, now);
      if (opensAt <= now) return { waiting, opensAt };
      if (best === null || opensAt < best.opensAt) best = { waiting, opensAt };
    }
    return best;
  }

  function setAlarm(ms: number): void {
    alarm?.abort();
    const set = new AbortController();
    alarm = set;
    void clock.wait(ms, set.signal).then(() => {
      if (!set.signal.aborted) letLeave();
    });
  }

  async function leave<T>(chat: number | null, rank: number, run: () => Promise<T>): Promise<T> {
    const now = clock.now().getTime();
    const departure = slots.take(now);
    if (chat !== null) {
      chatsInFlight.add(chat);
      if (!isUnlimited) chats.take(chat, now);
    }
    if (rank >= 0) bulkInFlight++;
    try {
      const result = await run();
      slots.accepted(departure);
      return result;
    } catch (error) {
      const failure = classifyFailure(error);
      if (failure.kind === 'flood') {
        slots.refused(departure, clock.now().getTime(), failure.retryAfterMs);
        for (const listener of pauseListeners) listener();
      }
      throw error;
    } finally {
      if (chat !== null) chatsInFlight.delete(chat);
      if (rank >= 0) bulkInFlight--;
      letLeave();
    }
  }

  return {
    schedule<T>(turn: Turn, run: () => Promise<T>): Promise<T> {
      const rank = turn.lane === 'interactive' ? -1 : turn.lane;
      const chat = turn.chatId === null ? null : Number(turn.chatId);
      return new Promise<T>((resolve, reject) => {
        if (turn.signal?.aborted) return reject(new NeverLeft());
        const callOff = () => {
          queue = queue.filter((other) => other !== waiting);
          reject(new NeverLeft());
          letLeave();
        };
        const waiting: Waiting = {
          rank,
          chat,
          leave: () => {
            turn.signal?.removeEventListener('abort', callOff);
            leave(chat, rank, run).then(resolve, reject);
          },
        };
        turn.signal?.addEventListener('abort', callOff, { once: true });
        const before = queue.findLastIndex((other) => other.rank <= rank);
        queue.splice(before + 1, 0, waiting);
        letLeave();
      });
    },
    chatOpensAt(chatId) {
      const now = clock.now().getTime();
      return new Date(chatOpensAt(Number(chatId), 0, now));
    },
    pausedUntil() {
      const until = slots.lockedUntil();
      return until > clock.now().getTime() ? new Date(until) : null;
    },
    onPause(listener) {
      pauseListeners.add(listener);
      return () => pauseListeners.delete(listener);
    },
    rate: () => slots.rate(clock.now().getTime()),
  };
}

const LEAST_CONCURRENCY = 64;
const SLOW_ANSWER_SECONDS = 0.1;

function concurrencyFor(ratePerSecond: number): number {
  if (ratePerSecond === Infinity) return LEAST_CONCURRENCY;
  return Math.max(LEAST_CONCURRENCY, Math.ceil(ratePerSecond * SLOW_ANSWER_SECONDS));
}
