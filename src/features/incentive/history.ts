import type { Ports } from '../../platform/ports.ts';
import type { KaderIdentity } from '../access/rules.ts';
import { findIdentity } from '../kader/repository.ts';
import { statusesOf } from './change-repository.ts';
import { listedMonths, monthsOf, readRates, recordsIn } from './repository.ts';
import {
  type MonthSpan,
  type MonthView,
  monthOfInstant,
  type Rate,
  type RecordedMonth,
  rateFor,
  type StatusEntry,
  type TimelineStep,
  timelineOf,
  viewMonths,
} from './rules.ts';

/** What is recorded of one person's money, opened at some months, and what it is judged by. */
export interface IncentiveBook {
  kader: KaderIdentity;
  /** Every month that is recorded, the oldest first; `YYYY-MM`. */
  months: readonly string[];
  /** What is recorded of the months it is opened at, the oldest first. */
  records: readonly RecordedMonth[];
  rates: Rate[];
  /** `YYYY-MM` */
  thisMonth: string;
}

/** One month in full. */
export interface MonthDetail {
  book: IncentiveBook;
  view: MonthView;
  /** Empty where nothing is recorded. */
  timeline: TimelineStep[];
  /** The standing amount of that month, where one is known. */
  rate: Rate | null;
}

/** Looks things up in people's own months. */
export interface IncentiveHistory {
  /** Null when there is no such person. */
  open(kaderId: number, at: MonthSpan): Promise<IncentiveBook | null>;
  /** @param periods among those the book is opened at */
  view(book: IncentiveBook, periods: readonly string[]): Promise<MonthView[]>;
  /** Null when there is no such person. */
  month(kaderId: number, period: string): Promise<MonthDetail | null>;
}

export function createIncentiveHistory({ db, clock }: Ports): IncentiveHistory {
  async function open(kaderId: number, at: MonthSpan): Promise<IncentiveBook | null> {
    const [kader, months, records, rates] = await Promise.all([
      findIdentity(db, kaderId),
      monthsOf(db, kaderId),
      recordsIn(db, kaderId, at),
      readRates(db),
    ]);
    return kader && { kader, months, records, rates, thisMonth: monthOfInstant(clock.now()) };
  }

  async function view(book: IncentiveBook, periods: readonly string[]): Promise<MonthView[]> {
    const { kader, months, records, rates, thisMonth } = book;
    const recorded = new Set(records.map(({ period }) => period));
    const unrecorded = periods.filter((period) => !recorded.has(period) && period <= thisMonth);
    const first = rates.find(({ jabatan }) => jabatan === kader.jabatan);
    return viewMonths(periods, {
      records,
      firstMonth: months[0] ?? null,
      listed: await listedMonths(db, kader, unrecorded),
      schemeFrom: first?.fromPeriod ?? null,
      thisMonth,
    });
  }

  return {
    open,
    view,
    async month(kaderId, period) {
      // The history is read along with the rest: the way to a database server costs more than a few rows.
      const [book, past] = await Promise.all([
        open(kaderId, { from: period, to: period }),
        statusesOf(db, kaderId, period),
      ]);
      if (book === null) return null;
      const [month = { period, is: 'no_list' } as const] = await view(book, [period]);
      return {
        book,
        view: month,
        timeline: month.is === 'recorded' ? timelineOf(withPresent(past, month.record)) : [],
        rate: rateFor(book.rates, book.kader.jabatan, period),
      };
    },
  };
}

/** The record itself comes last, also where it came here without a history. */
function withPresent(
  past: readonly StatusEntry[],
  { status, statusDate }: RecordedMonth,
): readonly StatusEntry[] {
  return past.at(-1)?.status === status ? past : [...past, { status, since: statusDate }];
}
