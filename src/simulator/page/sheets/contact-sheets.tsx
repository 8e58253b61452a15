import { useState } from 'preact/hooks';
import type { PersonCard } from '../../contract.ts';
import { PersonRow } from '../people/person-row.tsx';
import { usePeople } from '../people/use-people.ts';
import { useScreen } from '../phone/use-phone.ts';
import { fullName } from '../wording.ts';
import { SheetFrame } from './sheet-frame.tsx';

const CARDS_SHOWN = 30;

/** Asks before one's own number leaves the phone, as the app does. */
export function OwnContactSheet({ onClose }: { onClose(): void }) {
  const { phone, state, person } = useScreen();
  const chat = state.chats.find(({ chatId }) => chatId === state.openChatId);
  const share = () => {
    onClose();
    if (chat !== undefined) void phone.act({ do: 'shareContact', chatId: chat.chatId });
  };
  return (
    <SheetFrame title="Bagikan nomor Anda?" onClose={onClose}>
      <div class="form">
        <p>
          Nama dan nomor <b>{person.phone ?? '(belum ada nomor)'}</b> akan dikirim ke {chat?.title}.
        </p>
        <div class="form-actions">
          <button class="secondary" type="button" onClick={onClose}>
            Batal
          </button>
          <button class="primary" type="button" data-autofocus onClick={share}>
            Bagikan
          </button>
        </div>
      </div>
    </SheetFrame>
  );
}

/** Somebody else's card: one of the people here. */
export function ContactSheet({ onClose }: { onClose(): void }) {
  const { phone, state } = useScreen();
  const [search, setSearch] = useState('');
  const { people } = usePeople(search, CARDS_SHOWN);
  const share = ({ firstName, lastName, phone: number }: PersonCard) => {
    onClose();
    if (state.openChatId === null) return;
    const of = {
      firstName,
      ...(lastName === undefined ? {} : { lastName }),
      ...(number === undefined ? {} : { phone: number }),
    };
    void phone.act({ do: 'shareContact', chatId: state.openChatId, of });
  };
  return (
    <SheetFrame title="Kontak orang lain" onClose={onClose}>
      <div class="form">
        <input
          type="search"
          aria-label="Cari kontak"
          placeholder="Cari nama atau nomor"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <ul class="sheet-list">
          {people.map((person) => (
            <li key={person.id}>
              <PersonRow
                person={person}
                line={person.phone ?? 'tanpa nomor'}
                label={`Kirim kontak ${fullName(person)}`}
                onChoose={() => share(person)}
              />
            </li>
          ))}
        </ul>
      </div>
    </SheetFrame>
  );
}
