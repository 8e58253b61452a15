import type { PaperLine } from '../../platform/sheet-paper.ts';
import * as text from '../../text/id/letterhead.ts';
import { printedNip } from './rules.ts';
import type { Letterhead } from './schema.ts';

/** The head of the office above a table in a workbook, as on a PDF but for its logo. */
export function letterheadLines({ office, address }: Letterhead): PaperLine[] {
  const lines = office.map(
    (line, index): PaperLine => ({
      text: line,
      size: index === office.length - 1 ? 16 : 12.5,
      isBold: true,
      isCentred: true,
    }),
  );
  if (address !== null) lines.push({ text: address, size: 8.5, isCentred: true });
  return lines.map((line, index) =>
    index === lines.length - 1 ? { ...line, isRuled: true } : line,
  );
}

/** The place for the signature below a table, from a column on: place and date, office held, name, number. */
export function signatureLines(
  { city, title, name, nip }: Letterhead,
  signed: Date,
  from: number,
): PaperLine[] {
  const roomToSign = { text: '', from, height: 60 };
  return [
    { text: text.placeAndDay(city, signed), from },
    { text: title, from },
    roomToSign,
    { text: name ?? '', from, isBold: true },
    { text: text.numbered(printedNip(nip)), from },
  ];
}
