import { hasAny, is, roles, type Word } from './words.ts';

/** Who a statement is about; `generic` is "whoever" (`yang tidak hadir …`). */
export type Subject = 'self' | 'third' | 'generic';

/** How sure the statement is: plain, wanted, only wished for, hedged, hoped for, or attempted. */
export type Strength = 'firm' | 'wanted' | 'wish' | 'hedged' | 'hoped' | 'tried';

/** "I come" (+1) or "I do not" (-1), as one predicate of a clause says it. */
export interface Claim {
  readonly kind: 'claim';
  readonly sign: 1 | -1;
  readonly strength: Strength;
  readonly subject: Subject;
  /** Late, leaving early or only part of the event: whatever its form, the person comes. */
  readonly partial: boolean;
  /** Has a verb of its own (`ga bisa hadir`), not only an answer (`ga bisa`, `tidak`). */
  readonly explicit: boolean;
  /** Two negations of which one is `bukan`: it denies without stating anything. */
  readonly denial: boolean;
  /** Takes back what was said before (`batal`, `ga jadi`). */
  readonly cancels: boolean;
  /** Says "all the same" (`tetap`). */
  readonly still: boolean;
  /** Is worded as a question (`bisa ga hadir siang`). */
  readonly asks: boolean;
  /** `baru bisa` some other day: only then, not now. */
  readonly onlyThen: boolean;
  /** A bare `absen`, which may be the roll-call. */
  readonly rollCall: boolean;
  readonly from: number;
  readonly to: number;
}

/** A run of words that states no attendance: a reason, a topic, a wish, a name. */
export interface Matter {
  readonly kind: 'matter';
  readonly words: readonly Word[];
  readonly from: number;
  readonly to: number;
}

/** A statement that nothing is decided yet; `news` only promises to tell later. */
export interface Doubt {
  readonly kind: 'doubt';
  readonly news: boolean;
  readonly from: number;
  readonly to: number;
}

/**
 * A bare `yes`, a `permit` word (izin), a `hedge` without a verb, a closing `tag` that makes a
 * question (`… ga?`), a thumb or a cross.
 */
export interface Sign {
  readonly kind: 'yes' | 'permit' | 'hedge' | 'tag' | 'thumb' | 'cross';
  readonly word: Word;
  readonly from: number;
  readonly to: number;
}

export type Item = Claim | Matter | Doubt | Sign;

const NEGATIONS = ['neg', 'notyet', 'nix', 'dont', 'cancel', 'rhetor', 'nobody'] as const;

/** Weighs the modifiers before a head: polarity by parity of negations, and the strength. */
export function weigh(
  mods: readonly Word[],
  head: Word | undefined,
  base: 1 | -1,
  partial: boolean,
): Omit<Claim, 'kind' | 'subject' | 'from' | 'to'> {
  const flips = flipsOf(mods);
  const sign = partial ? 1 : flips % 2 === 0 ? base : base === 1 ? -1 : 1;
  const firstNeg = mods.findIndex((word) => is(word, 'neg'));
  const firstAble = mods.findIndex((word) => is(word, 'able', 'allow'));
  const hedged = mods.some((word, at) => is(word, 'hedge') && !isImpossible(mods, at));
  return {
    sign,
    strength: strengthOf(mods, hedged, partial),
    partial,
    explicit: head !== undefined && !is(head, 'cancel'),
    denial: hasAny(mods, 'nix') && (flips >= 2 || (flips === 1 && base === -1)),
    cancels:
      is(head, 'cancel') || (head === undefined && mods.some((word) => word.lemma === 'jadi')),
    still: hasAny(mods, 'still') || is(head, 'except'),
    rollCall: head?.lemma === 'absen' && mods.length === 0,
    onlyThen: mods.some((word, at) => word.lemma === 'baru' && is(mods[at + 1], 'able')),
    asks: firstAble >= 0 && firstNeg > firstAble && flips === 1 && mods.at(-1) === mods[firstNeg],
  };
}

/**
 * Counts the negations that turn the sense round. A second one counts only where the language
 * really doubles it (`ga mungkin ga`, `tidak bisa tidak`, `bukan ga`, `jangan sampai ga`); any other
 * repetition is a stammer (`ngga kayaknya ngga bisa`).
 */
