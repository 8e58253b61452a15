import type { Db, Tx } from '../../platform/database.ts';
import { type Media, mediaSchema } from './schema.ts';

/** What one side said. */
export interface TicketWords {
  fromOffice: boolean;
  /** The staff member, by name; null for the person and for the bot's own notes. */
  by: string | null;
  text: string;
  media: Media | null;
  at: Date;
}

/** What is added to a conversation. */
export interface NewWords {
  ticketId: number;
  fromOffice: boolean;
  accountId: number | null;
  text: string;
  media: Media | null;
  source: string;
}

/** The question that words from that source were already added to; null: they are new. */
export async function ticketOfSource(tx: Tx, source: string): Promise<number | null> {
  const row = await tx.ticketMessage.findUnique({
    where: { source },
    select: { ticketId: true },
  });
  return row?.ticketId ?? null;
}

/** Adds to a conversation. @returns the number of what was added */
export async function addWords(
  tx: Tx,
  { ticketId, fromOffice, accountId, text, media, source }: NewWords,
  now: Date,
): Promise<number> {
  const { id } = await tx.ticketMessage.create({
    data: {
      ticketId,
      fromOffice,
      accountId,
      text,
      source,
      at: now,
      ...(media === null ? {} : { media }),
    },
    select: { id: true },
  });
  return id;
}

/** Everything said so far, oldest first. */
export async function threadOf(db: Db | Tx, ticketId: number): Promise<TicketWords[]> {
  const rows = await db.ticketMessage.findMany({
    where: { ticketId },
    orderBy: { id: 'asc' },
    select: {
      fromOffice: true,
      text: true,
      media: true,
      at: true,
      account: { select: { firstName: true, kader: { select: { name: true } } } },
    },
  });
  return rows.map(({ account, media, fromOffice, text, at }) => ({
    fromOffice,
    by: fromOffice && account !== null ? (account.kader?.name ?? account.firstName) : null,
    text,
    media: media === null ? null : mediaSchema.parse(media),
    at,
  }));
}
