import type { Decision } from './decision.ts';
import type { Statement } from './message.ts';
import type { Own } from './own-claims.ts';
import { hasAny } from './words.ts';

/** A concrete condition leaves the answer open, unless a plain statement stands beside it. */
export function conditional(
  statements: readonly Statement[],
  own: readonly Own[],
): Decision | undefined {
  const last = statements.findLast((statement) => statement.condition === 'concrete');
  if (last === undefined || isAboutPay(statements)) return undefined;
  const outside = own.filter((one) => one.statement.condition === 'none');
  const asked = outside.length === 0 || last.clause.asked;
  if (asked && isOnlyAsked(last, statements)) return undefined;
  const after = outside.at(-1);
  if (after?.claim.partial && hasAny(last.clause.words, 'done')) return undefined;
  const settled = outside.some(
    ({ claim, statement }) =>
      claim.still ||
      (statement.at > last.at && statement.clause.link === 'correct') ||
      (statement.at > last.at && claim.sign < 0 && statement.clause.link === 'contrast'),
  );
  const refused = outside.at(-1);
  const refusedBefore =
    refused !== undefined &&
    refused.claim.sign < 0 &&
    refused.claim.strength === 'firm' &&
    refused.statement.at < last.at &&
    last.clause.fresh;
  return settled || refusedBefore ? undefined : { label: 'ragu', confidence: 0.85 };
}

/** `kalau ga hadir honor dipotong ga`: the condition belongs to a question of money. */
function isAboutPay(statements: readonly Statement[]): boolean {
  return statements.some(
    (statement) =>
      statement.topics.some(({ sense }) => sense.pay) &&
      (statement.condition === 'none' || statement.question.asks),
  );
}

/** `kalau telat masih boleh masuk?` asks; `kalau ga hujan hadir, jam berapa?` answers and asks. */
function isOnlyAsked(last: Statement, statements: readonly Statement[]): boolean {
  const asked = statements.some(({ question }) => question.asks && !question.alternatives);
  if (!asked || last.clause.connector?.form.startsWith('tergantung')) return false;
  const promised = last.claims.some(
    (claim) => claim.sign > 0 && claim.explicit && claim.subject === 'self',
  );
  const leave = statements.some((statement) => hasAny(statement.clause.words, 'allow'));
  return !promised || last.question.asks || leave;
}
