import type { Db, Tx } from '../../platform/database.ts';
import { whereAudience } from './audience-repository.ts';
import { countByKecamatan, countKader, type Kader, listKader } from './repository.ts';
import type { Audience } from './schema.ts';

export { type Kader, longestName } from './repository.ts';

/** How many belong to an audience, and how many of them the bot can reach. */
export function audienceReach(
  db: Db | Tx,
  audience: Audience,
): Promise<{ total: number; reachable: number }> {
  return countKader(db, whereAudience(audience));
}

/** How many of an audience are in each kecamatan. */
export function audienceByKecamatan(
  db: Db | Tx,
  audience: Audience,
): Promise<{ kecamatanCode: string; total: number }[]> {
  return countByKecamatan(db, whereAudience(audience));
}

/** Everybody of an audience, by area and name. */
export function audienceKader(db: Db | Tx, audience: Audience): Promise<Kader[]> {
  return listKader(db, whereAudience(audience));
}

/** Roster entries by at most 500 ids (SQLite's limit of parameters), in any order; those who left are missing. */
export function kaderByIds(db: Db | Tx, ids: readonly number[]): Promise<Kader[]> {
  return listKader(db, { id: { in: [...ids] } });
}

/** Whether the bot can write to somebody now. */
export function isReachable(
  kader: Kader,
): kader is Kader & { account: NonNullable<Kader['account']> } {
  return kader.account?.reachable === true;
}
