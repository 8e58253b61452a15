import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import {
  forgetNumbers,
  highestNumber,
  insertNumbers,
  knownNumbers,
  sharesNumbers,
} from './doubt-repository.ts';

/** Doubts are settled within seconds; two days cover a weekend's breakdown. */
const KEPT_MS = 48 * 3_600_000;

/** What is known of the one sequence from which a bot's messages are numbered. */
export interface MessageNumbers {
  /** Reads the highest number of earlier runs and forgets old ones. */
  load(): Promise<void>;
  /** The highest number known. */
  readonly highest: number;
  /** Notes a message someone else sent, or one of our own outside the outbox; writes it down soon. */
  saw(chatId: number, number: number): void;
  /** Notes the number of a row of the outbox, which keeps it itself. */
  sawOwn(chatId: bigint, number: number): void;
  /** Known numbers above `low` and up to `high`. */
  known(low: number, high: number): Promise<Set<number>>;
  /** When everything noted is in the database. */
  written(): Promise<void>;
}

export function createMessageNumbers(ports: {
  db: Db;
  clock: Clock;
  logger: Logger;
}): MessageNumbers {
  const { db, clock, logger } = ports;
  let highest = 0;
  const waiting = new Set<number>();
  let writing: Promise<void> | null = null;

  const write = async (): Promise<void> => {
    while (waiting.size > 0) {
      const batch = [...waiting];
      try {
        await insertNumbers(db, batch, clock.now());
      } catch (error) {
        logger.warn({ err: error }, 'message numbers not written; a doubt may need more probes');
      }
      for (const number of batch) waiting.delete(number);
    }
  };

  return {
    get highest() {
      return highest;
    },
    async load() {
      await forgetNumbers(db, new Date(clock.now().getTime() - KEPT_MS));
      highest = Math.max(highest, await highestNumber(db));
    },
    saw(chatId, number) {
      if (!sharesNumbers(chatId)) return;
      highest = Math.max(highest, number);
      waiting.add(number);
      writing ??= write().finally(() => {
        writing = null;
      });
    },
    sawOwn(chatId, number) {
      if (sharesNumbers(chatId)) highest = Math.max(highest, number);
    },
    async known(low, high) {
      const numbers = await knownNumbers(db, low, high);
      for (const number of waiting) if (number > low && number <= high) numbers.add(number);
      return numbers;
    },
    written: async () => {
      await writing;
    },
  };
}
