import type { Ports } from '../../platform/ports.ts';
import type { Scope } from '../access/rules.ts';
import type { StatusSum } from '../incentive/rules.ts';
import * as store from './repository.ts';
import { type AreaSum, byStatus, type PeriodPage, periodPage } from './rules.ts';

export type { ReportedMonth } from './repository.ts';

/** Months with what stands in each status; a month between others may have nothing. */
export interface PeriodsView extends PeriodPage {
  sums: ReadonlyMap<string, StatusSum[]>;
}

/** One month within somebody's area, or within one kecamatan of it. */
export interface MonthView {
  period: string;
  /** Null: everything in the asking person's area. */
  kecamatanCode: string | null;
  sums: AreaSum[];
  asOf: Date;
}

/** How many people an XLSX lists by name; the sums count all of them. */
export const mostListed = 20_000;

export interface IncentiveReports {
  /** A page of twelve months, the newest first; null when nothing is recorded in the scope. */
  periods(scope: Scope, page: number): Promise<PeriodsView | null>;
  /** The sums of one month; none where nothing of it is in the scope. */
  month(scope: Scope, period: string, kecamatanCode: string | null): Promise<MonthView>;
  /** The people behind the sums. */
  people(view: MonthView, scope: Scope): Promise<store.ReportedMonth[]>;
}

/** Where the money of each month is, for staff and, of their own area, for coordinators. */
export function createIncentiveReports({
  db,
  clock,
}: Pick<Ports, 'db' | 'clock'>): IncentiveReports {
  return {
    async periods(scope, page) {
      const recorded = await store.recordedSpan(db, scope);
      if (recorded === null) return null;
      const shown = periodPage(recorded, page);
      const sums = await store.sumsByPeriod(db, scope, shown.periods);
      const of = (period: string) => byStatus(sums.filter((sum) => sum.period === period));
      return { ...shown, sums: new Map(shown.periods.map((period) => [period, of(period)])) };
    },

    month: async (scope, period, kecamatanCode) => ({
      period,
      kecamatanCode,
      sums: await store.sumsByArea(db, scope, period, kecamatanCode),
      asOf: clock.now(),
    }),

    people: ({ period, kecamatanCode }, scope) =>
      store.listMonth(db, scope, period, kecamatanCode, mostListed),
  };
}
