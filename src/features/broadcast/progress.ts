import type { Db } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import {
  countByEvidence,
  countByStatus,
  countOpen,
  enqueue,
  failureReasons,
} from '../outbox/service.ts';
import * as store from './repository.ts';
import { type Progress, progressOf, type Tally } from './rules.ts';

/** What a finished broadcast comes to. */
export interface Result extends Tally {
  stopped: boolean;
  reasons: { reason: string; count: number }[];
  /** Messages whose doubt could not be settled, so that they were sent once more to be safe. */
  undecided: number;
  unreachable: number;
}

export interface ProgressDeps {
  ports: Ports;
  /** The card while it leaves and once it has left. */
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
 * @returns a function to be called whenever messages left or time went by
 */
export function createProgressReporter({ ports, cards, call }: ProgressDeps): () => Promise<void> {
  const { db, clock, logger } = ports;
  const editedAt = new Map<number, number>();
  let running: Promise<void> | null = null;
  let again = false;

  async function reportAll(): Promise<void> {
    for (const broadcast of await store.runningBroadcasts(db)) await reportOne(broadcast);
  }

  async function reportOne(broadcast: store.Broadcast): Promise<void> {
    const tally = await tallyOf(db, broadcast.id);
    if (tally.open === 0) {
      editedAt.delete(broadcast.id);
      return close(broadcast, tally);
    }
    const now = clock.now();
    const last = editedAt.get(broadcast.id) ?? broadcast.startedAt?.getTime() ?? 0;
    if (now.getTime() - last < editEveryMs) return;
    editedAt.set(broadcast.id, now.getTime());
    const chatId = await store.composerChat(db, broadcast);
    if (chatId === null || broadcast.progressMessageId === null) return;
    const progress = progressOf(tally, broadcast.startedAt ?? now, now);
    const { payload } = cards.progress(broadcast, progress);
    await call('editMessageText', {
      ...payload,
      chat_id: chatId,
      message_id: broadcast.progressMessageId,
    }).catch((error) => logger.info({ err: error }, 'a progress card could not be edited'));
  }

  /** Writes the end and queues the result card together, so that exactly one process says it once. */
  async function close(broadcast: store.Broadcast, tally: Tally): Promise<void> {
    const { id, status } = broadcast;
    const result: Result = {
      ...tally,
      stopped: status === 'CANCELLED',
      reasons: await failureReasons(db, id),
      undecided: (await countByEvidence(db, id)).undecided,
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
            dedupeKey: `broadcast-result:${id}`,
            chatId: BigInt(chatId),
            priority: 0,
            notBefore: now,
          },
        ],
        now,
      );
    });
  }

  return () => {
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

/** The messages of a broadcast by state. */
async function tallyOf(db: Db, id: number): Promise<Tally> {
  const [counts, open] = await Promise.all([countByStatus(db, id), countOpen(db, id)]);
  return {
    sent: counts.SENT,
    blocked: counts.BLOCKED,
    failed: counts.FAILED,
    expired: counts.EXPIRED,
    cancelled: counts.CANCELLED,
    uncertain: counts.PENDING + counts.SENDING + counts.UNCERTAIN - open,
    open,
  };
}
