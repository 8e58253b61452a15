/** A time of day as one clock shows it: figures or words, parts of the day, prayer times. */
import { numberOf } from '../calendar-words.ts';

/** A time of day; 24.00 is allowed at an end. */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
}

const NUMBER_WORD =
  'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|duabelas|dua belas|hiji|tilu|opat|genep|dalapan|salapan|sapuluh|siji|loro|telu|papat|limo|nem|pitu|wolu|songo';
/** Parts of the day, as a pattern. */
export const PART =
  'dini hari|pagi|pgi|pg|siang|sore|petang|malam|malem|mlm|mlem|subuh|isuk|esuk|enjing|beurang|awan|siyang|sonten|wengi|bengi|peuting|am|pm';
/** Names of the zones, as a pattern. */
const ZONE = 'wib|wita|wit';
/** "jam", "pukul" and the like, as a pattern. */
export const PREFIX = '(?:pukul|pkl|jam|jm|pk|tabuh)\\s*[.:]?\\s*';
const FIGURES = '\\d{1,2}(?:[.:]\\d{2})?(?![\\d/]|[.:]\\d|-\\d{1,2}-)';
const MINUTES = '(?:\\d{1,2}|seperempat|prapat|lima|sepuluh|dua puluh|setengah)';
/** A clock: "8", "08.00", "setengah 8", "delapan lewat 15", as a pattern. */
export const CLOCK = `(?:setengah |stgh |satengah )?(?:${FIGURES}|(?:${NUMBER_WORD}))(?:\\s+(?:lewat|lebih|lwt|kurang|krg)\\s+${MINUTES}(?:\\s*menit|\\s*mnt)?)?`;
/** What may follow a clock: a part of the day, a zone. */
export const AFTER_CLOCK = `(?:\\s*(?:${PART}))?(?:\\s*(?:${ZONE}))?`;
/** A prayer time with "ba'da", "sebelum" and the like, as a pattern. */
export const PRAYER =
  "(?:bada|bakda|ba'da|setelah|sesudah|habis|abis|sehabis|selepas|lepas|menjelang|sebelum)?\\s*(?:sholat |salat |shalat |solat )?(?:subuh|shubuh|dhuha|duha|dzuhur|dzuhr|dhuhur|zuhur|zhuhur|duhur|lohor|ashar|asar|maghrib|magrib|mahrib|isya|isyak|tarawih)";
/** A clock as written, before the part of the day is applied. */
export interface Clock extends ClockTime {
  readonly padded: boolean;
  readonly part: string | null;
  readonly approximate: boolean;
}

/** Where the parts of the day lie; `shift`: these hours mean 12 more. */
const PARTS: readonly { names: string; from: number; to: number; noonAt: number }[] = [
  { names: 'dini hari', from: 0, to: 4, noonAt: 24 },
  { names: 'subuh', from: 3, to: 6, noonAt: 24 },
  { names: 'pagi pgi pg isuk esuk enjing am', from: 0, to: 11, noonAt: 24 },
  { names: 'siang siyang beurang awan', from: 10, to: 16, noonAt: 1 },
  { names: 'sore petang sonten', from: 13, to: 19, noonAt: 1 },
  { names: 'malam malem mlm mlem wengi bengi peuting', from: 18, to: 23, noonAt: 6 },
  { names: 'pm', from: 12, to: 23, noonAt: 1 },
];

const AROUND_PRAYER: Readonly<Record<string, readonly [number, number]>> = {
  subuh: [5 * 60, 5 * 60 + 30],
  shubuh: [5 * 60, 5 * 60 + 30],
  dhuha: [8 * 60, 8 * 60 + 30],
  duha: [8 * 60, 8 * 60 + 30],
  ashar: [15 * 60 + 15, 16 * 60],
  asar: [15 * 60 + 15, 16 * 60],
  maghrib: [18 * 60, 18 * 60 + 30],
  magrib: [18 * 60, 18 * 60 + 30],
  mahrib: [18 * 60, 18 * 60 + 30],
  isya: [19 * 60, 19 * 60 + 30],
  isyak: [19 * 60, 19 * 60 + 30],
  tarawih: [19 * 60 + 30, 20 * 60 + 30],
};
const NOON_PRAYER: readonly [number, number] = [12 * 60, 13 * 60];

