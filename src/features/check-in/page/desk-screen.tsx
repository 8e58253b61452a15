import { useState } from 'preact/hooks';
import { keptOnDevice, desk as text } from '../../../text/id/check-in-page.ts';
import type { RosterEntry } from '../page-contract.ts';
import { CardScan } from './card-scan.tsx';
import { ClosedDoor } from './closed-door.tsx';
import { DeskHeading } from './desk-heading.tsx';
import { GuestForm } from './guest-form.tsx';
import { Notices } from './notices.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { Recent } from './recent.tsx';
import { Search } from './search.tsx';
import { useDesk } from './use-desk.ts';

type Tab = keyof typeof text.tabs;

/** Somebody picked from the roster, by name or by a card. */
export interface Picked {
  entry: RosterEntry;
  cardCode: string | null;
}

/** The desk on a phone: look somebody up, record them, see what was recorded. */
export function Desk() {
  const desk = useDesk();
  const [tab, setTab] = useState<Tab>('search');
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isScanning, setScanning] = useState(false);

  if (desk === 'opening') return <p class="loading">{text.loading}</p>;
  if (desk === 'no_store') return <p class="loading">{text.noStore}</p>;
  const { view } = desk;
  const waiting = view.deeds.filter(({ outcome }) => outcome === null).length;
  if (view.refused !== null)
    return (
      <ClosedDoor reason={view.refused} {...(waiting > 0 ? { note: keptOnDevice(waiting) } : {})} />
    );
  if (view.event === null)
    return <p class="loading">{view.isOnline ? text.loading : text.loadFailed}</p>;
  const { event } = view;

  const close = () => {
    setPicked(null);
    setQuery('');
  };
  return (
    <div class="desk">
      <DeskHeading desk={desk} event={event} waiting={waiting} />
      <Notices desk={desk} zone={event.roster.zone} />
      <main>
        {tab === 'search' && (
          <Search
            desk={desk}
            zone={event.roster.zone}
            query={query}
            onQuery={setQuery}
            onPick={(entry) => setPicked({ entry, cardCode: null })}
            onScan={() => setScanning(true)}
            onGuest={() => setTab('guest')}
          />
        )}
        {tab === 'recent' && <Recent desk={desk} zone={event.roster.zone} />}
        {tab === 'guest' && (
          <GuestForm
            desk={desk}
            areas={event.roster.areas}
            zone={event.roster.zone}
            isOpen={event.isOpen}
            onPick={(entry) => setPicked({ entry, cardCode: null })}
          />
        )}
      </main>
      <nav>
        {(Object.keys(text.tabs) as Tab[]).map((each) => (
          <button key={each} type="button" aria-pressed={tab === each} onClick={() => setTab(each)}>
            {text.tabs[each]}
          </button>
        ))}
      </nav>
      {isScanning && (
        <CardScan
          people={desk.people}
          onCard={(card) => {
            setScanning(false);
            setPicked(card);
          }}
          onClose={() => setScanning(false)}
        />
      )}
      {picked !== null && (
        <PersonSheet
          key={picked.entry.id}
          desk={desk}
          picked={picked}
          zone={event.roster.zone}
          isOpen={event.isOpen}
          onClose={close}
        />
      )}
    </div>
  );
}
