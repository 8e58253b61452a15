import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { fullName, personLine } from '../wording.ts';
import type { OpenPhone } from './use-phone.ts';

export type Slot = 'first' | 'second';

interface TabsProps {
  phones: { slot: Slot; open: OpenPhone }[];
  front: Slot;
  onFront(slot: Slot): void;
  onPeople(): void;
  /** Null while two phones are open. */
  onBeside: (() => void) | null;
  /** Closes the phone in front; null for the only one. */
  onClose: (() => void) | null;
}

/** On narrow screens: which of the open phones is in front, and the way back to the people. */
export function PhoneTabs({ phones, front, onFront, onPeople, onBeside, onClose }: TabsProps) {
  return (
    <nav class="tabs" aria-label="Ponsel yang terbuka">
      <button
        class="icon-button tabs-people"
        type="button"
        aria-label="Kembali ke daftar orang"
        onClick={onPeople}
      >
        <Icon name="back" />
      </button>
      {phones.map(({ slot, open }) => (
        <PhoneTab key={slot} open={open} isFront={slot === front} onFront={() => onFront(slot)} />
      ))}
      {onBeside !== null && (
        <button
          class="icon-button tabs-beside"
          type="button"
          aria-label="Buka orang kedua"
          title="Buka orang kedua"
          onClick={onBeside}
        >
          <Icon name="beside" />
        </button>
      )}
      {onClose !== null && (
        <button
          class="icon-button tabs-close"
          type="button"
          aria-label="Tutup ponsel ini"
          onClick={onClose}
        >
          <Icon name="close" size={20} />
        </button>
      )}
    </nav>
  );
}

function PhoneTab(props: { open: OpenPhone; isFront: boolean; onFront(): void }) {
  const { open, isFront, onFront } = props;
  const { person, chats } = open.state;
  const unread = chats.reduce((sum, chat) => sum + chat.unread, 0);
  if (person === null) return null;
  return (
    <button
      class={`tab ${isFront ? 'is-front' : ''}`}
      type="button"
      aria-pressed={isFront}
      onClick={onFront}
    >
      <Avatar id={person.id} name={fullName(person)} size={28} />
      <span class="row-text">
        <b>{fullName(person)}</b>
        <small>{personLine(person)}</small>
      </span>
      {unread > 0 && !isFront && <span class="badge">{unread}</span>}
    </button>
  );
}
