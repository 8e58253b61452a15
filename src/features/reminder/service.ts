import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { listReachableInvitees } from '../attendance/repository.ts';
import type { Event } from '../event/rules.ts';
import { enqueue } from '../outbox/service.ts';
import { findRemindedEvent, listRemindedEvents, writeReminderRun } from './repository.ts';
import { dueReminders, type ReminderKind, type ReminderStep } from './rules.ts';

/** What one look at the clock led to. */
interface ReminderCounts {
  /** Reminders (of an event, of one kind) that were sent out. */
  reminders: number;
  /** People they were queued for. */
  queued: number;
  /** Reminders that came too late and were given up. */
  missed: number;
}

export interface ReminderService {
  /**
   * Queues whatever is due and was not dealt with before. Each reminder is one transaction with its
   * ReminderRun, so that a restart, a missed or a repeated tick doubles and loses nothing.
   */
  tick(): Promise<ReminderCounts>;
}

/** How a reminder of that kind reads. */
export type ReminderLetter = (event: Event, kind: ReminderKind) => OutgoingMessage;

/** Events longer over than this are not looked at, even after a long standstill. */
const lookBack = 7 * 86_400_000;

/** Reminders of events, driven by a tick. */
export function createReminderService(
  { db, transact, clock, logger }: Ports,
  letter: ReminderLetter,
): ReminderService {
  return {
    tick: async () => {
      const counts: ReminderCounts = { reminders: 0, queued: 0, missed: 0 };
      const now = clock.now();
      for (const { event, handled } of await listRemindedEvents(db, earlier(now, lookBack))) {
        for (const { reminder } of dueReminders(event, handled, now)) {
          try {
            add(counts, await transact((tx) => handle(tx, event.id, reminder.key, now)));
          } catch (error) {
            // The next tick tries again; the other reminders must not wait for this one.
            const facts = { err: error, eventId: event.id, reminder: reminder.key };
            logger.error(facts, 'a reminder could not be queued');
          }
        }
      }
      return counts;
    },
  };

  /** Does what is due by the event as it stands in this very transaction. */
  async function handle(
    tx: Tx,
    eventId: number,
    key: string,
    now: Date,
  ): Promise<ReminderCounts | null> {
    const row = await findRemindedEvent(tx, eventId);
    const step =
      row === null
        ? undefined
        : dueReminders(row.event, row.handled, now).find(({ reminder }) => reminder.key === key);
    if (row === null || step === undefined) return null;
    const { dueAt } = step.reminder;
    const count = step.do === 'send' ? await queue(tx, row.event, step, now) : 0;
    const status = step.do === 'send' ? 'DONE' : 'MISSED';
    await writeReminderRun(tx, { eventId, kind: key, dueAt, status, count, at: now });
    if (step.do === 'send') return { reminders: 1, queued: count, missed: 0 };
    logger.warn({ eventId, reminder: key, dueAt }, 'a reminder came too late and was not sent');
    return { reminders: 0, queued: 0, missed: 1 };
  }

  async function queue(
    tx: Tx,
    event: Event,
    { reminder, expiresAt }: Extract<ReminderStep, { do: 'send' }>,
    now: Date,
  ): Promise<number> {
    const answer = reminder.audience === 'coming' ? 'HADIR' : null;
    const people = await listReachableInvitees(tx, event.id, { answer });
    const message = letter(event, reminder.kind);
    await enqueue(
      tx,
      people.map(({ kaderId, telegramId }) => ({
        ...message,
        dedupeKey: `reminder:${event.id}:${reminder.key}:${kaderId}`,
        kaderId,
        chatId: BigInt(telegramId),
        priority: 1,
        notBefore: now,
        expiresAt,
      })),
      now,
    );
    return people.length;
  }
}

function add(total: ReminderCounts, more: ReminderCounts | null): void {
  if (more === null) return;
  total.reminders += more.reminders;
  total.queued += more.queued;
  total.missed += more.missed;
}

function earlier(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
