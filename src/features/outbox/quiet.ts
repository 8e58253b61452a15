/**
 * Tells when a sender has nothing to do: `idle` means the outbox holds nothing that is due, `at rest` that
 * only the clock or something new can make anything happen.
 */
export interface Quiet {
  /** Something that ends by itself, without the clock, has begun. */
  begin(): void;
  end(): void;
  /** Whether nothing of that kind is under way. */
  readonly isAtRest: boolean;
  idle(): Promise<void>;
  atRest(): Promise<void>;
  /** To be called after every look around; lets those go who waited for this. */
  report(state: { isIdle: boolean; isAtRest: boolean }): void;
}

/** @param look makes the sender look around, and so report, soon */
export function createQuiet(look: () => void): Quiet {
  let working = 0;
  const waitingForIdle: (() => void)[] = [];
  const waitingForRest: (() => void)[] = [];
  return {
    begin: () => void working++,
    end() {
      working--;
      if (working === 0) look();
    },
    get isAtRest() {
      return working === 0;
    },
    idle: () =>
      new Promise((resolve) => {
        waitingForIdle.push(resolve);
        look();
      }),
    atRest: () =>
      new Promise((resolve) => {
        waitingForRest.push(resolve);
        look();
      }),
    report({ isIdle, isAtRest }) {
      if (isIdle) for (const resolve of waitingForIdle.splice(0)) resolve();
      if (isAtRest) for (const resolve of waitingForRest.splice(0)) resolve();
    },
  };
}
