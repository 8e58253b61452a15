import type { CellValue } from '../../platform/sheet.ts';
import {
  type OutputColumn,
  type OutputSheet,
  writeXlsx,
} from '../../platform/spreadsheet-write.ts';
import { dateAndTime } from '../../text/format.ts';
import * as text from '../../text/id/attendance-list.ts';
import type { PrintedLetterhead } from '../letterhead/letterhead-pdf.ts';
import { printedCode } from './codes.ts';
import type { Roll, RollSection } from './rules.ts';
import type { RollTally, Stamp } from './schema.ts';

/** A daftar hadir as a workbook: numbers, a sheet of names per kecamatan, and what it is. */
export function attendanceListXlsx(
  roll: Roll,
  { letterhead }: PrintedLetterhead,
  stamp: Stamp,
): Promise<Buffer> {
  return writeXlsx([
    summarySheet(roll),
    ...roll.sections.map(sectionSheet),
    aboutSheet(roll, letterhead.office, stamp),
  ]);
}

function summarySheet({ sections, tally, variant }: Roll): OutputSheet {
  const numbered = (of: RollTally) =>
    variant === 'blank'
      ? [of.invited]
      : [of.invited, of.came, of.excused, of.declined, of.missing, of.walkIns];
  const rows: CellValue[][] = sections.map((section) => [
    section.kecamatan ?? text.elsewhere,
    ...numbered(section.tally),
  ]);
  return {
    name: text.sheets.summary,
    columns: [
      { title: text.columns.kecamatan },
      ...text.numbers(tally, variant).map(([title]): OutputColumn => ({ title, kind: 'number' })),
    ],
    rows: [...rows, [text.about.total, ...numbered(tally)]],
  };
}

function sectionSheet({ kecamatan, rows }: RollSection): OutputSheet {
  const { number, name, jabatan, kelurahan, time, signature } = text.columns;
  return {
    name: kecamatan ?? text.elsewhere,
    columns: [
      { title: number, kind: 'number', width: 5 },
      { title: name },
      { title: jabatan },
      { title: kelurahan },
      { title: time },
      { title: signature, width: 24 },
    ],
    rows: rows.map((row) => [
      row.number,
      row.name,
      row.jabatan ?? '',
      row.kelurahan,
      text.timeCell(row),
      '',
    ]),
  };
}

function aboutSheet({ event, areas }: Roll, office: string[], stamp: Stamp): OutputSheet {
  const { facts, about } = text;
  return {
    name: text.sheets.about,
    columns: [{ title: text.title }, { title: office.join(', ') }],
    rows: [
      [facts.event, event.title],
      [facts.day, text.day(event.startsAt)],
      [facts.time, text.time(event.startsAt, event.endsAt)],
      [facts.place, event.place],
      [about.areas, areas === null ? about.wholeCity : areas.join(', ')],
      ['*', text.walkInNote],
      [about.made, dateAndTime(stamp.issuedAt)],
      [about.code, printedCode(stamp.code)],
      [about.hash, stamp.contentHash],
      [about.check, stamp.url],
    ],
  };
}
