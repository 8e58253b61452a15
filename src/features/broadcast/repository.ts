import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Audience, audienceSchema } from '../kader/schema.ts';
import { type Content, contentSchema, type Expiry, expirySchema } from './schema.ts';

/** What can be done about messages that were delivered: edit or delete them. */
export type FollowUpKind = 'CORRECTION' | 'WITHDRAWAL';

export interface Broadcast {
  id: number;
  kind: 'ANNOUNCEMENT' | 'INVITATION' | FollowUpKind;
  /** The title of the event it invites to. */
  eventTitle: string | null;
  content: Content;
  audience: Audience;
  status: 'DRAFT' | 'WAITING' | 'SCHEDULED' | 'SENDING' | 'PAUSED' | 'DONE' | 'CANCELLED';
  createdById: number;
  /** When it leaves by itself; null unless scheduled. */
  scheduledAt: Date | null;
  /** Every month on this day; null: once. */
  repeatDay: number | null;
  /** Who approved that it goes to so many people; null: nobody. */
  approvedById: number | null;
  /** How often approval was asked for. */
  approvalRound: number;
  /** How long it is worth receiving; null: always. */
  expiry: Expiry | null;
  progressMessageId: number | null;
  /** Telegram's refusal for which it last paused itself. */
  pauseReason: string | null;
  /** The announcement that a correction or a withdrawal is about. */
  parentId: number | null;
  withdrawnAt: Date | null;
  /** People it was queued for. */
  recipientCount: number;
  /** People of the audience whom Telegram cannot reach. */
  unreachableCount: number;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** What may be changed about a draft. */
export type DraftFields = Pick<Broadcast, 'audience' | 'expiry' | 'status' | 'finishedAt'>;

const withTitle = { event: { select: { title: true } } } as const;

export async function createBroadcast(
  tx: Tx,
  draft: Pick<Broadcast, 'content' | 'audience' | 'createdById'> &
    Partial<Pick<Broadcast, 'status' | 'scheduledAt' | 'repeatDay' | 'approvedById' | 'expiry'>>,
  now: Date,
): Promise<number> {
  const { id } = await tx.broadcast.create({
    data: {
      ...draft,
      kind: 'ANNOUNCEMENT',
      createdAt: now,
    },
    select: { id: true },
  });
  return id;
}

/** Starts the correction or the withdrawal of a broadcast. @returns its id */
export async function createFollowUp(
  tx: Tx,
  parent: Broadcast,
  followUp: {
    kind: FollowUpKind;
    createdById: number;
    progressMessageId: number | null;
    startedAt: Date;
  },
): Promise<number> {
  const { id: parentId, content, audience } = parent;
  const { id } = await tx.broadcast.create({
    data: {
      ...followUp,
      parentId,
      content,
      audience,
      status: 'SENDING',
      createdAt: followUp.startedAt,
    },
    select: { id: true },
  });
  return id;
}

/** Marks an announcement as withdrawn; false when it was already. */
export async function markWithdrawn(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx.broadcast.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count === 1;
}

/** Gives a broadcast another content. */
export async function writeContent(tx: Tx, id: number, content: Content): Promise<void> {
  await tx.broadcast.update({ where: { id }, data: { content } });
}

/** The corrections of a broadcast, begun or done. */
export async function correctionsOf(db: Db | Tx, parentId: number): Promise<number[]> {
  const rows = await db.broadcast.findMany({
    where: { parentId, kind: 'CORRECTION' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

export async function findBroadcast(db: Db | Tx, id: number): Promise<Broadcast | null> {
  const row = await db.broadcast.findUnique({ where: { id }, include: withTitle });
  return row === null ? null : toBroadcast(row);
}

/** Those waiting for their hour, the next one first; with `until`, only those whose hour has come. */
export async function scheduledBroadcasts(
  db: Db | Tx,
  { until }: { until?: Date } = {},
): Promise<(Broadcast & { scheduledAt: Date })[]> {
  const rows = await db.broadcast.findMany({
    where: {
      status: 'SCHEDULED',
      scheduledAt: { not: null, ...(until === undefined ? {} : { lte: until }) },
    },
    orderBy: [{ scheduledAt: 'asc' }, { id: 'asc' }],
    include: withTitle,
  });
  return rows.map(toBroadcast).flatMap((broadcast) => {
    const { scheduledAt } = broadcast;
    return scheduledAt === null ? [] : [{ ...broadcast, scheduledAt }];
  });
}

/** Those whose last word has not been said: being sent, paused, or stopped a moment ago. */
export async function runningBroadcasts(db: Db | Tx): Promise<Broadcast[]> {
  const rows = await db.broadcast.findMany({
    where: {
      status: { in: ['SENDING', 'PAUSED', 'CANCELLED'] },
      startedAt: { not: null },
      finishedAt: null,
    },
    orderBy: { id: 'asc' },
    include: withTitle,
  });
  return rows.map(toBroadcast);
}

/** Closes a broadcast of which nothing is left to send; false when that was done already. */
export async function finishBroadcast(tx: Tx, id: number, now: Date): Promise<boolean> {
  await tx.broadcast.updateMany({
    where: { id, status: { in: ['SENDING', 'PAUSED'] }, finishedAt: null },
    data: { status: 'DONE' },
  });
  const { count } = await tx.broadcast.updateMany({
    where: { id, finishedAt: null },
    data: { finishedAt: now },
  });
  return count === 1;
}

/**
 * Changes a broadcast only while it is in one of the given states, so that of two taps one counts.
 *
 * @returns whether it was
 */
export async function changeBroadcast(
  tx: Tx,
  id: number,
  from: Broadcast['status'] | Broadcast['status'][],
  change: Prisma.BroadcastUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.broadcast.updateMany({
    where: { id, status: { in: Array.isArray(from) ? from : [from] } },
    data: change,
  });
  return count === 1;
}

/** The chat of whoever composed a broadcast: its card is there. */
export async function composerChat(db: Db | Tx, broadcast: Broadcast): Promise<number | null> {
  return (await composerOf(db, broadcast))?.telegramId ?? null;
}

/** Whoever composed a broadcast. */
export async function composerOf(
  db: Db | Tx,
  { createdById }: Broadcast,
): Promise<{ telegramId: number; firstName: string } | null> {
  const account = await db.account.findUnique({
    where: { id: createdById },
    select: { telegramId: true, firstName: true },
  });
  return account === null ? null : { ...account, telegramId: Number(account.telegramId) };
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
    approvalRound: row.approvalRound ?? 0,
    expiry: expirySchema.nullable().parse(row.expiry),
  };
}
