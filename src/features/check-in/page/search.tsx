import { useEffect, useMemo, useRef } from 'preact/hooks';
import { nameSearch } from '../../../language/name-search.ts';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { PageZone, RosterEntry } from '../page-contract.ts';
import { CardIcon } from './card-icon.tsx';
import { PresenceLine } from './presence-line.tsx';
import type { DeskAtWork } from './use-desk.ts';

const mostShown = 12;
const leastLetters = 3;

/** The search field with the people whose names begin like that. */
export function Search({
  desk: { view, byKader },
  zone,
  query,
  onQuery,
  onPick,
  onScan,
  onGuest,
}: {
  desk: DeskAtWork;
  zone: PageZone;
  query: string;
  onQuery: (query: string) => void;
  onPick: (entry: RosterEntry) => void;
  onScan: () => void;
  onGuest: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  const people = view.event?.roster.people;
  const isEnough = query.replace(/\s/g, '').length >= leastLetters;
  const found = useMemo(() => {
    const matches = nameSearch(query);
    const all = isEnough
      ? (people ?? []).filter(({ name, area }) => matches(`${name} ${area}`))
      : [];
    // First those who are still to come, and among them those who are called so.
    const begun = query.trim().toLowerCase();
    const rank = ({ id, name }: RosterEntry) =>
      (byKader.has(id) ? 2 : 0) + (name.toLowerCase().startsWith(begun) ? 0 : 1);
    return all.sort((one, other) => rank(one) - rank(other));
  }, [people, query, isEnough, byKader]);
  useEffect(() => {
    if (query === '') field.current?.focus();
  }, [query]);

  return (
    <section class="search">
      <div class="field">
        <input
          ref={field}
          type="search"
          value={query}
          placeholder={text.searchPlaceholder}
          aria-label={text.searchPlaceholder}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="search"
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
        />
        <button type="button" class="scan" onClick={onScan}>
          <CardIcon />
          {text.scan}
        </button>
      </div>
      {!isEnough && <p class="hint">{text.searchHint}</p>}
      {isEnough && found.length === 0 && (
        <div class="hint">
          <p>{text.nobody(query)}</p>
          <button type="button" class="second" onClick={onGuest}>
            {text.asGuest}
          </button>
        </div>
      )}
      <ul class="rows">
        {found.slice(0, mostShown).map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => onPick(entry)}>
              <b>{entry.name}</b>
              <small>
                {entry.area} · {entry.jabatan}
              </small>
              <PresenceLine presence={byKader.get(entry.id)} entry={entry} zone={zone} />
            </button>
          </li>
        ))}
      </ul>
      {found.length > mostShown && <p class="hint">{text.more(found.length - mostShown)}</p>}
    </section>
  );
}
