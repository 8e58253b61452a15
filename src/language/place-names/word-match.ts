/** How much a typed word is like a word of an official name, between 0 and 1. */
import { leastSlipCost, slipCost, soundOf } from '../slips.ts';

/** Likeness of a single letter to a word it begins. */
const INITIAL = 0.55;
const isDigit = (word: string): boolean => word.charAt(0) >= '0' && word.charAt(0) <= '9';

/** "krg" for "karang": the letters of the short form stand in the word in this order. */
function isShortening(typed: string, official: string): boolean {
  if (typed.length < 2 || typed.charAt(0) !== official.charAt(0)) return false;
  let from = 0;
  for (const letter of typed) {
    const found = official.indexOf(letter, from);
    if (found < 0) return false;
    from = found + 1;
  }
  return true;
}

const consonantsOf = (word: string): string => word.replace(/(?<=.)[aeiou]/g, '');

function shorteningLikeness(typed: string, official: string): number {
  const share = typed.length / official.length;
  if (official.startsWith(typed)) return 0.45 + 0.5 * share;
  if (!isShortening(typed, official)) return 0;
  const consonants = consonantsOf(official);
  if (typed.length >= 3 && isShortening(consonants, typed)) return 0.9;
  return 0.5 + 0.35 * share;
}

/** Nobody asks how unlike two words are that are less alike than this. */
const HOPELESS = 0.5;

/** Few slips cost little, many cost everything: real slips stay above 0.7, chance stays below. */
function likenessAfter(slips: number, longest: number): number {
  const share = slips / longest;
  return 1 - share - 2 * share * share;
}

/** "ceper" for "batuceper": the end of a name written as one word, a hint and no more. */
function endingLikeness(typed: string, official: string): number {
  const ends = typed.length >= 4 && official.length > typed.length && official.endsWith(typed);
  return ends ? 0.25 + 0.4 * (typed.length / official.length) : 0;
}

/**
 * Likeness of typed letters and an official word (both lower case), as two spellings of the whole
 * word: 1 the same, 0.97 the same sound, above 0.7 a usual slip, below 0.5 nothing to build on.
 * What is surely below `least` may count as 0.
 */
export function spellingLikeness(typed: string, official: string, least = HOPELESS): number {
  if (typed === official) return 1;
  if (typed === '' || official === '' || isDigit(typed) || isDigit(official)) return 0;
  const [typedSound, officialSound] = [soundOf(typed), soundOf(official)];
  if (typedSound === officialSound) return 0.97;
  const longest = Math.max(typed.length, official.length);
  if (Math.abs(typed.length - official.length) > 0.5 * longest) return 0;
  if (likenessAfter(leastSlipCost(typedSound, officialSound), longest) < least) return 0;
  const slips = likenessAfter(slipCost(typed, official), longest);
  if (typedSound === typed && officialSound === official) return Math.max(0, slips);
  const soundSlips = likenessAfter(slipCost(typedSound, officialSound), longest) - 0.03;
  return Math.max(0, slips, soundSlips);
}

/**
 * As `spellingLikeness`, and the typed word may be a part or a shortening of the official one
 * ("krg", "cip", "ut"), which counts 0.5–0.9 and leaves room for doubt.
 */
export function wordLikeness(typed: string, official: string): number {
  if (typed.length === 1 && typed !== official) return typed === official.charAt(0) ? INITIAL : 0;
  const spelled = spellingLikeness(typed, official);
  if (spelled >= 0.97 || (spelled === 0 && isDigit(typed))) return spelled;
  return Math.max(spelled, shorteningLikeness(typed, official), endingLikeness(typed, official));
}
