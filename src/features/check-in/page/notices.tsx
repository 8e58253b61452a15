import { desk as text } from '../../../text/id/check-in-page.ts';
import type { DeskArrival, PageZone } from '../page-contract.ts';
import type { DeskSession } from './desk-session.ts';
import type { KeptDeed } from './kept.ts';
import { timeIn } from './page-format.ts';
import type { DeskAtWork } from './use-desk.ts';

/** What became of deeds otherwise than whoever did them expects. */
export function Notices({ desk: { view, session }, zone }: { desk: DeskAtWork; zone: PageZone }) {
  const told = view.deeds.filter(({ outcome }) => outcome !== null);
  if (told.length === 0 && !view.isFull) return null;
  return (
    <section class="notices" aria-label={text.recent.attention}>
      {view.isFull && (
        <p role="alert">
          <span>{text.notStored}</span>
        </p>
      )}
      {told.map((deed) => (
        <p key={deed.nonce}>
          <span>{wordsOf(deed, zone)}</span>
          <button type="button" onClick={() => void session.dismiss(deed.nonce)}>
            {doubleOf(deed) === null ? text.recent.understood : text.recent.another}
          </button>
          {doubleOf(deed) !== null && (
            <button type="button" onClick={() => void undoDouble(session, deed)}>
              {text.recent.same}
            </button>
          )}
        </p>
      ))}
    </section>
  );
}

/** Whom the guest just recorded seems to be; null where there is nobody. */
function doubleOf({ outcome }: KeptDeed): DeskArrival | null {
  return outcome?.ok ? (outcome.double ?? null) : null;
}

/** Takes the guest just recorded back, as the one who was there already stays. */
async function undoDouble(session: DeskSession, { nonce, name, outcome }: KeptDeed): Promise<void> {
  if (!outcome?.ok) return;
  const { checkInId } = outcome.arrival;
  if (await session.undo({ checkInId }, name, true)) await session.dismiss(nonce);
}

function wordsOf(kept: KeptDeed, zone: PageZone): string {
  const { outcome, name, deed } = kept;
  if (outcome === null) return '';
  if (outcome.ok) {
    const { at, number } = outcome.arrival;
    const double = doubleOf(kept);
    if (double !== null)
      return text.conflicts.double(name, number, timeIn(zone, double.at), double.number);
    return text.conflicts.already(name, timeIn(zone, at), number);
  }
  return text.conflicts.refused(name, deed.kind, text.refusals[outcome.reason]);
}
