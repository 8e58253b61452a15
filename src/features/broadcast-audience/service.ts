import type { Db } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import { changeDraft, type DraftOutcome } from '../broadcast/service.ts';
import { eventTitles, findEvent, listInvitedEvents, wasCheckedIn } from '../event/repository.ts';
import type { Audience, Criterion } from '../kader/schema.ts';
import { audienceByKecamatan, audienceReach } from '../kader/service.ts';
import { criteriaOf, type Side, toggleCriterion } from './rules.ts';

/** An event that can be answered, for choosing people by their answers. */
export interface InvitedEvent {
  id: number;
  title: string;
  startsAt: Date;
}

/** The same, with whether anybody was checked in there, so that it is known who came. */
export interface AnsweredEvent {
  id: number;
  title: string;
  checkedIn: boolean;
}

/** So many events are offered. */
const mostEvents = 10;

/** The events to choose people by, the latest first. */
export function latestEvents(db: Db): Promise<InvitedEvent[]> {
  return listInvitedEvents(db, mostEvents);
}

/** An event with what is known about it afterwards; null when there is no such event. */
export async function answeredEvent(db: Db, id: number): Promise<AnsweredEvent | null> {
  const event = await findEvent(db, id);
  return event === null ? null : { ...event, checkedIn: await wasCheckedIn(db, id) };
}

/** Puts criteria on a side of a draft's audience, or takes them off again. */
export function toggleAudience(
  ports: Ports,
  id: number,
  criteria: readonly Criterion[],
  side: Side,
): Promise<DraftOutcome> {
  return changeDraft(ports, id, ({ audience }) => ({
    audience: criteria.reduce<Audience>(
      (sofar, criterion) => toggleCriterion(sofar, criterion, side),
      audience,
    ),
  }));
}

/** How many a draft would reach, in all and in each kecamatan. */
export async function reachOf(
  db: Db,
  audience: Audience,
): Promise<{
  total: number;
  reachable: number;
  byKecamatan: { kecamatanCode: string; total: number }[];
}> {
  const [reach, byKecamatan] = await Promise.all([
    audienceReach(db, audience),
    audienceByKecamatan(db, audience),
  ]);
  return { ...reach, byKecamatan };
}

/** The titles of the events whose answers or arrivals an audience names. */
export function eventTitlesOf(db: Db, audience: Audience): Promise<Map<number, string>> {
  const criteria = [...criteriaOf(audience, 'include'), ...criteriaOf(audience, 'exclude')];
  return eventTitles(
    db,
    criteria.flatMap((criterion) => ('eventId' in criterion ? [criterion.eventId] : [])),
  );
}
