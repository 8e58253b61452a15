import type { Area } from '../access/rules.ts';
import type { AnswerChoice } from '../attendance/rules.ts';
import { type Event, isComing } from '../event/rules.ts';

/** One invited person, as far as counting goes. */
export interface Answered extends Area {
  /** Null while silent. */
  answer: AnswerChoice | null;
  /** Linked to a Telegram account. */
  registered: boolean;
}

/** How an invitation was answered. `invited` is the sum of the four answers. */
export interface Tally {
  invited: number;
  hadir: number;
  tidakHadir: number;
  izin: number;
  belum: number;
  /** Of the invited, those linked to a Telegram account. */
  registered: number;
}

/** Counts people: the one place where answers become numbers. */
export function tallyOf(people: readonly Answered[]): Tally {
  const tally: Tally = { invited: 0, hadir: 0, tidakHadir: 0, izin: 0, belum: 0, registered: 0 };
  for (const { answer, registered } of people) {
    tally.invited += 1;
    tally[columnOf(answer)] += 1;
    if (registered) tally.registered += 1;
  }
  return tally;
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

/** Totals and one row per area. */
export interface Recap {
  total: Tally;
  level: 'kecamatan' | 'kelurahan';
  rows: { area: Area; tally: Tally }[];
}

/** Where more than one kecamatan is in sight, the kecamatan come first: 104 kelurahan fit on no screen. */
export function recapOf(people: readonly Answered[]): Recap {
  const level = spansKecamatan(people) ? 'kecamatan' : 'kelurahan';
  const rows = groupByArea(people, level).map(({ area, people: members }) => ({
    area,
    tally: tallyOf(members),
  }));
  return { total: tallyOf(people), level, rows };
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

/** One page of a list; a page past the end is the last one. */
export interface Page<T> {
  items: T[];
  page: number;
  pages: number;
}

export function pageOf<T>(items: readonly T[], page: number, size: number): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const current = Math.min(page, pages - 1);
  return { items: items.slice(current * size, (current + 1) * size), page: current, pages };
}
