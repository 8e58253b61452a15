import { type Chat, type Message, seatOf } from './chat.ts';
import { type Content, mediaOf } from './content.ts';
import type { ChatCard, ChatMessage, MessageFile, PersonCard } from './contract.ts';
import { userOf } from './wire.ts';
import type { Bot, Person, World } from './world.ts';

/**
 * How a person's app addresses a chat: groups by their id, the first bot's chat by the person's own
 * id (as the Bot API does), chats with further bots by the bot's id.
 */
export function shownChatId(world: World, chat: Chat): number {
  if (chat.kind !== 'private') return chat.id;
  const [botId] = chat.bots;
  return botId === undefined || botId === world.firstBot().id ? chat.id : botId;
}

/** One message as people see it. */
export function messageView(world: World, message: Message): ChatMessage {
  const { content, chat } = message;
  const repliedTo = message.replyTo === null ? undefined : chat.messages.get(message.replyTo);
  return {
    chatId: shownChatId(world, chat),
    messageId: message.id,
    from: {
      id: message.sender.id,
      name: nameOf(world, message.sender.id),
      isBot: message.sender.kind === 'bot',
    },
    at: message.at,
    editedAt: message.editedAt,
    text: content.text ?? content.caption ?? '',
    entities: (content.entities ?? content.caption_entities ?? []).map(
      ({ type, offset, length, url }) => ({
        type,
        offset,
        length,
        ...(url === undefined ? {} : { url }),
      }),
    ),
    buttons: (message.buttons ?? []).map((row) =>
      row.map(({ text, callback_data, url }) => ({
        text,
        ...(callback_data === undefined ? {} : { callbackData: callback_data }),
        ...(url === undefined ? {} : { url }),
      })),
    ),
    replyTo:
      repliedTo === undefined
        ? null
        : {
            messageId: repliedTo.id,
            name: nameOf(world, repliedTo.sender.id),
            text: summary(world, repliedTo),
          },
    forwardedFrom: message.forward === null ? null : nameOf(world, message.forward.sender_user.id),
    file: fileView(world, content),
    contact:
      content.contact === undefined
        ? null
        : {
            name: fullName(content.contact.first_name, content.contact.last_name),
            phone: content.contact.phone_number,
          },
    location: content.location ?? null,
    service: serviceText(world, message),
  };
}

function fileView(world: World, content: Content): MessageFile | null {
  const found = mediaOf(content);
  if (found === null) return null;
  const stored = world.files.get(found.media.file_id);
  return {
    kind: found.kind,
    fileId: found.media.file_id,
    name: stored?.name ?? '',
    mimeType: stored?.mimeType ?? 'application/octet-stream',
    size: found.media.file_size,
    ...(found.media.emoji === undefined ? {} : { emoji: found.media.emoji }),
    ...(stored?.width === undefined ? {} : { width: stored.width, height: stored.height ?? 0 }),
  };
}

/** The one line a chat list or a quotation shows. */
function summary(world: World, message: Message): string {
  const { content } = message;
  const text = content.text ?? content.caption;
  if (text !== undefined) return text;
  if (content.contact !== undefined) return 'Kontak';
  if (content.location !== undefined) return 'Lokasi';
  const found = mediaOf(content);
  if (found === null) return serviceText(world, message) ?? '';
  if (found.kind === 'photo') return 'Foto';
  if (found.kind === 'sticker') return `${found.media.emoji ?? ''} Stiker`.trim();
  return found.media.file_name ?? 'Berkas';
}

function serviceText(world: World, message: Message): string | null {
  const { content } = message;
  const name = nameOf(world, message.sender.id);
  if (content.group_chat_created) return `${name} membuat grup`;
  if (content.new_chat_members !== undefined) {
    const members = content.new_chat_members.map(({ id }) => nameOf(world, id)).join(', ');
    return `${members} bergabung`;
  }
  if (content.left_chat_member !== undefined) {
    const leaver = content.left_chat_member.id;
    return leaver === message.sender.id
      ? `${name} keluar dari grup`
      : `${name} mengeluarkan ${nameOf(world, leaver)}`;
  }
  if (content.pinned !== undefined) return `${name} menyematkan pesan`;
  if (content.migrate_to_chat_id !== undefined || content.migrate_from_chat_id !== undefined) {
    return 'Grup ini menjadi grup super';
  }
  return null;
}

function nameOf(world: World, id: number): string {
  const user = userOf(world, id);
  return fullName(user.first_name, user.last_name);
}

function fullName(first: string, last: string | undefined): string {
  return last === undefined ? first : `${first} ${last}`;
}

/** One line of a person's chat list. */
export function chatCard(world: World, person: Person, chat: Chat): ChatCard {
  const last = [...chat.messages.values()].at(-1);
  const bot = chat.kind === 'private' ? soleBot(world, chat) : null;
  return {
    chatId: shownChatId(world, chat),
    title: bot === null ? chat.title : bot.name,
    kind: bot === null ? 'group' : 'private',
    unread: seatOf(chat, person.id).unread,
    lastText: last === undefined ? '' : summary(world, last),
    lastAt: last?.at ?? null,
    commands: commandsView(world, person.id, chat),
    started: bot === null || chat.started,
    ...(bot === null ? {} : { bot: { id: bot.id, username: bot.username, name: bot.name } }),
  };
}

/** What the menu button offers this person here; in groups, the commands of all bots there. */
export function commandsView(world: World, userId: number, chat: Chat): ChatCard['commands'] {
  const where = {
    chatId: chat.id,
    userId,
    isPrivate: chat.kind === 'private',
    isAdministrator: chat.administrators.has(userId) || chat.creator === userId,
    language: world.person(userId)?.languageCode ?? '',
  };
  return [...chat.bots].flatMap((botId) =>
    (world.bots.get(botId)?.profile.commandsFor(where) ?? []).map((each) => ({ ...each })),
  );
}

function soleBot(world: World, chat: Chat): Bot | null {
  const [botId] = chat.bots;
  return botId === undefined ? null : (world.bots.get(botId) ?? null);
}

/** A person's private chats with every bot and the groups they are in, newest first. */
export function chatsOf(world: World, person: Person): Chat[] {
  const privates = [...world.bots.values()].map((bot) => world.privateChat(bot, person));
  const groups = [...world.groups.values()].filter(
    (chat) => chat.people.has(person.id) && chat.migratedTo === null,
  );
  const lastAt = (chat: Chat) => [...chat.messages.values()].at(-1)?.at ?? 0;
  return [...privates, ...groups].sort((one, other) => lastAt(other) - lastAt(one));
}

export function personCard(world: World, person: Person): PersonCard {
  const { id, firstName, lastName, username, phone, role, kelurahan } = person;
  const chat = world.findPrivateChat(world.firstBot().id, id);
  const groups = [...world.groups.values()].filter((group) => group.people.has(id));
  const chats = chat === null ? groups : [chat, ...groups];
  return {
    id,
    firstName,
    ...(lastName === undefined ? {} : { lastName }),
    ...(username === undefined ? {} : { username }),
    ...(phone === undefined ? {} : { phone }),
    ...(role === undefined ? {} : { role }),
    ...(kelurahan === undefined ? {} : { kelurahan }),
    unread: chats.reduce((sum, each) => sum + (each.seats.get(id)?.unread ?? 0), 0),
    blockedBot: chat?.blocked ?? false,
  };
}
