import { button, buttons, type Message } from '../../bot/message.ts';
import { displayPhone } from '../../platform/phone.ts';
import type { OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/comparison.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { FourViews } from './comparing.ts';
import { compare, differencesOf, views } from './rules.ts';

/** How many are on each list, and where the lists do not agree. */
export function comparisonCard(four: FourViews): Message {
  const { differences, ...sizes } = compare(four.people, four.present);
  return {
    text: text.card({ ...four, ...sizes }, differences),
    keyboard: buttons([
      button(text.labels.file, on.comparisonFileButton.data()),
      button(text.labels.refresh, on.comparisonButton.data()),
    ]),
  };
}

/** Everybody of any of the lists, with a mark for each. */
export function comparisonSheet(four: FourViews, wilayah: Wilayah): OutputSheet {
  const { columns: titles } = text;
  return {
    name: text.sheet,
    columns: [
      { title: titles.name },
      { title: titles.jabatan },
      { title: titles.area },
      { title: titles.phone },
      { title: titles.sk },
      { title: titles.registered },
      { title: titles.paid(four.period) },
      { title: titles.came },
      { title: titles.notes, width: 60 },
    ],
    rows: four.people.map((person) => [
      person.name,
      person.jabatan,
      person.area === null ? null : wilayah.areaName(person.area),
      person.phone === null ? null : displayPhone(person.phone),
      ...views.map((view) => (person.on[view] ? text.yes : text.no)),
      differencesOf(person, four.present)
        .map((difference) => text.differenceWords[difference])
        .join('; '),
    ]),
  };
}
