import { DateTime } from 'luxon';
import { button, buttons, type Message } from '../../bot/message.ts';
import { palette, type StackedBars } from '../../platform/chart.ts';
import type { CellValue } from '../../platform/sheet.ts';
import type { OutputColumn, OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report-comparison.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { areaShown } from './area-names.ts';
import * as on from './buttons.ts';
import { percentOf } from './rules.ts';
import type { ComparisonView, RecapView } from './service.ts';
import { numberTable } from './table.ts';

/** The last events side by side; the newest first. */
export function comparisonCard(view: ComparisonView, city: boolean, wilayah: Wilayah): Message {
  const { compared, asOf } = view;
  const recaps = [button(text.labels.recaps, on.recapListButton.data(0))];
  if (compared.length === 0) return { text: text.nothingYet, keyboard: buttons(recaps) };
  const table = numberTable(
    text.tableHeads,
    compared.map(({ event, arrivals, recap }, at) => {
      const { invited, hadir, came } = recap.total.tally;
      return {
        name: text.shortName(at + 1, event.startsAt),
        numbers:
          arrivals === 'none'
            ? [invited, hadir, text.unknown, text.unknown]
            : [invited, hadir, came, percentOf(came, invited) ?? text.unknown],
      };
    }),
  );
  return {
    text: text.comparison(
      { area: areaCompared(view, city, wilayah), asOf },
      compared.map(({ event }) => event.title),
      table,
    ),
    keyboard: buttons(
      [
        button(text.labels.refresh, on.compareButton.data()),
        button(text.labels.chart, on.compareChartButton.data()),
      ],
      [button(text.labels.file, on.compareFileButton.data())],
      recaps,
    ),
  };
}

/** The same as a picture. */
export function comparisonChart(
  view: ComparisonView,
  city: boolean,
  wilayah: Wilayah,
): StackedBars {
  const { compared, asOf } = view;
  const isPartlyUnknown = compared.some(({ arrivals }) => arrivals === 'none');
  return {
    title: text.chart.title,
    subtitle: text.chart.subtitle(areaCompared(view, city, wilayah), asOf),
    series: [
      { name: text.chart.came, colour: palette.blue },
      { name: text.chart.absent, colour: palette.red },
      ...(isPartlyUnknown ? [{ name: text.chart.notCheckedIn, colour: palette.grey }] : []),
    ],
    rows: compared.map(({ event, arrivals, recap }) => {
      const { invited, came } = recap.total.tally;
      return {
        name: text.chart.row(event.startsAt, event.title),
        values: arrivals === 'none' ? [0, 0, invited] : [came, invited - came, 0],
      };
    }),
    note: text.chart.note,
  };
}

/** The same as a workbook, with everything that is counted. */
export function comparisonWorkbook({ compared }: ComparisonView): OutputSheet[] {
  const { day, title, place, ...numbers } = text.columns;
  return [
    {
      name: text.sheet,
      columns: [
        { title: day, kind: 'date' },
        { title },
        { title: place },
        ...Object.values(numbers).map((name): OutputColumn => ({ title: name, kind: 'number' })),
      ],
      rows: compared.map(rowOf),
    },
  ];
}

/** What stands under the picture and the workbook. */
export function comparisonCaption(view: ComparisonView, city: boolean, wilayah: Wilayah): Message {
  return { text: text.caption(areaCompared(view, city, wilayah), view.asOf) };
}

function rowOf({ event, arrivals, recap }: RecapView): CellValue[] {
  const { tally, walkIns } = recap.total;
  const { invited, came } = tally;
  const arrived =
    arrivals === 'none'
      ? []
      : [
          came,
          invited - came,
          percentOf(came, invited),
          tally.brokenPromise,
          tally.unannounced,
          walkIns,
        ];
  return [
    DateTime.fromJSDate(event.startsAt).toISODate(),
    event.title,
    event.place,
    invited,
    tally.hadir,
    tally.tidakHadir,
    tally.izin,
    tally.belum,
    ...arrived,
  ];
}

function areaCompared({ compared }: ComparisonView, city: boolean, wilayah: Wilayah): string {
  return areaShown(
    compared.flatMap(({ recap }) => recap.rows.map(({ area }) => area)),
    { city },
    wilayah,
  );
}
