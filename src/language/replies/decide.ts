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

/** A bare `absen`, or `absen saya` with one's name, may be the roll-call as well as the absence. */
function rollCall(statements: readonly Statement[]): Decision | undefined {
  const words = statements
    .flatMap((statement) => statement.clause.words)
    .filter((word) => !is(word, 'called', 'honor', 'emoji', 'mark'));
  if (words[0]?.lemma !== 'absen') return undefined;
  const rest = words.slice(is(words[1], 'self') ? 2 : 1);
  const named = words.length > rest.length + 1 ? ['name', 'unknown', 'role', 'area'] : ['name'];
  const bare = rest.every((word) => word.lemma === 'absen' || is(word, ...named));
  return bare ? { label: 'lain', confidence: 0.5 } : undefined;
}
