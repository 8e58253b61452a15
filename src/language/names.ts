/** Names of people: folded for matching, compared, and written properly. */
import { titleAfter, titleBefore } from './name-titles.ts';
import { slipCost, soundOf } from './slips.ts';

interface NameParts {
  readonly before: readonly string[];
  readonly words: readonly string[];
  readonly after: readonly string[];
}

const MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘`´ʼ]/g;

/** Degrees stand apart: after a comma ("Aminah, S.Sos") or, with dots or capitals, at the end. */
function looksLikeDegree(word: string): boolean {
  return titleAfter(word) !== null && (word.includes('.') || /^\p{Lu}{2,}$/u.test(word));
}

/** "Hj.Nurhayati" is two words; "S.Sos" is one. */
function apart(word: string): string[] {
  return titleAfter(word) === null ? word.replace(/\.(?=\p{L}{3})/gu, '. ').split(' ') : [word];
}

function takeApart(raw: string): NameParts {
  const [own = '', ...behind] = raw.normalize('NFKC').replace(/\s+/g, ' ').trim().split(',');
  const words = own.split(' ').flatMap(apart).filter(Boolean);
  const before: string[] = [];
  for (let title = titleBefore(words[0] ?? ''); title !== null && words.length > 1; ) {
    before.push(title);
    words.shift();
    title = titleBefore(words[0] ?? '');
  }
  const after: string[] = [];
  while (words.length > 1 && looksLikeDegree(words.at(-1) ?? '')) {
    after.unshift(titleAfter(words.pop() ?? '') ?? '');
  }
  for (const part of behind.flatMap((piece) => piece.trim().split(' ')).filter(Boolean)) {
    after.push(titleAfter(part) ?? part);
  }
  return { before, words, after };
}

/** Whole words that are written in several ways and are one name. */
const VARIANTS: Readonly<Record<string, string>> = {
  moh: 'muhamad',
  mohd: 'muhamad',
  mohamad: 'muhamad',
  mochamad: 'muhamad',
  mochammad: 'muhamad',
  moch: 'muhamad',
  muh: 'muhamad',
  mhd: 'muhamad',
  muhd: 'muhamad',
  muchamad: 'muhamad',
  much: 'muhamad',
  achmad: 'ahmad',
  akhmad: 'ahmad',
  akhmat: 'ahmad',
  ahmat: 'ahmad',
  abd: 'abdul',
  abdl: 'abdul',
  sti: 'siti',
  st: 'siti',
};

/** Double letters made single. */
const single = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');

function foldWord(word: string): string {
  const letters = word
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const folded = single(
    single(letters).replace(/oe/g, 'u').replace(/dj/g, 'j').replace(/tj/g, 'c'),
  );
  return Object.hasOwn(VARIANTS, folded) ? (VARIANTS[folded] ?? folded) : folded;
}

/** "bin" and "binti" join a name and a father's name. */
const isLink = (word: string): boolean => word === 'bin' || word === 'binti' || word === 'bt';

function foldedWords(raw: string): string[] {
  const words = takeApart(raw.replace(APOSTROPHES, '').replace(/[-_/]/g, ' '))
    .words.flatMap((word) => word.split(/\.(?=.)/))
    .map(foldWord)
    .filter((word) => word !== '' && !isLink(word));
  // What stood before a title may have been nothing but marks.
  while (words.length > 1 && titleBefore(words[0] ?? '') !== null) words.shift();
  return words;
}

/**
 * A name folded for searching and matching: lower case without titles, degrees, accents,
 * punctuation and double letters, old spelling made new, and the many ways of Muhammad, Ahmad,
 * Abdul and Siti made one. "HJ. SITI AMINAH, S.SOS" and "Sti. Aminah" → "siti aminah". The empty
 * string when nothing is left.
 */
export function nameKey(name: string): string {
  return foldedWords(name).join(' ');
}

const ALIKE_SLIPS = 1.3;

function alike(a: string, b: string): boolean {
  if (a === b || soundOf(a) === soundOf(b)) return true;
  if (a.length === 1 || b.length === 1) return a.charAt(0) === b.charAt(0);
  const shorter = Math.min(a.length, b.length);
  if (shorter < 4) return false;
  return Math.min(slipCost(a, b), slipCost(b, a)) <= Math.min(ALIKE_SLIPS, shorter * 0.2);
}

/**
 * Whether two names may be one person's: `same` when only titles, spelling customs, spacing or the
 * order of words differ; `similar` for a slip, an initial or a left-out word ("M. Yusuf" and
 * "Muhammad Yusuf", "Aminah" and "Siti Aminah"), which needs another proof; else `different`.
 */
export function sameName(a: string, b: string): 'same' | 'similar' | 'different' {
  const [first, second] = [foldedWords(a), foldedWords(b)];
  if (first.length === 0 || second.length === 0) return 'different';
  if (first.join('') === second.join('')) return 'same';
  if ([...first].sort().join(' ') === [...second].sort().join(' ')) return 'same';
  const [fewer, more] = first.length <= second.length ? [first, second] : [second, first];
  if (alike(fewer.join(''), more.join(''))) return 'similar';
  const left = [...more];
  for (const word of fewer) {
    const at = left.findIndex((other) => alike(word, other));
    if (at < 0) return 'different';
    left.splice(at, 1);
  }
  return fewer.some((word) => word.length > 2) ? 'similar' : 'different';
}

const NAME_PART = /(^|[\s\-'’.(/])(\p{L})/gu;

function properWord(word: string): string {
  const mixed = word !== word.toLowerCase() && word !== word.toUpperCase();
  if (mixed && /^\p{Lu}/u.test(word)) return word;
  const lower = word.toLowerCase();
  if (isLink(lower)) return lower;
  return lower.replace(NAME_PART, (_, start: string, letter: string) =>
    start === "'" || start === '’' ? start + letter : start + letter.toUpperCase(),
  );
}

/**
 * A name as it should be shown: capitals and lower case settled, titles before and degrees after
 * it properly written. "HJ. SITI AMINAH, S.SOS" → "Hj. Siti Aminah, S.Sos."; a name that already
 * mixes capitals and small letters keeps them ("McDonald"). Harmless on any text.
 */
export function displayName(raw: string): string {
  const { before, words, after } = takeApart(raw);
  const name = [...before, ...words.map(properWord)].join(' ');
  return [name, ...after].filter(Boolean).join(', ');
}
