import type { Tx } from '../../platform/database.ts';
import { insertMessages, storedPayload } from './repository.ts';
import { payloadSchema } from './schema.ts';

/** A message that stands in a person's chat. */
export interface StandingMessage {
  kaderId: number;
  chatId: bigint;
  messageNumber: number;
}

/**
 * Gives the messages whose keys begin with `keyPrefix` another content and another time to be too late,
 * wherever they have not arrived yet.
 *
 * @returns whose has not even left: what they get says from the first what holds now
 */
export async function rewriteQueued(
  tx: Tx,
  keyPrefix: string,
  change: { payload: Record<string, unknown>; expiresAt: Date },
): Promise<Set<number>> {
  const dedupeKey = { startsWith: keyPrefix };
  await tx.outboxMessage.updateMany({
    where: { dedupeKey, status: { in: ['PENDING', 'HELD', 'SENDING', 'UNCERTAIN', 'FAILED'] } },
    data: { payload: storedPayload(change.payload), expiresAt: change.expiresAt },
  });
  const waiting = await tx.outboxMessage.findMany({
    where: { dedupeKey, status: { in: ['PENDING', 'HELD'] } },
    select: { kaderId: true },
  });
  return new Set(waiting.flatMap(({ kaderId }) => kaderId ?? []));
}

/** The messages whose keys begin with `keyPrefix` that arrived, each person's last. */
export async function standingMessages(tx: Tx, keyPrefix: string): Promise<StandingMessage[]> {
  const rows = await tx.outboxMessage.findMany({
    where: {
      dedupeKey: { startsWith: keyPrefix },
      status: 'SENT',
      telegramMessageId: { not: null },
      kaderId: { not: null },
    },
    select: { kaderId: true, chatId: true, telegramMessageId: true },
    orderBy: { id: 'asc' },
  });
  return rows.flatMap(({ kaderId, chatId, telegramMessageId }) =>
    kaderId === null || telegramMessageId === null
      ? []
      : [{ kaderId, chatId, messageNumber: telegramMessageId }],
  );
}

/**
 * Brings edits of one person's messages that still wait up to date; they stay edits of the same messages. One
 * that is leaving just now is followed by another.
 */
export async function rewriteEdits(
  tx: Tx,
  keyPrefix: string,
  kaderId: number,
  payload: Record<string, unknown>,
  now: Date,
): Promise<void> {
  const rows = await tx.outboxMessage.findMany({
    where: {
      dedupeKey: { startsWith: keyPrefix },
      kaderId,
      status: { in: ['PENDING', 'HELD', 'SENDING'] },
    },
  });
  for (const row of rows) {
    const fresh = { ...payload, message_id: payloadSchema.parse(row.payload).message_id };
    if (row.status === 'SENDING') {
      const dedupeKey = `${row.dedupeKey}:${now.getTime()}`;
      await insertMessages(tx, [{ ...row, dedupeKey, payload: fresh, notBefore: now }], now);
    } else {
      await tx.outboxMessage.update({
        where: { id: row.id },
        data: { payload: storedPayload(fresh) },
      });
    }
  }
}
