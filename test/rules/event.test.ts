import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  answerWindow,
  changeEvent,
  deadlineChoices,
  type Event,
  factsOf,
  isComing,
  isOtherAppointment,
  missingField,
  outlineOf,
  problemOf,
  sendObstacle,
  wholeOutline,
  withFittingDeadline,
} from '../../src/features/event/rules.ts';
import {
  type EventOutline,
  emptyOutline,
  type WholeOutline,
} from '../../src/features/event/schema.ts';
import { everyone } from '../../src/features/kader/schema.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const at = (local: string) => new Date(`${local}:00+07:00`);
const now = at('2024-05-10T09:00');

const training: WholeOutline = {
  title: 'Pembinaan PSM dan TKSK',
  day: '2024-05-22',
  time: { start: '08:00', end: '12:00' },
  place: 'Tangerang Convention Center (TCC), Cimone',
  audience: everyone,
  deadline: { day: '2024-05-20', time: null },
};

const event = (change: Partial<Event> = {}): Event => ({
  ...factsOf(training),
  id: 1,
  status: 'OPEN',
  createdById: 1,
  createdAt: now,
  invitedAt: now,
  ...change,
});

describe('an outline becomes an event', () => {
  it('in the zone of the city; a deadline without a time is the end of its day', () => {
    expect(factsOf(training)).toMatchObject({
      startsAt: at('2024-05-22T08:00'),
      endsAt: at('2024-05-22T12:00'),
      answerDeadline: at('2024-05-20T23:59'),
    });
  });

  it('a deadline on the day itself is the start', () => {
    const facts = factsOf({ ...training, deadline: { day: '2024-05-22', time: null } });
    expect(facts.answerDeadline).toEqual(facts.startsAt);
  });

  it('"the day before" is counted back from the event, wherever it is', () => {
    const facts = factsOf({
      ...training,
      day: '2024-06-01',
      deadline: { daysBefore: 1, time: null },
    });
    expect(facts.answerDeadline).toEqual(at('2024-05-31T23:59'));
  });

  it('asks for what is missing in a fixed order', () => {
    expect(missingField(emptyOutline)).toBe('title');
    expect(missingField({ ...training, place: null })).toBe('place');
    expect(missingField(training)).toBeNull();
    expect(wholeOutline({ ...training, place: null })).toBeNull();
  });

  it('and back again, whatever the event', () => {
    const minute = fc.integer({ min: 0, max: 23 * 60 + 59 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 400 }), minute, (start, days, lead) => {
        const startsAt = new Date(
          at('2024-05-11T00:00').getTime() + (days * 1440 + start) * 60_000,
        );
        const facts = {
          ...factsOf(training),
          startsAt,
          endsAt: null,
          answerDeadline: new Date(startsAt.getTime() - lead * 60_000),
        };
        expect(factsOf(outlineOf(facts))).toEqual(facts);
      }),
    );
  });
});

describe('what cannot be', () => {
  const cases: [string, Partial<EventOutline>, object | null][] = [
    ['a day that is over', { day: '2024-05-09' }, { field: 'day', reason: 'past' }],
    ['a slip in the year', { day: '2042-05-22' }, { field: 'day', reason: 'too_far' }],
    [
      'today at an hour that is over',
      { day: '2024-05-10', time: { start: '08:00', end: null } },
      { field: 'time', reason: 'past' },
    ],
    [
      'an end before the start',
      { time: { start: '12:00', end: '08:00' } },
      { field: 'time', reason: 'end_before_start' },
    ],
    [
      'a deadline after the start',
      { deadline: { day: '2024-05-23', time: null } },
      { field: 'deadline', reason: 'after_start' },
    ],
    [
      'a deadline on the day but after the start',
      { deadline: { day: '2024-05-22', time: '09:00' } },
      { field: 'deadline', reason: 'after_start' },
    ],
    [
      'a deadline that is over',
      { deadline: { day: '2024-05-09', time: null } },
      { field: 'deadline', reason: 'past' },
    ],
    ['nothing wrong', {}, null],
    ['a deadline cannot be judged before the day is known', { day: null }, null],
  ];
  it.each(cases)('%s', (_, change, problem) => {
    expect(problemOf({ ...training, ...change }, now)).toEqual(problem);
  });

  it('only deadlines that still make sense are offered', () => {
    expect(deadlineChoices(training, now)).toEqual([3, 2, 1, 0]);
    expect(deadlineChoices(training, at('2024-05-20T23:30'))).toEqual([2, 1, 0]);
    expect(deadlineChoices(training, at('2024-05-22T07:00'))).toEqual([0]);
  });
});

