import {
  type Align,
  a4,
  drawFitted,
  drawLine,
  drawPdf,
  lineWidth,
  mm,
  type Pdf,
  qrPicture,
} from '../../platform/pdf.ts';
import * as text from '../../text/id/certificate.ts';
import { drawLetterhead, drawSignature } from '../letterhead/letterhead-pdf.ts';
import type { CertificateFacts, Stamp } from './schema.ts';
import { drawStamp, stampHeight } from './stamp-pdf.ts';

const sheet = { width: a4.height, height: a4.width };
const ink = '#17324d';
const gold = '#b08d3c';
const inset = 30 * mm;
const width = sheet.width - 2 * inset;

/** A certificate on one A4 sheet, landscape. */
export function certificatePdf(
  facts: CertificateFacts,
  logo: Buffer | null,
  stamp: Stamp,
): Promise<Buffer> {
  const { letterhead, event, person, number } = facts;
  const title = text.fileTitle(person.name, event.title);
  const author = letterhead.office.at(-1) ?? '';
  return drawPdf({ title, author, madeAt: stamp.issuedAt, layout: 'landscape' }, async (doc) => {
    doc.addPage();
    drawFrame(doc);
    drawLetterhead(doc, { letterhead, logo }, { x: inset, y: 17 * mm, width });

    const line = (
      words: string,
      y: number,
      size: number,
      more: { face?: 'semibold'; lines?: number; height?: number } = {},
    ) =>
      drawFitted(doc, words, {
        x: inset,
        y,
        width,
        size,
        smallest: Math.min(size, 9),
        lines: 1,
        align: 'center' satisfies Align,
        ...more,
      });
    doc.fillColor(ink);
    drawSpaced(doc, text.title, 142, 34);
    doc.fillColor('#000');
    line(text.numbered(number), 184, 11);
    line(text.givenTo, 210, 12);
    doc.fillColor(ink);
    line(person.name, 226, 30, { face: 'semibold', lines: 2, height: 46 });
    doc.fillColor('#000').lineWidth(0.8);
    doc
      .moveTo(sheet.width / 2 - 160, 275)
      .lineTo(sheet.width / 2 + 160, 275)
      .stroke(gold);
    if (person.jabatan !== null) line(text.jabatan[person.jabatan], 281, 12);
    if (person.area !== null) line(person.area, 297, 12);
    line(text.forComing, 324, 12);
    line(event.title, 340, 18, { face: 'semibold', lines: 2, height: 48 });
    line(text.heldAt(event.startsAt, event.place), 391, 12, { lines: 2 });

    const base = sheet.height - 17 * mm;
    drawStamp(doc, stamp, await qrPicture(stamp.url), {
      x: inset,
      y: base - stampHeight,
      width: width - 250,
    });
    const signature = { x: inset + width - 220, y: base - 120, width: 220 };
    drawSignature(doc, letterhead, event.startsAt, signature);
  });
}

function drawFrame(doc: Pdf): void {
  const frame = (distance: number, line: number, colour: string) =>
    doc
      .lineWidth(line)
      .rect(distance, distance, sheet.width - 2 * distance, sheet.height - 2 * distance)
      .stroke(colour);
  frame(8 * mm, 3, ink);
  frame(10 * mm, 0.8, gold);
  frame(11.2 * mm, 0.4, gold);
}

/** A title with room between its letters, in the middle of the sheet. */
function drawSpaced(doc: Pdf, words: string, y: number, size: number): void {
  const space = size * 0.18;
  const letters = [...words];
  const widths = letters.map((letter) => lineWidth(doc, letter, size, 'semibold'));
  const whole = widths.reduce((sum, next) => sum + next, 0) + space * (letters.length - 1);
  let x = (sheet.width - whole) / 2;
  for (const [index, letter] of letters.entries()) {
    drawLine(doc, letter, { x, y, width: whole, size, face: 'semibold' });
    x += (widths[index] ?? 0) + space;
  }
}
