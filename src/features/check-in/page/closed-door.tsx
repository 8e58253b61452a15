import { closedDoor } from '../../../text/id/check-in-page.ts';
import type { PageRefusal } from '../page-contract.ts';

/** Instead of a page that the server no longer gives. */
export function ClosedDoor({ reason, note }: { reason: PageRefusal['reason']; note?: string }) {
  const { heading, hint } = closedDoor[reason];
  return (
    <main class="door">
      <h1>{heading}</h1>
      <p>{hint}</p>
      {note !== undefined && <p class="door-note">{note}</p>}
    </main>
  );
}
