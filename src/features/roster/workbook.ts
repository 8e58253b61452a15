import { displayPhone, type Phone } from '../../platform/phone.ts';
import type { CellValue } from '../../platform/sheet.ts';
import type { OutputSheet } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/roster.ts';
import type { Area } from '../access/rules.ts';
import { refusedSheet, rowSheet } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { fieldChanges, reasonFor } from './explanations.ts';
import { rosterColumns } from './reading.ts';
import type { RosterCheck } from './service.ts';

const { columns: titles } = text;
const personColumns = [
  { title: titles.name },
  { title: titles.jabatan },
  { title: titles.kelurahan },
  { title: titles.kecamatan },
  { title: titles.phone },
];

/** A roster file row by row: what to mend, what changes, who is new, and who is not in it. */
export function rosterSheets(check: RosterCheck, wilayah: Wilayah): OutputSheet[] {
  const { created, changed, refused, missing, rows } = check;
  const toMend = refused.map(({ row, problems }) => ({
    at: row.at,
    written: { ...row.written, at: null },
    reasons: problems.map((problem) => reasonFor(problem, wilayah)),
  }));
  return [
    ...(toMend.length > 0 ? [refusedSheet(Object.keys(rosterColumns), toMend)] : []),
    ...rowSheet(
      text.sheets.changed,
      [
        { title: titles.name },
        { title: titles.field },
        { title: titles.from },
        { title: titles.to },
      ],
      changed.flatMap((change) =>
        fieldChanges(change, wilayah).map(({ field, from, to }) => ({
          at: change.row.at,
          cells: [change.before.name, field, from, to],
        })),
      ),
    ),
    ...rowSheet(
      text.sheets.created,
      [...personColumns, { title: titles.remark }],
      created.map(({ row, resembles }) => ({
        at: row.at,
        cells: [
          ...personCells(row.entry, wilayah),
          resembles === null ? null : text.resembles(resembles.name, wilayah.areaName(resembles)),
        ],
      })),
    ),
    ...rowSheet(
      text.sheets.corrections,
      [{ title: titles.name }, { title: titles.written }, { title: titles.meant }],
      rows.flatMap(({ at, written, corrections }) =>
        corrections.map((one) => ({ at, cells: [written.nama, one.written, one.meant] })),
      ),
    ),
    ...(missing.length === 0
      ? []
      : [
          {
            name: text.sheets.missing,
            columns: [...personColumns, { title: titles.telegram }],
            rows: missing.map((kader) => [
              ...personCells(kader, wilayah),
              kader.account === null ? text.notRegistered : text.registered,
            ]),
          },
        ]),
  ];
}

function personCells(
  person: Area & { name: string; jabatan: string; phone: Phone | null },
  wilayah: Wilayah,
): CellValue[] {
  const kelurahan =
    person.kelurahanCode === null ? null : wilayah.findKelurahan(person.kelurahanCode);
  return [
    person.name,
    person.jabatan,
    kelurahan?.name ?? '',
    wilayah.findKecamatan(person.kecamatanCode)?.name ?? person.kecamatanCode,
    person.phone === null ? '' : displayPhone(person.phone),
  ];
}
