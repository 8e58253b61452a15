/** The words of one question, compared with the words of official names; every answer kept. */
import { numeralValue } from './spelling.ts';
import { spellingLikeness, wordLikeness } from './word-match.ts';

/** One word of an official name, with how much it tells ("poris" more than "jaya"). */
export interface NameWord {
  readonly text: string;
  readonly number: number | null;
  readonly weight: number;
}

/** One thing a typed word may stand for, and how sure that is (1 = as typed). */
export interface Reading {
  readonly text: string;
  readonly trust: number;
}

/** A typed word and everything it may stand for, the typed form first. */
export interface TypedWord {
  readonly text: string;
  readonly readings: readonly Reading[];
  /** The word is spelled as in some name, so it is hardly a slip for another word. */
  readonly known: boolean;
}

/** Likeness 0–1 of a stretch of typed words and official letters; `literal`: letter by letter. */
export interface Match {
  readonly likeness: number;
  readonly literal: boolean;
}

const NO_MATCH: Match = { likeness: 0, literal: false };
const WORTH_COUNTING = 0.5;
const JOINED_WORTH_COUNTING = 0.72;
const JOINED_LENGTH_SLACK = 4;
const JOINED_MOST = 10;
const KNOWN_AS_ANOTHER = 0.8;

/** Compares the typed words of one question; the same pairs come back for every name. */
export class Comparison {
  readonly typed: readonly TypedWord[];
  readonly #single: readonly Map<NameWord, Match>[];
  readonly #matches = new Map<string, Match>();
  readonly #joinings = new Map<number, readonly Reading[]>();

  constructor(typed: readonly TypedWord[]) {
    this.typed = typed;
    this.#single = typed.map(() => new Map());
  }

  /** The typed word at this position as an official word. */
  match(at: number, word: NameWord): Match {
    const known = this.#single[at]?.get(word);
    if (known !== undefined) return known;
    const match = this.#matchOne(at, word);
    this.#single[at]?.set(word, match);
    return match;
  }

  /** `count` typed words from `from`, written together, as these official letters. */
  matchJoined(from: number, count: number, official: string): Match {
    const joined = this.#joined(from, count);
    const near = ({ text }: Reading): boolean =>
      Math.abs(text.length - official.length) <= JOINED_LENGTH_SLACK;
    if (!joined.some(near)) return NO_MATCH;
    const key = `${from}+${count} ${official}`;
    let match = this.#matches.get(key);
    if (match === undefined) {
      match = matchLetters(joined.filter(near), official);
      this.#matches.set(key, match);
    }
    return match;
  }

  #matchOne(at: number, word: NameWord): Match {
    const typed = this.typed[at];
    if (typed === undefined) return NO_MATCH;
    if (typed.text === word.text) return { likeness: 1, literal: true };
    let best = 0;
    for (const { text, trust } of typed.readings) {
      const sameNumber = word.number !== null && numeralValue(text) === word.number;
      best = Math.max(best, trust * (sameNumber ? 0.99 : wordLikeness(text, word.text)));
    }
    if (typed.known) best *= KNOWN_AS_ANOTHER;
    return best < WORTH_COUNTING ? NO_MATCH : { likeness: best, literal: false };
  }

  #joined(from: number, count: number): readonly Reading[] {
    const key = from * JOINED_MOST + count;
    let joined = this.#joinings.get(key);
    if (joined === undefined) {
      joined = this.typed
        .slice(from, from + count)
        .reduce<Reading[]>(joinReadings, [{ text: '', trust: 1 }]);
      this.#joinings.set(key, joined);
    }
    return joined;
  }
}

function matchLetters(joined: readonly Reading[], official: string): Match {
  let best = NO_MATCH;
  for (const { text, trust } of joined) {
    const start = official.charAt(0);
    if (text.charAt(0) !== start && text.charAt(1) !== start) continue;
    const likeness = trust * spellingLikeness(text, official, JOINED_WORTH_COUNTING);
    if (likeness > best.likeness) best = { likeness, literal: trust === 1 && text === official };
  }
  return best.likeness < JOINED_WORTH_COUNTING ? NO_MATCH : best;
}

function joinReadings(starts: Reading[], word: TypedWord): Reading[] {
  return starts.flatMap((start) =>
    word.readings.map(({ text, trust }) => ({
      text: start.text + text,
      trust: start.trust * trust,
    })),
  );
}
