import { type Chat, type Message, type Sender, seatOf } from './chat.ts';
import { type Content, type ForwardOrigin, type InlineKeyboard, isService } from './content.ts';
import { messageView, shownChatId } from './view.ts';
import { messageJson } from './wire.ts';
import type { Bot, World } from './world.ts';

export interface Draft {
  chat: Chat;
  sender: Sender;
  content: Content;
  replyTo?: number | null;
  forward?: ForwardOrigin | null;
  buttons?: InlineKeyboard | null;
  albumId?: string | null;
  isProtected?: boolean;
  hadReplyMarkup?: boolean;
}

/**
 * Puts a message into a chat: numbers it, shows it to the people there and hands it to the bots
 * that may read it. The sender hears nothing.
 */
export function deliver(world: World, draft: Draft): Message {
  const { chat, sender } = draft;
  const message: Message = {
    id: nextNumber(world, chat),
    chat,
    sender,
    at: world.clock.now(),
    editedAt: null,
    content: draft.content,
    replyTo: draft.replyTo ?? null,
    forward: draft.forward ?? null,
    buttons: draft.buttons ?? null,
    albumId: draft.albumId ?? null,
    isProtected: draft.isProtected ?? false,
    hadReplyMarkup: draft.hadReplyMarkup ?? false,
  };
  chat.messages.set(message.id, message);
  world.memory.add(message, (forgotten) => world.forgetIfIdle(forgotten));
  for (const personId of chat.people) {
    const seat = seatOf(chat, personId);
    seat.unread = personId === sender.id ? 0 : seat.unread + 1;
    world.screens.tell(personId, () => ({
      event: 'message',
      message: messageView(world, message),
    }));
  }
  tellBots(world, 'message', message);
  world.onChange();
  return message;
}

/** Private chats and basic groups share the bot's one sequence; supergroups have their own. */
function nextNumber(world: World, chat: Chat): number {
  const [botId] = chat.bots.size > 0 ? chat.bots : chat.formerBots.keys();
  const bot = botId === undefined ? undefined : world.bots.get(botId);
  const skipped = world.numbersToSkip();
  if (chat.kind === 'supergroup' || bot === undefined) {
    chat.nextMessageId += skipped + 1;
    return chat.nextMessageId - 1;
  }
  bot.nextMessageId += skipped + 1;
  return bot.nextMessageId - 1;
}

/** Shows a changed message again; `by` a person also tells the bots. */
export function redeliver(world: World, message: Message): void {
  for (const personId of message.chat.people) {
    world.screens.tell(personId, () => ({
      event: 'edited',
      message: messageView(world, message),
    }));
  }
  tellBots(world, 'edited_message', message);
  world.onChange();
}

/** Takes a message out of the chat for everybody; the Bot API tells no bot. */
export function withdraw(world: World, message: Message): void {
  const { chat } = message;
  chat.messages.delete(message.id);
  if (chat.pinned === message.id) chat.pinned = null;
  for (const personId of chat.people) {
    world.screens.tell(personId, () => ({
      event: 'deleted',
      chatId: shownChatId(world, chat),
      messageId: message.id,
    }));
  }
  world.onChange();
}

function tellBots(world: World, kind: 'message' | 'edited_message', message: Message): void {
  if (message.sender.kind === 'bot') return;
  for (const botId of message.chat.bots) {
    const bot = world.bots.get(botId);
    if (bot === undefined || !reads(bot, message)) continue;
    bot.updates.push(kind, messageJson(world, message), String(message.chat.id));
  }
}

/**
 * Privacy mode (https://core.telegram.org/bots/features#privacy-mode): in groups a bot sees
 * commands that are not for another bot, replies to its own messages and service messages, unless
 * it is an administrator or reads everything.
 */
function reads(bot: Bot, message: Message): boolean {
  const { chat, content } = message;
  if (chat.kind === 'private' || bot.readsAllGroupMessages) return true;
  if (chat.administrators.has(bot.id) || isService(content)) return true;
  const repliedTo = message.replyTo === null ? undefined : chat.messages.get(message.replyTo);
  if (repliedTo?.sender.id === bot.id) return true;
  const text = content.text ?? content.caption ?? '';
  const command = /^\/\w+(?:@(\w+))?/.exec(text);
  if (command === null) return false;
  return command[1] === undefined || command[1].toLowerCase() === bot.username.toLowerCase();
}
