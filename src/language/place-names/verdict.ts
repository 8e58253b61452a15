/** Decides how sure an answer is; the thresholds were set on generated and hand-written lines. */
import type { Question } from './mentions.ts';
import type { Candidate } from './ranking.ts';

/**
 * What to do with an answer: `exact` the official name stands there; `clear` one place is meant,
 * though spelled differently; `ambiguous` offer the matches and let the person choose; `none`
 * nothing fits (weak matches may still be listed as "did you mean").
 */
export type PlaceVerdict = 'exact' | 'clear' | 'ambiguous' | 'none';

/** The score of a name that is surely there. */
export const GOOD = 0.8;
/** The score of a part of a name that no other name has. */
export const UNIQUE_PART = 0.68;
/** The likeness of words that are surely meant. */
export const GOOD_QUALITY = 0.74;
/** The likeness of words that are worth a question. */
export const WORTH_OFFERING = 0.64;
const FIRM_QUALITY = 0.9;
/** How far ahead of the next one a match has to be. */
export const MARGIN = 0.09;
const WIDE_MARGIN = 0.14;

/** The best candidate that reads the text otherwise, not only less of it than the first does. */
function rivalOf(first: Candidate, ranked: readonly Candidate[]): Candidate | undefined {
  return ranked.slice(1).find(({ explains, kelurahan }) => {
    const readsLess =
      explains.size < first.explains.size && [...explains].every((at) => first.explains.has(at));
    return !readsLess || first.fit.coverage < 1 || kelurahan.name === first.kelurahan.name;
  });
}

/** "parung" is a part of two names: neither may be taken for the other. */
function readsAsMuch(other: Candidate, first: Candidate): boolean {
  return (
    other.fit.quality > first.fit.quality - MARGIN &&
    [...first.explains].every((at) => other.explains.has(at))
  );
}

/** "cipondoh mkr…": an unread word follows, and there are longer names that begin like this one. */
function mayGoOn(first: Candidate, ranked: readonly Candidate[], question: Question): boolean {
  const next = Math.max(...first.fit.used) + 1;
  const follows = question.free.includes(next) && !first.explains.has(next);
  if (!follows || question.words[next]?.smallTalk === true) return false;
  return ranked
    .slice(1)
    .some(
      ({ fit, kelurahan }) =>
        kelurahan.words.length > first.kelurahan.words.length &&
        first.fit.used.every((at) => fit.used.includes(at)),
    );
}

/** The verdict on ranked candidates, best first. */
export function verdictOn(ranked: readonly Candidate[], question: Question): PlaceVerdict {
  const [first] = ranked;
  if (first === undefined || first.fit.quality < WORTH_OFFERING) return 'none';
  const margin = first.score - (rivalOf(first, ranked)?.score ?? 0);
  const elsewhere =
    question.named !== null && question.named.kecamatan !== first.kelurahan.kecamatan;
  if (elsewhere || !first.explainsAll || mayGoOn(first, ranked, question)) return 'ambiguous';
  const { coverage, literal, quality } = first.fit;
  if (coverage === 1 && literal && margin > MARGIN) return 'exact';
  const shared = ranked.slice(1).some((other) => readsAsMuch(other, first));
  if (coverage < 1 && shared) return 'ambiguous';
  if (first.score >= GOOD && margin >= MARGIN && quality >= GOOD_QUALITY) return 'clear';
  const onlyPart = first.score >= UNIQUE_PART && quality >= FIRM_QUALITY;
  return onlyPart && margin >= WIDE_MARGIN ? 'clear' : 'ambiguous';
}
