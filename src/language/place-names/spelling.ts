/**
 * How place names are written down: splitting into words, numerals, and how a name from an
 * official list is shown to people.
 */

/** One written word of a text, with what stood right before it. */
export interface WrittenWord {
  /** Lower case, letters or digits only. */
  readonly text: string;
  /** A comma, line break, slash or the like stands before it. */
  readonly afterBreak: boolean;
  /** Written without a space after the previous word, as the 2 in "alun2". */
  readonly glued: boolean;
}

const WORD = /\p{L}+|\p{N}+/gu;
const MARKS = /[\u0300-\u036f]/g;
const APOSTROPHES = /['’‘`´ʼ"]/g;
const BREAK = /[,;:\n\r/()|&+]|\s-+\s/;

/** Splits any text into its words; accents and apostrophes vanish, digits part from letters. */
export function writtenWords(text: string): WrittenWord[] {
  const plain = text.normalize('NFKD').replace(MARKS, '').replace(APOSTROPHES, '').toLowerCase();
  const words: WrittenWord[] = [];
  let end = 0;
  for (const found of plain.matchAll(WORD)) {
    const between = plain.slice(end, found.index);
    words.push({
      text: found[0],
      afterBreak: BREAK.test(between),
      glued: words.length > 0 && between === '',
    });
    end = found.index + found[0].length;
  }
  return words;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
};
const ROMAN = /^(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})$/;
const ROMAN_VALUE: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The number a word stands for ("2", "ii", "dua" → 2), or null. Roman numerals up to xxxix. */
export function numeralValue(word: string): number | null {
  if (/^[0-9]{1,3}$/.test(word)) return Number(word);
  const named = Object.hasOwn(NUMBER_WORDS, word) ? NUMBER_WORDS[word] : undefined;
  if (named !== undefined) return named;
  if (!ROMAN.test(word)) return null;
  let total = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = ROMAN_VALUE[word.charAt(at)] ?? 0;
    const next = ROMAN_VALUE[word.charAt(at + 1)] ?? 0;
    total += value < next ? -value : value;
  }
  return total;
}

const SMALL_ACRONYM = /^(?:[IVXLC]+|[A-Z]{2,4})$/;

/**
 * An official name as people write it: "Lidah kulon" → "Lidah Kulon", "Jong - Jong" → "Jong-Jong",
 * "PORIS GAGA" → "Poris Gaga", "Alun-alun Contong" unchanged; numerals and short acronyms of a
 * mixed-case name keep their capitals.
 */
export function placeDisplayName(official: string): string {
  const tidy = official
    .trim()
    .replace(/\s*-\s*/g, '-')
    .replace(/\s*\/\s*/g, '/')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\p{L}{3})\.$/u, '');
  const shouting = tidy === tidy.toUpperCase() && tidy !== tidy.toLowerCase();
  return tidy
    .split(' ')
    .map((word) => displayWord(word, shouting))
    .join(' ');
}

function displayWord(word: string, shouting: boolean): string {
  const isNumeral = /^[IVXLC]+$/.test(word) && numeralValue(word.toLowerCase()) !== null;
  if (isNumeral || (!shouting && SMALL_ACRONYM.test(word))) return word;
  const settled = shouting || /^\p{Lu}\p{Lu}+\p{Ll}/u.test(word) ? word.toLowerCase() : word;
  return settled.charAt(0).toUpperCase() + settled.slice(1);
}
