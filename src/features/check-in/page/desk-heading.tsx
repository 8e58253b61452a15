import { desk as text } from '../../../text/id/check-in-page.ts';
import type { KeptEvent } from './kept.ts';
import { count } from './page-format.ts';
import type { DeskAtWork } from './use-desk.ts';

/** Which event, how many came, and whether the network is there. */
export function DeskHeading({
  desk: { view, byKader, present, people, isKept },
  event: { roster, isOpen },
  waiting,
}: {
  desk: DeskAtWork;
  event: KeptEvent;
  waiting: number;
}) {
  const invitedCame = [...byKader.keys()].filter((id) => people.get(id)?.invited).length;
  const guests = present.length - invitedCame;
  return (
    <header class="heading">
      <h1>{roster.event.title}</h1>
      <p class="tally">
        <strong data-testid="came">{count(invitedCame)}</strong>
        <span>
          {text.of(count(roster.invited))}
          {guests > 0 && (
            <>
              <br />
              <em>{text.guests(count(guests))}</em>
            </>
          )}
        </span>
        <span
          class={`state ${view.isOnline ? (waiting > 0 ? 'busy' : 'online') : 'offline'}`}
          role="status"
        >
          {stateWords(view.isOnline, waiting)}
        </span>
      </p>
      {isKept && view.isOnline && waiting === 0 && <p class="kept">{text.ready}</p>}
      {!isOpen && <p class="shut">{text.closedNow}</p>}
    </header>
  );
}

function stateWords(isOnline: boolean, waiting: number): string {
  if (waiting > 0) return isOnline ? text.sending(waiting) : text.waiting(waiting);
  return isOnline ? text.online : text.offline;
}
