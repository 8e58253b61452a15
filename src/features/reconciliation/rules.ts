import type { Phone } from '../../platform/phone.ts';
import type { Area } from '../access/rules.ts';
import type { Jabatan } from '../kader/rules.ts';

/** The four lists that should hold the same people: the decree, Telegram, the money, the last event. */
export const views = ['sk', 'registered', 'paid', 'came'] as const;

export type View = (typeof views)[number];

/** One person of any of the four lists. */
export interface ComparedPerson {
  name: string;
  jabatan: Jabatan | null;
  /** Null for a guest who said none. */
  area: Area | null;
  phone: Phone | null;
  on: Record<View, boolean>;
  /** Was checked in at some event, be it long ago. */
  everCame: boolean;
}

/** Two lists that do not agree about somebody. */
export type Difference =
  | 'sk_not_registered'
  | 'sk_not_paid'
  | 'paid_not_sk'
  | 'paid_not_registered'
  | 'paid_never_came'
  | 'came_not_sk'
  | 'came_not_paid';

const tests: Record<Difference, (person: ComparedPerson) => boolean> = {
  sk_not_registered: ({ on }) => on.sk && !on.registered,
  sk_not_paid: ({ on }) => on.sk && !on.paid,
  paid_not_sk: ({ on }) => on.paid && !on.sk,
  paid_not_registered: ({ on }) => on.paid && on.sk && !on.registered,
  paid_never_came: ({ on, everCame }) => on.paid && !everCame,
  came_not_sk: ({ on }) => on.came && !on.sk,
  came_not_paid: ({ on }) => on.came && on.sk && !on.paid,
};

/** What each difference needs to be there; without a list of payments nobody is missing from it. */
const needs: Record<Difference, View[]> = {
  sk_not_registered: [],
  sk_not_paid: ['paid'],
  paid_not_sk: ['paid'],
  paid_not_registered: ['paid'],
  paid_never_came: ['paid', 'came'],
  came_not_sk: ['came'],
  came_not_paid: ['came', 'paid'],
};

/** How many are on each list, on all that there are, and in each difference. */
export interface Comparison {
  sizes: Record<View, number>;
  onAll: number;
  /** Only those that concern somebody, the weightiest kind first. */
  differences: { difference: Difference; people: number }[];
}

/** @param present the lists that there are at all: before the first event nobody came */
export function compare(
  people: readonly ComparedPerson[],
  present: Record<View, boolean>,
): Comparison {
  const there = views.filter((view) => present[view]);
  const count = (fits: (person: ComparedPerson) => boolean) => people.filter(fits).length;
  return {
    sizes: {
      sk: count(({ on }) => on.sk),
      registered: count(({ on }) => on.registered),
      paid: count(({ on }) => on.paid),
      came: count(({ on }) => on.came),
    },
    onAll: count(({ on }) => there.every((view) => on[view])),
    differences: differencesFor(present)
      .map((difference) => ({ difference, people: count(tests[difference]) }))
      .filter(({ people: concerned }) => concerned > 0),
  };
}

/** In which differences one person is. */
export function differencesOf(
  person: ComparedPerson,
  present: Record<View, boolean>,
): Difference[] {
  return differencesFor(present).filter((difference) => tests[difference](person));
}

function differencesFor(present: Record<View, boolean>): Difference[] {
  const all = Object.keys(tests) as Difference[];
  return all.filter((difference) => needs[difference].every((view) => present[view]));
}
