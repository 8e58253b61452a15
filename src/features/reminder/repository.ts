import type { Db, Tx } from '../../platform/database.ts';
import { toEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';

/** An open event with the reminders of it that were already dealt with. */
export interface RemindedEventRow {
  event: Event & { invitedAt: Date };
  handled: Set<string>;
}

/** Open events that start after `since`, with what was done about their reminders. */
export async function listRemindedEvents(db: Db | Tx, since: Date): Promise<RemindedEventRow[]> {
  const rows = await db.event.findMany({
    where: { status: 'OPEN', startsAt: { gte: since }, invitedAt: { not: null } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { reminders: { select: { kind: true } } },
  });
  return rows.flatMap(({ reminders, ...row }) => {
    const event = toEvent(row);
    if (event.invitedAt === null) return [];
    const handled = new Set(reminders.map(({ kind }) => kind));
    return [{ event: { ...event, invitedAt: event.invitedAt }, handled }];
  });
}

/** The same for one event as it is now; null when it is open no more. */
export async function findRemindedEvent(tx: Tx, id: number): Promise<RemindedEventRow | null> {
  const row = await tx.event.findUnique({
    where: { id, status: 'OPEN' },
    include: { reminders: { select: { kind: true } } },
  });
  if (row === null || row.invitedAt === null) return null;
  const { reminders, ...columns } = row;
  return {
    event: { ...toEvent(columns), invitedAt: row.invitedAt },
    handled: new Set(reminders.map(({ kind }) => kind)),
  };
}

/** Notes that a reminder was queued for `count` people, or given up as too late. */
export async function writeReminderRun(
  tx: Tx,
  run: {
    eventId: number;
    kind: string;
    dueAt: Date;
    status: 'DONE' | 'MISSED';
    count: number;
    at: Date;
  },
): Promise<void> {
  await tx.reminderRun.create({ data: run });
}
