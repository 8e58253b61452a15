import { DateTime } from 'luxon';
import type { Audience } from '../kader/schema.ts';
import type { Deadline, EventField, EventOutline, FieldValues, WholeOutline } from './schema.ts';
import { eventFields } from './schema.ts';

type EventStatus = 'DRAFT' | 'OPEN' | 'CANCELLED';

/** An event about which everything is known. */
export interface EventFacts {
  title: string;
  startsAt: Date;
  /** Null: "s.d. selesai". */
  endsAt: Date | null;
  place: string;
  audience: Audience;
  answerDeadline: Date;
}

export interface Event extends EventFacts {
  id: number;
  status: EventStatus;
  createdById: number;
  createdAt: Date;
  /** When the invitations went out; null for a draft. */
  invitedAt: Date | null;
}

/** What cannot be as it was said, and which field has to be said again. */
export type EventProblem =
  | { field: 'day'; reason: 'past' | 'too_far' }
  | { field: 'time'; reason: 'past' | 'end_before_start' }
  | { field: 'deadline'; reason: 'past' | 'after_start' };

/** An event further away than this is a slip of the finger in the year. */
const furthestYears = 2;

/** The next field to ask for, or null when everything is known. */
export function missingField(outline: EventOutline): EventField | null {
  return eventFields.find((field) => outline[field] === null) ?? null;
}

/** The first thing that is wrong with what is known so far, or null. */
export function problemOf(outline: EventOutline, now: Date): EventProblem | null {
  const { day, time, deadline } = outline;
  if (day === null) return null;
  const today = DateTime.fromJSDate(now).startOf('day');
  const date = DateTime.fromISO(day);
  if (date < today) return { field: 'day', reason: 'past' };
  if (date > today.plus({ years: furthestYears })) return { field: 'day', reason: 'too_far' };
  if (time === null) return null;
  if (time.end !== null && time.end <= time.start)
    return { field: 'time', reason: 'end_before_start' };
  const startsAt = instant(day, time.start);
  if (startsAt <= now) return { field: 'time', reason: 'past' };
  if (deadline === null) return null;
  const until = deadlineOf(deadline, startsAt);
  if (until > startsAt) return { field: 'deadline', reason: 'after_start' };
  if (until <= now) return { field: 'deadline', reason: 'past' };
  return null;
}

/** The same outline, once nothing is missing. */
export function wholeOutline(outline: EventOutline): WholeOutline | null {
  const { title, day, time, place, audience, deadline } = outline;
  if (title === null || day === null || time === null) return null;
  if (place === null || audience === null || deadline === null) return null;
  return { title, day, time, place, audience, deadline };
}

/** The event a whole outline describes. Problems are `problemOf`'s to find. */
export function factsOf({ title, day, time, place, audience, deadline }: WholeOutline): EventFacts {
  const startsAt = instant(day, time.start);
  return {
    title,
    startsAt,
    endsAt: time.end === null ? null : instant(day, time.end),
    place,
    audience,
    answerDeadline: deadlineOf(deadline, startsAt),
  };
}

/** An event as the outline that would describe it, to change one field of it. */
export function outlineOf(facts: EventFacts): WholeOutline {
  const start = DateTime.fromJSDate(facts.startsAt);
  const deadline = DateTime.fromJSDate(facts.answerDeadline);
  return {
    title: facts.title,
    day: start.toFormat('yyyy-MM-dd'),
    time: {
      start: start.toFormat('HH:mm'),
      end: facts.endsAt === null ? null : DateTime.fromJSDate(facts.endsAt).toFormat('HH:mm'),
    },
    place: facts.place,
    audience: facts.audience,
    deadline: { day: deadline.toFormat('yyyy-MM-dd'), time: deadline.toFormat('HH:mm') },
  };
}

/**
 * An outline whose deadline still makes sense after the event was moved: one that no longer does becomes the
 * day before, or, where that is over, the start itself.
 */
export function withFittingDeadline(outline: WholeOutline, now: Date): WholeOutline {
  for (const deadline of [outline.deadline, wholeDays(1), wholeDays(0)]) {
    const fitting = { ...outline, deadline };
    if (problemOf(fitting, now)?.field !== 'deadline') return fitting;
  }
  return outline;
}

/** What an event becomes when fields of it are changed, or why it cannot. */
export type EventChange =
  | { ok: true; facts: EventFacts }
  | { ok: false; reason: 'cancelled' | 'past' | 'audience_fixed' }
  | { ok: false; reason: 'problem'; problem: EventProblem };

