import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import * as text from '../../text/id/report.ts';
import { label as longSilenceLabel } from '../../text/id/report-long-silence.ts';
import { labels as recapLabels } from '../../text/id/report-recap.ts';
import type { Event } from '../event/rules.ts';
import { silentRows } from '../nudge/silent-rows.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { areaShown, rowName } from './area-names.ts';
import * as on from './buttons.ts';
import { groupByArea, silentOf, spansKecamatan } from './rules.ts';
import type { InvitedPerson, InvitedView, ReportRefusal } from './service.ts';

const eventsPerPage = 6;
export const peoplePerPage = 20;
/** More silent people than this are chosen by kecamatan first, where there are several. */
export const mostInOneList = 3 * peoplePerPage;

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
      pageButtons(at, (to) => list.data(to)),
      [
        kind === 'recap'
          ? button(recapLabels.compare, on.compareButton.data())
          : button(longSilenceLabel, on.longSilenceButton.data(0)),
      ],
    ),
  };
}

export function refusal(reason: ReportRefusal): Message {
  return { text: text.refusals[reason] };
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
  const deeds = silentRows(event, silent, kecamatanCode, asOf);
  if (silent.length === 0)
    return { text: text.nobodySilent(title, area), keyboard: buttons([back]) };
  if (kecamatanCode === undefined && silent.length > mostInOneList && spansKecamatan(silent))
    return {
      text: text.chooseKecamatan(head),
      keyboard: buttons(
        ...inRows(kecamatanButtons(id, silent, wilayah), 2),
        ...deeds,
        [file],
        [back],
      ),
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
      pageButtons(at, turn),
      ...deeds,
      [button(text.labels.refresh, turn(at.page)), ...(at.pages > 1 ? [file] : [])],
      [back],
    ),
  };
}

/** Why the bot cannot reach somebody. */
export function markOf({
  registered,
  reachable,
}: Pick<InvitedPerson, 'registered' | 'reachable'>): text.SilentMark {
  if (!registered) return 'no_telegram';
  return reachable ? 'none' : 'unreachable';
}

/** Somebody to be phoned, as the lists show them. */
export function spoken(person: Pick<InvitedPerson, 'name' | 'phone' | 'registered' | 'reachable'>) {
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
