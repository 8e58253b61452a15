import { useState } from 'preact/hooks';
import { desk as text } from '../../../text/id/check-in-page.ts';
import type { DeskArea } from '../page-contract.ts';
import type { DeskAtWork } from './use-desk.ts';

const jabatanChoices = ['PSM', 'TKSK'] as const;

/** Writes down somebody who is on no list. */
export function GuestForm({
  desk: { session },
  areas,
  isOpen,
}: {
  desk: DeskAtWork;
  areas: DeskArea[];
  isOpen: boolean;
}) {
  const [name, setName] = useState('');
  const [areaName, setAreaName] = useState('');
  const [jabatan, setJabatan] = useState<'PSM' | 'TKSK' | null>(null);
  const [reason, setReason] = useState('');
  const [saved, setSaved] = useState<string | null>(null);
  const area = areas.find((each) => each.name.toLowerCase() === areaName.trim().toLowerCase());
  const isComplete =
    isOpen && name.trim().length >= 2 && area !== undefined && reason.trim().length >= 2;

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isComplete || area === undefined) return;
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
      <button type="submit" class="main" disabled={!isComplete}>
        {text.guest.save}
      </button>
    </form>
  );
}
