import { drawFitted, drawLine, type Pdf } from '../../platform/pdf.ts';
import * as text from '../../text/id/document-stamp.ts';
import { printedCode, printedHash } from './codes.ts';
import type { Stamp } from './schema.ts';

/** What a stamp takes in height. */
export const stampHeight = 46;

/** The address where a code can be typed: the paper's own without the code. */
const checkPage = ({ url }: Stamp) => url.slice(0, url.lastIndexOf('/'));

/** Draws the QR code of a paper's page with its code and hash beside it. */
export function drawStamp(
  doc: Pdf,
  stamp: Stamp,
  qr: string,
  at: { x: number; y: number; width: number },
): void {
  doc.image(qr, at.x, at.y, { width: stampHeight, height: stampHeight });
  const place = { x: at.x + stampHeight + 5, width: at.width - stampHeight - 5, size: 7 };
  const fitted = { ...place, smallest: 5, lines: 1 };
  drawFitted(doc, `${text.checkHere} ${checkPage(stamp)}`, { ...fitted, y: at.y + 4 });
  drawLine(doc, `${text.code}: ${printedCode(stamp.code)}`, {
    ...place,
    y: at.y + 13,
    size: 8,
    face: 'semibold',
  });
  drawLine(doc, `${text.hash}: ${printedHash(stamp.contentHash)}`, { ...place, y: at.y + 24 });
  drawLine(doc, text.made(stamp.issuedAt), { ...place, y: at.y + 33 });
}
