import type { Statement } from './message.ts';
import { hasAny, is } from './words.ts';

/** Whether honoraria are spoken of anywhere. */
export function paysIn(statements: readonly Statement[]): boolean {
  return statements.some(({ topics }) => topics.some(({ sense }) => sense.pay));
}

/** Requests and bare topics ask without a question word: `lokasinya bu`, `minta undangan`. */
export function isRequest(statements: readonly Statement[]): boolean {
  return statements.some((statement) => requests(statement) || isBareTopic(statement));
}

function requests({ clause, topics, past }: Statement): boolean {
  if (past) return false;
  const words = clause.words;
  const topical = topics.some(({ sense }) => sense.topic);
  if (words.some((word) => is(word, 'please') && /_|sharelok/.test(word.lemma))) return true;
  if (hasAny(words, 'inquire') || (hasAny(words, 'penalty') && !hasAny(words, 'thanks')))
    return true;
  if (hasAny(words, 'notyet', 'neg') && hasAny(words, 'invite', 'list'))
    return !hasAny(words, 'app');
  if (
    words[0]?.form === 'info' &&
    hasAny(words.slice(1), 'event', 'event_any', 'time') &&
    !hasAny(words, 'thanks', 'done')
  )
    return true;
  const unknown = hasAny(words, 'know') || words.some((word) => word.lemma === 'paham');
  if (topical && unknown && hasAny(words, 'neg', 'notyet')) return true;
  return topical && hasAny(words, 'request', 'please') && !hasAny(words, 'ack', 'permit');
}

/** Not a topic put forward but something told about it. */
const TELLING = [
  'aspect',
  'verbish',
  'ack',
  'forward',
  'thanks',
  'aid',
  'trade',
  'done',
  'neg',
  'notyet',
  'past',
  'praise',
  'wrong',
  'app',
  'wish',
  'say',
  'unknown',
  'dont',
];

function isBareTopic({ clause, topics }: Statement): boolean {
  const words = clause.words;
  if (!topics.some(({ sense }) => sense.topic)) return false;
  if (
    hasAny(words, 'sendreq') &&
    !hasAny(words, 'ack', 'forward', 'thanks', 'aid', 'trade', 'aspect', 'verbish')
  ) {
    return true;
  }
  const short = words.length <= 5 && !words.some((word) => word.form === 'kurang');
  return short && !hasAny(words, ...TELLING);
}
