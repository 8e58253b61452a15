import { useState } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { PageZone } from '../page-contract.ts';
import type { Presence } from './presence.ts';
import { PresenceActions } from './presence-actions.tsx';
import { PresenceLine } from './presence-line.tsx';
import type { DeskAtWork } from './use-desk.ts';

const mostShown = 40;

/** Who came last, from wherever they were recorded; a tap shows what can be done. */
export function Recent({
  desk: { present, people, session },
  zone,
}: {
  desk: DeskAtWork;
  zone: PageZone;
}) {
  const [open, setOpen] = useState<string | null>(null);
  if (present.length === 0) return <p class="hint">{text.recent.none}</p>;
  return (
    <ul class="rows">
      {present.slice(0, mostShown).map((presence) => {
        const entry = presence.kaderId === null ? undefined : people.get(presence.kaderId);
        const name = entry?.name ?? presence.name ?? '';
        const area = entry?.area ?? presence.area;
        const id = idOf(presence);
        return (
          <li key={id}>
            <button
              type="button"
              aria-expanded={open === id}
              onClick={() => setOpen(open === id ? null : id)}
            >
              <b>{name}</b>
              <small>
                {[area, presence.walkIn ? text.recent.guest : null].filter(Boolean).join(' · ')}
              </small>
              <PresenceLine presence={presence} entry={entry} zone={zone} />
            </button>
            {open === id && (
              <PresenceActions
                presence={presence}
                name={name}
                session={session}
                onUndone={() => setOpen(null)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function idOf({ checkInId, nonce }: Presence): string {
  return checkInId === null ? `n${nonce}` : `c${checkInId}`;
}
