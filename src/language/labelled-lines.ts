/** Reads the "Judul: …, Tanggal: …" lines of an announcement as staff write them in WhatsApp. */
import { slipCost } from './slips.ts';

/** The values by key, and the lines that belong to none, in order. */
export interface LabelledLines<Key extends string> {
  readonly values: Readonly<Partial<Record<Key, string>>>;
  readonly leftover: readonly string[];
}

interface Label<Key> {
  readonly key: Key;
  readonly words: string;
}

const MARKUP = /[*_~`]|[\u200b-\u200f\u2060]|\ufe0f/g;
const BULLET = /^\s*(?:[-•●▪◦‣·>»➤➢✓✔]+|\(?\d{1,2}[.)](?=\s)|[a-z][.)](?=\s))\s*/;
const SIGNS = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200d|\s)+/u;
const SEPARATED =
  /^\s*(?<label>[^:=：\d]{2,40}?)\s*(?:[:=：]+|\s[-–—→]\s|\t|\s{3,})\s*(?<value>.*)$/su;
const BEFORE_FIGURES = /^\s*(?<label>\p{L}{3,12})\s+(?<value>\d.*)$/su;
const LONGEST_LABEL = 5;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

function isSlipOf(typed: string, label: string): boolean {
  if (typed === label) return true;
  return label.length >= 5 && typed.length >= 4 && slipCost(typed, label) <= 0.85;
}

/** The keys a written label means: "Hari/Tgl" one, "Hari, tanggal & waktu" maybe two. */
function keysOf<Key>(written: string, labels: readonly Label<Key>[]): Key[] {
  const words = wordsOf(written);
  if (words.length === 0 || words.length > LONGEST_LABEL) return [];
  const whole = words.join(' ');
  const exact =
    labels.find((label) => label.words === whole) ??
    labels.find((label) => isSlipOf(whole, label.words));
  if (exact !== undefined) return [exact.key];
  const keys = words
    .filter((word) => word !== 'dan' && word !== 'atau')
    .map((word) => labels.find((label) => isSlipOf(word, label.words))?.key);
  const known = keys.filter((key) => key !== undefined);
  return known.length === keys.length ? [...new Set(known)] : [];
}

const leadingSign = (line: string): string =>
  line.trim().replace(MARKUP, '').match(SIGNS)?.[0] ?? '';

function withoutDecoration(line: string): string {
  return line.replace(MARKUP, '').replace(SIGNS, '').replace(BULLET, '').replace(SIGNS, '');
}

interface Found<Key> {
  readonly keys: readonly Key[];
  readonly value: string;
}

function labelledLine<Key>(
  line: string,
  labels: readonly Label<Key>[],
  signs: ReadonlyMap<string, Key>,
): Found<Key> | null {
  const plain = withoutDecoration(line);
  for (const shape of [SEPARATED, BEFORE_FIGURES]) {
    const { label = '', value = '' } = shape.exec(plain)?.groups ?? {};
    const keys = keysOf(label, labels);
    if (keys.length > 0) return { keys, value: value.trim() };
  }
  const sign = [...signs].find(([text]) => leadingSign(line).includes(text));
  return sign === undefined ? null : { keys: [sign[1]], value: plain.trim() };
}

/**
 * Reads lines such as "Judul : Bimtek", "HARI/TGL: Rabu", "*Tempat*: TCC", "📍 Lokasi = TCC",
 * "Waktu = 08.00", "Pukul 08.00".
 * @param labels what each key may be called; letter case, slips and connecting words do not
 * matter. An emoji among them labels a line that begins with it.
 * @param runningOn keys whose value goes on over the unlabelled lines that follow without a blank
 * line. For every key a value goes on over indented lines, and over all lines up to a blank one
 * when nothing stands behind its label.
 */
export function readLabelledLines<Key extends string>(
  text: string,
  labels: Readonly<Record<Key, readonly string[]>>,
  runningOn: readonly Key[] = [],
): LabelledLines<Key> {
  const known: Label<Key>[] = [];
  const signs = new Map<string, Key>();
  for (const key of Object.keys(labels) as Key[]) {
    for (const name of labels[key]) {
      const words = wordsOf(name).join(' ');
      if (words === '') signs.set(name.replace(MARKUP, ''), key);
      else known.push({ key, words });
    }
  }
  const values: Partial<Record<Key, string>> = {};
  const leftover: string[] = [];
  let open: { readonly keys: readonly Key[]; readonly wasEmpty: boolean } | null = null;
  const add = (keys: readonly Key[], value: string): void => {
    for (const key of keys) {
      const before = values[key];
      values[key] = before === undefined || before === '' ? value : `${before}\n${value}`;
    }
  };
  for (const line of text.normalize('NFC').split(/\r?\n/)) {
    if (line.trim() === '') {
      open = null;
      continue;
    }
    const found = labelledLine(line, known, signs);
    if (found !== null) {
      add(found.keys, found.value);
      open = { keys: found.keys, wasEmpty: found.value === '' };
    } else if (open !== null && goesOn(open, line, runningOn)) {
      add(open.keys, withoutDecoration(line).trim());
    } else {
      leftover.push(line.trim());
      open = null;
    }
  }
  return { values, leftover };
}

function goesOn<Key>(
  open: { readonly keys: readonly Key[]; readonly wasEmpty: boolean },
  line: string,
  runningOn: readonly Key[],
): boolean {
  return (
    open.wasEmpty || /^(?:\t| {2,})/.test(line) || open.keys.some((key) => runningOn.includes(key))
  );
}
