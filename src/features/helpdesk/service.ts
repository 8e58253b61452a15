import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Actor } from '../access/rules.ts';
import type { Delivery } from './delivery.ts';
import { type Service, serviceAt } from './hours.ts';
import { listOfAsker, type OwnTicket } from './list-repository.ts';
import { changeTicket, createTicket, findTicket, forgetOffer, type Ticket } from './repository.ts';
import { decideFollowUp } from './rules.ts';
import { readServiceTimes } from './settings-repository.ts';
import { addWords, type TicketWords, threadOf, ticketOfSource } from './thread-repository.ts';
import type { Words } from './words-reading.ts';

/** A question, or more of one, is with the office. */
export interface Passed {
  ok: true;
  ticketId: number;
  /** When somebody answers. */
  service: Service;
  /** A long number was hidden in it. */
  hidden: boolean;
}

export type FollowOutcome =
  | (Passed & { reopened: boolean })
  /** Not a question of this person. */
  | { ok: false; reason: 'unknown' }
  /** Closed too long ago. */
  | { ok: false; reason: 'too_late' };

export type OfferOutcome = Passed | { ok: false; reason: 'gone' };

/** What the person who asks can do; each only with their own questions. */
export interface HelpdeskService {
  /** Sends a question to the office. The same message asked again is still one question. */
  ask(who: Actor, words: Words): Promise<Passed>;
  /** Writes a question down without sending it. @returns its number */
  offer(who: Actor, words: Words): Promise<number>;
  /** Sends what was offered; a second time says the same again. */
  sendOffer(who: Actor, ticketId: number): Promise<OfferOutcome>;
  /** Adds what was offered to a question that is open already. */
  joinOffer(who: Actor, offerId: number, ticketId: number): Promise<FollowOutcome | OfferOutcome>;
  /** Forgets what was offered. @returns whether it had not been sent */
  dropOffer(who: Actor, ticketId: number): Promise<boolean>;
  /** Adds to a question; one that was closed lately is open again. */
  follow(who: Actor, ticketId: number, words: Words): Promise<FollowOutcome>;
  /** Ends a question, since it is answered or no longer asked. @returns null: not theirs; else whether it was open */
  settle(who: Actor, ticketId: number): Promise<boolean | null>;
  /** The own questions, the newest first. */
  mine(who: Actor): Promise<OwnTicket[]>;
  /** One own question with everything said; null: not theirs. */
  own(who: Actor, ticketId: number): Promise<{ ticket: Ticket; thread: TicketWords[] } | null>;
}

