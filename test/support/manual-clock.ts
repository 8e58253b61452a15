import type { Clock } from '../../src/platform/clock.ts';

interface Timer {
  at: number;
  release: () => void;
}

export interface ManualClockOptions {
  /**
   * Awaited before and after every released instant, so that what a timer set off (database, HTTP) is
   * done before the next one. Default: a few turns of the event loop, enough for everything in memory.
   */
  settle?: () => Promise<void>;
}

/** A clock that stands still until the test moves it. */
export class ManualClock implements Clock {
  #now: number;
  #timers: Timer[] = [];
  #settle: () => Promise<void>;

  /** @param start where time begins; text without a zone is UTC's to the test, so give one */
  constructor(
    start: string | Date = '2024-05-20T08:00:00+07:00',
    options: ManualClockOptions = {},
  ) {
    this.#now = new Date(start).getTime();
    this.#settle = options.settle ?? turns;
  }

  /** Replaces what is awaited around every released instant; for a world that is built after its clock. */
  settleWith(settle: () => Promise<void>): void {
    this.#settle = settle;
  }

  now(): Date {
    return new Date(this.#now);
  }

  wait(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer: Timer = {
        at: this.#now + Math.max(0, ms),
        release: () => {
          signal?.removeEventListener('abort', abort);
          resolve();
        },
      };
      const abort = () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        resolve();
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#timers.push(timer);
    });
  }

  /** How many are waiting: zero means that moving the clock would release nobody. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Moves on by `ms`, releasing waiters in the order of their instants, each with its consequences. */
  advance(ms: number): Promise<void> {
    return this.#runTo(this.#now + ms);
  }

  /** Moves on to an instant; text as for `Date`, with its zone (`2024-05-21T18:00:00+07:00`). */
  advanceTo(instant: string | Date): Promise<void> {
    const target = new Date(instant).getTime();
    if (Number.isNaN(target)) throw new Error(`Not an instant: ${instant}`);
    if (target < this.#now) throw new Error(`The clock cannot go back to ${instant}`);
    return this.#runTo(target);
  }

  async #runTo(target: number): Promise<void> {
    await this.#settle();
    for (let next = this.#earliest(); next !== null && next <= target; next = this.#earliest()) {
      this.#now = Math.max(this.#now, next);
      this.#release(next);
      await this.#settle();
    }
    this.#now = target;
    await this.#settle();
  }

  #earliest(): number | null {
    let earliest: number | null = null;
    for (const { at } of this.#timers) if (earliest === null || at < earliest) earliest = at;
    return earliest;
  }

  #release(instant: number): void {
    const due = this.#timers.filter((timer) => timer.at <= instant);
    this.#timers = this.#timers.filter((timer) => timer.at > instant);
    for (const timer of due) timer.release();
  }
}

/** A few turns of the event loop: lets promises and immediates run, waits for no real time. */
export async function turns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve));
}
