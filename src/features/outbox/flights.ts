import { setMaxListeners } from 'node:events';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { NeverLeft, type Pacer } from '../../platform/pacer.ts';
import {
  createdMessageNumber,
  type SendFailure,
  type TelegramClient,
  TelegramFailure,
} from '../../platform/telegram.ts';
import type { Journal } from './journal.ts';
import { isExpired, type Outcome, outcomeOf } from './rules.ts';
import type { DueMessage } from './schema.ts';

/**
 * A row marked this long ago does not leave any more: after a stall (a suspended machine) another process may
 * have taken over and have taken it for one in doubt.
 */
const LEAVE_WITHIN_MS = 10_000;

/** Rows on their way: marked as leaving, waiting for their slot, in flight, or being written down. */
export interface Flights {
  /** Sends one row and writes down what became of it. */
  launch(row: DueMessage): void;
  /** Calls back the rows that have not left. */
  recall(): void;
  /** Resolves when none is on its way; cuts off whoever has had no answer after `graceMs`. */
  land(graceMs: number): Promise<void>;
  /** On their way altogether. */
  readonly size: number;
  /** Of these, not yet left. */
  readonly waiting: number;
  ids(): Iterable<number>;
  /** Whether a row to this chat is on its way. */
  hasChat(chatId: bigint): boolean;
  /** Requests have left and no answer whatever has come for this long (ms). */
  silentFor(): number;
}

export interface FlightPorts {
  client: TelegramClient;
  pacer: Pick<Pacer, 'schedule'>;
  clock: Clock;
  logger: Logger;
  journal: Journal;
  timeoutMs: number;
  /** Cuts off whoever waits for an answer; what was asked is then in doubt. */
  cut: AbortController;
  /** Telegram answered (null) or failed in some way. */
  onAnswer(failure: SendFailure | null): void;
  /** A row has ended, or is back (null: it was no longer waiting, or could not be marked). */
  onLanded(row: DueMessage, outcome: Outcome | null): void;
}

export function createFlights(ports: FlightPorts): Flights {
  const { client, pacer, clock, logger, journal, timeoutMs, cut } = ports;
  const rows = new Map<number, DueMessage>();
  const chats = new Set<bigint>();
  let recall = manyListeners();
  let waiting = 0;
  let inFlight = 0;
  let heardAt = 0;
  let whenEmpty: (() => void) | null = null;

  /** Marks the row, waits for its slot, makes the request; null when it was no longer waiting. */
  async function fly(row: DueMessage): Promise<Outcome | null> {
    if (isExpired(row, clock.now())) return { kind: 'expired' };
    const { signal } = recall;
    waiting++;
    let hasLeft = false;
    const leaves = () => {
      if (!hasLeft) waiting--;
      hasLeft = true;
    };
    try {
      const marked = await journal.mark(row);
      if (marked === 'gone') return null;
      // The database failed; should the mark stand all the same, this takes it off.
      if (marked === 'unknown') return { kind: 'released' };
      const markedAt = clock.now().getTime();
      const turn = { lane: row.priority, chatId: row.chatId, signal };
      const result = await pacer.schedule(turn, () => {
        const now = clock.now();
        if (isExpired(row, now) || now.getTime() - markedAt > LEAVE_WITHIN_MS) {
          throw new NeverLeft();
        }
        leaves();
        return request(row);
      });
      return { kind: 'sent', messageNumber: createdMessageNumber(row.method, result) };
    } catch (error) {
      if (error instanceof NeverLeft) {
        return isExpired(row, clock.now()) ? { kind: 'expired' } : { kind: 'released' };
      }
      if (!(error instanceof TelegramFailure)) throw error;
      return outcomeOf(error.failure, row, clock.now());
    } finally {
      leaves();
    }
  }

  async function request(row: DueMessage): Promise<unknown> {
    if (inFlight === 0) heardAt = clock.now().getTime();
    inFlight++;
    try {
      const payload = { chat_id: Number(row.chatId), ...row.payload };
      const result = await client.call(row.method, payload, { signal: cut.signal, timeoutMs });
      ports.onAnswer(null);
      return result;
    } catch (error) {
      if (error instanceof TelegramFailure) ports.onAnswer(error.failure);
      throw error;
    } finally {
      inFlight--;
      heardAt = clock.now().getTime();
    }
  }

  async function launch(row: DueMessage): Promise<void> {
    rows.set(row.id, row);
    chats.add(row.chatId);
    let outcome: Outcome | null = null;
    try {
      outcome = await fly(row);
      if (outcome) await journal.record(row, outcome);
    } catch (error) {
      logger.error({ err: error, outboxId: row.id }, 'a row could not be sent');
    }
    rows.delete(row.id);
    chats.delete(row.chatId);
    ports.onLanded(row, outcome);
    if (rows.size === 0) whenEmpty?.();
  }

  return {
    launch: (row) => void launch(row),
    recall() {
      const previous = recall;
      recall = manyListeners();
      previous.abort();
    },
    async land(graceMs) {
      if (rows.size === 0) return;
      const empty = new AbortController();
      const emptied = new Promise<void>((resolve) => {
        whenEmpty = resolve;
      }).then(() => empty.abort());
      await clock.wait(graceMs, empty.signal);
      if (rows.size > 0) cut.abort();
      await emptied;
    },
    get size() {
      return rows.size;
    },
    get waiting() {
      return waiting;
    },
    ids: () => rows.keys(),
    hasChat: (chatId) => chats.has(chatId),
    silentFor: () => (inFlight === 0 ? 0 : clock.now().getTime() - heardAt),
  };
}

/** Node warns of a leak beyond ten listeners; here dozens of requests share one signal. */
export function manyListeners(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}
