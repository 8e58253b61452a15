import type { Statement } from './message.ts';
import { hasAny } from './words.ts';

/** Clauses whose obstacles do not hold now: conceded, supposed, hoped away or planned earlier. */
export const UNREAL: readonly string[] = ['concede', 'cond', 'purpose', 'before'];

/** Obstacles stated as holding now, in clauses that neither concede, suppose nor ask. */
export function troubles(statements: readonly Statement[]): Statement[] {
  return statements.filter((statement, at) => {
    const { clause, question, topics } = statement;
    const previous = statements[at - 1];
    if (clause.label || isField(previous) || UNREAL.includes(clause.link)) return false;
    if (previous?.past === true && clause.link === 'cause') return false;
    if (question.asks && clause.link !== 'cause') return false;
    return topics.some(({ sense }) => sense.obstacle);
  });
}

/** `Kel. : Petir`: what follows the label of a name or a place is a name or a place. */
export function isField(statement: Statement | undefined): boolean {
  return statement?.clause.mark === ':' && hasAny(statement.clause.words, 'area', 'naming', 'role');
}

/** `pengen ikut tapi anak sakit`: trouble that stands against what was said at `after`. */
export function hasContrastingTrouble(statements: readonly Statement[], after: number): boolean {
  const turn = statements.find(
    (statement) => statement.at > after && ['contrast', 'correct'].includes(statement.clause.link),
  );
  return turn !== undefined && troubles(statements).some((statement) => statement.at >= turn.at);
}
