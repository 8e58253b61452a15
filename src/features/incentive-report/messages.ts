import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import type { StackedBars } from '../../platform/chart.ts';
import { statusWords } from '../../text/id/incentive.ts';
import * as text from '../../text/id/incentive-report.ts';
import type { Area, Scope } from '../access/rules.ts';
import type { IncentiveStatus } from '../incentive/schema.ts';
import { numberTable } from '../report/table.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { byArea, byStatus, outlookOf, totalOf } from './rules.ts';
import type { MonthView, PeriodsView } from './service.ts';

/** Everything in one's own area, as an argument of buttons. */
const everything = 'all';

/** Twelve months with what stands where, and a button for each. */
export function periodsCard(view: PeriodsView | null, scope: Scope): Message {
  if (view === null) return { text: text.nothingYet };
  const months = view.periods.map((period) => {
    const sums = view.sums.get(period) ?? [];
    return { period, sums, total: totalOf(sums) };
  });
  const listed = months.filter(({ sums }) => sums.length > 0);
  const { page, pages } = view;
  return {
    text: text.periods(scope.city ? text.wholeCity : text.wholeArea, months),
    keyboard: buttons(
      ...inRows(
        listed.map(({ period }) =>
          button(text.labels.period(period), on.monthButton.data(period, everything)),
        ),
        3,
      ),
      [
        ...(page < pages - 1 ? [button(text.labels.older, on.periodsButton.data(page + 1))] : []),
        ...(page > 0 ? [button(text.labels.newer, on.periodsButton.data(page - 1))] : []),
      ],
    ),
  };
}

/** One month by status and by area: kecamatan to open, or the kelurahan of the one there is. */
export function monthCard(view: MonthView, scope: Scope, wilayah: Wilayah): Message {
  const { period, kecamatanCode, sums, asOf } = view;
  const area = areaShown(view, scope, wilayah);
  const here = kecamatanCode ?? everything;
  const back =
    kecamatanCode === null
      ? button(text.labels.otherMonths, on.periodsButton.data(0))
      : button(text.labels.wholeArea, on.monthButton.data(period, everything));
  if (sums.length === 0)
    return { text: text.nothingInMonth(period, area), keyboard: buttons([back]) };
  const { level, rows } = byArea(sums);
  const all = byStatus(sums);
  const table = numberTable({ name: text.tableHeads[level], numbers: text.tableHeads.numbers }, [
    ...rows.map((row) => ({ name: placeName(row.area, level, wilayah), numbers: cells(row.sums) })),
    { name: text.total, numbers: cells(all) },
  ]);
  return {
    text: text.month({ period, area, asOf }, all, totalOf(all), table),
    keyboard: buttons(
      ...inRows(
        level === 'kelurahan'
          ? []
          : rows.map((row) =>
              button(
                placeName(row.area, level, wilayah),
                on.monthButton.data(period, row.area.kecamatanCode),
              ),
            ),
        2,
      ),
      [
        button(text.labels.chart, on.chartButton.data(period, here)),
        button(text.labels.file, on.fileButton.data(period, here)),
      ],
      [button(text.labels.refresh, on.monthButton.data(period, here)), back],
    ),
  };
}

/** The same as bars: people by status, one bar an area. */
export function monthChart(view: MonthView, scope: Scope, wilayah: Wilayah): StackedBars {
  const { level, rows } = byArea(view.sums);
  const statuses = byStatus(view.sums).map(({ status }) => status);
  return {
    title: text.chartTitle(view.period),
    subtitle: text.chartSubtitle(areaShown(view, scope, wilayah), level),
    series: statuses.map((status) => ({ name: statusWords[status], colour: colours[status] })),
    rows: rows.map(({ area, sums }) => ({
      name: placeName(area, level, wilayah),
      values: statuses.map((status) => sums.find((sum) => sum.status === status)?.months ?? 0),
    })),
    note: text.chartNote(view.asOf),
  };
}

/** On the way: the nearer to the account, the darker; there: green; stopped: orange and red. */
const colours: Record<IncentiveStatus, string> = {
  PROPOSED: '#cfe0f3',
  VERIFIED: '#86b3e0',
  PROCESSED: '#2f6fb3',
  TRANSFERRED: '#2e8b57',
  HELD: '#f0a030',
  REJECTED: '#c0392b',
};

/** The kecamatan that is meant by an argument of a button; null for everything. */
export function kecamatanIn(argument: string): string | null {
  return argument === everything ? null : argument;
}

/** The name of the part of the city that is in sight. */
export function areaShown(
  { kecamatanCode }: Pick<MonthView, 'kecamatanCode'>,
  scope: Scope,
  wilayah: Wilayah,
): string {
  if (kecamatanCode !== null) return wilayah.areaName({ kecamatanCode, kelurahanCode: null });
  return scope.city ? text.wholeCity : text.wholeArea;
}

function placeName(area: Area, level: 'kecamatan' | 'kelurahan', wilayah: Wilayah): string {
  if (level === 'kecamatan')
    return wilayah.findKecamatan(area.kecamatanCode)?.name ?? area.kecamatanCode;
  if (area.kelurahanCode === null) return text.wholeKecamatan;
  return wilayah.findKelurahan(area.kelurahanCode)?.name ?? area.kelurahanCode;
}

function cells(sums: Parameters<typeof outlookOf>[0]): number[] {
  const { paid, underWay, stopped } = outlookOf(sums);
  return [totalOf(sums).months, paid, underWay, stopped];
}
