import { expand, type Piece, unglue, unglueNegation } from './gluing.ts';
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
  const whole = form.length === token.text.length;
  const split = expand(form) ?? (entryOf(form) ? undefined : unglueNegation(form));
  if (split && whole) return placed(split, token);
  const spelled = spell(token.text);
  if (spelled) return [word(spelled.entry.lemma, spelled.entry.tags, spelled.nya)];
  const parts = unglue(form);
  if (parts && whole) return placed(parts, token);
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

function placed(parts: readonly Piece[], token: Token): Word[] {
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
      // `ga bisa, jadi …` is no `bisa jadi`: a hedge is not denied.
      if (entry.tags.has('hedge') && is(words[at - 1], 'neg')) continue;
      const fits = parts.every((part, offset) => {
        const word = words[at + offset];
        return word !== undefined && (word.lemma === part || word.form === part);
      });
      if (fits) return { entry, length: parts.length };
    }
  }
  return undefined;
}
