import type { Deed, DeedsAnswer, DeskRoster, DeskState, PageRefusal } from '../page-contract.ts';
import type { CheckInTarget, DeskPerson } from '../schema.ts';
import type { DeskStore } from './desk-store.ts';
import type { KeptDeed, KeptEvent } from './kept.ts';
import { ask, Refused } from './page-client.ts';
import { withArrival } from './presence.ts';
import { ServerClock } from './server-clock.ts';

const lookEveryMs = 3_000;
const slowestRetryMs = 10_000;
const rosterLastsMs = 10 * 60_000;
const timeoutMs = 8_000;
/** As many deeds go in one request; the rest in the next. */
const mostAtOnce = 25;

/** What the desk's screen is drawn from. */
export interface DeskView {
  /** Null until the roster was loaded once. */
  event: KeptEvent | null;
  /** What waits for the server, and outcomes that somebody should see. */
  deeds: readonly KeptDeed[];
  isOnline: boolean;
  refused: PageRefusal['reason'] | null;
  /** The device could not keep what was done last. */
  isFull: boolean;
}

/**
 * One desk: it answers from what the device keeps, and brings device and server together whenever there is a
 * network. Deeds go in the order in which they were done, as often as it takes; their nonces make that harmless.
 */
export class DeskSession {
  readonly #store: DeskStore;
  readonly #eventId: number;
  readonly #changed: (view: DeskView) => void;
  readonly #clock = new ServerClock();
  #view: DeskView = {
    event: null,
    deeds: [],
    isOnline: navigator.onLine,
    refused: null,
    isFull: false,
  };
  #failures = 0;
  #rosterAt = Number.NEGATIVE_INFINITY;
  #stopResting: () => void = () => {};
  /** Something came up while an exchange was under way. */
  #isWanted = false;

  constructor(store: DeskStore, eventId: number, changed: (view: DeskView) => void) {
    this.#store = store;
    this.#eventId = eventId;
    this.#changed = changed;
  }

  /** Shows what is kept, then goes on exchanging until the server lets this desk in no more. */
  async run(): Promise<void> {
    const event = await this.#store.event(this.#eventId);
    if (event !== null) this.#clock.restore(event.clockOffset);
    this.#show({ event, deeds: await this.#store.deeds(this.#eventId) });
    window.addEventListener('online', () => this.#wake());
    window.addEventListener('offline', () => this.#show({ isOnline: false }));
    while (this.#view.refused === null) {
      this.#isWanted = false;
      await this.#exchange();
      await this.#rest();
    }
  }

  /** Records somebody as having come now. @returns of this and of the following: whether the device keeps it */
  record(person: DeskPerson, name: string, reason: string | null): Promise<boolean> {
    return this.#keep({ kind: 'record', ...this.#stamp(), person, reason }, name);
  }

  /** Takes a record back. @param onlyDouble as one of two that seem to be the same person */
  undo(target: CheckInTarget, name: string, onlyDouble = false): Promise<boolean> {
    return this.#keep({ kind: 'undo', ...this.#stamp(), target, onlyDouble }, name);
  }

  /** Notes that somebody leaves now. */
  leave(target: CheckInTarget, name: string): Promise<boolean> {
    return this.#keep({ kind: 'leave', ...this.#stamp(), target }, name);
  }

  /** Notes that somebody does not leave early after all. */
  stay(target: CheckInTarget, name: string): Promise<boolean> {
    return this.#keep({ kind: 'stay', ...this.#stamp(), target }, name);
  }

  /** Somebody has seen that outcome. */
  async dismiss(nonce: string): Promise<void> {
    await this.#store.forgetDeed(nonce);
    await this.#showDeeds();
  }

  #stamp(): { nonce: string; at: number } {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    const nonce = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return { nonce, at: Math.round(this.#clock.now()) };
  }

  /** On the device first: whatever happens then, it is not lost. */
  async #keep(deed: Deed, name: string): Promise<boolean> {
    const { nonce } = deed;
    const last = this.#view.deeds.at(-1)?.order ?? 0;
    const order = Math.max(Date.now(), last + 1);
    const kept = { nonce, eventId: this.#eventId, order, deed, name, outcome: null };
    const isKept = await this.#store.keepDeed(kept).then(
      () => true,
      () => false,
    );
    this.#show({ isFull: !isKept });
    if (!isKept) return false;
    await this.#showDeeds();
    this.#wake();
    return true;
  }

  async #exchange(): Promise<void> {
    try {
      // First what waits: on a bad network the roster may not get through, and these few bytes do.
      await this.#send();
      if (Date.now() - this.#rosterAt > rosterLastsMs) await this.#loadRoster();
      await this.#look();
      this.#failures = 0;
      this.#show({ isOnline: true });
    } catch (error) {
      if (error instanceof Refused) return this.#close(error.reason);
      this.#failures += 1;
      this.#show({ isOnline: false });
    }
  }

  async #loadRoster(): Promise<void> {
    const roster = await this.#ask<DeskRoster>('daftar');
    if (roster === null) return;
    this.#rosterAt = Date.now();
    const { event } = this.#view;
    await this.#keepEvent({
      ...(event ?? { arrivals: [], revision: '', isOpen: true }),
      eventId: this.#eventId,
      roster,
    });
  }

  /** Sends what waits, oldest first; what the server could not deal with now waits for the next time. */
  async #send(): Promise<void> {
    const deeds = await this.#store.deeds(this.#eventId);
    const waiting = deeds.filter(({ outcome }) => outcome === null).slice(0, mostAtOnce);
    if (waiting.length === 0) return;
    const body = { deeds: waiting.map(({ deed }) => deed) };
    const answer = await this.#ask<DeedsAnswer>('kiriman', body);
    for (const { nonce, outcome } of answer?.outcomes ?? []) {
      const kept = waiting.find((one) => one.nonce === nonce);
      if (kept === undefined) continue;
      await this.#settle(kept, outcome);
    }
    await this.#showDeeds();
    const isProgress = (answer?.outcomes.length ?? 0) > 0;
    if (isProgress && deeds.length > mostAtOnce) await this.#send();
  }

  async #settle(kept: KeptDeed, outcome: NonNullable<KeptDeed['outcome']>): Promise<void> {
    const { event } = this.#view;
    if (outcome.ok && event !== null) {
      const isThere = kept.deed.kind !== 'undo';
      const arrivals = withArrival(event.arrivals, outcome.arrival, isThere);
      await this.#keepEvent({ ...event, arrivals });
    }
    const isNews =
      !outcome.ok || (kept.deed.kind === 'record' && (outcome.already || outcome.double));
    if (isNews) await this.#store.keepDeed({ ...kept, outcome });
    else await this.#store.forgetDeed(kept.nonce);
  }

  async #look(): Promise<void> {
    const { event } = this.#view;
    if (event === null) return;
    const version = encodeURIComponent(event.revision);
    const state = await this.#ask<DeskState>(`keadaan?versi=${version}`);
    if (state === null) return;
    const { revision, isOpen, arrivals } = state;
    await this.#keepEvent({ ...event, revision, isOpen, arrivals });
  }

  #ask<Answer extends { now: number }>(path: string, body?: unknown): Promise<Answer | null> {
    return ask<Answer>(path, {
      clock: this.#clock,
      timeoutMs,
      ...(body === undefined ? {} : { body }),
    });
  }

  async #keepEvent(event: Omit<KeptEvent, 'clockOffset' | 'keptAt'>): Promise<void> {
    const kept = { ...event, clockOffset: this.#clock.offset, keptAt: Date.now() };
    await this.#store.keepEvent(kept);
    this.#show({ event: kept });
  }

  /** People's names stay on the device no longer than its key is good, unless something waits. */
  async #close(reason: PageRefusal['reason']): Promise<void> {
    if (this.#view.deeds.length === 0) await this.#store.forgetEvent(this.#eventId);
    this.#show({ refused: reason });
  }

  async #showDeeds(): Promise<void> {
    this.#show({ deeds: await this.#store.deeds(this.#eventId) });
  }

  #show(change: Partial<DeskView>): void {
    this.#view = { ...this.#view, ...change };
    this.#changed(this.#view);
  }

  #wake(): void {
    this.#isWanted = true;
    this.#stopResting();
  }

  #rest(): Promise<void> {
    if (this.#isWanted) return Promise.resolve();
    const ms =
      this.#failures === 0
        ? lookEveryMs
        : Math.min(slowestRetryMs, 1_000 * 2 ** (this.#failures - 1));
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#stopResting = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
