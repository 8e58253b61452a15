import { DateTime } from 'luxon';

/** Whom a reminder speaks to: those who said they come, or those who have not answered. */
type ReminderAudience = 'coming' | 'silent';

export type ReminderKind = 'evening' | 'morning' | 'deadline' | 'last-call';

/** One reminder of one event, whether its hour has come or not. */
export interface Reminder {
  kind: ReminderKind;
  /** Kind and day: an event that moves to another day is reminded of again. */
  key: string;
  audience: ReminderAudience;
  dueAt: Date;
  /** From here on it is of no use any more. */
  uselessAt: Date;
}

/** What a reminder needs to know of an event. */
export interface RemindedEvent {
  startsAt: Date;
  answerDeadline: Date;
  /** When the invitations went out. */
  invitedAt: Date;
}

/** What is to be done about a reminder now. */
export type ReminderStep =
  | { do: 'send'; reminder: Reminder; expiresAt: Date }
  /** Too late to be useful: noted, not sent. */
  | { do: 'miss'; reminder: Reminder };

/** Nothing is sent from 20.00 to 06.00. */
const quiet = { from: 20, to: 6 };
/** The evening before an event, and where a reminder goes that would fall into the night. */
const eveningHour = 18;
const hours = (count: number) => count * 3_600_000;
/** Two hours to get ready and go. */
const morningLead = hours(2);
/** Nobody who hears of an event later than this can still set out in time. */
const settingOut = hours(0.5);
const deadlineLead = hours(24);
const lastCallLead = hours(3);
/** A reminder this soon after the invitation would only disturb. */
const restAfterInvitation = hours(3);

/**
 * All reminders of an event in the order of their hour: the evening before and the morning of it for those
 * who come; a day and three hours before the answer deadline for those who are silent.
 */
export function remindersOf(event: RemindedEvent): Reminder[] {
  const { startsAt, answerDeadline, invitedAt } = event;
  const start = DateTime.fromJSDate(startsAt);
  const evening = atHour(start.minus({ days: 1 }), eveningHour);
  const lastCall = beforeTheNight(before(answerDeadline, lastCallLead));
  const rested = new Date(invitedAt.getTime() + restAfterInvitation);
  const plan: Reminder[] = [
    reminder('evening', evening, atHour(start.minus({ days: 1 }), quiet.from)),
    reminder(
      'morning',
      afterTheNight(before(startsAt, morningLead), startsAt),
      before(startsAt, settingOut),
    ),
    reminder('deadline', beforeTheNight(before(answerDeadline, deadlineLead)), lastCall),
    reminder('last-call', lastCall, answerDeadline),
  ];
  return plan
    .filter(({ audience, dueAt, uselessAt }) => {
      const earliest = audience === 'coming' ? invitedAt : rested;
      return dueAt < uselessAt && dueAt > earliest;
    })
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
}

/**
 * What is to be done now about the reminders of an event that were not dealt with before.
 * In the quiet hours nothing is sent; what is still of use in the morning waits for it.
 *
 * @param handled keys of the reminders that were sent or given up
 */
export function dueReminders(
  event: RemindedEvent,
  handled: ReadonlySet<string>,
  now: Date,
): ReminderStep[] {
  return remindersOf(event)
    .filter(({ key, dueAt }) => !handled.has(key) && dueAt <= now)
    .flatMap((due): ReminderStep[] => {
      if (due.uselessAt <= now) return [{ do: 'miss', reminder: due }];
      if (isQuiet(now)) return [];
      const night = atHour(DateTime.fromJSDate(now), quiet.from);
      return [{ do: 'send', reminder: due, expiresAt: earlier(due.uselessAt, night) }];
    });
}

/** Whether people are to be left in peace at that hour. */
export function isQuiet(at: Date): boolean {
  const { hour } = DateTime.fromJSDate(at);
  return hour >= quiet.from || hour < quiet.to;
}

/** The same instant, or, where it falls into the night, the morning after it. */
export function afterTheQuiet(at: Date): Date {
  if (!isQuiet(at)) return at;
  const local = DateTime.fromJSDate(at);
  return atHour(local.hour >= quiet.from ? local.plus({ days: 1 }) : local, quiet.to);
}

function reminder(kind: ReminderKind, dueAt: Date, uselessAt: Date): Reminder {
  return {
    kind,
    key: `${kind}-${DateTime.fromJSDate(dueAt).toFormat('yyyy-MM-dd')}`,
    audience: kind === 'evening' || kind === 'morning' ? 'coming' : 'silent',
    dueAt,
    uselessAt,
  };
}

/** The same instant, or, where it falls into the night, the evening before that night. */
function beforeTheNight(at: Date): Date {
  if (!isQuiet(at)) return at;
  const local = DateTime.fromJSDate(at);
  return atHour(local.hour < quiet.to ? local.minus({ days: 1 }) : local, eveningHour);
}

/** The morning of an event: not before the night is over, and for a late event not in the next one. */
function afterTheNight(at: Date, startsAt: Date): Date {
  if (!isQuiet(at)) return at;
  const day = DateTime.fromJSDate(startsAt);
  return atHour(
    day,
    DateTime.fromJSDate(at).hour >= quiet.from && day.hour >= quiet.from ? eveningHour : quiet.to,
  );
}

function atHour(day: DateTime, hour: number): Date {
  return day.set({ hour, minute: 0, second: 0, millisecond: 0 }).toJSDate();
}

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
