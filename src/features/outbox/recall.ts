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
