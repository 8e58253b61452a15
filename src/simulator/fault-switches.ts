import type { Fault, FaultBook, FaultScope } from './faults.ts';
import { personOf, setBlocked } from './person-chats.ts';
import type { SimulatorServer } from './server.ts';
import type { World } from './world.ts';

type AccountState = 'normal' | 'blocked' | 'deactivated' | 'unknown';

/** Everything that can be made to go wrong. */
export interface Faults {
  /** Switches a fault on; the returned function switches it off. The first matching fault wins. */
  add(fault: Fault, scope?: FaultScope): () => void;
  /** How the person's account answers every bot from now on. */
  account(personId: number, state: AccountState): void;
  /**
   * Message numbers skip at random, so that a gap in them proves nothing: with `probability` per
   * message, up to `most` numbers each. `null` ends it.
   */
  numberGaps(gaps: { probability: number; most: number } | null): void;
  /** The next `times` updates of every bot come twice, with the same `update_id`. */
  duplicateUpdates(times: number): void;
  /** Nobody listens on the port any more: connections are cut, new ones refused. */
  beginOutage(): Promise<void>;
  endOutage(): Promise<void>;
  /** Ends every fault, the states of accounts and an outage included. */
  clear(): Promise<void>;
}

/** The switches of a running simulator. */
export function faultSwitches(parts: {
  world: World;
  book: FaultBook;
  server: SimulatorServer;
  random: () => number;
}): Faults {
  const { world, book, server, random } = parts;
  const changedAccounts = new Set<number>();

  function account(personId: number, state: AccountState): void {
    const person = personOf(world, personId);
    changedAccounts.add(personId);
    person.account = state === 'deactivated' || state === 'unknown' ? state : 'normal';
    for (const bot of world.bots.values()) {
      setBlocked(world, person, world.privateChat(bot, person), state === 'blocked');
    }
  }

  function numberGaps(gaps: { probability: number; most: number } | null): void {
    world.numbersToSkip = () =>
      gaps === null || random() >= gaps.probability ? 0 : 1 + Math.floor(random() * gaps.most);
  }

  function duplicateUpdates(times: number): void {
    for (const { updates } of world.bots.values()) updates.duplicates = times;
  }

  return {
    add: (fault, scope) => book.add(fault, scope),
    account,
    numberGaps,
    duplicateUpdates,
    beginOutage: () => server.close(),
    endOutage: () => server.open(),
    async clear() {
      book.clear();
      numberGaps(null);
      duplicateUpdates(0);
      for (const personId of changedAccounts) account(personId, 'normal');
      changedAccounts.clear();
      await server.open();
    },
  };
}
