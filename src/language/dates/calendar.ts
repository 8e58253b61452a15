/** Days of the calendar, without hours and zones. */
import { DateTime } from 'luxon';

/** A calendar day; `month` from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const asDateTime = ({ year, month, day }: CalendarDay): DateTime =>
  DateTime.fromObject({ year, month, day }, { zone: 'utc' });

const asDay = ({ year, month, day }: DateTime): CalendarDay => ({ year, month, day });

/** Whether the calendar has this day (no 31 June, 29 February only in leap years). */
export function isRealDay(day: CalendarDay): boolean {
  return asDateTime(day).isValid;
}

/** The day `count` days later, or earlier when negative. */
export function plusDays(day: CalendarDay, count: number): CalendarDay {
  return asDay(asDateTime(day).plus({ days: count }));
}

/** The same day of the month `count` months later; the last one of a shorter month. */
export function plusMonths(day: CalendarDay, count: number): CalendarDay {
  return asDay(asDateTime(day).plus({ months: count }));
}

/** Monday 1 … Sunday 7. */
export function weekdayNumber(day: CalendarDay): number {
  return asDateTime(day).weekday;
}

/** Negative when `a` is earlier than `b`, 0 for the same day. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The day it is at an instant in a zone. */
export function dayAt(instant: Date, zone: string): CalendarDay {
  return asDay(DateTime.fromJSDate(instant, { zone }));
}

/** The instant of a day and minute since midnight (1440 for its end) in a zone. */
export function instantAt(day: CalendarDay, minutes: number, zone: string): Date {
  return DateTime.fromObject(day, { zone })
    .plus({ days: Math.floor(minutes / 1440) })
    .set({
      hour: Math.floor((minutes % 1440) / 60),
      minute: minutes % 60,
    })
    .toJSDate();
}
