import {
  a4,
  breathe,
  drawFitted,
  drawLine,
  drawPdf,
  mm,
  type Pdf,
  qrPicture,
} from '../../platform/pdf.ts';
import * as text from '../../text/id/attendance-list.ts';
import {
  drawLetterhead,
  drawSignature,
  letterheadHeight,
  type PrintedLetterhead,
  signatureHeight,
} from '../letterhead/letterhead-pdf.ts';
import { pagesOf, type RollPage, type SheetHeights } from './attendance-layout.ts';
import type { Roll, RollRow } from './rules.ts';
import type { Stamp } from './schema.ts';
import { drawStamp, stampHeight } from './stamp-pdf.ts';

const left = 15 * mm;
const width = a4.width - 2 * left;
const top = 11 * mm;
const footer = a4.height - 9 * mm - stampHeight;
const bottom = footer - 8;

const titleHeight = 122;
const shortHeadHeight = 22;
const columnsHeight = 20;
/** High enough to sign in. */
const rowHeight = 9.2 * mm;

/** Room for rows and what follows them, as the layout needs it. */
export const rollHeights: SheetHeights = {
  firstRoom: bottom - top - letterheadHeight - titleHeight - columnsHeight,
  nextRoom: bottom - top - shortHeadHeight - columnsHeight,
  row: rowHeight,
  subtotal: 22,
  closing: 56 + signatureHeight,
};

const columnWidths = [26, 158, 46, 92, 58];
/** Where each column begins; the last one, for the signature, takes what is left. */
const edges = [left];
for (const columnWidth of columnWidths) edges.push((edges.at(-1) ?? left) + columnWidth);
const signatureAt = edges.at(-1) ?? left;
const signatureWidth = left + width - signatureAt;

/** A daftar hadir on A4 sheets, a kecamatan after the other. */
export function attendanceListPdf(
  roll: Roll,
  printed: PrintedLetterhead,
  stamp: Stamp,
): Promise<Buffer> {
  const pages = pagesOf(roll.sections, rollHeights);
  const title = text.fileTitle(roll.event.title);
  const author = printed.letterhead.office.at(-1) ?? '';
  return drawPdf({ title, author, madeAt: stamp.issuedAt, layout: 'portrait' }, async (doc) => {
    const qr = await qrPicture(stamp.url);
    for (const [index, page] of pages.entries()) {
      doc.addPage();
      const tableTop = page.isFirst
        ? drawHead(doc, roll, page, printed)
        : drawShortHead(doc, roll, page);
      let y = drawTable(doc, page.rows, tableTop);
      if (page.hasSubtotal) y = drawSubtotal(doc, roll, page, y);
      if (page.hasClosing) drawClosing(doc, roll, printed, y);
      drawStamp(doc, stamp, qr, { x: left, y: footer, width: width - 90 });
      drawLine(doc, text.pageOf(index + 1, pages.length), {
        x: left,
        y: footer + stampHeight - 13,
        width,
        size: 9,
        align: 'right',
      });
      await breathe();
    }
  });
}

function drawHead(doc: Pdf, roll: Roll, page: RollPage, printed: PrintedLetterhead): number {
  drawLetterhead(doc, printed, { x: left, y: top, width });
  const { title, startsAt, endsAt, place } = roll.event;
  let y = top + letterheadHeight + 8;
  drawLine(doc, text.title, { x: left, y, width, size: 15, face: 'semibold', align: 'center' });
  y += 24;
  const facts: [label: string, value: string, lines: number][] = [
    [text.facts.event, title, 2],
    [text.facts.day, text.day(startsAt), 1],
    [text.facts.time, text.time(startsAt, endsAt), 1],
    [text.facts.place, place, 2],
  ];
  for (const [label, value, lines] of facts) y += drawFact(doc, label, value, { y, lines });
  const kecamatan = page.section.kecamatan ?? text.elsewhere;
  drawFact(doc, text.facts.kecamatan, kecamatan, { y, lines: 1, face: 'semibold' });
  return top + letterheadHeight + titleHeight;
}

function drawFact(
  doc: Pdf,
  label: string,
  value: string,
  { y, lines, face }: { y: number; lines: number; face?: 'semibold' },
): number {
  const labelWidth = 78;
  drawLine(doc, label, { x: left, y, width: labelWidth, size: 10 });
  drawLine(doc, ':', { x: left + labelWidth, y, width: 6, size: 10 });
  const taken = drawFitted(doc, value, {
    x: left + labelWidth + 8,
    y,
    width: width - labelWidth - 8,
    size: 10,
    smallest: 7.5,
    lines,
    ...(face === undefined ? {} : { face }),
  });
  return Math.max(14, taken + 2);
}

