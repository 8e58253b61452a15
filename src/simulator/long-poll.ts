import type { SimulatorClock } from './clock.ts';
import { Refusal } from './refusal.ts';
import { updateJson } from './updates.ts';
import type { Bot } from './world.ts';

interface Held {
  readonly limit: number;
  answer(updates: unknown[]): void;
  refuse(refusal: Refusal): void;
}

/** The hanging `getUpdates` calls: at most one per bot. */
export class LongPolls {
  readonly #clock: SimulatorClock;
  readonly #held = new Map<number, Held>();

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  /**
   * Answers with what is pending, at once or when something comes or `timeout` is over.
   * @param timeout seconds
   * @param onGone registers what to do when the caller hangs up
   */
  poll(
    bot: Bot,
    { limit, timeout }: { limit: number; timeout: number },
    onGone: (gone: () => void) => void,
  ): Promise<unknown[]> {
    const ready = bot.updates.pending().slice(0, limit);
    if (ready.length > 0 || timeout === 0) return Promise.resolve(ready.map(updateJson));
    this.abort(
      bot.id,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    );
    return new Promise((resolve, reject) => {
      const release = () => {
        cancelTimer();
        if (this.#held.get(bot.id) !== held) return;
        this.#held.delete(bot.id);
        bot.updates.onArrival = () => {};
      };
      const held: Held = {
        limit,
        answer: (updates) => {
          release();
          resolve(updates);
        },
        refuse: (refusal) => {
          release();
          reject(refusal);
        },
      };
      const cancelTimer = this.#clock.after(timeout * 1000, () => held.answer([]));
      this.#held.set(bot.id, held);
      onGone(() => held.answer([]));
      // Whatever arrives in the same moment goes out together.
      bot.updates.onArrival = () => queueMicrotask(() => this.#wake(bot));
    });
  }

  /** Ends a bot's hanging call with 409. */
  abort(botId: number, description: string): void {
    this.#held.get(botId)?.refuse(new Refusal(409, description));
  }

  /** Ends all hanging calls, with nothing. */
  stop(): void {
    for (const held of [...this.#held.values()]) held.answer([]);
  }

  #wake(bot: Bot): void {
    const held = this.#held.get(bot.id);
    if (held === undefined) return;
    const ready = bot.updates.pending().slice(0, held.limit);
    if (ready.length > 0) held.answer(ready.map(updateJson));
  }
}