describe('changing an event', () => {
  it('a draft that moves keeps a deadline that still fits', () => {
    const change = changeEvent(event(), { day: '2024-05-29' }, now);
    expect(change).toMatchObject({
      ok: true,
      facts: { startsAt: at('2024-05-29T08:00'), answerDeadline: at('2024-05-20T23:59') },
    });
  });

  it('one that no longer fits becomes the day before, or the start', () => {
    expect(changeEvent(event(), { day: '2024-05-15' }, now)).toMatchObject({
      ok: true,
      facts: { answerDeadline: at('2024-05-14T23:59') },
    });
    const today = withFittingDeadline(
      { ...training, day: '2024-05-10', time: { start: '15:00', end: null } },
      now,
    );
    expect(today.deadline).toEqual({ daysBefore: 0, time: null });
  });

  it('what cannot be is refused with its reason', () => {
    expect(changeEvent(event(), { day: '2024-05-01' }, now)).toEqual({
      ok: false,
      reason: 'problem',
      problem: { field: 'day', reason: 'past' },
    });
    expect(changeEvent(event(), { audience: everyone }, now)).toMatchObject({
      reason: 'audience_fixed',
    });
    expect(changeEvent(event({ status: 'DRAFT' }), { audience: everyone }, now)).toMatchObject({
      ok: true,
    });
    expect(changeEvent(event({ status: 'CANCELLED' }), { title: 'x' }, now)).toMatchObject({
      reason: 'cancelled',
    });
    expect(changeEvent(event(), { place: 'x' }, at('2024-05-22T12:00'))).toMatchObject({
      reason: 'past',
    });
  });

  it('the place can be changed after the deadline', () => {
    const change = changeEvent(event(), { place: 'Aula lain' }, at('2024-05-21T10:00'));
    expect(change).toMatchObject({ ok: true, facts: { place: 'Aula lain' } });
  });

  it('only another time or place concerns the invited', () => {
    const facts = factsOf(training);
    expect(isOtherAppointment(facts, { ...facts, title: 'Lain' })).toBe(false);
    expect(isOtherAppointment(facts, { ...facts, answerDeadline: now })).toBe(false);
    expect(isOtherAppointment(facts, { ...facts, place: 'Lain' })).toBe(true);
    expect(isOtherAppointment(facts, { ...facts, endsAt: null })).toBe(true);
    expect(isOtherAppointment({ ...facts, endsAt: null }, { ...facts, endsAt: null })).toBe(false);
  });
});

describe('while it is open', () => {
  it('answers are taken until the deadline', () => {
    expect(answerWindow(event(), now)).toBe('open');
    expect(answerWindow(event(), at('2024-05-20T23:59'))).toBe('open');
    expect(answerWindow(event(), at('2024-05-21T00:00'))).toBe('closed');
    expect(answerWindow(event(), at('2024-05-22T11:59'))).toBe('closed');
    expect(answerWindow(event(), at('2024-05-22T12:00'))).toBe('over');
    expect(answerWindow(event({ status: 'CANCELLED' }), now)).toBe('cancelled');
  });

  it('without a known end it is coming until its day ends', () => {
    const open = event({ endsAt: null });
    expect(isComing(open, at('2024-05-22T23:59'))).toBe(true);
    expect(isComing(open, at('2024-05-23T00:00'))).toBe(false);
  });

  it('its invitations are sent once and in time', () => {
    const draft = event({ status: 'DRAFT', invitedAt: null });
    expect(sendObstacle(draft, now)).toBeNull();
    expect(sendObstacle(event(), now)).toBe('already_sent');
    expect(sendObstacle(event({ status: 'CANCELLED' }), now)).toBe('cancelled');
    expect(sendObstacle(draft, at('2024-05-21T08:00'))).toBe('deadline_past');
    expect(sendObstacle(draft, at('2024-05-22T08:00'))).toBe('past');
  });
});
