import type { Clause } from './clauses.ts';
import type { Role } from './role.ts';
import { hasAny, is, type Word } from './words.ts';

const CONSULTED = /^(?:kantor|bos|bosnya|boss|atasan|pimpinan|majikan|juragan|kepala|kantornya)$/;

/** `cek jadwal dulu`, `nanti saya lihat`: looking first, deciding later. */
export function checks(clause: Clause, at: number, mods: readonly Word[]): boolean {
  if (hasAny(mods, 'neg', 'notyet', 'done') || hasAny(clause.words, 'ask', 'pay', 'request'))
    return false;
  const after = clause.words.slice(at + 1);
  return after.some((word) => word.lemma === 'dulu' || is(word, 'soon')) || hasAny(mods, 'soon');
}

/**
 * `izin` asks leave; `izin suami dulu`, `belum dapat izin dari bos` mean that leave is still to be
 * had from somebody else; `izinnya` is a noun.
 */
export function permission(
  words: readonly Word[],
  at: number,
  mods: readonly Word[],
  inMatter: boolean,
): Role {
  const granted = hasAny(mods, 'done', 'get') && !hasAny(mods, 'neg', 'notyet');
  if (turnsToOwn(words, at) && !inMatter && !is(words[at - 1], 'for'))
    return granted ? 'content' : 'doubt';
  const spoken = is(words[at - 1], 'self') && words[at + 1] === undefined;
  return words[at]?.nya || (inMatter && !spoken) ? 'content' : 'permit';
}

/** `(izin) suami dulu`, `(tanya) sama bos saya`: one's own people have to be asked first. */
export function turnsToOwn(words: readonly Word[], at: number): boolean {
  let next = at + 1;
  while (is(words[next], 'with', 'to', 'from')) next += 1;
  const whom = words[next];
  if (whom === undefined || !(is(whom, 'kin') || CONSULTED.test(whom.form))) return false;
  let end = next + 1;
  while (
    is(words[end], 'self', 'kin') ||
    (words[end]?.lemma === 'sekolah' && whom.form === 'kepala')
  )
    end += 1;
  return (
    words[end] === undefined ||
    words[end]?.lemma === 'dulu' ||
    is(words[end], 'called', 'soon', 'mark')
  );
}

/** `belum tau`, `ga janji` are doubt, unless what is unknown is the place or the hour. */
export function knowledge(clause: Clause, mods: readonly Word[]): Role {
  const negated = hasAny(mods, 'neg', 'notyet');
  const shrug =
    mods.length === 0 &&
    clause.words[0]?.form === 'tau' &&
    clause.words.length > 1 &&
    clause.words.every((word) => is(word, 'know', 'part', 'done', 'called', 'time'));
  if (!negated) return shrug ? 'doubt' : 'content';
  const topical = clause.words.some(
    (word) =>
      is(word, 'topic', 'pay', 'invite', 'ask') && word.lemma !== 'apa' && word.form !== 'jadwal',
  );
  return topical ? 'content' : 'doubt';
}

/** Promises to decide or to tell later: `nanti saya kabari`, `belum bisa konfirmasi`, `nunggu acc`. */
export function promise(clause: Clause, at: number, mods: readonly Word[]): Role {
  const words = clause.words;
  const word = words[at];
  const before = words.slice(0, at);
  const asked = hasAny(before, 'request', 'please', 'dont');
  const later = words.some(
    (other) => is(other, 'soon', 'time') || ['lagi', 'setelah', 'habis'].includes(other.lemma),
  );
  const negated = hasAny(mods, 'neg', 'notyet');
  const self = hasAny(words, 'self');
  if (hasAny(words, 'pay', 'there')) return 'transparent';
  if (is(words[at + 1], 'to', 'with') && is(words[at + 2], 'other', 'another', 'area', 'all'))
    return 'content';
  if (is(word, 'confirm')) {
    if (negated) return 'doubt';
    if (words.some((other) => is(other, 'come', 'able') && other !== word)) return 'transparent';
    return later && !asked ? 'news' : 'transparent';
  }
  if (is(word, 'consult')) {
    return mods.some((mod) => is(mod, 'done') || is(mod, 'get')) ? 'content' : 'doubt';
  }
  if (is(word, 'wait')) {
    const rest = words.slice(at + 1).some((other) => !is(other, 'part', 'called', 'emoji'));
    const first = words[at + 1]?.lemma === 'dulu';
    const kin =
      words.slice(at + 1).some((other) => is(other, 'kin')) &&
      words.slice(at + 1).some((other) => is(other, 'ill', 'hard', 'family'));
    if (negated || asked || kin || words[at + 1]?.lemma === 'parkir') return 'content';
    if (hasAny(words, 'brief')) return 'transparent';
    return rest || first || hasAny(mods, 'aspect') ? 'doubt' : 'transparent';
  }
  if (negated) return 'doubt';
  if (is(word, 'noun')) return 'news';
  const passive = /^(?:di|tak_)/.test(word?.form ?? '');
  return !asked &&
    (passive || self || later || word?.lemma !== word?.form) &&
    (passive || self || later)
    ? 'news'
    : 'content';
}
