import { createHash } from 'node:crypto';
import type { Kader } from '../kader/repository.ts';
import { groupedBy } from '../transfer/grouping.ts';
import type { Choices, Doubt } from '../transfer/importer.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { PersonMatch } from './matching.ts';
import type { IncentivePlan, IncentiveProblem } from './planning.ts';
import type { ReadMonth, SaidPerson } from './reading.ts';

/** Stands for what rows say of a person, without showing it: rows that say the same mean the same one. */
function doubtKey({ nameKey, phone, area }: SaidPerson): string {
  const said = [nameKey, phone?.e164, area?.kecamatanCode, area?.kelurahanCode];
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12);
}

/** Follows the choice of staff where rows leave a doubt, and only among those whom they may mean. */
export function withChoices(
  find: (said: SaidPerson) => PersonMatch,
  choices: Choices,
): (said: SaidPerson) => PersonMatch {
  if (choices.size === 0) return find;
  return (said) => {
    const match = find(said);
    if (match.ok) return match;
    const chosen = choices.get(doubtKey(said));
    const kader = match.problem.candidates.find(({ id }) => id === chosen);
    return kader === undefined ? match : { ok: true, kader };
  };
}

/** What staff can settle by a choice, and have not; in the order of the file. */
export function doubtsIn({ refused }: IncentivePlan, choices: Choices, wilayah: Wilayah): Doubt[] {
  const open = refused.flatMap(({ row, problems }) => {
    const candidates = problems.flatMap(candidatesOf);
    const key = doubtKey(row.person);
    return candidates.length === 0 || choices.has(key) ? [] : [{ key, row, candidates }];
  });
  return [...groupedBy(open, ({ key }) => key)].map(([key, [first, ...others]]) =>
    asDoubt(key, first.row, 1 + others.length, first.candidates, wilayah),
  );
}

function asDoubt(
  key: string,
  { at, person }: ReadMonth,
  rows: number,
  candidates: readonly Kader[],
  wilayah: Wilayah,
): Doubt {
  return {
    key,
    at,
    rows,
    name: person.name,
    phone: person.phone,
    candidates: candidates.map((kader) => ({
      kaderId: kader.id,
      name: kader.name,
      area: wilayah.areaName(kader),
      phone: kader.phone,
    })),
  };
}

function candidatesOf(problem: IncentiveProblem): readonly Kader[] {
  return 'candidates' in problem ? problem.candidates : [];
}
