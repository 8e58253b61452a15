import type { Ports } from '../../platform/ports.ts';
import { monthOfInstant } from '../incentive/rules.ts';
import * as store from './comparison-repository.ts';
import type { ComparedPerson, View } from './rules.ts';

/** The four lists side by side, as of now. */
export interface FourViews {
  /** By area and name; guests last. */
  people: ComparedPerson[];
  present: Record<View, boolean>;
  /** Where the roster was last imported from. */
  roster: { fileName: string; appliedAt: Date } | null;
  /** Month of the list of payments, `YYYY-MM`. */
  period: string | null;
  event: { title: string; startsAt: Date } | null;
}

/** Looks at the decree, Telegram, the money and the last event together. */
export function createComparison({ db, clock }: Pick<Ports, 'db' | 'clock'>): {
  look(): Promise<FourViews>;
} {
  return {
    async look() {
      const now = clock.now();
      const [list, attendance, ever, roster] = await Promise.all([
        store.latestList(db, monthOfInstant(now)),
        store.latestAttendance(db, now),
        store.everCame(db),
        store.lastRosterImport(db),
      ]);
      const paid = list?.kaderIds ?? new Set<number>();
      const came = attendance?.kaderIds ?? new Set<number>();
      const known = await store.rosterWith(db, [...new Set([...paid, ...came])]);
      const people = known.sort(byAreaAndName).map(
        ({ id, name, jabatan, kecamatanCode, kelurahanCode, phone, ...is }): ComparedPerson => ({
          name,
          jabatan,
          area: { kecamatanCode, kelurahanCode },
          phone,
          on: {
            sk: is.isActive,
            registered: is.isRegistered,
            paid: paid.has(id),
            came: came.has(id),
          },
          everCame: ever.has(id),
        }),
      );
      const guests = (attendance?.guests ?? []).map(
        (guest): ComparedPerson => ({
          ...guest,
          phone: null,
          on: { sk: false, registered: false, paid: false, came: true },
          everCame: true,
        }),
      );
      return {
        people: [...people, ...guests],
        present: {
          sk: true,
          registered: true,
          paid: list !== null,
          came: attendance !== null,
        },
        roster,
        period: list?.period ?? null,
        event: attendance,
      };
    },
  };
}

function byAreaAndName(one: store.RosterPerson, other: store.RosterPerson): number {
  const key = ({ kecamatanCode, kelurahanCode, name }: store.RosterPerson) =>
    `${kecamatanCode} ${kelurahanCode ?? ''} ${name}`;
  return key(one) < key(other) ? -1 : 1;
}
