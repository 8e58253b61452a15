/** Phrases put together by rule, so that what they mean is known; and laws that hold for all. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understandPeriod } from '../../../src/language/periods.ts';

const MONTHS: readonly (readonly [string, ...string[]])[] = [
  ['januari', 'jan', 'januri'],
  ['februari', 'feb', 'pebruari', 'peb', 'febuari'],
  ['maret', 'mar', 'mrt', 'maretnya'],
  ['april', 'apr', 'aprl'],
  ['mei', 'may'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['agustus', 'ags', 'agt', 'agutus'],
  ['september', 'sept', 'sep', 'septembr'],
  ['oktober', 'okt', 'oct'],
  ['november', 'nov', 'nopember', 'nop'],
  ['desember', 'des', 'dec', 'desmber'],
];

const month = fc.integer({ min: 1, max: 12 });
const year = fc.integer({ min: 2015, max: 2029 });
const today = fc
  .record({
    year: fc.integer({ min: 2020, max: 2030 }),
    month,
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year: y, month: m, day }) => ({ year: y, month: m, day }));
const nameOf = (m: number): fc.Arbitrary<string> => fc.constantFrom(...(MONTHS[m - 1] ?? ['']));
const around = fc.constantFrom(
  '*',
  'insentif *',
  'bu insentif bulan * sudah cair?',
  'Assalamualaikum, mau tanya honor * kapan ditransfer ya pak 🙏',
  'cek *',
  '* belum masuk ke rekening saya',
  'INSENTIP PSM *, BLM TURUN',
);

const index = (y: number, m: number): number => y * 12 + m - 1;
const shown = (at: number): string =>
  `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
const put = (frame: string, phrase: string): string => frame.replace('*', () => phrase);

const cased = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.toLowerCase(),
);

describe('phrases put together by rule', () => {
  const yearForm = fc.constantFrom(
    (y: number) => ` ${y}`,
    (y: number) => ` thn ${y}`,
    (y: number) => ` tahun ${y}`,
    (y: number) => ` '${y % 100}`,
    (y: number) => `-${y}`,
  );

  test('a month with its year', () => {
    fc.assert(
      fc.property(
        month.chain((m) => fc.tuple(fc.constant(m), nameOf(m))),
        year,
        yearForm,
        around,
        cased,
        today,
        ([m, name], y, form, frame, letters, now) => {
          const text = letters(put(frame, name + form(y)));
          const expected = shown(index(y, m));
          expect(understandPeriod(text, now)).toEqual({ from: expected, to: expected });
        },
      ),
      { numRuns: 600 },
    );
  });

  test('a month without a year is the latest that has begun', () => {
    fc.assert(
      fc.property(
        month.chain((m) => fc.tuple(fc.constant(m), nameOf(m))),
        around,
        today,
        ([m, name], frame, now) => {
          const y = m <= now.month ? now.year : now.year - 1;
          expect(understandPeriod(put(frame, name), now)?.from).toBe(shown(index(y, m)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('figures', () => {
    const forms = fc.constantFrom(
      (y: number, m: number) => `${m}/${y}`,
      (y: number, m: number) => `${String(m).padStart(2, '0')}-${y}`,
      (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}`,
      (y: number, m: number) => `bulan ${m} tahun ${y}`,
      (y: number, m: number) => `bln ${m} ${y}`,
      (y: number, m: number) => `bulan ke-${m} ${y}`,
    );
    fc.assert(
      fc.property(month, year, forms, today, (m, y, form, now) => {
        const expected = shown(index(y, m));
        expect(understandPeriod(form(y, m), now)).toEqual({ from: expected, to: expected });
      }),
      { numRuns: 300 },
    );
  });

  test('the last N months include this one, the other reading does not', () => {
    const words = fc.constantFrom('bulan terakhir', 'bln trakhir', 'bulan belakangan ini');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), words, around, today, (n, word, frame, now) => {
        const at = index(now.year, now.month);
        const text = put(frame.replace('bulan *', '*'), `${n} ${word}`);
        expect(understandPeriod(text, now)).toEqual({
          from: shown(at - n + 1),
          to: shown(at),
          alt: { from: shown(at - n), to: shown(at - 1) },
        });
      }),
      { numRuns: 200 },
    );
  });

  test('ranges of months of one year', () => {
    const joints = fc.constantFrom('-', ' - ', ' s/d ', ' sampai ', ' sd ', ' hingga ', ' s.d. ');
    fc.assert(
      fc.property(month, month, year, joints, around, today, (a, b, y, joint, frame, now) => {
        fc.pre(a !== b);
        const [first, last] = a < b ? [a, b] : [b, a];
        const text = put(frame, `${MONTHS[first - 1]?.[0]}${joint}${MONTHS[last - 1]?.[0]} ${y}`);
        expect(understandPeriod(text, now)).toEqual({
          from: shown(index(y, first)),
          to: shown(index(y, last)),
        });
      }),
      { numRuns: 300 },
    );
  });

  test('parts of a year', () => {
    const parts = fc.constantFrom(
      ['triwulan', 3],
      ['TW', 3],
      ['kuartal', 3],
      ['Q', 3],
      ['semester', 6],
      ['smt', 6],
      ['caturwulan', 4],
    ) as fc.Arbitrary<readonly [string, number]>;
    fc.assert(
      fc.property(parts, fc.nat({ max: 3 }), year, today, ([name, length], nth, y, now) => {
        fc.pre((nth + 1) * length <= 12);
        const from = index(y, nth * length + 1);
        const expected = { from: shown(from), to: shown(from + length - 1) };
        expect(understandPeriod(`insentif ${name} ${nth + 1} ${y}`, now)).toEqual(expected);
        expect(understandPeriod(`insentif ${name} ${nth + 1}`, { ...now, year: y })).toEqual(
          expected,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('months that do not follow each other, and either/or, are no period', () => {
    fc.assert(
      fc.property(
        month,
        month,
        year,
        fc.constantFrom(' dan ', ' atau ', ', '),
        (a, b, y, joint) => {
          fc.pre(Math.abs(a - b) > 1 && Math.abs(a - b) < 11);
          const text = `${MONTHS[a - 1]?.[0]} ${y}${joint}${MONTHS[b - 1]?.[0]} ${y}`;
          expect(understandPeriod(text, '2024-05-22')).toBeNull();
        },
      ),
      { numRuns: 150 },
    );
  });

  test('amounts, telephone numbers and days are no period', () => {
    const noise = fc.oneof(
      fc.integer({ min: 50, max: 9_999 }).map((n) => `Rp${n}.000`),
      fc.integer({ min: 1, max: 999 }).map((n) => `${n}rb`),
      fc.integer({ min: 10_000_000, max: 99_999_999 }).map((n) => `0812${n}`),
      fc
        .tuple(fc.integer({ min: 1, max: 31 }), month)
        .map(([d, m]) => `tgl ${d} ${MONTHS[m - 1]?.[0]}`),
      fc.tuple(fc.integer({ min: 10, max: 28 }), month, year).map(([d, m, y]) => `${d}/${m}/${y}`),
      fc.integer({ min: 0, max: 23 }).map((h) => `jam ${h}.30`),
      fc.integer({ min: 1, max: 31 }).map((d) => `tanggal ${d}`),
    );
    fc.assert(
      fc.property(noise, (text) => {
        expect(understandPeriod(`insentif ${text} ya bu`, '2024-05-22')).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

describe('laws', () => {
  const vocabulary = fc.constantFrom(
    ...'bulan bln tahun thn lalu kemarin ini depan terakhir 3 2 12 2023 2024 jan feb maret mei des - / , sampai dan atau dari sejak tw semester 1 I awal akhir tgl 5 bukan eh pertama ke 24 05/2024 sekarang lebaran bu sebulan setahun'.split(
      ' ',
    ),
  );
  const salad = fc.array(vocabulary, { maxLength: 9 }).map((words) => words.join(' '));

  test('any text gives null or whole months in order, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(salad, fc.string({ unit: 'binary' }), fc.string()),
        today,
        (text, now) => {
          const period = understandPeriod(text, now);
          if (period === null) return;
          for (const { from, to } of [period, period.alt ?? period]) {
            expect(from).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
            expect(to).toMatch(/^\d{4}-(?:0[1-9]|1[0-2])$/);
            expect(from <= to).toBe(true);
          }
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test('letter case and spaces around do not matter', () => {
    fc.assert(
      fc.property(salad, (text) => {
        const plain = understandPeriod(text, '2024-05-22');
        expect(understandPeriod(`  ${text.toUpperCase()}  `, '2024-05-22')).toEqual(plain);
      }),
      { numRuns: 1_000 },
    );
  });

  test('a long message costs little', () => {
    expect(understandPeriod('jan - '.repeat(50_000), '2024-05-22')).toBeDefined();
  });
});
