/** Cuts a message into the pieces that phrases about periods are made of. */
import { monthLike, numberOf } from '../calendar-words.ts';
import { type PeriodRole, rolesOf } from './words.ts';

/** How two phrases are joined: a dash or "s/d", a slash, a comma or plus, or a full stop. */
export type Mark = 'dash' | 'slash' | 'comma' | 'stop';

/** One piece of a message. */
export type Token =
  | ({ readonly kind: 'word'; readonly text: string; readonly capital: boolean } & WordMeaning)
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly digits: number;
      /** After an apostrophe, as in '24. */
      readonly short: boolean;
    }
  | { readonly kind: 'numbered year'; readonly number: number; readonly year: number }
  | { readonly kind: 'date'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'noise' };

/** What a word may mean. */
export interface WordMeaning {
  readonly roles: readonly PeriodRole[];
  readonly month: number | null;
  /** 1–12, from "tiga", "iii" or "ketiga". */
  readonly number: number | null;
}

const TIDY: readonly (readonly [RegExp, string])[] = [
  [/['’‘`´ʼ]/g, "'"],
  [/\bs\s*\/\s*d\b|\bs\.\s?d\.?(?=\s|\d|$)/g, ' sampai '],
  [/\b(sampai|smp|sampe|smpe|sd|s\/d)\s+(?:dengan|dgn|dg|pada|ke)\b/g, ' sampai '],
  [
    /\by\.?a\.?d\.?(?=\s|$)|\b(?:yang |yg )?(?:akan|bakal|bkl|akn) (?:datang|dtg)\b/g,
    ' mendatang ',
  ],
  [/\b(?:sebelum|sblm|seblm) (?:ini|ni|ieu)\b/g, ' lalu '],
  [/\b(tri|catur)[\s-]+(w)/g, '$1$2'],
  [/\bke[\s-]+(?:depan|dpn)\b/g, ' kedepan '],
  [/\bke[\s-]+belakang\b/g, ' kebelakang '],
  [/\bke-(?=\d|[a-z])/g, 'ke '],
  [/\b(?:saat|hari|detik|dinten|dina) (?:ini|ieu|iki|niki)\b/g, ' kini '],
  [/\btahun baru\b/g, ' lebaran '],
  [/\b17\s?-?\s?an\b/g, ' agustusan '],
  [/\b(bulan|bln|tahun|thn)\s?-?\s?\1(?:an)?\b/g, 'beberapa $1'],
  [
    /\b(bulan|bln|tahun|thn)2(?=\s+(?:yang |yg )?(?:lalu|kmrn|kemarin|kemaren|terakhir|sebelum|berapa|kmren))/g,
    'beberapa $1',
  ],
  [/\b(a\.\s?n\.?)(?=\s)/g, ' an '],
  [
    /\bdua ribu (?:dua puluh|dua pulu) (satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\b/g,
    ' 202<$1> ',
  ],
  [/\bdua ribu (?:dua puluh)\b/g, ' 2020 '],
  [/\bdua ribu (satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan) ?belas\b/g, ' 201<$1> '],
];

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const ORDINALS: Readonly<Record<string, string>> = {
  pertama: 'satu',
  prtama: 'satu',
  kesatu: 'satu',
  kahiji: 'satu',
  kapisan: 'satu',
  first: 'satu',
  second: 'dua',
  third: 'tiga',
  fourth: 'empat',
};
const DIGIT_WORDS = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
];

const SPELLED_DIGIT = new RegExp(`<(${DIGIT_WORDS.join('|')})>`, 'g');

function spelledNumber(word: string): number | null {
  const roman = Object.hasOwn(ROMAN, word) ? ROMAN[word] : undefined;
  if (roman !== undefined) return roman;
  const ordinal = Object.hasOwn(ORDINALS, word) ? ORDINALS[word] : undefined;
  const cardinal = ordinal ?? (word.startsWith('ke') && word.length > 4 ? word.slice(2) : word);
  return numberOf(cardinal);
}

function meaningOf(text: string): WordMeaning {
  const plain = text.length > 5 && text.endsWith('nya') ? text.slice(0, -3) : text;
  const roles = rolesOf(text);
  return {
    roles: roles.length > 0 ? roles : rolesOf(plain),
    month: roles.includes('festival') ? null : (monthLike(text) ?? monthLike(plain)),
    number: spelledNumber(text),
  };
}

const splitNumbers = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
const fullYear = (year: number): number => (year < 100 ? 2000 + year : year);

function dateToken(text: string): Token {
  const [a = 0, b = 0, c = 0] = splitNumbers(text);
  const [year, month, day] = a > 99 ? [a, b, c] : [fullYear(c), b, a];
  const real = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return real ? { kind: 'date', year, month, day } : noise();
}

function yearMonthToken(text: string): Token {
  const digits = text.replace(/\D/g, '');
  return {
    kind: 'numbered year',
    number: Number(digits.slice(4)),
    year: Number(digits.slice(0, 4)),
  };
}

function numberedYearToken(text: string): Token {
  const [number = 0, year = 0] = splitNumbers(text);
  return { kind: 'numbered year', number, year: fullYear(year) };
}

function numberToken(digits: string, short: boolean): Token {
  return { kind: 'number', value: Number(digits), digits: digits.length, short };
}

function tidied(text: string): string {
  const plain = TIDY.reduce(
    (written, [pattern, clear]) => written.replace(pattern, clear),
    text.normalize('NFKC').toLowerCase(),
  );
  return plain.replace(SPELLED_DIGIT, (_, word: string) => String(DIGIT_WORDS.indexOf(word)));
}

/** "5/24" is May 2024; "22/5" or "30/12" is a day and no period. */
function shortYearToken(text: string): Token {
  const [first = 0, second = 0] = splitNumbers(text);
  return first >= 1 && first <= 12 && second > 12 ? numberedYearToken(text) : noise();
}

function wordToken(text: string, capital: boolean): Token {
  return { kind: 'word', text, capital, ...meaningOf(text) };
}

function noise(): Token {
  return { kind: 'noise' };
}

type PieceReader = (text: string, capitals: ReadonlySet<string>) => Token;

/** What a piece can be, the first that fits; it begins where the one before ended. */
const PIECES: readonly (readonly [RegExp, PieceReader])[] = [
  // Amounts, percentages, telephone and account numbers say nothing about periods.
  [/\brp\.?\s*\d[\d.,]*(?:\s*(?:rb|ribu|jt|juta|k)\b)?/y, noise],
  [/\d+(?:[.,]\d+)?\s*(?:rb|ribu|rbu|jt|juta|perak|rupiah|k)\b|\d+,-|\d+\s?%/y, noise],
  [/\d{1,3}(?:[.,]\d{3})+(?!\d)(?:,-|,\d+)?/y, noise],
  [/(?:\+62|62|0)8\d[\d\s-]{6,}\d|\d{7,}/y, noise],
  [/\b\d{1,2}[/.-]\d{1,2}[/.-](?:20)?\d{2}\b/y, dateToken],
  [/\b20\d\d[/.-]\d{1,2}[/.-]\d{1,2}\b/y, dateToken],
  [
    /\b20\d\d(?:\s?[/.-]\s?(?:1[0-2]|0?[1-9])\b(?![./:]\d)|\s?(?:0[1-9]|1[0-2])\b)/y,
    yearMonthToken,
  ],
  [/\b(?:\d{1,2}\s?[/.-]\s?|0\d\s)20\d\d\b/y, numberedYearToken],
  [/\b\d{1,2}\/[1-3]\d\b|\b0\d-[1-3]\d\b/y, shortYearToken],
  [/\b(?:jam|pukul|pkl)\s?\.?\s?\d+(?:[.:]\d\d)?|\d{1,2}[.:]\d{2}(?:\s?wi[bt]a?)?\b/y, noise],
  [/1\/2\b/y, () => wordToken('setengah', false)],
  [/'\d\d\b/y, (text) => numberToken(text.slice(1), true)],
  [/\d+/y, (text) => numberToken(text, false)],
  [/\p{L}+/uy, (text, capitals) => wordToken(text, capitals.has(text))],
  [/[-–—~]+/y, () => ({ kind: 'mark', mark: 'dash' })],
  [/\//y, () => ({ kind: 'mark', mark: 'slash' })],
  [/[,&+]/y, () => ({ kind: 'mark', mark: 'comma' })],
  [/[;.!?\n()|:]/y, () => ({ kind: 'mark', mark: 'stop' })],
];

/** Words written with one capital in a text that does not capitalise everything: likely names. */
function capitalisedWords(text: string): ReadonlySet<string> {
  const words = text.match(/\p{L}+/gu) ?? [];
  const capital = words.filter((word) => /^\p{Lu}\p{Ll}+$/u.test(word));
  return new Set(capital.length * 2 > words.length ? [] : capital.map((w) => w.toLowerCase()));
}

/** The pieces of a message, in order; spaces and symbols without meaning are left out. */
export function periodTokens(text: string): Token[] {
  const capitals = capitalisedWords(text);
  const written = tidied(text);
  const tokens: Token[] = [];
  for (let at = 0; at < written.length; ) {
    let length = 1;
    for (const [pattern, read] of PIECES) {
      pattern.lastIndex = at;
      const found = pattern.exec(written)?.[0];
      if (found === undefined) continue;
      tokens.push(read(found, capitals));
      length = found.length;
      break;
    }
    at += length;
  }
  return tokens;
}
