/** Finds the kelurahan or kecamatan that a person means, in their own spelling. */
import { fitName } from './alignment.ts';
import { Comparison } from './comparison.ts';
import {
  createGazetteer,
  type Gazetteer,
  type KnownKecamatan,
  type KnownKelurahan,
  type RegencyAreas,
} from './gazetteer.ts';
import { askedQuestion, isWholeName, type Question } from './mentions.ts';
import { type Candidate, rankKelurahan } from './ranking.ts';
import { readPlaceWords } from './reading.ts';
import {
  GOOD,
  GOOD_QUALITY,
  MARGIN,
  type PlaceVerdict,
  UNIQUE_PART,
  verdictOn,
  WORTH_OFFERING,
} from './verdict.ts';

/** One kecamatan that fits; `score` 0–1. */
export interface KecamatanMatch {
  readonly code: string;
  readonly name: string;
  readonly score: number;
}

/** One kelurahan that fits, with its kecamatan; `score` 0–1. */
export interface KelurahanMatch extends KecamatanMatch {
  readonly kecamatanCode: string;
  readonly kecamatan: string;
}

/** Matches best first; with `exact` and `clear` the first one is meant. */
export interface PlaceAnswer<Match> {
  readonly verdict: PlaceVerdict;
  readonly matches: readonly Match[];
}

/** See `createPlaceFinder`. */
export interface PlaceFinder {
  /** Understands one kelurahan in any text; `withinKecamatan` (a code) limits the choice. */
  findKelurahan(
    text: string,
    options?: { readonly withinKecamatan?: string },
  ): PlaceAnswer<KelurahanMatch>;
  /** Understands one kecamatan in any text. */
  findKecamatan(text: string): PlaceAnswer<KecamatanMatch>;
}

const FLOOR = 0.3;
const HINT_QUALITY = 0.6;
const ALIKE = 0.75;
const AT_LEAST = 8;
const AT_MOST = 40;

function offered<T extends { readonly score: number }>(ranked: readonly T[]): T[] {
  const top = ranked[0]?.score ?? 0;
  return ranked
    .filter(({ score }, at) => score >= FLOOR && (at < AT_LEAST || score >= ALIKE * top))
    .slice(0, AT_MOST);
}

/** The kecamatan, when the question names one and no kelurahan. */
function onlyKecamatan(
  question: Question,
  ranked: readonly Candidate[],
  gazetteer: Gazetteer,
): KnownKecamatan | null {
  const best = ranked[0];
  if (question.named !== null) {
    const { kecamatan } = question.named;
    const alsoNamed = ranked.some(
      ({ fit, kelurahan }) =>
        (fit.quality >= HINT_QUALITY && kelurahan.kecamatan === kecamatan) || isWholeName(fit),
    );
    return alsoNamed ? null : kecamatan;
  }
  if (best !== undefined && isWholeName(best.fit) && best.score >= GOOD) return null;
  let found: { kecamatan: KnownKecamatan; quality: number } | null = null;
  for (const kecamatan of gazetteer.kecamatan) {
    const fit = fitName(question.comparison, question.free, kecamatan.words);
    if (!isWholeName(fit, GOOD) || fit.quality <= (found?.quality ?? 0)) continue;
    const saysMore =
      best !== undefined &&
      best.fit.quality >= GOOD_QUALITY &&
      best.fit.used.some((at) => !fit.used.includes(at));
    if (!saysMore) found = { kecamatan, quality: fit.quality };
  }
  const surelyNamed = found !== null && found.quality >= (best?.fit.quality ?? 0) - 0.02;
  return surelyNamed && found !== null ? found.kecamatan : null;
}

/** Kelurahan that carry the kecamatan's name first, then the others that lie in it. */
function kelurahanOf(kecamatan: KnownKecamatan, all: readonly KnownKelurahan[]): KelurahanMatch[] {
  const typed = kecamatan.words.map(({ text }) => ({
    text,
    known: true,
    readings: [{ text, trust: 1 }],
  }));
  const comparison = new Comparison(typed);
  const positions = typed.map((_, at) => at);
  return all
    .flatMap((kelurahan) => {
      const fit = fitName(comparison, positions, kelurahan.words);
      const carries = fit?.literal === true && fit.used.length === positions.length;
      if (carries) return [matchOf(kelurahan, 0.6 + 0.1 * fit.coverage)];
      return kelurahan.kecamatan === kecamatan ? [matchOf(kelurahan, 0.5)] : [];
    })
    .sort((a, b) => b.score - a.score);
}

function matchOf(kelurahan: KnownKelurahan, score: number): KelurahanMatch {
  return {
    code: kelurahan.code,
    name: kelurahan.name,
    score: Math.min(1, score),
    kecamatanCode: kelurahan.kecamatan.code,
    kecamatan: kelurahan.kecamatan.name,
  };
}

/**
 * A finder for the kelurahan and kecamatan of one regency, built once from the official list. It
 * understands slips, left-out vowels, short forms ("kr tengah", "ps baru"), joined and split
 * words, "kel."/"kec." and sentences around the name; a kecamatan beside a kelurahan decides
 * between namesakes; a kecamatan alone gives the kelurahan that carry its name and then all that
 * lie in it. It never throws on any text and never guesses: see `PlaceVerdict`.
 */
export function createPlaceFinder(areas: RegencyAreas): PlaceFinder {
  const gazetteer = createGazetteer(areas);
  const isNameWord = (word: string): boolean => gazetteer.vocabulary.has(word);

  return {
    findKelurahan(text, { withinKecamatan } = {}) {
      const question = askedQuestion(readPlaceWords(text, isNameWord), gazetteer);
      const ranked = rankKelurahan(question, gazetteer, withinKecamatan);
      const kecamatan = onlyKecamatan(question, ranked, gazetteer);
      if (kecamatan === null) {
        const matches = offered(ranked).map((best) => matchOf(best.kelurahan, best.score));
        return { verdict: verdictOn(ranked, question), matches };
      }
      const eligible = gazetteer.kelurahan.filter(
        (area) => withinKecamatan === undefined || area.kecamatan.code === withinKecamatan,
      );
      const matches = kelurahanOf(kecamatan, eligible);
      return { verdict: matches.length > 0 ? 'ambiguous' : 'none', matches };
    },

    findKecamatan(text) {
      const question = askedQuestion(readPlaceWords(text, isNameWord), gazetteer);
      const positions = question.words.map((_, at) => at);
      const ranked = gazetteer.kecamatan
        .flatMap(({ code, name, words }) => {
          const fit = fitName(question.comparison, positions, words);
          if (fit === null) return [];
          const named = question.named?.kecamatan.code === code ? 0.2 : 0;
          const score = 0.55 * fit.quality + 0.45 * fit.overall + named;
          return [{ code, name, score, fit }];
        })
        .sort((a, b) => b.score - a.score || a.code.localeCompare(b.code));
      const [first, second] = ranked;
      const matches = offered(ranked).map(({ code, name, score }) => ({
        code,
        name,
        score: Math.min(1, score),
      }));
      if (first === undefined || first.fit.quality < WORTH_OFFERING)
        return { verdict: 'none', matches };
      const margin = first.score - (second?.score ?? 0);
      const whole = first.fit.literal && first.fit.coverage === 1;
      if (whole && margin > MARGIN) return { verdict: 'exact', matches };
      const clear = first.score >= UNIQUE_PART && first.fit.quality >= GOOD_QUALITY;
      return { verdict: clear && margin >= MARGIN ? 'clear' : 'ambiguous', matches };
    },
  };
}
