import type { Tx } from '../../platform/database.ts';

/** A queued message that arrived. */
export interface Arrived {
  telegramId: number;
  messageNumber: number;
}

/**
 * Calls back the messages whose keys begin with `keyPrefix`: those that have not left never will.
 *
 * @returns those that arrived, so that they can be changed; one that is on its way just now is neither
 */
export async function recallMessages(tx: Tx, keyPrefix: string, now: Date): Promise<Arrived[]> {
  const dedupeKey = { startsWith: keyPrefix };
  await tx.outboxMessage.updateMany({
    where: { dedupeKey, status: { in: ['PENDING', 'HELD'] } },
    data: { status: 'CANCELLED', finishedAt: now },
  });
  const rows = await tx.outboxMessage.findMany({
    where: { dedupeKey, status: 'SENT' },
    select: { chatId: true, telegramMessageId: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ chatId, telegramMessageId }) =>
    telegramMessageId === null
      ? []
      : [{ telegramId: Number(chatId), messageNumber: telegramMessageId }],
  );
}

/**
 * Cancels the messages whose keys begin with `keyPrefix` and that have not left.
 *
 * @returns those that now never will
 */
export async function cancelMessages(
  tx: Tx,
  keyPrefix: string,
  now: Date,
): Promise<{ kaderId: number | null; createdAt: Date }[]> {
  const dedupeKey = { startsWith: keyPrefix };
  const waiting = await tx.outboxMessage.findMany({
    where: { dedupeKey, status: { in: ['PENDING', 'HELD'] } },
    select: { id: true, kaderId: true, createdAt: true },
  });
  const cancelled: typeof waiting = [];
  for (let at = 0; at < waiting.length; at += 500) {
    const batch = waiting.slice(at, at + 500);
    await tx.outboxMessage.updateMany({
      where: { id: { in: batch.map(({ id }) => id) }, status: { in: ['PENDING', 'HELD'] } },
      data: { status: 'CANCELLED', finishedAt: now },
    });
    cancelled.push(
      ...(await tx.outboxMessage.findMany({
        where: { id: { in: batch.map(({ id }) => id) }, status: 'CANCELLED' },
        select: { id: true, kaderId: true, createdAt: true },
      })),
    );
  }
  return cancelled;
}
