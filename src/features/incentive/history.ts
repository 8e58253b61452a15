import type { Ports } from '../../platform/ports.ts';
import type { KaderIdentity } from '../access/rules.ts';
import { findIdentity } from '../kader/repository.ts';
import { statusesOf } from './change-repository.ts';
import { listedMonths, readRates, recordsOf } from './repository.ts';
import {
  type MonthView,
  monthOfInstant,
  type Rate,
  type RecordedMonth,
  rateFor,
  type TimelineStep,
  timelineOf,
  viewMonths,
} from './rules.ts';

/** Everything recorded of one person's money, and what it is judged by. */
export interface IncentiveBook {
  kader: KaderIdentity;
  /** Oldest month first. */
  records: RecordedMonth[];
  rates: Rate[];
  /** `YYYY-MM` */
  thisMonth: string;
}

/** One month in full. */
export interface MonthDetail {
  view: MonthView;
  /** Empty where nothing is recorded. */
  timeline: TimelineStep[];
  /** The standing amount of that month, where one is known. */
  rate: Rate | null;
}

/** Looks things up in people's own months. */
export interface IncentiveHistory {
  /** Null when there is no such person. */
  open(kaderId: number): Promise<IncentiveBook | null>;
  view(book: IncentiveBook, periods: readonly string[]): Promise<MonthView[]>;
  detail(book: IncentiveBook, period: string): Promise<MonthDetail>;
}

export function createIncentiveHistory({ db, clock }: Ports): IncentiveHistory {
  async function view(book: IncentiveBook, periods: readonly string[]): Promise<MonthView[]> {
    const { kader, records, rates, thisMonth } = book;
    const recorded = new Set(records.map(({ period }) => period));
    const open = periods.filter((period) => !recorded.has(period) && period <= thisMonth);
    const first = rates.find(({ jabatan }) => jabatan === kader.jabatan);
    return viewMonths(periods, {
      records,
      listed: await listedMonths(db, kader, open),
      schemeFrom: first?.fromPeriod ?? null,
      thisMonth,
    });
  }

  return {
    async open(kaderId) {
      const [kader, records, rates] = await Promise.all([
        findIdentity(db, kaderId),
        recordsOf(db, kaderId),
        readRates(db),
      ]);
      if (kader === null) return null;
      return { kader, records, rates, thisMonth: monthOfInstant(clock.now()) };
    },
    view,
    async detail(book, period) {
      const [month = { period, is: 'no_list' } as const] = await view(book, [period]);
      const past = month.is === 'recorded' ? await statusesOf(db, book.kader.id, period) : null;
      return {
        view: month,
        timeline: past === null ? [] : timelineOf(past),
        rate: rateFor(book.rates, book.kader.jabatan, period),
      };
    },
  };
}
