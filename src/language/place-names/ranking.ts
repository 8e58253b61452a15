/** Scores every kelurahan against a question. */
import { type Fit, fitName } from './alignment.ts';
import type { Gazetteer, KnownKelurahan } from './gazetteer.ts';
import { isWholeName, mentionedBeside, type Question } from './mentions.ts';

/** A kelurahan with how well it answers the question. */
export interface Candidate {
  readonly kelurahan: KnownKelurahan;
  readonly fit: Fit;
  /** Mostly 0–1; a little more where "kel" or the right kecamatan stands beside the name. */
  readonly score: number;
  /** Positions of the words that this kelurahan and its kecamatan explain. */
  readonly explains: ReadonlySet<number>;
  /** Every word of the question that occurs in some name is explained. */
  readonly explainsAll: boolean;
}

/** Part of a full score that a name keeps when almost nothing of it was written. */
const PARTIAL_BASE = 0.55;
const UNEXPLAINED = 0.4;
const OTHER_KECAMATAN = 0.7;
const AFTER_MARKER = 0.06;
const WITH_KECAMATAN = 0.09;
const KNOWN_WORD = 0.8;
/** A word that occurs in no name tells a little: it may be a short form of the right one. */
const UNKNOWN_WORD = 0.1;
const SOLID_FIT = 0.85;

interface Draft {
  readonly kelurahan: KnownKelurahan;
  readonly fit: Fit;
  readonly explains: ReadonlySet<number>;
  readonly withKecamatan: boolean;
}

/** The kecamatan found beside a name, by kecamatan and the words left for it. */
type Beside = Map<string, Fit | null>;

function draftOf(kelurahan: KnownKelurahan, question: Question, beside: Beside): Draft | null {
  const fit = fitName(question.comparison, question.free, kelurahan.words);
  if (fit === null) return null;
  const left = question.free.filter((at) => !fit.used.includes(at));
  const key = `${kelurahan.kecamatan.code} ${left.join(' ')}`;
  const known = beside.get(key);
  const mentioned =
    known === undefined ? mentionedBeside(kelurahan.kecamatan, left, question) : known;
  beside.set(key, mentioned);
  const named = question.named;
  const agreed = named !== null && named.kecamatan === kelurahan.kecamatan ? named.positions : [];
  return {
    kelurahan,
    fit,
    explains: new Set([...fit.used, ...(mentioned?.used ?? []), ...agreed]),
    withKecamatan: mentioned !== null || agreed.length > 0,
  };
}

/** How much each typed word tells: nothing for small talk, little for words of no name. */
function tellingOf(question: Question, gazetteer: Gazetteer, drafts: readonly Draft[]): number[] {
  const solid = new Set<number>(question.named?.positions);
  for (const { fit } of drafts) {
    if (fit.quality >= SOLID_FIT) for (const at of fit.used) solid.add(at);
  }
  return question.words.map((word, at) => {
    if (word.marker === 'regency' || (word.smallTalk && word.marker === null)) return 0;
    let [likest, weight] = [solid.has(at) ? KNOWN_WORD : 0, 0.5];
    for (const known of gazetteer.vocabulary.values()) {
      const { likeness } = question.comparison.match(at, known);
      if (likeness > likest) [likest, weight] = [likeness, known.weight];
    }
    return likest >= KNOWN_WORD ? weight : UNKNOWN_WORD;
  });
}

function scoreOf(draft: Draft, question: Question, telling: readonly number[]): Candidate {
  const { fit, kelurahan, explains } = draft;
  const first = fit.used[0];
  const announced = first !== undefined && question.words[first]?.marker === 'kelurahan';
  const wholeAfterMarker = announced && isWholeName(fit);
  let [all, explained] = [0, 0];
  let explainsAll = true;
  for (const [at, weight] of telling.entries()) {
    const read = explains.has(at) || (wholeAfterMarker && at < first);
    all += weight;
    if (read) explained += weight;
    else if (weight > UNKNOWN_WORD) explainsAll = false;
  }
  const share = all === 0 ? 1 : explained / all;
  const named = question.named;
  const elsewhere = named !== null && named.kecamatan !== kelurahan.kecamatan;
  const likeness = PARTIAL_BASE * fit.quality + (1 - PARTIAL_BASE) * fit.overall;
  const score =
    likeness * (1 - UNEXPLAINED * (1 - share)) * (elsewhere ? OTHER_KECAMATAN : 1) +
    (announced ? AFTER_MARKER : 0) +
    (draft.withKecamatan ? WITH_KECAMATAN : 0);
  return { kelurahan, fit, score, explains, explainsAll };
}

function acronymCandidates(question: Question, kelurahan: readonly KnownKelurahan[]): Candidate[] {
  const [only, ...others] = question.free.map((at) => question.words[at]?.text ?? '');
  if (only === undefined || others.length > 0 || only.length < 2 || only.length > 4) return [];
  return kelurahan
    .filter(({ words }) => words.map(({ text }) => text.charAt(0)).join('') === only)
    .map((area) => ({
      kelurahan: area,
      fit: { quality: 0.62, overall: 0.62, coverage: 1, literal: false, used: question.free },
      score: 0.62,
      explains: new Set(question.free),
      explainsAll: true,
    }));
}

/** All kelurahan with any likeness to the question, best first; `within`: only that kecamatan. */
export function rankKelurahan(
  question: Question,
  gazetteer: Gazetteer,
  within: string | undefined,
): Candidate[] {
  const eligible = gazetteer.kelurahan.filter(
    ({ kecamatan }) => within === undefined || kecamatan.code === within,
  );
  const beside: Beside = new Map();
  const drafts = eligible.flatMap((kelurahan) => draftOf(kelurahan, question, beside) ?? []);
  const telling = tellingOf(question, gazetteer, drafts);
  const best = new Map<string, Candidate>();
  const spelled = drafts.map((draft) => scoreOf(draft, question, telling));
  for (const candidate of [...spelled, ...acronymCandidates(question, eligible)]) {
    const known = best.get(candidate.kelurahan.code);
    if (known === undefined || candidate.score > known.score) {
      best.set(candidate.kelurahan.code, candidate);
    }
  }
  return [...best.values()].sort(
    (a, b) =>
      b.score - a.score ||
      a.kelurahan.name.length - b.kelurahan.name.length ||
      a.kelurahan.code.localeCompare(b.kelurahan.code),
  );
}
