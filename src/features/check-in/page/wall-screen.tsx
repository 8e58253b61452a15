import { useEffect, useState } from 'preact/hooks';
import { wall as text } from '../../../text/id/check-in-page.ts';
import type { WallState } from '../page-contract.ts';
import { ClosedDoor } from './closed-door.tsx';
import { count, timeIn } from './page-format.ts';
import { useWall } from './use-wall.ts';
import { WallCode } from './wall-code.tsx';

/** The whole projector: the code on the left, who came on the right. */
export function Wall() {
  const { state, refused, isCutOff, clock } = useWall();
  useWakeLock();
  if (refused !== null) return <ClosedDoor reason={refused} />;
  if (state === null) return <p class="loading">{isCutOff ? text.reconnecting : text.loading}</p>;
  return (
    <main class="wall">
      <Heading state={state} now={clock.now()} />
      <WallCode state={state} now={clock.now()} />
      <section class="figures">
        <Count state={state} />
        <Bars state={state} />
        <Arrivals state={state} />
      </section>
      <p class={isCutOff ? 'cut-off shown' : 'cut-off'} role="status">
        {isCutOff ? text.reconnecting : ''}
      </p>
    </main>
  );
}

function Heading({ state: { office, event, zone }, now }: { state: WallState; now: number }) {
  return (
    <header>
      <div>
        <p class="office">{office}</p>
        <h1>{event.title}</h1>
        <p class="when">
          {event.when} · {event.place}
        </p>
      </div>
      <p class="clock">
        {timeIn(zone, now)} <small>{zone.label}</small>
      </p>
    </header>
  );
}

function Count({ state: { came, invited, walkIns } }: { state: WallState }) {
  return (
    <div class="count">
      <p>
        <strong data-testid="came">{count(came)}</strong>
        <span>
          {text.of(count(invited))}
          <br />
          {text.came}
        </span>
      </p>
      {walkIns > 0 && <small>{text.walkIns(count(walkIns))}</small>}
    </div>
  );
}

function Bars({ state: { kecamatan } }: { state: WallState }) {
  return (
    <section class="bars">
      <h2>{text.perKecamatan}</h2>
      <ol>
        {kecamatan.map(({ name, invited, came }) => (
          <li key={name}>
            <span class="name">{name}</span>
            <span class="bar">
              <i style={{ transform: `scaleX(${invited === 0 ? 0 : came / invited})` }} />
            </span>
            <span class="share">
              <b>{count(came)}</b>/{count(invited)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Arrivals({ state: { arrivals, zone } }: { state: WallState }) {
  return (
    <section class="arrivals">
      <h2>{text.latest}</h2>
      {arrivals.length === 0 && <p class="nobody">{text.nobodyYet}</p>}
      <ol>
        {arrivals.map(({ number, name, area, at }) => (
          <li key={number}>
            <span class="number">{number}</span>
            <span class="who">
              <b>{name}</b> <small>{area}</small>
            </span>
            <time>{timeIn(zone, at)}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A projector that goes dark in the middle of the crowd helps nobody. */
function useWakeLock(): void {
  const [isVisible, setVisible] = useState(document.visibilityState === 'visible');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    if (!isVisible || !('wakeLock' in navigator)) return;
    // Refused on battery, for one; the page works all the same.
    const lock = navigator.wakeLock.request('screen').catch(() => null);
    return () => void lock.then((held) => held?.release());
  }, [isVisible]);
}
