import { useState } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { DeskArea, PageZone, RosterEntry } from '../page-contract.ts';
import { timeIn } from './page-format.ts';
import { listedAs, namesakeOf } from './presence.ts';
import type { DeskAtWork } from './use-desk.ts';

const jabatanChoices = ['PSM', 'TKSK'] as const;

/** Writes down somebody who is on no list. */
export function GuestForm({
  desk: { session, present, people },
  areas,
  zone,
  isOpen,
  onPick,
}: {
  desk: DeskAtWork;
  areas: DeskArea[];
  zone: PageZone;
  isOpen: boolean;
  /** The guest is somebody on the roster after all. */
  onPick: (entry: RosterEntry) => void;
}) {
  const [name, setName] = useState('');
  const [areaName, setAreaName] = useState('');
  const [jabatan, setJabatan] = useState<'PSM' | 'TKSK' | null>(null);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  // The guest about whom it was asked whether they are another one than their namesake.
  const [asked, setAsked] = useState<string | null>(null);
  const area = areas.find((each) => each.name.toLowerCase() === areaName.trim().toLowerCase());
  const isComplete =
    isOpen &&
    !isSaving &&
    name.trim().length >= 2 &&
    area !== undefined &&
    reason.trim().length >= 2;

  const who = `${name.trim()} · ${area?.name ?? ''}`;
  const guestAs = { name, area: area?.name ?? '' };
  const wasAsked = asked === who;
  const listed = wasAsked ? listedAs(people.values(), guestAs) : null;
  const namesake = wasAsked ? namesakeOf(present, guestAs) : null;
  const isAnother = listed !== null || namesake !== null;

  const pick = (entry: RosterEntry) => {
    setName('');
    onPick(entry);
  };

  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isComplete || area === undefined) return;
    const isKnown = () => listedAs(people.values(), guestAs) ?? namesakeOf(present, guestAs);
    if (!wasAsked && isKnown() !== null) {
      setAsked(who);
      setSaved(null);
      return;
    }
    const { kecamatanCode, kelurahanCode } = area;
    const guest = {
      by: 'guest' as const,
      name: name.trim(),
      jabatan,
      kecamatanCode,
      kelurahanCode,
      ...(isAnother ? { isAnother } : {}),
    };
    setSaving(true);
    const isKept = await session.record(guest, guest.name, reason.trim());
    setSaving(false);
    setSaved(isKept ? guest.name : null);
    if (!isKept) return;
    setName('');
    setAreaName('');
    setReason('');
    setAsked(null);
  };
  return (
    <form class="guest" onSubmit={save}>
      <h2>{text.guest.heading}</h2>
      <p class="hint">{text.guest.hint}</p>
      <label>
        {text.guest.name}
        <input
          value={name}
          maxLength={120}
          autocomplete="off"
          autocapitalize="words"
          onInput={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      <label>
        {text.guest.area}
        <input
          value={areaName}
          list="kelurahan"
          autocomplete="off"
          placeholder={text.guest.areaPlaceholder}
          onInput={({ currentTarget }) => setAreaName(currentTarget.value)}
        />
      </label>
      <datalist id="kelurahan">
        {areas.map((each) => (
          <option key={each.kelurahanCode} value={each.name} />
        ))}
      </datalist>
      {areaName.trim() !== '' && area === undefined && (
        <p class="problem">{text.guest.areaUnknown}</p>
      )}
      <fieldset>
        <legend>{text.guest.jabatan}</legend>
        <p class="chips">
          {[...jabatanChoices, null].map((each) => (
            <button
              key={each ?? 'none'}
              type="button"
              aria-pressed={jabatan === each}
              onClick={() => setJabatan(each)}
            >
              {each ?? text.guest.noJabatan}
            </button>
          ))}
        </p>
      </fieldset>
      <label>
        {text.guest.reason}
        <input
          value={reason}
          maxLength={120}
          placeholder={text.reasonPlaceholder}
          onInput={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      {listed !== null && (
        <p class="problem" role="alert">
          {text.guest.listed}
          <button type="button" class="second" onClick={() => pick(listed)}>
            {listed.name}
          </button>
        </p>
      )}
      {listed === null && namesake !== null && (
        <p class="problem" role="alert">
          {text.guest.namesake(timeIn(zone, namesake.at), namesake.number)}
        </p>
      )}
      {saved !== null && (
        <p class="saved" role="status">
          ✓ {text.guest.saved(saved)}
        </p>
      )}
      <button type="submit" class="main" disabled={!isComplete}>
        {isAnother ? text.guest.saveToo : text.guest.save}
      </button>
    </form>
  );
}
