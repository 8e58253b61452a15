import { type Entry, entryOf } from './lexicon.ts';
import { spell } from './spelling.ts';

/** A piece of a glued form, with what it stands for. */
export interface Piece {
  readonly text: string;
  readonly entry: Entry;
}

/** Words that may be glued together: `gabisa`, `siaphadir`, `sayaikut`. */
const GLUED = new Set(
  (
    'tidak bisa hadir datang ikut siap saya insyaallah izin maaf mohon bu pak oke iya belum ' +
    'dulu sakit mau akan sudah terima_kasih acara kerja semoga mungkin tetap besok ada baik'
  ).split(' '),
);

/** Contractions that are two words: how many letters belong to the first. */
const CONTRACTED: Readonly<Record<string, number>> = {
  gbs: 1,
  gbsa: 1,
  gabs: 2,
  gkbs: 2,
  tdkbs: 3,
  gatau: 2,
  gtau: 1,
  gatw: 2,
  gaktau: 3,
  gtw: 1,
  gada: 2,
  gaada: 2,
  gakada: 3,
  gamau: 2,
  gmau: 1,
  gakmau: 3,
  gaikut: 2,
  gabisa: 2,
  gajadi: 2,
  gajd: 2,
  gapake: 2,
  gausah: 2,
  gakusah: 3,
  gapernah: 2,
  gapunya: 2,
  kagabise: 4,
};

/** `gbisa`, `tdkhadir`, `takikut`: a negation glued to its verb must never be lost. */
export function unglueNegation(form: string): Piece[] | undefined {
  for (const [prefix, lemma] of NEGATING) {
    const rest = form.slice(prefix.length);
    if (!form.startsWith(prefix) || rest.length < 2) continue;
    const verb = entryOf(rest) ?? (rest.length >= 4 ? spell(rest)?.entry : undefined);
    const negation = entryOf(lemma);
    if (!verb || !negation || !DENIABLE.some((tag) => verb.tags.has(tag))) continue;
    return [
      { text: prefix, entry: negation },
      { text: rest, entry: verb },
    ];
  }
  return undefined;
}

const DENIABLE = ['able', 'come', 'want'];

/** Negations people glue to the next word, with the lemma each stands for. */
const NEGATING: readonly (readonly [string, string])[] = [
  ...'g gk ga gak tdk td tak tidak ngga nggak enggak engga kagak kaga ndak ora teu'
    .split(' ')
    .map((prefix) => [prefix, 'tidak'] as const),
  ['blm', 'belum'],
  ['belum', 'belum'],
  ['moal', 'moal'],
];

/** Splits a glued form into words of the core vocabulary, at least one of them long. */
export function unglue(form: string): Piece[] | undefined {
  if (form.length < 5 || form.length > 24) return undefined;
  const attempt = (rest: string, depth: number): Piece[] | undefined => {
    if (rest === '') return [];
    if (depth === 4) return undefined;
    for (let length = rest.length; length >= 2; length -= 1) {
      const text = rest.slice(0, length);
      const entry = spellCore(text);
      if (!entry) continue;
      const tail = attempt(rest.slice(length), depth + 1);
      if (tail) return [{ text, entry }, ...tail];
    }
    return undefined;
  };
  const parts = attempt(form, 0);
  const called = parts?.at(-1)?.entry.tags.has('honor') === true && form.length >= 5;
  return parts && parts.length > 1 && (called || parts.some((part) => part.text.length >= 4))
    ? parts
    : undefined;
}

function spellCore(text: string): Entry | undefined {
  const entry = entryOf(text);
  return entry && GLUED.has(entry.lemma) ? entry : undefined;
}

/** The two words of a known contraction (`gbs`, `gatau`). */
export function expand(form: string): Piece[] | undefined {
  const cut = CONTRACTED[form];
  if (cut === undefined) return undefined;
  const pieces = [form.slice(0, cut), form.slice(cut)].flatMap((text) => {
    const entry = entryOf(text);
    return entry ? [{ text, entry }] : [];
  });
  return pieces.length === 2 ? pieces : undefined;
}
