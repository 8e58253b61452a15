import { is, roles, type Word } from './words.ts';

const OWN_KIN_VERBS = new Set(['jaga', 'antar', 'rumah_sakit', 'tahlilan', 'anak']);

/**
 * Tells persons spoken to from persons spoken about, by tagging words in place:
 * `called` (a vocative such as `bu`, `pak Budi`), `third` (`bu Tuti`, `pak RT`: somebody else),
 * `name` (the words of a name), `kin` for `ibu`/`bapak` that mean one's own parent.
 * A name equal to the sender's own (`ownName`) is the sender: tagged `self`.
 */
export function markPeople(words: Word[], ownName: string | undefined): void {
  const own = new Set(
    (ownName ?? '')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((part) => part.length > 2),
  );
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined || !is(word, 'honor')) continue;
    if (isParent(words, i)) {
      word.tags.delete('honor');
      word.tags.add('kin');
      continue;
    }
    const end = nameEnd(words, i + 1);
    if (end === i + 1) {
      word.tags.add('called');
      continue;
    }
    const names = words.slice(i + 1, end);
    const isOwn = own.size > 0 && names.some((name) => own.has(name.form));
    for (const name of names) {
      for (const tag of [...name.tags]) if (tag !== 'title') name.tags.delete(tag);
      name.tags.add('name');
    }
    const beside = is(words[i - 1], 'with', 'group', 'and') && (i > 1 || is(words[i - 1], 'with'));
    word.tags.add(
      isOwn ? 'self' : beside ? 'companion' : isAddress(words, i, end) ? 'called' : 'third',
    );
    i = end - 1;
  }
}

/** `ibu saya`, `jagain ibu`, `bapak masuk igd`, `ibu lagi sakit`: a parent, not the person addressed. */
function isParent(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !/^(?:ibu|bapak|bapa)$/.test(word.form)) return false;
  const next = words[at + 1];
  const previous = words[at - 1];
  if (is(next, 'self') && next?.form !== 'kami' && !isPredicate(words, at + 2)) return true;
  if (is(next, 'self') && is(words[at + 2], 'ill', 'hard')) return true;
  if (is(previous, 'contrast') && (next === undefined || is(next, 'mark'))) return true;
  if (previous && OWN_KIN_VERBS.has(previous.lemma) && !is(previous, 'mark')) return true;
  if (
    is(previous, 'hard', 'family') &&
    !is(previous, 'mark') &&
    /^(?:ibu|bapak)$/.test(word.form) &&
    previous?.lemma !== 'hajat'
  )
    return true;
  const ahead = is(next, 'aspect', 'sudden', 'done') ? words[at + 2] : next;
  return is(ahead, 'ill', 'hard') && !is(previous, 'sorry', 'permit');
}

function isPredicate(words: readonly Word[], at: number): boolean {
  if (is(words[at], 'part')) return false;
  return is(words[at], 'neg', 'notyet', 'able', 'come', 'yes', 'will', 'want', 'absent', 'permit');
}

const NEVER_NAMES = roles(
  'neg notyet nix able come self ask mark emoji part num cause cond absent permit late ' +
    'yes greet thanks sorry contrast honor verbish there',
);

/** Where a name that begins at `from` ends: unknown words, titles, capitalised words. */
function nameEnd(words: readonly Word[], from: number): number {
  let end = from;
  while (end < words.length && end - from < 4) {
    const word = words[end];
    if (word === undefined) break;
    const title = is(word, 'title');
    const dot =
      title &&
      (word?.form.length ?? 0) <= 3 &&
      words[end + 1]?.lemma === '.' &&
      words[end + 1]?.start === word.end;
    const plainName = is(word, 'unknown') && !is(word, 'verbish');
    const capitalName =
      word.capital && !is(word, ...NEVER_NAMES) && (end > from || !is(word, 'event'));
    const role = end > from ? is(word, 'role') : is(word, 'role') && !is(words[end + 1], 'self');
    if (!title && !plainName && !capitalName && !role && !isNumberOfTitle(words, end)) break;
    if (end > from && plainName && !word.capital && words[end - 1]?.capital) break;
    if (end > from && plainName && !word.capital && end - from >= 2) break;
    end += dot ? 2 : 1;
  }
  return end;
}

function isNumberOfTitle(words: readonly Word[], at: number): boolean {
  return is(words[at], 'num') && is(words[at - 1], 'title');
}

/** A name after an opener or before the sender's own `saya`, or at the end of a line, is called. */
function isAddress(words: readonly Word[], at: number, end: number): boolean {
  const before = words[at - 1];
  const after = words[end];
  const closes = after === undefined || is(after, 'mark', 'emoji');
  const opens = before === undefined || is(before, 'mark', 'emoji');
  if (is(after, 'self') && !is(words[end - 1], 'kin')) return true;
  if (opens && closes && after !== undefined && /^[,!\n]$/.test(after.lemma)) return true;
  if (is(before, 'greet', 'thanks', 'yes') && !is(before, 'ready')) return true;
  if (is(before, 'sorry', 'ready', 'pious')) return closes || is(after, 'thanks', 'info', 'name');
  return (
    closes &&
    is(before, 'come', 'able', 'part', 'info', 'absent', 'late', 'event', 'time', 'pray', 'ack')
  );
}
