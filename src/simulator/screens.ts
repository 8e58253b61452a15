import type { PersonEvent } from './contract.ts';

export type ScreenListener = (personId: number, event: PersonEvent) => void;

/** What changes on people's phones, told to whoever watches (the page, tests). */
export class Screens {
  readonly #everyone = new Set<ScreenListener>();
  readonly #byPerson = new Map<number, Set<ScreenListener>>();

  /** Listens to one person, or to everyone; returns how to stop. */
  subscribe(listener: ScreenListener, personId?: number): () => void {
    if (personId === undefined) {
      this.#everyone.add(listener);
      return () => this.#everyone.delete(listener);
    }
    const listeners = this.#byPerson.get(personId) ?? new Set();
    this.#byPerson.set(personId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#byPerson.delete(personId);
    };
  }

  /** The event is only made when somebody watches: broadcasts to thousands stay cheap. */
  tell(personId: number, event: () => PersonEvent): void {
    const own = this.#byPerson.get(personId);
    if (own === undefined && this.#everyone.size === 0) return;
    const told = event();
    for (const listener of this.#everyone) listener(personId, told);
    if (own !== undefined) for (const listener of own) listener(personId, told);
  }
}