function flipsOf(mods: readonly Word[]): number {
  let flips = 0;
  let last = -1;
  mods.forEach((word, at) => {
    if (!is(word, ...NEGATIONS)) return;
    const gap = mods.slice(last + 1, at);
    const bridges =
      gap.length > 0 &&
      gap.every(
        (one) =>
          is(one, 'able', 'allow', 'will', 'ever', 'want', 'must', 'become') ||
          (one.lemma === 'mungkin' && !/^(?:kay|kaya|kyk|kek|sep|sp)/.test(one.form)),
      );
    const doubled =
      is(mods[last], 'nix', 'dont', 'rhetor', 'cancel') || mods[last]?.lemma === 'moal';
    const stammer = mods[last]?.lemma === word.lemma && gap.length === 0;
    const undone = is(word, 'cancel');
    if (last < 0 || bridges || undone || (doubled && !stammer)) flips += 1;
    last = at;
  });
  return flips;
}

/** `ga mungkin`, `mana mungkin`: not a hedge but certainty. */
function isImpossible(mods: readonly Word[], at: number): boolean {
  return mods[at]?.lemma === 'mungkin' && is(mods[at - 1], 'neg', 'nix');
}

function strengthOf(mods: readonly Word[], hedged: boolean, partial: boolean): Strength {
  const has = (...tags: string[]): boolean => hasAny(mods, ...tags);
  if (partial) return 'firm';
  if (has('hope')) return 'hoped';
  if (has('effort')) return 'tried';
  if (hedged && !has('sure')) return 'hedged';
  if (has('neg', 'notyet')) return 'firm';
  if (has('fancy', 'plan')) return 'wish';
  if (has('want')) return 'wanted';
  return 'firm';
}

/** What a group of modifiers that met no verb amounts to. */
export type Outcome = 'claim' | 'doubt' | 'matter' | 'yes' | 'hedge' | 'tag' | 'none';

const ACTS = roles(
  'verbish msg app press inquire forward sendreq bring wear payverb get enter say pay ' +
    'topic disburse reschedule list answer request replaces replaced send seek',
);

/**
 * Settles modifiers without a verb. `next` is the content word they lean on, if any; `prior` tells
 * that the clause already said something; `before` is the word in front of the group; `subject` is
 * `apart` when a vocative stands between the group and `next`, which then is a new thought.
 */
export function settle(
  mods: readonly Word[],
  next: Word | undefined,
  prior: boolean,
  before: Word | undefined,
  subject: Subject | 'kin' | 'apart',
): Outcome {
  const has = (...tags: string[]): boolean => hasAny(mods, ...tags);
  const negated = has('neg', 'notyet', 'dont', 'nix');
  const last = mods.at(-1);
  if (has('able', 'must', 'become', 'allow') && is(last, 'neg') && !is(mods[0], 'neg', 'notyet'))
    return 'tag';
  if (next !== undefined) {
    if (has('able')) {
      if (has('notyet') && is(next, 'unknown')) return 'doubt';
      if (subject === 'apart') return 'claim';
      const act =
        is(next, ...ACTS) ||
        /tinggal/.test(next.form) ||
        subject === 'kin' ||
        subject === 'generic';
      return act ? 'matter' : 'claim';
    }
    if (mods.length === 1 && has('neg') && prior && is(next, 'from', 'for', 'to')) return 'tag';
    if (has('effort')) return 'doubt';
    if (has('hedge') && !negated) return 'hedge';
    const calledOff = mods.some((word) => word.lemma === 'jadi') && negated;
    if (subject === 'apart' && ((has('want') && negated) || calledOff)) return 'claim';
    return 'matter';
  }
  if (has('rhetor'))
    return mods.some((word) => is(word, 'rhetor') && is(word, 'able')) ? 'claim' : 'none';
  if (has('able', 'want', 'fancy')) return has('hope') ? 'doubt' : 'claim';
  if (has('hope')) return prior ? 'none' : 'doubt';
  if (has('effort'))
    return mods.every((word) => /^coba/.test(word.form)) && !is(before, 'self') ? 'none' : 'doubt';
  if (has('allow')) return negated ? 'matter' : prior ? 'tag' : 'yes';
  if (has('need')) return negated ? 'claim' : 'matter';
  if (mods.every((word) => is(word, 'soon', 'part')) && !prior) return 'doubt';
  if (mods.some((word) => word.lemma === 'jadi')) return prior && !negated ? 'tag' : 'claim';
  if (has('neg') && mods.at(-1)?.lemma === 'mungkin') return is(before, 'come') ? 'claim' : 'doubt';
  if (has('hedge', 'plan')) return negated && !prior ? 'claim' : 'hedge';
  if (has('sure')) return prior ? 'none' : 'claim';
  if (has('neg')) return prior && !is(before, 'self', 'part_event', 'this') ? 'tag' : 'claim';
  if (has('notyet')) return prior ? 'tag' : 'doubt';
  if (has('nix')) return prior ? 'tag' : 'none';
  return has('aspect', 'done') || (prior && has('very', 'sudden', 'too')) ? 'matter' : 'none';
}
