import { is, type Word } from './words.ts';

/** How a clause hangs on the one before it. */
export type Link =
  | 'start'
  | 'cause'
  | 'result'
  | 'contrast'
  | 'cond'
  | 'concede'
  | 'correct'
  | 'then'
  | 'before'
  | 'purpose'
  | 'means';

export interface Clause {
  readonly words: readonly Word[];
  readonly link: Link;
  /** The connector itself, when one was written. */
  readonly connector: Word | undefined;
  /** Follows punctuation or a new line, not only a connector. */
  readonly fresh: boolean;
  /** Ends with a question mark. */
  readonly asked: boolean;
  /** Is the label of a form field (`Konfirmasi:`), or one of several copied options (`hadir/tidak`). */
  readonly label: boolean;
  /** The mark it ends with, empty at a connector. */
  readonly mark: string;
}

const LINK_TAGS: readonly Link[] = [
  'cause',
  'result',
  'contrast',
  'cond',
  'concede',
  'correct',
  'then',
  'before',
  'purpose',
  'means',
];

/** Cuts a reply into clauses at punctuation and at connectors. */
export function clausesOf(words: readonly Word[]): Clause[] {
  const clauses: Clause[] = [];
  let current: Word[] = [];
  let link: Link = 'start';
  let connector: Word | undefined;
  let fresh = true;
  const close = (mark: string): void => {
    const label = mark === ':' || mark === '/';
    if (current.length > 0 || connector !== undefined) {
      clauses.push({
        words: current,
        link,
        connector,
        fresh,
        asked: mark.startsWith('?'),
        label,
        mark,
      });
    } else if (mark.startsWith('?') && clauses.length > 0) {
      const last = clauses.pop();
      if (last) clauses.push({ ...last, asked: true });
    }
    current = [];
    link = 'start';
    connector = undefined;
    fresh = mark !== '';
  };
  for (let i = 0; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined) continue;
    if (is(word, 'mark')) {
      if (isInnerMark(words, i)) continue;
      close(word.lemma);
      continue;
    }
    const linkTag = linkOf(words, i, current);
    if (linkTag !== undefined) {
      // `nanti kalau …`: the adverb belongs to what is supposed.
      const adverb = linkTag === 'cond' && current.every((one) => is(one, 'soon'));
      if ((current.length > 0 && !adverb) || connector !== undefined) close('');
      link = linkTag;
      connector = word;
      continue;
    }
    current.push(word);
  }
  close('end');
  return spreadOptions(clauses);
}

/** Marks that do not end anything: `Hj. Romlah`, `a.n.`, quotes, `@`. */
function isInnerMark(words: readonly Word[], at: number): boolean {
  const mark = words[at];
  if (mark === undefined) return false;
  if (/^["'“”‘’`*_~@#&+%°]$/.test(mark.lemma)) return true;
  const before = words[at - 1];
  const short = is(before, 'title', 'naming', 'area') && (before?.form.length ?? 9) <= 3;
  const abbreviated = short || /^(?:sdr|sdri|bpk|drs|dra)$/.test(before?.form ?? '');
  return mark.lemma === '.' && abbreviated && words[at + 1] !== undefined;
}

/** Both sides of a slash are options, the last one as well. */
function spreadOptions(clauses: readonly Clause[]): Clause[] {
  return clauses.map((clause, at) => {
    const previous = clauses[at - 1];
    const short = clause.words.length <= 2;
    const option = previous?.label === true && at > 0 && previous.words.length <= 2 && short;
    return option && isSlashed(clauses, at) ? { ...clause, label: true } : clause;
  });
}

function isSlashed(clauses: readonly Clause[], at: number): boolean {
  const previous = clauses[at - 1]?.words.at(-1);
  const next = clauses[at]?.words[0];
  if (previous === undefined || next === undefined || clauses[at - 1]?.mark !== '/') return false;
  const options = ['come', 'neg', 'absent', 'permit', 'yes', 'ill'] as const;
  return (
    is(previous, ...options) &&
    is(next, ...options) &&
    next.start - previous.end <= 3 &&
    is(next, 'neg', 'absent', 'permit', 'come', 'ill')
  );
}

function linkOf(words: readonly Word[], at: number, current: readonly Word[]): Link | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const next = words[at + 1];
  if (is(word, 'except') && is(next, 'self')) return undefined;
  if (is(word, 'now')) return current.length > 1 ? 'correct' : undefined;
  if (is(word, 'become')) return isResult(words, at, current) ? 'result' : undefined;
  if (word.lemma === 'asal' && (is(next, 'num', 'this', 'mark') || next === undefined)) {
    return next === undefined ? 'cond' : undefined;
  }
  if (word.lemma === 'supaya' && is(next, 'snag', 'ill')) return 'concede';
  if (
    word.lemma === 'lalu' &&
    current.length > 0 &&
    !is(next, 'self', 'able', 'neg', 'ask', 'topic', 'inquire', 'pay')
  ) {
    return undefined;
  }
  if (word.lemma === 'karena' && word.form === 'alasan' && is(words[at - 1], 'exist', 'neg'))
    return undefined;
  return LINK_TAGS.find((tag) => word.tags.has(tag));
}

/** `jadi` between clauses means "so"; after a negation, a subject or nothing it means "go ahead". */
function isResult(words: readonly Word[], at: number, current: readonly Word[]): boolean {
  const previous = current.at(-1);
  const next = words[at + 1];
  if (
    at === 0 ||
    is(
      previous,
      'hope',
      'hedge',
      'effort',
      'neg',
      'notyet',
      'still',
      'nix',
      'event',
      'rel',
      'moal',
      'invite',
      'topic',
    )
  )
    return false;
  if (previous === undefined) return true;
  const lone = current.every((word) =>
    is(word, 'self', 'called', 'part', 'yes', 'time', 'greet', 'third', 'name', 'pray'),
  );
  if (lone && is(next, 'come', 'part', 'called', 'permit', 'absent', 'title', 'office'))
    return false;
  return !(lone && next === undefined);
}
