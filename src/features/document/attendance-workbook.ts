import type { CellValue } from '../../platform/sheet.ts';
import type { PaperLine, SheetPaper } from '../../platform/sheet-paper.ts';
import {
  type OutputColumn,
  type OutputSheet,
  writeXlsx,
} from '../../platform/spreadsheet-write.ts';
import { dateAndTime } from '../../text/format.ts';
import * as text from '../../text/id/attendance-list.ts';
import * as stampText from '../../text/id/document-stamp.ts';
import type { PrintedLetterhead } from '../letterhead/letterhead-pdf.ts';
import { letterheadLines, signatureLines } from '../letterhead/letterhead-sheet.ts';
import { printedCode } from './codes.ts';
import type { Roll, RollSection } from './rules.ts';
import type { RollTally, Stamp } from './schema.ts';

/** In points: high enough to sign in, and for a name on two lines. */
const rowHeight = 30;
/** The place for the signature stands below the last three columns. */
const signatureFrom = 3;

/**
 * A daftar hadir as a workbook: numbers, a sheet of names per kecamatan that is printed and signed by itself,
 * and what it is.
 */
export function attendanceListXlsx(
  roll: Roll,
  { letterhead }: PrintedLetterhead,
  stamp: Stamp,
): Promise<Buffer> {
  const { event, variant } = roll;
  const head = letterheadLines(letterhead);
  const foot = [...signatureLines(letterhead, event.startsAt, signatureFrom), ...stampLines(stamp)];
  const paperOf = (section: RollSection): SheetPaper => ({
    above: [...head, ...factLines(event, section)],
    below: [...tallyLines(section, variant), ...foot],
    rowHeight,
    footer: text.pageOf('&P', '&N'),
  });
  return writeXlsx([
    summarySheet(roll),
    ...roll.sections.map((section) => ({ ...sectionSheet(section), paper: paperOf(section) })),
    aboutSheet(roll, letterhead.office, stamp),
  ]);
}

function factLines({ title, startsAt, endsAt, place }: Roll['event'], section: RollSection) {
  const { facts } = text;
  const said: [label: string, value: string][] = [
    [facts.event, title],
    [facts.day, text.day(startsAt)],
    [facts.time, text.time(startsAt, endsAt)],
    [facts.place, place],
    [facts.kecamatan, nameOf(section)],
  ];
  return [
    { text: text.title, size: 15, isBold: true, isCentred: true, height: 30 },
    ...said.map(([label, value]): PaperLine => ({ text: `${label}: ${value}` })),
    { text: '' },
  ];
}

function tallyLines(section: RollSection, variant: Roll['variant']): PaperLine[] {
  const numbers = text.subtotal(nameOf(section), section.tally, variant);
  return [
    { text: numbers, isBold: true },
    variant === 'blank' ? { text: text.cameByHand } : { text: text.timesNote, size: 8 },
    { text: '' },
  ];
}

function stampLines({ code, url, issuedAt }: Stamp): PaperLine[] {
  return [
    '',
    `${stampText.code}: ${printedCode(code)}. ${stampText.made(issuedAt)}.`,
    `${text.about.check}: ${url}`,
  ].map((line) => ({ text: line, size: 8 }));
}

function summarySheet({ sections, tally, variant }: Roll): OutputSheet {
  const numbered = (of: RollTally) =>
    variant === 'blank'
      ? [of.invited]
      : [of.invited, of.came, of.excused, of.declined, of.missing, of.walkIns];
  const rows: CellValue[][] = sections.map((section) => [
    nameOf(section),
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

function sectionSheet(section: RollSection): OutputSheet {
  const { number, name, jabatan, kelurahan, time, signature } = text.columns;
  return {
    name: nameOf(section),
    columns: [
      { title: number, kind: 'number', width: 5 },
      { title: name, width: 32 },
      { title: jabatan, width: 9 },
      { title: kelurahan, width: 20 },
      { title: time, width: 14 },
      { title: signature, width: 24 },
    ],
    rows: section.rows.map((row) => [
      row.number,
      row.name,
      row.jabatan ?? '',
      row.kelurahan,
      text.timeCell(row),
      text.signatureCell(row),
    ]),
  };
}

function nameOf({ kecamatan }: RollSection): string {
  return kecamatan ?? text.elsewhere;
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
