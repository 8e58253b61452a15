import type { Audience, Criterion } from '../kader/schema.ts';

/** The two sides of an audience: who gets it, and who of them does not. */
export type Side = 'include' | 'exclude';

/** What an audience has on one side. */
export function criteriaOf(audience: Audience, side: Side): Criterion[] {
  return audience[side] ?? [];
}

/**
 * Puts a criterion on a side of an audience, or takes it off again. It is never on both sides; "everybody"
 * stands alone on its side.
 */
export function toggleCriterion(audience: Audience, criterion: Criterion, side: Side): Audience {
  const isOther = (other: Criterion) => !sameCriterion(other, criterion);
  const here = criteriaOf(audience, side);
  const rest = here.filter(isOther);
  const isChosen = rest.length < here.length;
  const added =
    criterion.by === 'all' ? [criterion] : [...rest.filter(({ by }) => by !== 'all'), criterion];
  const other = criteriaOf(audience, side === 'include' ? 'exclude' : 'include').filter(isOther);
  const mine = isChosen ? rest : added;
  const [include, exclude] = side === 'include' ? [mine, other] : [other, mine];
  return exclude.length === 0 ? { include } : { include, exclude };
}

export function sameCriterion(a: Criterion, b: Criterion): boolean {
  return criterionKey(a) === criterionKey(b);
}

function criterionKey(criterion: Criterion): string {
  switch (criterion.by) {
    case 'all':
      return 'all';
    case 'jabatan':
      return `jabatan ${criterion.jabatan}`;
    case 'kecamatan':
    case 'kelurahan':
      return `${criterion.by} ${criterion.code}`;
    case 'answer':
      return `answer ${criterion.eventId} ${criterion.answer}`;
    case 'presence':
      return `presence ${criterion.eventId} ${criterion.presence}`;
  }
}
