import { is, roles, type Word } from './words.ts';

/** What a verb of attendance may take with it: `mengikuti kegiatan bimtek tanggal 22`. */
const OBJECTS = roles(
  'event event_any invite time num that this all group for part soon role person very ' +
    'too early brief area aloned at come self there',
);

/** Whether the word at `at` belongs to the verb of attendance before it. */
export function isObject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!is(word, ...OBJECTS)) return false;
  if (word?.lemma === 'pun' && is(next, 'kin')) return false;
  if (word?.lemma === 'sampai_lokasi') return word.form === 'di';
  if (is(word, 'self')) return is(next, 'come') && is(words[at - 1], 'formula');
  if (is(word, 'come')) return !word?.nya && !is(words[at - 1], 'part', 'called', 'time');
  if (
    is(word, 'event_any') &&
    is(next, 'at', 'to') &&
    is(words[at + 2], 'duty', 'home', 'place', 'kin')
  )
    return false;
  if (is(word, 'event_any')) return !is(next, 'kin', 'another', 'home', 'duty', 'family', 'for');
  if (is(word, 'at', 'for'))
    return is(next, 'event', 'event_any', 'topic', 'unknown', 'this', 'role', 'area');
  return true;
}
