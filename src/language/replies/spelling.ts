import { allWords, bare, type Entry, entryOf } from './lexicon.ts';

/** A recognised spelling; `nya` tells that an ending like -nya, -e, -na was taken off. */
export interface Spelled {
  readonly entry: Entry;
  readonly nya: boolean;
}

/**
 * Ways people write a known word, tried in order: as it stands, with doubled letters, with a digit
 * for reduplication or for a letter, with an ending, in Betawi or Palembang vowels, with vowels
 * left out, and at last with one slip of the thumb.
 */
export function spell(typed: string): Spelled | undefined {
  const form = bare(typed.normalize('NFKC'));
  const direct = entryOf(form);
  if (direct) return { entry: direct, nya: false };
  const calm = unrepeat(form);
  return (
    plain(undigit(form)) ??
    calm ??
    ended(form) ??
    plain(vowels(form)) ??
    ended(vowels(form)) ??
    plain(unvowelled(form)) ??
    plain(slipped(form))
  );
}

function plain(form: string | undefined): Spelled | undefined {
  const entry = form === undefined ? undefined : entryOf(form);
  return entry && { entry, nya: false };
}

/** `hadirrrr`, `okeee`, `siiaap`: runs of three or more, then of two, shrink to one letter. */
function unrepeat(form: string): Spelled | undefined {
  if (!/(.)\1/u.test(form)) return undefined;
  const longRuns = form.replace(/(.)\1{2,}/gu, '$1');
  const doubled = form.replace(/(.)\1{2,}/gu, '$1$1');
  const allRuns = form.replace(/(.)\1+/gu, '$1');
  for (const candidate of [longRuns, doubled, allRuns]) {
    const found = candidate.length > 0 ? plain(candidate) : undefined;
    if (found) return found;
  }
  const found = allRuns === form || allRuns.length < 4 ? undefined : ended(allRuns);
  return found ?? plain(allRuns.length < 4 ? undefined : (unvowelled(allRuns) ?? slipped(allRuns)));
}

const DIGIT_LETTERS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
};

/** `siap2` and `siap-siap` are `siap`; `h4dir` is `hadir`. */
function undigit(form: string): string | undefined {
  const half = /^(\p{L}{2,})-\1(nya|an)?$/u.exec(form)?.[1];
  if (half !== undefined) return half;
  const doubled = /^(\p{L}{2,})2(nya|an|na|ne)?$/u.exec(form)?.[1];
  if (doubled !== undefined) return doubled;
  if (!/\p{L}[01345]|[01345]\p{L}/u.test(form)) return undefined;
  return form.replace(/[01345]/g, (digit) => DIGIT_LETTERS[digit] ?? digit);
}

const ENDINGS = /(nipun|ipun|nya|nye|nyo|ny|na|ne|kah|lah|ku|mu|pun|an|in|kan|x|e)$/u;

/** `acaranya`, `tempate`, `infona`, `hadirkah`: the ending is taken off when a word remains. */
function ended(form: string | undefined): Spelled | undefined {
  if (form === undefined) return undefined;
  for (const pattern of [/(?:nya|nye|nyo|kah|lah|pun)$/u, ENDINGS]) {
    const stem: string = form.replace(pattern, '');
    if (stem === form || stem.length < 3) continue;
    const entry = entryOf(stem);
    if (entry === undefined) continue;
    const asks = /kah$/u.test(form) ? { ...entry, tags: new Set([...entry.tags, 'yn']) } : entry;
    return { entry: asks, nya: !/(kah|lah|pun)$/u.test(form) };
  }
  return undefined;
}

/** Betawi final -e and Palembang or Minang final -o stand for -a: `bise`, `katenye`, `biso`. */
function vowels(form: string): string | undefined {
  if (form.length < 4) return undefined;
  const open = form.replace(/nye$/u, 'nya').replace(/nyo$/u, 'nya').replace(/[eo]$/u, 'a');
  return open === form ? undefined : open;
}

const skeletons = new Map<string, string[]>();
for (const [word, entry] of allWords()) {
  if (word.length < 5 || word !== entry.lemma) continue;
  const key = skeleton(word);
  if (key.length < 3) continue;
  skeletons.set(key, [...(skeletons.get(key) ?? []), word]);
}

function skeleton(form: string): string {
  return form.replace(/[aeiou]/gu, '');
}

