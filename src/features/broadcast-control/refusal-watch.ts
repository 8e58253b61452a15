import type { Ports } from '../../platform/ports.ts';
import { createsMessage, type OutgoingMessage } from '../../platform/telegram.ts';
import type { Broadcast } from '../broadcast/repository.ts';
import type { Settled } from '../outbox/journal.ts';
import { NO_REFUSALS, type Refusals, refusalsAfter, wouldHitEverybody } from './rules.ts';
import { pauseForRefusal } from './service.ts';

/**
 * Looks at every ending of a broadcast's messages and pauses the broadcast that would be refused to everybody.
 * What it remembers is only a count in a row: after a restart a handful more is refused.
 *
 * @returns to be told of every ending of a message that belongs to a broadcast
 */
export function createRefusalWatch({
  ports,
  letter,
  report,
}: {
  ports: Ports;
  /** What the composer is told. */
  letter(broadcast: Broadcast): OutgoingMessage;
  /** Brings the card of one broadcast up to date at once. */
  report(id: number): Promise<void>;
}): (settled: Settled) => Promise<void> {
  const seen = new Map<number, Refusals>();
  return async ({ row, outcome }) => {
    const id = row.broadcastId;
    // An edit or a deletion is refused for what the person did with the message.
    if (id === null || !createsMessage(row.method)) return;
    const refusals = refusalsAfter(seen.get(id) ?? NO_REFUSALS, outcome);
    seen.set(id, refusals);
    if (refusals.reason === null || !wouldHitEverybody(refusals)) return;
    seen.delete(id);
    if (await pauseForRefusal(ports, id, refusals.reason, letter)) await report(id);
  };
}
