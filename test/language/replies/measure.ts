import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { understandReply } from '../../../src/language/replies/understand-reply.ts';

const LABELS = [
  'hadir',
  'tidak_hadir',
  'izin',
  'ragu',
  'tanya',
  'insentif',
  'wakil',
  'lain',
] as const;

const example = z.object({
  id: z.string(),
  text: z.string(),
  label: z.enum(LABELS),
  reason: z.string().optional(),
  also: z.array(z.enum(['tanya', 'insentif'])).optional(),
  border: z.boolean().optional(),
});

/** One labelled reply. */
export type Example = z.infer<typeof example>;

const folder = new URL('material/', import.meta.url);

/** The files of labelled replies, by name. */
export function materialFiles(): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
}

/** The labelled replies of one file. */
export function readMaterial(file: string): Example[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => example.parse(JSON.parse(line)));
}

/** What the understanding makes of a set of labelled replies. Shares are between 0 and 1. */
export interface Figures {
  readonly replies: number;
  readonly accuracy: number;
  /** F1 averaged over the labels that occur. */
  readonly macroF1: number;
  /** Coming read as staying away, or the other way round. */
  readonly opposites: readonly string[];
  /** Share of replies recorded as an answer though they give none. */
  readonly falseCommits: number;
  /** Share of reasons found exactly, of all that are labelled izin. */
  readonly reasons: number;
  readonly confusion: string;
}

const AWAY: readonly string[] = ['tidak_hadir', 'izin'];
const COMMITS: readonly string[] = ['hadir', 'tidak_hadir', 'izin', 'wakil'];

const isOpposite = (truth: string, read: string): boolean =>
  (truth === 'hadir' && AWAY.includes(read)) || (AWAY.includes(truth) && read === 'hadir');

/** Measures the understanding of replies against their labels. */
export function measure(examples: readonly Example[]): Figures {
  const read = examples.map((one) => ({ one, answer: understandReply(one.text) }));
  const count = (truth: string, label: string): number =>
    read.filter(({ one, answer }) => one.label === truth && answer.label === label).length;
  const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
  const f1 = LABELS.flatMap((label) => {
    const truths = examples.filter((one) => one.label === label).length;
    const guesses = read.filter(({ answer }) => answer.label === label).length;
    return truths + guesses === 0 ? [] : [(2 * count(label, label)) / (truths + guesses)];
  });
  const excuses = read.filter(({ one }) => one.label === 'izin');
  const right = read.filter(({ one, answer }) => one.label === answer.label);
  const committed = read.filter(
    ({ one, answer }) => COMMITS.includes(answer.label) && !COMMITS.includes(one.label),
  );
  return {
    replies: examples.length,
    accuracy: share(right.length, examples.length),
    macroF1: share(
      f1.reduce((sum, value) => sum + value, 0),
      f1.length,
    ),
    opposites: read
      .filter(({ one, answer }) => isOpposite(one.label, answer.label))
      .map(({ one, answer }) => `${one.text} → ${answer.label}`),
    falseCommits: share(committed.length, examples.length),
    reasons: share(
      excuses.filter(({ one, answer }) => one.reason === answer.reason).length,
      excuses.length,
    ),
    confusion: confusionTable(count),
  };
}

function confusionTable(count: (truth: string, label: string) => number): string {
  const cell = (value: string | number): string => String(value).padStart(12);
  const rows = LABELS.map((truth) =>
    [truth.padEnd(12), ...LABELS.map((label) => cell(count(truth, label) || '·'))].join(''),
  );
  return [[''.padEnd(12), ...LABELS.map(cell)].join(''), ...rows].join('\n');
}
