/** One token of a reply, with its place in the original text (offsets as in `slice`). */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark' | 'emoji';
  /** The token as typed. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}\p{N}]*(?:['’‘`´-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)|(?<number>50 ?[:/-]? ?50(?!\p{N})|\p{N}+(?:[.:,/-]\p{N}+)*(?:\p{L}{1,3}(?!\p{L}))?)|(?<emoji>[:;=]['’]?-?[()DPp](?!\p{L})|\p{Extended_Pictographic}(?:[\u{1F3FB}-\u{1F3FF}\u{FE0F}\u{200D}]|\p{Extended_Pictographic})*)|(?<mark>\n|\?+|!+|\.+|[^\s\p{L}\p{N}])/gu;

/** Zero-width and formatting characters that phones slip between letters. */
const INVISIBLE = /[\u00AD\u200B\u200C\u200E\u200F\u2060\uFEFF]/g;

/** `[10.03, 20/5/2024] Bu Ani: …`: a line copied out of another chat, somebody else's words. */
const COPIED_LINE = /^\s*\[\d{1,2}[.:/]\d{1,2}[^\]\n]*\][^:\n]*:/;

/**
 * Replaces what must not be read by blanks of equal length, so that offsets stay those of the
 * original: quoted lines (`>`), lines copied from another chat, addresses (`@nama`, links).
 */
function blankOut(text: string): string {
  const blank = (part: string): string => ' '.repeat(part.length);
  return text
    .split('\n')
    .map((line) => (/^\s*>/.test(line) || COPIED_LINE.test(line) ? blank(line) : line))
    .join('\n')
    .replace(/@[\w.]+|https?:\/\/\S+|www\.\S+|(?<!\S)['’‘`´](?=\p{L})/gu, blank)
    .replace(INVISIBLE, blank);
}

/**
 * Splits a reply into words, numbers, punctuation and emoji, without quoted lines, mentions and
 * links. Full-width and decorated letters are folded to plain ones where that keeps the length.
 */
export function tokenise(text: string): Token[] {
  const readable = blankOut(text);
  const tokens: Token[] = [];
  for (const match of readable.matchAll(TOKEN)) {
    const { word, number, emoji } = match.groups ?? {};
    const kind = word ? 'word' : number ? 'number' : emoji ? 'emoji' : 'mark';
    tokens.push({ kind, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
