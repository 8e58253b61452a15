import type { Item } from './claims.ts';
import type { Clause } from './clauses.ts';
import type { Role } from './role.ts';
import { hasAny, is, type Word } from './words.ts';

/** `berangkat umroh`, `ikut suami ke Bandung`, `menghadiri nikahan`: coming to something else. */
export function goesElsewhere(words: readonly Word[], at: number): boolean {
  const ahead = is(words[at + 1], 'to', 'at') ? words[at + 2] : words[at + 1];
  if (is(ahead, 'family', 'duty', 'trip', 'place', 'ill', 'app')) return true;
  if (
    is(ahead, 'event', 'event_any') &&
    words.slice(at + 2).some((word) => is(word, 'org', 'another', 'duty', 'family'))
  )
    return true;
  return words[at]?.lemma === 'ikut' && is(ahead, 'kin');
}

/** `saya jalan jam 6`, `ini mau jalan`: setting out. */
export function departs(words: readonly Word[], at: number, mods: readonly Word[]): boolean {
  const next = words[at + 1];
  if (next === undefined && is(words[at - 1], 'self')) return true;
  return (
    hasAny(mods, 'aspect', 'soon', 'will', 'want', 'done', 'sure', 'still') ||
    is(next, 'time', 'soon')
  );
}

/** `udah sampe`, `nyampe jam 9` arrive; `sampai jam 11`, `bisa sampe dzuhur` only bound the time. */
export function arrival(
  words: readonly Word[],
  word: Word,
  next: Word | undefined,
  mods: readonly Word[],
  items: readonly Item[],
): Role {
  const done = mods.some(
    (mod) => is(mod, 'done', 'soon') || mod.lemma === 'baru' || mod.lemma === 'lagi',
  );
  if (hasAny(mods, 'able')) return 'partial';
  if (is(next, 'ask', 'pay')) return 'content';
  if (hasAny(mods, 'neg', 'notyet')) return items.length > 0 ? 'transparent' : 'content';
  const hour = words.some((other) => other.lemma === 'jam') && hasAny(words, 'self');
  if (done || hour || /^nyam/.test(word.form)) return 'come';
  return items.some((item) => item.kind === 'claim') ? 'transparent' : 'content';
}

/** `absen` is both "absent" and the roll-call: `absen hadir`, `sudah absen di depan`, `link absen`. */
export function absence(clause: Clause, at: number, mods: readonly Word[]): Role {
  const words = clause.words;
  const word = words[at];
  if (word?.form === 'mundur' && !hasAny(words, 'self')) return 'content';
  if (word?.lemma !== 'absen') return 'absent';
  if (
    words
      .slice(0, at)
      .some((other) => /^(?:antri|ngantri|isi|ngisi|kelar|selesai|beres)$/.test(other.form))
  )
    return 'come';
  const partly = /^(?:pagi|siang)$/.test(words[at + 1]?.lemma ?? '');
  if (hasAny(mods, 'done') || (partly && words.some((other) => other.lemma === 'aja')))
    return 'come';
  const rollCall = ['ask', 'link', 'app', 'topic', 'pay', 'wear'] as const;
  if (word.nya || hasAny(words, ...rollCall)) return 'content';
  if (is(words[at + 1], 'come')) return 'transparent';
  return hasAny(mods, 'done') || is(words[at + 1], 'done') ? 'come' : 'absent';
}

/** Late, following on, leaving early: all of them come. A late payment or reply is something else. */
export function lateness(clause: Clause, at: number, items: readonly Item[]): Role {
  const words = clause.words;
  const word = words[at];
  const inClause = (...tags: string[]): boolean => hasAny(words, ...tags);
  if (inClause('pay', 'msg', 'info', 'disburse')) return 'content';
  if (is(word, 'follow')) {
    if (inClause('promise_news', 'confirm')) return 'news';
    return inClause('aid', 'topic', 'media', 'event', 'event_any') ? 'content' : 'partial';
  }
  if (is(word, 'leave')) {
    const near = [words[at + 1], words[at + 2], words[at - 1]];
    const permitted = items.some((item) => item.kind === 'permit');
    const stated = items.some((item) => item.kind === 'claim');
    if (word?.nya || inClause('ask')) return 'content';
    return stated ||
      (permitted && word?.lemma === 'pamit') ||
      near.some(
        (other) => is(other, 'early', 'limit') || /^(?:jam|siang|sore)$/.test(other?.lemma ?? ''),
      )
      ? 'partial'
      : 'content';
  }
  return 'partial';
}
