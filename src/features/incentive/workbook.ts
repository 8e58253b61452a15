import { displayPhone } from '../../platform/phone.ts';
import type { OutputColumn, OutputSheet } from '../../platform/spreadsheet-write.ts';
import { statusWords } from '../../text/id/incentive.ts';
import * as text from '../../text/id/incentive-import.ts';
import type { Kader } from '../kader/repository.ts';
import { refusedSheet, rowSheet } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { fieldChanges, reasonFor } from './explanations.ts';
import type { IncentiveCheck } from './service.ts';
import { shownColumns } from './table.ts';

const { columns: titles } = text;

/** An incentive file row by row: what to mend, what changes, what is new, and whom it does not share with the roster. */
export function incentiveSheets(check: IncentiveCheck, wilayah: Wilayah): OutputSheet[] {
  const { created, changed, refused, offRate } = check;
  const toMend = refused.map(({ row, problems }) => ({
    at: row.at,
    written: { ...row.written, at: null, months: null },
    reasons: problems.map((problem) => reasonFor(problem, wilayah)),
  }));
  return [
    ...(toMend.length > 0 ? [refusedSheet(shownColumns, toMend)] : []),
    ...rowSheet(
      text.sheets.changed,
      columnsOf('name', 'period', 'field', 'from', 'to'),
      changed.flatMap((month) =>
        fieldChanges(month).map(({ field, from, to }) => ({
          at: month.at,
          cells: [month.kader.name, month.period, field, from, to],
        })),
      ),
    ),
    ...rowSheet(
      text.sheets.created,
      [
        ...columnsOf('name', 'period'),
        { title: titles.amount, kind: 'rupiah' },
        { title: titles.status },
        { title: titles.date, kind: 'date' },
        { title: titles.note },
      ],
      created.map(({ at, kader, period, after }) => ({
        at,
        cells: [
          kader.name,
          period,
          after.amount,
          statusWords[after.status],
          after.statusDate,
          after.note,
        ],
      })),
    ),
    ...rowSheet(
      text.sheets.offRate,
      [
        ...columnsOf('name', 'period'),
        { title: titles.amount, kind: 'rupiah' },
        { title: titles.standing, kind: 'rupiah' },
        { title: titles.difference, kind: 'number' },
      ],
      offRate.map(({ month: { at, kader, period, after }, standing }) => ({
        at,
        cells: [kader.name, period, after.amount, standing, after.amount - standing],
      })),
    ),
    ...peopleSheet(text.sheets.notRegistered, check.notRegistered, wilayah),
    ...peopleSheet(text.sheets.notOnList, check.notOnList, wilayah),
  ];
}

function columnsOf(...keys: (keyof typeof titles)[]): OutputColumn[] {
  return keys.map((key) => ({ title: titles[key] }));
}

function peopleSheet(name: string, people: readonly Kader[], wilayah: Wilayah): OutputSheet[] {
  if (people.length === 0) return [];
  return [
    {
      name,
      columns: columnsOf('name', 'jabatan', 'area', 'phone'),
      rows: people.map((kader) => [
        kader.name,
        kader.jabatan,
        wilayah.areaName(kader),
        kader.phone === null ? '' : displayPhone(kader.phone),
      ]),
    },
  ];
}
