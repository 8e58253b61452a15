import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Audience, audienceSchema } from '../kader/schema.ts';
import { type Content, contentSchema } from './schema.ts';

export interface Broadcast {
  id: number;
  kind: 'ANNOUNCEMENT' | 'INVITATION';
  /** The title of the event it invites to. */
  eventTitle: string | null;
  content: Content;
  audience: Audience;
  status: 'DRAFT' | 'SENDING' | 'DONE' | 'CANCELLED';
  createdById: number;
  progressMessageId: number | null;
  /** People it was queued for. */
  recipientCount: number;
  /** People of the audience whom Telegram cannot reach. */
  unreachableCount: number;
  startedAt: Date | null;
  finishedAt: Date | null;
}

const withTitle = { event: { select: { title: true } } } as const;

export async function createBroadcast(
  tx: Tx,
  draft: { content: Content; audience: Audience; createdById: number },
  now: Date,
): Promise<number> {
  const { id } = await tx.broadcast.create({
    data: { ...draft, kind: 'ANNOUNCEMENT', createdAt: now },
    select: { id: true },
  });
  return id;
}

export async function findBroadcast(db: Db | Tx, id: number): Promise<Broadcast | null> {
  const row = await db.broadcast.findUnique({ where: { id }, include: withTitle });
  return row === null ? null : toBroadcast(row);
}

/** Those whose last word has not been said: being sent, or stopped a moment ago. */
export async function runningBroadcasts(db: Db | Tx): Promise<Broadcast[]> {
  const rows = await db.broadcast.findMany({
    where: { status: { in: ['SENDING', 'CANCELLED'] }, startedAt: { not: null }, finishedAt: null },
    orderBy: { id: 'asc' },
    include: withTitle,
  });
  return rows.map(toBroadcast);
}

/** Closes a broadcast of which nothing is left to send; false when that was done already. */
export async function finishBroadcast(tx: Tx, id: number, now: Date): Promise<boolean> {
  await tx.broadcast.updateMany({
    where: { id, status: 'SENDING', finishedAt: null },
    data: { status: 'DONE' },
  });
  const { count } = await tx.broadcast.updateMany({
    where: { id, finishedAt: null },
    data: { finishedAt: now },
  });
  return count === 1;
}

/**
 * Changes a broadcast only while it is in the given state, so that of two taps one counts.
 *
 * @returns whether it was in that state
 */
export async function changeBroadcast(
  tx: Tx,
  id: number,
  from: Broadcast['status'],
  change: Prisma.BroadcastUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.broadcast.updateMany({ where: { id, status: from }, data: change });
  return count === 1;
}

/** The chat of whoever composed a broadcast: its card is there. */
export async function composerChat(db: Db | Tx, broadcast: Broadcast): Promise<number | null> {
  const account = await db.account.findUnique({
    where: { id: broadcast.createdById },
    select: { telegramId: true },
  });
  return account === null ? null : Number(account.telegramId);
}

function toBroadcast({
  event,
  ...row
}: Prisma.BroadcastGetPayload<{ include: typeof withTitle }>): Broadcast {
  return {
    ...row,
    eventTitle: event?.title ?? null,
    content: contentSchema.parse(row.content),
    audience: audienceSchema.parse(row.audience),
  };
}
