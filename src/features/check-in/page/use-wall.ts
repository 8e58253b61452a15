import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PageRefusal, WallState } from '../page-contract.ts';
import { ask, Refused } from './page-client.ts';
import { ServerClock } from './server-clock.ts';

const everyMs = 750;
const timeoutMs = 3_000;
/** So many questions in a row without an answer are told; one alone is nothing. */
const failuresTold = 2;

/** The board, asked for more than once a second, however long the server was away. */
export function useWall(): {
  state: WallState | null;
  refused: PageRefusal['reason'] | null;
  isCutOff: boolean;
  clock: ServerClock;
} {
  const clock = useMemo(() => new ServerClock(), []);
  const [state, setState] = useState<WallState | null>(null);
  const [refused, setRefused] = useState<PageRefusal['reason'] | null>(null);
  const [failures, setFailures] = useState(0);
  const [, setBeat] = useState(0);

  useEffect(() => {
    let known: WallState | null = null;
    let timer: ReturnType<typeof setTimeout>;
    const look = async () => {
      const askedAt = performance.now();
      try {
        const version = encodeURIComponent(known?.revision ?? '');
        const heard = await ask<WallState>(`papan?versi=${version}`, { clock, timeoutMs });
        known = heard ?? known;
        setState(known);
        setFailures(0);
      } catch (error) {
        if (error instanceof Refused) return setRefused(error.reason);
        setFailures((before) => before + 1);
      }
      // Also when nothing is new: the clock moves, and a code that was not replaced grows old.
      setBeat((before) => before + 1);
      timer = setTimeout(look, Math.max(0, everyMs - (performance.now() - askedAt)));
    };
    void look();
    return () => clearTimeout(timer);
  }, [clock]);

  return { state, refused, isCutOff: failures >= failuresTold, clock };
}
