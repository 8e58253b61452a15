import { fileURLToPath } from 'node:url';
import { encodePng } from './png.ts';
import { fitText, type TextPlace } from './text-fitting.ts';

/** A PDF that is being drawn; lengths are points (1/72 inch), measured from the upper left corner. */
export type Pdf = PDFKit.PDFDocument;

/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A4, portrait. */
export const a4 = { width: 595.28, height: 841.89 };

const fonts = {
  regular: fileURLToPath(new URL('./fonts/SourceSans3-Regular.ttf', import.meta.url)),
  semibold: fileURLToPath(new URL('./fonts/SourceSans3-SemiBold.ttf', import.meta.url)),
};

type Face = keyof typeof fonts;

/**
 * Draws an A4 document with the shipped fonts. The same drawing with the same `madeAt` gives the same bytes,
 * so that a file can be told from an altered one by its hash.
 *
 * @param draw adds the pages itself; lets go between them with `breathe`, where there are many
 */
export async function drawPdf(
  about: { title: string; author: string; madeAt: Date; layout: 'portrait' | 'landscape' },
  draw: (doc: Pdf) => Promise<void> | void,
): Promise<Buffer> {
  // Loaded when first needed: a start should not wait for it.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({
    size: 'A4',
    layout: about.layout,
    margin: 0,
    autoFirstPage: false,
    lang: 'id',
    displayTitle: true,
    font: fonts.regular,
    info: { Title: about.title, Author: about.author, CreationDate: about.madeAt },
  });
  const chunks: Buffer[] = [];
  const bytes = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
  await draw(doc);
  doc.end();
  return bytes;
}

/** Lets other work of the process go on: drawing is quick, but many pages together are not. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const qrScale = 8;
const qrQuietZone = 2;

/** A QR code for `doc.image`, with its quiet zone. */
export async function qrPicture(content: string): Promise<string> {
  const { create } = await import('qrcode');
  const { modules } = create(content, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * qrQuietZone) * qrScale;
  const bytes = new Uint8Array(side * side).fill(0xff);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const row = Math.floor(y / qrScale) - qrQuietZone;
      const column = Math.floor(x / qrScale) - qrQuietZone;
      const isInside = Math.min(row, column) >= 0 && Math.max(row, column) < modules.size;
      if (isInside && modules.get(row, column)) bytes[y * side + x] = 0;
    }
  return pictureSource(encodePng({ width: side, height: side, channels: 1, bytes }));
}

/** A picture for `doc.image`, which embeds the same one once however often it is drawn. */
export function pictureSource(png: Buffer): string {
  return `data:image/png;base64,${png.toString('base64')}`;
}

/** Where a text stands across its place. */
export type Align = 'left' | 'center' | 'right';

/** One line of text, never broken and never moved to another page; `y` is the top of its letters' box. */
export function drawLine(
  doc: Pdf,
  text: string,
  at: { x: number; y: number; width: number; size: number; face?: Face; align?: Align },
): void {
  const { align = 'left', face = 'regular' } = at;
  const free = align === 'left' ? 0 : at.width - lineWidth(doc, text, at.size, face);
  const shift = align === 'center' ? free / 2 : free;
  doc.font(fonts[face]).fontSize(at.size);
  doc.text(text, at.x + shift, at.y, { lineBreak: false });
}

/** A line's height for its size of letters. */
export function lineHeight(size: number): number {
  return size * 1.2;
}

/**
 * A text in a place, as large as it fits, in the middle of the place's height where it has one.
 *
 * @returns the height it took
 */
export function drawFitted(
  doc: Pdf,
  text: string,
  at: TextPlace & { x: number; y: number; height?: number; face?: Face; align?: Align },
): number {
  const face = at.face ?? 'regular';
  const { lines, size } = fitText(text, at, (part, size) => lineWidth(doc, part, size, face));
  const tall = lines.length * lineHeight(size);
  const top = at.y + (at.height === undefined ? 0 : (at.height - tall) / 2);
  for (const [index, line] of lines.entries())
    drawLine(doc, line, { ...at, face, size, y: top + index * lineHeight(size) });
  return tall;
}

/** How wide a line is, in points. */
export function lineWidth(doc: Pdf, text: string, size: number, face: Face = 'regular'): number {
  return doc.font(fonts[face]).fontSize(size).widthOfString(text);
}
