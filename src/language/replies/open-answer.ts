import type { Statement } from './message.ts';
import type { Own } from './own-claims.ts';
import { asksOutright } from './questions.ts';
import { hasContrastingTrouble, troubles } from './troubles.ts';
import { hasAny, is } from './words.ts';

/** Whether doubts, alternatives, hedges, hopes or efforts leave the sender's own claims open. */
export function isOpen(statements: readonly Statement[], own: readonly Own[]): boolean {
  const last = own.at(-1);
  if (last === undefined) return false;
  return (
    statements.some((statement) => isUnsettledDoubt(statement, last)) ||
    isPrayedFor(statements, last) ||
    (last.claim.partial && own.some(isHedged)) ||
    isWeak(statements, last)
  );
}

function isUnsettledDoubt(doubting: Statement, last: Own): boolean {
  const { claim, statement } = last;
  if (doubting.doubts.length === 0 || doubting.recalled || doubting.past) return false;
  if (doubting.condition === 'neutral') return false;
  if (asksOutright(doubting.clause, doubting.question)) return false;
  const firmDoubt = hasAny(doubting.clause.words, 'unsure', 'know', 'sure');
  if (claim.partial && claim.sign > 0 && !firmDoubt) return false;
  if (claim.sign > 0 && doubting.at > statement.at && hasAny(doubting.clause.words, 'group')) {
    return false;
  }
  const onlyNews = doubting.doubts.every((doubt) => doubt.news);
  const refused = claim.sign < 0 && claim.strength === 'firm';
  if (refused && (doubting.at <= statement.at || onlyNews)) {
    const leads = (doubting.doubts[0]?.from ?? 0) < claim.from;
    return doubting.at === statement.at && !onlyNews && leads && doubting.clause.link === 'start';
  }
  if (claim.sign > 0 && doubting.at < statement.at && assures(last)) return false;
  const turned = ['correct', 'result', 'contrast'].includes(statement.clause.link);
  return !(doubting.at < statement.at && turned);
}

/** `mungkin dateng tapi telat`: the coming itself is hedged, not only its hour. */
function isHedged({ claim }: Own): boolean {
  return claim.sign > 0 && claim.explicit && !claim.partial && claim.strength === 'hedged';
}

/** `saya usahakan, pasti hadir`. */
function assures({ claim, statement }: Own): boolean {
  return hasAny(statement.clause.words.slice(claim.from, claim.to + 1), 'sure');
}

/** `doakan bisa hadir`; `semoga ga ada halangan, pengen ikut`. */
function isPrayedFor(statements: readonly Statement[], { claim, statement }: Own): boolean {
  const longing = claim.strength === 'wanted' || claim.strength === 'wish';
  const prayed = statement.topics.some(
    ({ matter }) =>
      (longing || matter.to < claim.from) && matter.words.some((word) => word.lemma === 'doa'),
  );
  if (prayed) return true;
  const hoping = statements.some(
    (other) => other.claims.length === 0 && hasAny(other.clause.words, 'hope'),
  );
  return hoping && longing && !hasContrastingTrouble(statements, statement.at);
}

function isWeak(statements: readonly Statement[], last: Own): boolean {
  const { claim, statement } = last;
  if (claim.strength === 'tried' && isAboutTime(statement)) return false;
  if (claim.strength === 'wish' && hasContrastingTrouble(statements, statement.at)) return false;
  if (claim.strength === 'hoped' || claim.strength === 'tried' || claim.strength === 'wish') {
    return true;
  }
  if (claim.sign > 0 && (claim.partial || isAboutTime(statement))) return false;
  const { words } = statement.clause;
  const hedge = statement.signs.some(
    (sign) => sign.kind === 'hedge' && words[sign.to + 1]?.lemma !== 'jam',
  );
  if (claim.strength !== 'hedged' && !hedge) return false;
  return !(claim.sign < 0 && troubles(statements).length > 0);
}

/** `diusahakan jam 7 udah sampe`: the effort is about the hour, not about coming. */
function isAboutTime(statement: Statement): boolean {
  return statement.clause.words.some((word) => word.lemma === 'jam' || is(word, 'limit'));
}
