import type { Decision } from './decision.ts';
import type { Statement } from './message.ts';
import type { Own } from './own-claims.ts';
import { paysIn } from './requests.ts';
import { hasAny, is, type Word } from './words.ts';

/** Somebody comes in the sender's place, unless that is asked, unsure or taken back. */
export function substituted(
  statements: readonly Statement[],
  own: readonly Own[],
): Decision | undefined {
  const at = statements.findLastIndex((statement) => statement.substitution.kind === 'sent');
  const statement = statements[at];
  if (statement?.substitution.kind !== 'sent' || statement.past) return undefined;
  const { who } = statement.substitution;
  if (statement.question.asks || hasAny(statement.clause.words, 'allow')) return undefined;
  // `boleh ga kalau suami yang gantiin`
  if (statement.condition !== 'none' && statements[at - 1]?.question.asks) return undefined;
  if (own.some((one) => one.statement.at > at && comesAfterAll(one))) return undefined;
  const unsure =
    statement.signs.some((sign) => sign.kind === 'hedge') ||
    statements.some((other) => other.condition === 'concrete') ||
    hasAny(statement.clause.words, 'hedge', 'effort', 'hope') ||
    isEither(statement.clause.words);
  if (unsure) return { label: 'ragu', confidence: 0.75 };
  if (who.length === 0 && own.some((one) => one.claim.sign < 0)) return undefined;
  return { label: 'wakil', confidence: who.length > 0 ? 0.93 : 0.7, who };
}

/** `saya atau bu Lilis yang datang`. */
function isEither(words: readonly Word[]): boolean {
  return words.some((word, at) => is(word, 'or') && is(words[at - 1], 'self', 'kin'));
}

/** `awalnya diwakilkan, ternyata saya bisa hadir sendiri`. */
function comesAfterAll({ claim, statement }: Own): boolean {
  return claim.sign > 0 && ['correct', 'contrast', 'result'].includes(statement.clause.link);
}

/** Coming for somebody else, or for the kelurahan, is coming. */
export function standingIn(statements: readonly Statement[]): Decision | undefined {
  const standing = statements.some(
    (statement) => statement.substitution.kind === 'comes' && !statement.question.asks,
  );
  return standing && !paysIn(statements) ? { label: 'hadir', confidence: 0.85 } : undefined;
}