/** `brngkt`, `kperluan`, `sblh`: vowels left out of a known word, all other letters kept in order. */
function unvowelled(form: string): string | undefined {
  if (form.length < 3 || !/^\p{L}+$/u.test(form)) return undefined;
  const candidates = skeletons.get(skeleton(form)) ?? [];
  return candidates.find((word) => word.length > form.length && isSubsequence(form, word));
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Words common enough in replies that a single slip in them is worth repairing. */
const REPAIRED = [
  'hadir datang dateng ikut izin ijin sakit bisa siap tidak nggak enggak gabisa insyaallah maaf',
  'kagak ngga engga ndak insentif honor kapan dimana berapa tempat lokasi seragam acara keluarga keperluan berangkat',
  'mungkin kayaknya sepertinya usahakan diusahakan semoga kalau karena belum besok terima kasih',
  'terimakasih makasih mohon merapat meluncur diwakilkan diwakili digantikan berhalangan',
  'pelatihan undangan rapat kerja urusan terlambat konfirmasi kehadiran assalamualaikum transport',
  'alhamdulillah menyimak laksanakan bersedia mengikuti suami meninggal rumah',
]
  .join(' ')
  .split(' ');

/** Real words and names one slip away from the above, which must stay themselves. */
const UNTOUCHED = new Set(
  (
    'hadi hadis hadist nadir hidir khadir kadir hadiah hadirin hadirat batang datar dayang dagang ' +
    'ikat ikan akut laut izza isin iin bukit rakit sakti bina biasa visa bisu lisa risa misal tisa ' +
    'siapa siam sial sikap tidur bidak acar asmara antara cara kapal kapas kapten kapak cepat empat ' +
    'kaya maag maas maaf malu bebas berapi kerjo meja besi jasad siti tina sari dewi rani mohan ' +
    'kaskus hasan saat amanah cukup masak rusak bisnis lokal rumit kalang telur kabar kapok izzah ' +
    'karang beluk belut kasir ruang ramah rujuk suaminah surami maha mahal malas muslim akad siska ' +
    'hanif hamid hadijah hadiati hadidah karyana sakinah sakira sapta rahma ramai besar beres'
  ).split(' '),
);

const NEAR: Readonly<Record<string, string>> = {
  q: 'wa',
  w: 'qeas',
  e: 'wrsd',
  r: 'etdf',
  t: 'ryfg',
  y: 'tugh',
  u: 'yihj',
  i: 'uojk',
  o: 'ipkl',
  p: 'ol',
  a: 'qwsz',
  s: 'adwexz',
  d: 'sferxc',
  f: 'dgrtcv',
  g: 'fhtyvb',
  h: 'gjyubn',
  j: 'hkuinm',
  k: 'jlionm',
  l: 'kop',
  z: 'asx',
  x: 'zcsd',
  c: 'xvdf',
  v: 'cbfg',
  b: 'vngh',
  n: 'bmhj',
  m: 'njk',
};

/** One slip away from a common word: swapped, neighbouring, doubled, missing or extra letter. */
function slipped(form: string): string | undefined {
  if (form.length < 4 || form.length > 15 || UNTOUCHED.has(form)) return undefined;
  return REPAIRED.find((word) => isOneSlip(form, word));
}

function isOneSlip(typed: string, word: string): boolean {
  const difference = typed.length - word.length;
  if (difference > 1 || difference < -1) return false;
  let head = 0;
  while (head < typed.length && head < word.length && typed[head] === word[head]) head += 1;
  if (difference === 0) {
    const swapped = typed[head] === word[head + 1] && typed[head + 1] === word[head];
    if (swapped && typed.slice(head + 2) === word.slice(head + 2)) return true;
    const near = NEAR[word[head] ?? '']?.includes(typed[head] ?? '') ?? false;
    const longEnough = word.length >= 7 && head > 0;
    return (near || longEnough) && typed.slice(head + 1) === word.slice(head + 1);
  }
  if (difference === 1) {
    if (word.length < 5 || typed.slice(head + 1) !== word.slice(head)) return false;
    return head > 0 ? !/[iu]$/.test(typed) || word.length >= 7 : !/^[gktn]/.test(typed);
  }
  return word.length >= 6 && head > 0 && typed.slice(head) === word.slice(head + 1);
}
