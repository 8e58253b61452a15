import type { Area } from '../access/rules.ts';
import type { AnswerChoice } from '../attendance/rules.ts';
import { type Event, isComing } from '../event/rules.ts';

/** One invited person, as far as counting goes. */
export interface Answered extends Area {
  /** Null while silent. */
  answer: AnswerChoice | null;
  /** Linked to a Telegram account. */
  registered: boolean;
  /** Checked in at the venue. */
  came: boolean;
  /** Of so many people who are alike in all this; one where it is left out. */
  people?: number;
}

/** How an invitation was answered, and who came. `invited` is the sum of the four answers. */
export interface Tally {
  invited: number;
  hadir: number;
  tidakHadir: number;
  izin: number;
  belum: number;
  /** Of the invited, those linked to a Telegram account. */
  registered: number;
  /** Of the invited, those who came, whatever they had answered. */
  came: number;
  /** Answered *hadir* and did not come. */
  brokenPromise: number;
  /** Came without having answered. */
  unannounced: number;
}

/** Counts people: the one place where answers and arrivals become numbers. */
export function tallyOf(invited: readonly Answered[]): Tally {
  const tally: Tally = {
    invited: 0,
    hadir: 0,
    tidakHadir: 0,
    izin: 0,
    belum: 0,
    registered: 0,
    came: 0,
    brokenPromise: 0,
    unannounced: 0,
  };
  for (const { answer, registered, came, people = 1 } of invited) {
    tally.invited += people;
    tally[columnOf(answer)] += people;
    if (registered) tally.registered += people;
    if (came) tally.came += people;
    if (answer === 'HADIR' && !came) tally.brokenPromise += people;
    if (answer === null && came) tally.unannounced += people;
  }
  return tally;
}

/** The invited as four groups by what became of them; together they are all. */
export interface Turnout {
  came: number;
  /** Did not come though they said they would. */
  brokenPromise: number;
  /** Did not come and had said so. */
  excused: number;
  /** Did not come and never answered. */
  silent: number;
}

export function turnoutOf({ invited, came, brokenPromise, belum, unannounced }: Tally): Turnout {
  const silent = belum - unannounced;
  return { came, brokenPromise, excused: invited - came - brokenPromise - silent, silent };
}

/** How many of a hundred, rounded; null of nobody. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((100 * part) / whole);
}

/** Somebody at the venue. */
export interface Arrival {
  at: Date;
  /** In order of arrival, from 1. */
  number: number;
  via: 'SCAN' | 'CARD' | 'DESK';
  /** Null while nobody has noted that they left early. */
  leftAt: Date | null;
}

/** What is known about who came: nothing before check-in is opened, all once the event is over. */
export type Arrivals = 'none' | 'coming_in' | 'complete';

export function arrivalsOf(
  event: Pick<Event, 'startsAt' | 'endsAt'>,
  checkInOpenedAt: Date | null,
  now: Date,
): Arrivals {
  if (checkInOpenedAt === null) return 'none';
  return isComing(event, now) ? 'coming_in' : 'complete';
}

function columnOf(answer: AnswerChoice | null): 'hadir' | 'tidakHadir' | 'izin' | 'belum' {
  switch (answer) {
    case 'HADIR':
      return 'hadir';
    case 'TIDAK_HADIR':
      return 'tidakHadir';
    case 'IZIN':
      return 'izin';
    case null:
      return 'belum';
  }
}

/** People of one area, with that area; kelurahan null = those who serve the kecamatan as a whole. */
export interface AreaGroup<P extends Area> {
  area: Area;
  people: P[];
}

/** Puts people together by kecamatan or by kelurahan, in the order of the official codes. */
export function groupByArea<P extends Area>(
  people: readonly P[],
  level: 'kecamatan' | 'kelurahan',
): AreaGroup<P>[] {
  const groups = new Map<string, AreaGroup<P>>();
  for (const person of people) {
    const kelurahanCode = level === 'kelurahan' ? person.kelurahanCode : null;
    const key = `${person.kecamatanCode} ${kelurahanCode ?? ''}`;
    const group = groups.get(key) ?? {
      area: { kecamatanCode: person.kecamatanCode, kelurahanCode },
      people: [],
    };
    group.people.push(person);
    groups.set(key, group);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

/** So many people of an area. */
export interface AreaCount extends Area {
  people: number;
}

/** Numbers of an area: of its invited, and of those who came uninvited. */
export interface AreaNumbers {
  tally: Tally;
  walkIns: number;
}

/** Totals and one row per area. */
export interface Recap {
  total: AreaNumbers;
  level: 'kecamatan' | 'kelurahan';
  rows: (AreaNumbers & { area: Area })[];
}

/** Where more than one kecamatan is in sight, the kecamatan come first: 104 kelurahan fit on no screen. */
export function recapOf(invited: readonly Answered[], walkIns: readonly AreaCount[] = []): Recap {
  const level = spansKecamatan([...invited, ...walkIns]) ? 'kecamatan' : 'kelurahan';
  const all = [
    ...invited.map((group) => ({ ...areaOf(group), invited: group, uninvited: 0 })),
    ...walkIns.map((group) => ({ ...areaOf(group), invited: null, uninvited: group.people })),
  ];
  const numbersOf = (some: typeof all): AreaNumbers => ({
    tally: tallyOf(some.flatMap((each) => each.invited ?? [])),
    walkIns: some.reduce((sum, { uninvited }) => sum + uninvited, 0),
  });
  const rows = groupByArea(all, level).map(({ area, people }) => ({ area, ...numbersOf(people) }));
  return { total: numbersOf(all), level, rows };
}

function areaOf({ kecamatanCode, kelurahanCode }: Area): Area {
  return { kecamatanCode, kelurahanCode };
}

/** Those who have not answered. */
export function silentOf<P extends Answered>(people: readonly P[]): P[] {
  return people.filter(({ answer }) => answer === null);
}

/** Whether people of more than one kecamatan are in sight. */
export function spansKecamatan(people: readonly Area[]): boolean {
  return new Set(people.map(({ kecamatanCode }) => kecamatanCode)).size > 1;
}

/** Events in the order in which one looks for them: what is coming, soonest first; then the past, newest first. */
export function inOrderOfInterest(events: readonly Event[], now: Date): Event[] {
  const byStart = [...events].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  const coming = byStart.filter((event) => isComing(event, now));
  const past = byStart.filter((event) => !isComing(event, now)).reverse();
  return [...coming, ...past];
}
