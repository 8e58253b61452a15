/**
 * Measures the place finder. The hand-written lines steered its building; the generated ones of
 * other cities and other seeds did not, so they are the honest figure.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createPlaceFinder } from '../../../src/language/place-names/finder.ts';
import type { RegencyAreas } from '../../../src/language/place-names/gazetteer.ts';
import { placeDisplayName } from '../../../src/language/place-names/spelling.ts';
import { areasOf } from './areas.ts';
import { carelessMessage, createDice } from './noise.ts';

const LINES = readFileSync(new URL('./kelurahan-tangerang.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [text = '', expected = ''] = line.split('\t');
    return { text, expected: expected.split('|') };
  });

describe('hand-written lines of Kota Tangerang', async () => {
  const finder = createPlaceFinder(await areasOf('36.71'));
  const answers = LINES.map((line) => ({ ...line, ...finder.findKelurahan(line.text) }));

  test('one kelurahan meant: it comes first', () => {
    const wrong = answers.filter(
      ({ expected, matches }) => expected.length === 1 && matches[0]?.name !== expected[0],
    );
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('several meant: all of them are offered at the top', () => {
    const wrong = answers.filter(({ expected, matches }) => {
      const top = matches.slice(0, Math.max(5, expected.length)).map(({ name }) => name);
      return !expected.every((name) => top.includes(name));
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('a firm verdict is never wrong', () => {
    const wrong = answers.filter(({ expected, verdict, matches }) => {
      const firm = verdict === 'exact' || verdict === 'clear';
      return firm && !expected.includes(matches[0]?.name ?? '');
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});

interface Measured {
  readonly lines: number;
  readonly first: number;
  readonly offered: number;
  readonly firm: number;
  readonly wronglyFirm: readonly string[];
}

function measure(areas: RegencyAreas, seed: number, rounds: number): Measured {
  const finder = createPlaceFinder(areas);
  const dice = createDice(seed);
  const kecamatan = new Map(areas.kecamatan.map(({ code, name }) => [code, name]));
  const counts = { lines: 0, first: 0, offered: 0, firm: 0 };
  const wronglyFirm: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const area of areas.kelurahan) {
      const text = carelessMessage(area.name, kecamatan.get(area.kecamatanCode) ?? '', dice);
      const { verdict, matches } = finder.findKelurahan(text);
      const right = matches[0]?.name === placeDisplayName(area.name);
      const firm = verdict === 'exact' || verdict === 'clear';
      counts.lines += 1;
      counts.first += right ? 1 : 0;
      counts.offered += matches.slice(0, 5).some(({ code }) => code === area.code) ? 1 : 0;
      counts.firm += firm ? 1 : 0;
      if (firm && !right) wronglyFirm.push(`${text} → ${matches[0]?.name}`);
    }
  }
  return { ...counts, wronglyFirm };
}

describe('generated lines, what is meant being known', () => {
  test.each([
    ['36.71', 'Kota Tangerang', 6],
    ['31.74', 'Jakarta Selatan', 2],
    ['32.73', 'Bandung', 1],
    ['35.78', 'Surabaya', 1],
    ['33.74', 'Semarang', 1],
    ['71.71', 'Manado', 1],
    ['11.71', 'Banda Aceh', 1],
  ])('%s %s, %i times: 97 of 100 first, 99 offered', async (regency, _, rounds) => {
    const { lines, first, offered, firm, wronglyFirm } = measure(
      await areasOf(regency),
      20_240_522,
      rounds,
    );
    expect(lines).toBeGreaterThan(80);
    expect(first / lines).toBeGreaterThanOrEqual(0.97);
    expect(offered / lines).toBeGreaterThanOrEqual(0.99);
    expect(firm / lines).toBeGreaterThan(0.9);
    expect(wronglyFirm.length).toBeLessThanOrEqual(lines * 0.003);
  });
});
