/** Understands dates and times as staff and kader write them; nothing is silently mended. */
import { type CalendarDay, dayAt, instantAt, plusDays } from './dates/calendar.ts';
import type { ClockTime } from './dates/clock.ts';
import { dayPhrases } from './dates/day-phrases.ts';
import { type DateReading, readDay } from './dates/day-reading.ts';
import { tidyDateText } from './dates/tidying.ts';
import { searchTime, type TimeReading } from './dates/times.ts';

/** The moment a text names; every refusal of the date and of the time applies. */
export type DateTimeReading =
  | {
      readonly ok: true;
      readonly at: Date;
      /** The end of a range of times, or null. */
      readonly endsAt: Date | null;
      readonly openEnd: boolean;
      readonly day: CalendarDay;
      readonly time: ClockTime;
      readonly yearAssumed: boolean;
      /** A prayer time, or an hour taken for the afternoon: worth showing back. */
      readonly uncertainTime: boolean;
      readonly zone: string;
    }
  | Extract<DateReading, { ok: false }>
  | { readonly ok: false; readonly reason: 'no_time'; readonly day: CalendarDay }
  | {
      readonly ok: false;
      readonly reason: Exclude<Extract<TimeReading, { ok: false }>['reason'], 'no_time'>;
    };

const ZONE = 'Asia/Jakarta';

/**
 * Reads the day in a text: "Rabu, 22 Mei 2024", "22/5/24", "besok", "Senin depan", "tgl 25",
 * "3 hari lagi". Without a year it is the next such date; a weekday that disagrees is reported.
 * @param now the present instant. @param zone where "besok" is meant; WIB unless given.
 */
export function understandDate(text: string, now: Date, zone: string = ZONE): DateReading {
  const today = dayAt(now, zone);
  return readDay(dayPhrases(searchTime(tidyDateText(text)).rest, today), today);
}

const AT_ONCE = /^\s*(?:sekarang|skrg|skarang|now|ayeuna|saiki)(?: juga)?\s*[.!]*\s*$/;
const HOURS_LATER =
  /\b(?:(?<single>se|setengah )jam|(?<count>\d{1,3}) (?<unit>jam|menit|mnt)) lagi\b/;

/** The moment that is told from now: "2 jam lagi", "sekarang". */
function fromNow(now: Date, tidy: string): Date | null {
  if (AT_ONCE.test(tidy)) return now;
  const said = HOURS_LATER.exec(tidy)?.groups;
  if (said === undefined) return null;
  const minutes =
    said.single === undefined
      ? Number(said.count) * (said.unit === 'jam' ? 60 : 1)
      : said.single === 'se'
        ? 60
        : 30;
  return new Date(now.getTime() + minutes * 60_000);
}

const minutesOf = ({ hour, minute }: ClockTime): number => hour * 60 + minute;

/**
 * Reads a moment: "besok jam 8 pagi", "Senin 20 Mei 07.30", "Rabu, 22 Mei 2024 pukul 08.00 -
 * 12.00", "2 jam lagi", "sekarang". A time without a day is today's; a day without a time is refused with the
 * day. A zone written behind the time (WIB, WITA, WIT) counts, else `zone`.
 */
export function understandDateTime(text: string, now: Date, zone: string = ZONE): DateTimeReading {
  const tidy = tidyDateText(text);
  const moment = fromNow(now, tidy);
  if (moment !== null) return momentAt(moment, zone);
  const { reading: time, rest } = searchTime(tidy);
  const today = dayAt(now, zone);
  const phrases = dayPhrases(rest, today);
  const timeOnly = time.ok && phrases.length === 0;
  const date = timeOnly ? readDay([{ kind: 'day', day: today }], today) : readDay(phrases, today);
  if (!date.ok) return date;
  if (!time.ok) {
    return time.reason === 'no_time'
      ? { ok: false, reason: 'no_time', day: date.day }
      : { ok: false, reason: time.reason };
  }
  const where = time.zone ?? zone;
  const onlyWeekday = phrases.every((phrase) => phrase.kind === 'weekday' && phrase.week === null);
  const passed = instantAt(date.day, minutesOf(time.start), where) <= now;
  const day = passed && onlyWeekday && !timeOnly ? plusDays(date.day, 7) : date.day;
  const at = instantAt(day, minutesOf(time.start), where);
  if (at <= now) return { ok: false, reason: 'past', day };
  return {
    ok: true,
    at,
    endsAt: time.end === null ? null : instantAt(day, minutesOf(time.end), where),
    openEnd: time.open,
    day,
    time: time.start,
    yearAssumed: date.yearAssumed,
    uncertainTime: time.approximate || time.assumed,
    zone: where,
  };
}

function momentAt(at: Date, zone: string): DateTimeReading {
  const day = dayAt(at, zone);
  const minutes = Math.round((at.getTime() - instantAt(day, 0, zone).getTime()) / 60_000);
  return {
    ok: true,
    at,
    endsAt: null,
    openEnd: false,
    day,
    time: { hour: Math.floor(minutes / 60), minute: minutes % 60 },
    yearAssumed: false,
    uncertainTime: false,
    zone,
  };
}