export function createHelpdeskService(ports: Ports, delivery: Delivery): HelpdeskService {
  const { db, transact, clock } = ports;

  const passed = async (tx: Tx, ticketId: number, hidden: boolean, now: Date): Promise<Passed> => ({
    ok: true,
    ticketId,
    service: serviceAt(await readServiceTimes(tx), now),
    hidden,
  });

  async function ownTicket(tx: Tx, who: Actor, ticketId: number): Promise<Ticket | null> {
    const ticket = await findTicket(tx, ticketId);
    return ticket?.asker.accountId === who.accountId ? ticket : null;
  }

  async function add(
    tx: Tx,
    who: Actor,
    ticket: Ticket,
    words: Words,
    now: Date,
  ): Promise<FollowOutcome> {
    const decision = decideFollowUp(ticket, now);
    if (decision === 'too_late') return { ok: false, reason: 'too_late' };
    const { accountId } = who;
    const added = { ...words, ticketId: ticket.id, fromOffice: false, accountId };
    const messageId = await addWords(tx, added, now);
    await changeTicket(tx, ticket.id, {
      status: 'WAITING',
      waitingSince: ticket.waitingSince ?? now,
      lastAt: now,
      closedAt: null,
      closedById: null,
    });
    const reopened = decision === 'reopen';
    const news = reopened ? 'reopened' : 'reply';
    await delivery.toOffice(
      tx,
      ticket.id,
      { news, key: `office:${messageId}`, media: words.media },
      now,
    );
    return { ...(await passed(tx, ticket.id, words.hidden, now)), reopened };
  }

  return {
    ask: (who, words) =>
      transact(async (tx) => {
        const now = clock.now();
        const known = await ticketOfSource(tx, words.source);
        if (known !== null) return passed(tx, known, words.hidden, now);
        const ticketId = await createTicket(
          tx,
          {
            kind: 'QUESTION',
            status: 'WAITING',
            accountId: who.accountId,
            kaderId: who.kader?.id ?? null,
          },
          now,
        );
        const { accountId } = who;
        await addWords(tx, { ...words, ticketId, fromOffice: false, accountId }, now);
        const occasion = { news: 'new', key: 'new', media: words.media } as const;
        await delivery.toOffice(tx, ticketId, occasion, now);
        return passed(tx, ticketId, words.hidden, now);
      }),

    offer: (who, words) =>
      transact(async (tx) => {
        const now = clock.now();
        const known = await ticketOfSource(tx, words.source);
        if (known !== null) return known;
        const { accountId } = who;
        const kaderId = who.kader?.id ?? null;
        const ticketId = await createTicket(
          tx,
          { kind: 'QUESTION', status: 'OFFERED', accountId, kaderId },
          now,
        );
        await addWords(tx, { ...words, ticketId, fromOffice: false, accountId }, now);
        return ticketId;
      }),

    sendOffer: (who, ticketId) =>
      transact(async (tx): Promise<OfferOutcome> => {
        const now = clock.now();
        const ticket = await ownTicket(tx, who, ticketId);
        if (ticket === null) return { ok: false, reason: 'gone' };
        const [words] = await threadOf(tx, ticketId);
        const isNew = await changeTicket(
          tx,
          ticketId,
          { status: 'WAITING', waitingSince: now, lastAt: now },
          { status: 'OFFERED' },
        );
        const occasion = { news: 'new', key: 'new', media: words?.media ?? null } as const;
        if (isNew) await delivery.toOffice(tx, ticketId, occasion, now);
        return passed(tx, ticketId, false, now);
      }),

    joinOffer: (who, offerId, ticketId) =>
      transact(async (tx) => {
        const now = clock.now();
        const offer = await ownTicket(tx, who, offerId);
        const ticket = await ownTicket(tx, who, ticketId);
        if (offer === null || ticket === null) return { ok: false, reason: 'gone' } as const;
        // Asked before the offer goes, so that its words are still there to be sent by themselves.
        if (decideFollowUp(ticket, now) === 'too_late')
          return { ok: false, reason: 'too_late' } as const;
        const [words] = await threadOf(tx, offerId);
        if (words === undefined || !(await forgetOffer(tx, offerId)))
          return { ok: false, reason: 'gone' } as const;
        const source = `offer:${offerId}`;
        return add(tx, who, ticket, { ...words, hidden: false, source }, now);
      }),

    dropOffer: (who, ticketId) =>
      transact(async (tx) => {
        const ticket = await ownTicket(tx, who, ticketId);
        return ticket === null || forgetOffer(tx, ticketId);
      }),

    follow: (who, ticketId, words) =>
      transact(async (tx) => {
        const now = clock.now();
        const ticket = await ownTicket(tx, who, ticketId);
        if (ticket === null) return { ok: false, reason: 'unknown' };
        if ((await ticketOfSource(tx, words.source)) !== null)
          return { ...(await passed(tx, ticketId, words.hidden, now)), reopened: false };
        return add(tx, who, ticket, words, now);
      }),

    settle: (who, ticketId) =>
      transact(async (tx) => {
        const now = clock.now();
        if ((await ownTicket(tx, who, ticketId)) === null) return null;
        const closed = await closeTicket(tx, ticketId, who.accountId, now);
        if (closed) await delivery.refresh(tx, ticketId, now);
        return closed;
      }),

    mine: (who) => listOfAsker(db, who.accountId),

    async own(who, ticketId) {
      const ticket = await findTicket(db, ticketId);
      if (ticket?.asker.accountId !== who.accountId || ticket.status === 'OFFERED') return null;
      return { ticket, thread: await threadOf(db, ticketId) };
    },
  };
}

/** Closes a question. @param accountId who did; null: nobody, it fell silent. @returns whether it was open */
export function closeTicket(
  tx: Tx,
  ticketId: number,
  accountId: number | null,
  now: Date,
): Promise<boolean> {
  const change = { status: 'CLOSED', waitingSince: null, closedAt: now, openKey: null } as const;
  return changeTicket(
    tx,
    ticketId,
    { ...change, closedById: accountId },
    { status: { in: ['WAITING', 'ANSWERED'] } },
  );
}
