import { useEffect, useMemo, useState } from 'preact/hooks';
import type { RosterEntry } from '../page-contract.ts';
import { DeskSession, type DeskView } from './desk-session.ts';
import { type DeskStore, openDeskStore } from './desk-store.ts';
import { keepOffline } from './keep-offline.ts';
import { type Presence, presences } from './presence.ts';

/** A desk at work, and what follows from what it knows. */
export interface DeskAtWork {
  session: DeskSession;
  view: DeskView;
  /** Who is there, the latest first. */
  present: Presence[];
  byKader: Map<number, Presence>;
  people: Map<number, RosterEntry>;
  /** Whether the page itself would open without a network. */
  isKept: boolean;
}

/**
 * The desk of the event that the page's address names; `opening` until the device's memory is open, and
 * `no_store` where the browser gives none.
 */
export function useDesk(): DeskAtWork | 'opening' | 'no_store' {
  const [session, setSession] = useState<DeskSession | null>(null);
  const [view, setView] = useState<DeskView | null>(null);
  const [isKept, setKept] = useState(false);
  const [hasStore, setHasStore] = useState(true);

  useEffect(() => {
    const begin = (store: DeskStore) => {
      const opened = new DeskSession(store, eventOfAddress(), setView);
      setSession(opened);
      void opened.run();
    };
    void openDeskStore().then(begin, () => setHasStore(false));
    void keepOffline().then(setKept);
  }, []);

  const arrivals = view?.event?.arrivals;
  const deeds = view?.deeds;
  const roster = view?.event?.roster;
  const present = useMemo(() => presences(arrivals ?? [], deeds ?? []), [arrivals, deeds]);
  const byKader = useMemo(
    () => new Map(present.flatMap((one) => (one.kaderId === null ? [] : [[one.kaderId, one]]))),
    [present],
  );
  const people = useMemo(
    () => new Map((roster?.people ?? []).map((entry) => [entry.id, entry])),
    [roster],
  );
  if (session === null || view === null) return hasStore ? 'opening' : 'no_store';
  return { session, view, present, byKader, people, isKept };
}

/** The key in the address begins with the event's number in base 36. */
function eventOfAddress(): number {
  const key = location.pathname.split('/').at(-1) ?? '';
  return Number.parseInt(key.split('.')[0] ?? '', 36);
}
