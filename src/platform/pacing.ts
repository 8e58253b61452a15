/**
 * When a request to Telegram may leave: pure arithmetic over times in milliseconds, without a clock.
 *
 * Sources: at most about 30 messages in any second for a bot, 1/s per private chat and 20/min per group with
 * short bursts passing. Evenly spaced slots decide it: a burst bucket trips the window on ordinary jitter.
 */

/** A timer that fires no later than this (ms) does not put off the next slot. */
const LATE_MS = 10;
/** Time lost otherwise is made up by slots this much closer, unless it is so long that it was a rest. */
const CLOSER = 0.98;
const REST_MS = 1000;
/** What one refusal may cost at most: half the rate; and when all the rest of that second was accepted. */
const STEEPEST_STEP = 0.5;
const SMALL_STEP = 0.97;
const SLOWEST = 1;
/** Distance to the limit just found out: 28 of 30, where ordinary jitter no longer trips the window. */
const SAFE_SHARE = 28 / 30;
/** After a refusal the lower rate is kept this long, or 20 locks if that is longer (so probing costs ≤ 5 %). */
const HOLD_MS = 60_000;
const HOLD_LOCKS = 20;
/** Then it creeps back up, this much a second. */
const CREEP_PER_SECOND = 1.01;
const SECOND = 1000;
/** Departures of more than a second ago are cleared away when there are this many. */
const MANY = 4096;

/** The bot's one row of slots. */
export interface Slots {
  /** The earliest instant at which the next request may leave. */
  opensAt(now: number): number;
  /** Takes the slot; gives the departure to report the answer on. */
  take(now: number): Departure;
  /** The request was taken, so its moment counts as proof of what the server allows. */
  accepted(departure: Departure): void;
  /** A 429: nothing leaves for `retryAfterMs`; the rate steps down once for each lock. */
  refused(departure: Departure, now: number, retryAfterMs: number): void;
  /** Messages per second at present. */
  rate(now: number): number;
  /** When the lock ends; not after `now` when there is none. */
  lockedUntil(): number;
}

export interface Departure {
  readonly at: number;
  accepted: boolean;
}

/**
 * @param fullRate messages per second when nothing is wrong; Infinity never waits, except in a lock
 */
export function createSlots(fullRate: number): Slots {
  /** When the last slot opened, and when it would have if no time had been lost. */
  let last = -Infinity;
  let ideal = -Infinity;
  let lockedUntil = -Infinity;
  /** The rate after the last step down, which holds until `creepsFrom`. */
  let base = fullRate;
  let creepsFrom = -Infinity;
  let steppedAt = -Infinity;
  /** A lock whose answers are still coming in: the step down waits for them. */
  let lock: { firstRefused: number; rate: number } | null = null;
  let departures: Departure[] = [];

  const rate = (now: number): number => {
    const seconds = Math.max(0, now - creepsFrom) / SECOND;
    return Math.min(fullRate, base * CREEP_PER_SECOND ** seconds);
  };
  const interval = (now: number) => SECOND / rate(now);
  const opensAt = (now: number) =>
    Math.max(lockedUntil, ideal + interval(now), last + CLOSER * interval(now));

  /**
   * What the server accepted in the second before its first refusal is what it allows. If that is all that was
   * sent, some jitter on the way was too much: a small step. If it is less than half the rate, something else
   * used up the allowance, or the limit is far lower: halve and look again.
   */
  const stepDown = (now: number): void => {
    if (lock === null || fullRate === Infinity) return;
    const { firstRefused, rate: refusedRate } = lock;
    const accepted = departures.filter(
      (departure) =>
        departure.accepted && departure.at <= firstRefused && departure.at > firstRefused - SECOND,
    ).length;
    const isJitter = accepted >= refusedRate - 1.5;
    const learnt = isJitter ? refusedRate * SMALL_STEP : accepted * SAFE_SHARE;
    base = Math.min(fullRate, Math.max(SLOWEST, refusedRate * STEEPEST_STEP, learnt));
    steppedAt = now;
    creepsFrom = now + Math.max(HOLD_MS, HOLD_LOCKS * (lockedUntil - firstRefused));
  };

  return {
    rate,
    lockedUntil: () => lockedUntil,
    opensAt: (now) => Math.max(now, opensAt(now)),
    take(now) {
      if (lock !== null && now >= lockedUntil) {
        stepDown(now);
        lock = null;
        ideal = now - interval(now);
      }
      const departure = { at: now, accepted: false };
      if (fullRate === Infinity) return departure;
      const opened = opensAt(now);
      last = now - opened <= LATE_MS ? opened : now;
      const due = ideal + interval(now);
      ideal = now - due > REST_MS ? now : due;
      departures.push(departure);
      if (lock === null && departures.length > MANY) {
        departures = departures.filter(({ at }) => at > now - SECOND);
      }
      return departure;
    },
    accepted(departure) {
      departure.accepted = true;
    },
    refused(departure, now, retryAfterMs) {
      lockedUntil = Math.max(lockedUntil, now + retryAfterMs);
      // A late answer to something that left before the last step down teaches nothing new.
      if (departure.at < steppedAt) return;
      if (lock === null) lock = { firstRefused: departure.at, rate: rate(now) };
      lock.firstRefused = Math.min(lock.firstRefused, departure.at);
    },
  };
}

/** What a chat takes: a bucket of `burst` messages that refills at `perSecond`. */
interface ChatAllowance {
  burst: number;
  perSecond: number;
}

const PRIVATE_CHAT: ChatAllowance = { burst: 5, perSecond: 1 };
const GROUP_CHAT: ChatAllowance = { burst: 5, perSecond: 20 / 60 };

/** Who is writing: an answer to a person may come in a short burst, anything else may not. */
export type Urgency = 'interactive' | 'bulk';

/** How much has been written to each chat of late. */
export interface ChatAllowances {
  /** The earliest instant at which the chat takes a message. */
  opensAt(chatId: number, urgency: Urgency, now: number): number;
  take(chatId: number, now: number): void;
  /** Chats remembered, for tests of memory. */
  readonly size: number;
}

export function createChatAllowances(): ChatAllowances {
  /** In the order of their last message. */
  const chats = new Map<number, { level: number; at: number }>();
  const allowance = (chatId: number) => (chatId < 0 ? GROUP_CHAT : PRIVATE_CHAT);
  const levelAt = (chatId: number, now: number): number => {
    const { burst, perSecond } = allowance(chatId);
    const chat = chats.get(chatId);
    if (!chat) return burst;
    return Math.min(burst, chat.level + ((now - chat.at) / SECOND) * perSecond);
  };
  /** A chat untouched for as long as a bucket takes to fill is as good as unknown. */
  const forgetOld = (now: number): void => {
    for (const [chatId, { at }] of chats) {
      const { burst, perSecond } = allowance(chatId);
      if (now - at < (burst / perSecond) * SECOND) return;
      chats.delete(chatId);
    }
  };
  return {
    get size() {
      return chats.size;
    },
    opensAt(chatId, urgency, now) {
      const chat = chats.get(chatId);
      if (!chat) return now;
      const { perSecond } = allowance(chatId);
      const refilled = now + (Math.max(0, 1 - levelAt(chatId, now)) / perSecond) * SECOND;
      if (urgency === 'interactive') return refilled;
      return Math.max(refilled, chat.at + SECOND / perSecond);
    },
    take(chatId, now) {
      const level = levelAt(chatId, now) - 1;
      chats.delete(chatId);
      chats.set(chatId, { level, at: now });
      forgetOld(now);
    },
  };
}
