import type { Clause } from './clauses.ts';
import { hasAny, is, type Word } from './words.ts';

/** What a clause says about somebody coming in somebody's place. */
export type Substitution =
  /** Somebody comes for the sender; `who` is as written, if anyone is named. */
  | { readonly kind: 'sent'; readonly who: readonly Word[] }
  /** The sender comes for somebody, or for the kelurahan. */
  | { readonly kind: 'comes' }
  | { readonly kind: 'none' };

const NONE: Substitution = { kind: 'none' };
const COMES: Substitution = { kind: 'comes' };
const PERSONS = ['companion', 'third', 'kin', 'other', 'title', 'they', 'name'] as const;

/** Finds a substitution in a clause; `next` is the clause after it, where the name may stand. */
export function substitutionIn(clause: Clause, next: Clause | undefined): Substitution {
  const words = clause.words;
  const at = (...tags: string[]): number => words.findIndex((word) => is(word, ...tags));
  const negated = (index: number): boolean =>
    words
      .slice(Math.max(0, index - 2), index)
      .some((word) => is(word, 'neg', 'notyet', 'nix', 'snag'));

  const notMe = words.findIndex((word, index) => is(word, 'nix') && is(words[index + 1], 'self'));
  if (notMe >= 0 && at('rel') >= 0 && at('come') >= 0) {
    const who = personAfter(words, notMe + 2, next);
    if (who.length > 0) return { kind: 'sent', who };
  }
  const replaced = at('replaced');
  if (replaced >= 0) return passive(words, replaced, negated(replaced), next);
  const replaces = at('replaces');
  if (replaces >= 0) return active(words, replaces, negated(replaces), next);
  const sent = words.findIndex(
    (word) => is(word, 'send') || (is(word, 'sendreq') && at('come', 'topic', 'deputy') >= 0),
  );
  const deputy = sent >= 0 ? -1 : at('deputy');
  if (deputy >= 0 && words[deputy]?.form === 'utusan') return COMES;
  if (deputy >= 0) {
    const mine = is(words[deputy + 1], 'from') && is(words[deputy + 2], 'self');
    const theirs = words.slice(deputy).some((word) => is(word, 'third')) && hasAny(words, 'self');
    if (is(words[deputy + 1], 'from', 'area', 'role') && !mine && !theirs) return COMES;
    if (is(words[deputy - 1], 'self') && is(words[deputy + 1], 'third', 'called')) return COMES;
    const who = personAfter(words, deputy + 1, next);
    const own = hasAny(words, 'self') && !hasAny(words, 'area');
    return who.length > 0 &&
      !negated(deputy) &&
      (own || theirs || !is(words[deputy + 1], 'area', 'role'))
      ? { kind: 'sent', who }
      : NONE;
  }
  const send = sent;
  if (send >= 0) {
    const who = personAfter(words, send + 1, next);
    const deputised =
      /wakil|utus|tunjuk/.test(words[send]?.form ?? '') ||
      words.slice(send).some((word) => is(word, 'come', 'deputy', 'replaces')) ||
      (/suruh|titah|kongkon/.test(words[send]?.form ?? '') && who.at(-1) === words.at(-1));
    const sends =
      /^(?:kirim|ngirim|mengirim)$/.test(words[send]?.form ?? '') &&
      words[send]?.lemma === 'mengutus';
    return (who.length > 0 && deputised) || sends ? { kind: 'sent', who } : NONE;
  }
  return instead(words);
}

function passive(
  words: readonly Word[],
  at: number,
  negated: boolean,
  next: Clause | undefined,
): Substitution {
  const thing = words
    .slice(0, at)
    .some((word) => is(word, 'travelmoney', 'topic', 'event', 'event_any', 'third', 'pay'));
  if (negated || thing) return NONE;
  return { kind: 'sent', who: personAfter(words, at + 1, next) };
}

function active(
  words: readonly Word[],
  at: number,
  negated: boolean,
  next: Clause | undefined,
): Substitution {
  if (negated || hasAny(words, 'seek')) return NONE;
  const before = words.slice(0, at);
  const object = words[at + 1];
  const someone = before.findIndex((word) => is(word, ...PERSONS));
  const relative = hasAny(before, 'rel');
  const speaker = before.some(
    (word, index) => is(word, 'self') && !is(before[index - 1], 'kin', 'other'),
  );
  if (someone >= 0 && !speaker) return { kind: 'sent', who: personAt(words, someone) };
  const handed =
    someone > before.findIndex((word) => is(word, 'self')) &&
    !is(object, ...PERSONS, 'called', 'area', 'role');
  const asked = hasAny(before, 'request', 'send') && someone >= 0;
  if (someone >= 0 && ((speaker && handed) || asked))
    return { kind: 'sent', who: personAt(words, someone) };
  if (someone >= 0 && is(object, 'self')) return { kind: 'sent', who: personAt(words, someone) };
  if (relative && !speaker) return { kind: 'sent', who: personAfter(words, at + 1, next) };
  if (is(object, 'self')) return { kind: 'sent', who: [] };
  return COMES;
}

/** `yang hadir bu Hasanah`, `istri saya yang datang`: another one comes instead. */
function instead(words: readonly Word[]): Substitution {
  const rel = words.findIndex((word) => is(word, 'rel'));
  if (rel < 0) return NONE;
  const come = words.findIndex(
    (word, at) => at > rel && (is(word, 'come', 'replaces', 'way') || word.form === 'maju'),
  );
  const between = words.slice(rel + 1, come);
  if (come < 0 || between.some((word) => !is(word, 'soon', 'will', 'part', 'able', 'time')))
    return NONE;
  if (hasAny(words, 'ask', 'get')) return NONE;
  const before = words.slice(0, rel).findIndex((word) => is(word, 'third', 'kin'));
  if (before >= 0) return { kind: 'sent', who: personAt(words, before) };
  const after = words.findIndex(
    (word, at) =>
      at > come && (is(word, 'third', 'kin') || (is(word, 'called') && is(words[at + 1], 'name'))),
  );
  return after > 0 &&
    rel === words.findIndex((word) => !is(word, 'soon', 'part', 'called', 'self', 'time'))
    ? { kind: 'sent', who: personAt(words, after) }
    : NONE;
}

function personAfter(words: readonly Word[], from: number, next: Clause | undefined): Word[] {
  const here = words.findIndex((_, at) => at >= from && isPerson(words, at));
  if (here >= 0) return personAt(words, here);
  if (next === undefined) return [];
  const there = next.words.findIndex((_, at) => isPerson(next.words, at));
  return there >= 0 && there <= 1 && !hasAny(next.words, 'ask') ? personAt(next.words, there) : [];
}

function isPerson(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (is(word, ...PERSONS)) return true;
  if (is(word, 'called')) return is(words[at + 1], 'name');
  return (
    is(word, 'unknown') &&
    !is(word, 'verbish') &&
    (word?.capital === true || is(words[at - 1], 'naming', 'by', 'deputy', 'with', 'replaced'))
  );
}

/** A person and the words that belong to the name: `bu Hj. Romlah`, `anak saya`, `rekan PSM saya`. */
function personAt(words: readonly Word[], from: number): Word[] {
  let end = from + 1;
  while (
    end < words.length &&
    words[end]?.form !== 'yaitu' &&
    is(words[end], 'name', 'self', 'role', 'unknown', 'title', 'kin', 'aloned') &&
    !is(words[end], 'verbish')
  )
    end += 1;
  return words.slice(from, end);
}
