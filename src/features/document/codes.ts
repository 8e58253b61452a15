import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit or for another letter when read aloud or copied. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 16;

/** A new code of a paper: 80 random bits, so that nobody finds one by trying. */
export function newCode(): string {
  return Array.from(randomBytes(length), (byte) => alphabet[byte % alphabet.length]).join('');
}

/** `7KQM-3XTA-9D0F-H2PB`: as a code is printed, to be read in groups. */
export function printedCode(code: string): string {
  return inGroups(code, 4, '-');
}

/** A code as somebody typed it (small letters, blanks, O for 0); null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const isCode = code.length === length && [...code].every((letter) => alphabet.includes(letter));
  return isCode ? code : null;
}

/** The beginning of a hash as it is printed: enough to compare by eye, the whole stands on the paper's page. */
export function printedHash(hash: string): string {
  return `${inGroups(hash.slice(0, 24), 4, ' ')} …`;
}

/** SHA-256, hexadecimal: of a file's bytes, or of what a paper says (its values as JSON). */
export function hashOf(content: Buffer | object): string {
  return createHash('sha256')
    .update(Buffer.isBuffer(content) ? content : JSON.stringify(content))
    .digest('hex');
}

function inGroups(text: string, size: number, between: string): string {
  return (text.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between);
}
