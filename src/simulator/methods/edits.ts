import type { Chat, Message } from '../chat.ts';
import { type Content, type InlineKeyboard, isService, mediaOf } from '../content.ts';
import { redeliver, withdraw } from '../delivery.ts';
import { checkInlineKeyboard, readInlineKeyboard } from '../markup.ts';
import { badRequest } from '../refusal.ts';
import { messageJson } from '../wire.ts';
import type { Call, Method } from './call.ts';
import { readInputMedia } from './messages.ts';
import { chatOf, checkWritable, messageIdsOf, messageOf } from './targets.ts';
import { readCaption, readText } from './texts.ts';

const DELETABLE_MS = 48 * 3_600_000;
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

/** The bot's own message that the call wants to change. */
function editable(call: Call): Message {
  if (call.params.has('inline_message_id') && !call.params.has('chat_id')) {
    throw badRequest('MESSAGE_ID_INVALID');
  }
  const chat = chatOf(call);
  checkFlood(call, chat);
  checkWritable(call, chat);
  const message = messageOf(call, chat, 'edit');
  const isOwn = message.sender.id === call.bot.id;
  const isFixed = message.forward !== null || message.hadReplyMarkup || isService(message.content);
  if (!isOwn || isFixed) throw badRequest("message can't be edited");
  return message;
}

function checkFlood({ bot, flood }: Call, chat: Chat): void {
  const write = { botId: bot.id, chat, messages: 0, paid: false };
  flood.check(write);
  flood.count(write);
}

function apply(
  call: Call,
  message: Message,
  content: Content,
  buttons: InlineKeyboard | null,
): unknown {
  if (buttons !== null) checkInlineKeyboard(buttons);
  const isSameContent = JSON.stringify(content) === JSON.stringify(message.content);
  const isSame = isSameContent && JSON.stringify(buttons) === JSON.stringify(message.buttons);
  if (isSame) throw badRequest(NOT_MODIFIED);
  message.content = content;
  message.buttons = buttons;
  // New buttons alone do not mark a message as edited.
  if (!isSameContent) message.editedAt = call.world.clock.now();
  redeliver(call.world, message);
  return messageJson(call.world, message);
}

function editMessageText(call: Call): unknown {
  const content = readText(call);
  const buttons = readInlineKeyboard(call.params);
  const message = editable(call);
  if (message.content.text === undefined) {
    throw badRequest('there is no text in the message to edit');
  }
  return apply(call, message, content, buttons);
}

function editMessageCaption(call: Call): unknown {
  const caption = readCaption(call);
  const buttons = readInlineKeyboard(call.params);
  const message = editable(call);
  if (mediaOf(message.content) === null || message.content.sticker !== undefined) {
    throw badRequest('there is no caption in the message to edit');
  }
  const { caption: _old, caption_entities: _entities, ...media } = message.content;
  return apply(call, message, { ...media, ...caption }, buttons);
}

function editMessageMedia(call: Call): unknown {
  const item = call.params.json('media', 'input media');
  if (typeof item !== 'object' || item === null) throw badRequest('input media not specified');
  const buttons = readInlineKeyboard(call.params);
  const message = editable(call);
  const { text } = message.content;
  if (text === undefined && mediaOf(message.content) === null) {
    throw badRequest('there is no media in the message to edit');
  }
  const { content } = readInputMedia(call, item as Record<string, unknown>);
  return apply(call, message, content, buttons);
}

function editMessageReplyMarkup(call: Call): unknown {
  const buttons = readInlineKeyboard(call.params);
  const message = editable(call);
  return apply(call, message, message.content, buttons);
}

/** Why the bot may not delete a message; null: it may. */
function undeletable({ world, bot }: Call, message: Message): string | null {
  const { chat } = message;
  const isOwn = message.sender.id === bot.id;
  const isAllowed = isOwn || chat.kind === 'private' || chat.administrators.has(bot.id);
  const isOld = world.clock.now() - message.at > DELETABLE_MS;
  return isAllowed && !isOld ? null : "message can't be deleted";
}

function deleteMessage(call: Call): unknown {
  const chat = chatOf(call);
  checkFlood(call, chat);
  const message = messageOf(call, chat, 'delete');
  const reason = undeletable(call, message);
  if (reason !== null) throw badRequest(reason);
  withdraw(call.world, message);
  return true;
}

function deleteMessages(call: Call): unknown {
  const ids = messageIdsOf(call);
  const chat = chatOf(call);
  checkFlood(call, chat);
  const messages = ids.flatMap((id) => chat.messages.get(id) ?? []);
  const reason = messages.map((message) => undeletable(call, message)).find(Boolean);
  if (reason) throw badRequest(reason);
  for (const message of messages) withdraw(call.world, message);
  return true;
}

export const editMethods: Record<string, Method> = {
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
};
