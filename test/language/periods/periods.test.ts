import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { understandPeriod } from '../../../src/language/periods.ts';

const TODAY = '2024-05-22';

/** One line per message: text, expected `from..to`, `YYYY-MM` or `-`, and perhaps another today. */
const LINES = readFileSync(new URL('./periods.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

const written = (text: string, today: string): string => {
  const period = understandPeriod(text, today);
  if (period === null) return '-';
  return period.from === period.to ? period.from : `${period.from}..${period.to}`;
};

test('the hand-written lines are understood', () => {
  const wrong = LINES.map(([text = '', expected = '', today = TODAY]) => ({
    text,
    expected,
    got: written(text, today),
  })).filter(({ expected, got }) => expected !== got);
  expect(LINES.length).toBeGreaterThan(900);
  expect(wrong).toEqual([]);
});

describe('the other good reading', () => {
  test.each([
    ['3 bulan terakhir', { from: '2024-02', to: '2024-04' }],
    ['sebulan terakhir', { from: '2024-04', to: '2024-04' }],
    ['tahun ini', { from: '2024-01', to: '2024-12' }],
    ['insentif 2024', { from: '2024-01', to: '2024-12' }],
    ['2022 s/d 2024', { from: '2022-01', to: '2024-12' }],
    ['2023', undefined],
    ['april', undefined],
    ['bulan lalu', undefined],
  ])('of %s', (text, alt) => {
    expect(understandPeriod(text, TODAY)?.alt).toEqual(alt);
  });
});

test('today may be a calendar day', () => {
  expect(understandPeriod('bulan lalu', { year: 2024, month: 1, day: 31 })).toEqual({
    from: '2023-12',
    to: '2023-12',
  });
});

describe('names of months that are names of people', () => {
  test.each(['bu Mei', 'pak Agus sudah?', 'a.n. Juli Hartono', 'saya Mei dari gembor', 'kang Jun'])(
    '%s is no month',
    (text) => {
      expect(understandPeriod(text, TODAY)).toBeNull();
    },
  );
  test.each([
    ['bu, mei sudah cair?', '2024-05'],
    ['bu bulan mei', '2024-05'],
    ['kata bu Mei insentif april', '2024-04'],
    ['pak april 2023', '2023-04'],
  ])('%s has one', (text, month) => {
    expect(understandPeriod(text, TODAY)?.from).toBe(month);
  });
});
