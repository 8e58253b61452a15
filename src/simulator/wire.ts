import type { Chat, Message } from './chat.ts';
import type { ForwardOrigin, User } from './content.ts';
import type { Bot, Person, World } from './world.ts';

/** The Bot API's User. */
export function botUser(bot: Bot): User {
  return { id: bot.id, is_bot: true, first_name: bot.name, username: bot.username };
}

export function personUser(person: Person): User {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName === undefined ? {} : { last_name: person.lastName }),
    ...(person.username === undefined ? {} : { username: person.username }),
    language_code: person.languageCode,
  };
}

/** Whoever has this id; senders never vanish from a world. */
export function userOf(world: World, id: number): User {
  const bot = world.bots.get(id);
  if (bot !== undefined) return botUser(bot);
  const person = world.person(id);
  return person === null ? { id, is_bot: false, first_name: '' } : personUser(person);
}

/** The Bot API's Chat. */
export function chatJson(world: World, chat: Chat): Record<string, unknown> {
  if (chat.kind !== 'private') return { id: chat.id, type: chat.kind, title: chat.title };
  const { first_name, last_name, username } = userOf(world, chat.id);
  return {
    id: chat.id,
    type: 'private',
    first_name,
    ...(last_name === undefined ? {} : { last_name }),
    ...(username === undefined ? {} : { username }),
  };
}

/** The Bot API's Message; like there, the message replied to comes without its own reply. */
export function messageJson(
  world: World,
  message: Message,
  depth: 'whole' | 'quoted' = 'whole',
): Record<string, unknown> {
  const { pinned, ...content } = message.content;
  const repliedTo =
    message.replyTo === null || depth === 'quoted'
      ? undefined
      : message.chat.messages.get(message.replyTo);
  const pinnedMessage = pinned === undefined ? undefined : message.chat.messages.get(pinned);
  return {
    message_id: message.id,
    from: userOf(world, message.sender.id),
    chat: chatJson(world, message.chat),
    date: seconds(message.at),
    ...(message.editedAt === null ? {} : { edit_date: seconds(message.editedAt) }),
    ...(message.forward === null ? {} : { forward_origin: message.forward }),
    ...(repliedTo === undefined
      ? {}
      : { reply_to_message: messageJson(world, repliedTo, 'quoted') }),
    ...(message.albumId === null ? {} : { media_group_id: message.albumId }),
    ...(message.isProtected ? { has_protected_content: true } : {}),
    ...content,
    ...(pinnedMessage === undefined
      ? {}
      : { pinned_message: messageJson(world, pinnedMessage, 'quoted') }),
    ...(message.buttons === null ? {} : { reply_markup: { inline_keyboard: message.buttons } }),
  };
}

/** Who wrote a message first; forwards of forwards keep the first author. */
export function forwardOrigin(world: World, source: Message): ForwardOrigin {
  return (
    source.forward ?? {
      type: 'user',
      sender_user: userOf(world, source.sender.id),
      date: seconds(source.at),
    }
  );
}

/** Unix time, as the Bot API writes dates. */
export function seconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
