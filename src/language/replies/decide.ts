import { claimed } from './claimed.ts';
import { conditional } from './conditional.ts';
import type { Decision } from './decision.ts';
import { excused } from './excused.ts';
import type { Statement } from './message.ts';
import { ownClaims } from './own-claims.ts';
import { standingIn, substituted } from './substituted.ts';
import { unclaimed } from './unclaimed.ts';
import { is } from './words.ts';

/**
 * Decides what the statements of a reply amount to, in this order: somebody else comes, it depends,
 * the sender says so himself, he stands in for somebody, something keeps him, anything else.
 */
export function decide(statements: readonly Statement[]): Decision {
  const own = ownClaims(statements);
  return (
    rollCall(statements) ??
    substituted(statements, own) ??
    conditional(statements, own) ??
    claimed(statements, own) ??
    standingIn(statements) ??
    excused(statements) ??
    unclaimed(statements)
  );
}

/** A bare `absen` may be the roll-call as well as the absence. */
function rollCall(statements: readonly Statement[]): Decision | undefined {
  const words = statements.flatMap((statement) => statement.clause.words);
  const bare =
    words.some((word) => word.lemma === 'absen') &&
    words.every((word) => word.lemma === 'absen' || is(word, 'called', 'emoji', 'name'));
  return bare ? { label: 'lain', confidence: 0.5 } : undefined;
}
