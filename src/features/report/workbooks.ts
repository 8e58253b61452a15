import { DateTime } from 'luxon';
import { displayPhone } from '../../platform/phone.ts';
import type { CellValue } from '../../platform/sheet.ts';
import type { OutputColumn, OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { markOf } from './messages.ts';
import { groupByArea, silentOf, type Tally, tallyOf } from './rules.ts';
import type { InvitedPerson, InvitedView } from './service.ts';

const { columns: titles } = text;

/** The recap as a workbook: one sheet of numbers per kelurahan, one of names with their answers. */
export function recapWorkbook({ people }: InvitedView, wilayah: Wilayah): OutputSheet[] {
  return [areaSheet(people, wilayah), answerSheet(people, wilayah)];
}

/** Those who have not answered, with their numbers. */
export function silentWorkbook({ people }: InvitedView, wilayah: Wilayah): OutputSheet[] {
  return [
    {
      name: text.sheets.silent,
      columns: [...personColumns, { title: titles.telegram }],
      rows: silentOf(people).map((person) => [
        ...personCells(person, wilayah),
        text.telegramWords[markOf(person)],
      ]),
    },
  ];
}

function areaSheet(people: InvitedPerson[], wilayah: Wilayah): OutputSheet {
  const rows = groupByArea(people, 'kelurahan').map(({ area, people: members }) => [
    ...areaCells(area, wilayah),
    ...numbers(tallyOf(members)),
  ]);
  return {
    name: text.sheets.areas,
    columns: [
      { title: titles.kecamatan },
      { title: titles.kelurahan },
      ...[
        titles.invited,
        titles.hadir,
        titles.tidakHadir,
        titles.izin,
        titles.belum,
        titles.registered,
      ].map((title): OutputColumn => ({ title, kind: 'number' })),
    ],
    rows: [...rows, [text.total, '', ...numbers(tallyOf(people))]],
  };
}

function answerSheet(people: InvitedPerson[], wilayah: Wilayah): OutputSheet {
  return {
    name: text.sheets.people,
    columns: [
      ...personColumns,
      { title: titles.answer },
      { title: titles.reason },
      { title: titles.answeredAt },
      { title: titles.telegram },
    ],
    rows: people.map((person) => [
      ...personCells(person, wilayah),
      text.answerWords[person.answer ?? 'silent'],
      person.reason ?? '',
      person.answeredAt === null ? '' : localTime(person.answeredAt),
      text.telegramWords[markOf(person)],
    ]),
  };
}

const personColumns: OutputColumn[] = [
  { title: titles.name },
  { title: titles.jabatan },
  { title: titles.kecamatan },
  { title: titles.kelurahan },
  { title: titles.phone },
];

function personCells(person: InvitedPerson, wilayah: Wilayah): CellValue[] {
  return [
    person.name,
    person.jabatan,
    ...areaCells(person, wilayah),
    person.phone === null ? '' : displayPhone(person.phone),
  ];
}

function areaCells({ kecamatanCode, kelurahanCode }: Area, wilayah: Wilayah): CellValue[] {
  const kelurahan = kelurahanCode === null ? null : wilayah.findKelurahan(kelurahanCode);
  return [wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode, kelurahan?.name ?? ''];
}

function numbers(tally: Tally): CellValue[] {
  return [tally.invited, tally.hadir, tally.tidakHadir, tally.izin, tally.belum, tally.registered];
}

/** As text, since spreadsheets know no zones. */
function localTime(at: Date): string {
  return DateTime.fromJSDate(at).toFormat('yyyy-MM-dd HH:mm');
}
