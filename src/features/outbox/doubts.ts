import { doubtfulChats, oldestDoubtAt } from './doubt-repository.ts';
import type { Outcome } from './rules.ts';
import type { DueMessage } from './schema.ts';
import { type SettlementPorts, settleDoubts } from './settlement.ts';

/** When the settling failed or Telegram could not be asked: again after this long (ms). */
const FAILED_AGAIN_MS = 5000;
/** When it stopped half-way, to go on with better evidence: again after this long (ms). */
const SOON_MS = 500;

/** The doubtful rows of a running sender: when to look at them, and what must wait for them. */
export interface Doubts {
  /** Reads those of earlier runs. */
  load(): Promise<void>;
  /** A request has just come into doubt. */
  arose(row: DueMessage): void;
  /** Whether a chat must wait: another message there before the doubt is settled would blur the evidence. */
  closes(chatId: bigint): boolean;
  /** When (ms) there is something to settle; Infinity when there is nothing, or when that is going on. */
  settleAt(): number;
  /** Settles what has rested long enough. */
  settle(): Promise<void>;
}

/**
 * @param restMs how long a doubt rests before it is looked at, so that a slow effect shows
 * @param onSettled hears what became of each, once it is in the database
 */
export function createDoubts(
  ports: SettlementPorts,
  options: {
    restMs: number;
    stopping: AbortSignal;
    onSettled(row: DueMessage, outcome: Outcome): void;
  },
): Doubts {
  const { db, clock, logger } = ports;
  const { restMs, stopping, onSettled } = options;
  const closed = new Set<bigint>();
  let settleAt = Infinity;
  let isSettling = false;
  const now = () => clock.now().getTime();

  async function nextSettling(): Promise<number> {
    const oldest = await oldestDoubtAt(db);
    return oldest === null ? Infinity : oldest.getTime() + restMs;
  }

  return {
    async load() {
      for (const chatId of await doubtfulChats(db)) closed.add(chatId);
      settleAt = await nextSettling();
    },
    arose(row) {
      closed.add(row.chatId);
      settleAt = Math.min(settleAt, now() + restMs);
    },
    closes: (chatId) => closed.has(chatId),
    settleAt: () => (isSettling ? Infinity : settleAt),
    async settle() {
      isSettling = true;
      try {
        const end = await settleDoubts(
          {
            ...ports,
            async record(row, outcome) {
              await ports.record(row, outcome);
              closed.delete(row.chatId);
              onSettled(row, outcome);
            },
          },
          new Date(now() - restMs),
          stopping,
        );
        settleAt = await nextSettling();
        const pause = end === 'unreachable' ? FAILED_AGAIN_MS : SOON_MS;
        settleAt = Math.max(settleAt, now() + pause);
      } catch (error) {
        logger.error({ err: error }, 'doubtful sends could not be settled');
        settleAt = now() + FAILED_AGAIN_MS;
      }
      isSettling = false;
    },
  };
}
