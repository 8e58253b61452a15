import type { Db } from '../../platform/database.ts';
import { coordinatorsOf } from '../access/repository.ts';
import type { Actor } from '../access/rules.ts';

/** Coordinators of somebody's own area, whom they may ask; nobody for people who are not on the roster. */
export async function whomToAsk(
  db: Db,
  who: Actor,
): Promise<{ name: string; username: string | null }[]> {
  return who.kader === null ? [] : coordinatorsOf(db, who.kader, who.accountId);
}
