import type { TextEntity, User } from '../content.ts';
import { badRequest } from '../refusal.ts';
import { findAutomatic } from './automatic.ts';
import { parseHtml } from './html.ts';
import { parseMarkdown } from './markdown.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';
import { checkedLink, type FormattedText } from './markup-text.ts';

/** A text as a bot hands it in. */
export interface RawText {
  text: string;
  parseMode: string;
  /** The `entities` parameter, already out of its JSON. */
  entities: unknown;
}

const MAX_RAW_BYTES = 1 << 15;
const PLAIN_TYPES = new Set([
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'pre',
  'blockquote',
  'expandable_blockquote',
]);
const AUTOMATIC_TYPES = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
]);

/**
 * A text as it will stand in the chat: markup read, ends trimmed, entities found by the server
 * added. Refuses what the server refuses; an empty result is the caller's to judge.
 * @param userOf resolves mentioned users; a mention of somebody unknown is plain text
 */
export function formatText(raw: RawText, userOf: (id: number) => User | null): FormattedText {
  if (Buffer.byteLength(raw.text) > MAX_RAW_BYTES) throw badRequest('text is too long');
  const { text, entities } = withUsers(readMarkup(raw), userOf);
  return withAutomatic(trimmed(withoutControls(text), entities));
}

/** A text as a person types it. */
export function typedText(text: string): FormattedText {
  return withAutomatic(trimmed(withoutControls(text), []));
}

function readMarkup({ text, parseMode, entities }: RawText): FormattedText {
  switch (text === '' ? '' : parseMode.toLowerCase()) {
    case '':
    case 'none':
      return { text, entities: givenEntities(text, entities) };
    case 'html':
      return withoutHelpers(parseHtml(text));
    case 'markdownv2':
      return parseMarkdownV2(text);
    case 'markdown':
      return parseMarkdown(text);
    default:
      throw badRequest('unsupported parse_mode');
  }
}

/** A `code` keeps its language only inside a `pre`. */
function withoutHelpers({ text, entities }: FormattedText): FormattedText {
  return {
    text,
    entities: entities.map(({ language, ...entity }) =>
      entity.type === 'pre' && language !== undefined ? { ...entity, language } : entity,
    ),
  };
}

function givenEntities(text: string, given: unknown): TextEntity[] {
  if (!Array.isArray(given)) return [];
  return given.flatMap((entity: unknown) => {
    const read = givenEntity(entity);
    if (read === null || read.length <= 0) return [];
    if (read.offset < 0 || read.offset + read.length > text.length) {
      throw badRequest(
        `entity beginning at UTF-16 offset ${read.offset} ends after the end of the text at UTF-16 offset ${text.length}`,
      );
    }
    return [read];
  });
}

function givenEntity(entity: unknown): TextEntity | null {
  if (typeof entity !== 'object' || entity === null) {
    throw badRequest("can't parse MessageEntity: expected an Object");
  }
  const fields = entity as Record<string, unknown>;
  const { type, offset, length } = fields;
  if (!Number.isInteger(offset) || !Number.isInteger(length)) {
    const missing = Number.isInteger(offset) ? 'length' : 'offset';
    throw badRequest(`can't parse MessageEntity: can't find field "${missing}"`);
  }
  const place = { offset: Number(offset), length: Number(length) };
  if (typeof type !== 'string') {
    throw badRequest('can\'t parse MessageEntity: can\'t find field "type"');
  }
  if (AUTOMATIC_TYPES.has(type)) return null;
  if (PLAIN_TYPES.has(type)) {
    const language = typeof fields.language === 'string' ? fields.language : '';
    return { type, ...place, ...(type === 'pre' && language !== '' ? { language } : {}) };
  }
  if (type === 'text_link') {
    const url = typeof fields.url === 'string' ? checkedLink(fields.url) : null;
    if (url === null) throw badRequest("can't parse MessageEntity: entity URL is invalid");
    return { type, ...place, url };
  }
  if (type === 'text_mention') {
    const id = Number((fields.user as { id?: unknown } | undefined)?.id);
    return { type, ...place, user: { id, is_bot: false, first_name: '' } };
  }
  if (type === 'custom_emoji') {
    return { type, ...place, custom_emoji_id: String(fields.custom_emoji_id ?? '') };
  }
  throw badRequest("can't parse MessageEntity: unsupported type specified");
}

function withUsers(
  { text, entities }: FormattedText,
  userOf: (id: number) => User | null,
): FormattedText {
  return {
    text,
    entities: entities.flatMap((entity) => {
      if (entity.type !== 'text_mention') return [entity];
      const user = userOf(entity.user?.id ?? 0);
      return user === null ? [] : [{ ...entity, user }];
    }),
  };
}

/** Spaces and empty lines at both ends go; entities shrink with the text. */
function trimmed(text: string, entities: readonly TextEntity[]): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  const shrunk = entities.flatMap((entity) => {
    const from = Math.max(0, entity.offset - start);
    const to = Math.min(kept.length, entity.offset - start + entity.length);
    return to <= from ? [] : [{ ...entity, offset: from, length: to - from }];
  });
  return { text: kept, entities: shrunk };
}

/** Control characters but line feeds become spaces, so that places stay where they are. */
function withoutControls(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n]/gu, ' ');
}

/** Outer entities before the ones they hold, as the Bot API lists them. */
function withAutomatic({ text, entities }: FormattedText): FormattedText {
  const all = [...entities, ...findAutomatic(text, entities)];
  all.sort((one, other) => one.offset - other.offset || other.length - one.length);
  return { text, entities: all };
}
