import { is, type Word } from './words.ts';

/** A word that means something else beside these neighbours. */
interface Mending {
  readonly applies: (word: Word, words: readonly Word[], at: number) => boolean;
  readonly tags: readonly string[];
}

const MENDINGS: readonly Mending[] = [
  {
    // `tdk bis hadir` is "bisa"; elsewhere `bis` is a bus.
    applies: (word, words, at) => word.form === 'bis' && is(words[at - 1], 'neg', 'notyet', 'self'),
    tags: ['able'],
  },
  {
    // `no rek`, `no 5` are numbers, not the English refusal.
    applies: (word, words, at) =>
      word.form === 'no' && is(word, 'neg') && is(words[at + 1], 'num', 'unknown', 'app'),
    tags: ['unknown'],
  },
  {
    // `80% bisa`, `90 persen hadir` leave it open; `100% hadir` does not.
    applies: (word, words, at) => isPercent(word) && is(words[at - 1], 'num', 'sure', 'hedge'),
    tags: ['part'],
  },
  {
    applies: (word, words, at) => isPercent(words[at + 1]) && word.form === '100',
    tags: ['sure'],
  },
  {
    applies: (word, words, at) => isPercent(words[at + 1]) && is(word, 'num'),
    tags: ['hedge'],
  },
  {
    // Only money is counted by quarters; elsewhere `tw` knows.
    applies: (word, words, at) =>
      ['tw', 'triwulan', 'kuartal'].includes(word.form) && is(words[at + 1], 'num'),
    tags: ['pay'],
  },
  { applies: isLooseLetter, tags: ['unknown'] },
  { applies: isSlippedNegation, tags: ['neg'] },
  {
    // `ga bda hadir`, `ga bia hadir`: between a negation and its verb only `bisa` begins so.
    applies: (word, words, at) =>
      is(word, 'unknown') &&
      /^b\p{L}{1,3}$/u.test(word.form) &&
      is(words[at - 1], 'neg') &&
      is(words[at + 1], 'come'),
    tags: ['able'],
  },
  {
    // `kurang bisa`, `kurang memungkinkan` refuse politely.
    applies: (word, words, at) =>
      word.form === 'kurang' && is(words[at + 1], 'able', 'want', 'ready'),
    tags: ['neg'],
  },
  {
    // A boss who forbids or allows is a person of the sender's, not somebody greeted.
    applies: (word, words, at) =>
      /^boss?$/.test(word.form) &&
      (is(words[at - 1], 'snag', 'allowed', 'by', 'from', 'with') || is(words[at + 1], 'snag')),
    tags: ['kin'],
  },
  {
    // `lagi masak` cooks; `masak ga hadir` wonders how one could stay away.
    applies: (word, words, at) =>
      word.form === 'masak' &&
      (is(words[at - 1], 'aspect', 'self') ||
        !(is(words[at + 1], 'neg', 'notyet') || is(words[at + 2], 'neg', 'notyet'))),
    tags: ['plain'],
  },
  {
    // `Kel. Gaga`, `Kelurahan Larangan`: what follows the label is a place, whatever it means.
    applies: (word, words, at) =>
      word.capital &&
      !is(word, 'self', 'mark') &&
      (is(words[at - 1], 'area', 'role') ||
        (words[at - 1]?.lemma === '.' && is(words[at - 2], 'area'))),
    tags: ['area'],
  },
  {
    // `kabarnya besok ya pak` promises news; `kabarnya bu Rina ga ikut` is hearsay.
    applies: (word, words, at) =>
      word.form === 'kabarnya' &&
      words.slice(at + 1).every((other) => is(other, 'time', 'soon', 'part', 'called', 'honor')),
    tags: ['promise_news', 'noun'],
  },
  {
    // `gelombang depan`, `pertemuan berikutnya`: some other occasion.
    applies: (word, words, at) =>
      /^(?:depan|berikutnya|berikut|selanjutnya|mendatang)$/.test(word.form) &&
      isOccasion(words[at - 1]),
    tags: ['later'],
  },
  {
    // Sundanese `duka (teuing)` is "I don't know"; `berduka`, `rumah duka` are not.
    applies: (word, words, at) =>
      word.form === 'duka' &&
      (at === 0 || is(words[at - 1], 'mark', 'honor')) &&
      (at === words.length - 1 || is(words[at + 1], 'part', 'honor', 'mark')),
    tags: ['unsure'],
  },
  {
    // Javanese `tak usahakno` is "I shall try"; elsewhere `tak` denies.
    applies: (word, words, at) =>
      word.form === 'tak' &&
      (is(words[at + 1], 'effort') ||
        /^(?:teko|budal|delok|kabari|takon)/.test(words[at + 1]?.form ?? '')),
    tags: ['will', 'self'],
  },
];

/** Gives words the roles that only their neighbours explain, in place. */
export function mend(words: readonly Word[]): void {
  for (const [at, word] of words.entries()) {
    for (const { applies, tags } of MENDINGS) {
      if (!applies(word, words, at)) continue;
      word.tags.clear();
      for (const tag of tags) word.tags.add(tag);
    }
  }
}

function isPercent(word: Word | undefined): boolean {
  return word?.lemma === '%' || word?.form === 'persen';
}

/** A single `g` is "ga" only in front of something it can deny. */
function isLooseLetter(word: Word, words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (word.form !== 'g' || next === undefined || next.start === word.end) return false;
  return !is(next, 'able', 'come', 'want', 'exist', 'become', 'mark') && next.lemma !== 'dulu';
}

/** Next to `gak` or `tdk`, before a verb: missing it would turn the answer round. */
function isSlippedNegation(word: Word, words: readonly Word[], at: number): boolean {
  if (!is(word, 'unknown') || !is(words[at + 1], 'able', 'come', 'want')) return false;
  if (/^(?:[gt]|ng|tdk)[^aeiou]{1,2}$/.test(word.form)) return true;
  return ['gak', 'tdk'].some(
    (negation) =>
      negation.length === word.form.length &&
      [...negation].filter((letter, index) => letter !== word.form[index]).length === 1,
  );
}

/** One of a series of occasions, of which there may be a next one. */
function isOccasion(word: Word | undefined): boolean {
  const series = /^(?:gelombang|batch|angkatan|periode|tahun|bulan|kesempatan|kloter|sesi)$/;
  return is(word, 'event', 'event_any') || series.test(word?.form ?? '');
}
