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

/** A message that staff showed the bot, as far as it matters here (Bot API Message). */
export interface ShownMessage {
  message_id: number;
  text?: string;
  entities?: readonly { type: string; offset: number; length: number }[];
  link_preview_options?: object;
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
  if (message.text !== undefined) return readText(message.text, message, longest);
  // Bots copy an album's parts one by one: everybody would get a single photo of it.
  if (message.media_group_id !== undefined) return { ok: false, reason: 'album' };
  if (!copied.some((kind) => kind in message)) return { ok: false, reason: 'unsupported' };
  const { message_id: messageId, caption = '' } = message;
  const announced = announcedText(caption, message.caption_entities ?? []);
  const [text, entities] = announced.ok ? [announced.text, announced.entities] : ['', []];
  const problem = problemOf(text, maxCaption, longest);
  if (problem !== null) return problem;
  // A caption that needs no writing is copied: people with Premium write longer ones than bots may.
  const isOwn = text === caption.trimEnd() && !hasPlaceholders(text);
  const isAboveMedia = message.show_caption_above_media === true;
  return accepted({
    kind: 'copy',
    fromChatId,
    messageId,
    ...(isOwn ? {} : { caption: { text, entities, isAboveMedia } }),
  });
}

function readText(text: string, message: ShownMessage, longest: PlaceholderValues): ContentReading {
  const announced = announcedText(text, message.entities ?? []);
  if (!announced.ok) return announced;
  const problem = problemOf(announced.text, maxText, longest);
  if (problem !== null) return problem;
  return accepted({
    kind: 'text',
    text: announced.text,
    entities: announced.entities,
    ...(message.link_preview_options === undefined
      ? {}
      : { linkPreview: message.link_preview_options }),
  });
}

function problemOf(text: string, limit: number, longest: PlaceholderValues) {
  const written = unknownPlaceholders(text);
  if (written.length > 0) return { ok: false, reason: 'unknown_placeholder', written } as const;
  // What is the same for everybody arrived in one message, so it also leaves in one.
  if (!hasPlaceholders(text)) return null;
  const length = longestFilled(text, longest);
  return length > limit ? ({ ok: false, reason: 'too_long', length, limit } as const) : null;
}

function accepted(content: unknown): ContentReading {
  return { ok: true, content: contentSchema.parse(content) };
}
