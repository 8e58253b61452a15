import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import { palette, type StackedBars } from '../../platform/chart.ts';
import * as text from '../../text/id/report.ts';
import * as recapText from '../../text/id/report-recap.ts';
import type { Area } from '../access/rules.ts';
import { rollButton } from '../document/buttons.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { areaShown, rowName } from './area-names.ts';
import * as on from './buttons.ts';
import { type AreaNumbers, type Arrivals, percentOf, type Tally, turnoutOf } from './rules.ts';
import type { InvitedPerson, InvitedView, RecapView, WalkIn } from './service.ts';
import { numberTable } from './table.ts';

const namesPerPage = 20;

/** What part of the recap somebody looks at. */
export interface Shown {
  /** Whether they may see the whole city. */
  city: boolean;
  kecamatanCode?: string;
}

/** Totals and the table of an event; the kecamatan or kelurahan in it can be opened. */
export function recapCard(view: RecapView, shown: Shown, wilayah: Wilayah): Message {
  const { event, arrivals, asOf, recap } = view;
  const { id } = event;
  const { kecamatanCode } = shown;
  const { total, level, rows } = recap;
  const heads = arrivals === 'none' ? recapText.answerHeads : recapText.arrivalHeads;
  const table = numberTable({ name: recapText.tableNames[level], numbers: heads }, [
    ...rows.map(({ area, ...numbers }) => ({
      name: rowName(area, level, wilayah),
      numbers: cells(numbers, arrivals),
    })),
    { name: text.total, numbers: cells(total, arrivals) },
  ]);
  const head = { ...event, area: areaOfRecap(view, shown, wilayah), arrivals, asOf };
  const parts = rows.map(({ area }) =>
    button(
      rowName(area, level, wilayah),
      level === 'kecamatan'
        ? on.recapKecamatanButton.data(id, area.kecamatanCode)
        : on.namesButton.data(id, area.kelurahanCode ?? area.kecamatanCode, 0),
    ),
  );
  const whole = kecamatanCode === undefined;
  return {
    text: recapText.recap(head, spoken(total), table),
    keyboard: buttons(
      ...inRows(parts, 2),
      [
        button(
          text.labels.refresh,
          whole ? on.recapButton.data(id) : on.recapKecamatanButton.data(id, kecamatanCode),
        ),
        button(
          recapText.labels.chart,
          whole ? on.chartButton.data(id) : on.kecamatanChartButton.data(id, kecamatanCode),
        ),
      ],
      [
        button(text.labels.file, on.recapFileButton.data(id)),
        button(
          text.labels.silent,
          whole ? on.silentButton.data(id, 0) : on.silentKecamatanButton.data(id, kecamatanCode, 0),
        ),
      ],
      [button(recapText.labels.roll, rollButton.data(id))],
      [
        whole
          ? button(text.labels.otherEvents, on.recapListButton.data(0))
          : button(text.labels.back, on.recapButton.data(id)),
      ],
    ),
  };
}

/** The names of one kelurahan, or of a kecamatan's TKSK: who answered what, who came when, whom to phone. */
export function namesCard(
  { event, arrivals, people, walkIns, asOf }: InvitedView,
  { area, page }: { area: Area; page: number },
  wilayah: Wilayah,
): Message {
  const { items, ...at } = pageOf(
    [...people.map(lineOf), ...walkIns.map(walkInLine)],
    page,
    namesPerPage,
  );
  const code = area.kelurahanCode ?? area.kecamatanCode;
  const place =
    area.kelurahanCode === null
      ? `${text.wholeKecamatan} ${wilayah.areaName(area)}`
      : wilayah.areaName(area);
  const turn = (to: number) => on.namesButton.data(event.id, code, to);
  return {
    text: recapText.names({ title: event.title, area: place, arrivals, asOf }, items, {
      at: at.page + 1,
      of: at.pages,
    }),
    keyboard: buttons(
      pageButtons(at, turn),
      [button(text.labels.refresh, turn(at.page))],
      [button(text.labels.back, on.recapKecamatanButton.data(event.id, area.kecamatanCode))],
    ),
  };
}

