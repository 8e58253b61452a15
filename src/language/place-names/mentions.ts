/** Finds the kecamatan that stands in a message, beside a kelurahan or alone. */
import { type Fit, fitName } from './alignment.ts';
import { Comparison } from './comparison.ts';
import type { Gazetteer, KnownKecamatan } from './gazetteer.ts';
import type { PlaceWord } from './reading.ts';

/** A kecamatan that was named with the word "kecamatan" before it. */
export interface NamedKecamatan {
  readonly kecamatan: KnownKecamatan;
  /** The words that name it; they cannot name the kelurahan as well. */
  readonly positions: readonly number[];
}

/** A question: what was typed, compared with everything, and which words matter. */
export interface Question {
  readonly words: readonly PlaceWord[];
  readonly comparison: Comparison;
  /** Positions that can be part of a kelurahan's name. */
  readonly free: readonly number[];
  readonly named: NamedKecamatan | null;
}

const WELL_NAMED = 0.74;
const WHOLLY = 0.9;
const LONGEST_NAME = 4;

/** Whether a fit is good enough to say that this name stands there in full. */
export function isWholeName(fit: Fit | null, quality = WELL_NAMED): fit is Fit {
  return fit !== null && fit.quality >= quality && fit.coverage >= WHOLLY;
}

function kecamatanAt(
  start: number,
  words: readonly PlaceWord[],
  comparison: Comparison,
  gazetteer: Gazetteer,
): NamedKecamatan | null {
  const positions = words.map((_, at) => at).slice(start, start + LONGEST_NAME);
  const next = positions.findIndex((at) => at > start && words[at]?.marker != null);
  const stretch = next < 0 ? positions : positions.slice(0, next);
  let best: { kecamatan: KnownKecamatan; fit: Fit; score: number } | null = null;
  let tied = false;
  for (const kecamatan of gazetteer.kecamatan) {
    const fit = fitName(comparison, stretch, kecamatan.words);
    if (fit === null || fit.used[0] !== start || fit.quality < WELL_NAMED) continue;
    const score = fit.quality * (0.5 + 0.5 * fit.coverage);
    if (best === null || score > best.score + 0.02) {
      best = { kecamatan, fit, score };
      tied = false;
    } else if (score > best.score - 0.02) tied = true;
  }
  if (best === null || tied) return null;
  return { kecamatan: best.kecamatan, positions: best.fit.used };
}

/** Prepares the words of a text as a question to the gazetteer. */
export function askedQuestion(words: readonly PlaceWord[], gazetteer: Gazetteer): Question {
  const comparison = new Comparison(words);
  let named: NamedKecamatan | null = null;
  const regency = new Set<number>();
  for (const [at, word] of words.entries()) {
    if (word.marker === 'kecamatan') named ??= kecamatanAt(at, words, comparison, gazetteer);
    if (word.marker === 'regency') regency.add(at);
  }
  const taken = new Set([...(named?.positions ?? []), ...regency]);
  const free = words.map((_, at) => at).filter((at) => !taken.has(at));
  const nothingElse = free.length === 0 && named === null;
  return { words, comparison, free: nothingElse ? words.map((_, at) => at) : free, named };
}

/** How well this kecamatan stands, without the word "kecamatan", among the given positions. */
export function mentionedBeside(
  kecamatan: KnownKecamatan,
  positions: readonly number[],
  question: Question,
): Fit | null {
  if (question.named !== null || positions.length === 0) return null;
  const fit = fitName(question.comparison, positions, kecamatan.words);
  return isWholeName(fit, 0.8) ? fit : null;
}
