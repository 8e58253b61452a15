import type { Area } from '../access/rules.ts';
import { monthsAfter, monthsBetween, type StatusSum } from '../incentive/rules.ts';
import { type IncentiveStatus, incentiveStatus } from '../incentive/schema.ts';

/** How many months, and how much, stand in one status in one area. */
export interface AreaSum extends Area, StatusSum {}

/** The sums of one area; kelurahan null = those who serve the kecamatan as a whole, or all of it. */
export interface AreaSums {
  area: Area;
  sums: StatusSum[];
}

/** Adds up what stands in the same status, in the order of the way of a payment. */
export function byStatus(sums: readonly StatusSum[]): StatusSum[] {
  return incentiveStatus.options.flatMap((status) => {
    const same = sums.filter((sum) => sum.status === status);
    return same.length === 0 ? [] : [{ status, ...totalOf(same) }];
  });
}

/** Everything together, whatever its status. */
export function totalOf(sums: readonly StatusSum[]): { months: number; amount: number } {
  return sums.reduce(
    (total, { months, amount }) => ({
      months: total.months + months,
      amount: total.amount + amount,
    }),
    { months: 0, amount: 0 },
  );
}

/** What a status comes to for whoever waits: the money is there, comes, or does not. */
export type Outlook = 'paid' | 'underWay' | 'stopped';

/** Months by what they come to. */
export function outlookOf(sums: readonly StatusSum[]): Record<Outlook, number> {
  const months = { paid: 0, underWay: 0, stopped: 0 };
  for (const sum of sums) months[outlook(sum.status)] += sum.months;
  return months;
}

function outlook(status: IncentiveStatus): Outlook {
  if (status === 'TRANSFERRED') return 'paid';
  return status === 'HELD' || status === 'REJECTED' ? 'stopped' : 'underWay';
}

/**
 * One row per area: the kecamatan where several are in sight, since 104 kelurahan fit on no screen, else the
 * kelurahan of the one; in the order of the official codes.
 */
export function byArea(sums: readonly AreaSum[]): {
  level: 'kecamatan' | 'kelurahan';
  rows: AreaSums[];
} {
  const level =
    new Set(sums.map(({ kecamatanCode }) => kecamatanCode)).size > 1 ? 'kecamatan' : 'kelurahan';
  return { level, rows: rowsBy(sums, level) };
}

/** One row per area of that size. */
export function rowsBy(sums: readonly AreaSum[], level: 'kecamatan' | 'kelurahan'): AreaSums[] {
  const groups = new Map<string, { area: Area; sums: AreaSum[] }>();
  for (const sum of sums) {
    const kelurahanCode = level === 'kelurahan' ? sum.kelurahanCode : null;
    const key = `${sum.kecamatanCode} ${kelurahanCode ?? ''}`;
    const group = groups.get(key) ?? {
      area: { kecamatanCode: sum.kecamatanCode, kelurahanCode },
      sums: [],
    };
    group.sums.push(sum);
    groups.set(key, group);
  }
  return [...groups.entries()]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { area, sums: all }]) => ({ area, sums: byStatus(all) }));
}

/** Months shown at a time. */
const monthsAPage = 12;

/** A page of months, the newest first. */
export interface PeriodPage {
  periods: string[];
  page: number;
  pages: number;
}

/**
 * The months of a page, counted back from the newest that is recorded; a page past the end is the last one.
 *
 * @param page from 0
 */
export function periodPage(recorded: { first: string; last: string }, page: number): PeriodPage {
  const all = monthsBetween(recorded.first, recorded.last).length;
  const pages = Math.max(1, Math.ceil(all / monthsAPage));
  const shown = Math.min(Math.max(page, 0), pages - 1);
  const to = monthsAfter(recorded.last, -shown * monthsAPage);
  const from = monthsAfter(to, 1 - monthsAPage);
  const first = from > recorded.first ? from : recorded.first;
  return { periods: monthsBetween(first, to).reverse(), page: shown, pages };
}
