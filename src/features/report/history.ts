import { nameSearch } from '../../language/name-search.ts';
import type { Ports } from '../../platform/ports.ts';
import { covers, type Scope } from '../access/rules.ts';
import { findKader, type Kader } from '../kader/repository.ts';
import { type Candidate, listCandidates, listHistory } from './history-repository.ts';
import { type HistoryEntry, type HistoryTotals, totalsOf } from './history-rules.ts';

export type { Candidate } from './history-repository.ts';

/** The events of one kader, latest first, as of now. */
export interface HistoryView {
  kader: Kader;
  entries: HistoryEntry[];
  totals: HistoryTotals;
  asOf: Date;
}

/** Whose history somebody may see: everybody's within the scope, and their own. */
export interface Onlooker {
  scope: Scope | null;
  kader: { id: number } | null;
}

export interface HistoryService {
  /** Those within the scope whose names begin as typed, by name. */
  search(scope: Scope, typed: string): Promise<Candidate[]>;
  /** One kader's history, or null where it is not the onlooker's to see. */
  of(onlooker: Onlooker, kaderId: number): Promise<HistoryView | null>;
}

/** What one person answered and where they were. */
export function createHistoryService({ db, clock }: Pick<Ports, 'db' | 'clock'>): HistoryService {
  return {
    search: async (scope, typed) => {
      const isMeant = nameSearch(typed);
      return (await listCandidates(db, scope)).filter(({ name }) => isMeant(name));
    },

    of: async (onlooker, kaderId) => {
      const kader = await findKader(db, kaderId);
      if (kader === null) return null;
      const isOwn = onlooker.kader?.id === kaderId;
      if (!isOwn && (onlooker.scope === null || !covers(onlooker.scope, kader))) return null;
      const asOf = clock.now();
      const entries = await listHistory(db, kaderId, asOf);
      return { kader, entries, totals: totalsOf(entries, asOf), asOf };
    },
  };
}
