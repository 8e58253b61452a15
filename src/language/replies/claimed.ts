import type { Decision } from './decision.ts';
import type { Statement } from './message.ts';
import { isOpen } from './open-answer.ts';
import { isPartOfEvent, isSettled, type Own } from './own-claims.ts';
import { hasContrastingTrouble } from './troubles.ts';
import { hasAny } from './words.ts';

/** Decides from what the sender says of himself; the last statement counts. */
export function claimed(
  statements: readonly Statement[],
  own: readonly Own[],
): Decision | undefined {
  const crossed = statements.some(({ signs }) => signs.some((sign) => sign.kind === 'cross'));
  if (crossed && own.every((one) => one.claim.sign > 0)) {
    return { label: 'tidak_hadir', confidence: 0.8 };
  }
  const last = own.at(-1);
  if (last === undefined) return undefined;
  if (isOpen(statements, own)) return { label: 'ragu', confidence: 0.85 };
  const refuses =
    last.claim.sign < 0 && last.claim.explicit && last.statement.clause.link !== 'start';
  const partly = own.some((one) => one.claim.partial && one.claim.sign > 0);
  if (partly && !refuses) return { label: 'hadir', confidence: 0.88 };
  return last.claim.sign > 0 ? comes(statements, own, last) : staysAway(statements, own, last);
}

function comes(statements: readonly Statement[], own: readonly Own[], last: Own): Decision {
  const { claim, statement } = last;
  const longing = claim.strength === 'wanted' || claim.strength === 'wish';
  if (longing && hasContrastingTrouble(statements, statement.at)) {
    return { label: 'izin', confidence: 0.88 };
  }
  const refused = own.some((one) => one.claim.sign < 0);
  if (refused && !isSettled(own, statements) && !isPartOfEvent(own)) {
    return { label: 'ragu', confidence: 0.4 };
  }
  if (!claim.still && statements.some((other) => other.at > statement.at && shadows(other))) {
    return { label: 'ragu', confidence: 0.6 };
  }
  return { label: 'hadir', confidence: claim.explicit ? 0.95 : 0.85 };
}

/** `hadir, tapi anak lagi panas`: trouble named after a promise takes its firmness away. */
function shadows({ clause, question, topics }: Statement): boolean {
  if (clause.link !== 'contrast' || question.asks) return false;
  return topics.some(({ sense, matter }) => sense.obstacle && !hasAny(matter.words, 'able'));
}

function staysAway(statements: readonly Statement[], own: readonly Own[], last: Own): Decision {
  const { claim, statement } = last;
  if (claim.cancels && !claim.explicit && statements.some(recallsRefusal)) {
    return { label: 'hadir', confidence: 0.7 };
  }
  const coming = own.filter((one) => one.claim.sign > 0 && one.claim.strength === 'firm');
  if (coming.length > 0 && isPartOfEvent(own)) return { label: 'hadir', confidence: 0.8 };
  const arrivals = coming.filter((one) => one.claim.explicit);
  if (arrivals.length > 0 && !isSettled(own, statements)) {
    const listed = arrivals.some((one) => one.claim.to + 1 === claim.from && claim.explicit);
    if (listed) return { label: 'lain', confidence: 0.4 };
    if (arrivals.some((one) => one.statement !== statement))
      return { label: 'ragu', confidence: 0.4 };
  }
  return { label: 'tidak_hadir', confidence: claim.explicit ? 0.95 : 0.85 };
}

/** `tadinya mau izin … ga jadi`: what was called off was the absence. */
function recallsRefusal(statement: Statement): boolean {
  if (!statement.recalled) return false;
  const permit = statement.signs.some((sign) => sign.kind === 'permit');
  return permit || statement.claims.some((claim) => claim.sign < 0 && claim.explicit);
}
