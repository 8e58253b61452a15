import type { Update } from 'telegraf/types';
import { Prisma } from '../generated/sqlite/client.ts';
import { inBatches } from '../platform/batches.ts';
import type { Db } from '../platform/database.ts';
import type { Ports } from '../platform/ports.ts';

/** What is known of an update that comes in; `known`: it is a row already, but nobody has dealt with it yet. */
export type Arrival = 'new' | 'known' | 'handled';

/**
 * Takes updates in once. Telegram repeats an update whose confirmation was lost (Bot API, getUpdates and
 * setWebhook), and over a webhook it counts as delivered before it was handled, so it is a row first. When
 * many come at once, many share a commit.
 */
export interface Inbox {
  takeIn(update: Update): Promise<Arrival>;
  /** Whether an update was dealt with meanwhile. */
  isHandled(updateId: number): Promise<boolean>;
  /** Notes that an update was dealt with; its content is no longer needed and is dropped. */
  markHandled(updateId: number): Promise<void>;
}

export function createInbox({ db, clock }: Pick<Ports, 'db' | 'clock'>): Inbox {
  return {
    takeIn: inBatches((updates: Update[]) => takeAllIn(db, updates, clock.now())),
    isHandled: async (updateId) => (await handledAmong(db, [updateId])).has(updateId),
    markHandled: inBatches(async (updateIds: number[]) => {
      await db.inboundUpdate.updateMany({
        where: { updateId: { in: updateIds } },
        data: { handledAt: clock.now(), payload: {} },
      });
      return updateIds.map(() => undefined);
    }),
  };
}

async function takeAllIn(db: Db, updates: Update[], now: Date): Promise<Arrival[]> {
  const rows = updates.map(
    (update) => Prisma.sql`(${update.update_id}, ${JSON.stringify(update)}, ${now})`,
  );
  // Another process may be taking in the same ones: whoever writes a row has it as a new one.
  const written = await db.$queryRaw<{ updateId: number }[]>`
    INSERT INTO "InboundUpdate" ("updateId", "payload", "receivedAt") VALUES ${Prisma.join(rows)}
    ON CONFLICT ("updateId") DO NOTHING
    RETURNING "updateId"`;
  const fresh = new Set(written.map(({ updateId }) => Number(updateId)));
  const repeated = updates.map(({ update_id }) => update_id).filter((id) => !fresh.has(id));
  const handled = repeated.length === 0 ? new Set() : await handledAmong(db, repeated);
  return updates.map(({ update_id: id }) => {
    // The first of those that came twice at once is the new one.
    if (fresh.delete(id)) return 'new';
    return handled.has(id) ? 'handled' : 'known';
  });
}

async function handledAmong(db: Db, updateIds: number[]): Promise<Set<number>> {
  const rows = await db.inboundUpdate.findMany({
    where: { updateId: { in: updateIds }, handledAt: { not: null } },
    select: { updateId: true },
  });
  return new Set(rows.map(({ updateId }) => updateId));
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
