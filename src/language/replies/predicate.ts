import { type Claim, weigh } from './claims.ts';
import type { Clause } from './clauses.ts';
import { isObject } from './objects.ts';
import { isBlurred } from './runs.ts';
import type { Bearer } from './subjects.ts';
import { is, type Word } from './words.ts';

/** A predicate of attendance: its verb, if it has one, and which way that points by itself. */
export interface Predicate {
  readonly head: Word | undefined;
  readonly at: number;
  readonly base: 1 | -1;
  readonly partial: boolean;
}

/** What a clause had gathered when it came to its predicate; indexes are into the clause's words. */
export interface Gathered {
  readonly modifiers: readonly number[];
  readonly matter: readonly number[];
  readonly subject: Bearer;
  /** The sender named himself before. */
  readonly spoke: boolean;
  /** Inside `saya ga bilang …`. */
  readonly denied: boolean;
}

/** What a predicate says, given what stands before and behind it in its clause. */
export function claimOf(clause: Clause, predicate: Predicate, gathered: Gathered): Claim {
  const { words, link } = clause;
  const { head, at, base, partial } = predicate;
  const { modifiers, matter } = gathered;
  const from = modifiers[0] ?? at;
  let to = at;
  if (head !== undefined) while (isObject(words, to + 1)) to += 1;
  const meal = head?.lemma === 'ikut' && is(words[at + 1], 'topic');
  const part = base > 0 && head !== undefined && (meal || is(words[at + 1], 'part_event'));
  const mods = modifiers.map((index) => words[index]).filter((word) => word !== undefined);
  const weighed = weigh(mods, head, base, partial || part);
  const blurred = link !== 'concede' && isBlurred(words, matter, from);
  const wondered = weighed.sign < 0 && wonders(words.slice(0, from));
  return {
    kind: 'claim',
    ...weighed,
    strength: blurred && weighed.sign > 0 ? 'hedged' : weighed.strength,
    denial: weighed.denial || gathered.denied || wondered,
    subject: subjectOf(words, to, gathered, weighed.sign > 0 && !partial && !blurred),
    from,
    to,
  };
}

function subjectOf(
  words: readonly Word[],
  to: number,
  { matter, subject, spoke }: Gathered,
  plain: boolean,
): Claim['subject'] {
  const included = words[to + 1]?.form === 'termasuk' && is(words[to + 2], 'self');
  if (included) return 'self';
  const existed = matter.length > 1 && matter.some((index) => is(words[index], 'exist'));
  return subject === 'kin' || (plain && existed && !spoke) ? 'third' : subject;
}

/** `masa kader teladan ga hadir`: how could one of such standing stay away. */
function wonders(before: readonly Word[]): boolean {
  return before.some((word, at) => word.lemma === 'masa' && is(before[at + 1], 'title', 'role'));
}
