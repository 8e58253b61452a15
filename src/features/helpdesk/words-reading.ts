import { hideNumbers } from './hidden-numbers.ts';
import { type Media, mediaKind } from './schema.ts';

/** The longest text one side may write to the other: with what the bot puts around it, it is one message. */
export const longestWords = 3_500;

/** A message of a chat, as far as it matters here (Bot API Message). */
export interface WrittenMessage {
  message_id: number;
  chat: { id: number };
  text?: string;
  caption?: string;
}

/** What one side says to the other. */
export interface Words {
  /** Long numbers are hidden in it; empty when there is only something to look at or listen to. */
  text: string;
  media: Media | null;
  /** Whether a long number was hidden. */
  hidden: boolean;
  /** The message it comes from, so that a repeated update counts once. */
  source: string;
}

export type WordsReading =
  | { ok: true; words: Words }
  /** Nothing was said, it is nothing that can be passed on (a sticker, a contact, a place), or it is too long. */
  | { ok: false; reason: 'empty' | 'unsupported' | 'too_long' };

/** Reads a message that is meant for the other side; a command before the words is left out. */
export function readWords(message: WrittenMessage): WordsReading {
  const said = (message.text ?? message.caption ?? '').replace(/^\s*\/\w+(?:@\w+)?/, '').trim();
  const kind = mediaKind.options.find((candidate) => candidate in message);
  if (said === '' && kind === undefined)
    return { ok: false, reason: message.text === undefined ? 'unsupported' : 'empty' };
  if (said.length > longestWords) return { ok: false, reason: 'too_long' };
  const { message_id: messageId, chat } = message;
  const media = kind === undefined ? null : { kind, chatId: chat.id, messageId };
  return {
    ok: true,
    words: { ...hideNumbers(said), media, source: `message:${chat.id}:${messageId}` },
  };
}
