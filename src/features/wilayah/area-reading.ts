import type { PlaceAnswer, PlaceFinder } from '../../language/place-names/finder.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from './rules.ts';

/** What a typed answer to "which area?" means. */
export type AreaReading =
  | { ok: true; area: Area }
  /** Areas that may be meant, best first: to be offered, never guessed. Empty when nothing comes near. */
  | { ok: false; mayBe: Area[] };

/** Reads areas as people type them. */
export interface AreaReader {
  /** The answer to "which kecamatan?". A kelurahan that is named for sure answers it too, and says more. */
  kecamatan(text: string): AreaReading;
  /** The answer to "which kelurahan of this kecamatan?". One that lies elsewhere, and another kecamatan, is only offered. */
  kelurahan(text: string, kecamatanCode: string): AreaReading;
  /** Either of them; a name that both have is offered both ways unless "kec." or "kel." says which. */
  any(text: string): AreaReading;
}

const mostOffered = 6;
const kelurahanWord = /\b(kel|kelurahan|desa)\b/i;
const kecamatanWord = /\b(kec|kecamatan)\b/i;

/** One way to understand the text: what the finder says, as areas. */
interface Understanding {
  sure: boolean;
  /** Best first. */
  matches: { area: Area; score: number }[];
}

/** Reads typed areas with the names of one city. */
export function createAreaReader(places: PlaceFinder, wilayah: Wilayah): AreaReader {
  const asKecamatan = (text: string) =>
    understood(places.findKecamatan(text), (code) => ({
      kecamatanCode: code,
      kelurahanCode: null,
    }));
  const asKelurahan = (text: string, within?: string) =>
    understood(
      places.findKelurahan(text, within === undefined ? {} : { withinKecamatan: within }),
      (code) => ({
        kecamatanCode: wilayah.findKelurahan(code)?.kecamatanCode ?? '',
        kelurahanCode: code,
      }),
    );

  return {
    kecamatan(text) {
      const kecamatan = asKecamatan(text);
      const kelurahan = asKelurahan(text);
      const meansKelurahan = kelurahanWord.test(text) && kelurahan.sure;
      return decided(
        meansKelurahan || !kecamatan.sure ? kelurahan : kecamatan,
        kecamatan,
        kelurahan,
      );
    },
    kelurahan(text, kecamatanCode) {
      const here = asKelurahan(text, kecamatanCode);
      const elsewhere = [asKelurahan(text), asKecamatan(text)].filter(
        ({ sure, matches: [best] }) =>
          sure && (best?.area.kelurahanCode != null || best?.area.kecamatanCode !== kecamatanCode),
      );
      return decided(here, ...elsewhere, here);
    },
    any(text) {
      const ways: Understanding[] = [];
      if (!kelurahanWord.test(text)) ways.push(asKecamatan(text));
      if (kelurahanWord.test(text) || !kecamatanWord.test(text)) ways.push(asKelurahan(text));
      const [only, another] = ways.filter((way) => way.sure);
      return decided(another === undefined ? (only ?? null) : null, ...ways);
    },
  };
}

function understood(
  { verdict, matches }: PlaceAnswer<{ readonly code: string; readonly score: number }>,
  areaOf: (code: string) => Area,
): Understanding {
  return {
    sure: verdict === 'exact' || verdict === 'clear',
    matches: matches.map(({ code, score }) => ({ area: areaOf(code), score })),
  };
}

/** Takes `meant` when it is sure; else offers what other ways are sure of, or all that comes near. */
function decided(meant: Understanding | null, ...ways: Understanding[]): AreaReading {
  const [best] = meant?.sure ? meant.matches : [];
  if (best !== undefined) return { ok: true, area: best.area };
  const certain = ways.filter((way) => way.sure).flatMap((way) => way.matches.slice(0, 1));
  const near = ways.flatMap((way) => way.matches).sort((one, other) => other.score - one.score);
  const areas = (certain.length > 0 ? certain : near).map(({ area }) => area);
  const byCode = new Map(areas.map((area) => [area.kelurahanCode ?? area.kecamatanCode, area]));
  return { ok: false, mayBe: [...byCode.values()].slice(0, mostOffered) };
}
