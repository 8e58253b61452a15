/** Understands which months a message is about: "insentif bln kmrn", "TW 1 2023", "jan-mar". */
import { resolvePeriod } from './periods/joining.ts';
import { readPeriodItems } from './periods/phrases.ts';
import type { MonthIndex } from './periods/terms.ts';
import { periodTokens } from './periods/tokens.ts';

/** Whole months, `YYYY-MM`, both included. */
export interface MonthRange {
  readonly from: string;
  readonly to: string;
}

/** A period, with the other reading that is as good where the language leaves two. */
export interface Period extends MonthRange {
  readonly alt?: MonthRange;
}

/** A calendar day; `month` from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const LONGEST_TEXT = 1_000;

function written(index: MonthIndex): string {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function monthIndexOf(today: CalendarDay | string): MonthIndex {
  if (typeof today !== 'string') return today.year * 12 + today.month - 1;
  const [year = 0, month = 1] = today.split('-').map(Number);
  return year * 12 + month - 1;
}

/**
 * The period a message asks about, or null when it names none or leaves it open.
 * A month without a year is the latest such month that has begun; a later one only with
 * "depan"/"nanti". "N bulan terakhir" includes the current month (`alt`: the N months before it);
 * the current year runs to the current month (`alt`: to December). Quarter, semester and caturwulan
 * without a year are this year's. Null for months that do not follow each other, either/or, vague
 * times ("awal tahun"), feasts, days of a month, amounts, and names ("bu Mei").
 * @param today the day it is asked, as `YYYY-MM-DD` or a calendar day.
 */
export function understandPeriod(text: string, today: CalendarDay | string): Period | null {
  const now = monthIndexOf(today);
  const tokens = periodTokens(text.slice(0, LONGEST_TEXT));
  const range = resolvePeriod(readPeriodItems(tokens, now), tokens, now);
  if (range === null) return null;
  const period = { from: written(range.from), to: written(range.to) };
  if (range.alt === undefined) return period;
  return { ...period, alt: { from: written(range.alt.from), to: written(range.alt.to) } };
}
