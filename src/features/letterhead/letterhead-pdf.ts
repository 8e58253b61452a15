import {
  a4,
  drawFitted,
  drawLine,
  drawPdf,
  lineHeight,
  mm,
  type Pdf,
  pictureSource,
} from '../../platform/pdf.ts';
import * as text from '../../text/id/letterhead.ts';
import { printedNip } from './rules.ts';
import type { Letterhead } from './schema.ts';

/** A letterhead with the picture of its logo, ready for print (platform/print-picture). */
export interface PrintedLetterhead {
  letterhead: Letterhead;
  logo: Buffer | null;
}

/** What a letterhead takes from the top of a sheet, its double rule included. */
export const letterheadHeight = 80;
/** What a signature takes, from the line with the place to the employee number. */
export const signatureHeight = 122;

const ruleRoom = 8;

/** Draws the head of the office: logo at the left, the lines in the middle, a thick and a thin rule below. */
export function drawLetterhead(
  doc: Pdf,
  { letterhead, logo }: PrintedLetterhead,
  at: { x: number; y: number; width: number },
): void {
  const height = letterheadHeight - ruleRoom;
  const logoSize = height - 8;
  if (logo !== null)
    doc.image(pictureSource(logo), at.x, at.y, {
      fit: [logoSize, logoSize],
      align: 'center',
      valign: 'center',
    });
  // As much is left free at the right, so that the lines stand in the middle of the sheet.
  const inset = logo === null ? 0 : logoSize + 8;
  const place = { x: at.x + inset, width: at.width - 2 * inset, align: 'center' as const };
  const { office, address } = letterhead;
  const sizes = office.map((_, index) => (index === office.length - 1 ? 16 : 12.5));
  const tall =
    sizes.reduce((sum, size) => sum + lineHeight(size), 0) +
    (address === null ? 0 : 2 * lineHeight(8.5));
  let y = at.y + Math.max(0, (height - 4 - tall) / 2);
  for (const [index, line] of office.entries()) {
    const size = sizes[index] ?? 12.5;
    y += drawFitted(doc, line, { ...place, y, size, smallest: 8, lines: 1, face: 'semibold' });
  }
  if (address !== null)
    drawFitted(doc, address, { ...place, y: y + 1, size: 8.5, smallest: 7, lines: 2 });
  const rule = at.y + height + 1;
  doc
    .lineWidth(2)
    .moveTo(at.x, rule)
    .lineTo(at.x + at.width, rule)
    .stroke('#000');
  doc
    .lineWidth(0.6)
    .moveTo(at.x, rule + 2.6)
    .lineTo(at.x + at.width, rule + 2.6)
    .stroke('#000');
}

/** Draws the place for the signature: place and date, the office held, room to sign, name and number. */
export function drawSignature(
  doc: Pdf,
  { city, title, name, nip }: Letterhead,
  signed: Date,
  at: { x: number; y: number; width: number },
): void {
  const place = { x: at.x, width: at.width, size: 10 };
  drawLine(doc, text.placeAndDay(city, signed), { ...place, y: at.y });
  drawFitted(doc, title, { ...place, y: at.y + 14, smallest: 8, lines: 2 });
  const nameY = at.y + 92;
  drawFitted(doc, name ?? '', {
    ...place,
    y: nameY,
    smallest: 7.5,
    lines: 1,
    face: 'semibold',
  });
  const rule = nameY + 13.5;
  doc
    .lineWidth(0.7)
    .moveTo(at.x, rule)
    .lineTo(at.x + at.width, rule)
    .stroke('#000');
  drawLine(doc, text.numbered(printedNip(nip)), { ...place, y: rule + 2, size: 9.5 });
}

/** A sheet that shows the letterhead and the signature, before anything is printed with them. */
export function samplePagePdf(printed: PrintedLetterhead, now: Date): Promise<Buffer> {
  const title = text.samplePage.title;
  const author = printed.letterhead.office.at(-1) ?? '';
  return drawPdf({ title, author, madeAt: now, layout: 'portrait' }, (doc) => {
    doc.addPage();
    const margin = 15 * mm;
    const width = a4.width - 2 * margin;
    drawLetterhead(doc, printed, { x: margin, y: 12 * mm, width });
    drawLine(doc, title, { x: margin, y: 150, width, size: 15, face: 'semibold', align: 'center' });
    drawFitted(doc, text.samplePage.body, {
      x: margin,
      y: 180,
      width,
      size: 11,
      smallest: 9,
      lines: 3,
      align: 'center',
    });
    drawSignature(doc, printed.letterhead, now, { x: margin + width - 220, y: 250, width: 220 });
  });
}
