import type { Subject } from './claims.ts';
import { is, type Word } from './words.ts';

/** Who carries the predicate that may follow; `kin` is one of the sender's household or circle. */
export type Bearer = Subject | 'kin';

/**
 * Who is spoken of after the content word at `at`. `opens` tells that it begins a run of content,
 * `spoke` that the sender named himself before.
 */
export function bearerAfter(
  words: readonly Word[],
  at: number,
  current: Bearer,
  opens: boolean,
  spoke: boolean,
): Bearer {
  const word = words[at];
  if (spoke && is(words[at - 1], 'group', 'with', 'and', 'aloned')) return 'self';
  if (opens && is(word, 'third', 'they', 'hearsay')) return 'third';
  if (opens && is(word, 'title') && (is(words[at + 1], 'self') || is(words[at + 2], 'self'))) {
    return 'third';
  }
  if (opens && is(word, 'kin', 'other')) return current === 'third' ? 'third' : 'kin';
  if (isAnyone(words, at)) return 'generic';
  if (current !== 'kin') return current;
  if (is(word, 'hearsay')) return 'third';
  return is(word, 'kin', 'other', 'name', 'num', 'person') ? 'kin' : 'self';
}

/** `yang tidak hadir …`, `ga ada yang …`; but `saya aja yang ga ikut` is the sender. */
function isAnyone(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.lemma === 'tidak_ada_yang') return true;
  return is(word, 'rel') && !is(words[at + 1], 'this', 'that', 'time') && !isSpeaker(words, at);
}

function isSpeaker(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (is(words[before], 'part', 'aloned')) before -= 1;
  return is(words[before], 'self') && !is(words[before - 1], 'kin', 'other', 'title');
}
