import { useState } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { DeskArea, PageZone } from '../page-contract.ts';
import { timeIn } from './page-format.ts';
import { namesakeOf } from './presence.ts';
import type { DeskAtWork } from './use-desk.ts';

const jabatanChoices = ['PSM', 'TKSK'] as const;

/** Writes down somebody who is on no list. */
export function GuestForm({
  desk: { session, present },
  areas,
  zone,
  isOpen,
}: {
  desk: DeskAtWork;
  areas: DeskArea[];
  zone: PageZone;
  isOpen: boolean;
}) {
  const [name, setName] = useState('');
  const [areaName, setAreaName] = useState('');
  const [jabatan, setJabatan] = useState<'PSM' | 'TKSK' | null>(null);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  // The guest about whom it was asked whether they are another one than their namesake.
  const [asked, setAsked] = useState<string | null>(null);
  const area = areas.find((each) => each.name.toLowerCase() === areaName.trim().toLowerCase());
  const isComplete =
    isOpen && name.trim().length >= 2 && area !== undefined && reason.trim().length >= 2;

  const who = `${name.trim()} · ${area?.name ?? ''}`;
  const namesake =
    asked === who && area !== undefined ? namesakeOf(present, { name, area: area.name }) : null;

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isComplete || area === undefined) return;
    if (asked !== who && namesakeOf(present, { name, area: area.name }) !== null) {
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
    };
    void session.record(guest, guest.name, reason.trim());
    setSaved(guest.name);
    setName('');
    setAreaName('');
    setReason('');
    setAsked(null);
  };
  return (
    <form class="guest" onSubmit={save}>
      <h2>{text.guest.heading}</h2>
      <p class="hint">{text.guest.hint}</p>
      {saved !== null && (
        <p class="saved" role="status">
          ✓ {text.guest.saved(saved)}
        </p>
      )}
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
      {namesake !== null && (
        <p class="problem" role="alert">
          {text.guest.namesake(timeIn(zone, namesake.at), namesake.number)}
        </p>
      )}
      <button type="submit" class="main" disabled={!isComplete}>
        {namesake === null ? text.guest.save : text.guest.saveToo}
      </button>
    </form>
  );
}
