import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { useOpenPeople } from './open-people.ts';
import { PeoplePicker } from './people/people-picker.tsx';
import { PhoneCaption } from './phone/phone-caption.tsx';
import { PhoneTabs, type Slot } from './phone/phone-tabs.tsx';
import { PhoneView } from './phone/phone-view.tsx';
import { type OpenPhone, usePhone } from './phone/use-phone.ts';
import { fullName } from './wording.ts';

/** The whole page: the people on the left, one or two of their phones on the right. */
export function App() {
  const [people, setPeople] = useOpenPeople();
  const first = usePhone(people.first);
  const second = usePhone(people.second);
  const [front, setFront] = useState<Slot>('first');
  const [choosingSecond, setChoosingSecond] = useState(false);
  /** Narrow screens show either the people or a phone. */
  const [showPeople, setShowPeople] = useState(people.first === null);
  const phones = [
    ...(first === null ? [] : [{ slot: 'first' as const, open: first }]),
    ...(second === null ? [] : [{ slot: 'second' as const, open: second }]),
  ];
  useTitle(phones.map(({ open }) => open));
  useEffect(() => {
    if (people.first === null) setShowPeople(true);
    if (people.second === null) setFront('first');
  }, [people.first, people.second]);

  const choose = (personId: number) => {
    const open: Slot | null =
      personId === people.first ? 'first' : personId === people.second ? 'second' : null;
    const slot = open ?? (choosingSecond && people.first !== null ? 'second' : 'first');
    if (open === null) setPeople({ ...people, [slot]: personId });
    setFront(slot);
    setShowPeople(false);
    setChoosingSecond(false);
  };
  const close = (slot: Slot) =>
    setPeople({ first: slot === 'first' ? people.second : people.first, second: null });
  const chooseSecond = () => {
    setChoosingSecond(true);
    setShowPeople(true);
  };
  const cancelSecond = () => {
    setChoosingSecond(false);
    setShowPeople(people.first === null);
  };
  const onBeside = phones.length === 1 ? chooseSecond : null;
  return (
    <div class={`app ${showPeople ? 'shows-people' : 'shows-phone'} has-${phones.length}`}>
      <PeoplePicker
        open={people}
        choosingSecond={choosingSecond}
        onCancelSecond={cancelSecond}
        onChoose={choose}
      />
      <main class="stage">
        {phones.length === 0 && <Welcome />}
        {phones.length > 0 && (
          <PhoneTabs
            phones={phones}
            front={front}
            onFront={setFront}
            onPeople={() => setShowPeople(true)}
            onBeside={onBeside}
            onClose={phones.length === 2 ? () => close(front) : null}
          />
        )}
        <div class="phones">
          {phones.map(({ slot, open }) => (
            <div class={`holder ${slot === front ? 'is-front' : ''}`} key={open.phone.personId}>
              <PhoneCaption open={open} onBeside={onBeside} onClose={() => close(slot)} />
              <PhoneView phone={open.phone} state={open.state} />
            </div>
          ))}
          {onBeside !== null && <BesideSlot onBeside={onBeside} />}
        </div>
      </main>
    </div>
  );
}

/** The empty place beside the only phone, where there is room for it. */
function BesideSlot({ onBeside }: { onBeside(): void }) {
  return (
    <button class="beside-slot" type="button" onClick={onBeside}>
      <Icon name="plus" size={34} />
      <b>Buka orang kedua</b>
      <span>Lihat pesan tiba di dua ponsel sekaligus</span>
    </button>
  );
}

function Welcome() {
  return (
    <div class="welcome">
      <span class="welcome-art" aria-hidden="true">
        💬
      </span>
      <h2>Pilih seseorang untuk memegang ponselnya</h2>
      <ol>
        <li>Cari nama, jabatan, kelurahan, atau nomor di daftar.</li>
        <li>
          Tekan <b>MULAI</b>, lalu balas bot seperti di ponsel sendiri.
        </li>
        <li>
          Buka <b>orang kedua</b> di sebelahnya untuk melihat pesan tiba saat itu juga.
        </li>
      </ol>
    </div>
  );
}

/** The tab's title: whose phones are open and what waits there unread. */
function useTitle(phones: OpenPhone[]): void {
  const unread = phones
    .flatMap(({ state }) => state.chats)
    .reduce((sum, chat) => sum + chat.unread, 0);
  const names = phones.flatMap(({ state }) => (state.person ? [fullName(state.person)] : []));
  const title = [...names, 'Simulator'].join(' · ');
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${title}` : title;
  }, [title, unread]);
}