/** Usual times of prayers in western Indonesia, to the nearest quarter of an hour. */
export function prayerTime(text: string): Clock {
  const name = text.split(/\s+/).at(-1) ?? '';
  const [at, after] = Object.hasOwn(AROUND_PRAYER, name)
    ? (AROUND_PRAYER[name] ?? NOON_PRAYER)
    : NOON_PRAYER;
  const minutes = /bada|bakda|setelah|sesudah|habis|abis|lepas/.test(text) ? after : at;
  return clockAt(minutes, { approximate: true, padded: true });
}

function clockAt(minutes: number, marks: Partial<Clock>): Clock {
  return {
    hour: Math.floor(minutes / 60),
    minute: minutes % 60,
    padded: false,
    part: null,
    approximate: false,
    ...marks,
  };
}

const MINUTE_WORDS: Readonly<Record<string, number>> = {
  seperempat: 15,
  prapat: 15,
  lima: 5,
  sepuluh: 10,
  'dua puluh': 20,
  setengah: 30,
};

function minutesSaid(text: string): number {
  return Object.hasOwn(MINUTE_WORDS, text) ? (MINUTE_WORDS[text] ?? 0) : Number(text);
}

function hourSaid(text: string): number {
  return /^\d/.test(text) ? Number(text) : (numberOf(text.replace(' ', '')) ?? Number.NaN);
}

const CLOCK_PARTS = new RegExp(
  `^(?<half>setengah |stgh |satengah )?(?:(?<hour>\\d{1,2})(?:[.:](?<minute>\\d{2}))?|(?<word>${NUMBER_WORD}))(?:\\s+(?<side>lewat|lebih|lwt|kurang|krg)\\s+(?<more>${MINUTES}))?`,
);
/** A part of the day behind a clock. */
export const TAIL_PART = new RegExp(`(?:^|[\\s\\d])(${PART})(?=\\s|$)`);

/** The clock a piece shows, with the part of the day behind it; null when no clock shows that. */
export function readClock(clock: string, tail: string): Clock | null {
  const said = CLOCK_PARTS.exec(clock.trim())?.groups;
  if (said === undefined) return null;
  const hour = hourSaid(said.hour ?? said.word ?? '');
  const minute = Number(said.minute ?? 0);
  const more = said.more === undefined ? 0 : minutesSaid(said.more);
  const back = said.side === 'kurang' || said.side === 'krg';
  const half = said.half === undefined ? 0 : -30;
  if (Number.isNaN(hour) || hour > 24 || minute > 59 || more > 59) return null;
  const part = TAIL_PART.exec(tail)?.[1] ?? null;
  const padded = said.hour?.length === 2;
  return clockAt(hour * 60 + minute + half + (back ? -more : more), { padded, part });
}

/** Minutes since midnight, or why they cannot be told. */
export type Settled =
  | { readonly minutes: number; readonly assumed: boolean }
  | 'impossible'
  | 'ambiguous';

/** Puts a clock into the day by "pagi", "sore" …; hours from 1 to 5 alone mean the afternoon. */
export function settle(clock: Clock): Settled {
  const minutes = clock.hour * 60 + clock.minute;
  if (minutes < 0 || minutes > 24 * 60) return 'impossible';
  if (clock.part === null) {
    const afternoon = !clock.padded && clock.hour >= 1 && clock.hour <= 5;
    return { minutes: afternoon ? minutes + 12 * 60 : minutes, assumed: afternoon };
  }
  const known = PARTS.find(({ names }) => ` ${names} `.includes(` ${clock.part} `));
  if (known === undefined) return 'impossible';
  const night = known.names.startsWith('malam') || known.names === 'dini hari';
  if (night && known.from > 0 && (clock.hour === 12 || clock.hour === 24 || clock.hour < 4)) {
    return 'ambiguous';
  }
  const midnight = clock.hour === 12 && known.noonAt === 24;
  const shifted = clock.hour >= known.noonAt && clock.hour < 12 ? 12 * 60 : 0;
  const lateMorning = known.names.startsWith('siang') && clock.hour >= 10;
  const settled = minutes + (lateMorning ? 0 : shifted) - (midnight ? 12 * 60 : 0);
  const hour = Math.floor(settled / 60);
  return hour < known.from || hour > known.to ? 'impossible' : { minutes: settled, assumed: false };
}
