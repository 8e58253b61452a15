import type { Claim, Item } from './claims.ts';
import type { Clause } from './clauses.ts';
import { hasAny, is, type Word } from './words.ts';

/** The places in a clause that make it a question, and the claims that are only asked about. */
export interface Question {
  readonly asks: boolean;
  /** `hadir atau tidak`, `ikut apa engga`: both sides left open. */
  readonly alternatives: boolean;
  readonly isAsked: (claim: Claim) => boolean;
}

/** Asked of another, with a question mark or a question word: not `belum tau bisa apa engga`. */
export function asksOutright(clause: Clause, question: Question): boolean {
  const wondered = clause.words.some((word) => is(word, 'ask') && word.lemma !== 'apa');
  return question.asks && (clause.asked || wondered);
}

/** Finds what a clause asks. */
export function questionIn(clause: Clause, items: readonly Item[]): Question {
  const words = clause.words;
  const alternatives = hasAlternatives(words, items);
  const marks = marksOf(clause, items);
  const asksWord = clause.asked || marks.length > 0;
  const isAsked = (claim: Claim): boolean => {
    if (claim.asks || alternatives) return true;
    if (marks.some((mark) => mark <= claim.from)) return true;
    const after = marks.filter((mark) => mark > claim.to);
    const ends = clause.asked ? [...after, words.length] : after;
    const [first] = ends;
    return first !== undefined && !isParted(words, claim.to + 1, first);
  };
  return { asks: asksWord, alternatives, isAsked };
}

/** Indexes of question words, of `boleh …`, and of a closing `ga`. */
function marksOf(clause: Clause, items: readonly Item[]): number[] {
  const words = clause.words;
  const marks = words.flatMap((_, at) => (isAskWord(words, at) ? [at] : []));
  for (const item of items) {
    if (item.kind === 'tag') marks.push(item.from);
    if (item.kind === 'claim' && item.asks) marks.push(item.to);
  }
  const kan = words.findLastIndex((word) => word.lemma === 'kan');
  if (
    kan > 0 &&
    words.slice(kan + 1).every((word) => is(word, 'called', 'part', 'emoji', 'name', 'event'))
  )
    marks.push(kan);
  if (
    words.some((word) => word.lemma === 'kok') &&
    words.some((word) => is(word, 'neg', 'notyet') || words[0]?.lemma === 'kok') &&
    hasAny(words, 'topic', 'naming', 'event', 'list', 'invite')
  )
    marks.push(0);
  const choice = words.findIndex((word) => word.lemma === 'atau');
  if (
    choice > 0 &&
    choice < words.length - 1 &&
    !items.some((item) => item.kind === 'claim' || item.kind === 'yes')
  )
    marks.push(choice);
  const must = words.findIndex((word) => is(word, 'must'));
  if (must >= 0 && !hasAny(words, 'self') && words.slice(must).some((word) => word.lemma === 'ya'))
    marks.push(must);
  const allow = words.findIndex((word) => is(word, 'allow'));
  if (
    allow >= 0 &&
    clause.link !== 'cond' &&
    !is(words[allow - 1], 'neg', 'notyet', 'done') &&
    !(is(words[allow + 1], 'with', 'by') && is(words[allow + 2], 'kin')) &&
    asksLeave(words, allow, items)
  )
    marks.push(allow);
  return marks.sort((a, b) => a - b);
}

/** `boleh bawa anak`, `boleh minta suratnya`: leave for something other than coming. */
function asksLeave(words: readonly Word[], at: number, items: readonly Item[]): boolean {
  return items.some(
    (item) => item.kind === 'matter' && item.from <= at && item.to >= at && words.length > at + 1,
  );
}

const RHETORIC: readonly (readonly [string, RegExp])[] = [
  ['kapan', /^(?:lagi|pun)$/],
  ['siapa', /^(?:takut|pun)$/],
  ['apa', /^(?:adanya|pun|lagi|sih|kata|daya|ya|kabar)$/],
];

function isAskWord(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !is(word, 'ask', 'yn')) return false;
  const next = words[at + 1]?.lemma ?? '';
  const after = words[at + 2];
  if (
    word.lemma === 'kenapa' &&
    next === 'tidak' &&
    (after === undefined || is(after, 'called', 'part'))
  )
    return false;
  if (word.lemma === 'ngapain' && next === 'tidak') return false;
  if (
    RHETORIC.some(
      ([lemma, follow]) =>
        word.lemma === lemma && follow.test(next) && (lemma !== 'apa' || next !== 'ya'),
    )
  ) {
    return false;
  }
  return !(word.lemma === 'apa' && is(words[at + 1], 'neg') && at > 0);
}

/** A vocative or a new subject between a claim and a question sets them apart. */
function isParted(words: readonly Word[], from: number, to: number): boolean {
  const between = words.slice(from, to);
  const breaks = between.findIndex(
    (word) =>
      is(
        word,
        'called',
        'thanks',
        'allow',
        'exist',
        'please',
        'inquire',
        'request',
        'third',
        'travelmoney',
      ) ||
      (word.nya && is(word, 'topic', 'event')),
  );
  if (breaks < 0) return false;
  const rest = words.slice(from + breaks);
  return (
    to < words.length ||
    rest.some((word) => !is(word, 'called', 'part', 'emoji', 'name', 'thanks', 'time'))
  );
}

function hasAlternatives(words: readonly Word[], items: readonly Item[]): boolean {
  return words.some((word, at) => {
    const open =
      word.lemma === 'atau' || (word.lemma === 'apa' && is(words[at + 1], 'neg') && at > 0);
    const between =
      word.lemma === 'dan' &&
      is(words[at + 1], 'neg') &&
      words.some((other) => other.form === 'antara');
    if (!open && !between) return false;
    const left = items.some(
      (item) => (item.kind === 'claim' || item.kind === 'yes') && item.from < at,
    );
    return (
      left &&
      (is(words[at + 1], 'neg') ||
        items.some((item) => item.kind === 'claim' && item.from > at && item.sign < 0))
    );
  });
}
