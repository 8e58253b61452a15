import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Actor } from '../access/rules.ts';
import { findCanned } from './canned-repository.ts';
import { addCards, findCard, type TicketCard } from './card-repository.ts';
import type { Delivery } from './delivery.ts';
import type { HelpdeskLetters, TicketView } from './letters.ts';
import { listOpen } from './list-repository.ts';
import { changeTicket, findTicket, type Ticket, takeFree } from './repository.ts';
import { decideAnswer } from './rules.ts';
import type { TicketFilter } from './schema.ts';
import { closeTicket } from './service.ts';
import { addWords, threadOf, ticketOfSource } from './thread-repository.ts';
import type { Words } from './words-reading.ts';

/** Why a staff member cannot do it: no such question, closed, or somebody else looks after it. */
export type DeskRefusal =
  | { ok: false; reason: 'unknown' }
  | { ok: false; reason: 'closed'; ticket: Ticket }
  | { ok: false; reason: 'taken'; ticket: Ticket };

export type DeskOutcome = { ok: true; ticket: Ticket } | DeskRefusal;

/** What the office can do with questions. Every deed leaves an audit row and is seen on all cards. */
export interface DeskService {
  /** Begins to look after a question; from somebody else only when `over` says so. */
  take(who: Actor, ticketId: number, over: boolean): Promise<DeskOutcome>;
  /** Answers a question, which is taken by that; the person gets it. The same message answers once. */
  answer(who: Actor, ticketId: number, words: Words): Promise<DeskOutcome>;
  /** Answers with words that are kept. @param source tells one pressing of the button from another */
  answerWith(who: Actor, ticketId: number, cannedId: number, source: string): Promise<DeskOutcome>;
  /** Closes a question; the person is told. */
  close(who: Actor, ticketId: number): Promise<DeskOutcome>;
  /** Opens a closed question again, to say more. */
  reopen(who: Actor, ticketId: number): Promise<DeskOutcome>;
  /** Questions that are not closed, the longest waiting first. */
  open(who: Actor, filter: TicketFilter): Promise<Ticket[]>;
  view(ticketId: number): Promise<TicketView | null>;
  /** The question that a message of a chat stands for; null: none. */
  cardAt(chatId: number, messageId: number): Promise<TicketCard | null>;
  /** Notes that a message the bot has just sent stands for a question. */
  noteCard(card: {
    ticketId: number;
    chatId: number;
    messageId: number;
    forOffice: boolean;
    isLive: boolean;
  }): Promise<void>;
}

