import type { PlaceAnswer, PlaceFinder } from '../../language/place-names/finder.ts';
import type { Area } from '../access/rules.ts';
import type { Kecamatan, Kelurahan, Wilayah } from '../wilayah/rules.ts';

type Level = 'kecamatan' | 'kelurahan';

/** A name that was understood although it is spelled otherwise. */
export interface SpellingCorrection {
  level: Level;
  written: string;
  /** The official name. */
  meant: string;
}

/** Why the cells name no area. */
export type PlaceProblem =
  | { why: 'no_place' }
  /** Nothing, or nothing for sure, is meant; `suggestions` are official names, best first. */
  | { why: 'place_unclear'; level: Level; written: string; suggestions: string[] }
  /** There is such a kelurahan, in another kecamatan than the one beside it. */
  | { why: 'place_elsewhere'; kelurahan: string; liesIn: string; written: string };

export type PlaceReading =
  | { ok: true; area: Area; corrections: SpellingCorrection[] }
  | { ok: false; problem: PlaceProblem };

/** Reads the cells `kelurahan` and `kecamatan` of a table; null for an empty one. */
export interface PlaceCells {
  read(kelurahan: string | null, kecamatan: string | null): PlaceReading;
}

const mostSuggestions = 3;
/** A file repeats its few names on many rows, so readings are remembered, up to this many. */
const mostRemembered = 5_000;

/**
 * A reader for the areas of one city as tables name them. A kelurahan spelled a little wrong is corrected
 * where only one can be meant, else suggestions are made; a missing kecamatan follows from the kelurahan;
 * two cells that contradict each other are refused.
 */
export function createPlaceCells(wilayah: Wilayah, finder: PlaceFinder): PlaceCells {
  const kecamatanCalled = byFoldedName(wilayah.kecamatan);
  const kelurahanCalled = byFoldedName(wilayah.kelurahan);
  const remembered = new Map<string, PlaceReading>();

  function findKecamatan(written: string): Found<Kecamatan> {
    const official = kecamatanCalled.get(folded(written));
    if (official?.length === 1) return { exact: official[0] ?? null, sure: official, offered: [] };
    return found(finder.findKecamatan(written), (code) => wilayah.findKecamatan(code));
  }

  function findKelurahan(written: string, within?: string): Found<Kelurahan> {
    const official = (kelurahanCalled.get(folded(written)) ?? []).filter(
      ({ kecamatanCode }) => within === undefined || kecamatanCode === within,
    );
    if (official.length === 1) return { exact: official[0] ?? null, sure: official, offered: [] };
    return found(
      finder.findKelurahan(written, within === undefined ? {} : { withinKecamatan: within }),
      (code) => wilayah.findKelurahan(code),
    );
  }

  function nameOf(kecamatanCode: string): string {
    return wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode;
  }

  function unclear(level: Level, written: string, offered: readonly (Kecamatan | Kelurahan)[]) {
    const suggestions = [...new Set(offered)]
      .slice(0, mostSuggestions)
      .map((area) =>
        'kecamatanCode' in area ? `${area.name} (Kec. ${nameOf(area.kecamatanCode)})` : area.name,
      );
    return refused({ why: 'place_unclear', level, written, suggestions });
  }

  function readKecamatan(written: string): PlaceReading {
    const { exact, sure, offered } = findKecamatan(written);
    const [area] = sure;
    if (area === undefined) return unclear('kecamatan', written, offered);
    const corrections = exact === null ? [corrected('kecamatan', written, area.name)] : [];
    return { ok: true, area: { kecamatanCode: area.code, kelurahanCode: null }, corrections };
  }

  function readKelurahan(written: string, within: string | null): PlaceReading {
    const anywhere = findKelurahan(written);
    const { exact, sure, offered } =
      within === null || anywhere.sure[0]?.kecamatanCode === within
        ? anywhere
        : findKelurahan(written, within);
    const [area] = sure;
    if (area !== undefined) {
      const corrections = exact === null ? [corrected('kelurahan', written, area.name)] : [];
      const { code, kecamatanCode } = area;
      return { ok: true, area: { kecamatanCode, kelurahanCode: code }, corrections };
    }
    if (within !== null && anywhere.exact !== null)
      return refused({
        why: 'place_elsewhere',
        kelurahan: anywhere.exact.name,
        liesIn: nameOf(anywhere.exact.kecamatanCode),
        written: nameOf(within),
      });
    return unclear('kelurahan', written, [...offered, ...anywhere.sure, ...anywhere.offered]);
  }

  function readBoth(kelurahan: string, kecamatan: string): PlaceReading {
    const outer = readKecamatan(kecamatan);
    if (outer.ok) {
      const inner = readKelurahan(kelurahan, outer.area.kecamatanCode);
      if (!inner.ok) return inner;
      return { ...inner, corrections: [...outer.corrections, ...inner.corrections] };
    }
    // An exact kelurahan settles which of the similar kecamatan is meant.
    const { exact } = findKelurahan(kelurahan);
    const settles = findKecamatan(kecamatan).offered.some(
      ({ code }) => code === exact?.kecamatanCode,
    );
    if (exact === null || !settles) return outer;
    const { code: kelurahanCode, kecamatanCode } = exact;
    const corrections = [corrected('kecamatan', kecamatan, nameOf(kecamatanCode))];
    return { ok: true, area: { kecamatanCode, kelurahanCode }, corrections };
  }

  function readCells(kelurahan: string | null, kecamatan: string | null): PlaceReading {
    if (kelurahan !== null && kecamatan !== null) return readBoth(kelurahan, kecamatan);
    if (kelurahan !== null) return readKelurahan(kelurahan, null);
    if (kecamatan !== null) return readKecamatan(kecamatan);
    return refused({ why: 'no_place' });
  }

  return {
    read(kelurahan, kecamatan) {
      const key = JSON.stringify([kelurahan, kecamatan]);
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const reading = readCells(kelurahan, kecamatan);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, reading);
      return reading;
    },
  };
}

/** What a name may mean: the one that stands there, the one that is surely meant, those to be offered. */
interface Found<A> {
  exact: A | null;
  sure: readonly A[];
  offered: readonly A[];
}

function found<A>(
  { verdict, matches }: PlaceAnswer<{ readonly code: string }>,
  areaOf: (code: string) => A | null,
): Found<A> {
  const areas = matches.flatMap(({ code }) => areaOf(code) ?? []);
  const isSure = verdict === 'exact' || verdict === 'clear';
  return {
    exact: verdict === 'exact' ? (areas[0] ?? null) : null,
    sure: isSure ? areas.slice(0, 1) : [],
    offered: isSure ? [] : areas,
  };
}

function byFoldedName<A extends { name: string }>(areas: readonly A[]): Map<string, A[]> {
  const called = new Map<string, A[]>();
  for (const area of areas) {
    const key = folded(area.name);
    called.set(key, [...(called.get(key) ?? []), area]);
  }
  return called;
}

/** "KEL. PORIS PLAWAD" → "porisplawad": letters alone, without the word for what it is. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\s*(kelurahan|kel|kecamatan|kec)\b[\s.:]*/, '')
    .replace(/[^\p{L}\d]/gu, '');
}

function corrected(level: Level, written: string, meant: string): SpellingCorrection {
  return { level, written, meant };
}

function refused(problem: PlaceProblem): PlaceReading {
  return { ok: false, problem };
}
