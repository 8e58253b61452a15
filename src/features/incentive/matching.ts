import { sameName } from '../../language/names.ts';
import type { Area } from '../access/rules.ts';
import type { Kader } from '../kader/repository.ts';
import { groupedBy } from '../transfer/grouping.ts';
import type { SaidPerson } from './reading.ts';

/** Why nobody is meant for sure; `candidates` may be meant, likeliest first. */
export type NobodyFound =
  /** The roster has the number under another name. */
  | { why: 'number_of_other'; candidates: Kader[] }
  /** The name is there, with another number and no area beside it that would prove it. */
  | { why: 'other_number'; candidates: Kader[] }
  /** Several have that name. */
  | { why: 'namesakes'; candidates: Kader[] }
  /** Nobody has that name (in that area). */
  | { why: 'unknown_person'; candidates: Kader[] };

export type PersonMatch = { ok: true; kader: Kader } | { ok: false; problem: NobodyFound };

const mostCandidates = 5;

/**
 * Finds who is meant on a list: the owner of the number if the name fits, else whoever alone has exactly that
 * name, in that area where one is given. Money follows from it, so that a doubt is always a refusal.
 *
 * @param people everybody with one of the numbers or names of the list, or in one of its areas
 */
export function personFinder(people: readonly Kader[]): (said: SaidPerson) => PersonMatch {
  const byPhone = new Map(people.flatMap((k) => (k.phone ? [[k.phone.e164, k] as const] : [])));
  const byName = groupedBy(people, ({ nameKey }) => nameKey);
  const byKecamatan = groupedBy(people, ({ kecamatanCode }) => kecamatanCode);

  function similarIn(area: Area | null, name: string): Kader[] {
    const near = area === null ? [] : (byKecamatan.get(area.kecamatanCode) ?? []);
    return near.filter(
      (kader) => isThere(kader, area) && sameName(kader.name, name) !== 'different',
    );
  }

  return ({ name, nameKey, phone, area }) => {
    const owner = phone === null ? undefined : byPhone.get(phone.e164);
    if (owner !== undefined) {
      const fits = nameKey === '' || nameKey === owner.nameKey;
      return fits || sameName(owner.name, name) !== 'different'
        ? { ok: true, kader: owner }
        : doubt('number_of_other', [owner]);
    }
    const called = byName.get(nameKey) ?? [];
    const there = called.filter((kader) => isThere(kader, area));
    const [only] = there;
    if (only === undefined) {
      const others = [...called, ...similarIn(area, name)];
      return doubt('unknown_person', nameKey === '' ? [] : [...new Set(others)]);
    }
    if (there.length > 1) return doubt('namesakes', there);
    const isProven = area !== null || phone === null || only.phone === null;
    return isProven ? { ok: true, kader: only } : doubt('other_number', [only]);
  };
}

/** Whether somebody serves in an area; without one, anywhere will do. */
function isThere(kader: Kader, area: Area | null): boolean {
  if (area === null) return true;
  return area.kelurahanCode === null || kader.kelurahanCode === null
    ? kader.kecamatanCode === area.kecamatanCode
    : kader.kelurahanCode === area.kelurahanCode;
}

function doubt(why: NobodyFound['why'], candidates: Kader[]): PersonMatch {
  return { ok: false, problem: { why, candidates: candidates.slice(0, mostCandidates) } };
}
