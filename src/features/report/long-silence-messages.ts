import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import type { OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report.ts';
import * as silenceText from '../../text/id/report-long-silence.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { areaShown, rowName } from './area-names.ts';
import * as on from './buttons.ts';
import { longSilence } from './long-silence-rules.ts';
import { mostInOneList, peoplePerPage, spoken } from './messages.ts';
import { groupByArea, spansKecamatan } from './rules.ts';
import type { LongSilenceView } from './service.ts';
import { peopleSheet } from './workbooks.ts';

/** Those who were silent for long, a page of them; many are chosen by kecamatan first. */
export function longSilenceCard(
  { people, asOf }: LongSilenceView,
  shown: { city: boolean; kecamatanCode?: string; page: number },
  wilayah: Wilayah,
): Message {
  const { kecamatanCode } = shown;
  const back =
    kecamatanCode === undefined
      ? button(silenceText.toSilent, on.silentListButton.data(0))
      : button(text.labels.back, on.longSilenceButton.data(0));
  if (people.length === 0)
    return { text: silenceText.nobody(longSilence), keyboard: buttons([back]) };
  const file = button(text.labels.file, on.longSilenceFileButton.data());
  const area = areaShown(people, shown, wilayah);
  const head = { events: longSilence, total: people.length, area, asOf };
  if (kecamatanCode === undefined && people.length > mostInOneList && spansKecamatan(people)) {
    const kecamatan = groupByArea(people, 'kecamatan').map(({ area: place, people: members }) =>
      button(
        text.labels.kecamatanCount(rowName(place, 'kecamatan', wilayah), members.length),
        on.longSilenceKecamatanButton.data(place.kecamatanCode, 0),
      ),
    );
    return {
      text: silenceText.chooseKecamatan(head),
      keyboard: buttons(...inRows(kecamatan, 2), [file], [back]),
    };
  }
  const { items, ...at } = pageOf(people, shown.page, peoplePerPage);
  const groups = groupByArea(items, 'kelurahan').map(({ area: place, people: members }) => ({
    area: wilayah.areaName(place),
    people: members.map(spoken),
  }));
  const turn = (page: number) =>
    kecamatanCode === undefined
      ? on.longSilenceButton.data(page)
      : on.longSilenceKecamatanButton.data(kecamatanCode, page);
  return {
    text: silenceText.list(head, groups, { at: at.page + 1, of: at.pages }),
    keyboard: buttons(
      pageButtons(at, turn),
      [button(text.labels.refresh, turn(at.page)), file],
      [back],
    ),
  };
}

/** The same as a workbook, with the numbers to phone. */
export function longSilenceWorkbook({ people }: LongSilenceView, wilayah: Wilayah): OutputSheet[] {
  return [peopleSheet(silenceText.sheet, people, wilayah)];
}
