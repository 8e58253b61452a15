/** All the simulator knows of time. */
export interface SimulatorClock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs `run` after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void;
}

/** A clock that can be stopped: nothing it was asked to run later happens any more. */
export interface StoppableClock extends SimulatorClock {
  stop(): void;
}

function systemAfter(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** The system's clock, or the parts of it that were not given. */
export function simulatorClock(options: {
  now?: (() => Date) | undefined;
  after?: ((ms: number, run: () => void) => () => void) | undefined;
}): StoppableClock {
  const { now = () => new Date(), after = systemAfter } = options;
  const waiting = new Set<() => void>();
  return {
    now: () => now().getTime(),
    after(ms, run) {
      const cancelTimer = after(ms, () => {
        waiting.delete(cancel);
        run();
      });
      const cancel = () => {
        waiting.delete(cancel);
        cancelTimer();
      };
      waiting.add(cancel);
      return cancel;
    },
    stop() {
      for (const cancel of [...waiting]) cancel();
    },
  };
}

/** Resolves after `ms`; at once, without a timer, for nothing or less. */
export function pause(clock: SimulatorClock, ms: number): Promise<void> {
  if (ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    clock.after(ms, resolve);
  });
}
