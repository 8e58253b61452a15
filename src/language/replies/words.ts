import { bare, type Entry, entryOf, phrasesFrom } from './lexicon.ts';
import { type Token, tokenise } from './normalise.ts';
import { spell } from './spelling.ts';

/** One recognised word or phrase of a reply, with its place in the original text. */
export interface Word {
  /** The shared lemma, or the typed form of a word the lexicon does not know. */
  readonly lemma: string;
  readonly tags: Set<string>;
  /** As typed, in lower case. */
  readonly form: string;
  readonly start: number;
  readonly end: number;
  /** Carries an ending such as -nya, which makes a verb a noun (`datangnya jam berapa`). */
  readonly nya: boolean;
  /** Begins with a capital letter while the message is not written all in capitals. */
  readonly capital: boolean;
}

/** Whether the word plays any of these roles. */
export function is(word: Word | undefined, ...tags: readonly string[]): boolean {
  return word !== undefined && tags.some((tag) => word.tags.has(tag));
}

const YES_EMOJI = /^(?:👍|✅|👌|☑|✔|💯|🙋|🆗|🫡|🙆|✋|🤚)/u;
const NO_EMOJI = /^(?:❌|👎|🙅|✖|🚫)/u;

/** Active and passive prefixes: an unknown word that bears one is most likely a verb. */
const VERB_SHAPE =
  /^(?:me[mnlrwy]|meng|nge|ng[aiueogh]|ny[aiueo]|ber|di[a-z]{4}|ter[a-z]{4}|ke\w+an$)/u;

/** Words that may be glued together: `gabisa`, `siaphadir`, `sayaikut`. */
const GLUED = new Set(
  (
    'tidak bisa hadir datang ikut siap saya insyaallah izin maaf mohon bu pak oke iya belum ' +
    'dulu sakit mau akan sudah terima_kasih acara kerja semoga mungkin tetap besok ada baik'
  ).split(' '),
);

/** Whether any of the words plays any of these roles. */
export function hasAny(words: readonly Word[], ...tags: readonly string[]): boolean {
  return words.some((word) => is(word, ...tags));
}

/** A list of roles, written as one string. */
export function roles(list: string): readonly string[] {
  return list.split(' ');
}

/** Reads a reply into known and unknown words, phrases joined, punctuation and emoji kept. */
export function wordsOf(text: string): Word[] {
  const tokens = tokenise(text);
  const letters = text.replace(/[^\p{L}]/gu, '');
  const shouting = letters.length > 0 && letters === letters.toUpperCase();
  const single = tokens.flatMap((token) => recognise(token, shouting));
  return joinPhrases(single);
}

function recognise(token: Token, shouting: boolean): Word[] {
  const form = bare(token.text.normalize('NFKC'));
  const word = (lemma: string, tags: Iterable<string>, nya = false): Word => ({
    lemma,
    tags: new Set(tags),
    form,
    start: token.start,
    end: token.end,
    nya,
    capital: !shouting && /^\p{Lu}/u.test(token.text),
  });
  if (token.text === '&' || token.text === '+') return [word('dan', ['and'])];
  if (token.kind === 'mark') return [word(token.text, ['mark'])];
  if (token.kind === 'emoji') {
    if (YES_EMOJI.test(token.text)) return [word('👍', ['emoji', 'thumb'])];
    if (NO_EMOJI.test(token.text)) return [word('❌', ['emoji', 'cross'])];
    return [word(token.text, ['emoji'])];
  }
  if (token.kind === 'number') {
    if (/^(?:86|8\.6|8-6|8686)$/.test(form)) return [word('laksanakan', ['yes'])];
    if (/^50 ?[:/-]? ?50$/.test(form)) return [word('tentatif', ['unsure'])];
    return [word(form, ['num'])];
  }
  const contracted = form in CONTRACTED ? unglue(form) : undefined;
  if (contracted && form.length === token.text.length) return placed(contracted, token);
  const denied = entryOf(form) ? undefined : unglueNegation(form);
  if (denied && form.length === token.text.length) return placed(denied, token);
  const spelled = spell(token.text);
  if (spelled) return [word(spelled.entry.lemma, spelled.entry.tags, spelled.nya)];
  const parts = unglue(form);
  if (parts && form.length === token.text.length) return placed(parts, token);
  if (token.text.includes('-')) return hyphenated(token, shouting);
  const shape = VERB_SHAPE.test(form) && form.length > 4 ? ['unknown', 'verbish'] : ['unknown'];
  return [word(form, shape)];
}

/** `alhamdulillah-saya`: an unknown hyphenated token is its parts. */
function hyphenated(token: Token, shouting: boolean): Word[] {
  const words: Word[] = [];
  for (const match of token.text.matchAll(/[^-]+/g)) {
    const start = token.start + match.index;
    const part: Token = { kind: 'word', text: match[0], start, end: start + match[0].length };
    words.push(...recognise(part, shouting));
  }
  return words;
}

