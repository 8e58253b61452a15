import type { Chat } from './chat.ts';
import type { SimulatorClock } from './clock.ts';
import { tooManyRequests } from './refusal.ts';

/** Telegram's numbers, all of them settings: nobody should assume any of them. */
export interface Limits {
  /** Messages accepted in any one second, for the whole bot. */
  perSecond: number;
  /** The same for messages sent with `allow_paid_broadcast`. */
  paidPerSecond: number;
  /** Messages per second into one private chat in the long run. */
  perChatPerSecond: number;
  /** How many messages into one private chat may come at once. */
  perChatBurst: number;
  /** Messages into one group in any minute. */
  perGroupPerMinute: number;
  /** `retry_after`: how long a refusal locks the bot; each call meanwhile begins it anew. */
  lockSeconds: number;
  /** Whether edits take from the same allowances; Telegram says nothing about it. */
  countEdits: boolean;
}

export type LimitsOption = 'telegram' | 'off' | Partial<Limits>;

/** The numbers of the Bot API's FAQ; the burst and the lock are not published. */
const TELEGRAM_LIMITS: Limits = {
  perSecond: 30,
  paidPerSecond: 1000,
  perChatPerSecond: 1,
  perChatBurst: 10,
  perGroupPerMinute: 20,
  lockSeconds: 1,
  countEdits: false,
};

/** One call that wants to write into a chat. */
export interface Write {
  botId: number;
  chat: Chat;
  /** How many messages it makes; 0 for edits, pins and deletions. */
  messages: number;
  paid: boolean;
}

const SECOND = 1000;
const MINUTE = 60_000;
/** Buckets of chats nobody writes to are cleared away beyond this many. */
const MANY_CHATS = 10_000;

/** Times of the last accepted messages, for "at most n in any window". */
class Window {
  readonly #times: number[] = [];
  #oldest = 0;

  /** From when on `wanted` more keep within `limit` per `length` ms. */
  freeAt(limit: number, wanted: number, length: number): number {
    const live = this.#times.length - this.#oldest;
    const tooMany = live + wanted - limit;
    if (tooMany <= 0) return -Infinity;
    const blocking = this.#times[this.#oldest + tooMany - 1];
    return blocking === undefined ? Infinity : blocking + length;
  }

  add(now: number, count: number, length: number): void {
    for (let each = 0; each < count; each++) this.#times.push(now);
    while ((this.#times[this.#oldest] ?? Infinity) <= now - length) this.#oldest++;
    if (this.#oldest < 1000) return;
    this.#times.splice(0, this.#oldest);
    this.#oldest = 0;
  }
}

interface BotFlood {
  free: Window;
  all: Window;
  lockedUntil: number;
  /** Per private chat: what is left of the burst, and since when. */
  buckets: Map<number, { tokens: number; at: number }>;
  groups: Map<number, Window>;
}

/**
 * Counts what bots send and refuses what is too much. A refusal locks the bot: until the lock is
 * over every call that writes into any chat (edits and deletions too) is refused, and begins the
 * lock anew. Only new messages count, unless `countEdits` says otherwise. Where a single chat is
 * the reason, `retry_after` says when that chat will take the message.
 */
export class FloodControl {
  readonly #clock: SimulatorClock;
  readonly #bots = new Map<number, BotFlood>();
  #limits: Limits | null;

  constructor(clock: SimulatorClock, limits: LimitsOption) {
    this.#clock = clock;
    this.#limits = limitsOf(limits);
  }

  set(limits: LimitsOption): void {
    this.#limits = limitsOf(limits);
    this.#bots.clear();
  }

  /** Refuses with 429 or lets pass; what passes and succeeds must be `count`ed. */
  check(write: Write): void {
    const limits = this.#limits;
    if (limits === null) return;
    const now = this.#clock.now();
    const bot = this.#bot(write.botId);
    const messages = messagesIn(write, limits);
    const isFull = messages > 0 && this.#isFull(bot, write, messages, limits, now);
    const chatWait = messages > 0 ? this.#chatWait(bot, write, messages, limits, now) : 0;
    if (now >= bot.lockedUntil && !isFull && chatWait <= 0) return;
    bot.lockedUntil = now + limits.lockSeconds * SECOND;
    const told = Math.ceil(Math.max(limits.lockSeconds, Math.min(chatWait, MINUTE) / SECOND));
    throw tooManyRequests(Math.max(1, told));
  }

  count(write: Write): void {
    const limits = this.#limits;
    if (limits === null) return;
    const messages = messagesIn(write, limits);
    if (messages === 0) return;
    const now = this.#clock.now();
    const bot = this.#bot(write.botId);
    bot.all.add(now, messages, SECOND);
    if (!write.paid) bot.free.add(now, messages, SECOND);
    if (write.chat.kind === 'private') {
      const tokens = tokensNow(bot, write.chat.id, limits, now) - messages;
      bot.buckets.delete(write.chat.id);
      bot.buckets.set(write.chat.id, { tokens, at: now });
      forgetFull(bot, limits, now);
    } else {
      const window = bot.groups.get(write.chat.id) ?? new Window();
      window.add(now, messages, MINUTE);
      bot.groups.set(write.chat.id, window);
    }
  }

  #isFull(bot: BotFlood, write: Write, messages: number, limits: Limits, now: number): boolean {
    if (bot.all.freeAt(limits.paidPerSecond, messages, SECOND) > now) return true;
    return !write.paid && bot.free.freeAt(limits.perSecond, messages, SECOND) > now;
  }

  /** Milliseconds until the chat itself takes these messages. */
  #chatWait(bot: BotFlood, write: Write, messages: number, limits: Limits, now: number): number {
    if (write.chat.kind === 'private') {
      const missing = messages - tokensNow(bot, write.chat.id, limits, now);
      return (missing / limits.perChatPerSecond) * SECOND;
    }
    const window = bot.groups.get(write.chat.id) ?? new Window();
    return window.freeAt(limits.perGroupPerMinute, messages, MINUTE) - now;
  }

  #bot(botId: number): BotFlood {
    const known = this.#bots.get(botId);
    if (known !== undefined) return known;
    const fresh: BotFlood = {
      free: new Window(),
      all: new Window(),
      lockedUntil: 0,
      buckets: new Map(),
      groups: new Map(),
    };
    this.#bots.set(botId, fresh);
    return fresh;
  }
}

function limitsOf(option: LimitsOption): Limits | null {
  if (option === 'off') return null;
  return option === 'telegram' ? TELEGRAM_LIMITS : { ...TELEGRAM_LIMITS, ...option };
}

function messagesIn(write: Write, limits: Limits): number {
  return write.messages === 0 && limits.countEdits ? 1 : write.messages;
}

function tokensNow(bot: BotFlood, chatId: number, limits: Limits, now: number): number {
  const bucket = bot.buckets.get(chatId);
  if (bucket === undefined) return limits.perChatBurst;
  const refilled = bucket.tokens + ((now - bucket.at) / SECOND) * limits.perChatPerSecond;
  return Math.min(limits.perChatBurst, refilled);
}

/** Buckets stand in the order of their last use, so the full ones are in front. */
function forgetFull(bot: BotFlood, limits: Limits, now: number): void {
  if (bot.buckets.size < MANY_CHATS) return;
  for (const chatId of bot.buckets.keys()) {
    if (tokensNow(bot, chatId, limits, now) < limits.perChatBurst) return;
    bot.buckets.delete(chatId);
  }
}
