import { ATTENDANCE } from './lexicon-attendance.ts';
import { COMMON } from './lexicon-common.ts';
import { COURTESY } from './lexicon-courtesy.ts';
import { GRAMMAR } from './lexicon-grammar.ts';
import { REASONS } from './lexicon-reasons.ts';
import { TOPICS } from './lexicon-topics.ts';

/** What the lexicon knows of a word: the lemma all its spellings share, and its roles. */
export interface Entry {
  readonly lemma: string;
  readonly tags: ReadonlySet<string>;
}

/** A phrase that acts as one word, as the sequence of lemmas (or plain forms) it is made of. */
interface Phrase {
  readonly parts: readonly string[];
  readonly entry: Entry;
}

const words = new Map<string, Entry>();
const phrases = new Map<string, Phrase[]>();

interface Row {
  readonly entry: Entry;
  readonly variants: readonly string[];
}

/** Reads one table: a line is `lemma tag,tag = variant variant`; `_` joins the words of a phrase. */
function* rows(table: string): Generator<Row> {
  for (const line of table.split('\n')) {
    const [head, tail] = line.split('=');
    if (head === undefined || tail === undefined) continue;
    const [lemma = '', tags = ''] = head.trim().split(/\s+/);
    const entry = { lemma, tags: new Set(tags.split(',')) };
    yield { entry, variants: [lemma, ...tail.split(/\s+/).filter(Boolean)] };
  }
}

const GENERAL = [
  'neg',
  'notyet',
  'nix',
  'able',
  'exist',
  'want',
  'rel',
  'self',
  'done',
  'aspect',
  'at',
  'to',
  'with',
  'from',
  'for',
  'soon',
  'ask',
  'permit',
  'sorry',
  'please',
  'request',
  'cond',
];
const TABLES = [GRAMMAR, ATTENDANCE, COURTESY, REASONS, TOPICS];
/** Function words: inside a phrase any of their spellings will do. */
const general = new Map<string, Entry>();
const plain = new Set(['plain']);
const ordinary = COMMON.trim()
  .split(/\s+/)
  .map((lemma): Row => ({ entry: { lemma, tags: plain }, variants: [lemma] }));
const allRows = [...TABLES.flatMap((table) => [...rows(table)]), ...ordinary];

for (const { entry, variants } of allRows) {
  for (const variant of variants) {
    const form = bare(variant);
    if (variant.includes('_') || form === '' || words.has(form)) continue;
    words.set(form, entry);
    if (GENERAL.some((tag) => entry.tags.has(tag))) general.set(form, entry);
  }
}
for (const { entry, variants } of allRows) {
  for (const variant of variants) {
    if (!variant.includes('_')) continue;
    const parts = variant.split('_').map((part) => general.get(bare(part))?.lemma ?? bare(part));
    const first = parts[0] ?? '';
    const list = phrases.get(first) ?? [];
    phrases.set(first, list);
    if (!list.some((phrase) => phrase.parts.join(' ') === parts.join(' ')))
      list.push({ parts, entry });
  }
}
for (const list of phrases.values()) list.sort((a, b) => b.parts.length - a.parts.length);

/** A spelling without apostrophes, in lower case: the key under which the lexicon keeps it. */
export function bare(form: string): string {
  return form.toLowerCase().replace(/['’‘`´]/g, '');
}

/** The entry for exactly this spelling. */
export function entryOf(form: string): Entry | undefined {
  return words.get(form);
}

/** The phrases whose first word has this lemma, longest first. */
export function phrasesFrom(lemma: string): readonly Phrase[] {
  return phrases.get(lemma) ?? [];
}

/** Every single-word spelling with its entry, in the order of the tables. */
export function allWords(): IterableIterator<[string, Entry]> {
  return words.entries();
}
