/** Months, weekdays and small numbers as people write them: Indonesian, Sundanese, Javanese. */
import { slipCost } from './slips.ts';

/** The months as they are shown, January first. */
export const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** The weekdays as they are shown, Monday first. */
export const WEEKDAY_NAMES = [
  'Senin',
  'Selasa',
  'Rabu',
  'Kamis',
  'Jumat',
  'Sabtu',
  'Minggu',
] as const;

const numbered = (rows: readonly string[]): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, at) => row.split(' ').map((word) => [word, at + 1] as const)));

const MONTHS = numbered([
  'januari january jan jann janu januar jnuari januri janari janwari yanuari jnr',
  'februari february feb febr peb pebruari pebuari febuari febuary feburari febru pebru fbruari',
  'maret march mar mrt mart mret marat mart',
  'april apr aprl aprill avril apri appril apirl',
  'mei may mey meii',
  'juni june jun jni juny junii junni jnui juin',
  'juli july jul jli july julii jully jliu juley',
  'agustus august ags agt agst agu agus aug agustu agusts augustus agutus agts agust agusutus',
  'september sept sep spt septembr septmber setember sptember',
  'oktober october okt oct oktobr oktbr okto',
  'november nopember nov nop novembr nopembr novmber nvember',
  'desember december des dec desembr desmber dsmbr dsember desemb',
]);

const LONG_MONTHS: readonly (readonly [string, number])[] = [
  ...[...MONTH_NAMES.entries()].map(([at, name]) => [name.toLowerCase(), at + 1] as const),
  ['pebruari', 2],
  ['nopember', 11],
];

/** Words that a slip away from a month are something else. */
const NOT_MONTHS = new Set(
  'market macet mari aprilia aprilian juliana julianto julia junior mereka marwet maretta septian novita januarti februarti'.split(
    ' ',
  ),
);

/** The month that a word is, in one of its usual written forms ("Nopember", "apr", "may"). */
export function monthOf(word: string): number | null {
  return MONTHS.get(word) ?? null;
}

/**
 * As `monthOf`, and forgiving slips ("agsutus", "desembar"). The short names mei, juni and juli
 * are too near to other words to be guessed at.
 */
export function monthLike(word: string): number | null {
  const known = monthOf(word);
  if (known !== null || word.length < 4 || NOT_MONTHS.has(word)) return known;
  for (const [name, month] of LONG_MONTHS) {
    if (name.length < 5 || name.charAt(0) !== word.charAt(0)) continue;
    if (Math.abs(name.length - word.length) > 2) continue;
    const allowed = name.length < 7 ? 0.85 : 1.5;
    if (Math.min(slipCost(word, name), slipCost(name, word)) <= allowed) return month;
  }
  return null;
}

const WEEKDAYS = numbered([
  'senin senen snin snn sen sening seinn monday',
  'selasa slasa sls sel selsa salasa slsa tuesday',
  'rabu rebo rbu rab rebu rabo wednesday',
  'kamis kemis kms kam kmis thursday',
  'jumat jum jmt jmat jumaat jumaah jemuah jumah friday',
  'sabtu saptu sbt sab setu sabtuu saturday',
  'minggu ahad mgg mggu minggi akad ahd sunday',
]);

/** The weekday that a word is: Monday 1 … Sunday 7. "minggu" also means week; see the caller. */
export function weekdayOf(word: string): number | null {
  return WEEKDAYS.get(word) ?? null;
}

const NUMBERS = numbered([
  'satu hiji siji setunggal stu',
  'dua loro rong kalih dwi duwa dwa',
  'tiga tilu telu telung tigo tga tigang',
  'empat opat papat patang ampat mpat ampt sekawan',
  'lima limo limang gangsal lma',
  'enam genep enem nem nm enm',
  'tujuh pitu pitung tuju tjuh',
  'delapan dalapan wolu wolung dlapan dlpan lapan',
  'sembilan salapan sanga songo smbilan',
  'sepuluh sapuluh spuluh sedasa',
  'sebelas sawelas sewelas sblas',
  'duabelas rolas duablas',
]);

/** The number from 1 to 12 that a word says ("tiga", "tilu", "telung"), or null. */
export function numberOf(word: string): number | null {
  return NUMBERS.get(word) ?? null;
}

/** How many days a month has; `month` from 1. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
