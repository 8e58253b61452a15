/** Decides which one day the phrases of a text mean. */
import { type CalendarDay, compareDays, isRealDay, plusDays, weekdayNumber } from './calendar.ts';
import type { DayPhrase } from './day-phrases.ts';

/**
 * The day a text names, or why none can be told: `no_date`; `impossible_date` (31 June);
 * `weekday_mismatch` (Rabu, 23 Mei 2024 is a Kamis), with what was written and what the calendar
 * says; `several_dates`; `ambiguous_date` ("Jumat depan" said on a Rabu), with the days it may be;
 * `past`. Weekdays count from Monday 1 to Sunday 7.
 */
export type DateReading =
  | {
      readonly ok: true;
      readonly day: CalendarDay;
      readonly weekday: number;
      /** No year was written; it is the next such date. */
      readonly yearAssumed: boolean;
    }
  | { readonly ok: false; readonly reason: 'no_date' | 'impossible_date' }
  | {
      readonly ok: false;
      readonly reason: 'weekday_mismatch';
      readonly day: CalendarDay;
      readonly writtenWeekday: number;
      readonly actualWeekday: number;
    }
  | {
      readonly ok: false;
      readonly reason: 'several_dates' | 'ambiguous_date';
      readonly days: readonly CalendarDay[];
    }
  | { readonly ok: false; readonly reason: 'past'; readonly day: CalendarDay };

interface Found {
  readonly day: CalendarDay;
  readonly yearAssumed: boolean;
}
type Resolved = Found | Extract<DateReading, { ok: false }>;

const isFound = (resolved: Resolved): resolved is Found => !('ok' in resolved);

/** The next day of this kind: this year or a later one (29 February), this month or a later one. */
function nextSuch(
  phrase: Extract<DayPhrase, { kind: 'date' }>,
  today: CalendarDay,
): CalendarDay | null {
  for (let step = 0; step < 60; step += 1) {
    const months = today.month - 1 + step;
    const candidate =
      phrase.month === null
        ? { year: today.year + Math.floor(months / 12), month: (months % 12) + 1, day: phrase.day }
        : { year: today.year + step, month: phrase.month, day: phrase.day };
    if (isRealDay(candidate) && compareDays(candidate, today) >= 0) return candidate;
    if (phrase.month !== null && step > 8) return null;
  }
  return null;
}

function resolveDate(phrase: Extract<DayPhrase, { kind: 'date' }>, today: CalendarDay): Resolved {
  const { day, month, year } = phrase;
  if (year !== null && month !== null) {
    const written = { year, month, day };
    return isRealDay(written)
      ? { day: written, yearAssumed: false }
      : { ok: false, reason: 'impossible_date' };
  }
  const next = nextSuch(phrase, today);
  if (next === null) return { ok: false, reason: 'impossible_date' };
  return { day: next, yearAssumed: month !== null };
}

function resolveWeekday(
  phrase: Extract<DayPhrase, { kind: 'weekday' }>,
  today: CalendarDay,
): Resolved {
  const monday = plusDays(today, 1 - weekdayNumber(today));
  const thisWeek = plusDays(monday, phrase.weekday - 1);
  const nextWeek = plusDays(thisWeek, 7);
  const found = (day: CalendarDay): Found => ({ day, yearAssumed: false });
  const toCome = compareDays(thisWeek, today);
  switch (phrase.week) {
    case 0:
      return found(thisWeek);
    case 1:
      return found(nextWeek);
    case 'next':
      if (toCome <= 0) return found(nextWeek);
      return { ok: false, reason: 'ambiguous_date', days: [thisWeek, nextWeek] };
    default:
      return found(toCome < 0 ? nextWeek : thisWeek);
  }
}

/** The one day that the phrases of a text name, seen from `today`. */
export function readDay(phrases: readonly DayPhrase[], today: CalendarDay): DateReading {
  const weekdays = phrases.filter((phrase) => phrase.kind === 'weekday');
  const dates = phrases.filter((phrase) => phrase.kind === 'date' || phrase.kind === 'day');
  const named = dates.length > 0 ? dates : weekdays;
  const days: Found[] = [];
  for (const phrase of named) {
    const resolved =
      phrase.kind === 'day'
        ? { day: phrase.day, yearAssumed: false }
        : phrase.kind === 'date'
          ? resolveDate(phrase, today)
          : resolveWeekday(phrase, today);
    if (!isFound(resolved)) return resolved;
    if (!days.some(({ day }) => compareDays(day, resolved.day) === 0)) days.push(resolved);
  }
  const [first, ...others] = days;
  if (first === undefined) return { ok: false, reason: 'no_date' };
  if (others.length > 0) {
    return { ok: false, reason: 'several_dates', days: days.map(({ day }) => day) };
  }
  return checked(first, dates.length > 0 ? weekdays : [], today);
}

/** Holds the date against the weekdays that stand beside it, and against today. */
function checked(
  found: Found,
  weekdays: readonly Extract<DayPhrase, { kind: 'weekday' }>[],
  today: CalendarDay,
): DateReading {
  const weekday = weekdayNumber(found.day);
  const wrong = weekdays.find((phrase) => phrase.weekday !== weekday);
  if (wrong !== undefined) {
    const lastYear = { ...found.day, year: found.day.year - 1 };
    const meantLast = found.yearAssumed && isRealDay(lastYear);
    if (meantLast && weekdayNumber(lastYear) === wrong.weekday) {
      return { ok: false, reason: 'past', day: lastYear };
    }
    return {
      ok: false,
      reason: 'weekday_mismatch',
      day: found.day,
      writtenWeekday: wrong.weekday,
      actualWeekday: weekday,
    };
  }
  if (compareDays(found.day, today) < 0) return { ok: false, reason: 'past', day: found.day };
  return { ok: true, day: found.day, weekday, yearAssumed: found.yearAssumed };
}
