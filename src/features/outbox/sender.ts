import { type Run, type RunOptions, startRun } from './run.ts';

const DEFAULTS = {
  onOutcome: () => {},
  useEvidence: true,
  settleAfterMs: 2000,
  timeoutMs: 30_000,
  pollMs: 1000,
  graceMs: 10_000,
} satisfies Partial<RunOptions>;

export type SenderOptions = Omit<RunOptions, keyof typeof DEFAULTS> & Partial<RunOptions>;

/** Sends what is in the outbox, as long as it runs; only one may run for a bot token (`leader.ts`). */
export interface Sender {
  /** Takes up what a crash left in flight, then begins to send. */
  start(): Promise<void>;
  /** Finishes what is in flight; afterwards no row is `SENDING`. It may be started again. */
  stop(): Promise<void>;
  /** Something was queued: to be called after the commit. */
  wake(): void;
  /** Resolves when nothing is due and nothing in flight; at once when not running. */
  idle(): Promise<void>;
  /**
   * Resolves when nothing more happens until the clock moves or something is queued: when idle, and also while
   * all that is due waits for its slot, for the end of a lock or of a pause. For clocks moved by hand.
   */
  atRest(): Promise<void>;
}

/** The sender of a bot: what becomes of a row is decided in `rules.ts`, when it leaves by the pacer. */
export function createSender(options: SenderOptions): Sender {
  let run: Run | null = null;
  return {
    async start() {
      if (run) throw new Error('The sender runs already');
      run = startRun({ ...DEFAULTS, ...options });
      try {
        await run.started;
      } catch (error) {
        run = null;
        throw error;
      }
    },
    async stop() {
      const ending = run;
      run = null;
      await ending?.stop();
    },
    wake: () => run?.wake(),
    idle: async () => run?.idle(),
    atRest: async () => run?.atRest(),
  };
}
