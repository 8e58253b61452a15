import { DateTime } from 'luxon';
import type { ServiceHours, ServiceTimes } from './schema.ts';

/** Monday to Friday 08.00–16.00, until an admin says otherwise. */
export const usualHours: ServiceHours = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  from: 8 * 60,
  to: 16 * 60,
}));

/** Whether somebody answers now, or from when on. */
export type Service = { isOpen: true } | { isOpen: false; opensAt: Date };

/** Whether it is within the hours, by the city's own clock. */
export function serviceAt(times: ServiceTimes, now: Date): Service {
  const local = DateTime.fromJSDate(now);
  const minute = local.hour * 60 + local.minute;
  // Even with one day a week, each of which is a holiday, so far ahead there is one that is none.
  const farthest = 7 * (times.holidays.length + 1);
  for (let ahead = 0; ahead <= farthest; ahead += 1) {
    const day = local.plus({ days: ahead });
    const next = spansOf(times, day).find(({ to }) => ahead > 0 || to > minute);
    if (next === undefined) continue;
    const isNow = ahead === 0 && next.from <= minute;
    return isNow ? { isOpen: true } : { isOpen: false, opensAt: atMinute(day, next.from) };
  }
  return { isOpen: false, opensAt: now };
}

/** Whether anybody is there on the day of that instant. */
export function isServiceDay(times: ServiceTimes, at: Date): boolean {
  return spansOf(times, DateTime.fromJSDate(at)).length > 0;
}

/** The hours of one day, the earliest first; none on a holiday. */
function spansOf({ hours, holidays }: ServiceTimes, day: DateTime): ServiceHours {
  if (holidays.includes(day.toISODate() ?? '')) return [];
  return hours
    .filter(({ weekday }) => weekday === day.weekday)
    .sort((one, other) => one.from - other.from);
}

/** The instant of an hour on the day of `at`. */
export function atHourOf(at: Date, hour: number): Date {
  return atMinute(DateTime.fromJSDate(at), hour * 60);
}

export type HoursReading =
  | { ok: true; hours: ServiceHours }
  | { ok: false; reason: 'unreadable' | 'ends_first' };

const dayWords: readonly RegExp[] = [
  /^(senin|sen)$/,
  /^(selasa|sel)$/,
  /^(rabu|rab)$/,
  /^(kamis|kam)$/,
  /^(jum'?at|jum)$/,
  /^(sabtu|sab)$/,
  /^(minggu|ahad|min)$/,
];

const until = String.raw`\s*(?:-|–|sampai|hingga|s\.?d\.?|s\/d)\s*`;
const clock = String.raw`(\d{1,2})(?:[.:](\d{2}))?`;
const span = new RegExp(
  `^(?:hari\\s+)?(setiap hari|[a-z']+)(?:${until}([a-z']+))?\\s+(?:jam |pukul |pkl )?${clock}${until}${clock}(?:\\s*wi[bt]a?)?$`,
);

/**
 * Reads hours as an admin types them: `Senin-Kamis 08.00-16.00, Jumat 08.00-15.00`; days that are not named
 * have no service. A day named twice has both spans.
 */
export function readHours(typed: string): HoursReading {
  const clauses = typed
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[,;\n]| dan /)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const hours: ServiceHours = [];
  for (const clause of clauses) {
    const said = span.exec(clause);
    const weekdays = said === null ? [] : daysOf(said[1] ?? '', said[2]);
    const from = minuteOf(said?.[3], said?.[4]);
    const to = minuteOf(said?.[5], said?.[6]);
    if (weekdays.length === 0 || from === null || to === null)
      return { ok: false, reason: 'unreadable' };
    if (to <= from) return { ok: false, reason: 'ends_first' };
    hours.push(...weekdays.map((weekday) => ({ weekday, from, to })));
  }
  if (hours.length === 0) return { ok: false, reason: 'unreadable' };
  return { ok: true, hours: hours.sort((a, b) => a.weekday - b.weekday || a.from - b.from) };
}

function daysOf(first: string, last: string | undefined): number[] {
  if (first === 'setiap hari') return last === undefined ? [1, 2, 3, 4, 5, 6, 7] : [];
  const from = dayWords.findIndex((word) => word.test(first));
  const to = last === undefined ? from : dayWords.findIndex((word) => word.test(last));
  if (from < 0 || to < 0) return [];
  const count = ((to - from + 7) % 7) + 1;
  return Array.from({ length: count }, (_, at) => ((from + at) % 7) + 1);
}

function minuteOf(hour: string | undefined, minute = '0'): number | null {
  const [h, m] = [Number(hour), Number(minute)];
  const isTime = h <= 23 && m <= 59;
  return isTime || (h === 24 && m === 0) ? h * 60 + m : null;
}

function atMinute(day: DateTime, minute: number): Date {
  return day
    .startOf('day')
    .set({ hour: Math.floor(minute / 60), minute: minute % 60 })
    .toJSDate();
}
