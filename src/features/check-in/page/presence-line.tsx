import { desk as text } from '../../../text/id/check-in-page.ts';
import type { PageZone, RosterEntry } from '../page-contract.ts';
import { timeIn } from './page-format.ts';
import type { Presence } from './presence.ts';

/** Whether somebody is there, in a few words; nothing for whoever is invited and has not come. */
export function PresenceLine({
  presence,
  entry,
  zone,
}: {
  presence: Presence | undefined;
  entry: RosterEntry | undefined;
  zone: PageZone;
}) {
  if (presence === undefined)
    return entry?.invited === false ? <em class="tag stranger">{text.notInvited}</em> : null;
  return (
    <em class={presence.number === null ? 'tag waiting' : 'tag came'}>
      {text.cameAt(timeIn(zone, presence.at), presence.number)}
      {presence.leftAt !== null && ` · ${text.left(timeIn(zone, presence.leftAt))}`}
      {presence.number === null && ` · ${text.recent.waiting}`}
    </em>
  );
}
