import type { Statement, Topic } from './message.ts';
import { isField, troubles, UNREAL } from './troubles.ts';
import { hasAny, is, roles, type Word } from './words.ts';

/** Words that may stand before a reason without belonging to it. */
const LEADING = roles(
  'part called honor greet sorry please thanks pray self time emoji event that for and ' +
    'yes filler today_past cause result then pious permit mark report regret hedge very ' +
    'this still too naming role name forgot',
);

/** Words that may stand behind a reason without belonging to it. */
const TRAILING = roles(
  'called honor sorry thanks emoji greet pray yes cause mark please wish self permit',
);

/** What is no reason however it stands: wishes, requests, materials, names. */
const NO_REASON = roles(
  'wish request inquire forward ack later info confirm pay condolence say deputy loss another',
);

/**
 * The shortest run of the original text that names why the sender cannot come, or `undefined` when
 * only formulas are given. Connectors, apologies and the sender's own pronoun are left off its edges.
 */
export function reasonIn(text: string, statements: readonly Statement[]): string | undefined {
  const span = afterCause(statements) ?? trouble(statements) ?? leftover(statements);
  if (span === undefined || span.length === 0) return undefined;
  const first = span[0];
  const last = span.at(-1);
  return first && last ? text.slice(first.start, last.end) : undefined;
}

/** `karena …`: everything up to the statement of absence, if it says more than a formula. */
function afterCause(statements: readonly Statement[]): Word[] | undefined {
  for (const statement of statements) {
    if (statement.clause.link !== 'cause' || isExplained(statements[statement.at - 1])) continue;
    const span = trimmed(firstCause(causeWords(statement, statements)));
    if (span.length > 0 && !isFormula(span)) return span;
  }
  return undefined;
}

/** `anak masuk rumah sakit karena DBD`: the cause of a trouble that is itself the reason. */
function isExplained(before: Statement | undefined): boolean {
  const last = before?.items.at(-1);
  return before?.topics.some(({ matter, sense }) => matter === last && sense.obstacle) ?? false;
}

function causeWords(statement: Statement, statements: readonly Statement[]): Word[] {
  const words = statement.clause.words;
  if (words.length === 0) {
    const before = statements[statement.at - 1];
    const next = statements[statement.at + 1];
    return [...(next?.clause.words ?? before?.clause.words ?? [])];
  }
  const claim = statement.claims.find((one) => one.sign < 0 && one.subject === 'self');
  const permit = statement.signs.find((sign) => sign.kind === 'permit');
  const close = words.findIndex(
    (word, at) => at > 0 && is(word, 'hope', 'wish', 'sorry', 'thanks', 'please'),
  );
  const stop = Math.min(
    close < 0 ? words.length : close,
    claim?.from ?? words.length,
    permit?.from ?? words.length,
  );
  const own = words.slice(0, stop);
  const self = own.findLastIndex((word) => is(word, 'self'));
  return claim && self === own.length - 1 ? own.slice(0, self) : [...own];
}

/** `suami sakit tidak ada yang jaga`: the first trouble is the cause, the second its consequence. */
function firstCause(words: readonly Word[]): readonly Word[] {
  const second = words.findIndex(
    (word, at) =>
      word.lemma === 'tidak_ada_yang' &&
      words.slice(0, at).some((before) => is(before, 'ill', 'hard')),
  );
  return second < 0 ? words : words.slice(0, second);
}

/** The first trouble, or what followed from it: `cucu lahir jadi saya jagain mantu`. */
function trouble(statements: readonly Statement[]): Word[] | undefined {
  const blocked = troubles(statements);
  const [first, second] = blocked;
  const outcome = second?.clause.link === 'result' && second.claims.length === 0;
  const told = outcome ? second : first;
  const topic = told?.topics.find(({ sense }) => sense.obstacle);
  return topic === undefined ? undefined : spanOf(topic, statements);
}

