import type { Decision } from './decision.ts';
import type { Statement } from './message.ts';
import { hasAny, is, type Word } from './words.ts';

/** Contents beside which a yes does not promise to come: it receives, passes on or means another. */
const OTHER_BUSINESS = [
  'ack',
  'forward',
  'msg',
  'app',
  'wrong',
  'third',
  'congrats',
  'condolence',
  'aid',
  'hearsay',
];

/** Words of assent that hold even beside thanks or unknown words. */
const STRONG = ['laksanakan', 'bersedia', 'senang', "sami'na", 'bisa'];

/** A bare yes is a promise to come, unless it only receives information. */
export function agreed(
  statements: readonly Statement[],
  words: readonly Word[],
): Decision | undefined {
  const signs = statements.flatMap(({ clause, signs: all }) => (clause.label ? [] : all));
  const senses = statements.flatMap(({ topics }) => topics.map(({ sense }) => sense));
  const yes = signs.filter((sign) => sign.kind === 'yes').map((sign) => sign.word);
  if (yes.length === 0) {
    const thumb = signs.some((sign) => sign.kind === 'thumb');
    const alone =
      senses.every((sense) => sense.filler) &&
      !hasAny(words, 'thanks', 'ack') &&
      !words.some((word) => is(word, 'unknown') && !word.capital);
    return thumb && alone ? { label: 'hadir', confidence: 0.75 } : undefined;
  }
  if (statements.at(-1)?.clause.asked || hasAny(words, ...OTHER_BUSINESS)) return undefined;
  if (hasAny(words, 'promise_news') && hasAny(words, 'other', 'another')) return undefined;
  const strong = yes.some((word) => is(word, 'pious', 'enrol') || STRONG.includes(word.lemma));
  const ready = hasAny(yes, 'ready');
  if (hasAny(words, 'thanks', 'info') && !strong) return undefined;
  const stray = words.some((word) => is(word, 'unknown', 'cheer2', 'plain') && !word.capital);
  if (stray && !strong && !ready) return undefined;
  const rest = senses.filter((sense) => !sense.filler && !sense.wish && !sense.resolved);
  if (rest.length > 0 && !strong) return ready ? { label: 'hadir', confidence: 0.5 } : undefined;
  return { label: 'hadir', confidence: strong || ready ? 0.9 : 0.8 };
}