/** The rows of the recap as a picture: answers, or once people come, who came. */
export function recapChart(view: RecapView, shown: Shown, wilayah: Wilayah): StackedBars {
  const { event, arrivals, asOf, recap } = view;
  const parts = arrivals === 'none' ? answerParts() : arrivalParts(arrivals);
  const what = arrivals === 'none' ? 'answers' : 'arrivals';
  return {
    title: event.title,
    subtitle: recapText.chart.subtitle(what, areaOfRecap(view, shown, wilayah), asOf),
    note: recapText.chart.note(recap.total.walkIns),
    series: parts.map(({ name, colour }) => ({ name, colour })),
    rows: recap.rows.map(({ area, tally }) => ({
      name: rowName(area, recap.level, wilayah),
      values: parts.map(({ people }) => people(tally)),
    })),
  };
}

/** One of the colours of a bar, and how many people it stands for. */
interface BarPart {
  name: string;
  colour: string;
  people: (tally: Tally) => number;
}

function answerParts(): BarPart[] {
  const { hadir, izin, tidakHadir, belum } = recapText.chart.answerSeries;
  return [
    { name: hadir, colour: palette.blue, people: (tally) => tally.hadir },
    { name: izin, colour: palette.amber, people: (tally) => tally.izin },
    { name: tidakHadir, colour: palette.red, people: (tally) => tally.tidakHadir },
    { name: belum, colour: palette.grey, people: (tally) => tally.belum },
  ];
}

function arrivalParts(stage: Arrivals): BarPart[] {
  const { came, brokenPromise, excused, silent } = recapText.chart.arrivalSeries(stage);
  return [
    { name: came, colour: palette.blue, people: (tally) => turnoutOf(tally).came },
    { name: brokenPromise, colour: palette.red, people: (tally) => turnoutOf(tally).brokenPromise },
    { name: excused, colour: palette.amber, people: (tally) => turnoutOf(tally).excused },
    { name: silent, colour: palette.grey, people: (tally) => turnoutOf(tally).silent },
  ];
}

/** What stands under the picture. */
export function chartCaption(view: RecapView, shown: Shown, wilayah: Wilayah): Message {
  const { event, asOf } = view;
  return {
    text: recapText.chart.caption(event.title, areaOfRecap(view, shown, wilayah), asOf),
  };
}

function areaOfRecap({ recap }: RecapView, shown: Shown, wilayah: Wilayah): string {
  return areaShown(
    recap.rows.map(({ area }) => area),
    shown,
    wilayah,
  );
}

function spoken({ tally, walkIns }: AreaNumbers) {
  return {
    ...tally,
    percentCame: percentOf(tally.came, tally.invited),
    absent: tally.invited - tally.came,
    walkIns,
  };
}

function cells({ tally, walkIns }: AreaNumbers, arrivals: Arrivals): number[] {
  const { invited, hadir, tidakHadir, izin, belum, registered, came } = tally;
  return arrivals === 'none'
    ? [hadir, tidakHadir, izin, belum, registered]
    : [invited, hadir, came, invited - came, walkIns];
}

function lineOf({
  name,
  jabatan,
  answer,
  reason,
  recordedBy,
  arrival,
  phone,
}: InvitedPerson): recapText.NameLine {
  return {
    name,
    jabatan,
    answer: answer ?? 'silent',
    reason,
    recordedBy,
    cameAt: arrival?.at ?? null,
    leftAt: arrival?.leftAt ?? null,
    phone: phone?.e164 ?? null,
  };
}

function walkInLine({ name, jabatan, reason, arrival, phone }: WalkIn): recapText.NameLine {
  return {
    name,
    jabatan,
    answer: 'uninvited',
    reason,
    recordedBy: null,
    cameAt: arrival.at,
    leftAt: arrival.leftAt,
    phone: phone?.e164 ?? null,
  };
}
