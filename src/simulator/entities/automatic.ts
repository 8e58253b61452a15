import type { TextEntity } from '../content.ts';

/** Bare domains become links only under endings like these (the server knows all of them). */
const TOP_LEVELS =
  'app|biz|com|dev|edu|gov|id|info|io|link|me|mil|my|net|org|sg|site|store|tv|uk|us|web|xyz';
const HOST = `(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?\\.)+`;
const REST = `(?::\\d{1,5})?(?:[/?#](?:[^\\s"<>«»“”‘’]*[^\\s"<>«»“”‘’.,;:!?'()\\[\\]{}])?)?`;

/** What the server finds in any text by itself, in the order in which a place is given away. */
const FINDERS: readonly [type: string, pattern: RegExp][] = [
  ['email', /(?<![\w.+-])[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}(?![\w-])/giu],
  [
    'url',
    new RegExp(
      `(?<![\\p{L}\\p{N}_@.])(?:https?://(?:${HOST}[\\p{L}]{2,}|\\d{1,3}(?:\\.\\d{1,3}){3})|tg://[a-z]+|${HOST}(?:${TOP_LEVELS})(?![\\p{L}\\p{N}_-]))${REST}`,
      'giu',
    ),
  ],
  ['mention', /(?<![\p{L}\p{N}_])@[a-zA-Z0-9_]{2,32}(?![\p{L}\p{N}_])/gu],
  [
    'bot_command',
    /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\p{L}\p{N}_/<>])/gu,
  ],
  ['hashtag', /(?<![\p{L}\p{N}_])#(?=[\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}(?![\p{L}\p{N}_#])/gu],
  ['cashtag', /(?<![\p{L}\p{N}_$])\$[A-Z]{1,8}(?![\p{L}\p{N}_$])/gu],
  ['phone_number', /(?<![\p{L}\p{N}_+])\+\d(?:[ ()-]{0,2}\d){7,14}(?![\p{L}\p{N}_])/gu],
];

/**
 * Commands, mentions, links, addresses, hashtags and telephone numbers in a text, except where one
 * of the `taken` entities already stands. Sorted by place.
 */
export function findAutomatic(text: string, taken: readonly TextEntity[]): TextEntity[] {
  if (!/[@/#$+.]/.test(text)) return [];
  const found: TextEntity[] = [];
  const exclusive = taken.filter(({ type }) =>
    ['code', 'pre', 'text_link', 'text_mention'].includes(type),
  );
  for (const [type, pattern] of FINDERS) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...exclusive, ...found].some((other) => overlap(entity, other))) found.push(entity);
    }
  }
  return found.sort((one, other) => one.offset - other.offset);
}

function overlap(one: TextEntity, other: TextEntity): boolean {
  return one.offset < other.offset + other.length && other.offset < one.offset + one.length;
}
