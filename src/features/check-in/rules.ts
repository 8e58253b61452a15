import { DateTime } from 'luxon';
import { nameKey } from '../../language/names.ts';
import { covers, type Scope } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import type { Jabatan } from '../kader/rules.ts';

/** `SCAN`: the code on the wall; `CARD`: the kader's card; `DESK`: picked by name, or a guest written down. */
export type CheckInVia = 'SCAN' | 'CARD' | 'DESK';

/** Where the hall is, and within how many metres of it a scan counts. */
export interface Venue {
  latitude: number;
  longitude: number;
  radius: number;
}

/** The check-in of one event. */
export interface Gate {
  event: Event;
  /** When it was first opened, and since when it is closed; opened again, the second is null again. */
  openedAt: Date | null;
  closedAt: Date | null;
  /** The secret of the codes on the wall; null until it is first opened. */
  key: string | null;
  /** Null: no proof of place is asked for. */
  venue: Venue | null;
}

/** Who came, as far as a list tells. A guest who is on no roster may have neither jabatan nor area. */
export interface Attendee {
  name: string;
  jabatan: Jabatan | null;
  kecamatanCode: string | null;
  kelurahanCode: string | null;
}

/** Somebody who came, with the number in order of arrival. */
export interface CheckIn {
  id: number;
  eventId: number;
  /** Null for a guest who is on no roster. */
  kaderId: number | null;
  number: number;
  at: Date;
  via: CheckInVia;
  /** The staff member at the desk; null for a scan. */
  byAccountId: number | null;
  /** Whether they came without being invited, and why. */
  walkIn: boolean;
  walkInReason: string | null;
  leftAt: Date | null;
  /** Set once a desk took it back. */
  undoneAt: Date | null;
  attendee: Attendee;
}

/** What can be done at a gate at some instant. */
export type GateState = 'unknown' | 'cancelled' | 'not_open' | 'open' | 'closed';

/** The state of a gate at an instant, which may be a while ago: a desk without network sends later. */
export function gateState({ event, openedAt, closedAt }: Gate, at: Date): GateState {
  if (event.status === 'DRAFT') return 'unknown';
  if (event.status === 'CANCELLED') return 'cancelled';
  if (openedAt === null) return 'not_open';
  return closedAt !== null && at >= closedAt ? 'closed' : 'open';
}

/** Opened on an earlier day, to try out the projector, scans begin to count this long before the start (ms). */
const scansBefore = 3 * 3_600_000;

/** From when scans count: at once when opened on the day itself; null while it was never opened. */
export function scansFrom({ event, openedAt }: Pick<Gate, 'event' | 'openedAt'>): Date | null {
  if (openedAt === null) return null;
  if (openedAt >= DateTime.fromJSDate(event.startsAt).startOf('day').toJSDate()) return openedAt;
  return new Date(Math.max(openedAt.getTime(), event.startsAt.getTime() - scansBefore));
}

/** The instant somebody counts as having come: what a device says, within what can be. */
export function arrivalTime({ openedAt }: Pick<Gate, 'openedAt'>, said: Date, now: Date): Date {
  const earliest = openedAt?.getTime() ?? now.getTime();
  return new Date(Math.min(Math.max(said.getTime(), earliest), now.getTime()));
}

/** What becomes of somebody's arrival, as far as the gate and an earlier record of theirs say. */
export type ArrivalDecision =
  | { ok: true }
  /** They are there already; twice is once. */
  | { ok: false; reason: 'already'; checkIn: CheckIn }
  /** A desk took the record back after this arrival, so it takes a new one to bring it back. */
  | { ok: false; reason: 'undone'; checkIn: CheckIn }
  | { ok: false; reason: Exclude<GateState, 'open'> };

/** @param at when they came, as `arrivalTime` gives it */
export function decideArrival(gate: Gate, existing: CheckIn | null, at: Date): ArrivalDecision {
  const state = gateState(gate, at);
  if (state === 'unknown' || state === 'cancelled') return { ok: false, reason: state };
  if (existing !== null && existing.undoneAt === null)
    return { ok: false, reason: 'already', checkIn: existing };
  if (state !== 'open') return { ok: false, reason: state };
  if (existing !== null && existing.undoneAt !== null && at < existing.undoneAt)
    return { ok: false, reason: 'undone', checkIn: existing };
  return { ok: true };
}

