import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { dueWatches } from '../../src/features/incentive-reminder/rules.ts';
import { nothingYet } from '../../src/features/incentive-reminder/schema.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const wib = (time: string) => new Date(`${time}:00+07:00`);
const settings = { listDay: 10, stalledDays: 14 };
const due = (
  at: string,
  memory = nothingYet,
  wanted: Parameters<typeof dueWatches>[0] = settings,
) => dueWatches(wanted, memory, wib(at));

it('asks for the list from its day on, once a month, in office hours', () => {
  expect(due('2024-05-09T17:59').list).toBeNull();
  expect(due('2024-05-10T07:59').list).toBeNull();
  expect(due('2024-05-10T08:00').list).toEqual({ period: '2024-05', day: 10 });
  expect(due('2024-05-10T18:00').list).toBeNull();
  expect(due('2024-05-27T09:00').list).toEqual({ period: '2024-05', day: 10 });
  const reminded = { ...nothingYet, listPeriod: '2024-05' };
  expect(due('2024-05-27T09:00', reminded).list).toBeNull();
  expect(due('2024-06-10T09:00', reminded).list).toEqual({ period: '2024-06', day: 10 });
});

it('takes the last day of a month that has no such day', () => {
  const at31 = { listDay: 31, stalledDays: null };
  expect(due('2024-02-28T09:00', nothingYet, at31).list).toBeNull();
  expect(due('2024-02-29T09:00', nothingYet, at31).list).toEqual({ period: '2024-02', day: 29 });
});

it('looks at statuses once a day, and reminds of them once a week', () => {
  expect(due('2024-05-20T08:00').stalledSince).toBe('2024-05-06');
  const checked = { ...nothingYet, stalledChecked: '2024-05-20' };
  expect(due('2024-05-20T09:00', checked).stalledSince).toBeNull();
  expect(due('2024-05-21T09:00', checked).stalledSince).toBe('2024-05-07');
  const sent = { ...checked, stalledSent: '2024-05-20' };
  expect(due('2024-05-26T09:00', sent).stalledSince).toBeNull();
  expect(due('2024-05-27T09:00', sent).stalledSince).toBe('2024-05-13');
});

it('is silent when it is switched off, at any hour', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      (now) => {
        const nothing = { list: null, stalledSince: null };
        expect(dueWatches({ listDay: null, stalledDays: null }, nothingYet, now)).toEqual(nothing);
      },
    ),
  );
});
