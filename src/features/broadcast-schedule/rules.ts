import { DateTime, Settings } from 'luxon';
import { tidyDateText } from '../../language/dates/tidying.ts';
import { understandTimeRange } from '../../language/dates/times.ts';
import { understandDateTime } from '../../language/dates.ts';
import { isQuietHour } from '../broadcast/hours.ts';
import type { Schedule } from '../broadcast/schema.ts';

export type ScheduleReading =
  | { ok: true; schedule: Schedule }
  | { ok: false; reason: 'no_time' | 'past' | 'weekday_mismatch' | 'unclear' };

/** Later than this after its hour (ms), sending is for a person to decide. */
const lateAfterMs = 3_600_000;

const everyMonth = /\b(?:se)?tiap(?: bulan)?(?: pada)? (?:tanggal|tgl|tg) (\d{1,2})\b/;

/**
 * The moment staff ask for: "besok jam 8 pagi", "Senin 20 Mei 07.30", "setiap tanggal 5 jam 8".
 *
 * @param now what "besok" counts from
 */
export function readSchedule(text: string, now: Date): ScheduleReading {
  const tidy = tidyDateText(text).replace(/\s+/g, ' ').trim();
  const monthly = everyMonth.exec(tidy);
  if (monthly !== null) return readMonthly(Number(monthly[1]), tidy.replace(everyMonth, ' '), now);
  const read = understandDateTime(text, now, Settings.defaultZone.name);
  if (read.ok)
    return read.at > now
      ? { ok: true, schedule: { at: read.at, repeatDay: null } }
      : { ok: false, reason: 'past' };
  switch (read.reason) {
    case 'no_time':
    case 'past':
    case 'weekday_mismatch':
      return { ok: false, reason: read.reason };
    default:
      return { ok: false, reason: 'unclear' };
  }
}

function readMonthly(day: number, rest: string, now: Date): ScheduleReading {
  const time = understandTimeRange(rest.trim());
  if (!time.ok) return { ok: false, reason: time.reason === 'no_time' ? 'no_time' : 'unclear' };
  if (day < 1 || day > 31) return { ok: false, reason: 'unclear' };
  return { ok: true, schedule: { at: nextMonthly(now, day, time.start), repeatDay: day } };
}

/** The first such day and hour after an instant; the last day of a month that is shorter. */
export function nextMonthly(
  after: Date,
  day: number,
  time: { hour: number; minute: number },
): Date {
  const from = DateTime.fromJSDate(after).startOf('month');
  for (let months = 0; ; months += 1) {
    const month = from.plus({ months });
    const at = month.set({ day: Math.min(day, month.daysInMonth ?? day), ...time }).toJSDate();
    if (at > after) return at;
  }
}

/** When a schedule comes round again after `after`; null when it was for once. */
export function nextOf({ at, repeatDay }: Schedule, after: Date): Date | null {
  if (repeatDay === null) return null;
  const { hour, minute } = DateTime.fromJSDate(at);
  return nextMonthly(after, repeatDay, { hour, minute });
}

/**
 * Whether a scheduled announcement whose hour has come still goes out by itself. After a standstill it may be
 * stale, or its morning may have become night: then its composer is asked.
 */
export function isTooLate(scheduledAt: Date, now: Date): boolean {
  if (now.getTime() - scheduledAt.getTime() > lateAfterMs) return true;
  return isQuietHour(now) && !isQuietHour(scheduledAt);
}
