import { desk as text } from '../../../text/id/check-in-page.ts';
import type { DeskSession } from './desk-session.ts';
import type { Presence } from './presence.ts';

/** Taking a record back, and noting that somebody leaves early or does not after all. */
export function PresenceActions({
  presence: { checkInId, nonce, leftAt },
  name,
  session,
  onUndone,
}: {
  presence: Presence;
  name: string;
  session: DeskSession;
  onUndone: () => void;
}) {
  const target = checkInId !== null ? { checkInId } : nonce !== null ? { nonce } : null;
  if (target === null) return null;
  return (
    <p class="actions">
      <button
        type="button"
        class="second"
        onClick={() => {
          void session.undo(target, name);
          onUndone();
        }}
      >
        {text.undo}
      </button>
      {leftAt === null ? (
        <button type="button" class="second" onClick={() => void session.leave(target, name)}>
          {text.leave}
        </button>
      ) : (
        <button type="button" class="second" onClick={() => void session.stay(target, name)}>
          {text.stay}
        </button>
      )}
    </p>
  );
}
