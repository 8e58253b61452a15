import type { KaderFilter } from './repository.ts';
import type { Audience, Criterion } from './schema.ts';

const nobody = { id: { in: [] } } as const satisfies KaderFilter;

/** An audience as a filter; the same rule in memory is `isInAudience`. */
export function whereAudience({ include, exclude = [] }: Audience): KaderFilter {
  // Prisma takes an empty OR within an AND for no condition, and would find everybody.
  if (include.length === 0) return nobody;
  return {
    OR: include.map(whereCriterion),
    ...(exclude.length === 0 ? {} : { AND: exclude.map(whereNot) }),
  };
}

function whereCriterion(criterion: Criterion): KaderFilter {
  switch (criterion.by) {
    case 'all':
      return {};
    case 'jabatan':
      return { jabatan: criterion.jabatan };
    case 'kecamatan':
      return { kecamatanCode: criterion.code };
    case 'kelurahan':
      return { kelurahanCode: criterion.code };
    case 'answer':
      return { invitations: { some: whereAnswered(criterion) } };
    case 'presence': {
      const { eventId, presence } = criterion;
      return presence === 'CAME'
        ? { checkIns: { some: whereCame(criterion) } }
        : { invitations: { some: { eventId } }, checkIns: { none: whereCame(criterion) } };
    }
  }
}

function whereNot(criterion: Criterion): KaderFilter {
  switch (criterion.by) {
    case 'all':
      return nobody;
    case 'kelurahan':
      // In SQL what is unknown is not different: a TKSK, who has no kelurahan, would be left out.
      return { OR: [{ kelurahanCode: null }, { kelurahanCode: { not: criterion.code } }] };
    case 'answer':
      return { invitations: { none: whereAnswered(criterion) } };
    case 'presence': {
      const { eventId, presence } = criterion;
      const came = whereCame(criterion);
      return presence === 'CAME'
        ? { checkIns: { none: came } }
        : { OR: [{ invitations: { none: { eventId } } }, { checkIns: { some: came } }] };
    }
    default:
      return { NOT: whereCriterion(criterion) };
  }
}

function whereAnswered({ eventId, answer }: Extract<Criterion, { by: 'answer' }>) {
  return { eventId, answer: answer === 'NONE' ? null : answer };
}

/** An arrival that was undone is none. */
function whereCame({ eventId }: Extract<Criterion, { by: 'presence' }>) {
  return { eventId, undoneAt: null };
}
