import type { Claim, Doubt, Item, Matter, Sign, Subject } from './claims.ts';
import { readClause } from './clause-reader.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type Condition, conditionOf } from './conditions.ts';
import { type Sense, senseOf } from './matters.ts';
import { mend } from './mend.ts';
import { markPeople } from './people.ts';
import { type Question, questionIn } from './questions.ts';
import { type Substitution, substitutionIn } from './substitutes.ts';
import { hasAny, is, type Word, wordsOf } from './words.ts';

/** A matter with what it is about. */
export interface Topic {
  readonly matter: Matter;
  readonly sense: Sense;
}

/** A clause fully read. */
export interface Statement {
  readonly at: number;
  readonly clause: Clause;
  readonly items: readonly Item[];
  readonly claims: readonly Claim[];
  readonly doubts: readonly Doubt[];
  readonly signs: readonly Sign[];
  readonly topics: readonly Topic[];
  readonly question: Question;
  readonly condition: Condition;
  readonly substitution: Substitution;
  /** Speaks of an earlier event (`bulan lalu saya ga ikut`). */
  readonly past: boolean;
  /** Recalls an earlier answer or plan (`tadi bilang`, `awalnya`, `kemarin konfirmasi`). */
  readonly recalled: boolean;
  /** Speaks of some later occasion (`lain kali`). */
  readonly later: boolean;
}

/** Reads a reply into statements, clause by clause. */
export function readMessage(
  text: string,
  ownName: string | undefined,
): { words: Word[]; statements: Statement[] } {
  const words = wordsOf(text);
  mend(words);
  markPeople(words, ownName);
  const clauses = clausesOf(words);
  const statements: Statement[] = [];
  let subject: Subject = 'self';
  clauses.forEach((clause, at) => {
    const carried = subject === 'third' && !hasAny(clause.words, 'self', 'sorry', 'permit');
    const inherited =
      carried && clause.link !== 'start' ? 'third' : carriedOver(carried, clauses, at);
    const reading = readClause(clause, inherited);
    subject = reading.subject;
    statements.push(
      stateOf(clause, at, reading.items, clauses[at + 1], clauses[at - 1], inherited === 'third'),
    );
  });
  return { words, statements };
}

/** A new sentence keeps the third person only when it begins with the predicate itself. */
function carriedOver(carried: boolean, clauses: readonly Clause[], at: number): Subject {
  const first = clauses[at]?.words[0];
  if (carried && is(first, 'kin', 'honor') && first?.nya === true) return 'third';
  return carried &&
    is(first, 'neg', 'notyet', 'able', 'permit', 'absent', 'replaced', 'aspect', 'ill')
    ? 'third'
    : 'self';
}

function stateOf(
  clause: Clause,
  at: number,
  items: readonly Item[],
  next: Clause | undefined,
  previous: Clause | undefined,
  ofOthers: boolean,
): Statement {
  const claims = items.filter((item) => item.kind === 'claim');
  const has = (...tags: string[]): boolean => hasAny(clause.words, ...tags);
  const firstClaim = claims[0]?.from ?? 0;
  const firstContent = items.find((item) => item.kind === 'matter')?.from ?? clause.words.length;
  const spoke = has(
    'say',
    'answer',
    'press',
    'wrong',
    'confirm',
    'report',
    'plan',
    'promise',
    'fancy',
    'enrol',
  );
  const pastAt = clause.words.findIndex((word) => is(word, 'past'));
  const earlierToday = hasAny(clause.words, 'today_past');
  const now = clause.words.some((word) => word.lemma === 'sekarang');
  const leads =
    !now && pastAt >= 0 && (claims.length > 0 ? pastAt <= firstClaim : pastAt <= firstContent);
  return {
    at,
    clause,
    items,
    claims,
    doubts: items.filter((item) => item.kind === 'doubt'),
    signs: items.filter((item): item is Sign => !['claim', 'doubt', 'matter'].includes(item.kind)),
    topics: items
      .filter((item) => item.kind === 'matter')
      .map((matter) => ({
        matter,
        sense: senseOf(matter, clause, ofOthers || isAboutThird(clause, matter)),
      })),
    question: questionIn(clause, items),
    condition: conditionOf(clause, items, next, previous),
    substitution: substitutionIn(clause, next),
    past: leads && !spoke,
    recalled: clause.link === 'before' || (leads && spoke) || earlierToday,
    later: has('later'),
  };
}

/** The matter's subject was named before it: `bu Cucu kayaknya sakit`. */
function isAboutThird(clause: Clause, matter: Matter): boolean {
  const third = clause.words.findIndex((word) => is(word, 'third', 'they'));
  return third >= 0 && third < matter.from && !hasAny(clause.words, 'self', 'sorry', 'permit');
}