export function createDeskService(
  ports: Ports,
  delivery: Delivery,
  letters: HelpdeskLetters,
): DeskService {
  const { db, transact, clock } = ports;

  async function audit(tx: Tx, who: Actor, deed: string, ticket: Ticket, now: Date): Promise<void> {
    await writeAudit(tx, {
      at: now,
      accountId: who.accountId,
      action: `ticket.${deed}`,
      subject: `ticket:${ticket.id}`,
      before: { status: ticket.status, takenById: ticket.takenById },
    });
  }

  /** The question as it stands now, for whoever may answer it; taken by that. */
  async function claimed(tx: Tx, who: Actor, ticketId: number, now: Date): Promise<DeskOutcome> {
    const ticket = await findTicket(tx, ticketId);
    if (ticket === null || ticket.status === 'OFFERED') return { ok: false, reason: 'unknown' };
    const decision = decideAnswer(ticket, who.accountId);
    if (decision !== 'answer') return { ok: false, reason: decision, ticket };
    if (ticket.takenById === who.accountId) return { ok: true, ticket };
    const isMine = await takeFree(tx, ticketId, who.accountId, now);
    const after = (await findTicket(tx, ticketId)) ?? ticket;
    // Somebody else was a moment faster.
    if (!isMine) return { ok: false, reason: 'taken', ticket: after };
    await audit(tx, who, 'take', ticket, now);
    return { ok: true, ticket: after };
  }

  async function reply(
    who: Actor,
    ticketId: number,
    words: Pick<Words, 'text' | 'media' | 'source'>,
  ): Promise<DeskOutcome> {
    return transact(async (tx) => {
      const now = clock.now();
      const known = await ticketOfSource(tx, words.source);
      const repeated = known === null ? null : await findTicket(tx, known);
      if (repeated !== null) return { ok: true, ticket: repeated };
      const outcome = await claimed(tx, who, ticketId, now);
      if (!outcome.ok) return outcome;
      const { ticket } = outcome;
      const thread = await threadOf(tx, ticketId);
      const { accountId } = who;
      const { text, media, source } = words;
      const added = { ticketId, fromOffice: true, accountId, text, media, source };
      const messageId = await addWords(tx, added, now);
      await changeTicket(tx, ticketId, { status: 'ANSWERED', waitingSince: null, lastAt: now });
      await audit(tx, who, 'answer', ticket, now);
      if (ticket.asker.reachable) {
        const question = thread.findLast(({ fromOffice }) => !fromOffice)?.text ?? '';
        const message = letters.answer(ticket, { text, media: media !== null, question });
        await delivery.toAsker(tx, ticket, { key: `answer:${messageId}`, message, media }, now);
      }
      await delivery.refresh(tx, ticketId, now);
      return outcome;
    });
  }

  return {
    take: (who, ticketId, over) =>
      transact(async (tx) => {
        const now = clock.now();
        const outcome = await claimed(tx, who, ticketId, now);
        if (outcome.ok || outcome.reason !== 'taken' || !over) {
          if (outcome.ok) await delivery.refresh(tx, ticketId, now);
          return outcome;
        }
        await changeTicket(tx, ticketId, { takenById: who.accountId, takenAt: now });
        await audit(tx, who, 'take_over', outcome.ticket, now);
        await delivery.refresh(tx, ticketId, now);
        const ticket = await findTicket(tx, ticketId);
        return ticket === null ? { ok: false, reason: 'unknown' } : { ok: true, ticket };
      }),

    answer: (who, ticketId, words) => reply(who, ticketId, words),

    async answerWith(who, ticketId, cannedId, source) {
      const canned = await findCanned(db, cannedId);
      if (canned === null) return { ok: false, reason: 'unknown' };
      return reply(who, ticketId, { text: canned.text, media: null, source });
    },

    close: (who, ticketId) =>
      transact(async (tx) => {
        const now = clock.now();
        const ticket = await findTicket(tx, ticketId);
        if (ticket === null || ticket.status === 'OFFERED') return { ok: false, reason: 'unknown' };
        if (!(await closeTicket(tx, ticketId, who.accountId, now)))
          return { ok: false, reason: 'closed', ticket };
        await audit(tx, who, 'close', ticket, now);
        const letter = { key: `closed:${ticket.revision}`, message: letters.closed(ticket) };
        if (ticket.asker.reachable) await delivery.toAsker(tx, ticket, letter, now);
        await delivery.refresh(tx, ticketId, now);
        return { ok: true, ticket };
      }),

    reopen: (who, ticketId) =>
      transact(async (tx) => {
        const now = clock.now();
        const ticket = await findTicket(tx, ticketId);
        if (ticket === null || ticket.status === 'OFFERED') return { ok: false, reason: 'unknown' };
        const change = { status: 'WAITING', waitingSince: now, closedAt: null } as const;
        const taken = { takenById: who.accountId, takenAt: now, closedById: null };
        const wasClosed = await changeTicket(
          tx,
          ticketId,
          { ...change, ...taken },
          { status: 'CLOSED' },
        );
        if (wasClosed) {
          await audit(tx, who, 'reopen', ticket, now);
          await delivery.refresh(tx, ticketId, now);
        }
        return { ok: true, ticket };
      }),

    open: (who, filter) => listOpen(db, filter, who.accountId),
    view: (ticketId) => delivery.view(db, ticketId, clock.now()),
    cardAt: (chatId, messageId) => findCard(db, chatId, messageId),
    noteCard: (card) => transact((tx) => addCards(tx, [{ ...card, outboxKey: null }], clock.now())),
  };
}
