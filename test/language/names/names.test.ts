import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayName, nameKey, sameName } from '../../../src/language/names.ts';

describe('a name as it is shown', () => {
  test.each([
    ['HJ. SITI AMINAH, S.SOS', 'Hj. Siti Aminah, S.Sos.'],
    ['hj siti aminah s.sos', 'Hj. Siti Aminah, S.Sos.'],
    ['siti   aminah', 'Siti Aminah'],
    ['Drs. H. Moch. Yusuf, M.Si', 'Drs. H. Moch. Yusuf, M.Si.'],
    ['SRI WAHYUNI SE', 'Sri Wahyuni, S.E.'],
    ['NINING KARTININGSIH , S.Pd.I', 'Nining Kartiningsih, S.Pd.I.'],
    ['Rr. Dewi Sartika, S.Pd, M.Pd', 'Rr. Dewi Sartika, S.Pd., M.Pd.'],
    ['h.abdul rohman', 'H. Abdul Rohman'],
    ['Hj.Nurhayati', 'Hj. Nurhayati'],
    ['dr. RINA WATI', 'dr. Rina Wati'],
    ['DR. RINA WATI', 'Dr. Rina Wati'],
    ['ibu neneng', 'Ibu Neneng'],
    ["NUR'AINI", "Nur'aini"],
    ['MUHAMMAD ALI BIN ABU', 'Muhammad Ali bin Abu'],
    ['agus-salim', 'Agus-Salim'],
    ['S. Maryani', 'S. Maryani'],
    ['ENDANG S', 'Endang S'],
    ['McDonald Situmorang', 'McDonald Situmorang'],
    ['Hj', 'Hj'],
    ['', ''],
  ])('%j → %j', (raw, shown) => {
    expect(displayName(raw)).toBe(shown);
  });
});

describe('the key of a name', () => {
  test.each([
    ['HJ. SITI AMINAH, S.SOS', 'siti aminah'],
    ['Sti. Aminah', 'siti aminah'],
    ['Moh. Yusuf', 'muhamad yusuf'],
    ['Mochammad  Yusuf, S.Pd.I', 'muhamad yusuf'],
    ["Nur'aini", 'nuraini'],
    ['Soedjono', 'sujono'],
    ['Aisyah binti Ahmad', 'aisyah ahmad'],
    ['Ny. Suryani', 'suryani'],
    ['🙏', ''],
  ])('%j → %j', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('whether two names may be one person', () => {
  test.each([
    ['Hj. Siti Aminah', 'SITI AMINAH, S.Sos', 'same'],
    ['Nurhayati', 'Nur Hayati', 'same'],
    ['Dede Supriatna', 'Supriatna Dede', 'same'],
    ['Soeharto', 'Suharto', 'same'],
    ['M. Yusuf', 'Muhammad Yusuf', 'similar'],
    ['Aminah', 'Siti Aminah', 'similar'],
    ['Yuliana', 'Yuliani', 'similar'],
    ['Neneng Hasanah', 'Neneng Khasanah', 'similar'],
    ['Rochmah', 'Rohmah', 'similar'],
    ['Siti Aminah', 'Siti Maryam', 'different'],
    ['Budi', 'Rudi', 'different'],
    ['Iis', 'Lis', 'different'],
    ['', 'Siti', 'different'],
    ['🙏', '🙏', 'different'],
  ])('%j and %j: %s', (a, b, verdict) => {
    expect(sameName(a, b)).toBe(verdict);
    expect(sameName(b, a)).toBe(verdict);
  });
});

describe('laws', () => {
  const person = fc.constantFrom(
    'Siti Aminah',
    'Neneng Hasanah',
    'Dede Supriatna',
    'Agus Salim',
    'Sri Wahyuni',
    'Yuyun Yuningsih',
    'Endang Kurniawan',
  );
  const before = fc.constantFrom('', 'Hj. ', 'H. ', 'Drs. ', 'Ny. ', 'Ibu ', 'hj ');
  const after = fc.constantFrom('', ', S.Sos', ', S.Pd.I', ', SE', ', A.Md.', ' S.H.');
  const cased = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
  );

  test('titles, degrees and letter case make no other person', () => {
    fc.assert(
      fc.property(person, before, after, cased, (name, title, degree, letters) => {
        const written = letters(title + name + degree);
        expect(nameKey(written)).toBe(nameKey(name));
        expect(sameName(written, name)).toBe('same');
        expect(displayName(written)).toContain(name);
      }),
    );
  });

  test('a shown name stays as it is, and has the key of what was written', () => {
    fc.assert(
      fc.property(person, before, after, cased, (name, title, degree, letters) => {
        const shown = displayName(letters(title + name + degree));
        expect(displayName(shown)).toBe(shown);
        expect(nameKey(shown)).toBe(nameKey(name));
      }),
    );
  });

  test('a title behind stray marks is a title', () => {
    expect(nameKey('( Hj. Siti')).toBe('siti');
  });

  test('any text is borne, and comparing is fair', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), person);
    fc.assert(
      fc.property(text, text, (a, b) => {
        displayName(a);
        expect(nameKey(nameKey(a))).toBe(nameKey(a));
        expect(sameName(a, b)).toBe(sameName(b, a));
        if (nameKey(a) !== '') expect(sameName(a, a)).toBe('same');
      }),
      { numRuns: 1_000 },
    );
  });
});
