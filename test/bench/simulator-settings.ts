import type { SimulatorOptions } from '../../src/simulator/simulator.ts';

export const TOKEN = '100:bench';

export interface SimulatorSettings {
  limits: NonNullable<SimulatorOptions['limits']>;
  /** Travel time of a call there and back: evenly between the two (ms). */
  latencyMs: [number, number];
  people: number;
  /** Shares of sends cut before and after their effect. */
  cutBefore?: number;
  cutAfter?: number;
  /** Numbers that are skipped, so that evidence decides nothing. */
  numberGaps?: { probability: number; most: number };
}

/** What a measurement wants to know in the end. */
export interface Tally {
  refused: number;
  /** People without a message, and messages beyond the first. */
  lost: number;
  repeated: number;
  probes: number;
  /** Milliseconds from the first accepted message to the last. */
  wallMs: number;
}

export type Ready = { url: string; firstPerson: number; knownNumber: number };
