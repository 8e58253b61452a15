import type { Db, Tx } from '../../platform/database.ts';
import { type Ticket, ticketColumns, toTicket } from './repository.ts';
import type { TicketFilter } from './schema.ts';

/** Questions that are not closed, the one that has waited longest first, then those already answered. */
export async function listOpen(
  db: Db | Tx,
  filter: TicketFilter,
  accountId: number,
): Promise<Ticket[]> {
  const where = { all: {}, free: { takenById: null }, mine: { takenById: accountId } }[filter];
  const rows = await db.ticket.findMany({
    where: { ...where, status: { in: ['WAITING', 'ANSWERED'] } },
    orderBy: { id: 'asc' },
    select: ticketColumns,
  });
  const since = ({ waitingSince }: Ticket) => waitingSince?.getTime() ?? Number.MAX_SAFE_INTEGER;
  return rows.map(toTicket).sort((a, b) => since(a) - since(b) || a.id - b.id);
}

/** Questions without an answer since before an instant, the oldest first. */
export async function listWaiting(db: Db | Tx, before: Date): Promise<Ticket[]> {
  const rows = await db.ticket.findMany({
    where: { status: 'WAITING', waitingSince: { lte: before } },
    orderBy: [{ waitingSince: 'asc' }, { id: 'asc' }],
    select: ticketColumns,
  });
  return rows.map(toTicket);
}

/** A question with what it began with. */
export type OwnTicket = Ticket & { words: string };

/** The fifty newest questions of one person, the newest first. */
export async function listOfAsker(db: Db | Tx, accountId: number): Promise<OwnTicket[]> {
  const rows = await db.ticket.findMany({
    where: { accountId, status: { not: 'OFFERED' } },
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      ...ticketColumns,
      messages: { take: 1, orderBy: { id: 'asc' }, select: { text: true } },
    },
  });
  return rows.map(({ messages, ...row }) => ({ ...toTicket(row), words: messages[0]?.text ?? '' }));
}

/** Plain questions that were answered and have been silent since before an instant. */
export async function listSilent(db: Db | Tx, before: Date): Promise<number[]> {
  const rows = await db.ticket.findMany({
    where: { kind: 'QUESTION', status: 'ANSWERED', lastAt: { lt: before } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Doubted months that are not settled yet. */
export async function listDisputes(db: Db | Tx): Promise<Ticket[]> {
  const rows = await db.ticket.findMany({
    where: { kind: { not: 'QUESTION' }, status: { in: ['WAITING', 'ANSWERED'] } },
    orderBy: { id: 'asc' },
    select: ticketColumns,
  });
  return rows.map(toTicket);
}
