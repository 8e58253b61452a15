import type { Area } from '../access/rules.ts';
import type { Audience, Criterion } from './schema.ts';

export type Jabatan = 'PSM' | 'TKSK';

/** What decides whether somebody belongs to an audience. */
export interface Placed extends Area {
  jabatan: Jabatan;
}

/**
 * Whether somebody new on the roster belongs to an audience; the same rule as SQL, for everybody, is
 * `whereAudience`. A newcomer was invited to nothing yet and came to nothing, so no group by an answer or by
 * who came holds them, neither to include nor to exclude.
 */
export function isInAudience(kader: Placed, { include, exclude = [] }: Audience): boolean {
  const fits = (criterion: Criterion) => fitsCriterion(kader, criterion);
  return include.some(fits) && !exclude.some(fits);
}

function fitsCriterion(kader: Placed, criterion: Criterion): boolean {
  switch (criterion.by) {
    case 'all':
      return true;
    case 'jabatan':
      return kader.jabatan === criterion.jabatan;
    case 'kecamatan':
      return kader.kecamatanCode === criterion.code;
    case 'kelurahan':
      return kader.kelurahanCode === criterion.code;
    case 'answer':
    case 'presence':
      return false;
  }
}
