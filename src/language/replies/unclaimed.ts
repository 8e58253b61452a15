import { agreed } from './agreed.ts';
import type { Decision } from './decision.ts';
import type { Statement } from './message.ts';
import { asksOutright } from './questions.ts';
import { isRequest, paysIn } from './requests.ts';
import { hasAny, is, type Word } from './words.ts';

/** No claim and no obstacle: postponed, doubtful, paid, asked, agreed, or none of these. */
export function unclaimed(statements: readonly Statement[]): Decision {
  const words = statements.flatMap((statement) => statement.clause.words);
  const asks = statements.some((statement) => statement.question.asks);
  const doubtful = statements.some(leavesOpen);
  if (paysIn(statements) && !(doubtful && hasAny(words, ...UNDECIDED))) return paid(words, asks);
  if (!asks && statements.some((statement) => statement.later)) {
    return { label: 'tidak_hadir', confidence: 0.8 };
  }
  if (doubtful || statements.some(asksOneself)) return { label: 'ragu', confidence: 0.8 };
  if (isElsewhere(words)) return { label: 'lain', confidence: 0.6 };
  if (statements.length === 2 && answersItself(statements))
    return { label: 'hadir', confidence: 0.8 };
  if ((asks && !isIdle(words)) || isRequest(statements))
    return { label: 'tanya', confidence: 0.85 };
  if (statements.some(isHedge)) return { label: 'ragu', confidence: 0.75 };
  if (statements.some(isClear) && !hasAny(words, 'thanks', 'info', 'ask')) {
    return { label: 'hadir', confidence: 0.7 };
  }
  const leave = leaveFrom(words);
  if (leave !== undefined) return leave;
  if (echoes(words)) return { label: 'hadir', confidence: 0.7 };
  return agreed(statements, words) ?? { label: 'lain', confidence: isCourtesy(words) ? 0.85 : 0.6 };
}

const UNDECIDED = [
  'unsure',
  'know',
  'promise',
  'sure',
  'confirm',
  'promise_news',
  'effort',
  'hope',
  'wait',
  'consult',
];

/** Doubt that is not itself asked about, or both sides left open. */
function leavesOpen(statement: Statement): boolean {
  const { clause, doubts, condition, question, topics } = statement;
  if (question.alternatives) return true;
  if (doubts.length === 0 || condition !== 'none') return false;
  const promised = doubts.every((doubt) => doubt.news) && hasAny(clause.words, 'self');
  if (asksOutright(clause, question) && !promised) return false;
  return !topics.some(({ sense }) => sense.pay);
}

/** `ikut ga ya`: a question put to oneself. */
function asksOneself({ clause, claims, signs, topics }: Statement): boolean {
  return (
    signs.some((sign) => sign.kind === 'tag') &&
    (claims.some((claim) => claim.subject === 'self') || hasAny(clause.words, 'able')) &&
    topics.length === 0 &&
    !clause.asked &&
    !hasAny(clause.words, 'called', 'must', 'allow') &&
    (!hasAny(clause.words, 'self', 'able') || clause.words.some((word) => word.lemma === 'ya'))
  );
}

/** `Bisa hadir? Ya`: a form's question with its answer. */
function answersItself([question, answer]: readonly Statement[]): boolean {
  const own = question?.claims.some((claim) => claim.sign > 0 && claim.subject === 'self') ?? false;
  const yes = answer?.items.length === 1 && answer.signs.some((sign) => sign.kind === 'yes');
  return own && question?.clause.asked === true && yes && !answer.clause.asked;
}

/** Residents' affairs and trade. */
function isElsewhere(words: readonly Word[]): boolean {
  const event = ['event', 'invite', 'penalty', 'come', 'allow', 'bring', 'role'];
  return hasAny(words, 'trade') || (hasAny(words, 'aid') && !hasAny(words, ...event));
}

/** A question mark behind nothing that could be answered: `ok?`, `hah?`. */
function isIdle(words: readonly Word[]): boolean {
  return words.every(
    (word) => is(word, 'yes', 'part', 'called', 'unknown', 'plain', 'emoji') && !is(word, 'ask'),
  );
}

function isHedge({ clause, signs, topics }: Statement): boolean {
  return (
    signs.some((sign) => sign.kind === 'hedge') &&
    !topics.some(({ sense }) => sense.topic) &&
    !hasAny(clause.words, 'third', 'they')
  );
}

/** `kalau ada umur`, `ga ada halangan`: nothing stands in the way. */
function isClear({ condition, topics }: Statement): boolean {
  return (
    condition === 'pious' ||
    topics.some(({ sense, matter }) => sense.resolved && hasAny(matter.words, 'hindrance'))
  );
}

/** `suami udah ngizinin`, `bos belum acc`: what one's own people say to it. */
function leaveFrom(words: readonly Word[]): Decision | undefined {
  if (!hasAny(words, 'allowed') || hasAny(words, 'ask', 'third')) return undefined;
  if (hasAny(words, 'notyet', 'hope')) return { label: 'ragu', confidence: 0.75 };
  return hasAny(words, 'done') ? { label: 'hadir', confidence: 0.7 } : undefined;
}

/** `saya juga bu`: the same as others have said. */
function echoes(words: readonly Word[]): boolean {
  const own = hasAny(words, 'self') && hasAny(words, 'too');
  return own && words.every((word) => is(word, 'self', 'too', 'called', 'part', 'emoji', 'greet'));
}

function isCourtesy(words: readonly Word[]): boolean {
  return hasAny(words, 'greet', 'thanks', 'ack');
}

/** Honoraria: received and thanked for is nothing to do; all else is a question or a complaint. */
function paid(words: readonly Word[], asks: boolean): Decision {
  const has = (...tags: string[]): boolean => hasAny(words, ...tags);
  if (has('aid') && !has('pay')) return { label: asks ? 'tanya' : 'lain', confidence: 0.6 };
  if (has('travelmoney') && !has('pay')) return { label: 'tanya', confidence: 0.8 };
  const settled = !asks && !has('neg', 'notyet');
  const did = words.some((word, at) => is(word, 'done') && is(words[at + 1], 'self'));
  if (settled && did) return { label: 'lain', confidence: 0.6 };
  const received = settled && has('done', 'ack', 'pray', 'enter') && has('thanks', 'pray', 'ack');
  if (received && !has('request', 'please', 'inquire')) return { label: 'lain', confidence: 0.8 };
  return { label: 'insentif', confidence: 0.93 };
}
