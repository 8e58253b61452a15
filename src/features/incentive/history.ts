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
  type StatusEntry,
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

  /** The record itself comes last, also where it came here without a history. */
  async function pastOf(book: IncentiveBook, record: RecordedMonth): Promise<StatusEntry[]> {
    const past = await statusesOf(db, book.kader.id, record.period);
    const { status, statusDate } = record;
    return past.at(-1)?.status === status ? past : [...past, { status, since: statusDate }];
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
      return {
        view: month,
        timeline: month.is === 'recorded' ? timelineOf(await pastOf(book, month.record)) : [],
        rate: rateFor(book.rates, book.kader.jabatan, period),
      };
    },
  };
}
