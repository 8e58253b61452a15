import type { SimulatorClock } from './clock.ts';

/** One update on its way to a bot. */
export interface PendingUpdate {
  readonly update_id: number;
  /** Field of the Bot API's Update: `message`, `callback_query`, … */
  readonly kind: string;
  readonly body: unknown;
  /** Updates of one lane reach a webhook one after the other; the chat, in practice. */
  readonly lane: string;
  /** Milliseconds since the epoch; not delivered any more from then on. */
  readonly expiresAt: number;
}

const HOUR = 3_600_000;
/** How long the server keeps an update for a bot that does not fetch it, in ms. */
const LIFETIME: Record<string, number> = { callback_query: 150_000 };
const DEFAULT_LIFETIME = 24 * HOUR;
/** Kinds a bot gets only when it names them in `allowed_updates`. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count']);

/** The updates of one bot that it has not confirmed yet, in order. */
export class UpdateQueue {
  readonly #clock: SimulatorClock;
  #pending: PendingUpdate[] = [];
  /** Null: every kind but those `ON_REQUEST`. */
  allowed: readonly string[] | null = null;
  nextId: number;
  /** How many of the next updates come twice, as after a crash or a lost answer. */
  duplicates = 0;
  /** Wakes the long poll or the webhook. */
  onArrival: () => void = () => {};
  /** Told whenever updates leave the queue. */
  onConfirmed: () => void = () => {};

  constructor(clock: SimulatorClock, nextId: number) {
    this.#clock = clock;
    this.nextId = nextId;
  }

  push(kind: string, body: unknown, lane: string): void {
    const wanted = this.allowed === null ? !ON_REQUEST.has(kind) : this.allowed.includes(kind);
    if (!wanted) return;
    const expiresAt = this.#clock.now() + (LIFETIME[kind] ?? DEFAULT_LIFETIME);
    const update = { update_id: this.nextId++, kind, body, lane, expiresAt };
    this.#pending.push(update);
    if (this.duplicates > 0) {
      this.duplicates--;
      this.#pending.push(update);
    }
    this.onArrival();
  }

  /** What is still to be delivered, oldest first. */
  pending(): readonly PendingUpdate[] {
    const now = this.#clock.now();
    if (this.#pending.some((update) => update.expiresAt <= now)) {
      this.#pending = this.#pending.filter((update) => update.expiresAt > now);
    }
    return this.#pending;
  }

  /** Confirms everything with an id below `offset`. */
  confirmBelow(offset: number): void {
    this.#keep((update) => update.update_id >= offset);
  }

  /** Confirms one delivery of an update. */
  confirm(delivered: PendingUpdate): void {
    const index = this.#pending.indexOf(delivered);
    this.#keep((_, place) => place !== index);
  }

  /** Forgets all but the last `count`. */
  keepLast(count: number): void {
    const first = this.#pending[Math.max(0, this.#pending.length - count)];
    this.#keep((update) => count > 0 && first !== undefined && update.update_id >= first.update_id);
  }

  /** Takes over what a snapshot held. */
  restore(pending: PendingUpdate[]): void {
    this.#pending = pending;
  }

  #keep(wanted: (update: PendingUpdate, place: number) => boolean): void {
    const kept = this.#pending.filter(wanted);
    if (kept.length === this.#pending.length) return;
    this.#pending = kept;
    this.onConfirmed();
  }
}

/** The Update object as the Bot API shows it. */
export function updateJson(update: PendingUpdate): Record<string, unknown> {
  return { update_id: update.update_id, [update.kind]: update.body };
}
