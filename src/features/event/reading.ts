import { numberOf, WEEKDAY_NAMES } from '../../language/calendar-words.ts';
import type { CalendarDay } from '../../language/dates/calendar.ts';
import type { ClockTime } from '../../language/dates/clock.ts';
import { understandTimeRange } from '../../language/dates/times.ts';
import { understandDate } from '../../language/dates.ts';
import type { PlaceFinder } from '../../language/place-names/finder.ts';
import { readAudience } from '../kader/audience-reading.ts';
import type { Group } from '../kader/schema.ts';
import { type EventProblem, wholeDays } from './rules.ts';
import type { EventField, FieldValues } from './schema.ts';

/** Why something written cannot be taken, and what has to be said about it. */
export type Refusal =
  | { kind: 'not_understood'; field: EventField }
  /** `day` is another weekday than the one written. Days are 'YYYY-MM-DD'. */
  | { kind: 'wrong_weekday'; written: string; day: string }
  | { kind: 'no_such_day' }
  | { kind: 'which_day'; days: string[] }
  | { kind: 'unclear_area'; said: string; suggestions: Group[] }
  | { kind: 'problem'; problem: EventProblem };

/** What reading leans on: "besok" needs a today, areas need the list of the city. */
export interface Reader {
  now: Date;
  /** IANA name of the city's zone. */
  zone: string;
  places: PlaceFinder;
}

export type FieldReading = { ok: true; values: FieldValues } | { ok: false; refusal: Refusal };

/** Reads what was written for one field. A date that comes with a time of day gives both. */
export function readField(field: EventField, said: string, reader: Reader): FieldReading {
  switch (field) {
    case 'title':
      return readWords('title', said, 3, 100);
    case 'place':
      return readWords('place', said, 2, 200);
    case 'day':
      return readDay(said, reader);
    case 'time':
      return readTime(said, reader);
    case 'audience':
      return readWholeAudience(said, reader);
    case 'deadline':
      return readDeadline(said, reader);
  }
}

function readWords(
  field: 'title' | 'place',
  said: string,
  shortest: number,
  longest: number,
): FieldReading {
  const words = said.replace(/\s+/g, ' ').trim();
  const letters = words.match(/\p{L}/gu) ?? [];
  return letters.length < shortest || words.length > longest
    ? notUnderstood(field)
    : { ok: true, values: { [field]: words } };
}

function readDay(said: string, reader: Reader): FieldReading {
  const date = readDate('day', said, reader);
  if (!date.ok) return date;
  const time = readTime(said, reader);
  return { ok: true, values: { day: date.day, ...(time.ok ? time.values : {}) } };
}

function readDate(
  field: 'day' | 'deadline',
  said: string,
  { now, zone }: Reader,
): { ok: true; day: string } | Extract<FieldReading, { ok: false }> {
  const date = understandDate(said, now, zone);
  if (date.ok) return { ok: true, day: isoDay(date.day) };
  switch (date.reason) {
    case 'no_date':
      return notUnderstood(field);
    case 'impossible_date':
      return refused({ kind: 'no_such_day' });
    case 'weekday_mismatch': {
      const written = WEEKDAY_NAMES[date.writtenWeekday - 1] ?? '';
      return refused({ kind: 'wrong_weekday', written, day: isoDay(date.day) });
    }
    case 'several_dates':
    case 'ambiguous_date':
      return refused({ kind: 'which_day', days: date.days.map(isoDay) });
    case 'past':
      return refused({ kind: 'problem', problem: { field, reason: 'past' } });
  }
}

function readTime(said: string, { zone }: Reader): FieldReading {
  const time = understandTimeRange(said);
  if (endsBeforeStart(said) || (!time.ok && time.reason === 'ends_before_start'))
    return refused({ kind: 'problem', problem: { field: 'time', reason: 'end_before_start' } });
  if (!time.ok) return notUnderstood('time');
  // Another zone than the city's is a slip or an event elsewhere; either has to be said in our own.
  if (time.zone !== null && time.zone !== zone) return notUnderstood('time');
  const end = time.end === null ? null : clock(time.end);
  return { ok: true, values: { time: { start: clock(time.start), end } } };
}

/**
 * Two hours written in full are of the 24-hour clock: "13.00 - 08.00" is a slip, while in "8 - 2" the second
 * one is the afternoon.
 */
function endsBeforeStart(said: string): boolean {
  const written = /^\D*(\d\d)[.:](\d\d)[^\d\p{L}]+(\d\d)[.:](\d\d)/u.exec(said);
  if (written === null) return false;
  const [, hour, minute, endHour, endMinute] = written;
  return `${endHour}${endMinute}` <= `${hour}${minute}`;
}

function readWholeAudience(said: string, { places }: Reader): FieldReading {
  const { groups, unclear } = readAudience(said, places);
  const [first] = unclear;
  if (first !== undefined) return refused({ kind: 'unclear_area', ...first });
  return groups.length === 0
    ? notUnderstood('audience')
    : { ok: true, values: { audience: { include: groups } } };
}

/** "sehari sebelumnya", "H-2", "3 hari sebelum acara", "seminggu sebelum". */
const daysBefore = /\b(?:h\s*-\s*(\d{1,2})|(se|\w+)\s*(hari|minggu)\s*(?:sebelum|sblm)\w*)/i;
const untilStart = /\b(?:acara|acaranya)?\s*(?:di)?mulai\b|\bhari\s*-?\s*h\b/i;

function readDeadline(said: string, reader: Reader): FieldReading {
  const time = understandTimeRange(said);
  const at = time.ok ? clock(time.start) : null;
  const before = daysBefore.exec(said);
  if (before !== null) {
    const [, countdown, number = '', unit = ''] = before;
    const count =
      countdown ?? (/^se$/i.test(number) ? 1 : (numberOf(number.toLowerCase()) ?? number));
    const days = Number(count) * (/minggu/i.test(unit) ? 7 : 1);
    if (Number.isInteger(days))
      return { ok: true, values: { deadline: { daysBefore: days, time: at } } };
  }
  if (untilStart.test(said)) return { ok: true, values: { deadline: wholeDays(0) } };
  const date = readDate('deadline', said, reader);
  return date.ok ? { ok: true, values: { deadline: { day: date.day, time: at } } } : date;
}

function isoDay({ year, month, day }: CalendarDay): string {
  return [year, pad(month), pad(day)].join('-');
}

/** 'HH:mm'; midnight at the end of a day is its last minute here, so that an event stays on its day. */
function clock({ hour, minute }: ClockTime): string {
  return hour === 24 ? '23:59' : `${pad(hour)}:${pad(minute)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

function notUnderstood(field: EventField): Extract<FieldReading, { ok: false }> {
  return refused({ kind: 'not_understood', field });
}

function refused(refusal: Refusal): Extract<FieldReading, { ok: false }> {
  return { ok: false, refusal };
}
