import type { AnswerChoice } from '../attendance/rules.ts';
import { type Event, isComing } from '../event/rules.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { PaperEvent, RollTally, RollVariant } from './schema.ts';

/** Somebody who was invited to an event, or came to it. */
export interface Attendee {
  name: string;
  /** The name folded for sorting (language/names). */
  nameKey: string;
  /** Null for a walk-in of whom it is not known; areas likewise. */
  jabatan: Jabatan | null;
  kecamatanCode: string | null;
  kelurahanCode: string | null;
  invited: boolean;
  answer: AnswerChoice | null;
  /** Null: did not come, or not yet. */
  arrival: { at: Date; leftAt: Date | null } | null;
}

/** One line of a list. */
export interface RollRow {
  /** Within the kecamatan, from 1. */
  number: number;
  name: string;
  jabatan: Jabatan | null;
  /** Empty for a TKSK, who serves the kecamatan, and where it is not known. */
  kelurahan: string;
  state: 'blank' | 'came' | 'excused' | 'declined' | 'missing';
  at: Date | null;
  /** When they left before the end. */
  leftAt: Date | null;
  walkIn: boolean;
}

/** The people of one kecamatan. */
export interface RollSection {
  /** Null: nobody knows from where these walk-ins came. */
  kecamatan: string | null;
  rows: RollRow[];
  tally: RollTally;
}

/** A daftar hadir before it is set on paper. */
export interface Roll {
  variant: RollVariant;
  event: PaperEvent;
  /** The parts of the city it covers, by name; null: all of it. */
  areas: string[] | null;
  sections: RollSection[];
  tally: RollTally;
}

/** Which variants of its list an event has, the fitting one first: while nobody has come there are no times. */
export function rollVariantsOf(attendees: readonly Attendee[]): RollVariant[] {
  const hasTimes = attendees.some(({ arrival }) => arrival !== null);
  return hasTimes ? ['filled', 'blank'] : ['blank'];
}

/**
 * Puts the people of an event on a list: by kecamatan and kelurahan in the order of the official codes,
 * walk-ins behind the invited of their kecamatan. The blank list is for the invited only.
 */
export function rollOf(
  event: PaperEvent,
  attendees: readonly Attendee[],
  covered: { areas: string[] | null; variant: RollVariant },
  wilayah: Wilayah,
): Roll {
  const { areas, variant } = covered;
  const listed = attendees.filter(({ invited }) => invited || variant === 'filled').sort(inOrder);
  const byKecamatan = new Map<string | null, Attendee[]>();
  for (const attendee of listed) {
    const others = byKecamatan.get(attendee.kecamatanCode);
    if (others === undefined) byKecamatan.set(attendee.kecamatanCode, [attendee]);
    else others.push(attendee);
  }
  const sections = [...byKecamatan].map(([code, people]) => ({
    kecamatan: code === null ? null : (wilayah.findKecamatan(code)?.name ?? code),
    rows: people.map((person, index) => rowOf(person, index + 1, variant, wilayah)),
    tally: tallyOf(people),
  }));
  const { title, startsAt, endsAt, place } = event;
  return {
    variant,
    event: { title, startsAt, endsAt, place },
    areas,
    sections,
    tally: tallyOf(listed),
  };
}

function rowOf(
  attendee: Attendee,
  number: number,
  variant: RollVariant,
  wilayah: Wilayah,
): RollRow {
  const { name, jabatan, kelurahanCode, arrival, invited } = attendee;
  const kelurahan =
    kelurahanCode === null ? '' : (wilayah.findKelurahan(kelurahanCode)?.name ?? kelurahanCode);
  const recorded = variant === 'filled' ? arrival : null;
  return {
    number,
    name,
    jabatan,
    kelurahan,
    state: variant === 'blank' ? 'blank' : stateOf(attendee),
    at: recorded?.at ?? null,
    leftAt: recorded?.leftAt ?? null,
    walkIn: !invited,
  };
}

/** Coming outweighs whatever was answered before. */
function stateOf({ arrival, answer }: Attendee): Exclude<RollRow['state'], 'blank'> {
  if (arrival !== null) return 'came';
  switch (answer) {
    case 'IZIN':
      return 'excused';
    case 'TIDAK_HADIR':
      return 'declined';
    case 'HADIR':
    case null:
      return 'missing';
  }
}

function tallyOf(people: readonly Attendee[]): RollTally {
  const tally = { invited: 0, came: 0, excused: 0, declined: 0, missing: 0, walkIns: 0 };
  for (const person of people) {
    if (!person.invited) {
      tally.walkIns += 1;
      continue;
    }
    tally.invited += 1;
    tally[stateOf(person)] += 1;
  }
  return tally;
}

function inOrder(one: Attendee, other: Attendee): number {
  return (
    compare(one.kecamatanCode ?? '~', other.kecamatanCode ?? '~') ||
    Number(other.invited) - Number(one.invited) ||
    compare(one.kelurahanCode ?? '', other.kelurahanCode ?? '') ||
    compare(one.nameKey, other.nameKey) ||
    compare(one.name, other.name)
  );
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** What decides whether somebody gets a certificate. */
export interface Presence {
  undoneAt: Date | null;
  event: Pick<Event, 'status' | 'startsAt' | 'endsAt'>;
}

/**
 * Why there is no certificate, or null when there is one. Whoever came gets it once the event is over, also
 * when they left early: that is told to them, and stands on the list.
 */
export function certificateObstacle(
  { undoneAt, event }: Presence,
  now: Date,
): 'did_not_come' | 'cancelled' | 'not_over' | null {
  if (undoneAt !== null) return 'did_not_come';
  if (event.status === 'CANCELLED') return 'cancelled';
  return isComing(event, now) ? 'not_over' : null;
}
