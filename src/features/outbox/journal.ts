import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/database.ts';
import type { Logger } from '../../platform/logger.ts';
import { markSending, markSent, writeOutcome } from './repository.ts';
import type { Outcome } from './rules.ts';
import type { DueMessage } from './schema.ts';

/** A row and how it ended, once that is in the database. */
export interface Settled {
  row: DueMessage;
  outcome: Outcome;
}

/**
 * Writes the life of rows. Whatever is asked for while one transaction runs goes into the next: one row at
 * a time when little is sent, dozens in one commit at a thousand a second.
 */
export interface Journal {
  /** Marks a row as about to leave; `gone` when it is no longer waiting (cancelled). */
  mark(row: DueMessage): Promise<'marked' | 'gone' | 'unknown'>;
  /** Writes down how a request ended; resolves when it is committed. */
  record(row: DueMessage, outcome: Outcome): Promise<void>;
}

interface Mark {
  row: DueMessage;
  done: (marked: 'marked' | 'gone' | 'unknown') => void;
}

interface Entry extends Settled {
  done: () => void;
}

const RETRY_MS = 1000;

/**
 * A database that does not answer stops the sending (marks fail) and loses no ending (those are written
 * when it is back).
 *
 * @param numberFloor the highest message number known at the moment of asking
 * @param stopped aborted when there is no time left to wait for the database
 */
export function createJournal(ports: {
  db: Db;
  clock: Clock;
  logger: Logger;
  numberFloor: () => number;
  stopped: AbortSignal;
}): Journal {
  const { db, clock, logger, numberFloor, stopped } = ports;
  let marks: Mark[] = [];
  let entries: Entry[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    // Everything asked for in the same turn of the event loop shares the commit.
    await new Promise<void>((resolve) => setImmediate(resolve));
    while (marks.length > 0 || entries.length > 0) await writeBatch();
    isWriting = false;
  }

  async function writeBatch(): Promise<void> {
    const [markBatch, entryBatch] = [marks, entries];
    marks = [];
    entries = [];
    try {
      const marked = await commit(markBatch, entryBatch);
      for (const { row, done } of markBatch) {
        const payload = marked.get(row.id);
        if (payload !== undefined) row.payload = payload;
        done(payload === undefined ? 'gone' : 'marked');
      }
      for (const { done } of entryBatch) done();
    } catch (error) {
      logger.error({ err: error }, 'outbox statuses not written; trying again');
      for (const { done } of markBatch) done('unknown');
      entries = [...entryBatch, ...entries];
      if (stopped.aborted) for (const { done } of entries.splice(0)) done();
      else await clock.wait(RETRY_MS, stopped);
    }
  }

  function commit(
    markBatch: Mark[],
    entryBatch: Entry[],
  ): Promise<Map<number, DueMessage['payload']>> {
    const now = clock.now();
    const floor = numberFloor();
    return db.$transaction(async (tx) => {
      const arrivals = entryBatch.flatMap(({ row, outcome }) =>
        isPlainArrival(outcome) ? [{ id: row.id, number: outcome.messageNumber }] : [],
      );
      if (arrivals.length > 0) await markSent(tx, arrivals, now);
      for (const { row, outcome } of entryBatch) {
        if (!isPlainArrival(outcome)) await writeOutcome(tx, row, outcome, now);
      }
      if (markBatch.length === 0) return new Map();
      return markSending(
        tx,
        markBatch.map(({ row }) => row.id),
        floor,
        now,
      );
    });
  }

  function start(): void {
    if (!isWriting) void writeAll();
  }

  return {
    mark: (row) =>
      new Promise((resolve) => {
        marks.push({ row, done: resolve });
        start();
      }),
    record: (row, outcome) =>
      new Promise((resolve) => {
        entries.push({ row, outcome, done: resolve });
        start();
      }),
  };
}

function isPlainArrival(outcome: Outcome): outcome is Extract<Outcome, { kind: 'sent' }> {
  return outcome.kind === 'sent' && outcome.evidence === undefined;
}
