import type { Ports } from '../../platform/ports.ts';
import type { Scope } from '../access/rules.ts';
import { findEvent } from '../event/repository.ts';
import type { Event } from '../event/rules.ts';
import { type InvitedPerson, listEventsWithin, listInvited } from './repository.ts';
import { inOrderOfInterest } from './rules.ts';

export type { InvitedPerson } from './repository.ts';

/** The invited of one event within somebody's area, as of now. */
export interface InvitedView {
  event: Event;
  people: InvitedPerson[];
  asOf: Date;
}

export type ReportOutcome =
  | { ok: true; view: InvitedView }
  | { ok: false; reason: 'unknown' | 'cancelled' | 'nobody_invited' };

export interface ReportService {
  /** Events with invited people in the scope: coming ones first, then past ones. */
  events(scope: Scope): Promise<Event[]>;
  /** Everybody invited to an event within the scope, perhaps only of one kecamatan (a code). */
  invited(scope: Scope, eventId: number, kecamatanCode?: string): Promise<ReportOutcome>;
}

/** What coordinators and staff ask about answers, always within their own area. */
export function createReportService({ db, clock }: Pick<Ports, 'db' | 'clock'>): ReportService {
  return {
    events: async (scope) => inOrderOfInterest(await listEventsWithin(db, scope), clock.now()),

    invited: async (scope, eventId, kecamatanCode) => {
      const event = await findEvent(db, eventId);
      if (event === null || event.status === 'DRAFT') return { ok: false, reason: 'unknown' };
      if (event.status === 'CANCELLED') return { ok: false, reason: 'cancelled' };
      const people = (await listInvited(db, eventId, scope)).filter(
        (person) => kecamatanCode === undefined || person.kecamatanCode === kecamatanCode,
      );
      if (people.length === 0) return { ok: false, reason: 'nobody_invited' };
      return { ok: true, view: { event, people, asOf: clock.now() } };
    },
  };
}
