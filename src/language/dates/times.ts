/** Times of day as people write them: "pukul 08.00 - 12.00", "jam 8 malam", "ba'da isya". */
import {
  AFTER_CLOCK,
  CLOCK,
  type Clock,
  type ClockTime,
  PART,
  PRAYER,
  PREFIX,
  prayerTime,
  readClock,
  settle,
  TAIL_PART,
} from './clock.ts';
import { tidyDateText } from './tidying.ts';

/** IANA zones of WIB, WITA and WIT. */
export type IndonesianZone = 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura';

/**
 * What a text says about the time. `open`: it ends with "selesai". `approximate`: a prayer time.
 * `assumed`: an hour from 1 to 5 without "pagi" or "sore" was taken for the afternoon. `zone`: the
 * one that is written, else null.
 */
export type TimeReading =
  | {
      readonly ok: true;
      readonly start: ClockTime;
      readonly end: ClockTime | null;
      readonly open: boolean;
      readonly approximate: boolean;
      readonly assumed: boolean;
      readonly zone: IndonesianZone | null;
    }
  | {
      readonly ok: false;
      readonly reason:
        | 'no_time'
        | 'impossible_time'
        | 'ambiguous_time'
        | 'ends_before_start'
        | 'several_times';
    };

/** A reading of the time, and the text without it, for reading the date. */
export interface TimeSearch {
  readonly reading: TimeReading;
  readonly rest: string;
}

const END = `(?:selesai|slesai|selesei|selese|rampung|beres|slese|end|finish|bubar)|(?:${PREFIX})?${CLOCK}${AFTER_CLOCK}|${PRAYER}`;

/** One time, or one range of times. A bare number needs "jam", minutes or a part of the day. */
const TIME = new RegExp(
  `(?<before>\\b(?:${PART})\\s+(?:(?:ini|nanti|besok|bsk|hari)\\s+)*)?(?<![\\d/.:,-])(?:(?:(?<lead>${PREFIX})(?<clock>${CLOCK})|(?<bare>${CLOCK}))(?<tail>${AFTER_CLOCK})|(?<prayer>\\b${PRAYER}\\b))(?:\\s*(?:-|sampai)\\s*(?<end>${END}))?(?![\\d\\p{L}])`,
  'gu',
);

const ZONES: Readonly<Record<string, IndonesianZone>> = {
  wib: 'Asia/Jakarta',
  wita: 'Asia/Makassar',
  wit: 'Asia/Jayapura',
};

const refusal = (reason: Extract<TimeReading, { ok: false }>['reason']): TimeReading => ({
  ok: false,
  reason,
});

const asTime = (minutes: number): ClockTime => ({
  hour: Math.floor(minutes / 60),
  minute: minutes % 60,
});

function readMatch(groups: Readonly<Record<string, string | undefined>>): TimeReading {
  const { before = '', clock, bare, tail = '', prayer, end } = groups;
  const first =
    prayer === undefined
      ? readClock(clock ?? bare ?? '', TAIL_PART.test(tail) ? tail : ` ${before}`)
      : prayerTime(prayer);
  if (first === null) return refusal('impossible_time');
  const open = end !== undefined && /^(?:s[e]?l|rampung|beres|end|finish|bubar)/.test(end);
  const last = end === undefined || open ? null : readEnd(end);
  if (end !== undefined && !open && last === null) return refusal('impossible_time');
  let start = settle(first);
  const partBehind = first.part === null && last?.part != null;
  if (partBehind && last !== null) {
    const shared = settle({ ...first, part: last.part });
    const until = settle(last);
    const fits = typeof shared !== 'string' && typeof until !== 'string';
    if (fits && shared.minutes < until.minutes) start = shared;
    else start = settle({ ...first, padded: first.hour >= 5 || first.padded });
  }
  if (start === 'impossible' || start === 'ambiguous') return refusal(`${start}_time`);
  if (start.minutes === 24 * 60) return refusal('ambiguous_time');
  const zone = ZONES[/\b(?:wib|wita|wit)\b/.exec(`${tail} ${end ?? ''}`)?.[0] ?? ''] ?? null;
  const approximate = first.approximate || last?.approximate === true;
  const said = { open, approximate, assumed: start.assumed, zone };
  if (last === null) return { ok: true, start: asTime(start.minutes), end: null, ...said };
  const until = settleEnd(last, start.minutes);
  if (typeof until === 'string') return refusal(until);
  return { ok: true, start: asTime(start.minutes), end: asTime(until), ...said };
}

const WHOLLY_PRAYER = new RegExp(`^${PRAYER}$`);
const LEADING_PREFIX = new RegExp(`^${PREFIX}`);

function readEnd(end: string): Clock | null {
  const plain = end.replace(LEADING_PREFIX, '');
  if (WHOLLY_PRAYER.test(plain)) return prayerTime(plain);
  return readClock(plain, plain.replace(/^[\d.:]+/, ' '));
}

function settleEnd(last: Clock, start: number): number | 'impossible_time' | 'ends_before_start' {
  if (last.part === 'malam' && last.hour === 12) return 24 * 60;
  const plain = last.hour * 60 + last.minute;
  if (last.part === null) {
    if (plain > start) return plain > 24 * 60 ? 'impossible_time' : plain;
    return plain + 12 * 60 > start && last.hour < 12 ? plain + 12 * 60 : 'ends_before_start';
  }
  const until = settle(last);
  if (typeof until === 'string') return 'impossible_time';
  return until.minutes > start ? until.minutes : 'ends_before_start';
}

/** Finds the time in a tidied text; times that are written twice the same count once. */
export function searchTime(tidy: string): TimeSearch {
  const readings: TimeReading[] = [];
  const rest = tidy.replace(TIME, (match, ...args) => {
    const groups = args.at(-1) as Record<string, string | undefined>;
    const bare = groups.bare?.trim();
    const sure =
      bare === undefined ||
      /[.:]/.test(bare) ||
      TAIL_PART.test(groups.tail ?? '') ||
      /\d\s*(?:wib|wita|wit)$/.test(match) ||
      /^(?:setengah|stgh|satengah) \d/.test(bare);
    const endSure =
      groups.end !== undefined && /[.:]\d\d|pagi|siang|sore|malam|selesai/.test(groups.end);
    if (!sure && !(endSure && /^\d/.test(bare))) return match;
    readings.push(readMatch(groups));
    return `${groups.before ?? ''} ; `;
  });
  const [first, ...others] = readings;
  if (first === undefined) return { reading: refusal('no_time'), rest };
  const same = others.every((other) => JSON.stringify(other) === JSON.stringify(first));
  return { reading: same ? first : refusal('several_times'), rest };
}

/** "8" or "8 - 12" and nothing else, as behind the label "Pukul:". */
const BARE_HOURS = /^\s*\d{1,2}(?:\s*(?:-|sampai)\s*\d{1,2})?\s*$/;

/**
 * Reads the time or range of times in a text: "pukul 08.00 - 12.00", "jam 8 malam", "08.00 s/d
 * selesai", "8 pagi sampai dzuhur", "setengah 8". Refuses what no clock shows ("25.00", "8 siang")
 * and what may be either of two days ("jam 12 malam").
 */
export function understandTimeRange(text: string): TimeReading {
  const tidy = tidyDateText(text);
  return searchTime(BARE_HOURS.test(tidy) ? `jam ${tidy}` : tidy).reading;
}