function drawShortHead(doc: Pdf, { event }: Roll, { section }: RollPage): number {
  drawFitted(doc, text.continued(event.title, section.kecamatan ?? text.elsewhere), {
    x: left,
    y: top,
    width,
    size: 9.5,
    smallest: 6.5,
    lines: 1,
    face: 'semibold',
  });
  return top + shortHeadHeight;
}

/** @returns where it ends */
function drawTable(doc: Pdf, rows: readonly RollRow[], y: number): number {
  const { number, name, jabatan, kelurahan, time, signature } = text.columns;
  doc.rect(left, y, width, columnsHeight).fill('#e9ecef').fill('#000');
  for (const [index, title] of [number, name, jabatan, kelurahan, time, signature].entries()) {
    const x = edges[index] ?? left;
    const next = edges[index + 1] ?? left + width;
    drawLine(doc, title, {
      x,
      y: y + 4.5,
      width: next - x,
      size: 9,
      face: 'semibold',
      align: 'center',
    });
  }
  const end = y + columnsHeight + rows.length * rowHeight;
  for (const [index, row] of rows.entries())
    drawRow(doc, row, y + columnsHeight + index * rowHeight);
  doc.lineWidth(0.5);
  for (let line = 0; line <= rows.length; line += 1) {
    const at = y + columnsHeight + line * rowHeight;
    doc.moveTo(left, at).lineTo(left + width, at);
  }
  for (const x of edges.slice(1)) doc.moveTo(x, y).lineTo(x, end);
  doc.rect(left, y, width, end - y).stroke('#000');
  return end;
}

function drawRow(doc: Pdf, row: RollRow, y: number): void {
  const cell = (column: number, words: string, align: 'left' | 'center', lines: number) => {
    const x = edges[column] ?? left;
    const inner = (edges[column + 1] ?? left + width) - x - 7;
    const at = { x: x + 3.5, y, width: inner, height: rowHeight - 1, align, lines };
    drawFitted(doc, words, { ...at, size: 9.5, smallest: 6 });
  };
  cell(0, String(row.number), 'center', 1);
  cell(1, row.name, 'left', 2);
  cell(2, row.jabatan ?? '', 'center', 1);
  cell(3, row.kelurahan, 'left', 2);
  cell(4, text.timeCell(row), 'center', 1);
  const unsigned = text.signatureCell(row);
  if (unsigned !== '') {
    cell(5, unsigned, 'center', 1);
    return;
  }
  // One signs at the left and the next at the right, so that large signatures do not run into each other.
  const side = row.number % 2 === 0 ? signatureWidth / 2 : 0;
  drawLine(doc, `${row.number}.`, {
    x: signatureAt + 4 + side,
    y: y + 4,
    width: signatureWidth / 2,
    size: 7.5,
  });
}

/** @returns where it ends */
function drawSubtotal(doc: Pdf, roll: Roll, { section }: RollPage, y: number): number {
  const name = section.kecamatan ?? text.elsewhere;
  drawFitted(doc, text.subtotal(name, section.tally, roll.variant), {
    x: left,
    y,
    width,
    height: rollHeights.subtotal,
    size: 9.5,
    smallest: 7,
    lines: 1,
    face: 'semibold',
  });
  return y + rollHeights.subtotal;
}

function drawClosing(doc: Pdf, roll: Roll, { letterhead }: PrintedLetterhead, y: number): void {
  const numbers = text.numbers(roll.tally, roll.variant);
  const cellWidth = width / Math.max(6, numbers.length);
  drawLine(doc, text.allTogether, { x: left, y, width, size: 9, face: 'semibold' });
  for (const [index, [label, value]] of numbers.entries()) {
    const x = left + index * cellWidth;
    doc
      .lineWidth(0.5)
      .rect(x, y + 13, cellWidth, 28)
      .stroke('#000');
    const place = { x: x + 2, width: cellWidth - 4, align: 'center' as const };
    drawLine(doc, value, { ...place, y: y + 13, size: 12, face: 'semibold' });
    drawFitted(doc, label, { ...place, y: y + 28, size: 8, smallest: 6, lines: 1 });
  }
  if (roll.variant === 'blank')
    drawLine(doc, text.cameByHand, { x: left + cellWidth + 12, y: y + 20, width, size: 10 });
  else drawLine(doc, text.timesNote, { x: left, y: y + 43, width, size: 7.5 });
  const signature = { x: left + width - 210, y: y + 58, width: 210 };
  drawSignature(doc, letterhead, roll.event.startsAt, signature);
}
