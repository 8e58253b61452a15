import { type Chat, type Message, seatOf } from './chat.ts';
import { type Contact, isService } from './content.ts';
import type { ActionResult, NewPerson, PersonAction } from './contract.ts';
import { redeliver } from './delivery.ts';
import { typedText } from './entities/formatted.ts';
import { mediaJson } from './file-store.ts';
import { addMember } from './groups.ts';
import { readBotLink } from './links.ts';
import {
  ActionRefused,
  chatOfPerson,
  personOf,
  post,
  pressStart,
  setBlocked,
  writableChat,
} from './person-chats.ts';
import { shownChatId } from './view.ts';
import { messageJson, personUser } from './wire.ts';
import type { Bot, Person, World } from './world.ts';

/** A small WebP, for stickers: their looks mean nothing here. */
const STICKER = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
const MAX_TEXT = 4096;
/** Taps beyond this many are forgotten, answered or not. */
const MAX_CALLBACKS = 20_000;

/** Does what a person's thumb does. Throws `ActionRefused` where the app would not let it. */
export function act(world: World, personId: number, action: PersonAction): ActionResult {
  const person = personOf(world, personId);
  switch (action.do) {
    case 'say':
      return say(world, person, action);
    case 'tap':
      return tap(world, person, action);
    case 'shareContact':
      return post(world, person, writableChat(world, person, action.chatId), {
        contact: contactOf(world, person, action.of),
      });
    case 'shareLocation': {
      const { latitude, longitude } = action;
      return post(world, person, writableChat(world, person, action.chatId), {
        location: { latitude, longitude },
      });
    }
    case 'sendSticker': {
      const file = world.files.add('sticker', { bytes: STICKER, name: 'sticker.webp' });
      return post(world, person, writableChat(world, person, action.chatId), {
        sticker: mediaJson(file, { emoji: action.emoji }),
      });
    }
    case 'forward':
      return forward(world, person, action);
    case 'editMessage':
      return edit(world, person, action);
    case 'followLink':
      return followLink(world, person, action.url);
    case 'read':
      return read(world, person, chatOfPerson(world, person, action.chatId));
    case 'blockBot':
    case 'unblockBot':
      return block(world, person, action.bot, action.do === 'blockBot');
  }
}

function say(
  world: World,
  person: Person,
  { chatId, text, replyTo }: { chatId: number; text: string; replyTo?: number },
): ActionResult {
  const formatted = typedText(text);
  if (formatted.text === '') throw new ActionRefused('There is nothing to send');
  if (formatted.text.length > MAX_TEXT) throw new ActionRefused('The message is too long');
  const named = chatOfPerson(world, person, chatId);
  const isStart = named.kind === 'private' && /^\/start(?:\s|$)/.test(formatted.text);
  if (isStart) pressStart(world, person, named);
  const chat = writableChat(world, person, chatId);
  const { entities } = formatted;
  const content = entities.length === 0 ? { text: formatted.text } : formatted;
  return post(world, person, chat, content, { replyTo });
}

function tap(
  world: World,
  person: Person,
  {
    chatId,
    messageId,
    row,
    column,
  }: { chatId: number; messageId: number; row: number; column: number },
): ActionResult {
  const chat = chatOfPerson(world, person, chatId);
  const message = messageIn(chat, messageId);
  const button = message.buttons?.[row]?.[column];
  if (button === undefined) throw new ActionRefused('There is no such button on this message');
  const untouched = { chatId: shownChatId(world, chat), messageId: null, callbackId: null };
  if (button.url !== undefined) {
    const link = readBotLink(button.url);
    const isOurs = link !== null && botNamed(world, link.username) !== undefined;
    return isOurs ? followLink(world, person, button.url) : untouched;
  }
  const bot = world.bots.get(message.sender.id);
  if (button.callback_data === undefined || bot === undefined) return untouched;
  const callbackId = String(4_380_000_000_000_000 + world.counters.callback++);
  const at = world.clock.now();
  world.callbacks.set(callbackId, {
    id: callbackId,
    botId: bot.id,
    personId: person.id,
    at,
    answer: null,
  });
  for (const oldest of world.callbacks.keys()) {
    if (world.callbacks.size <= MAX_CALLBACKS) break;
    world.callbacks.delete(oldest);
  }
  const body = {
    id: callbackId,
    from: personUser(person),
    message: messageJson(world, message),
    chat_instance: String(chat.id),
    data: button.callback_data,
  };
  bot.updates.push('callback_query', body, String(chat.id));
  world.onChange();
  return { ...untouched, callbackId };
}

