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
  const instead = notMeBut(words, next);
  if (instead !== undefined) return instead;
  const replaced = at('replaced');
  if (replaced >= 0) return passive(words, replaced, next);
  const replaces = at('replaces');
  if (replaces >= 0) return active(words, replaces, next);
  const purpose = at('come', 'topic', 'deputy') >= 0;
  const send = words.findIndex(
    (word, index) =>
      is(word, 'send') ||
      (is(word, 'sendreq') && (purpose || is(words[index + 1], 'kin', 'third'))),
  );
  if (send >= 0) return sending(words, send, next);
  const deputy = at('deputy');
  return deputy >= 0 ? deputised(words, deputy, next) : another(words);
}

function isNegated(words: readonly Word[], at: number): boolean {
  return hasAny(words.slice(Math.max(0, at - 2), at), 'neg', 'notyet', 'nix', 'snag');
}

/** `bukan saya yang hadir, tapi suami saya`. */
function notMeBut(words: readonly Word[], next: Clause | undefined): Substitution | undefined {
  const notMe = words.findIndex((word, at) => is(word, 'nix') && is(words[at + 1], 'self'));
  if (notMe < 0 || !hasAny(words, 'rel') || !hasAny(words, 'come')) return undefined;
  const who = personAfter(words, notMe + 2, next);
  return who.length > 0 ? { kind: 'sent', who } : undefined;
}

/** `wakil saya bu Mulyati`, `pengganti: Hendri`; but `saya wakil dari Kedaung` comes himself. */
function deputised(words: readonly Word[], at: number, next: Clause | undefined): Substitution {
  if (words[at]?.form === 'utusan') return COMES;
  const follows = words[at + 1];
  const mine = is(follows, 'from') && is(words[at + 2], 'self');
  const theirs = hasAny(words.slice(at), 'third') && hasAny(words, 'self');
  if (is(follows, 'from', 'area', 'role') && !mine && !theirs) return COMES;
  if (is(words[at - 1], 'self') && is(follows, 'third', 'called')) return COMES;
  const who = personAfter(words, at + 1, next);
  return who.length > 0 && !isNegated(words, at) ? { kind: 'sent', who } : NONE;
}

/** `saya kirim wakil`, `saya suruh anak saya yang dateng`, `saya utus adik saya`. */
function sending(words: readonly Word[], at: number, next: Clause | undefined): Substitution {
  const form = words[at]?.form ?? '';
  const who = personAfter(words, at + 1, next);
  if (is(words[at], 'send') && /^(?:me)?n?[gk]irim$/.test(form)) return { kind: 'sent', who };
  const purpose = hasAny(words.slice(at), 'come', 'deputy', 'replaces');
  const told = /uruh|titah|kongkon/.test(form) && who.at(-1) === words.at(-1);
  const meant = /wakil|utus|tunjuk/.test(form) || purpose || told;
  const kin = is(words[at], 'sendreq') && is(words[at + 1], 'kin', 'third');
  return who.length > 0 && (meant || kin) ? { kind: 'sent', who } : NONE;
}

/** `diwakilkan bu Tuti`, `digantikan anak saya`; `transportnya diganti` is something else. */
function passive(words: readonly Word[], at: number, next: Clause | undefined): Substitution {
  const thing = words
    .slice(0, at)
    .some((word) => is(word, 'travelmoney', 'topic', 'event', 'event_any', 'third', 'pay'));
  const own = hasAny(words.slice(0, at), 'self');
  const money = hasAny(words.slice(0, at), 'pay', 'travelmoney', 'account');
  if (money || (thing && !own) || isNegated(words, at)) return NONE;
  return { kind: 'sent', who: personAfter(words, at + 1, next) };
}

/** `bu Yani yang gantiin saya` sends; `saya gantiin bu Iis`, `mewakili kelurahan` comes. */
function active(words: readonly Word[], at: number, next: Clause | undefined): Substitution {
  if (isNegated(words, at) || hasAny(words, 'seek')) return NONE;
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
  if (relative && !speaker) return { kind: 'sent', who: personAfter(words, at + 1, next) };
  if (is(object, 'self')) return { kind: 'sent', who: [] };
  return COMES;
}

/** `yang hadir bu Hasanah`, `istri saya yang datang`: another one comes instead. */
function another(words: readonly Word[]): Substitution {
  const rel = words.findIndex((word) => is(word, 'rel'));
  if (rel < 0) return NONE;
  const come = words.findIndex(
    (word, at) => at > rel && (is(word, 'come', 'replaces', 'way') || word.form === 'maju'),
  );
  const between = words.slice(rel + 1, come);
  if (come < 0 || between.some((word) => !is(word, 'soon', 'will', 'part', 'able', 'time')))
    return NONE;
  if (hasAny(words, 'ask', 'get')) return NONE;
  const before = words.findIndex((_, at) => at < rel && isSomeone(words, at));
  if (before >= 0) {
    if (is(words[before - 1], 'nix')) return NONE;
    return { kind: 'sent', who: personAt(words, before) };
  }
  const after = words.findIndex(
    (word, at) =>
      at > come && (isSomeone(words, at) || (is(word, 'called') && is(words[at + 1], 'name'))),
  );
  return after > 0 &&
    rel === words.findIndex((word) => !is(word, 'soon', 'part', 'called', 'self', 'time'))
    ? { kind: 'sent', who: personAt(words, after) }
    : NONE;
}

/** A person of one's own or a named one; `yang lain` is nobody in particular. */
function isSomeone(words: readonly Word[], at: number): boolean {
  return is(words[at], 'third', 'kin') || (is(words[at], 'other') && is(words[at + 1], 'self'));
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
