/** Lays the words of a question along an official name and says how well they fit. */
import type { Comparison, Match, NameWord } from './comparison.ts';

/** How a text fits a name. */
export interface Fit {
  /** Likeness of the words that were found, 0–1, the telling ones counting more. */
  readonly quality: number;
  /** Likeness over the whole name, 0–1: words that were not found count as nothing. */
  readonly overall: number;
  /** Share of the name that was found, 0–1, by weight. */
  readonly coverage: number;
  /** Every word that was found stands there letter by letter. */
  readonly literal: boolean;
  /** Positions of the typed words that were used, in the order of the name. */
  readonly used: readonly number[];
}

const JOIN_LIMIT = 3;
const JOINED_NAME_LIMIT = 6;
/** Taken off for every word that stands between two words of a name. */
const GAP = 0.04;
const LONGEST_GAP = 4;
/** Taken off where the words of a name stand in another order. */
const SWAPPED = 0.06;

interface Path {
  readonly gain: number;
  readonly weight: number;
  readonly literal: boolean;
  readonly used: readonly number[];
}

const START: Path = { gain: 0, weight: 0, literal: true, used: [] };

function extend(path: Path, match: Match, weight: number, positions: readonly number[]): Path {
  const last = path.used.at(-1);
  const between = last === undefined ? 0 : (positions[0] ?? 0) - last - 1;
  return {
    gain: path.gain + (match.likeness - Math.min(between, LONGEST_GAP) * GAP) * weight,
    weight: path.weight + weight,
    literal: path.literal && match.literal && between === 0,
    used: [...path.used, ...positions],
  };
}

/** The table of best paths: row = words of the name read so far, column = typed words seen. */
class Lattice {
  readonly #comparison: Comparison;
  readonly #positions: readonly number[];
  readonly #name: readonly NameWord[];
  readonly #paths: Path[];

  constructor(comparison: Comparison, positions: readonly number[], name: readonly NameWord[]) {
    this.#comparison = comparison;
    this.#positions = positions;
    this.#name = name;
    this.#paths = new Array<Path>((name.length + 1) * (positions.length + 1)).fill(START);
  }

  best(): Path {
    for (let row = 1; row <= this.#name.length; row += 1) {
      for (let column = 0; column <= this.#positions.length; column += 1) {
        this.#settle(row, column);
      }
    }
    return this.#at(this.#name.length, this.#positions.length);
  }

  #at(row: number, column: number): Path {
    return this.#paths[row * (this.#positions.length + 1) + column] ?? START;
  }

  #settle(row: number, column: number): void {
    let best = this.#at(row - 1, column);
    const consider = (path: Path): void => {
      if (path.gain > best.gain + 1e-9) best = path;
    };
    if (column > 0) consider(this.#at(row, column - 1));
    for (let count = 1; count <= Math.min(JOIN_LIMIT, column); count += 1) {
      this.#readTyped(row, column, count, consider);
    }
    for (let count = 2; count <= Math.min(JOINED_NAME_LIMIT, row) && column > 0; count += 1) {
      this.#readJoinedName(row, column, count, consider);
    }
    this.#paths[row * (this.#positions.length + 1) + column] = best;
  }

  /** The last `count` typed words are this one word of the name ("batu ceper" = Batuceper). */
  #readTyped(row: number, column: number, count: number, consider: (path: Path) => void): void {
    const word = this.#name[row - 1];
    const positions = this.#positions.slice(column - count, column);
    const first = positions[0];
    const last = positions.at(-1);
    if (word === undefined || first === undefined || last !== first + count - 1) return;
    const match =
      count === 1
        ? this.#comparison.match(first, word)
        : this.#comparison.matchJoined(first, count, word.text);
    if (match.likeness > 0) {
      consider(extend(this.#at(row - 1, column - count), match, word.weight, positions));
    }
  }

  /** The last typed word is `count` words of the name in one ("karangtengah"). */
  #readJoinedName(row: number, column: number, count: number, consider: (p: Path) => void): void {
    const words = this.#name.slice(row - count, row);
    const position = this.#positions[column - 1];
    if (position === undefined) return;
    const official = words.map(({ text }) => text).join('');
    const match = this.#comparison.matchJoined(position, 1, official);
    const weight = words.reduce((sum, word) => sum + word.weight, 0);
    if (match.likeness > 0) {
      consider(extend(this.#at(row - count, column - 1), match, weight, [position]));
    }
  }
}

/** How many words of the name stand anywhere in the text. */
function found(
  comparison: Comparison,
  positions: readonly number[],
  name: readonly NameWord[],
): number {
  return name.filter((word) => positions.some((at) => comparison.match(at, word).likeness > 0.7))
    .length;
}

/**
 * The best way to read the typed words at `positions` as this name, or null where no word of it is
 * found. Words may be joined or split, left out, or stand in another order.
 */
export function fitName(
  comparison: Comparison,
  positions: readonly number[],
  name: readonly NameWord[],
): Fit | null {
  const total = name.reduce((sum, word) => sum + word.weight, 0);
  let best = new Lattice(comparison, positions, name).best();
  let swapped = false;
  if (best.weight > 0 && best.weight < total && found(comparison, positions, name) > 1) {
    for (let turn = 1; turn < name.length; turn += 1) {
      const turned = [...name.slice(turn), ...name.slice(0, turn)];
      const path = new Lattice(comparison, positions, turned).best();
      if (path.gain > best.gain + SWAPPED * total) {
        best = path;
        swapped = true;
      }
    }
  }
  if (best.weight === 0) return null;
  return {
    quality: Math.max(0, best.gain / best.weight - (swapped ? SWAPPED : 0)),
    overall: Math.max(0, best.gain / total - (swapped ? SWAPPED : 0)),
    coverage: best.weight / total,
    literal: best.literal && !swapped,
    used: best.used,
  };
}
