/** Writes official names as people write them; what is meant is known by construction. */

/** A source of chance that repeats: the same seed gives the same lines. */
export interface Dice {
  /** A whole number from 0 up to, not including, `sides`. */
  roll(sides: number): number;
  pick<T>(choices: readonly [T, ...T[]]): T;
  chance(share: number): boolean;
}

/** Mulberry32: small, well spread, repeatable. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const roll = (sides: number): number => Math.floor(next() * sides);
  return {
    roll,
    pick: (choices) => choices[roll(choices.length)] ?? choices[0],
    chance: (share) => next() < share,
  };
}

const NEIGHBOURS: Readonly<Record<string, string>> = {
  a: 'sq',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr',
  g: 'fh',
  i: 'uo',
  k: 'jl',
  l: 'k',
  m: 'n',
  n: 'bm',
  o: 'ip',
  p: 'o',
  r: 'et',
  s: 'ad',
  t: 'ry',
  u: 'yi',
};

const SHORT: Readonly<Record<string, readonly [string, ...string[]]>> = {
  barat: ['brt', 'br', 'bar'],
  baru: ['br', 'bru'],
  batu: ['bt'],
  indah: ['idh', 'ind', 'inda'],
  jaya: ['jy', 'jya'],
  karang: ['kr', 'krg', 'krng', 'kr.'],
  kebon: ['kb', 'kbn', 'kebun'],
  kidul: ['kdl', 'kidl'],
  kulon: ['kln', 'kuln'],
  pasar: ['ps', 'psr'],
  pasir: ['psr', 'ps'],
  pondok: ['pd', 'pdk', 'pd.'],
  sari: ['sri', 'sr'],
  selatan: ['slt', 'sel', 'sltn', 'sel.'],
  tanah: ['tnh', 'tn'],
  tanjung: ['tj', 'tjg', 'tg', 'tanjong'],
  tengah: ['tgh', 'tngh', 'tng'],
  timur: ['tmr', 'tim', 'timr'],
  utara: ['utr', 'ut', 'utra'],
  wetan: ['wtn', 'wetn'],
};

const shortest = (word: string, dice: Dice): string => {
  const forms = Object.hasOwn(SHORT, word) ? SHORT[word] : undefined;
  return forms === undefined ? withoutVowel(word, dice) : dice.pick(forms);
};

function withoutVowel(word: string, dice: Dice): string {
  const places = [...word].flatMap((letter, at) => (at > 0 && 'aeiou'.includes(letter) ? at : []));
  const at = places[dice.roll(Math.max(1, places.length))];
  return at === undefined || word.length < 4 ? word : word.slice(0, at) + word.slice(at + 1);
}

function withoutVowels(word: string): string {
  return word.length < 5 ? word : word.charAt(0) + word.slice(1).replace(/[aeiou](?=.)/g, '');
}

function withSlip(word: string, dice: Dice): string {
  if (word.length < 4) return word;
  const at = 1 + dice.roll(word.length - 1);
  const letter = word.charAt(at);
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (dice.roll(4)) {
    case 0:
      return `${before}${letter}${letter}${after}`;
    case 1:
      return `${word.slice(0, at - 1)}${letter}${word.charAt(at - 1)}${after}`;
    case 2:
      return before + after;
    default: {
      const near = NEIGHBOURS[letter] ?? letter;
      return before + near.charAt(dice.roll(near.length)) + after;
    }
  }
}

const AROUND: readonly [string, ...string[]] = [
  '*',
  '* bu',
  'kel *',
  'kel. *',
  'Kelurahan *',
  'kelurahan saya * pak',
  'saya dari *',
  'sy dr kel *',
  'psm kel *',
  'PSM *',
  'kader * bu',
  'ds. *',
  'desa *',
  'assalamualaikum, saya dari kelurahan * terima kasih 🙏',
  'tugas di *',
  'nama saya Yuyun, kel. *',
];
const WITH_KECAMATAN: readonly [string, ...string[]] = [
  '* kec @',
  'kel * kec. @',
  '* @',
  '*, @',
  'kel. *, kecamatan @',
  'kec @ kel *',
  'saya dari kel * kec @ bu',
];

function noisyWords(words: readonly string[], dice: Dice): string[] {
  const noisy = [...words];
  const slips = 1 + (dice.chance(0.35) ? 1 : 0);
  for (let slip = 0; slip < slips; slip += 1) {
    const at = dice.roll(noisy.length);
    const word = words[at] ?? '';
    const kind = dice.roll(10);
    if (kind < 3) noisy[at] = withoutVowel(word, dice);
    else if (kind < 5) noisy[at] = withSlip(word, dice);
    else if (kind < 6) noisy[at] = withoutVowels(word);
    else if (words.length > 1) noisy[at] = shortest(word, dice);
  }
  return noisy;
}

/** A name written carelessly and alone: slips, dropped vowels, short forms, joined words, case. */
function carelessName(name: string, dice: Dice): string {
  const words = name.toLowerCase().split(' ');
  const noisy = dice.chance(0.2) ? words : noisyWords(words, dice);
  const written = noisy.join(dice.chance(0.2) ? '' : ' ');
  return dice.pick([written, written, written.toUpperCase(), capitalised(written)]);
}

const capitalised = (text: string): string =>
  text.replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase());

/** A whole message that names this kelurahan carelessly, now and then with its kecamatan. */
export function carelessMessage(name: string, kecamatan: string, dice: Dice): string {
  const written = carelessName(name, dice);
  if (!dice.chance(0.3)) return dice.pick(AROUND).replace('*', () => written);
  const district = dice.chance(0.5) ? kecamatan : carelessName(kecamatan, dice);
  return dice
    .pick(WITH_KECAMATAN)
    .replace('*', () => written)
    .replace('@', () => district);
}
