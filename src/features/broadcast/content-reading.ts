import {
  hasPlaceholders,
  longestFilled,
  type PlaceholderValues,
  unknownPlaceholders,
} from './placeholders.ts';
import { announcedText } from './rules.ts';
import { type Content, contentSchema } from './schema.ts';

/** Telegram's limits for what a bot writes, in UTF-16 units. */
export const maxText = 4096;
export const maxCaption = 1024;

/** A text as a person wrote it, with its formatting (Bot API Message). */
export interface WrittenText {
  text: string;
  entities?: readonly { type: string; offset: number; length: number }[];
  link_preview_options?: object;
}

/** A message that staff showed the bot, as far as it matters here (Bot API Message). */
export interface ShownMessage extends Partial<WrittenText> {
  message_id: number;
  caption?: string;
  caption_entities?: readonly { type: string; offset: number; length: number }[];
  show_caption_above_media?: boolean;
  media_group_id?: string;
}

export type ContentReading =
  | { ok: true; content: Content }
  | { ok: false; reason: 'empty' | 'album' | 'unsupported' }
  | { ok: false; reason: 'unknown_placeholder'; written: string[] }
  | { ok: false; reason: 'too_long'; length: number; limit: number };

/** What arrives with everybody just as it was shown. A sticker, a poll or a place says nothing by itself. */
const copied = ['photo', 'document', 'video', 'animation', 'audio', 'voice', 'video_note'] as const;

/**
 * The announcement in a message: its text, or a copy of its photo, document, video or sound. One that nobody
 * could receive is refused here, before anything is sent.
 *
 * @param fromChatId the chat it stands in
 * @param longest the longest value of each placeholder, for Telegram's limit of length
 */
export function readContent(
  message: ShownMessage,
  fromChatId: number,
  longest: PlaceholderValues,
): ContentReading {
  const { text: ownText } = message;
  if (ownText !== undefined) return readText({ ...message, text: ownText }, longest);
  // Bots copy an album's parts one by one: everybody would get a single photo of it.
  if (message.media_group_id !== undefined) return { ok: false, reason: 'album' };
  if (!copied.some((kind) => kind in message)) return { ok: false, reason: 'unsupported' };
  const { message_id: messageId, caption = '' } = message;
  const announced = announcedText(caption, message.caption_entities ?? []);
  const [text, entities] = announced.ok ? [announced.text, announced.entities] : ['', []];
  // A caption that needs no writing is copied: people with Premium write longer ones than bots may.
  const isOwn = text === caption.trimEnd() && !hasPlaceholders(text);
  const problem = problemOf(text, isOwn ? text.length : maxCaption, longest);
  if (problem !== null) return problem;
  const isAboveMedia = message.show_caption_above_media === true;
  return accepted({
    kind: 'copy',
    fromChatId,
    messageId,
    ...(isOwn ? {} : { caption: { text, entities, isAboveMedia } }),
  });
}

/**
 * The announcement in a text.
 *
 * @param limit how long it may be with the longest values filled in
 */
export function readText(
  message: WrittenText,
  longest: PlaceholderValues,
  limit = maxText,
): ContentReading {
  const announced = announcedText(message.text, message.entities ?? []);
  if (!announced.ok) return announced;
  const { text, entities } = announced;
  const { link_preview_options: linkPreview } = message;
  return (
    problemOf(text, limit, longest) ??
    accepted({
      kind: 'text',
      text,
      entities,
      ...(linkPreview === undefined ? {} : { linkPreview }),
    })
  );
}

function problemOf(text: string, limit: number, longest: PlaceholderValues) {
  const written = unknownPlaceholders(text);
  if (written.length > 0) return { ok: false, reason: 'unknown_placeholder', written } as const;
  const length = longestFilled(text, longest);
  return length > limit ? ({ ok: false, reason: 'too_long', length, limit } as const) : null;
}

function accepted(content: unknown): ContentReading {
  return { ok: true, content: contentSchema.parse(content) };
}
