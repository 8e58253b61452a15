import type { Ports } from '../../platform/ports.ts';
import * as store from '../broadcast/repository.ts';
import { countUnderWay } from '../outbox/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { queueEdits, queueNotices } from './service.ts';
import { queueDeletions } from './withdrawal.ts';

/**
 * What a correction or a withdrawal still has to do once its queue is empty: the messages that were under way
 * when it began and have arrived since, and the notices in place of refused edits.
 *
 * @returns to be asked before a broadcast is closed: whether nothing is left to do
 */
export function createFollowUps(
  { db, transact, clock }: Pick<Ports, 'db' | 'transact' | 'clock'>,
  wilayah: Wilayah,
): (broadcast: store.Broadcast) => Promise<boolean> {
  return async (broadcast) => {
    const { id, kind, status, parentId, startedAt } = broadcast;
    if (parentId === null || startedAt === null || status === 'CANCELLED') return true;
    if (status === 'PAUSED') return false;
    const corrections = await store.correctionsOf(db, parentId);
    const earlier = corrections.filter((correctionId) => correctionId < id);
    const sources = [parentId, ...earlier];
    const underWay = await countUnderWay(db, sources, startedAt);
    const queued = await transact(async (tx) => {
      const now = clock.now();
      if (kind === 'WITHDRAWAL') return queueDeletions(tx, id, sources, startedAt, now);
      const edits = await queueEdits(
        tx,
        wilayah,
        broadcast,
        { id: parentId, earlier },
        startedAt,
        now,
      );
      return edits + (await queueNotices(tx, wilayah, broadcast, now));
    });
    return underWay === 0 && queued === 0;
  };
}
