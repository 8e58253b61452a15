import { type CalendarDay, compareDays, dayAt, plusDays } from '../../language/dates/calendar.ts';
import type { DateReading } from '../../language/dates/day-reading.ts';
import { understandDate } from '../../language/dates.ts';

/** As many days in a row are a holiday; more are a slip. */
const longestHoliday = 31;

export type HolidayReading =
  /** As `2024-12-25`, the earliest first. */
  | { ok: true; days: string[] }
  | {
      ok: false;
      reason:
        | Exclude<Extract<DateReading, { ok: false }>['reason'], 'several_dates'>
        | 'ends_first'
        | 'too_long';
    };

/**
 * Reads days as an admin types them: `25 Desember 2024`, `25-26 Desember`, `24 Desember sampai 1 Januari`,
 * `25 Desember, 1 Januari`. A day that is over is refused.
 *
 * @param zone where it is that day
 */
export function readHolidays(typed: string, now: Date, zone: string): HolidayReading {
  const reading = understandDate(typed, now, zone);
  if (reading.ok) return { ok: true, days: [isoDay(reading.day)] };
  if (reading.reason !== 'several_dates') return { ok: false, reason: reading.reason };

  const [first, last] = reading.days;
  const isRange = reading.days.length === 2 && rangeWord.test(typed.replace(dateInFigures, ''));
  const days = isRange && first && last ? daysBetween(first, last) : reading.days;
  if (days.length === 0) return { ok: false, reason: 'ends_first' };
  if (days.length > longestHoliday) return { ok: false, reason: 'too_long' };
  const today = dayAt(now, zone);
  if (days.some((day) => compareDays(day, today) < 0)) return { ok: false, reason: 'past' };
  return { ok: true, days: days.map(isoDay).sort() };
}

const rangeWord = /[-–]|\b(?:sampai|hingga|s\.?\s?d|s\/d)\b/i;
const dateInFigures = /\b\d{1,4}-\d{1,2}-\d{1,4}\b/g;

/** Both ends and all between them, as far as that is worth counting. */
function daysBetween(first: CalendarDay, last: CalendarDay): CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = first; compareDays(day, last) <= 0; day = plusDays(day, 1)) {
    days.push(day);
    if (days.length > longestHoliday) break;
  }
  return days;
}

/** `2024-12-25` */
export function isoDay({ year, month, day }: CalendarDay): string {
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
