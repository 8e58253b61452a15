import { readFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { type DateTimeReading, understandDateTime } from '../../../src/language/dates.ts';

/** Wednesday, 10 in the morning. */
const NOW = new Date('2024-05-22T10:00:00+07:00');

/** Text and `day'T'start[/end|/open]` in WIB, or the reason of the refusal. */
const LINES = readFileSync(new URL('./moments.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

const inJakarta = (instant: Date): DateTime =>
  DateTime.fromJSDate(instant, { zone: 'Asia/Jakarta' });

function written(reading: DateTimeReading): string {
  if (!reading.ok) return reading.reason;
  const start = inJakarta(reading.at);
  const end = reading.endsAt === null ? null : inJakarta(reading.endsAt);
  const until = end?.hasSame(start, 'day') === false ? '24:00' : end?.toFormat('HH:mm');
  const range = reading.openEnd ? '/open' : until === undefined ? '' : `/${until}`;
  return start.toFormat("yyyy-MM-dd'T'HH:mm") + range;
}

test('the hand-written lines are understood', () => {
  const wrong = LINES.map(([text = '', expected = '']) => ({
    text,
    expected,
    got: written(understandDateTime(text, NOW)),
  })).filter(({ expected, got }) => expected !== got);
  expect(LINES.length).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

describe('what is not certain is said', () => {
  const read = (text: string): DateTimeReading => understandDateTime(text, NOW);

  test('a year that was not written', () => {
    expect(read('1 Januari jam 9')).toMatchObject({ yearAssumed: true });
    expect(read('1 Januari 2025 jam 9')).toMatchObject({ yearAssumed: false });
  });

  test('an hour taken for the afternoon, a prayer time', () => {
    expect(read('besok jam 2')).toMatchObject({ ok: true, uncertainTime: true });
    expect(read("besok ba'da isya")).toMatchObject({ ok: true, uncertainTime: true });
    expect(read('besok jam 2 siang')).toMatchObject({ ok: true, uncertainTime: false });
  });

  test('a weekday that disagrees comes with both', () => {
    expect(read('Kamis, 22 Mei 2024')).toEqual({
      ok: false,
      reason: 'weekday_mismatch',
      day: { year: 2024, month: 5, day: 22 },
      writtenWeekday: 4,
      actualWeekday: 3,
    });
  });

  test('"Jumat depan" comes with the days it may be', () => {
    expect(read('Jumat depan jam 9')).toEqual({
      ok: false,
      reason: 'ambiguous_date',
      days: [
        { year: 2024, month: 5, day: 24 },
        { year: 2024, month: 5, day: 31 },
      ],
    });
  });

  test('a day without a time comes with the day', () => {
    expect(read('lusa')).toEqual({
      ok: false,
      reason: 'no_time',
      day: { year: 2024, month: 5, day: 24 },
    });
  });
});

test('another zone: its own today, its own clock', () => {
  const lateInJakarta = new Date('2024-05-22T23:30:00+07:00');
  const there = understandDateTime('besok jam 8', lateInJakarta, 'Asia/Jayapura');
  expect(there).toMatchObject({ ok: true, day: { year: 2024, month: 5, day: 24 } });
  expect(there.ok && there.at.toISOString()).toBe('2024-05-23T23:00:00.000Z');
});
