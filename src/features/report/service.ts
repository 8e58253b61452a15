import type { Ports } from '../../platform/ports.ts';
import type { Area, Scope } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import { countInvited, countWalkIns } from './count-repository.ts';
import { type LongSilent, listLongSilent } from './long-silence-repository.ts';
import {
  findReported,
  type InvitedPerson,
  listBegun,
  listEventsWithin,
  listInvited,
  listWalkIns,
  type Part,
  type ReportedEvent,
  type WalkIn,
} from './repository.ts';
import {
  type Arrivals,
  arrivalsOf,
  groupByArea,
  inOrderOfInterest,
  type Recap,
  recapOf,
} from './rules.ts';

export type { InvitedPerson, Part, WalkIn } from './repository.ts';

/** What every view of one event begins with. */
interface EventView {
  event: Event;
  arrivals: Arrivals;
  asOf: Date;
}

/** The people of one event within somebody's area, as of now. */
export interface InvitedView extends EventView {
  people: InvitedPerson[];
  walkIns: WalkIn[];
}

/** The numbers of one event within somebody's area, as of now. */
export interface RecapView extends EventView {
  recap: Recap;
}

/** The last events that have begun, the newest first. */
export interface ComparisonView {
  compared: RecapView[];
  asOf: Date;
}

/** Those who were silent for long, by area and name, as of now. */
export interface LongSilenceView {
  people: LongSilent[];
  asOf: Date;
}

export type ReportRefusal = 'unknown' | 'cancelled' | 'nobody_invited';

type Outcome<View> = { ok: true; view: View } | { ok: false; reason: ReportRefusal };

export interface ReportService {
  /** Events with invited people in the scope: coming ones first, then past ones. */
  events(scope: Scope): Promise<Event[]>;
  /** The numbers of an event within the scope, perhaps only of one kecamatan (a code). */
  recap(scope: Scope, eventId: number, kecamatanCode?: string): Promise<Outcome<RecapView>>;
  /** The last events within the scope that have begun, to be compared. */
  comparison(scope: Scope): Promise<ComparisonView>;
  /** Those within the scope, perhaps only of one kecamatan (a code), who were silent for long. */
  longSilent(scope: Scope, kecamatanCode?: string): Promise<LongSilenceView>;
  /** Everybody invited to an event within the scope and whoever came besides, perhaps only of one part of it. */
  invited(scope: Scope, eventId: number, part?: Part): Promise<Outcome<InvitedView>>;
}

/** As many as fit side by side on a phone. */
const mostCompared = 6;

/** What coordinators and staff ask about answers and arrivals, always within their own area. */
export function createReportService({ db, clock }: Pick<Ports, 'db' | 'clock'>): ReportService {
  return {
    events: async (scope) => inOrderOfInterest(await listEventsWithin(db, scope), clock.now()),

    recap: async (scope, eventId, kecamatanCode) => {
      const found = await reportable(eventId);
      if (!found.ok) return found;
      const recap = await recapWithin(scope, eventId, kecamatanCode);
      if (recap.rows.length === 0) return { ok: false, reason: 'nobody_invited' };
      return { ok: true, view: { ...viewed(found), recap } };
    },

    comparison: async (scope) => {
      const asOf = clock.now();
      const begun = await listBegun(db, scope, asOf, mostCompared);
      const compared: RecapView[] = [];
      for (const found of begun)
        compared.push({ ...viewed(found), recap: await recapWithin(scope, found.event.id) });
      return { compared, asOf };
    },

    longSilent: async (scope, kecamatanCode) => {
      const asOf = clock.now();
      const people = (await listLongSilent(db, scope, asOf)).filter(
        (person) => kecamatanCode === undefined || person.kecamatanCode === kecamatanCode,
      );
      return { people: groupByArea(people, 'kelurahan').flatMap((group) => group.people), asOf };
    },

    invited: async (scope, eventId, part) => {
      const found = await reportable(eventId);
      if (!found.ok) return found;
      const [people, walkIns] = await Promise.all([
        listInvited(db, eventId, scope, part ?? null),
        listWalkIns(db, eventId, scope, part ?? null),
      ]);
      if (people.length + walkIns.length === 0) return { ok: false, reason: 'nobody_invited' };
      return { ok: true, view: { ...viewed(found), people, walkIns } };
    },
  };

  async function recapWithin(
    scope: Scope,
    eventId: number,
    kecamatanCode?: string,
  ): Promise<Recap> {
    const isMeant = (area: Area) =>
      kecamatanCode === undefined || area.kecamatanCode === kecamatanCode;
    const [invited, walkIns] = await Promise.all([
      countInvited(db, eventId, scope),
      countWalkIns(db, eventId, scope),
    ]);
    return recapOf(invited.filter(isMeant), walkIns.filter(isMeant));
  }

  async function reportable(
    eventId: number,
  ): Promise<({ ok: true } & ReportedEvent) | { ok: false; reason: ReportRefusal }> {
    const found = await findReported(db, eventId);
    if (found === null || found.event.status === 'DRAFT') return { ok: false, reason: 'unknown' };
    if (found.event.status === 'CANCELLED') return { ok: false, reason: 'cancelled' };
    return { ok: true, ...found };
  }

  function viewed({ event, checkInOpenedAt }: ReportedEvent): EventView {
    const asOf = clock.now();
    return { event, arrivals: arrivalsOf(event, checkInOpenedAt, asOf), asOf };
  }
}
