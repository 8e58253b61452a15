import type { BotApi } from './bot-api.ts';
import type { Bot, World } from './world.ts';

/** Knows when nothing is on its way between the simulator and its bots any more. */
export class Settling {
  readonly #world: World;
  readonly #api: BotApi;
  #waiting: (() => void)[] = [];

  constructor(world: World, api: BotApi) {
    this.#world = world;
    this.#api = api;
    api.onFinished = () => this.#look();
  }

  watch(bot: Bot): void {
    bot.updates.onConfirmed = () => this.#look();
  }

  /** Every update delivered and confirmed, and no call (long polls apart) under way. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#look();
    });
  }

  #look(): void {
    if (this.#waiting.length === 0 || !this.#isCalm()) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #isCalm(): boolean {
    if (this.#api.inFlight > 0) return false;
    return [...this.#world.bots.values()].every(({ updates }) => updates.pending().length === 0);
  }
}
