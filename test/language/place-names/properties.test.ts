import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPlaceFinder } from '../../../src/language/place-names/finder.ts';
import { numeralValue, placeDisplayName } from '../../../src/language/place-names/spelling.ts';
import { wordLikeness } from '../../../src/language/place-names/word-match.ts';
import { areasOf } from './areas.ts';

const areas = await areasOf('36.71');
const finder = createPlaceFinder(areas);
const official = fc.constantFrom(...areas.kelurahan);

const spelling = fc.record({
  letters: fc.constantFrom(
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.toLowerCase(),
  ),
  gap: fc.constantFrom(' ', '  ', '', '-', '.', '\t', ' . '),
  around: fc.constantFrom('*', ' * ', 'Kel. *', 'kelurahan *!', '*🙏', '"*"', 'desa *,', '_*_'),
});

describe('the place finder', () => {
  test('finds every official name first, however it is spaced, cased and wrapped', () => {
    fc.assert(
      fc.property(official, spelling, ({ name }, { letters, gap, around }) => {
        const written = letters(name).replaceAll(' ', () => gap);
        const { verdict, matches } = finder.findKelurahan(around.replace('*', () => written));
        expect(matches[0]?.name).toBe(name);
        expect(['exact', 'clear']).toContain(verdict);
      }),
      { numRuns: 300 },
    );
  });

  test('finds every official name beside its kecamatan', () => {
    const kecamatan = new Map(areas.kecamatan.map(({ code, name }) => [code, name]));
    for (const { name, code, kecamatanCode } of areas.kelurahan) {
      const { matches } = finder.findKelurahan(`kel ${name} kec ${kecamatan.get(kecamatanCode)}`);
      expect(matches[0]?.code).toBe(code);
    }
  });

  test('never throws and keeps its promises on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const { verdict, matches } = finder.findKelurahan(text);
        if (verdict !== 'none') expect(matches.length).toBeGreaterThan(0);
        for (const { score } of matches) expect(score >= 0 && score <= 1).toBe(true);
        expect(new Set(matches.map(({ code }) => code)).size).toBe(matches.length);
        finder.findKecamatan(text);
      }),
      { numRuns: 200 },
    );
  });

  test('survives a pasted essay', () => {
    const essay = `${'lorem ipsum karang tengah sudimara '.repeat(3_000)}gembor`;
    expect(finder.findKelurahan(essay).matches.length).toBeGreaterThan(0);
  });
});

describe('likeness of words', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);

  test('lies between 0 and 1, and is 1 only for the same word', () => {
    fc.assert(
      fc.property(word, word, (typed, name) => {
        const likeness = wordLikeness(typed, name);
        expect(likeness >= 0 && likeness <= 1).toBe(true);
        expect(likeness === 1).toBe(typed === name);
      }),
    );
  });

  test.each([
    ['krng', 'karang', 0.8],
    ['tjiledoeg', 'ciledug', 0.95],
    ['plwad', 'plawad', 0.85],
    ['inda', 'indah', 0.95],
  ])('%s is close to %s', (typed, name, least) => {
    expect(wordLikeness(typed, name)).toBeGreaterThanOrEqual(least);
  });

  test.each([
    ['poris', 'periuk'],
    ['sari', 'karawaci'],
    ['siti', 'petir'],
  ])('%s is not taken for %s', (typed, name) => {
    expect(wordLikeness(typed, name)).toBeLessThan(0.74);
  });
});

describe('official names', () => {
  test.each([
    ['Lidah kulon', 'Lidah Kulon'],
    ['PORIS GAGA BARU', 'Poris Gaga Baru'],
    ['ALue', 'Alue'],
    ['Batu Jong - Jong', 'Batu Jong-Jong'],
    ['Aek Nauli III', 'Aek Nauli III'],
    ['PAAL IV', 'Paal IV'],
    ['Alun-alun Contong', 'Alun-alun Contong'],
    ['Dr. Soetomo', 'Dr. Soetomo'],
    ['Air Sialang Hilir.', 'Air Sialang Hilir'],
  ])('%s is shown as %s', (name, shown) => {
    expect(placeDisplayName(name)).toBe(shown);
  });

  test.each([
    ['iv', 4],
    ['IX'.toLowerCase(), 9],
    ['xvi', 16],
    ['dua', 2],
    ['12', 12],
    ['vv', null],
    ['mix', null],
    ['', null],
  ])('the numeral %j is %j', (word, value) => {
    expect(numeralValue(word)).toBe(value);
  });
});
