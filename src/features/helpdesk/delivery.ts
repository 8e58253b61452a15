import type { Db, Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { staffBeside } from '../access/repository.ts';
import { listInvitations } from '../attendance/repository.ts';
import { isComing } from '../event/rules.ts';
import { lastRecordOf } from '../incentive/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { queuedByKey, rewriteWaiting } from '../outbox/lookup.ts';
import { enqueue } from '../outbox/service.ts';
import { addCards, liveCards } from './card-repository.ts';
import { serviceAt } from './hours.ts';
import type { HelpdeskLetters, News, TicketContext, TicketView } from './letters.ts';
import { findTicket, type Ticket } from './repository.ts';
import type { Media } from './schema.ts';
import { readServiceTimes } from './settings-repository.ts';
import { threadOf } from './thread-repository.ts';

const day = 86_400_000;
/** No account has this number: everybody is meant. */
const nobody = 0;

/** Brings what is said to the chats of the other side, through the outbox. */
export interface Delivery {
  /** A question with everything that is shown of it; null when there is none. */
  view(db: Db | Tx, ticketId: number, now: Date): Promise<TicketView | null>;
  /**
   * Sends the card of a question to the office: to its group, else to whoever looks after the question, else to
   * all staff. Whatever was sent along is copied below it.
   *
   * @param key tells this occasion from the others of the same question
   * @returns how many chats it goes to
   */
  toOffice(
    tx: Tx,
    ticketId: number,
    occasion: { news: News; key: string; media: Media | null; privately?: boolean },
    now: Date,
  ): Promise<number>;
  /** Queues something else for those to whom its card would go. */
  noteToOffice(
    tx: Tx,
    ticket: Ticket,
    note: { key: string; message: OutgoingMessage; privately?: boolean },
    now: Date,
  ): Promise<void>;
  /** Shows on all cards how the question stands now. */
  refresh(tx: Tx, ticketId: number, now: Date): Promise<void>;
  /** Queues a message for the person, and what is to be copied below it. */
  toAsker(
    tx: Tx,
    ticket: Ticket,
    letter: { key: string; message: OutgoingMessage; media?: Media | null },
    now: Date,
  ): Promise<void>;
  /** Where the office talks: its group, or each staff member's own chat. */
  officeChats(db: Db | Tx, options?: { privately: boolean }): Promise<number[]>;
}

/** @param group the chat of the office; null: each staff member's own */
export function createDelivery(letters: HelpdeskLetters, group: number | null): Delivery {
  async function view(db: Db | Tx, ticketId: number, now: Date): Promise<TicketView | null> {
    const ticket = await findTicket(db, ticketId);
    if (ticket === null) return null;
    const thread = await threadOf(db, ticketId);
    return { ticket, thread, context: await contextOf(db, ticket, now), now };
  }

  async function chatsFor(tx: Tx, ticket: Ticket, privately = false): Promise<number[]> {
    if (group !== null && !privately) return [group];
    const staff = await staffBeside(tx, nobody);
    const taker = staff.filter(({ accountId }) => accountId === ticket.takenById);
    return (taker.length > 0 ? taker : staff).map(({ telegramId }) => telegramId);
  }

  async function post(
    tx: Tx,
    ticketId: number,
    to: { chatIds: number[]; key: string; forOffice: boolean; isLive: boolean },
    messages: OutgoingMessage[],
    now: Date,
  ): Promise<void> {
    const { chatIds, forOffice, isLive } = to;
    const rows = chatIds.flatMap((chatId) =>
      messages.map((message, at) => {
        const key = `ticket:${ticketId}:${to.key}:${chatId}${at === 0 ? '' : ':copy'}`;
        return { isFirst: at === 0, letter: letterTo(chatId, key, message, now) };
      }),
    );
    const queued = rows.map(({ letter }) => letter);
    const known = await queuedByKey(
      tx,
      queued.map(({ dedupeKey }) => dedupeKey),
    );
    await enqueue(tx, queued, now);
    await addCards(
      tx,
      rows
        .filter(({ letter }) => !known.has(letter.dedupeKey))
        .map(({ isFirst, letter }) => ({
          ticketId,
          forOffice,
          chatId: Number(letter.chatId),
          messageId: null,
          outboxKey: letter.dedupeKey,
          isLive: isLive && isFirst,
        })),
      now,
    );
  }

  return {
    view,

    async toOffice(tx, ticketId, { news, key, media, privately }, now) {
      const shown = await view(tx, ticketId, now);
      if (shown === null) return 0;
      const chatIds = await chatsFor(tx, shown.ticket, privately);
      const to = { chatIds, key, forOffice: true, isLive: true };
      const messages = [letters.card(shown, news), ...copyOf(media)];
      const { isOpen } = serviceAt(await readServiceTimes(tx), now);
      await post(tx, ticketId, to, isOpen ? messages : messages.map(silently), now);
      return chatIds.length;
    },

    async noteToOffice(tx, ticket, { key, message, privately }, now) {
      const chatIds = await chatsFor(tx, ticket, privately);
      const to = { chatIds, key, forOffice: true, isLive: false };
      await post(tx, ticket.id, to, [message], now);
    },

    async refresh(tx, ticketId, now) {
      const shown = await view(tx, ticketId, now);
      if (shown === null) return;
      const cards = await liveCards(tx, ticketId);
      const { payload } = letters.card(shown, null);
      const queued = await queuedByKey(
        tx,
        cards.flatMap(({ outboxKey }) => outboxKey ?? []),
      );
      for (const card of cards) {
        const row = card.outboxKey === null ? undefined : queued.get(card.outboxKey);
        const messageId = card.messageId ?? row?.messageNumber ?? null;
        if (messageId !== null) {
          const edit = {
            method: 'editMessageText',
            payload: { ...payload, message_id: messageId },
          };
          const key = `ticket-card:${card.id}:${shown.ticket.revision}`;
          await enqueue(tx, [letterTo(row?.chatId ?? card.chatId, key, edit, now)], now);
        } else if (card.outboxKey !== null) await rewriteWaiting(tx, card.outboxKey, payload);
      }
    },

    async toAsker(tx, ticket, { key, message, media }, now) {
      const chatIds = [ticket.asker.telegramId];
      const to = { chatIds, key, forOffice: false, isLive: false };
      await post(tx, ticket.id, to, [message, ...copyOf(media ?? null)], now);
    },

    async officeChats(db, { privately } = { privately: false }) {
      if (group !== null && !privately) return [group];
      return (await staffBeside(db, nobody)).map(({ telegramId }) => telegramId);
    },
  };
}

/** Outside the hours of the office it comes without a sound. */
function silently({ method, payload }: OutgoingMessage): OutgoingMessage {
  return { method, payload: { ...payload, disable_notification: true } };
}

/** The copy of what was sent along; its own words stand in the message above, with long numbers hidden. */
function copyOf(media: Media | null): OutgoingMessage[] {
  if (media === null) return [];
  const { chatId, messageId } = media;
  return [
    {
      method: 'copyMessage',
      payload: { from_chat_id: chatId, message_id: messageId, caption: '' },
    },
  ];
}

async function contextOf(
  db: Db | Tx,
  { asker: { kader } }: Ticket,
  now: Date,
): Promise<TicketContext> {
  if (kader === null) return { event: null, month: null };
  const invitations = await listInvitations(db, kader.id, new Date(now.getTime() - day));
  const next = invitations.find(({ event }) => isComing(event, now));
  const month = await lastRecordOf(db, kader.id);
  return {
    event:
      next === undefined
        ? null
        : {
            title: next.event.title,
            startsAt: next.event.startsAt,
            answer: next.answer?.choice ?? null,
          },
    month: month ?? null,
  };
}
