import type { CellValue } from '../../platform/sheet.ts';
import type { OutputColumn, OutputSheet } from '../../platform/spreadsheet-write.ts';
import { statusWords } from '../../text/id/incentive.ts';
import * as text from '../../text/id/incentive-report.ts';
import type { Area } from '../access/rules.ts';
import type { StatusSum } from '../incentive/rules.ts';
import { incentiveStatus } from '../incentive/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { rowsBy, totalOf } from './rules.ts';
import type { MonthView, ReportedMonth } from './service.ts';

const { columns: titles } = text;

/** One month as a workbook: people and rupiah in each status by kecamatan and by kelurahan, then everybody. */
export function monthWorkbook(
  { sums }: MonthView,
  people: readonly ReportedMonth[],
  wilayah: Wilayah,
): OutputSheet[] {
  return [
    sumSheet(text.sheets.kecamatan, ['kecamatan'], rowsBy(sums, 'kecamatan'), wilayah),
    sumSheet(text.sheets.kelurahan, ['kecamatan', 'kelurahan'], rowsBy(sums, 'kelurahan'), wilayah),
    peopleSheet(people, wilayah),
  ];
}

function sumSheet(
  name: string,
  areas: readonly ('kecamatan' | 'kelurahan')[],
  rows: readonly { area: Area; sums: StatusSum[] }[],
  wilayah: Wilayah,
): OutputSheet {
  return {
    name,
    columns: [
      ...areas.map((level) => ({ title: titles[level] })),
      { title: titles.allPeople, kind: 'number' },
      { title: titles.allRupiah, kind: 'rupiah' },
      ...incentiveStatus.options.flatMap((status): OutputColumn[] => [
        { title: titles.people(status), kind: 'number' },
        { title: titles.rupiah(status), kind: 'rupiah' },
      ]),
    ],
    rows: rows.map(({ area, sums }) => {
      const all = totalOf(sums);
      return [
        ...areaCells(area, wilayah).slice(0, areas.length),
        all.months,
        all.amount,
        ...incentiveStatus.options.flatMap((status) => {
          const sum = sums.find((one) => one.status === status);
          return [sum?.months ?? 0, sum?.amount ?? 0];
        }),
      ];
    }),
  };
}

function peopleSheet(people: readonly ReportedMonth[], wilayah: Wilayah): OutputSheet {
  return {
    name: text.sheets.people,
    columns: [
      { title: titles.kecamatan },
      { title: titles.kelurahan },
      { title: titles.name },
      { title: titles.jabatan },
      { title: titles.amount, kind: 'rupiah' },
      { title: titles.status },
      { title: titles.date, kind: 'date' },
      { title: titles.note },
    ],
    rows: people.map((person) => [
      ...areaCells(person, wilayah),
      person.name,
      person.jabatan,
      person.amount,
      statusWords[person.status],
      person.statusDate,
      person.note,
    ]),
  };
}

function areaCells({ kecamatanCode, kelurahanCode }: Area, wilayah: Wilayah): CellValue[] {
  return [
    wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode,
    kelurahanCode === null
      ? text.wholeKecamatan
      : (wilayah.findKelurahan(kelurahanCode)?.name ?? kelurahanCode),
  ];
}
