import type { Decision } from './decision.ts';
import type { Statement, Topic } from './message.ts';
import { isRequest, paysIn } from './requests.ts';
import { troubles, UNREAL } from './troubles.ts';
import { hasAny } from './words.ts';

/** Nothing is said of coming, but something stands in the way or leave is asked. */
export function excused(statements: readonly Statement[]): Decision | undefined {
  if (statements.some(meansToCome)) return { label: 'ragu', confidence: 0.6 };
  const blocked = troubles(statements).filter(
    (statement) => !statement.past || statement.topics.some(({ sense }) => sense.hard),
  );
  const permit = statements.find(
    ({ clause, past, signs }) =>
      !clause.label && !past && signs.some((sign) => sign.kind === 'permit'),
  );
  return (
    (permit && permitted(permit, statements, blocked)) ??
    (blocked.length === 0
      ? (hindered(statements) ?? vaguely(statements))
      : obstructed(statements, blocked))
  );
}

/** `izin kerja biar bisa hadir`: leave asked of somebody else, in order to come. */
function meansToCome({ clause, claims }: Statement): boolean {
  return (
    clause.link === 'purpose' &&
    claims.some(({ sign, explicit, subject }) => sign > 0 && explicit && subject === 'self')
  );
}

/** What asking leave amounts to, by what leave is asked for. */
function permitted(
  permit: Statement,
  statements: readonly Statement[],
  blocked: readonly Statement[],
): Decision | undefined {
  const words = permit.clause.words;
  const asks = statements.some((statement) => statement.question.asks);
  if (permit.question.asks || (asks && blocked.length === 0)) return undefined;
  if (permit.signs.some((sign) => sign.kind === 'hedge') && blocked.length === 0) {
    return { label: 'ragu', confidence: 0.75 };
  }
  const other = ['inquire', 'ack', 'forward', 'msg', 'say', 'app', 'naming', 'info', 'report'];
  if (hasAny(words, ...other, 'come')) return undefined;
  if (statements.some((statement) => statement.doubts.length > 0)) {
    return { label: 'ragu', confidence: 0.7 };
  }
  if (blocked.length > 0 || statements.some(({ clause }) => clause.link === 'cause')) {
    return { label: 'izin', confidence: 0.92 };
  }
  const bare = permit.topics.every(({ sense }) => sense.filler);
  return bare ? { label: 'tidak_hadir', confidence: 0.7 } : undefined;
}

/** `maaf saya ada halangan`: an absence by formula. */
function hindered(statements: readonly Statement[]): Decision | undefined {
  const sorry = statements.some(({ clause }) => hasAny(clause.words, 'sorry', 'permit'));
  const alone = statements.every(({ topics }) =>
    topics.every(({ sense, matter }) => sense.filler || hasAny(matter.words, 'hindrance')),
  );
  const formula = statements.some(
    ({ clause, question }) =>
      !question.asks &&
      !UNREAL.includes(clause.link) &&
      hasAny(clause.words, 'hindrance') &&
      hasAny(clause.words, 'exist') &&
      !hasAny(clause.words, 'neg', 'notyet'),
  );
  return (sorry || (alone && !statements.some(isDoubtful))) && formula
    ? { label: 'tidak_hadir', confidence: 0.75 }
    : undefined;
}

/** `maaf ada praktikum`: with an apology, any "there is something" is a reason. */
function vaguely(statements: readonly Statement[]): Decision | undefined {
  if (statements.some((statement) => statement.question.asks)) return undefined;
  const vague = statements.some(({ topics }) => topics.some(({ sense }) => sense.vague));
  const sorry = statements.some(({ clause }) => hasAny(clause.words, 'sorry', 'permit'));
  return vague && sorry ? { label: 'izin', confidence: 0.7 } : undefined;
}

/** An obstacle is an absence when excused or when it rules attendance out, else it leaves it open. */
function obstructed(
  statements: readonly Statement[],
  blocked: readonly Statement[],
): Decision | undefined {
  const apology = isApology(statements);
  const opening = blocked.some((statement) => !statement.question.asks && statement.at === 0);
  if (isAsking(statements) && !(apology && opening)) return undefined;
  if (statements.some(isDoubtful)) return { label: 'ragu', confidence: 0.8 };
  if (!apology && statements.some(isReport)) return undefined;
  const condoles = statements.some(({ clause }) => hasAny(clause.words, 'condolence'));
  if (condoles && !apology) return undefined;
  const hard = blocked.some(({ topics }) => topics.some(({ sense }) => sense.hard));
  if (apology || hard || isUndone(statements, blocked)) return { label: 'izin', confidence: 0.85 };
  return blocked.some(({ topics }) => topics.some(isOwnTrouble))
    ? { label: 'ragu', confidence: 0.6 }
    : undefined;
}

function isApology(statements: readonly Statement[]): boolean {
  return statements.some(
    ({ clause, claims }) =>
      hasAny(clause.words, 'sorry') ||
      clause.connector?.form.startsWith('alasan') === true ||
      (clause.label &&
        (hasAny(clause.words, 'permit') ||
          clause.words.some((word) => /^(?:ket|keterangan|alasan|status)$/.test(word.form)))) ||
      claims.some((claim) => claim.denial),
  );
}

function isAsking(statements: readonly Statement[]): boolean {
  const asks = statements.some(
    ({ clause, question }) => question.asks || hasAny(clause.words, 'ask'),
  );
  return asks || paysIn(statements) || isRequest(statements);
}

function isDoubtful({ doubts, signs }: Statement): boolean {
  return doubts.length > 0 || signs.some((sign) => sign.kind === 'hedge');
}

/** Reports on residents are work, not an excuse. */
function isReport({ clause, topics }: Statement): boolean {
  return topics.some(({ sense }) => sense.aid) || hasAny(clause.words, 'report');
}

/** `tadi oke, tapi anak mendadak sakit`: an earlier yes, undone by what happened. */
function isUndone(statements: readonly Statement[], blocked: readonly Statement[]): boolean {
  const agreed = statements.some(
    ({ recalled, claims }) => recalled && claims.some((claim) => claim.sign > 0),
  );
  return (
    agreed && blocked.some(({ clause }) => ['contrast', 'correct', 'result'].includes(clause.link))
  );
}

/** A trouble told as one's own and as going on, not a subject of talk. */
function isOwnTrouble({ sense, matter }: Topic): boolean {
  if (!sense.obstacle || sense.others || hasAny(matter.words, 'role', 'title')) return false;
  const told = ['ill', 'snag', 'kin', 'aspect', 'exist', 'body', 'heat', 'notyet'];
  return hasAny(matter.words, ...told);
}
