/** Reads a message for the words that may be part of a place name, and the markers between them. */
import type { Reading, TypedWord } from './comparison.ts';
import {
  expansionsOf,
  KECAMATAN_MARKERS,
  KELURAHAN_MARKERS,
  NEGATION_ENDS,
  NEGATIONS,
  REGENCY_MARKERS,
  SMALL_TALK,
} from './short-forms.ts';
import { type WrittenWord, writtenWords } from './spelling.ts';

/** What stood before a word: "kel", "kec", "kota" or nothing of the kind. */
export type Marker = 'kelurahan' | 'kecamatan' | 'regency' | null;

/** A typed word that may belong to a place name. */
export interface PlaceWord extends TypedWord {
  readonly marker: Marker;
  /** Usually small talk, though a name has such a word as well ("kampung" in "Kampung Baru"). */
  readonly smallTalk: boolean;
}

/** Words at most: a pasted essay costs no more than a long message. */
const LONGEST_TEXT = 60;
const LONGEST_CHARACTERS = 2_000;
const SPELLED_OUT = 4;
const MOVES = /^(?:di)?(?:pindah|mutasi)(?:an|kan)?$/;

function markerOf(word: string): Marker {
  if (KECAMATAN_MARKERS.has(word)) return 'kecamatan';
  if (KELURAHAN_MARKERS.has(word)) return 'kelurahan';
  return REGENCY_MARKERS.has(word) ? 'regency' : null;
}

function readingsOf(word: WrittenWord, before: WrittenWord | undefined): Reading[] {
  const readings: Reading[] = [{ text: word.text, trust: 1 }];
  for (const text of expansionsOf(word.text)) readings.push({ text, trust: 0.95 });
  if (word.glued && word.text === '2' && before !== undefined) {
    readings.push({ text: before.text, trust: 0.97 });
  }
  for (let cut = 2; cut <= 3 && word.text.length - cut >= 3; cut += 1) {
    const [head, tail] = [word.text.slice(0, cut), word.text.slice(-cut)];
    for (const start of expansionsOf(head)) {
      readings.push({ text: start + word.text.slice(cut), trust: 0.93 });
    }
    for (const end of cut === 3 ? expansionsOf(tail) : []) {
      readings.push({ text: word.text.slice(0, -cut) + end, trust: 0.93 });
    }
  }
  return readings;
}

/** Of "pindah dari A ke B" only what follows the last "ke". */
function afterMoving(words: readonly WrittenWord[]): readonly WrittenWord[] {
  const moved = words.findIndex(({ text }) => MOVES.test(text));
  const to = words.findLastIndex(({ text }) => text === 'ke');
  return moved >= 0 && to > moved && to < words.length - 1 ? words.slice(to + 1) : words;
}

/** Drops RT/RW with their numbers, house numbers, telephone numbers and what was negated. */
function withoutNoise(words: readonly WrittenWord[]): WrittenWord[] {
  const kept: WrittenWord[] = [];
  let negated = false;
  for (const [at, word] of words.entries()) {
    const number = /^[0-9]+$/.test(word.text);
    const before = words[at - 1]?.text ?? '';
    const after = words[at + 1]?.text ?? '';
    if (NEGATIONS.has(word.text)) negated = true;
    else if (word.afterBreak || NEGATION_ENDS.has(word.text)) negated = false;
    if (negated) continue;
    if (number && (word.text.length > 2 || /^(?:rt|rw|no|nomor|blok)$/.test(before))) continue;
    if ((word.text === 'rt' || word.text === 'rw') && /^[0-9]/.test(after)) continue;
    kept.push(word);
  }
  return kept;
}

/** "k r e o" is one word: single letters in a row come together. */
function spelledOut(words: readonly WrittenWord[]): WrittenWord[] {
  const joined: WrittenWord[] = [];
  let run: WrittenWord[] = [];
  const endRun = (): void => {
    const [first] = run;
    const text = run.map((word) => word.text).join('');
    if (first !== undefined && run.length >= SPELLED_OUT) joined.push({ ...first, text });
    else joined.push(...run);
    run = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word.text)) run.push(word);
    else {
      endRun();
      joined.push(word);
    }
  }
  endRun();
  return joined;
}

/**
 * The words of a text that can be part of a place name. Small talk is left out, unless
 * `isNameWord` knows it as a word of a name ("kampung" in "Kampung Baru").
 */
export function readPlaceWords(text: string, isNameWord: (word: string) => boolean): PlaceWord[] {
  const all = writtenWords(text.slice(0, LONGEST_CHARACTERS));
  const meant = withoutNoise(afterMoving(all));
  const words = spelledOut(meant.length > 0 ? meant : all);
  const read: PlaceWord[] = [];
  let marker: Marker = null;
  for (const [at, word] of words.entries()) {
    const found = markerOf(word.text);
    const known = isNameWord(word.text);
    const neighbours = [words[at - 1]?.text + word.text, word.text + words[at + 1]?.text];
    const partOfName = known || neighbours.some(isNameWord);
    if (found !== null && !known) marker = found;
    const smallTalk = found !== null || SMALL_TALK.has(word.text);
    if (smallTalk && !partOfName) continue;
    const readings = readingsOf(word, words[at - 1]);
    read.push({ text: word.text, readings, known, marker, smallTalk });
    if (found === null) marker = null;
  }
  return read.slice(0, LONGEST_TEXT);
}
