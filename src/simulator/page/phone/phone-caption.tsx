import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { fullName, personLine } from '../wording.ts';
import type { OpenPhone } from './use-phone.ts';

interface CaptionProps {
  open: OpenPhone;
  /** Given on the only phone: asks whose phone to put beside it. */
  onBeside: (() => void) | null;
  onClose(): void;
}

/** Whose phone this is, above its frame. */
export function PhoneCaption({ open, onBeside, onClose }: CaptionProps) {
  const { person } = open.state;
  return (
    <div class="caption">
      {person !== null && (
        <>
          <Avatar id={person.id} name={fullName(person)} size={38} />
          <span class="row-text">
            <b>{fullName(person)}</b>
            <small>
              {personLine(person)}
              {person.phone !== undefined && personLine(person) !== person.phone && (
                <> · {person.phone}</>
              )}
            </small>
          </span>
        </>
      )}
      {onBeside !== null && (
        <button class="secondary caption-beside" type="button" onClick={onBeside}>
          <Icon name="beside" size={18} /> Orang kedua
        </button>
      )}
      <button class="icon-button" type="button" aria-label="Tutup ponsel ini" onClick={onClose}>
        <Icon name="close" size={20} />
      </button>
    </div>
  );
}
