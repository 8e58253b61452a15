import type { Deed, DeedOutcome, DeskArrival, DeskRoster } from '../page-contract.ts';

/** An event as this device knows it. */
export interface KeptEvent {
  eventId: number;
  roster: DeskRoster;
  arrivals: DeskArrival[];
  revision: string;
  isOpen: boolean;
  /** How far the server's clock is from this device's (ms). */
  clockOffset: number;
  /** By this device's clock. */
  keptAt: number;
}

/** A deed on this device: it waits for the server, or its outcome waits to be seen. */
export interface KeptDeed {
  nonce: string;
  eventId: number;
  /** In the order in which they were done. */
  order: number;
  deed: Deed;
  /** Of the person, as shown. */
  name: string;
  /** Set only when somebody should see it. */
  outcome: DeedOutcome | null;
}
