import type { Context } from 'telegraf';
import type { Message as TelegramMessage } from 'telegraf/types';
import type { Actor } from '../features/access/rules.ts';
import type { Message } from './message.ts';
import { messageParameters } from './message.ts';
import { splitText } from './split-text.ts';

/** What every handler is given: telegraf's context, and who is speaking. */
export interface BotContext extends Context {
  actor: Actor;
}

/** Sends a message to the chat the update came from; a text over Telegram's limit goes as several. */
export async function say(ctx: BotContext, message: Message): Promise<TelegramMessage> {
  const parts = splitText(message.text);
  for (const part of parts.slice(0, -1)) await send(ctx, { text: part });
  const last = parts.at(-1) ?? message.text;
  return send(ctx, { ...message, text: last });
}

/**
 * Shows a message in place of the one whose button was pressed; where there is none, or Telegram can no
 * longer edit it, as a new one.
 */
export async function show(ctx: BotContext, message: Message): Promise<void> {
  const pressed = ctx.callbackQuery?.message;
  if (pressed === undefined) await say(ctx, message);
  else await showOn(ctx, pressed.message_id, message);
}

/** Shows a message in place of an earlier one of this chat, or as a new one where that cannot be. */
export async function showOn(ctx: BotContext, messageId: number, message: Message): Promise<void> {
  const inline = message.keyboard === undefined || 'inline_keyboard' in message.keyboard;
  if (!inline || splitText(message.text).length > 1) {
    await say(ctx, message);
    return;
  }
  try {
    await ctx.telegram.callApi('editMessageText', {
      chat_id: ctx.chat?.id ?? ctx.actor.telegramId,
      message_id: messageId,
      ...messageParameters(message),
    } as never);
  } catch (error) {
    if (isDescribed(error, 'message is not modified')) return;
    if (
      !isDescribed(
        error,
        'message to edit not found',
        "message can't be edited",
        'there is no text',
      )
    )
      throw error;
    await say(ctx, message);
  }
}

/** Sends a file made by the bot. */
export async function sayFile(
  ctx: BotContext,
  file: { name: string; bytes: Buffer },
  caption: Message,
): Promise<void> {
  const { text, ...options } = messageParameters(caption);
  await ctx.replyWithDocument({ source: file.bytes, filename: file.name }, {
    ...options,
    caption: text,
  } as never);
}

/** Sends a picture made by the bot, such as a chart, to be seen without opening it. */
export async function sayPhoto(
  ctx: BotContext,
  picture: { name: string; bytes: Buffer },
  caption: Message,
): Promise<void> {
  const { text, ...options } = messageParameters(caption);
  await ctx.replyWithPhoto({ source: picture.bytes, filename: picture.name }, {
    ...options,
    caption: text,
  } as never);
}

/** The text or caption the person sent, trimmed; empty for a sticker, a photo without words and the like. */
export function saidText(ctx: BotContext): string {
  const message = ctx.message;
  if (message === undefined) return '';
  if ('text' in message) return message.text.trim();
  if ('caption' in message) return (message.caption ?? '').trim();
  return '';
}

function send(ctx: BotContext, message: Message): Promise<TelegramMessage> {
  return ctx.telegram.callApi('sendMessage', {
    chat_id: ctx.chat?.id ?? ctx.actor.telegramId,
    ...messageParameters(message),
  } as never) as Promise<TelegramMessage>;
}

function isDescribed(error: unknown, ...words: string[]): boolean {
  const description =
    (error as { response?: { description?: string } }).response?.description ?? '';
  return words.some((word) => description.toLowerCase().includes(word));
}
