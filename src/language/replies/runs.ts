import { hasAny, is, roles, type Word } from './words.ts';

/** Names and places, which alone do not yet make a matter. */
const WEIGHTLESS = roles(
  'unknown area role name group all exist companion from num person today_past',
);

/** Whether a run of content says more than who or where: `tim Sudimara otw` does not. */
export function hasWeight(words: readonly Word[], run: readonly number[]): boolean {
  return run.some((at) => !is(words[at], ...WEIGHTLESS) || is(words[at], 'verbish'));
}

/** What can be denied for its own sake before an answer: `ga sakit, hadir`; `ga ada halangan hadir`. */
const DENIED = roles(
  'ill duty family trip snag clash errand hard hindrance event_any place late home vehicle heat wear',
);

/**
 * `tidak xyz hadir`, `susah saya untuk hadir`: something unknown or hindering stands between a
 * negation and the verb at `from`. The answer must then not be read as a plain yes.
 */
export function isBlurred(words: readonly Word[], run: readonly number[], from: number): boolean {
  for (let at = from - 1; at >= from - 4 && run.includes(at); at -= 1) {
    const word = words[at];
    if (is(word, 'difficult', 'nobody')) return true;
    if (is(word, 'neg', 'notyet')) return at < from - 1;
    if (is(word, ...DENIED)) return false;
  }
  return false;
}

/** Modifiers that may belong to what follows as well as to what precedes. */
const LEANING = roles('aspect done want will must soon still too sudden very plan');

/** Whether the word may lean on what follows it. */
export function isLeaning(word: Word | undefined): boolean {
  return is(word, ...LEANING);
}

/** What may stand before an answer (`besok engga`) without making it a question. */
const POLITE = roles(
  'part called greet sorry thanks pray self time yes emoji please soon filler report regret aloned',
);

/** Whether the words before an answer are only politeness. */
export function isPolite(words: readonly Word[]): boolean {
  return words.every((word) => is(word, ...POLITE));
}

/**
 * How many words of a group stay with its own verb; aspect words behind them go with the reason that
 * follows: `ga bisa lagi sakit`.
 */
export function ownLength(words: readonly Word[], group: readonly number[]): number {
  let length = group.length;
  if (!group.some((at) => is(words[at], 'able'))) return length;
  while (length > 0 && isLeaning(words[group[length - 1] ?? -1])) length -= 1;
  return length;
}

/** `bisa ga bu …`: ability with the negation behind it asks. */
export function endsAsQuestion(mods: readonly Word[]): boolean {
  const last = mods.at(-1);
  return is(last, 'neg') && !is(last, 'able') && hasAny(mods, 'able', 'allow', 'want');
}
