import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameSearch } from '../../../src/language/name-search.ts';

describe('looking up a name by the beginnings of its words', () => {
  it.each([
    ['sit', 'Hj. Siti Aminah, S.Sos.'],
    ['am sit', 'Hj. Siti Aminah, S.Sos.'],
    ['Bu Aminah', 'Hj. Siti Aminah, S.Sos.'],
    ['moch', 'Muhammad Yusuf'],
    ['moha', 'Mohamad Yusuf'],
    ['yus', 'M. Yusuf'],
    ['nurai', "Nur'aini"],
  ])('"%s" finds %s', (typed, name) => {
    expect(nameSearch(typed)(name)).toBe(true);
  });

  it.each([
    ['minah', 'Siti Aminah'],
    ['siti siti', 'Siti Aminah'],
    ['siti bud', 'Siti Aminah'],
    ['…', 'Siti Aminah'],
    ['', 'Siti Aminah'],
  ])('"%s" does not find %s', (typed, name) => {
    expect(nameSearch(typed)(name)).toBe(false);
  });

  it('any name is found by three letters of any of its words', () => {
    const word = fc.stringMatching(/^[bdgklmnprst][aiu][bdgklmnprst][aiu][bdgklmnprst]$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.nat(), (words, pick) => {
        const begun = words[pick % words.length]?.slice(0, 3) ?? '';
        expect(nameSearch(begun)(words.join(' '))).toBe(true);
      }),
    );
  });
});
