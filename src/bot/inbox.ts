import type { Update } from 'telegraf/types';
import type { Prisma } from '../generated/sqlite/client.ts';
import type { Db } from '../platform/database.ts';

/**
 * Takes an update in once. Telegram repeats an update whose confirmation was lost (Bot API, getUpdates and
 * setWebhook), and over a webhook it counts as delivered before it was handled, so it is a row first.
 *
 * @returns false when it was already handled
 */
export async function takeIn(db: Db, update: Update, now: Date): Promise<boolean> {
  const stored = await db.inboundUpdate.findUnique({ where: { updateId: update.update_id } });
  if (stored !== null) return stored.handledAt === null;
  await db.inboundUpdate.create({
    data: {
      updateId: update.update_id,
      payload: update as unknown as Prisma.InputJsonValue,
      receivedAt: now,
    },
  });
  return true;
}

/** Notes that an update was dealt with; its content is no longer needed and is dropped. */
export async function markHandled(db: Db, updateId: number, now: Date): Promise<void> {
  await db.inboundUpdate.update({ where: { updateId }, data: { handledAt: now, payload: {} } });
}

/** Updates taken in but not dealt with before a crash, oldest first. */
export async function unhandledUpdates(db: Db): Promise<Update[]> {
  const rows = await db.inboundUpdate.findMany({
    where: { handledAt: null },
    orderBy: { updateId: 'asc' },
  });
  return rows.map((row) => row.payload as unknown as Update);
}

/** Forgets updates dealt with before `before`; Telegram keeps its own for 24 hours. */
export async function forgetHandled(db: Db, before: Date): Promise<number> {
  const { count } = await db.inboundUpdate.deleteMany({ where: { handledAt: { lt: before } } });
  return count;
}
