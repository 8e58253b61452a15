import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  arrivalTime,
  type CheckIn,
  decideArrival,
  decideLeaving,
  type Gate,
  gateState,
  isFreshLocation,
  isLate,
  likelyDouble,
  likelyDoubles,
  proofOfPlace,
  scansFrom,
} from '../../src/features/check-in/rules.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const wib = (time: string) => new Date(`${time}:00+07:00`);
const startsAt = wib('2024-05-22T08:00');

function gate(change: Partial<Gate> = {}, status: 'DRAFT' | 'OPEN' | 'CANCELLED' = 'OPEN'): Gate {
  return {
    event: {
      id: 1,
      title: 'Pembinaan',
      startsAt,
      endsAt: null,
      place: 'TCC',
      audience: everyone,
      answerDeadline: startsAt,
      status,
      createdById: 1,
      createdAt: startsAt,
      invitedAt: startsAt,
    },
    openedAt: wib('2024-05-22T07:00'),
    closedAt: null,
    key: 'key',
    venue: null,
    ...change,
  };
}

function checkIn(change: Partial<CheckIn> = {}): CheckIn {
  return {
    id: 1,
    eventId: 1,
    kaderId: 1,
    number: 1,
    at: wib('2024-05-22T07:30'),
    via: 'SCAN',
    byAccountId: null,
    walkIn: false,
    walkInReason: null,
    leftAt: null,
    undoneAt: null,
    attendee: { name: 'Siti', jabatan: 'PSM', kecamatanCode: '36.71.01', kelurahanCode: null },
    ...change,
  };
}

describe('a gate', () => {
  it.each([
    ['a draft is no event yet', gate({}, 'DRAFT'), '07:30', 'unknown'],
    ['cancelled', gate({}, 'CANCELLED'), '07:30', 'cancelled'],
    ['not opened', gate({ openedAt: null }), '07:30', 'not_open'],
    ['open', gate(), '07:30', 'open'],
    ['open late too', gate(), '11:59', 'open'],
    ['before it was closed', gate({ closedAt: wib('2024-05-22T09:00') }), '08:59', 'open'],
    ['closed', gate({ closedAt: wib('2024-05-22T09:00') }), '09:00', 'closed'],
  ] as const)('%s', (_, at, time, state) => {
    expect(gateState(at, wib(`2024-05-22T${time}`))).toBe(state);
  });

  it('opened on the day, scans count at once; opened before, three hours before the start', () => {
    const from = (openedAt: string) => scansFrom(gate({ openedAt: wib(openedAt) }));
    expect(from('2024-05-22T00:00')).toEqual(wib('2024-05-22T00:00'));
    expect(from('2024-05-22T09:00')).toEqual(wib('2024-05-22T09:00'));
    expect(from('2024-05-21T23:59')).toEqual(wib('2024-05-22T05:00'));
    expect(from('2024-05-23T10:00')).toEqual(wib('2024-05-23T10:00'));
    expect(scansFrom(gate({ openedAt: null }))).toBeNull();
  });

  it('what a device says of the time counts within opening and now', () => {
    const now = wib('2024-05-22T09:00');
    const at = (said: string) => arrivalTime(gate(), wib(said), now);
    expect(at('2024-05-22T08:02')).toEqual(wib('2024-05-22T08:02'));
    expect(at('2024-05-22T06:00')).toEqual(wib('2024-05-22T07:00'));
    expect(at('2024-05-22T10:00')).toEqual(now);
  });

  it('after the start is late', () => {
    expect(isLate({ startsAt }, startsAt)).toBe(false);
    expect(isLate({ startsAt }, wib('2024-05-22T08:01'))).toBe(true);
  });
});

describe('an arrival', () => {
  const at = wib('2024-05-22T07:45');

  it('is recorded once', () => {
    expect(decideArrival(gate(), null, at)).toEqual({ ok: true });
    const there = checkIn();
    expect(decideArrival(gate(), there, at)).toEqual({
      ok: false,
      reason: 'already',
      checkIn: there,
    });
  });

  it('whoever is there already hears so also after the close, but not of a cancelled event', () => {
    const closed = gate({ closedAt: wib('2024-05-22T07:40') });
    expect(decideArrival(closed, checkIn(), at)).toMatchObject({ reason: 'already' });
    expect(decideArrival(closed, null, at)).toEqual({ ok: false, reason: 'closed' });
    expect(decideArrival(gate({}, 'CANCELLED'), checkIn(), at)).toMatchObject({
      reason: 'cancelled',
    });
  });

  it('taken back, it comes back only by what happened after', () => {
    const undone = checkIn({ undoneAt: wib('2024-05-22T07:50') });
    expect(decideArrival(gate(), undone, at)).toMatchObject({ reason: 'undone' });
    expect(decideArrival(gate(), undone, wib('2024-05-22T07:50'))).toEqual({ ok: true });
  });
});

