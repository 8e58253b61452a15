import type { Tx } from '../../platform/database.ts';
import { insertMessages } from './repository.ts';
import type { NewMessage } from './schema.ts';

export {
  arrivedOf,
  countArrived,
  countUnderWay,
  lastArrivals,
  rewriteUnsent,
  sendInstead,
} from './delivered-repository.ts';
export {
  cancelBroadcast,
  countByEvidence,
  countByStatus,
  countOpen,
  failureReasons,
  failuresOf,
  holdBroadcast,
  releaseBroadcast,
  retryFailed,
} from './report-repository.ts';

/** Rows held in memory at a time by `enqueueAll`. */
const BATCH = 1000;

/**
 * Queues messages in the caller's transaction, so that they leave if and only if it commits. A message whose
 * `dedupeKey` is there already is silently kept as it is. Wake the sender after the commit.
 *
 * @returns how many were new
 */
export function enqueue(tx: Tx, messages: readonly NewMessage[], now: Date): Promise<number> {
  return insertMessages(tx, messages, now);
}

/** The same for any number of messages: they are made and written a batch at a time, never all in memory. */
export async function enqueueAll(
  tx: Tx,
  messages: AsyncIterable<NewMessage> | Iterable<NewMessage>,
  now: Date,
): Promise<number> {
  let queued = 0;
  let batch: NewMessage[] = [];
  for await (const message of messages) {
    batch.push(message);
    if (batch.length < BATCH) continue;
    queued += await insertMessages(tx, batch, now);
    batch = [];
  }
  return queued + (await insertMessages(tx, batch, now));
}
