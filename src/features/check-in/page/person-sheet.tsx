import { useState } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { PageZone } from '../page-contract.ts';
import type { Picked } from './desk-screen.tsx';
import { timeIn } from './page-format.ts';
import type { Presence } from './presence.ts';
import { PresenceActions } from './presence-actions.tsx';
import { Sheet } from './sheet.tsx';
import type { DeskAtWork } from './use-desk.ts';

/** One person of the roster: records them, or says that they are there and what else can be done. */
export function PersonSheet({
  desk,
  picked: { entry, cardCode },
  zone,
  isOpen,
  onClose,
}: {
  desk: DeskAtWork;
  picked: Picked;
  zone: PageZone;
  isOpen: boolean;
  onClose: () => void;
}) {
  const presence = desk.byKader.get(entry.id);
  const [isMine, setMine] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const record = async (reason: string | null) => {
    setMine(true);
    setSaving(true);
    const person =
      cardCode === null
        ? { by: 'kader' as const, kaderId: entry.id }
        : { by: 'card' as const, code: cardCode };
    await desk.session.record(person, entry.name, reason);
    setSaving(false);
  };
  return (
    <Sheet label={entry.name} onClose={onClose}>
      <h2>{entry.name}</h2>
      <p class="area">
        {entry.area} · {entry.jabatan}
      </p>
      {presence === undefined ? (
        <Recording
          key={String(isOpen)}
          invited={entry.invited}
          isOpen={isOpen}
          isSaving={isSaving}
          onRecord={record}
        />
      ) : (
        <>
          <Recorded presence={presence} isMine={isMine} zone={zone} />
          <button type="button" class="main" onClick={onClose}>
            {text.done}
          </button>
          <PresenceActions
            presence={presence}
            name={entry.name}
            session={desk.session}
            onUndone={onClose}
          />
        </>
      )}
    </Sheet>
  );
}

function Recording({
  invited,
  isOpen,
  isSaving,
  onRecord,
}: {
  invited: boolean;
  isOpen: boolean;
  isSaving: boolean;
  onRecord: (reason: string | null) => void;
}) {
  const [reason, setReason] = useState('');
  const isReasoned = invited || reason.trim().length >= 2;
  return (
    <>
      {!invited && (
        <fieldset class="reason">
          <legend>
            <em class="tag stranger">{text.notInvited}</em> {text.why}
          </legend>
          <p class="chips">
            {text.reasons.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={reason === each}
                onClick={() => setReason(each)}
              >
                {each}
              </button>
            ))}
          </p>
          <input
            value={reason}
            maxLength={120}
            placeholder={text.reasonPlaceholder}
            aria-label={text.reasonPlaceholder}
            onInput={({ currentTarget }) => setReason(currentTarget.value)}
          />
        </fieldset>
      )}
      <button
        type="button"
        class="main"
        disabled={!isOpen || !isReasoned || isSaving}
        onClick={() => onRecord(invited ? null : reason.trim())}
      >
        {text.present}
      </button>
      {!isOpen && <p class="hint">{text.closedNow}</p>}
    </>
  );
}

function Recorded({
  presence: { number, at, byScan, leftAt },
  isMine,
  zone,
}: {
  presence: Presence;
  isMine: boolean;
  zone: PageZone;
}) {
  return (
    <div class={number === null ? 'recorded waiting' : 'recorded'} role="status">
      <p>
        {isMine ? text.recorded : text.alreadyThere} · {timeIn(zone, at)} {zone.label}
        {byScan && ` · ${text.byScan}`}
        {leftAt !== null && ` · ${text.left(timeIn(zone, leftAt))}`}
      </p>
      {number === null ? (
        <p>{text.storedHere}</p>
      ) : (
        <p class="order">
          {text.order} <strong>{number}</strong>
        </p>
      )}
    </div>
  );
}