function messageIn(chat: Chat, messageId: number): Message {
  const message = chat.messages.get(messageId);
  if (message === undefined) throw new ActionRefused(`There is no message ${messageId} here`);
  return message;
}

/** A card from the address book knows its owner's account where there is one; numbers lose their plus. */
function contactOf(world: World, person: Person, of: NewPerson | undefined): Contact {
  const card = of ?? person;
  if (card.phone === undefined) throw new ActionRefused('There is no phone number to share');
  const owner =
    of === undefined
      ? person
      : [...world.people.values()].find(({ phone }) => phone === card.phone);
  return {
    phone_number: card.phone.replace(/^\+/, ''),
    first_name: card.firstName,
    ...(card.lastName === undefined ? {} : { last_name: card.lastName }),
    ...(owner === undefined ? {} : { user_id: owner.id }),
  };
}

function forward(
  world: World,
  person: Person,
  { chatId, fromChatId, messageId }: { chatId: number; fromChatId: number; messageId: number },
): ActionResult {
  const source = messageIn(chatOfPerson(world, person, fromChatId), messageId);
  if (source.isProtected || isService(source.content)) {
    throw new ActionRefused('This message cannot be forwarded');
  }
  const chat = writableChat(world, person, chatId);
  return post(world, person, chat, source.content, { forwardOf: source });
}

function edit(
  world: World,
  person: Person,
  { chatId, messageId, text }: { chatId: number; messageId: number; text: string },
): ActionResult {
  const chat = writableChat(world, person, chatId);
  const message = messageIn(chat, messageId);
  if (message.sender.id !== person.id) throw new ActionRefused('Only own messages can be edited');
  const { text: edited, entities } = typedText(text);
  const { content } = message;
  if (content.text !== undefined) {
    if (edited === '') throw new ActionRefused('There is nothing to send');
    message.content = entities.length === 0 ? { text: edited } : { text: edited, entities };
  } else {
    const { caption: _caption, caption_entities: _entities, ...rest } = content;
    message.content = {
      ...rest,
      ...(edited === '' ? {} : { caption: edited }),
      ...(entities.length === 0 ? {} : { caption_entities: entities }),
    };
  }
  message.editedAt = world.clock.now();
  redeliver(world, message);
  return { chatId: shownChatId(world, chat), messageId, callbackId: null };
}

function botNamed(world: World, username: string): Bot | undefined {
  const wanted = username.toLowerCase();
  return [...world.bots.values()].find((bot) => bot.username.toLowerCase() === wanted);
}

function followLink(world: World, person: Person, url: string): ActionResult {
  const link = readBotLink(url);
  if (link === null) throw new ActionRefused(`Not a link to a bot: ${url}`);
  const bot = botNamed(world, link.username);
  if (bot === undefined) throw new ActionRefused(`There is no bot @${link.username}`);
  const chat = world.privateChat(bot, person);
  if (link.kind === 'startGroup') return startInGroup(world, person, bot, link.payload);
  const isOpen = chat.started && !chat.blocked;
  // A plain link to a bot that was started before only opens the chat.
  if (link.payload === '' && isOpen) return read(world, person, chat);
  const text = link.payload === '' ? '/start' : `/start ${link.payload}`;
  return say(world, person, { chatId: bot.id, text });
}

/** Brings the bot into the person's first group that does not have it yet. */
function startInGroup(world: World, person: Person, bot: Bot, payload: string): ActionResult {
  const group = [...world.groups.values()].find(
    (chat) =>
      chat.people.has(person.id) &&
      chat.migratedTo === null &&
      !chat.bots.has(bot.id) &&
      (chat.kind === 'supergroup' || chat.bots.size === 0),
  );
  if (group === undefined) throw new ActionRefused('There is no group to add the bot to');
  addMember(world, group, bot.id, person.id);
  const text = `/start@${bot.username} ${payload}`;
  return say(world, person, { chatId: group.id, text });
}

function read(world: World, person: Person, chat: Chat): ActionResult {
  seatOf(chat, person.id).unread = 0;
  world.onChange();
  return { chatId: shownChatId(world, chat), messageId: null, callbackId: null };
}

function block(world: World, person: Person, botId: number, blocked: boolean): ActionResult {
  const bot = world.bots.get(botId);
  if (bot === undefined) throw new ActionRefused(`There is no bot ${botId}`);
  const chat = world.privateChat(bot, person);
  setBlocked(world, person, chat, blocked);
  return { chatId: shownChatId(world, chat), messageId: null, callbackId: null };
}
