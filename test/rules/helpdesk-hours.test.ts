import { beforeAll, describe, expect, it } from 'vitest';
import { readHolidays } from '../../src/features/helpdesk/holidays.ts';
import {
  isServiceDay,
  readHours,
  serviceAt,
  usualHours,
} from '../../src/features/helpdesk/hours.ts';
import { useZone } from '../../src/text/format.ts';

beforeAll(() => useZone('Asia/Jakarta'));

const wib = (at: string) => new Date(`${at}:00+07:00`);

describe('hours', () => {
  it.each([
    ['2024-05-20T08:00', null],
    ['2024-05-20T15:59', null],
    ['2024-05-20T16:00', '2024-05-21T08:00'],
    ['2024-05-20T05:00', '2024-05-20T08:00'],
    ['2024-05-24T17:00', '2024-05-27T08:00'],
    ['2024-05-26T12:00', '2024-05-27T08:00'],
  ])('at %s the office opens at %s', (now, opens) => {
    expect(serviceAt({ hours: usualHours, holidays: [] }, wib(now))).toEqual(
      opens === null ? { isOpen: true } : { isOpen: false, opensAt: wib(opens) },
    );
  });

  it('one day a week opens again in a week', () => {
    const hours = [{ weekday: 1, from: 480, to: 540 }];
    expect(serviceAt({ hours, holidays: [] }, wib('2024-05-20T10:00'))).toEqual({
      isOpen: false,
      opensAt: wib('2024-05-27T08:00'),
    });
  });

  it.each([
    ['Senin-Jumat 08.00-16.00', '1:480-960 2:480-960 3:480-960 4:480-960 5:480-960'],
    [
      "senin s.d. kamis jam 8 - 15.30, Jum'at 08:00–11:00 WIB",
      '1:480-930 2:480-930 3:480-930 4:480-930 5:480-660',
    ],
    ['Sabtu-Senin 9-12', '1:540-720 6:540-720 7:540-720'],
    ['setiap hari 00.00-24.00', [1, 2, 3, 4, 5, 6, 7].map((day) => `${day}:0-1440`).join(' ')],
    ['Rabu 08.00-12.00 dan Rabu 13.00-16.00', '3:480-720 3:780-960'],
  ])('reads %j', (typed, spans) => {
    const reading = readHours(typed);
    expect(
      reading.ok && reading.hours.map(({ weekday, from, to }) => `${weekday}:${from}-${to}`),
    ).toEqual(spans.split(' '));
  });

  it.each([
    ['', 'unreadable'],
    ['kapan-kapan', 'unreadable'],
    ['Senin 25.00-26.00', 'unreadable'],
    ['Senin 08.00', 'unreadable'],
    ['Senin 16.00-08.00', 'ends_first'],
  ])('refuses %j', (typed, reason) => {
    expect(readHours(typed)).toEqual({ ok: false, reason });
  });
});

describe('holidays', () => {
  const holidays = ['2024-05-23', '2024-05-24', '2024-05-27'];
  it.each([
    ['2024-05-22T10:00', null],
    ['2024-05-22T17:00', '2024-05-28T08:00'],
    ['2024-05-23T10:00', '2024-05-28T08:00'],
    ['2024-05-27T08:00', '2024-05-28T08:00'],
  ])('at %s the office opens at %s', (now, opens) => {
    expect(serviceAt({ hours: usualHours, holidays }, wib(now))).toEqual(
      opens === null ? { isOpen: true } : { isOpen: false, opensAt: wib(opens) },
    );
  });

  it('with one day a week, and every one of a month off, opens the month after', () => {
    const hours = [{ weekday: 1, from: 480, to: 540 }];
    const mondays = ['2024-05-20', '2024-05-27', '2024-06-03', '2024-06-10'];
    expect(serviceAt({ hours, holidays: mondays }, wib('2024-05-20T08:30'))).toEqual({
      isOpen: false,
      opensAt: wib('2024-06-17T08:00'),
    });
  });

  it('are no days of service', () => {
    const times = { hours: usualHours, holidays };
    expect(isServiceDay(times, wib('2024-05-22T00:00'))).toBe(true);
    expect(isServiceDay(times, wib('2024-05-23T08:00'))).toBe(false);
    expect(isServiceDay(times, wib('2024-05-25T08:00'))).toBe(false);
  });

  const christmas = ['2024-12-25', '2024-12-26'];
  it.each([
    ['25 Desember 2024', ['2024-12-25']],
    ['hari Rabu, 25 Desember', ['2024-12-25']],
    ['25/12/2024', ['2024-12-25']],
    ['25-12-2024', ['2024-12-25']],
    ['25-26 Desember', christmas],
    ['25 dan 26 Desember 2024', christmas],
    ['26 Desember, 25 Desember', christmas],
    ['25-12-2024 dan 26-12-2024', christmas],
    ['31 Des 2024 s.d. 2 Jan 2025', ['2024-12-31', '2025-01-01', '2025-01-02']],
    ['25 Desember dan 1 Januari', ['2024-12-25', '2025-01-01']],
    ['besok', ['2024-05-21']],
  ])('reads %j', (typed, days) => {
    expect(readHolidays(typed, wib('2024-05-20T10:00'), 'Asia/Jakarta')).toEqual({
      ok: true,
      days,
    });
  });

  it.each([
    ['', 'no_date'],
    ['lebaran', 'no_date'],
    ['31 Juni', 'impossible_date'],
    ['Kamis, 25 Desember 2024', 'weekday_mismatch'],
    ['Jumat depan', 'ambiguous_date'],
    ['19 Mei 2024', 'past'],
    ['19-21 Mei 2024', 'past'],
    ['26 Desember 2024 sampai 25 Desember 2024', 'ends_first'],
    ['1 Juni sampai 30 September 2024', 'too_long'],
  ])('refuses %j', (typed, reason) => {
    expect(readHolidays(typed, wib('2024-05-20T10:00'), 'Asia/Jakarta')).toEqual({
      ok: false,
      reason,
    });
  });
});
