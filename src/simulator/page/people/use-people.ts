import { useEffect, useState } from 'preact/hooks';
import type { PersonCard } from '../../contract.ts';
import { findPeople, Unreachable } from '../simulator-client.ts';

const REFRESH_MS = 4_000;

export interface PeopleFound {
  people: readonly PersonCard[];
  /** False until the first answer. */
  known: boolean;
  failure: string | null;
}

/**
 * The first `limit` people who match the search, looked up again now and then so that unread counts
 * stay true for people whose phone is not open. Answers that were overtaken are dropped.
 */
export function usePeople(search: string, limit: number): PeopleFound {
  const [found, setFound] = useState<PeopleFound>({ people: [], known: false, failure: null });
  useEffect(() => {
    let wanted = true;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      try {
        const people = document.hidden ? null : await findPeople(search, limit);
        if (wanted && people !== null) setFound({ people, known: true, failure: null });
      } catch (error) {
        const failure =
          error instanceof Unreachable ? error.message : 'Daftar orang tidak dapat dibaca.';
        if (wanted) setFound((before) => ({ ...before, failure }));
      }
      if (wanted) timer = setTimeout(() => void look(), REFRESH_MS);
    };
    void look();
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [search, limit]);
  return found;
}
