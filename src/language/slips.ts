/** How Indonesian words sound and how they get misspelt; shared by place names and person names. */

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj|ch/g, 'c'],
  [/nj/g, 'ny'],
  [/eu/g, 'e'],
  [/([kgptdbslr])h/g, '$1'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/[fv]/g, 'p'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/h$/, ''],
];

/** Sounds already worked out: the words of a city's names come back with every question. */
const heard = new Map<string, string>();
const HEARD_AT_MOST = 20_000;

/**
 * The sound of a word, so that old and careless spellings agree: "tjiledoeg" and "ciledug",
 * "kerreo" and "kereo", "inda" and "indah".
 */
export function soundOf(word: string): string {
  const known = heard.get(word);
  if (known !== undefined) return known;
  const sound = SOUNDS.reduce((said, [pattern, written]) => said.replace(pattern, written), word);
  if (heard.size >= HEARD_AT_MOST) heard.clear();
  heard.set(word, sound);
  return sound;
}

const VOWELS = 'aeiou';
const isVowel = (letter: string): boolean => VOWELS.includes(letter);

/** Letters that Indonesian ears and spellings confuse. */
const ALIKE = new Set(
  ['bp', 'dt', 'gk', 'mn', 'lr', 'cj', 'cs', 'sz', 'fp', 'pv', 'iy', 'uw', 'ck', 'kq', 'jy', 'bw']
    .concat(['ks', 'nr', 'gj', 'hk'])
    .flatMap((pair) => [pair, [...pair].reverse().join('')]),
);
const KEYBOARD = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const NEIGHBOURS = new Set(
  KEYBOARD.flatMap((row) =>
    [...row.slice(1)].flatMap((letter, at) => [row.charAt(at) + letter, letter + row.charAt(at)]),
  ),
);

const COST = {
  replace: 1,
  replaceVowel: 0.6,
  replaceAlike: 0.5,
  replaceNeighbour: 0.65,
  dropFirst: 0.4,
  dropVowel: 0.35,
  dropConsonant: 0.8,
  dropH: 0.4,
  dropTwin: 0.2,
  addLetter: 0.75,
  addTwin: 0.15,
  swap: 0.6,
};

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Its number in the alphabet, 0 for anything else. */
const letterAt = (word: string, at: number): number => {
  const number = word.charCodeAt(at) - 96;
  return number >= 1 && number <= 26 ? number : 0;
};

function replacing(typed: string, official: string): number {
  if (typed === official) return 0;
  if (isVowel(typed) && isVowel(official)) return COST.replaceVowel;
  if (ALIKE.has(typed + official)) return COST.replaceAlike;
  return NEIGHBOURS.has(typed + official) ? COST.replaceNeighbour : COST.replace;
}

/** The price of every letter typed for every other, by their numbers in the alphabet. */
const REPLACE_COST = (() => {
  const costs = new Float64Array(32 * 32).fill(COST.replace);
  for (const typed of LETTERS) {
    for (const official of LETTERS) {
      costs[letterAt(typed, 0) * 32 + letterAt(official, 0)] = replacing(typed, official);
    }
  }
  return costs;
})();

const replaceCost = (typed: number, official: number): number =>
  REPLACE_COST[typed * 32 + official] ?? COST.replace;

function dropCost(official: string, at: number): number {
  const letter = official.charAt(at);
  if (letter === official.charAt(at - 1)) return COST.dropTwin;
  if (isVowel(letter)) return COST.dropVowel;
  return letter === 'h' ? COST.dropH : COST.dropConsonant;
}

/**
 * The effort to get from the official spelling to the typed one: Damerau-Levenshtein with the
 * slips of Indonesian typing made cheap (left-out vowels, doubled letters, b/p, d/t, i/y …).
 */
export function slipCost(typed: string, official: string): number {
  const width = typed.length + 1;
  let [older, last, row] = [
    new Float64Array(width),
    new Float64Array(width),
    new Float64Array(width),
  ];
  for (let column = 1; column < width; column += 1) row[column] = column * COST.addLetter;
  for (let at = 0; at < official.length; at += 1) {
    [older, last, row] = [last, row, older];
    const wanted = letterAt(official, at);
    const drop = dropCost(official, at);
    row[0] = (last[0] ?? 0) + drop + (at === 0 ? COST.dropFirst : 0);
    for (let column = 1; column < width; column += 1) {
      const given = letterAt(typed, column - 1);
      const before = column > 1 ? letterAt(typed, column - 2) : 0;
      const add = given === before ? COST.addTwin : COST.addLetter;
      let best = Math.min(
        (last[column - 1] ?? 0) + replaceCost(given, wanted),
        (last[column] ?? 0) + drop,
        (row[column - 1] ?? 0) + add,
      );
      if (at > 0 && column > 1 && before === wanted && given === letterAt(official, at - 1)) {
        best = Math.min(best, (older[column - 2] ?? 0) + (given === before ? 0 : COST.swap));
      }
      row[column] = best;
    }
  }
  return row[typed.length] ?? 0;
}

const letterSet = (word: string): number => {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << letterAt(word, at);
  return letters;
};

/**
 * A lower bound of `slipCost` that costs next to nothing: every letter of the official word that
 * was not typed was dropped or replaced.
 */
export function leastSlipCost(typed: string, official: string): number {
  let missing = letterSet(official) & ~letterSet(typed);
  let count = 0;
  for (; missing !== 0; missing &= missing - 1) count += 1;
  return count * COST.dropVowel;
}
