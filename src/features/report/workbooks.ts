import { DateTime } from 'luxon';
import { displayPhone } from '../../platform/phone.ts';
import type { CellValue } from '../../platform/sheet.ts';
import type { OutputColumn, OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/report.ts';
import * as recapText from '../../text/id/report-recap.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { markOf } from './messages.ts';
import { type Arrival, groupByArea, silentOf, tallyOf } from './rules.ts';
import type { InvitedPerson, InvitedView, WalkIn } from './service.ts';

const { columns: titles } = text;

/**
 * The recap as a workbook: numbers per kelurahan, and names with their answers; once people come, when and
 * how they did, and a sheet of those who were not invited.
 */
export function recapWorkbook(view: InvitedView, wilayah: Wilayah): OutputSheet[] {
  const sheets = [areaSheet(view, wilayah), answerSheet(view, wilayah)];
  return view.arrivals === 'none' ? sheets : [...sheets, walkInSheet(view, wilayah)];
}

/** Those who have not answered, with their numbers. */
export function silentWorkbook({ people }: InvitedView, wilayah: Wilayah): OutputSheet[] {
  return [peopleSheet(text.sheets.silent, silentOf(people), wilayah)];
}

/** People to be phoned. */
export function peopleSheet(name: string, people: Phoned[], wilayah: Wilayah): OutputSheet {
  return {
    name,
    columns: [...personColumns, { title: titles.telegram }],
    rows: people.map((person) => [
      ...personCells(person, wilayah),
      text.telegramWords[markOf(person)],
    ]),
  };
}

type Person = Area & Pick<WalkIn, 'name' | 'jabatan' | 'phone'>;
type Phoned = Person & Pick<InvitedPerson, 'registered' | 'reachable'>;

function areaSheet({ people, walkIns, arrivals }: InvitedView, wilayah: Wilayah): OutputSheet {
  const everybody = [
    ...people.map((invited) => ({ ...areaOf(invited), invited, walkIns: 0 })),
    ...walkIns.map((walkIn) => ({ ...areaOf(walkIn), invited: null, walkIns: 1 })),
  ];
  const numbers = (some: typeof everybody): CellValue[] => {
    const tally = tallyOf(some.flatMap(({ invited }) => invited ?? []));
    const answers = answerCounts.map(({ column }) => tally[column]);
    if (arrivals === 'none') return answers;
    const uninvited = some.reduce((sum, each) => sum + each.walkIns, 0);
    return [...answers, tally.came, tally.invited - tally.came, uninvited];
  };
  const rows = groupByArea(everybody, 'kelurahan').map(({ area, people: members }) => [
    ...areaCells(area, wilayah),
    ...numbers(members),
  ]);
  const { came, absent, walkIns: uninvited } = recapText.columns;
  return {
    name: text.sheets.areas,
    columns: [
      { title: titles.kecamatan },
      { title: titles.kelurahan },
      ...[
        ...answerCounts.map(({ title }) => title),
        ...(arrivals === 'none' ? [] : [came, absent, uninvited]),
      ].map((title): OutputColumn => ({ title, kind: 'number' })),
    ],
    rows: [...rows, [text.total, '', ...numbers(everybody)]],
  };
}

const answerCounts = [
  { column: 'invited', title: titles.invited },
  { column: 'hadir', title: titles.hadir },
  { column: 'tidakHadir', title: titles.tidakHadir },
  { column: 'izin', title: titles.izin },
  { column: 'belum', title: titles.belum },
  { column: 'registered', title: titles.registered },
] as const;

function answerSheet({ people, arrivals }: InvitedView, wilayah: Wilayah): OutputSheet {
  return {
    name: text.sheets.people,
    columns: [
      ...personColumns,
      { title: titles.answer },
      { title: titles.reason },
      { title: titles.answeredAt },
      { title: titles.recordedBy },
      { title: titles.telegram },
      ...(arrivals === 'none' ? [] : arrivalColumns),
    ],
    rows: people.map((person) => [
      ...personCells(person, wilayah),
      text.answerWords[person.answer ?? 'silent'],
      person.reason ?? '',
      person.answeredAt === null ? '' : localTime(person.answeredAt),
      person.recordedBy ?? '',
      text.telegramWords[markOf(person)],
      ...(person.arrival === null ? [] : arrivalCells(person.arrival)),
    ]),
  };
}

function walkInSheet({ walkIns }: InvitedView, wilayah: Wilayah): OutputSheet {
  return {
    name: recapText.walkInSheet,
    columns: [...personColumns, { title: recapText.columns.walkInReason }, ...arrivalColumns],
    rows: walkIns.map((person) => [
      ...personCells(person, wilayah),
      person.reason ?? '',
      ...arrivalCells(person.arrival),
    ]),
  };
}

const arrivalColumns: OutputColumn[] = [
  { title: recapText.columns.cameAt },
  { title: recapText.columns.number, kind: 'number' },
  { title: recapText.columns.via },
  { title: recapText.columns.leftAt },
];

function arrivalCells({ at, number, via, leftAt }: Arrival): CellValue[] {
  return [localTime(at), number, recapText.viaWords[via], leftAt === null ? '' : localTime(leftAt)];
}

const personColumns: OutputColumn[] = [
  { title: titles.name },
  { title: titles.jabatan },
  { title: titles.kecamatan },
  { title: titles.kelurahan },
  { title: titles.phone },
];

function personCells(person: Person, wilayah: Wilayah): CellValue[] {
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

function areaOf({ kecamatanCode, kelurahanCode }: Area): Area {
  return { kecamatanCode, kelurahanCode };
}

/** As text, since spreadsheets know no zones. */
function localTime(at: Date): string {
  return DateTime.fromJSDate(at).toFormat('yyyy-MM-dd HH:mm');
}
