import type { Db, Tx } from '../../platform/database.ts';
import { storedPayload } from './repository.ts';

/** How far one queued message has come. */
export interface Queued {
  dedupeKey: string;
  state: 'under_way' | 'arrived' | 'not_arrived';
  /** The chat it is in now: a group may have got another id on the way. */
  chatId: number;
  /** Its number there, once it has arrived. */
  messageNumber: number | null;
  /** Why it did not arrive, in Telegram's words. */
  reason: string | null;
}

/** Keys in one statement: Prisma takes at most 999 values in one list on SQLite. */
const most = 500;

/** How far the messages with these keys have come; keys that were never queued are missing. */
export async function queuedByKey(
  db: Db | Tx,
  keys: readonly string[],
): Promise<Map<string, Queued>> {
  const found = new Map<string, Queued>();
  for (let at = 0; at < keys.length; at += most) {
    const rows = await db.outboxMessage.findMany({
      where: { dedupeKey: { in: keys.slice(at, at + most) } },
      select: {
        dedupeKey: true,
        status: true,
        chatId: true,
        telegramMessageId: true,
        reason: true,
      },
    });
    for (const { dedupeKey, status, chatId, telegramMessageId, reason } of rows) {
      const isLost = ['BLOCKED', 'FAILED', 'EXPIRED', 'CANCELLED'].includes(status);
      const state = status === 'SENT' ? 'arrived' : isLost ? 'not_arrived' : 'under_way';
      found.set(dedupeKey, {
        dedupeKey,
        state,
        chatId: Number(chatId),
        messageNumber: telegramMessageId,
        reason,
      });
    }
  }
  return found;
}

/** The key of the queued message that stands at that place of a chat; null when none does. */
export async function keyAt(
  db: Db | Tx,
  chatId: number,
  messageNumber: number,
): Promise<string | null> {
  const row = await db.outboxMessage.findFirst({
    where: { telegramMessageId: messageNumber, chatId: BigInt(chatId), status: 'SENT' },
    select: { dedupeKey: true },
  });
  return row?.dedupeKey ?? null;
}

/** Gives a message that has not left yet another content. @returns whether it could still be done */
export async function rewriteWaiting(
  tx: Tx,
  dedupeKey: string,
  payload: Record<string, unknown>,
): Promise<boolean> {
  const { count } = await tx.outboxMessage.updateMany({
    where: { dedupeKey, status: { in: ['PENDING', 'HELD'] } },
    data: { payload: storedPayload(payload) },
  });
  return count > 0;
}
