import type { Claim } from './claims.ts';
import type { Statement } from './message.ts';
import { hasAny, is, type Word } from './words.ts';

/** One of the sender's own statements that stands, with the clause it came from. */
export interface Own {
  readonly claim: Claim;
  readonly statement: Statement;
}

/**
 * Claims about the sender's own coming to this event that are neither asked, supposed nor over.
 * What was said or planned earlier counts only while nothing newer stands against it.
 */
export function ownClaims(statements: readonly Statement[]): Own[] {
  const all = statements.flatMap((statement) =>
    statement.claims
      .filter((claim) => stands(claim, statement))
      .map((claim): Own => ({ claim, statement })),
  );
  const arrives = all.some(({ claim }) => claim.explicit && claim.sign > 0);
  const present = all.filter(
    ({ claim, statement }) => !statement.recalled && !(claim.rollCall && arrives),
  );
  if (present.length > 0) return present;
  const overtaken = statements.some((statement) => !statement.recalled && speaksAgainst(statement));
  return overtaken && all.every(({ claim }) => claim.sign > 0) ? [] : all;
}

function speaksAgainst(statement: Statement): boolean {
  const permit = statement.signs.some((sign) => sign.kind === 'permit');
  const trouble = statement.topics.some(({ sense }) => sense.obstacle);
  return statement.doubts.length > 0 || permit || trouble;
}

function stands(claim: Claim, statement: Statement): boolean {
  const { clause, condition, question } = statement;
  if (claim.subject !== 'self' || claim.denial || clause.label || statement.past) return false;
  if (question.isAsked(claim) || condition === 'concrete' || condition === 'neutral') return false;
  return claim.sign > 0 ? arrivalStands(claim, statement) : refusalStands(claim, statement);
}

/** Not coming some other day, not hypothetical, not the business that keeps one away. */
function arrivalStands(claim: Claim, { clause, later, at }: Statement): boolean {
  const hour = clause.words.some((word) => /^(?:jam|siang|sore|pagi)$/.test(word.lemma));
  if (claim.onlyThen && !hour) return false;
  if (later || clause.link === 'purpose' || isHypothetical(clause.words)) return false;
  return clause.link !== 'cause' || at === 0;
}

function refusalStands(claim: Claim, { clause }: Statement): boolean {
  if (clause.link === 'purpose' || clause.link === 'concede') return false;
  if (isHypothetical(clause.words)) return false;
  return claim.explicit || !hasAny(clause.words, 'press', 'app', 'pay');
}

/** `ga ikut rugi bu`: what it would be like. */
function isHypothetical(words: Statement['clause']['words']): boolean {
  return words.some((word) => word.form === 'rugi');
}

/** Whether the wording itself tells which of two opposite statements counts. */
export function isSettled(own: readonly Own[], statements: readonly Statement[]): boolean {
  const last = own.at(-1);
  if (last === undefined) return false;
  if (last.claim.still || last.claim.cancels) return true;
  const opposite = own.filter((one) => one.claim.sign !== last.claim.sign);
  const bare = (one: Own): boolean =>
    !one.claim.explicit && (one.claim.cancels || one.claim.from === one.claim.to);
  const apart = opposite.every((one) => one.statement !== last.statement);
  if (last.claim.explicit && apart && opposite.every(bare)) return true;
  const first = opposite[0]?.statement.at ?? 0;
  return statements
    .slice(first + 1, last.statement.at + 1)
    .some(
      ({ clause }) =>
        ['contrast', 'correct', 'result', 'before'].includes(clause.link) ||
        hasAny(clause.words, 'wrong', 'press', 'correct', 'sorry'),
    );
}

const WHOLE_DAYS = /^(?:besok|sekarang|hari_ini|kali_ini|minggu_ini|hari|lusa)$/;

/** A session, a day, an hour, or one of several things that happen there. */
function isPart(word: Word): boolean {
  if (WHOLE_DAYS.test(word.lemma)) return false;
  return is(word, 'part_event', 'time', 'event') || (word.nya && is(word, 'topic'));
}

/** `pagi bisa, siang ga bisa`, `pelatihannya ikut, senamnya engga`: each tied to a part or a time. */
export function isPartOfEvent(own: readonly Own[]): boolean {
  const ties = new Set(own.flatMap(({ statement }) => statement.clause.words.filter(isPart)));
  const tied = own.every(({ statement }) => statement.clause.words.some(isPart));
  return tied && ties.size > 1 && new Set(own.map((one) => one.claim.sign)).size === 2;
}