/** An explicit absence followed by any other account of oneself is its reason. */
function leftover(statements: readonly Statement[]): Word[] | undefined {
  for (const statement of statements) {
    const { clause, question, topics } = statement;
    if (UNREAL.includes(clause.link) || question.asks || clause.label) continue;
    if (isField(statements[statement.at - 1])) continue;
    const account = topics.find(isAccount);
    const span = account === undefined ? [] : spanOf(account, statements);
    if (span.length > 0) return span;
  }
  return undefined;
}

/** Words that tell of somebody doing or having something. */
const TELLING = roles('verbish exist snag home body vehicle needverb kin seek');

function isAccount({ matter, sense }: Topic): boolean {
  const words = matter.words;
  if (sense.filler || sense.wish || sense.ack || sense.resolved || sense.pay) return false;
  if (hasAny(words, ...NO_REASON) || words.some((word) => /wakil/.test(word.form))) return false;
  if (is(words[0], 'third', 'other', 'they', 'with', 'and', 'group', 'nix')) return false;
  if (/^(?:pengen|pingin|ingin|kangen)/.test(words[0]?.form ?? '')) return false;
  if (hasAny(words, 'hindrance') || words.every((word) => is(word, 'body'))) return false;
  if (hasAny(words, ...TELLING)) return true;
  if (words.length > 1 && hasAny(words, 'aspect', 'done', 'want', 'must', 'become')) return true;
  const neg = words.findIndex((word) => is(word, 'neg'));
  return (
    words.length > 2 && (neg > 0 || (neg === 0 && is(words[1], 'plain', 'unknown', 'verbish')))
  );
}

function spanOf(topic: Topic, statements: readonly Statement[]): Word[] {
  const statement = statements.find((other) => other.topics.includes(topic));
  return trimmed([...topic.matter.words, ...continuation(topic, statement, statements)]);
}

/**
 * What goes on telling the reason: `orang tua lagi dateng dari kampung`, `yang sakit bukan saya
 * tapi ibu`.
 */
function continuation(
  topic: Topic,
  statement: Statement | undefined,
  statements: readonly Statement[],
): readonly Word[] {
  if (statement === undefined) return [];
  const turn = statements[statement.at + 1];
  const denied = hasAny(statement.clause.words, 'nix') && turn?.clause.link === 'contrast';
  if (denied && turn?.clause.connector && turn.claims.length === 0) {
    const rest = statement.clause.words.slice(topic.matter.to + 1);
    return [...rest, turn.clause.connector, ...turn.clause.words];
  }
  const after = statement.items.filter((item) => item.from > topic.matter.to);
  const [next, last] = after;
  if (next?.kind !== 'claim' || next.subject !== 'third' || next.from > topic.matter.to + 2)
    return [];
  const end = last?.kind === 'matter' && last.from === next.to + 1 ? last.to : next.to;
  return statement.clause.words.slice(topic.matter.to + 1, end + 1);
}

function isFormula(span: readonly Word[]): boolean {
  return span.every((word) =>
    is(word, 'hindrance', 'exist', 'formula', 'part', 'able', 'neg', 'notyet', 'come'),
  );
}

function trimmed(words: readonly Word[]): Word[] {
  let from = 0;
  let to = words.length;
  while (
    from < to &&
    is(words[from], ...LEADING) &&
    !is(words[from], 'kin') &&
    !(words[from]?.lemma === 'pun' && is(words[from + 1], 'kin'))
  )
    from += 1;
  while (to > from && (is(words[to - 1], ...TRAILING) || isTailParticle(words, to - 1))) {
    if (is(words[to - 1], 'self') && is(words[to - 2], 'kin', 'home', 'body', 'vehicle')) break;
    to -= 1;
  }
  return words.slice(from, to);
}

/** Particles fall off the end; `dulu` says something (`jagain mantu dulu`) and stays. */
function isTailParticle(words: readonly Word[], at: number): boolean {
  return is(words[at], 'part') && words[at]?.lemma !== 'dulu';
}
