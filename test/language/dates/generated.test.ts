import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { MONTH_NAMES, WEEKDAY_NAMES } from '../../../src/language/calendar-words.ts';
import { understandTimeRange } from '../../../src/language/dates/times.ts';
import { understandDate, understandDateTime } from '../../../src/language/dates.ts';

const ZONE = 'Asia/Jakarta';
const NOW = new Date('2024-05-22T10:00:00+07:00');
const TODAY = DateTime.fromJSDate(NOW, { zone: ZONE });

const ahead = fc.integer({ min: 1, max: 900 }).map((days) => TODAY.plus({ days }));
const clock = fc.record({
  hour: fc.integer({ min: 6, max: 22 }),
  minute: fc.constantFrom(0, 15, 30, 45),
});
const two = (n: number): string => String(n).padStart(2, '0');
const monthName = (day: DateTime): string => MONTH_NAMES[day.month - 1] ?? '';
const weekday = (day: DateTime): string => WEEKDAY_NAMES[day.weekday - 1] ?? '';

const dateForms: readonly ((day: DateTime) => string)[] = [
  (day) => `${weekday(day)}, ${day.day} ${monthName(day)} ${day.year}`,
  (day) => `${day.day} ${monthName(day).slice(0, 3)} ${day.year}`,
  (day) => `${weekday(day).toUpperCase()} ${day.day} ${monthName(day).toUpperCase()} ${day.year}`,
  (day) => `${two(day.day)}/${two(day.month)}/${day.year}`,
  (day) => `${day.day}-${day.month}-${day.year}`,
  (day) => `${day.day}.${day.month}.${day.year}`,
  (day) => `${day.day}/${day.month}/${two(day.year % 100)}`,
  (day) => `${day.year}-${two(day.month)}-${two(day.day)}`,
  (day) => `tgl ${day.day} ${monthName(day).toLowerCase()} ${day.year}`,
  (day) => `${day.day} ${monthName(day)} '${two(day.year % 100)}`,
  (day) => `hari ${weekday(day)} tanggal ${day.day} bulan ${monthName(day)} tahun ${day.year}`,
];
const timeForms: readonly ((time: { hour: number; minute: number }) => string)[] = [
  ({ hour, minute }) => `pukul ${two(hour)}.${two(minute)}`,
  ({ hour, minute }) => `jam ${two(hour)}:${two(minute)} WIB`,
  ({ hour, minute }) => `${two(hour)}.${two(minute)}`,
  ({ hour, minute }) => `pkl. ${two(hour)}.${two(minute)} wib`,
];

describe('dates and times put together by rule', () => {
  test('every way of writing a day is that day', () => {
    fc.assert(
      fc.property(ahead, fc.constantFrom(...dateForms), (day, form) => {
        const { year, month, weekday: number } = day;
        expect(understandDate(form(day), NOW)).toEqual({
          ok: true,
          day: { year, month, day: day.day },
          weekday: number,
          yearAssumed: false,
        });
      }),
      { numRuns: 400 },
    );
  });

  test('with a time it is that moment', () => {
    const forms = fc.tuple(fc.constantFrom(...dateForms), fc.constantFrom(...timeForms));
    fc.assert(
      fc.property(ahead, clock, forms, (day, time, [dateForm, timeForm]) => {
        const reading = understandDateTime(`${dateForm(day)} ${timeForm(time)}`, NOW);
        const expected = day.set({ ...time, second: 0, millisecond: 0 }).toJSDate();
        expect(reading.ok && reading.at).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  test('a weekday that disagrees is never mended', () => {
    const other = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(ahead, other, (day, shift) => {
        const wrong = WEEKDAY_NAMES[(day.weekday - 1 + shift) % 7] ?? '';
        const text = `${wrong}, ${day.day} ${monthName(day)} ${day.year}`;
        expect(understandDate(text, NOW)).toMatchObject({
          ok: false,
          reason: 'weekday_mismatch',
          actualWeekday: day.weekday,
        });
      }),
      { numRuns: 200 },
    );
  });

  test('without a year it is the next such day', () => {
    const soon = fc.integer({ min: 0, max: 365 }).map((days) => TODAY.plus({ days }));
    fc.assert(
      fc.property(soon, (day) => {
        const reading = understandDate(`${day.day} ${monthName(day)}`, NOW);
        expect(reading).toMatchObject({ ok: true, yearAssumed: true });
        if (!reading.ok) return;
        const found = DateTime.fromObject(reading.day, { zone: ZONE });
        expect(found >= TODAY.startOf('day')).toBe(true);
        expect([found.day, found.month]).toEqual([day.day, day.month]);
        expect(found.diff(TODAY, 'days').days).toBeLessThan(366);
      }),
      { numRuns: 200 },
    );
  });

  test('ranges of times', () => {
    const joints = fc.constantFrom('-', ' - ', ' s/d ', ' sampai ', ' s.d. ', ' hingga ', '–');
    fc.assert(
      fc.property(clock, clock, joints, (a, b, joint) => {
        const [start, end] = [a, b].sort((x, y) => x.hour - y.hour || x.minute - y.minute);
        fc.pre(a.hour !== b.hour || a.minute !== b.minute);
        const shown = [start, end].map((t) => `${two(t?.hour ?? 0)}.${two(t?.minute ?? 0)}`);
        expect(understandTimeRange(`Pukul ${shown.join(joint)} WIB`)).toMatchObject({
          ok: true,
          start,
          end,
          assumed: false,
          zone: ZONE,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('laws', () => {
  const words = fc.constantFrom(
    ...'senin rabu minggu depan ini besok lusa 22 31 8 12 2024 24 mei juni / - . : , jam pukul pagi malam siang sampai selesai tgl hari lagi setengah kurang lewat isya bada wib wita 08.00 12.30 dan'.split(
      ' ',
    ),
  );
  const salad = fc.array(words, { maxLength: 10 }).map((all) => all.join(' '));
  const texts = fc.oneof(salad, fc.string({ unit: 'binary' }), fc.string());

  test('nothing throws; what is understood lies ahead, ends after it begins, and fits its day', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = understandDateTime(text, NOW);
        understandDate(text, NOW);
        understandTimeRange(text);
        if (!reading.ok) return;
        expect(reading.at.getTime()).toBeGreaterThanOrEqual(NOW.getTime());
        if (reading.endsAt !== null) expect(reading.endsAt > reading.at).toBe(true);
        const local = DateTime.fromJSDate(reading.at, { zone: reading.zone });
        expect([local.year, local.month, local.day]).toEqual([
          reading.day.year,
          reading.day.month,
          reading.day.day,
        ]);
        expect([local.hour, local.minute]).toEqual([reading.time.hour, reading.time.minute]);
      }),
      { numRuns: 4_000 },
    );
  });

  test('a long message costs little', () => {
    expect(understandDateTime('besok jam 8 - '.repeat(20_000), NOW).ok).toBeDefined();
  });
});
