import type { Ports } from '../../platform/ports.ts';
import { knownActor } from '../access/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { type Queued, queuedByKey } from '../outbox/lookup.ts';
import { enqueue } from '../outbox/service.ts';
import { noteArrival, noteFailure, type TicketCard, unsettledCards } from './card-repository.ts';
import type { Delivery } from './delivery.ts';
import type { DisputeService } from './disputes.ts';
import { atHourOf, isServiceDay } from './hours.ts';
import type { HelpdeskLetters } from './letters.ts';
import { listSilent, listWaiting } from './list-repository.ts';
import { findTicket, forgetOffers, hasOffers } from './repository.ts';
import { overdueBefore, silentSince } from './rules.ts';
import { closeTicket } from './service.ts';
import { readReminderDays, readServiceTimes } from './settings-repository.ts';
import { threadOf } from './thread-repository.ts';

const day = 86_400_000;
/** In the keys of the notes that an answer did not arrive. */
const undelivered = 'undelivered';
/** An offer nobody took up is forgotten after this. */
const offersKeptMs = 2 * day;
/** What has not arrived after this never will. */
const watchedMs = 3 * day;
/** At this hour staff are reminded, and until this hour it is still of use. */
const reminderHours = { from: 8, to: 20 };
/** As many questions are named in the reminder; all of them are in the list. */
const namedInReminder = 10;

export interface HelpdeskWatch {
  /** Everything about questions that is due by the clock; harmless when repeated or missed. */
  tick(): Promise<void>;
}

export function createHelpdeskWatch(deps: {
  ports: Ports;
  delivery: Delivery;
  disputes: DisputeService;
  letters: HelpdeskLetters;
}): HelpdeskWatch {
  const { ports, delivery, disputes, letters } = deps;
  const { db, transact, clock } = ports;

  return {
    async tick() {
      const now = clock.now();
      const stale = new Date(now.getTime() - offersKeptMs);
      if (await hasOffers(db, stale)) await transact((tx) => forgetOffers(tx, stale));
      await closeSilent(now);
      await settleCards(now);
      await disputes.tellChanges();
      await remind(now);
    },
  };

  /** Closes answered questions about which nothing more was said; a reply opens them again. */
  async function closeSilent(now: Date): Promise<void> {
    for (const id of await listSilent(db, silentSince(now)))
      await transact(async (tx) => {
        if (await closeTicket(tx, id, null, now)) await delivery.refresh(tx, id, now);
      });
  }

  /** Finds out where queued cards arrived; what did not is told, and tried on another way. */
  async function settleCards(now: Date): Promise<void> {
    const cards = await unsettledCards(db, new Date(now.getTime() - watchedMs));
    const keys = cards.flatMap(({ outboxKey }) => outboxKey ?? []);
    const queued = await queuedByKey(db, keys);
    const settled = cards.flatMap((card) => {
      const row = queued.get(card.outboxKey ?? '');
      return row === undefined || row.state === 'under_way' ? [] : [{ card, row }];
    });
    const arrived = settled.flatMap(({ card, row: { chatId, messageNumber } }) =>
      messageNumber === null ? [] : [{ id: card.id, place: { chatId, messageId: messageNumber } }],
    );
    if (arrived.length > 0)
      await transact(async (tx) => {
        for (const { id, place } of arrived) await noteArrival(tx, id, place);
      });
    for (const { card, row } of settled)
      if (row.state === 'not_arrived') await handleFailure(card, row, now);
  }

  async function handleFailure(card: TicketCard, row: Queued, now: Date): Promise<void> {
    await transact(async (tx) => {
      if (!(await noteFailure(tx, card.id, now))) return;
      const ticket = await findTicket(tx, card.ticketId);
      if (ticket === null) return;
      // A group that cannot be written to: what was said there must not be lost with it.
      const isGroup = row.chatId < 0;
      const isNote = card.outboxKey?.includes(`:${undelivered}:`) ?? false;
      if (!card.forOffice || (isNote && isGroup)) {
        // What went along with an answer fails with it and is told with it.
        const key = `${undelivered}:${now.toISOString()}`;
        const note = { key, message: letters.undelivered(ticket), privately: isGroup };
        return delivery.noteToOffice(tx, ticket, note, now);
      }
      if (!card.isLive || ticket.status === 'CLOSED') return;
      // Nobody but whoever looks after a question hears more of it, unless they have blocked the bot.
      const reader = isGroup ? null : await knownActor(tx, row.chatId);
      if (!isGroup && reader?.accountId !== ticket.takenById) return;
      const media = (await threadOf(tx, ticket.id)).at(-1)?.media ?? null;
      const again = { news: 'new', key: `lost:${card.id}`, media, privately: isGroup } as const;
      await delivery.toOffice(tx, ticket.id, again, now);
      if (!isGroup) return;
      const today = atHourOf(now, 0).toISOString();
      const chats = await delivery.officeChats(tx, { privately: true });
      const lost = chats.map((chatId) =>
        letterTo(chatId, `ticket-group-lost:${today}:${chatId}`, letters.groupLost(), now),
      );
      await enqueue(tx, lost, now);
    });
  }

  /**
   * In the morning of a day with service: which questions have waited for days. To each staff member where the
   * group cannot be written to.
   */
  async function remind(now: Date): Promise<void> {
    const morning = atHourOf(now, reminderHours.from);
    const evening = atHourOf(now, reminderHours.to);
    if (now < morning || now >= evening) return;
    if (!isServiceDay(await readServiceTimes(db), now)) return;
    const before = overdueBefore(morning, await readReminderDays(db));
    const waiting = await listWaiting(db, before);
    if (waiting.length === 0) return;
    const message = letters.waiting(waiting.slice(0, namedInReminder), waiting.length, morning);
    const remindersTo = (chats: readonly number[]) =>
      chats.map((chatId) => ({
        ...letterTo(chatId, `ticket-reminder:${morning.toISOString()}:${chatId}`, message, now),
        priority: 1,
        expiresAt: evening,
      }));
    const known = (reminders: readonly { dedupeKey: string }[]) =>
      queuedByKey(
        db,
        reminders.map(({ dedupeKey }) => dedupeKey),
      );
    const usual = remindersTo(await delivery.officeChats(db));
    const isGroupLost = [...(await known(usual)).values()].some(
      ({ chatId, state }) => chatId < 0 && state === 'not_arrived',
    );
    const due = isGroupLost
      ? remindersTo(await delivery.officeChats(db, { privately: true }))
      : usual;
    if ((await known(due)).size < due.length) await transact((tx) => enqueue(tx, due, now));
  }
}
