import { type Phone, parsePhone } from '../platform/phone.ts';
import type { CellValue } from '../platform/sheet.ts';
import { type CellReading, writtenText } from './cell.ts';

/** What was read from a cell with a phone number. */
export type PhoneReading =
  | CellReading<Phone, 'not_a_phone' | 'too_short' | 'too_long' | 'rounded_by_spreadsheet'>
  | { ok: false; reason: 'several_numbers'; candidates: Phone[] };

/** `8.12E+10`, with the decimal comma or point of whoever saved it. */
const SCIENTIFIC = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i;
const BETWEEN_NUMBERS = /\s*(?:[/,;&|\n]|\bdan\b|\batau\b)\s*/i;
/** Where a further number begins after a mere blank. */
const NEXT_NUMBER = /\s+(?=(?:\+?62|0)\s?8)/;
/** Words beside a number: "WA 0812…", "0812… (WA)", "HP: 0812…". */
const LABELS = /\(?\b(?:no|nomor|hp|wa|whatsapp|telp|tlp|tel|telepon)\b\.?\)?[:.\s]*/gi;

/**
 * Reads a cell with a mobile number: any local form, with an apostrophe or a label, or as a number
 * that lost its 0 (81234567890). Never guesses: a cell with several different numbers is refused
 * with those that can be dialled, and so is one whose digits the spreadsheet has rounded away
 * ("8.12346E+10").
 */
export function parsePhoneCell(cell: CellValue | undefined): PhoneReading {
  const text = writtenText(cell);
  if (text === null) return { ok: false, reason: 'empty' };
  if (typeof cell !== 'string' && !Number.isInteger(cell)) {
    return { ok: false, reason: 'not_a_phone' };
  }
  const scientific = SCIENTIFIC.exec(text);
  if (scientific) return fromScientific(scientific);
  // "8.12346E+10" that was opened and saved once more: the lost digits have become zeros.
  if (typeof cell === 'number' && cell % 100_000 === 0) {
    return { ok: false, reason: 'rounded_by_spreadsheet' };
  }

  const written = text.replace(LABELS, '').trim();
  const single = parsePhone(written);
  if (single) return { ok: true, value: single };
  const parts = written.split(BETWEEN_NUMBERS).flatMap((part) => part.split(NEXT_NUMBER));
  const withDigits = parts.filter((part) => /\d/.test(part));
  if (withDigits.length < 2) return { ok: false, reason: whyNot(written) };
  return oneOf(withDigits);
}

function oneOf(parts: string[]): PhoneReading {
  const phones = parts.map(parsePhone);
  const candidates = new Map(phones.flatMap((phone) => (phone ? [[phone.e164, phone]] : [])));
  const [first] = candidates.values();
  if (!first) return { ok: false, reason: 'not_a_phone' };
  if (candidates.size === 1 && !phones.includes(null)) return { ok: true, value: first };
  return { ok: false, reason: 'several_numbers', candidates: [...candidates.values()] };
}

function fromScientific([, first = '', fraction = '', exponent]: RegExpExecArray): PhoneReading {
  if (fraction.length < Number(exponent)) return { ok: false, reason: 'rounded_by_spreadsheet' };
  const phone = parsePhone(first + fraction);
  return phone ? { ok: true, value: phone } : { ok: false, reason: 'not_a_phone' };
}

function whyNot(written: string): 'not_a_phone' | 'too_short' | 'too_long' {
  const subscriber = /^(?:\+?62|0)?0?(8\d*)$/.exec(written.replace(/[^+\d]/g, ''))?.[1];
  if (subscriber === undefined || /[a-z]/i.test(written)) return 'not_a_phone';
  if (subscriber.length < 9) return 'too_short';
  return subscriber.length > 12 ? 'too_long' : 'not_a_phone';
}
