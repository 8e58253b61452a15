import type { Db, Tx } from '../../platform/database.ts';
import type { Evidence, Failure } from './schema.ts';

/** What became of the messages of one broadcast. */
export type StatusCounts = Record<
  | 'PENDING'
  | 'HELD'
  | 'SENDING'
  | 'SENT'
  | 'UNCERTAIN'
  | 'BLOCKED'
  | 'FAILED'
  | 'EXPIRED'
  | 'CANCELLED',
  number
>;

export async function countByStatus(db: Db | Tx, broadcastId: number): Promise<StatusCounts> {
  const groups = await db.outboxMessage.groupBy({
    by: ['status'],
    where: { broadcastId },
    _count: true,
  });
  const counts: StatusCounts = {
    PENDING: 0,
    HELD: 0,
    SENDING: 0,
    SENT: 0,
    UNCERTAIN: 0,
    BLOCKED: 0,
    FAILED: 0,
    EXPIRED: 0,
    CANCELLED: 0,
  };
  for (const { status, _count } of groups) counts[status] = _count;
  return counts;
}

/** How many messages of a broadcast were ever in doubt, by how the last doubt was settled. */
export async function countByEvidence(
  db: Db | Tx,
  broadcastId: number,
): Promise<Record<Evidence, number>> {
  const groups = await db.outboxMessage.groupBy({
    by: ['evidence'],
    where: { broadcastId, evidence: { not: null } },
    _count: true,
  });
  const counts = { proven: 0, disproven: 0, undecided: 0 };
  for (const { evidence, _count } of groups) counts[evidence as Evidence] = _count;
  return counts;
}

/**
 * Those who did not get it, or may not have: by id, a page at a time.
 *
 * @param after the last id of the page before
 */
export async function failuresOf(
  db: Db | Tx,
  broadcastId: number,
  { after = 0, limit = 500 }: { after?: number; limit?: number } = {},
): Promise<Failure[]> {
  const rows = await db.outboxMessage.findMany({
    where: {
      broadcastId,
      id: { gt: after },
      OR: [
        { status: { in: ['BLOCKED', 'FAILED', 'EXPIRED', 'CANCELLED'] } },
        { status: 'UNCERTAIN', finishedAt: { not: null } },
      ],
    },
    orderBy: { id: 'asc' },
    take: limit,
    select: { id: true, kaderId: true, chatId: true, status: true, reason: true },
  });
  return rows as Failure[];
}

/** Calls off what has not left yet; what is under way is finished. @returns how many were called off */
export async function cancelBroadcast(tx: Tx, broadcastId: number, now: Date): Promise<number> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { broadcastId, status: { in: ['PENDING', 'HELD'] } },
    data: { status: 'CANCELLED', finishedAt: now },
  });
  return count;
}

/**
 * Holds back what has not left yet. To be called in the transaction that marks the broadcast as paused: what
 * is under way and comes back finds that mark and is held too (`writeOutcome`).
 */
export async function holdBroadcast(tx: Tx, broadcastId: number): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { broadcastId, status: 'PENDING' },
    data: { status: 'HELD' },
  });
}

/** Lets go on what was held back; each row keeps its turn. */
export async function releaseBroadcast(tx: Tx, broadcastId: number): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { broadcastId, status: 'HELD' },
    data: { status: 'PENDING' },
  });
}

/** Queues again what Telegram refused, and only that. @returns how many */
export async function retryFailed(tx: Tx, broadcastId: number, now: Date): Promise<number> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { broadcastId, status: 'FAILED' },
    data: { status: 'PENDING', notBefore: now, attempts: 0, reason: null, finishedAt: null },
  });
  return count;
}

/** How many messages of a broadcast may still leave or are in a doubt that will be settled. */
export function countOpen(db: Db | Tx, broadcastId: number): Promise<number> {
  return db.outboxMessage.count({
    where: {
      broadcastId,
      OR: [
        { status: { in: ['PENDING', 'HELD', 'SENDING'] } },
        { status: 'UNCERTAIN', finishedAt: null },
      ],
    },
  });
}

/** Why Telegram refused messages of a broadcast, in its own words, the commonest reason first. */
export async function failureReasons(
  db: Db | Tx,
  broadcastId: number,
): Promise<{ reason: string; count: number }[]> {
  const groups = await db.outboxMessage.groupBy({
    by: ['reason'],
    where: { broadcastId, status: 'FAILED' },
    _count: true,
  });
  return groups
    .map(({ reason, _count }) => ({ reason: reason ?? '', count: _count }))
    .sort((a, b) => b.count - a.count);
}
