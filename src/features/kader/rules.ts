import type { Area } from '../access/rules.ts';
import type { Audience, Group } from './schema.ts';

export type Jabatan = 'PSM' | 'TKSK';

/** What decides whether somebody belongs to an audience. */
export interface Placed extends Area {
  jabatan: Jabatan;
}

/** Whether a kader belongs to an audience. The same rule as SQL is `whereAudience` in the repository. */
export function isInAudience(kader: Placed, audience: Audience): boolean {
  return audience.include.some((group) => isInGroup(kader, group));
}

function isInGroup(kader: Placed, group: Group): boolean {
  switch (group.by) {
    case 'all':
      return true;
    case 'jabatan':
      return kader.jabatan === group.jabatan;
    case 'kecamatan':
      return kader.kecamatanCode === group.code;
    case 'kelurahan':
      return kader.kelurahanCode === group.code;
  }
}