/** Fields that say when something is, and so can be wrong together. */
const timeFields: readonly EventField[] = ['day', 'time', 'deadline'];

/**
 * Changes fields of an event. A deadline that no longer fits moves with the day; whoever was invited stays
 * invited, so the audience is fixed once the invitations went out.
 */
export function changeEvent(event: Event, values: FieldValues, now: Date): EventChange {
  if (event.status === 'CANCELLED') return { ok: false, reason: 'cancelled' };
  if (event.status === 'OPEN' && !isComing(event, now)) return { ok: false, reason: 'past' };
  if (event.status === 'OPEN' && values.audience !== undefined)
    return { ok: false, reason: 'audience_fixed' };
  const changed = { ...outlineOf(event), ...values };
  const moved = values.day !== undefined || values.time !== undefined;
  const fitting = moved ? withFittingDeadline(changed, now) : changed;
  const timed = timeFields.some((field) => values[field] !== undefined);
  const problem = timed ? problemOf(fitting, now) : null;
  return problem === null
    ? { ok: true, facts: factsOf(fitting) }
    : { ok: false, reason: 'problem', problem };
}

/** Whether the invited have to be told: when and where they must be is another now. */
export function isOtherAppointment(before: EventFacts, after: EventFacts): boolean {
  return (
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt?.getTime() !== after.endsAt?.getTime() ||
    before.place !== after.place
  );
}

/** The deadlines worth offering as buttons, earliest first: whole days before the event, 0 = until it starts. */
export function deadlineChoices(outline: EventOutline, now: Date): number[] {
  return [3, 2, 1, 0].filter(
    (daysBefore) => problemOf({ ...outline, deadline: wholeDays(daysBefore) }, now) === null,
  );
}

/** A deadline so many whole days before the event; 0 = until it starts. */
export function wholeDays(daysBefore: number): Deadline {
  return { daysBefore, time: null };
}

/** The instant a deadline stands for. A whole day ends at 23.59; the day of the event itself, when it starts. */
export function deadlineOf(deadline: Deadline, startsAt: Date): Date {
  const start = DateTime.fromJSDate(startsAt);
  const day =
    'daysBefore' in deadline
      ? start.minus({ days: deadline.daysBefore })
      : DateTime.fromISO(deadline.day);
  if (deadline.time !== null) return instant(day.toFormat('yyyy-MM-dd'), deadline.time);
  return day.hasSame(start, 'day') ? startsAt : lastMinuteOf(day).toJSDate();
}

/** Until when an event counts as coming: its end, or, where none is known, the end of its day. */
export function endOf({ startsAt, endsAt }: Pick<EventFacts, 'startsAt' | 'endsAt'>): Date {
  return endsAt ?? DateTime.fromJSDate(startsAt).endOf('day').toJSDate();
}

/** Whether an event is still to come or going on. */
export function isComing(facts: Pick<EventFacts, 'startsAt' | 'endsAt'>, now: Date): boolean {
  return now < endOf(facts);
}

/** Whether an answer can be given or changed now, and if not, why. */
export type AnswerWindow = 'open' | 'closed' | 'over' | 'cancelled';

/** Answers are taken until the deadline, which is never after the start. */
export function answerWindow(
  event: Pick<Event, 'status' | 'startsAt' | 'endsAt' | 'answerDeadline'>,
  now: Date,
): AnswerWindow {
  if (event.status === 'CANCELLED') return 'cancelled';
  if (!isComing(event, now)) return 'over';
  return now <= event.answerDeadline ? 'open' : 'closed';
}

/** What stands in the way of sending the invitations of a draft now, or null. */
export type SendObstacle = 'already_sent' | 'cancelled' | 'past' | 'deadline_past';

export function sendObstacle(event: Event, now: Date): SendObstacle | null {
  if (event.status === 'OPEN') return 'already_sent';
  if (event.status === 'CANCELLED') return 'cancelled';
  if (event.startsAt <= now) return 'past';
  return event.answerDeadline <= now ? 'deadline_past' : null;
}

function instant(day: string, time: string): Date {
  return DateTime.fromISO(`${day}T${time}`).toJSDate();
}

function lastMinuteOf(day: DateTime): DateTime {
  return day.set({ hour: 23, minute: 59, second: 0, millisecond: 0 });
}
