/** The official names of one regency, prepared for comparing. */
import type { NameWord } from './comparison.ts';
import { numeralValue, placeDisplayName, writtenWords } from './spelling.ts';

/** The official areas of one regency; names as the official list spells them. */
export interface RegencyAreas {
  readonly kecamatan: readonly { readonly code: string; readonly name: string }[];
  readonly kelurahan: readonly {
    readonly code: string;
    readonly name: string;
    readonly kecamatanCode: string;
  }[];
}

/** A kecamatan ready for comparing. */
export interface KnownKecamatan {
  readonly code: string;
  readonly name: string;
  readonly words: readonly NameWord[];
}

/** A kelurahan or village ready for comparing. */
export interface KnownKelurahan extends KnownKecamatan {
  readonly kecamatan: KnownKecamatan;
}

/** Everything the finder knows of a regency. */
export interface Gazetteer {
  readonly kecamatan: readonly KnownKecamatan[];
  readonly kelurahan: readonly KnownKelurahan[];
  /** Every word that occurs in a name, once. */
  readonly vocabulary: ReadonlyMap<string, NameWord>;
}

const letters = (name: string): string[] => writtenWords(name).map(({ text }) => text);

/** Counts in how many names a word occurs: the rarer, the more it tells. */
function telling(names: readonly string[]): (word: string) => number {
  const occurrences = new Map<string, number>();
  for (const name of names) {
    for (const word of new Set(letters(name))) {
      occurrences.set(word, (occurrences.get(word) ?? 0) + 1);
    }
  }
  return (word) => 1 / (1 + Math.log(occurrences.get(word) ?? 1));
}

/**
 * Prepares the official areas. Throws when a kelurahan names a kecamatan that is not in the list,
 * since every answer shows both.
 */
export function createGazetteer(areas: RegencyAreas): Gazetteer {
  const weightOf = telling(areas.kelurahan.map(({ name }) => name));
  const vocabulary = new Map<string, NameWord>();
  const prepare = (official: string): NameWord[] =>
    letters(official).map((text) => {
      const known = vocabulary.get(text);
      if (known !== undefined) return known;
      const word = { text, number: numeralValue(text), weight: weightOf(text) };
      vocabulary.set(text, word);
      return word;
    });
  const kecamatan = areas.kecamatan.map(({ code, name }) => ({
    code,
    name: placeDisplayName(name),
    words: prepare(name),
  }));
  const byCode = new Map(kecamatan.map((area) => [area.code, area]));
  const kelurahan = areas.kelurahan.map(({ code, name, kecamatanCode }) => {
    const parent = byCode.get(kecamatanCode);
    if (parent === undefined)
      throw new Error(`kelurahan ${code} has no kecamatan ${kecamatanCode}`);
    return { code, name: placeDisplayName(name), words: prepare(name), kecamatan: parent };
  });
  return { kecamatan, kelurahan, vocabulary };
}
