import { DateTime } from 'luxon';
import type { Jabatan } from '../kader/rules.ts';
import { type IncentiveStatus, incentiveStatus, type MonthRecord } from './schema.ts';

/** What a jabatan is paid a month, from a month on until the next rate begins. */
export interface Rate {
  jabatan: Jabatan;
  /** `YYYY-MM` */
  fromPeriod: string;
  /** Whole rupiah. */
  amount: number;
  /** Who pays, e.g. `Pemerintah Kota Tangerang`. */
  payer: string;
  /** What the money is called, e.g. `Insentif`. */
  label: string;
}

/** The rate that held in a month, or null where none is known. */
export function rateFor(rates: readonly Rate[], jabatan: Jabatan, period: string): Rate | null {
  return rates
    .filter((rate) => rate.jabatan === jabatan && rate.fromPeriod <= period)
    .reduce<Rate | null>(
      (latest, rate) => (latest === null || rate.fromPeriod > latest.fromPeriod ? rate : latest),
      null,
    );
}

/** What is known of one month of one person. */
export type MonthView = { period: string } & (
  | { is: 'recorded'; record: RecordedMonth }
  /** The month has not begun. */
  | { is: 'ahead' }
  /** Before there was any money for this jabatan. */
  | { is: 'before_scheme' }
  /** Colleagues were listed, this person was not yet. */
  | { is: 'before_start' }
  /** Colleagues are on the list, this person is not. */
  | { is: 'not_listed' }
  /** Nobody nearby is on a list yet. */
  | { is: 'no_list' }
);

/** A month as recorded. */
export interface RecordedMonth extends MonthRecord {
  id: number;
  period: string;
  updatedAt: Date;
}

/** What months are judged by. */
export interface MonthFacts {
  /** What is recorded of these months. */
  records: readonly RecordedMonth[];
  /** The first month ever recorded of the person; null where none is. */
  firstMonth: string | null;
  /** Months for which colleagues are listed. */
  listed: ReadonlySet<string>;
  /** The first month with money for the person's jabatan; null where no rate is known. */
  schemeFrom: string | null;
  /** The month that it is now. */
  thisMonth: string;
}

/** What is known of each of these months. */
export function viewMonths(periods: readonly string[], facts: MonthFacts): MonthView[] {
  const byPeriod = new Map(facts.records.map((record) => [record.period, record]));
  const { firstMonth } = facts;
  return periods.map((period): MonthView => {
    const record = byPeriod.get(period);
    if (record !== undefined) return { period, is: 'recorded', record };
    if (period > facts.thisMonth) return { period, is: 'ahead' };
    if (facts.schemeFrom !== null && period < facts.schemeFrom)
      return { period, is: 'before_scheme' };
    if (!facts.listed.has(period)) return { period, is: 'no_list' };
    return {
      period,
      is: firstMonth !== null && period < firstMonth ? 'before_start' : 'not_listed',
    };
  });
}

/** The way of a payment, from list to account. */
export const stages = ['PROPOSED', 'VERIFIED', 'PROCESSED', 'TRANSFERRED'] as const;

export type Stage = (typeof stages)[number];

/** A status a month has had, and since when. */
export interface StatusEntry {
  status: IncentiveStatus;
  /** `YYYY-MM-DD`; null when only the present status is known. */
  since: string | null;
}

/** One step on the way of a month. */
export interface TimelineStep {
  stage: Stage;
  reached: boolean;
  since: string | null;
}

/**
 * The way of one month: every stage up to the furthest is reached, even where its day was never said.
 * A month held or rejected keeps the stages it had; the stop itself is its present status.
 *
 * @param past what is known of its statuses, oldest first, the present one included
 */
export function timelineOf(past: readonly StatusEntry[]): TimelineStep[] {
  const present = past.at(-1);
  const current = stages.indexOf(present?.status as Stage);
  const furthest =
    current >= 0
      ? current
      : Math.max(-1, ...past.map(({ status }) => stages.indexOf(status as Stage)));
  return stages.map((stage, at) => {
    const reached = at <= furthest;
    const entry = past.findLast(({ status }) => status === stage);
    return { stage, reached, since: reached ? (entry?.since ?? null) : null };
  });
}

/** How many months, and how much, stand in one status. */
export interface StatusSum {
  status: IncentiveStatus;
  months: number;
  amount: number;
}

/** Adds up by status, in the order of the way; statuses without anything are missing. */
export function sumByStatus(records: readonly MonthRecord[]): StatusSum[] {
  return incentiveStatus.options.flatMap((status) => {
    const group = records.filter((record) => record.status === status);
    if (group.length === 0) return [];
    const amount = group.reduce((sum, record) => sum + record.amount, 0);
    return [{ status, months: group.length, amount }];
  });
}

/** Months from one to another, both included; `YYYY-MM`. */
export interface MonthSpan {
  from: string;
  to: string;
}

/** `YYYY-MM` of the city's calendar. */
export function monthOfInstant(now: Date): string {
  return DateTime.fromJSDate(now).toFormat('yyyy-MM');
}

/** `YYYY-MM-DD` of the city's calendar. */
export function dayOfInstant(now: Date): string {
  return DateTime.fromJSDate(now).toFormat('yyyy-MM-dd');
}

/** The month so many months after another, or before it. */
export function monthsAfter(period: string, months: number): string {
  const [year = 0, month = 1] = period.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** All months from one to another, both included; empty when the second is earlier. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let period = from; period <= to; period = monthsAfter(period, 1)) months.push(period);
  return months;
}
