import { useEffect, useRef, useState } from 'preact/hooks';
import type { PersonCard } from '../../contract.ts';
import { Icon } from '../icon.tsx';
import type { OpenPeople } from '../open-people.ts';
import { fullName, personLine } from '../wording.ts';
import { NewPersonForm } from './new-person-form.tsx';
import { PersonRow } from './person-row.tsx';
import { usePeople } from './use-people.ts';

const PAGE = 60;

interface PickerProps {
  open: OpenPeople;
  /** The next choice opens the second phone. */
  choosingSecond: boolean;
  onCancelSecond(): void;
  onChoose(personId: number): void;
}

/** Everybody in the simulated city, to search and to open. */
export function PeoplePicker({ open, choosingSecond, onCancelSecond, onChoose }: PickerProps) {
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(PAGE);
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { people, known, failure } = usePeople(search.trim(), limit);
  useEffect(() => {
    if (choosingSecond) field.current?.focus();
  }, [choosingSecond]);
  const searchFor = (text: string) => {
    setSearch(text);
    setLimit(PAGE);
  };
  return (
    <aside class="picker" aria-label="Pilih orang">
      <header class="picker-head">
        <h1>Siapa yang memegang ponsel?</h1>
        <p>Kota simulasi: semua pesan tetap di komputer ini.</p>
        {!adding && (
          <div class="search">
            <Icon name="search" size={20} />
            <input
              ref={field}
              type="search"
              aria-label="Cari orang"
              placeholder="Nama, kelurahan, nomor"
              value={search}
              onInput={(event) => searchFor(event.currentTarget.value)}
            />
          </div>
        )}
        {choosingSecond && (
          <p class="picker-banner" role="status">
            Pilih orang kedua
            <button type="button" onClick={onCancelSecond}>
              Batal
            </button>
          </p>
        )}
      </header>
      {adding ? (
        <NewPersonForm
          onDone={(person) => {
            setAdding(false);
            if (person !== null) onChoose(person.id);
          }}
        />
      ) : (
        <PeopleList
          people={people}
          open={open}
          empty={known ? 'Tidak ada yang cocok. Coba kata lain.' : 'Memuat…'}
          failure={failure}
          onChoose={onChoose}
          onMore={people.length >= limit ? () => setLimit(limit + PAGE) : null}
        />
      )}
      {!adding && (
        <button class="picker-add" type="button" onClick={() => setAdding(true)}>
          <Icon name="plus" size={20} /> Orang baru
        </button>
      )}
    </aside>
  );
}

interface PeopleListProps {
  people: readonly PersonCard[];
  open: OpenPeople;
  empty: string;
  failure: string | null;
  onChoose(personId: number): void;
  /** Null when everybody is shown. */
  onMore: (() => void) | null;
}

function PeopleList({ people, open, empty, failure, onChoose, onMore }: PeopleListProps) {
  return (
    <div class="picker-list">
      {failure !== null && <p class="form-error">{failure}</p>}
      {people.length === 0 && failure === null && <p class="hint">{empty}</p>}
      <ul>
        {people.map((person) => {
          const isOpen = person.id === open.first || person.id === open.second;
          const unread = isOpen ? 0 : person.unread;
          const waiting = unread > 0 ? `, ${unread} belum dibaca` : '';
          return (
            <li key={person.id}>
              <PersonRow
                person={person}
                line={personLine(person)}
                current={isOpen}
                label={`${fullName(person)}, ${personLine(person)}${waiting}`}
                onChoose={() => onChoose(person.id)}
              >
                {unread > 0 && <span class="badge">{unread}</span>}
              </PersonRow>
            </li>
          );
        })}
      </ul>
      {onMore !== null && (
        <button class="secondary" type="button" onClick={onMore}>
          Tampilkan lagi
        </button>
      )}
    </div>
  );
}
