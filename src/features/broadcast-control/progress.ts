import type { Db } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import * as store from '../broadcast/repository.ts';
import type { Evidence } from '../outbox/schema.ts';
import {
  countArrived,
  countByEvidence,
  countByStatus,
  countOpen,
  enqueue,
  failureReasons,
} from '../outbox/service.ts';
import {
  finishedOf,
  type Progress,
  progressOf,
  rateOf,
  type Sample,
  type Tally,
  withSample,
} from './rules.ts';

/** What a finished broadcast comes to. */
export interface Result extends Tally {
  stopped: boolean;
  reasons: { reason: string; count: number }[];
  /** Requests that were never answered, by what was found out afterwards. */
  doubts: Record<Evidence, number>;
  /** Those who got a new message; less than `sent` where messages were edited or deleted. */
  arrived: number;
  unreachable: number;
}

export interface ProgressDeps {
  ports: Ports;
  /** Whether a broadcast whose queue is empty has nothing more to queue. */
  isComplete(broadcast: store.Broadcast): Promise<boolean>;
  /** The card while it leaves or is paused, and once it has left. */
  cards: {
    progress(broadcast: store.Broadcast, progress: Progress): OutgoingMessage;
    result(broadcast: store.Broadcast, result: Result): OutgoingMessage;
  };
  /** A request outside the outbox: a progress card that gets lost is followed by another. */
  call(method: string, payload: Record<string, unknown>): Promise<unknown>;
}

/** A card is edited at most this often (ms). */
const editEveryMs = 3_000;

/**
 * Keeps the cards of running broadcasts up to date, and closes those that are through.
 *
 * The last word on a card goes through the outbox, in the transaction that closes the broadcast; the figures
 * on the way there are edited in directly, since the next ones replace them.
 *
 * @returns a function to be called whenever messages left or time went by; the card of the broadcast it is
 *   given is edited at once, which is for whoever has just changed its course
 */
export function createProgressReporter({
  ports,
  isComplete,
  cards,
  call,
}: ProgressDeps): (urgentId?: number) => Promise<void> {
  const { db, clock, logger } = ports;
  const editedAt = new Map<number, number>();
  const samples = new Map<number, Sample[]>();
  const urgent = new Set<number>();
  let running: Promise<void> | null = null;
  let again = false;

  async function reportAll(): Promise<void> {
    for (const broadcast of await store.runningBroadcasts(db)) await reportOne(broadcast);
  }

  async function reportOne(broadcast: store.Broadcast): Promise<void> {
    const { id, status, progressMessageId } = broadcast;
    const tally = await tallyOf(db, id);
    const isUrgent = urgent.delete(id);
    if (tally.open === 0 && (await isComplete(broadcast))) {
      editedAt.delete(id);
      samples.delete(id);
      return close(broadcast, tally);
    }
    const now = clock.now();
    const last = editedAt.get(id) ?? broadcast.startedAt?.getTime() ?? 0;
    if (!isUrgent && now.getTime() - last < editEveryMs) return;
    editedAt.set(id, now.getTime());
    const progress = progressOf(tally, status === 'PAUSED' ? standStill(id) : rateNow(id, tally));
    const chatId = await store.composerChat(db, broadcast);
    if (chatId === null || progressMessageId === null) return;
    const { payload } = cards.progress(broadcast, progress);
    await call('editMessageText', {
      ...payload,
      chat_id: chatId,
      message_id: progressMessageId,
    }).catch((error) => logger.info({ err: error }, 'a progress card could not be edited'));
  }

  function rateNow(id: number, tally: Tally): number {
    const sample = { at: clock.now().getTime(), finished: finishedOf(tally) };
    const kept = withSample(samples.get(id) ?? [], sample);
    samples.set(id, kept);
    return rateOf(kept);
  }

  /** What was measured before a pause says nothing about the time after it. */
  function standStill(id: number): number {
    samples.delete(id);
    return 0;
  }

  /** Writes the end and queues the result card together, so that exactly one process says it once. */
  async function close(broadcast: store.Broadcast, tally: Tally): Promise<void> {
    const { id, status } = broadcast;
    const result: Result = {
      ...tally,
      stopped: status === 'CANCELLED',
      reasons: await failureReasons(db, id),
      doubts: await countByEvidence(db, id),
      arrived: await countArrived(db, id),
      unreachable: broadcast.unreachableCount,
    };
    const chatId = await store.composerChat(db, broadcast);
    const now = clock.now();
    await ports.transact(async (tx) => {
      if (!(await store.finishBroadcast(tx, id, now)) || chatId === null) return;
      const card = cards.result(broadcast, result);
      const { progressMessageId } = broadcast;
      const message =
        progressMessageId === null
          ? card
          : {
              method: 'editMessageText',
              payload: { ...card.payload, message_id: progressMessageId },
            };
      await enqueue(
        tx,
        [
          {
            ...message,
            dedupeKey: `broadcast-result:${id}:${now.getTime()}`,
            chatId: BigInt(chatId),
            priority: 0,
            notBefore: now,
          },
        ],
        now,
      );
    });
  }

  return (urgentId) => {
    if (urgentId !== undefined) urgent.add(urgentId);
    // Whatever happens while one round runs is seen by one more.
    if (running !== null) again = true;
    running ??= (async () => {
      try {
        do {
          again = false;
          await reportAll();
        } while (again);
      } finally {
        running = null;
      }
    })();
    return running;
  };
}

/**
 * The messages of a broadcast by state. Sending goes on between the two readings, so the second decides, and
 * the first only tells which doubts are still to be settled: once nothing is open nothing changes any more.
 */
async function tallyOf(db: Db, id: number): Promise<Tally> {
  const open = await countOpen(db, id);
  const counts = await countByStatus(db, id);
  const waiting = counts.PENDING + counts.HELD + counts.SENDING;
  const unsettled = Math.min(counts.UNCERTAIN, Math.max(0, open - waiting));
  return {
    sent: counts.SENT,
    blocked: counts.BLOCKED,
    failed: counts.FAILED,
    expired: counts.EXPIRED,
    cancelled: counts.CANCELLED,
    uncertain: counts.UNCERTAIN - unsettled,
    open: waiting + unsettled,
  };
}
