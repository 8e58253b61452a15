import type { Db, Tx } from '../../platform/database.ts';
import { keyAt } from '../outbox/lookup.ts';

/** A message in somebody's chat that stands for a question. */
export interface TicketCard {
  id: number;
  ticketId: number;
  /** In a chat of the office, not of the person who asked. */
  forOffice: boolean;
  chatId: number;
  /** Null until it has arrived. */
  messageId: number | null;
  outboxKey: string | null;
  /** Shows how the question stands: the newest of its kind in its chat. */
  isLive: boolean;
}

const columns = {
  id: true,
  ticketId: true,
  forOffice: true,
  chatId: true,
  messageId: true,
  outboxKey: true,
  isLive: true,
} as const;

/** Notes messages that stand for a question. Of the live ones of a chat only the newest stays up to date. */
export async function addCards(
  tx: Tx,
  cards: readonly Omit<TicketCard, 'id'>[],
  now: Date,
): Promise<void> {
  for (const { chatId, ...card } of cards) {
    // The office has one group, whose number changes when it becomes a supergroup.
    const sameChat = chatId < 0 ? { lt: 0 } : BigInt(chatId);
    if (card.isLive)
      await tx.ticketCard.updateMany({
        where: { ticketId: card.ticketId, chatId: sameChat, isLive: true },
        data: { isLive: false },
      });
    await tx.ticketCard.create({ data: { ...card, chatId: BigInt(chatId), createdAt: now } });
  }
}

/** The question that a message of a chat stands for; null when it stands for none. */
export async function findCard(
  db: Db | Tx,
  chatId: number,
  messageId: number,
): Promise<TicketCard | null> {
  const known = await db.ticketCard.findFirst({
    where: { chatId: BigInt(chatId), messageId },
    select: columns,
  });
  if (known !== null) return toCard(known);
  const outboxKey = await keyAt(db, chatId, messageId);
  if (outboxKey === null) return null;
  const queued = await db.ticketCard.findUnique({ where: { outboxKey }, select: columns });
  return queued === null ? null : toCard(queued);
}

/** The cards that show how a question stands. */
export async function liveCards(tx: Tx, ticketId: number): Promise<TicketCard[]> {
  const rows = await tx.ticketCard.findMany({
    where: { ticketId, isLive: true },
    orderBy: { id: 'asc' },
    select: columns,
  });
  return rows.map(toCard);
}

/** Queued ones of which it is not known yet what became of them. */
export async function unsettledCards(db: Db | Tx, since: Date): Promise<TicketCard[]> {
  const rows = await db.ticketCard.findMany({
    where: {
      outboxKey: { not: null },
      messageId: null,
      failureToldAt: null,
      createdAt: { gte: since },
    },
    orderBy: { id: 'asc' },
    select: columns,
  });
  return rows.map(toCard);
}

/** Notes where a queued one arrived. */
export async function noteArrival(
  tx: Tx,
  id: number,
  place: { chatId: number; messageId: number },
): Promise<void> {
  const { chatId, messageId } = place;
  await tx.ticketCard.update({ where: { id }, data: { chatId: BigInt(chatId), messageId } });
}

/** Notes that the office knows of a failure. @returns whether it did not before */
export async function noteFailure(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx.ticketCard.updateMany({
    where: { id, failureToldAt: null },
    data: { failureToldAt: now, isLive: false },
  });
  return count > 0;
}

function toCard({ chatId, ...card }: Omit<TicketCard, 'chatId'> & { chatId: bigint }): TicketCard {
  return { ...card, chatId: Number(chatId) };
}
