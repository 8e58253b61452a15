import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/report.ts';
import type { Area } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { groupByArea, pageOf, recapOf, silentOf, spansKecamatan } from './rules.ts';
import type { InvitedPerson, InvitedView, ReportOutcome } from './service.ts';
import { numberTable } from './table.ts';

const eventsPerPage = 6;
const peoplePerPage = 20;
/** More silent people than this are chosen by kecamatan first, where there are several. */
const mostInOneList = 3 * peoplePerPage;

/** Events to choose from, a page of them. */
export function eventList(kind: 'recap' | 'silent', events: Event[], page: number): Message {
  if (events.length === 0) return { text: text.noEvents };
  const { items, ...at } = pageOf(events, page, eventsPerPage);
  const list = kind === 'recap' ? on.recapListButton : on.silentListButton;
  return {
    text: kind === 'recap' ? text.chooseForRecap : text.chooseForSilent,
    keyboard: buttons(
      ...items.map(({ id, startsAt, title }) => [
        button(
          text.labels.event(startsAt, title),
          kind === 'recap' ? on.recapButton.data(id) : on.silentButton.data(id, 0),
        ),
      ]),
      turning(at, (to) => list.data(to)),
    ),
  };
}

export function refusal(reason: Extract<ReportOutcome, { ok: false }>['reason']): Message {
  return { text: text.refusals[reason] };
}

/** Totals and the table of an event: kecamatan to open, or the kelurahan of the one there is. */
export function recapCard(
  { event, people, asOf }: InvitedView,
  shown: { city: boolean; kecamatanCode?: string },
  wilayah: Wilayah,
): Message {
  const { id } = event;
  const { kecamatanCode } = shown;
  const { total, level, rows } = recapOf(people);
  const table = numberTable({ name: text.tableHeads[level], numbers: text.tableHeads.numbers }, [
    ...rows.map(({ area, tally }) => ({
      name: rowName(area, level, wilayah),
      numbers: cells(tally),
    })),
    { name: text.total, numbers: cells(total) },
  ]);
  const kecamatan = rows.map(({ area }) =>
    button(
      rowName(area, 'kecamatan', wilayah),
      on.recapKecamatanButton.data(id, area.kecamatanCode),
    ),
  );
  return {
    text: text.recap({ ...event, area: areaShown(people, shown, wilayah), asOf }, total, table),
    keyboard: buttons(
      ...(level === 'kecamatan' ? inRows(kecamatan, 2) : []),
      [
        button(
          text.labels.refresh,
          kecamatanCode === undefined
            ? on.recapButton.data(id)
            : on.recapKecamatanButton.data(id, kecamatanCode),
        ),
        button(text.labels.file, on.recapFileButton.data(id)),
      ],
      [
        button(
          text.labels.silent,
          kecamatanCode === undefined
            ? on.silentButton.data(id, 0)
            : on.silentKecamatanButton.data(id, kecamatanCode, 0),
        ),
      ],
      [
        kecamatanCode === undefined
          ? button(text.labels.otherEvents, on.recapListButton.data(0))
          : button(text.labels.back, on.recapButton.data(id)),
      ],
    ),
  };
}

/** The silent of an event with their numbers, a page of them; many are chosen by kecamatan first. */
export function silentCard(
  { event, people, asOf }: InvitedView,
  shown: { city: boolean; kecamatanCode?: string; page: number },
  wilayah: Wilayah,
): Message {
  const { id, title, answerDeadline } = event;
  const { kecamatanCode } = shown;
  const silent = silentOf(people);
  const area = areaShown(people, shown, wilayah);
  const head = { title, answerDeadline, area, total: silent.length, asOf };
  const file = button(text.labels.file, on.silentFileButton.data(id));
  const back =
    kecamatanCode === undefined
      ? button(text.labels.otherEvents, on.silentListButton.data(0))
      : button(text.labels.back, on.silentButton.data(id, 0));
  if (silent.length === 0)
    return { text: text.nobodySilent(title, area), keyboard: buttons([back]) };
  if (kecamatanCode === undefined && silent.length > mostInOneList && spansKecamatan(silent))
    return {
      text: text.chooseKecamatan(head),
      keyboard: buttons(...inRows(kecamatanButtons(id, silent, wilayah), 2), [file], [back]),
    };
  const { items, ...at } = pageOf(silent, shown.page, peoplePerPage);
  const groups = groupByArea(items, 'kelurahan').map(({ area: place, people: members }) => ({
    area: wilayah.areaName(place),
    people: members.map(spoken),
  }));
  const turn = (page: number) =>
    kecamatanCode === undefined
      ? on.silentButton.data(id, page)
      : on.silentKecamatanButton.data(id, kecamatanCode, page);
  return {
    text: text.silent(head, groups, { at: at.page + 1, of: at.pages }),
    keyboard: buttons(
      turning(at, turn),
      [button(text.labels.refresh, turn(at.page)), ...(at.pages > 1 ? [file] : [])],
      [back],
    ),
  };
}

/** Why the bot cannot reach somebody. */
export function markOf({ registered, reachable }: InvitedPerson): text.SilentMark {
  if (!registered) return 'no_telegram';
  return reachable ? 'none' : 'unreachable';
}

function spoken(person: InvitedPerson) {
  return { name: person.name, phone: person.phone?.e164 ?? null, mark: markOf(person) };
}

function kecamatanButtons(
  eventId: number,
  people: InvitedPerson[],
  wilayah: Wilayah,
): InlineKeyboardButton[] {
  return groupByArea(people, 'kecamatan').map(({ area, people: members }) =>
    button(
      text.labels.kecamatanCount(rowName(area, 'kecamatan', wilayah), members.length),
      on.silentKecamatanButton.data(eventId, area.kecamatanCode, 0),
    ),
  );
}

/** The name of the part of the city that is in sight. */
function areaShown(
  people: readonly Area[],
  { city, kecamatanCode }: { city: boolean; kecamatanCode?: string },
  wilayah: Wilayah,
): string {
  if (kecamatanCode !== undefined) return wilayah.areaName({ kecamatanCode, kelurahanCode: null });
  if (city) return text.wholeCity;
  const [only, ...others] = groupByArea(people, 'kelurahan');
  if (only !== undefined && others.length === 0) return wilayah.areaName(only.area);
  const [kecamatan, ...more] = groupByArea(people, 'kecamatan');
  return kecamatan !== undefined && more.length === 0
    ? wilayah.areaName(kecamatan.area)
    : text.wholeArea;
}

function rowName(area: Area, level: 'kecamatan' | 'kelurahan', wilayah: Wilayah): string {
  if (level === 'kecamatan')
    return wilayah.findKecamatan(area.kecamatanCode)?.name ?? area.kecamatanCode;
  if (area.kelurahanCode === null) return text.wholeKecamatan;
  return wilayah.findKelurahan(area.kelurahanCode)?.name ?? area.kelurahanCode;
}

function cells(tally: text.TallyLines): number[] {
  return [tally.hadir, tally.tidakHadir, tally.izin, tally.belum, tally.registered];
}

function turning(
  { page, pages }: { page: number; pages: number },
  data: (page: number) => string,
): InlineKeyboardButton[] {
  return [
    ...(page > 0 ? [button(text.labels.previous, data(page - 1))] : []),
    ...(page < pages - 1 ? [button(text.labels.next, data(page + 1))] : []),
  ];
}
