import { parsePhone } from '../../platform/phone.ts';

/**
 * What may be a number: days and amounts first, since they are let through whole, then ten digits or more, also
 * with blanks, dots or dashes between them.
 */
const mayBeNumber =
  /\b(?:0?[1-9]|[12]\d|3[01])[-./](?:0?[1-9]|1[0-2])[-./](?:19|20)\d{2}\b(?!-?\d|[ .]\d{3})|\b(?:19|20)\d{2}-\d{2}-\d{2}\b(?!-?\d|[ .]\d{3})|\b\d{1,3}(?:\.\d{3}){1,3}(?![.\d])|\+?\d(?:[ .-]?\d){9,}/g;

/**
 * Hides what may be a number of identity, family card or account (ten digits or more) down to its last four
 * digits, since none of them belongs into a chat. Phone numbers, days and amounts stay.
 *
 * @returns the words as they may be passed on, and whether anything was hidden
 */
export function hideNumbers(words: string): { text: string; hidden: boolean } {
  const text = words.replace(mayBeNumber, (written) => {
    const digits = written.replace(/\D/g, '');
    const isShort = digits.length < 10;
    const isAmount = /^\d{1,3}(\.\d{3})+$/.test(written);
    if (isShort || isAmount || parsePhone(written) !== null) return written;
    return `••••${digits.slice(-4)}`;
  });
  return { text, hidden: text !== words };
}
