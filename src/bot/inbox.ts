import type { Update } from 'telegraf/types';
import type { Prisma } from '../generated/sqlite/client.ts';
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
  const isHandled = async (updateId: number) => {
    const row = await db.inboundUpdate.findUnique({ where: { updateId } });
    return row !== null && row.handledAt !== null;
  };
  return {
    takeIn: inBatches((updates: Update[]) => takeAllIn(db, updates, clock.now())),
    isHandled,
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
  const ids = updates.map(({ update_id }) => update_id);
  const stored = await db.inboundUpdate.findMany({
    where: { updateId: { in: ids } },
    select: { updateId: true, handledAt: true },
  });
  const arrivals = new Map<number, Arrival>(
    stored.map(({ updateId, handledAt }) => [updateId, handledAt === null ? 'known' : 'handled']),
  );
  const fresh = new Map(
    updates.flatMap((update) =>
      arrivals.has(update.update_id) ? [] : [[update.update_id, update] as const],
    ),
  );
  if (fresh.size > 0)
    await db.inboundUpdate.createMany({
      data: [...fresh.values()].map((update) => ({
        updateId: update.update_id,
        payload: update as unknown as Prisma.InputJsonValue,
        receivedAt: now,
      })),
    });
  return ids.map((id) => {
    const arrival = arrivals.get(id);
    // The first of those that came twice at once is the new one.
    if (arrival === undefined) arrivals.set(id, 'known');
    return arrival ?? 'new';
  });
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
