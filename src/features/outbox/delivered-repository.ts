import type { Db, Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { storedPayload } from './repository.ts';

/** A message of a broadcast that stands in a person's chat. */
export interface Arrival {
  id: number;
  kaderId: number | null;
  chatId: bigint;
  messageNumber: number;
  sentAt: Date;
}

const PAGE = 500;

/**
 * The messages of broadcasts that arrived, in the order in which they were queued, a page at a time.
 *
 * @param until only those that left by then
 */
export async function* arrivedOf(
  tx: Tx,
  broadcastIds: number[],
  until: Date,
): AsyncGenerator<Arrival[]> {
  for (let after = 0; ; ) {
    const rows = await tx.outboxMessage.findMany({
      where: {
        broadcastId: { in: broadcastIds },
        id: { gt: after },
        status: 'SENT',
        telegramMessageId: { not: null },
        sendingAt: { lte: until },
      },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true, kaderId: true, chatId: true, telegramMessageId: true, sendingAt: true },
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows.flatMap(({ telegramMessageId, sendingAt, ...row }) =>
      telegramMessageId === null || sendingAt === null
        ? []
        : [{ ...row, messageNumber: telegramMessageId, sentAt: sendingAt }],
    );
  }
}

/**
 * The last message of some broadcasts that arrived with each of some people, by its row.
 *
 * @param kaderIds at most 500 (SQLite's limit of parameters)
 * @param until only those that left by then
 */
export async function lastArrivals(
  tx: Tx,
  broadcastIds: number[],
  kaderIds: number[],
  until: Date,
): Promise<Map<number, number>> {
  if (broadcastIds.length === 0) return new Map();
  const rows = await tx.outboxMessage.findMany({
    where: {
      broadcastId: { in: broadcastIds },
      kaderId: { in: kaderIds },
      status: 'SENT',
      telegramMessageId: { not: null },
      sendingAt: { lte: until },
    },
    orderBy: { id: 'asc' },
    select: { id: true, kaderId: true },
  });
  return new Map(
    rows.flatMap(({ id, kaderId }) => (kaderId === null ? [] : [[kaderId, id] as const])),
  );
}

/** How many messages of a broadcast arrived as new messages; what it edited or deleted is none. */
export function countArrived(db: Db | Tx, broadcastId: number): Promise<number> {
  return db.outboxMessage.count({
    where: { broadcastId, status: 'SENT', telegramMessageId: { not: null } },
  });
}

/** How many messages of broadcasts left by then without its being known yet whether they arrived. */
export function countUnderWay(db: Db | Tx, broadcastIds: number[], until: Date): Promise<number> {
  return db.outboxMessage.count({
    where: {
      broadcastId: { in: broadcastIds },
      sendingAt: { lte: until },
      OR: [{ status: 'SENDING' }, { status: 'UNCERTAIN', finishedAt: null }],
    },
  });
}

/**
 * Gives the messages of a broadcast that have not arrived another content: those that wait, those that were
 * refused (should they be sent again), and those under way (should they have to leave again).
 */
export async function rewriteUnsent(
  tx: Tx,
  broadcastId: number,
  payloadsFor: (kaderIds: number[]) => Promise<Map<number, Record<string, unknown>>>,
): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await tx.outboxMessage.findMany({
      where: {
        broadcastId,
        id: { gt: after },
        status: { in: ['PENDING', 'HELD', 'SENDING', 'UNCERTAIN', 'FAILED'] },
      },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true, kaderId: true },
    });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    const payloads = await payloadsFor(rows.flatMap(({ kaderId }) => kaderId ?? []));
    for (const { ids, payload } of alike(rows, payloads))
      await tx.outboxMessage.updateMany({
        where: { id: { in: ids } },
        data: { payload: storedPayload(payload) },
      });
  }
}

/** Rows that get the very same payload are written together. */
function alike(
  rows: { id: number; kaderId: number | null }[],
  payloads: Map<number, Record<string, unknown>>,
): { ids: number[]; payload: Record<string, unknown> }[] {
  const groups = new Map<string, { ids: number[]; payload: Record<string, unknown> }>();
  for (const { id, kaderId } of rows) {
    const payload = kaderId === null ? undefined : payloads.get(kaderId);
    if (payload === undefined) continue;
    const key = JSON.stringify(payload);
    const group = groups.get(key) ?? { ids: [], payload };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/**
 * Makes the edits of a broadcast that Telegram refused into new messages to the same people, each once.
 *
 * @returns how many
 */
export async function sendInstead(
  tx: Tx,
  broadcastId: number,
  messagesFor: (kaderIds: number[]) => Promise<Map<number, OutgoingMessage>>,
  now: Date,
): Promise<number> {
  let made = 0;
  for (let after = 0; ; ) {
    const rows = await tx.outboxMessage.findMany({
      where: {
        broadcastId,
        id: { gt: after },
        status: 'FAILED',
        method: { startsWith: 'edit' },
      },
      orderBy: { id: 'asc' },
      take: PAGE,
      select: { id: true, kaderId: true },
    });
    const last = rows.at(-1);
    if (last === undefined) return made;
    after = last.id;
    const messages = await messagesFor(rows.flatMap(({ kaderId }) => kaderId ?? []));
    for (const { id, kaderId } of rows) {
      const message = kaderId === null ? undefined : messages.get(kaderId);
      if (message === undefined) continue;
      const { count } = await tx.outboxMessage.updateMany({
        where: { id, status: 'FAILED' },
        data: {
          method: message.method,
          payload: storedPayload(message.payload),
          status: 'PENDING',
          notBefore: now,
          attempts: 0,
          reason: null,
          finishedAt: null,
        },
      });
      made += count;
    }
  }
}
