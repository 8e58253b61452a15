import fc from 'fast-check';
import { DateTime } from 'luxon';
import { beforeAll, describe, expect, it } from 'vitest';
import { expiresAt, isQuietHour } from '../../src/features/broadcast/hours.ts';
import {
  isTooLate,
  nextMonthly,
  nextOf,
  readSchedule,
} from '../../src/features/broadcast-schedule/rules.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const wib = (local: string) => new Date(`${local}:00+07:00`);
/** A Friday. */
const now = wib('2024-05-17T09:00');

describe('a time in people’s words', () => {
  it.each([
    ['besok jam 8 pagi', '2024-05-18T08:00', null],
    ['Senin 20 Mei 07.30', '2024-05-20T07:30', null],
    ['2 jam lagi', '2024-05-17T11:00', null],
    ['setiap tanggal 5 jam 8', '2024-06-05T08:00', 5],
    ['tiap tgl 17 pukul 10.15', '2024-05-17T10:15', 17],
    ['Setiap bulan tanggal 31 jam 8 pagi', '2024-05-31T08:00', 31],
  ])('%s', (text, at, repeatDay) => {
    expect(readSchedule(text, now)).toEqual({ ok: true, schedule: { at: wib(at), repeatDay } });
  });

  it.each([
    ['besok', 'no_time'],
    ['setiap tanggal 5', 'no_time'],
    ['Selasa 20 Mei 07.30', 'weekday_mismatch'],
    ['hari ini jam 8 pagi', 'past'],
    ['sekarang', 'past'],
    ['setiap tanggal 45 jam 8', 'unclear'],
    ['nanti kalau sempat', 'unclear'],
  ])('refuses %s', (text, reason) => {
    expect(readSchedule(text, now)).toEqual({ ok: false, reason });
  });
});

describe('every month', () => {
  it('takes the last day of a shorter month, and comes back to its own', () => {
    const time = { hour: 8, minute: 0 };
    expect(nextMonthly(wib('2024-01-31T08:00'), 31, time)).toEqual(wib('2024-02-29T08:00'));
    expect(nextMonthly(wib('2024-02-29T08:00'), 31, time)).toEqual(wib('2024-03-31T08:00'));
    expect(nextMonthly(wib('2023-01-31T08:00'), 30, time)).toEqual(wib('2023-02-28T08:00'));
  });

  it('is later, within a month and a day, on its day and at its hour', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: wib('2024-01-01T00:00'),
          max: wib('2034-01-01T00:00'),
          noInvalidDate: true,
        }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 0, max: 23 }),
        (after, day, hour) => {
          const at = nextMonthly(after, day, { hour, minute: 30 });
          const local = DateTime.fromJSDate(at);
          expect(at > after).toBe(true);
          expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(32 * 86_400_000);
          expect([local.hour, local.minute]).toEqual([hour, 30]);
          expect(local.day).toBe(Math.min(day, local.daysInMonth ?? 0));
          expect(nextOf({ at, repeatDay: day }, at)?.getTime()).toBeGreaterThan(at.getTime());
        },
      ),
    );
  });

  it('does not come round when it was for once', () => {
    expect(nextOf({ at: now, repeatDay: null }, now)).toBeNull();
  });
});

describe('the hour', () => {
  it.each([
    ['19:59', false],
    ['20:00', true],
    ['05:59', true],
    ['06:00', false],
  ])('%s is quiet: %s', (time, quiet) => {
    expect(isQuietHour(wib(`2024-05-17T${time}`))).toBe(quiet);
  });

  it('is caught up within an hour, but not into the night', () => {
    expect(isTooLate(wib('2024-05-17T08:00'), wib('2024-05-17T09:00'))).toBe(false);
    expect(isTooLate(wib('2024-05-17T08:00'), wib('2024-05-17T09:01'))).toBe(true);
    expect(isTooLate(wib('2024-05-17T19:50'), wib('2024-05-17T20:05'))).toBe(true);
    expect(isTooLate(wib('2024-05-17T21:00'), wib('2024-05-17T21:05'))).toBe(false);
  });

  it('after which it is not worth receiving follows from when it was sent', () => {
    expect(expiresAt(null, now)).toBeNull();
    expect(expiresAt('two-hours', now)).toEqual(wib('2024-05-17T11:00'));
    expect(expiresAt('tonight', now)).toEqual(wib('2024-05-17T20:00'));
    expect(expiresAt('tonight', wib('2024-05-17T21:00'))?.getTime()).toBe(
      wib('2024-05-18T00:00').getTime() - 1,
    );
    expect(expiresAt('tomorrow', now)).toEqual(wib('2024-05-18T20:00'));
  });
});
