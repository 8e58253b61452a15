import { useEffect, useState } from 'preact/hooks';

/** Whose phones are open: the first, and the one beside it. Kept in the address to be shared. */
export interface OpenPeople {
  first: number | null;
  second: number | null;
}

function peopleInHash(hash: string): OpenPeople {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const first = personNumber(query.get('p'));
  const second = personNumber(query.get('q'));
  if (first === null) return { first: second, second: null };
  return { first, second: second === first ? null : second };
}

function hashOf({ first, second }: OpenPeople): string {
  const query = new URLSearchParams();
  if (first !== null) query.set('p', String(first));
  if (second !== null) query.set('q', String(second));
  return `#${query}`;
}

/** The open people as the address says them, and how to open others. */
export function useOpenPeople(): [OpenPeople, (people: OpenPeople) => void] {
  const [people, setPeople] = useState(() => peopleInHash(location.hash));
  useEffect(() => {
    const follow = () => setPeople(peopleInHash(location.hash));
    addEventListener('hashchange', follow);
    // The address may have changed between the first drawing and now, when nobody was listening yet.
    follow();
    return () => removeEventListener('hashchange', follow);
  }, []);
  return [people, (next) => (location.hash = hashOf(next))];
}

function personNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
