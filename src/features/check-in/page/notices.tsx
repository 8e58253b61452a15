import { desk as text } from '../../../text/id/check-in-page.ts';
import type { PageZone } from '../page-contract.ts';
import type { KeptDeed } from './kept.ts';
import { timeIn } from './page-format.ts';
import type { DeskAtWork } from './use-desk.ts';

/** What became of deeds otherwise than whoever did them expects. */
export function Notices({ desk: { view, session }, zone }: { desk: DeskAtWork; zone: PageZone }) {
  const told = view.deeds.filter(({ outcome }) => outcome !== null);
  if (told.length === 0) return null;
  return (
    <section class="notices" aria-label={text.recent.attention}>
      {told.map((deed) => (
        <p key={deed.nonce}>
          <span>{wordsOf(deed, zone)}</span>
          <button type="button" onClick={() => void session.dismiss(deed.nonce)}>
            {text.recent.understood}
          </button>
        </p>
      ))}
    </section>
  );
}

function wordsOf({ outcome, name, deed }: KeptDeed, zone: PageZone): string {
  if (outcome === null) return '';
  if (outcome.ok) {
    const { at, number } = outcome.arrival;
    return text.conflicts.already(name, timeIn(zone, at), number);
  }
  return text.conflicts.refused(name, deed.kind, text.refusals[outcome.reason]);
}