/** Contractions that are two words: how many letters belong to the first. */
const CONTRACTED: Readonly<Record<string, number>> = {
  gbs: 1,
  gbsa: 1,
  gabs: 2,
  gkbs: 2,
  tdkbs: 3,
  gatau: 2,
  gtau: 1,
  gatw: 2,
  gaktau: 3,
  gtw: 1,
  gada: 2,
  gaada: 2,
  gakada: 3,
  gamau: 2,
  gmau: 1,
  gakmau: 3,
  gaikut: 2,
  gabisa: 2,
  gajadi: 2,
  gajd: 2,
  gapake: 2,
  gausah: 2,
  gakusah: 3,
  gapernah: 2,
  gapunya: 2,
  kagabise: 4,
};

/** `gbisa`, `tdkhadir`, `takikut`: a negation glued to its verb must never be lost. */
function unglueNegation(form: string): { text: string; entry: Entry }[] | undefined {
  const match =
    /^(g|gk|ga|gak|tdk|td|tak|tidak|ngga|nggak|enggak|engga|kagak|kaga|ndak|ora|teu|moal|blm|belum)(\p{L}{2,})$/u.exec(
      form,
    );
  const [, first = '', rest = ''] = match ?? [];
  const entry = entryOf(rest) ?? (rest.length >= 4 ? spell(rest)?.entry : undefined);
  if (entry === undefined || !['able', 'come', 'want'].some((tag) => entry.tags.has(tag)))
    return undefined;
  const negation = entryOf(
    first.startsWith('bl') || first === 'belum' ? 'belum' : first === 'moal' ? 'moal' : 'tidak',
  );
  return (
    negation && [
      { text: first, entry: negation },
      { text: rest, entry },
    ]
  );
}

/** Splits a glued form into words of the core vocabulary, at least one of them long. */
function unglue(form: string): { text: string; entry: Entry }[] | undefined {
  const cut = CONTRACTED[form];
  const pair = cut === undefined ? [] : [form.slice(0, cut), form.slice(cut)];
  const known = pair.flatMap((text) => {
    const entry = entryOf(text);
    return entry ? [{ text, entry }] : [];
  });
  if (known.length === 2) return known;
  if (form.length < 5 || form.length > 24) return undefined;
  const attempt = (rest: string, depth: number): { text: string; entry: Entry }[] | undefined => {
    if (rest === '') return [];
    if (depth === 4) return undefined;
    for (let length = rest.length; length >= 2; length -= 1) {
      const text = rest.slice(0, length);
      const entry = spellCore(text);
      if (!entry) continue;
      const tail = attempt(rest.slice(length), depth + 1);
      if (tail) return [{ text, entry }, ...tail];
    }
    return undefined;
  };
  const parts = attempt(form, 0);
  const called = parts?.at(-1)?.entry.tags.has('honor') === true && form.length >= 5;
  return parts && parts.length > 1 && (called || parts.some((part) => part.text.length >= 4))
    ? parts
    : undefined;
}

function spellCore(text: string): Entry | undefined {
  const entry = entryOf(text);
  return entry && GLUED.has(entry.lemma) ? entry : undefined;
}

function placed(parts: readonly { text: string; entry: Entry }[], token: Token): Word[] {
  let start = token.start;
  return parts.map(({ text, entry }) => {
    const word: Word = {
      lemma: entry.lemma,
      tags: new Set(entry.tags),
      form: text,
      start,
      end: start + text.length,
      nya: false,
      capital: false,
    };
    start += text.length;
    return word;
  });
}

function joinPhrases(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let i = 0; i < words.length; ) {
    const phrase = phraseAt(words, i);
    const word = words[i];
    if (word === undefined) break;
    if (phrase === undefined) {
      joined.push({ ...word, tags: new Set(word.tags) });
      i += 1;
      continue;
    }
    const last = words[i + phrase.length - 1] ?? word;
    joined.push({
      ...word,
      ...phrase.entry,
      tags: new Set(phrase.entry.tags),
      end: last.end,
      nya: last.nya,
    });
    i += phrase.length;
  }
  return joined;
}

function phraseAt(
  words: readonly Word[],
  at: number,
): { entry: Entry; length: number } | undefined {
  const first = words[at];
  if (first === undefined || is(first, 'mark', 'emoji')) return undefined;
  for (const key of first.lemma === first.form ? [first.lemma] : [first.lemma, first.form]) {
    for (const { parts, entry } of phrasesFrom(key)) {
      const fits = parts.every((part, offset) => {
        const word = words[at + offset];
        return word !== undefined && (word.lemma === part || word.form === part);
      });
      if (fits) return { entry, length: parts.length };
    }
  }
  return undefined;
}
