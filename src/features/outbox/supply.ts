import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import { dueMessages, nextDueAt } from './repository.ts';
import type { DueMessage } from './schema.ts';

/** Rows read at a time, and how few in hand make it read again. */
const BATCH = 256;
const FEW = 96;

/** The next rows to send, read ahead. Reading changes nothing, so a crash forgets nothing. */
export interface Supply {
  /** Whether the database should be looked at again. */
  needsLook(): boolean;
  /** Reads what is due, except the rows in flight; `queued` says nothing about rows that come meanwhile. */
  look(inFlight: Iterable<number>): Promise<void>;
  /** Takes the first row that fits, in the order of sending. */
  take(fits: (row: DueMessage) => boolean): DueMessage | null;
  /** Something was queued or came back. */
  changed(): void;
  /** A row came back that is due at `at`. */
  dueAt(at: Date): void;
  readonly size: number;
  /** When the next row is due that is not yet; null when none is known. */
  nextDue(): Date | null;
}

export function createSupply({ db, clock }: { db: Db; clock: Clock }): Supply {
  let queue: DueMessage[] = [];
  /** Rows may have come that are more urgent than those in hand. */
  let mayHaveMissed = true;
  /** All that is due is in hand. */
  let isComplete = false;
  let nextDue: Date | null = null;

  const byTurn = (a: DueMessage, b: DueMessage) =>
    a.priority - b.priority || a.notBefore.getTime() - b.notBefore.getTime() || a.id - b.id;

  return {
    get size() {
      return queue.length;
    },
    nextDue: () => nextDue,
    needsLook() {
      if (nextDue !== null && nextDue <= clock.now()) mayHaveMissed = true;
      return mayHaveMissed || (!isComplete && queue.length < FEW);
    },
    async look(inFlight) {
      const now = clock.now();
      const last = queue.length < FEW ? undefined : queue.at(-1)?.priority;
      mayHaveMissed = false;
      try {
        const rows = await dueMessages(db, {
          now,
          limit: BATCH,
          except: [...queue.map(({ id }) => id), ...inFlight],
          ...(last !== undefined && { below: last }),
        });
        queue = [...queue, ...rows].sort(byTurn);
        // Of rows less urgent than the last in hand nothing is known then.
        isComplete = last === undefined && rows.length < BATCH;
        nextDue = isComplete ? await nextDueAt(db, now) : null;
      } catch (error) {
        mayHaveMissed = true;
        throw error;
      }
    },
    take(fits) {
      const place = queue.findIndex(fits);
      return place < 0 ? null : (queue.splice(place, 1)[0] ?? null);
    },
    changed() {
      mayHaveMissed = true;
    },
    dueAt(at) {
      if (nextDue === null || at < nextDue) nextDue = at;
    },
  };
}
