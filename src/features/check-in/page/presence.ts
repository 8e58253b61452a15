import { nameKey } from '../../../language/names.ts';
import type { Deed, DeskArrival, RosterEntry } from '../page-contract.ts';
import { kaderOf } from './card-reading.ts';
import type { KeptDeed } from './kept.ts';

/** Somebody who is there, as this device sees it: what the server said, and on top what waits to be sent. */
export interface Presence {
  /** Null while the server does not know of it. */
  checkInId: number | null;
  /** Of the deed that recorded it here, else null. */
  nonce: string | null;
  kaderId: number | null;
  /** Null while the server has given none. */
  number: number | null;
  name: string | null;
  area: string | null;
  at: number;
  byScan: boolean;
  walkIn: boolean;
  leftAt: number | null;
}

/**
 * Who is there: the server's list with the deeds on top that it has not answered yet, in the order in which
 * they were done. The latest arrival comes first.
 */
export function presences(
  arrivals: readonly DeskArrival[],
  deeds: readonly KeptDeed[],
): Presence[] {
  const known = arrivals.map(toPresence);
  for (const { deed, name, outcome } of deeds) if (outcome === null) apply(known, deed, name);
  return known.sort(
    (one, other) => other.at - one.at || (other.number ?? 1e9) - (one.number ?? 1e9),
  );
}

function apply(known: Presence[], deed: Deed, name: string): void {
  if (deed.kind === 'record') {
    const kaderId = kaderOf(deed.person);
    if (kaderId !== null && known.some((one) => one.kaderId === kaderId)) return;
    known.push({
      checkInId: null,
      nonce: deed.nonce,
      kaderId,
      number: null,
      name,
      area: null,
      at: deed.at,
      byScan: false,
      walkIn: deed.reason !== null,
      leftAt: null,
    });
    return;
  }
  const { target } = deed;
  const at = known.findIndex((one) =>
    'nonce' in target ? one.nonce === target.nonce : one.checkInId === target.checkInId,
  );
  const found = known[at];
  if (found === undefined) return;
  if (deed.kind === 'undo') known.splice(at, 1);
  else known[at] = { ...found, leftAt: deed.kind === 'leave' ? deed.at : null };
}

function toPresence({ checkInId, number, at, ...rest }: DeskArrival): Presence {
  return {
    checkInId,
    number,
    at,
    nonce: null,
    kaderId: rest.kaderId ?? null,
    name: rest.guest?.name ?? null,
    area: rest.guest?.area ?? null,
    byScan: rest.byScan ?? false,
    walkIn: rest.walkIn ?? false,
    leftAt: rest.leftAt ?? null,
  };
}

/** Somebody on the roster who is called like a guest, as one hears it, and comes from the same area. */
export function listedAs(
  people: Iterable<RosterEntry>,
  guest: { name: string; area: string },
): RosterEntry | null {
  const key = nameKey(guest.name);
  for (const entry of people)
    if (entry.area === guest.area && nameKey(entry.name) === key) return entry;
  return null;
}

/** A guest who is there already under the same name, as one hears it, from the same area as far as is known. */
export function namesakeOf(
  present: readonly Presence[],
  guest: { name: string; area: string },
): Presence | null {
  const key = nameKey(guest.name);
  const isSame = ({ kaderId, name, area }: Presence) =>
    kaderId === null &&
    name !== null &&
    nameKey(name) === key &&
    (area === null || area === guest.area);
  return present.find(isSame) ?? null;
}

/** The list with one arrival brought up to date, ahead of the next look at the server. */
export function withArrival(
  arrivals: readonly DeskArrival[],
  arrival: DeskArrival,
  isThere: boolean,
): DeskArrival[] {
  const others = arrivals.filter(({ checkInId }) => checkInId !== arrival.checkInId);
  return isThere ? [...others, arrival] : others;
}