describe('leaving early', () => {
  const now = wib('2024-05-22T11:00');

  it('is noted once, not before the arrival and not in the future', () => {
    const leave = (said: string) => decideLeaving(checkIn(), wib(said), now)?.leftAt;
    expect(leave('2024-05-22T10:00')).toEqual(wib('2024-05-22T10:00'));
    expect(leave('2024-05-22T07:00')).toEqual(wib('2024-05-22T07:30'));
    expect(leave('2024-05-22T12:00')).toEqual(now);
    const gone = checkIn({ leftAt: wib('2024-05-22T10:00') });
    expect(decideLeaving(gone, now, now)).toBeNull();
    expect(decideLeaving(gone, null, now)).toEqual({ leftAt: null });
    expect(decideLeaving(checkIn(), null, now)).toBeNull();
  });
});

describe('people who seem to be there twice', () => {
  const cimone = { jabatan: null, kecamatanCode: '36.71.07', kelurahanCode: '36.71.07.1005' };
  const there = (number: number, name: string, change: Partial<CheckIn> = {}) =>
    checkIn({ id: number, number, kaderId: null, attendee: { ...cimone, name }, ...change });
  const ridwan = there(1, 'Muhammad Ridwan');
  const numbers = (present: CheckIn[]) =>
    likelyDoubles(present).map((records) => records.map(({ number }) => number));

  it('have one name, as one hears it, and one area; one of them at least is a guest', () => {
    expect(numbers([there(4, 'Moh. Ridwan, S.Sos.'), ridwan])).toEqual([[1, 4]]);
    const elsewhere = { ...cimone, kelurahanCode: '36.71.07.1001' };
    const namesake = { attendee: { ...elsewhere, name: 'Muhammad Ridwan' } };
    expect(numbers([ridwan, there(2, '', namesake), there(3, 'Ridwan Kamil')])).toEqual([]);
    expect(numbers([ridwan, there(2, 'Muhammad Ridwan', { kaderId: 7 })])).toEqual([[1, 2]]);
    expect(
      numbers([7, 8].map((kaderId) => there(kaderId, 'Muhammad Ridwan', { kaderId }))),
    ).toEqual([]);
  });

  it('are told of with whoever came first, and never with themselves', () => {
    const [second, third] = [there(2, 'Mohamad Ridwan'), there(3, 'Mohamad Ridwan')];
    expect(likelyDouble([third, second, ridwan], third)).toBe(ridwan);
    expect(likelyDouble([ridwan], ridwan)).toBeNull();
  });
});

describe('proof of place', () => {
  const hall = { latitude: -6.1855, longitude: 106.6086, radius: 200 };
  const fix = (latitude: number, longitude: number, unsure = 0) => ({
    latitude,
    longitude,
    unsure,
  });

  it('is the distance along the ground', () => {
    expect(proofOfPlace(hall, fix(-6.1855, 106.6086))).toEqual({ near: true, distance: 0 });
    // A degree of latitude is 111,195 m on a sphere of that radius.
    expect(proofOfPlace(hall, fix(-6.1865, 106.6086))).toEqual({ near: true, distance: 111 });
    expect(proofOfPlace(hall, fix(-6.1755, 106.6086)).near).toBe(false);
  });

  it('a phone that is unsure is believed a little, not more', () => {
    const away = fix(-6.188, 106.6086);
    expect(proofOfPlace(hall, away)).toEqual({ near: false, distance: 278 });
    expect(proofOfPlace(hall, { ...away, unsure: 80 }).near).toBe(true);
    expect(proofOfPlace(hall, fix(-6.1955, 106.6086, 5_000)).near).toBe(false);
  });

  it('is the same both ways round and never negative', () => {
    const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
    fc.assert(
      fc.property(degrees(85), degrees(180), degrees(85), degrees(180), (a, b, c, d) => {
        const there = proofOfPlace({ latitude: a, longitude: b, radius: 0 }, fix(c, d)).distance;
        const back = proofOfPlace({ latitude: c, longitude: d, radius: 0 }, fix(a, b)).distance;
        expect(there).toBeGreaterThanOrEqual(0);
        expect(Math.abs(there - back)).toBeLessThanOrEqual(1);
        expect(there).toBeLessThanOrEqual(20_015_100);
      }),
    );
  });

  it('waits five minutes', () => {
    const scanned = wib('2024-05-22T07:30');
    expect(isFreshLocation(scanned, wib('2024-05-22T07:35'))).toBe(true);
    expect(isFreshLocation(scanned, wib('2024-05-22T07:36'))).toBe(false);
  });
});