/**
 * What becomes of a word about leaving early, which is noted once.
 *
 * @param said when they left; null: they did not after all
 * @returns the instant to be noted, or null where nothing changes
 */
export function decideLeaving(
  { at, leftAt }: Pick<CheckIn, 'at' | 'leftAt'>,
  said: Date | null,
  now: Date,
): { leftAt: Date | null } | null {
  if ((said === null) === (leftAt === null)) return null;
  if (said === null) return { leftAt: null };
  return { leftAt: new Date(Math.min(Math.max(said.getTime(), at.getTime()), now.getTime())) };
}

/** Whether somebody's area is within a scope; guests from elsewhere are for those who see the whole city. */
export function isWithin(scope: Scope, { kecamatanCode, kelurahanCode }: Attendee): boolean {
  if (kecamatanCode === null) return scope.city;
  return covers(scope, { kecamatanCode, kelurahanCode });
}

/** Whether two have the same name, as one hears it, and come from the same area. */
export function isNamesake(
  one: Omit<Attendee, 'jabatan'>,
  other: Omit<Attendee, 'jabatan'>,
): boolean {
  return (
    one.kecamatanCode === other.kecamatanCode &&
    one.kelurahanCode === other.kelurahanCode &&
    nameKey(one.name) === nameKey(other.name)
  );
}

/** Whom a guest seems to be among those who are there: the first namesake besides them; null when there is none. */
export function likelyDouble(present: readonly CheckIn[], guest: CheckIn): CheckIn | null {
  const [first] = inOrder(present).filter(
    ({ id, attendee }) => id !== guest.id && isNamesake(attendee, guest.attendee),
  );
  return first ?? null;
}

/**
 * Those who seem to have been written down more than once: namesakes of whom one at least is a guest, since
 * of the roster everybody is recorded once.
 *
 * @returns their records by number, whoever came first in front
 */
export function likelyDoubles(present: readonly CheckIn[]): CheckIn[][] {
  const namesakes = new Map<string, CheckIn[]>();
  for (const checkIn of inOrder(present)) {
    const { name, kecamatanCode, kelurahanCode } = checkIn.attendee;
    const key = JSON.stringify([nameKey(name), kecamatanCode, kelurahanCode]);
    namesakes.set(key, [...(namesakes.get(key) ?? []), checkIn]);
  }
  const isDouble = (records: CheckIn[]) =>
    records.length > 1 && records.some(({ kaderId }) => kaderId === null);
  return [...namesakes.values()].filter(isDouble);
}

function inOrder(checkIns: readonly CheckIn[]): CheckIn[] {
  return checkIns.toSorted((one, other) => one.number - other.number);
}

/** Whether the event had begun. */
export function isLate({ startsAt }: Pick<Event, 'startsAt'>, at: Date): boolean {
  return at > startsAt;
}

/** Whether an event is on the day of `now`, in the city's zone. */
export function isToday({ startsAt }: Pick<Event, 'startsAt'>, now: Date): boolean {
  return DateTime.fromJSDate(startsAt).hasSame(DateTime.fromJSDate(now), 'day');
}

/** How long after the scan a location counts as where it was made (ms). */
const locationWaits = 5 * 60_000;

/** Whether a location sent then still proves where a scan was made. */
export function isFreshLocation(scannedAt: Date, sentAt: Date): boolean {
  return sentAt.getTime() - scannedAt.getTime() <= locationWaits;
}

/** Halls are of concrete: a phone's own word on how unsure it is counts up to this many metres. */
const mostUnsure = 100;

/** A place as a phone tells it. */
export interface Fix {
  latitude: number;
  longitude: number;
  /** Within how many metres it may be wrong; 0 when the phone does not say. */
  unsure: number;
}

/** How far somebody is from the hall in whole metres, and whether that is near enough. */
export function proofOfPlace(venue: Venue, fix: Fix): { near: boolean; distance: number } {
  const distance = Math.round(metresBetween(venue, fix));
  return { near: distance <= venue.radius + Math.min(fix.unsure, mostUnsure), distance };
}

const earthRadius = 6_371_000;

/** Along the surface, by the haversine formula. */
function metresBetween(
  one: { latitude: number; longitude: number },
  other: { latitude: number; longitude: number },
): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const chord =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, chord)));
}
