import { type Chat, type Message, newChat, type Seat } from './chat.ts';
import type { StoredFile } from './file-store.ts';
import type { BotCommand } from './profile.ts';
import type { PendingUpdate } from './updates.ts';
import {
  type CallbackQuery,
  type Counters,
  type Person,
  privateKey,
  type WebhookSettings,
  type World,
} from './world.ts';

/** A whole world as plain JSON; the bytes of files are kept beside it. */
export interface Snapshot {
  version: 1;
  counters: Counters;
  nextFile: number;
  crowds: { from: number; to: number }[];
  bots: BotSnapshot[];
  people: Person[];
  chats: ChatSnapshot[];
  callbacks: CallbackQuery[];
  files: Omit<StoredFile, 'bytes'>[];
}

interface BotSnapshot {
  token: string;
  username: string;
  name: string;
  readsAllGroupMessages: boolean;
  nextMessageId: number;
  nextUpdateId: number;
  allowed: readonly string[] | null;
  pending: readonly PendingUpdate[];
  webhook: WebhookSettings | null;
  commands: [string, readonly BotCommand[]][];
  texts: [string, string][];
  menuButtons: [number, unknown][];
}

type Scalars = Pick<
  Chat,
  | 'id'
  | 'kind'
  | 'title'
  | 'creator'
  | 'nextMessageId'
  | 'started'
  | 'blocked'
  | 'migratedTo'
  | 'pinned'
>;

interface ChatSnapshot extends Scalars {
  bots: number[];
  people: number[];
  administrators: number[];
  formerBots: [number, 'left' | 'kicked'][];
  seats: [number, Seat][];
  messages: Omit<Message, 'chat'>[];
}

/** Everything worth keeping of a world. */
export function takeSnapshot(world: World): Snapshot {
  return {
    version: 1,
    counters: world.counters,
    nextFile: world.files.next,
    crowds: world.crowds,
    bots: [...world.bots.values()].map((bot) => ({
      token: bot.token,
      username: bot.username,
      name: bot.name,
      readsAllGroupMessages: bot.readsAllGroupMessages,
      nextMessageId: bot.nextMessageId,
      nextUpdateId: bot.updates.nextId,
      allowed: bot.updates.allowed,
      pending: bot.updates.pending(),
      webhook: bot.webhook,
      commands: [...bot.profile.commands],
      texts: [...bot.profile.texts],
      menuButtons: [...bot.profile.menuButtons],
    })),
    people: [...world.people.values()],
    chats: [...world.privateChats.values(), ...world.groups.values()].map(dumpChat),
    callbacks: [...world.callbacks.values()],
    files: [...world.files.all()].map(({ bytes: _bytes, ...file }) => file),
  };
}

function dumpChat(chat: Chat): ChatSnapshot {
  const { bots, people, administrators, formerBots, messages, seats, ...scalars } = chat;
  return {
    ...scalars,
    bots: [...bots],
    people: [...people],
    administrators: [...administrators],
    formerBots: [...formerBots],
    seats: [...seats],
    messages: [...messages.values()].map(({ chat: _chat, ...message }) => message),
  };
}

/**
 * Fills an empty world with what a snapshot holds.
 * @param bytesOf reads the bytes of a file; null for one that is lost, which is then left out
 */
export function restoreSnapshot(
  world: World,
  snapshot: Snapshot,
  bytesOf: (uniqueId: string) => Buffer | null,
): void {
  Object.assign(world.counters, snapshot.counters);
  world.files.next = snapshot.nextFile;
  world.crowds.push(...snapshot.crowds);
  for (const kept of snapshot.bots) restoreBot(world, kept);
  for (const person of snapshot.people) world.people.set(person.id, person);
  for (const kept of snapshot.chats) restoreChat(world, kept);
  for (const query of snapshot.callbacks) world.callbacks.set(query.id, query);
  for (const file of snapshot.files) {
    const bytes = bytesOf(file.uniqueId);
    if (bytes !== null) world.files.restore({ ...file, bytes });
  }
}

function restoreBot(world: World, kept: BotSnapshot): void {
  const bot = world.addBot(kept);
  bot.nextMessageId = kept.nextMessageId;
  bot.updates.nextId = kept.nextUpdateId;
  bot.updates.allowed = kept.allowed;
  bot.updates.restore([...kept.pending]);
  bot.webhook = kept.webhook;
  for (const [key, commands] of kept.commands) bot.profile.commands.set(key, commands);
  for (const [key, text] of kept.texts) bot.profile.texts.set(key, text);
  for (const [chatId, button] of kept.menuButtons) bot.profile.menuButtons.set(chatId, button);
}

function restoreChat(world: World, kept: ChatSnapshot): void {
  const { bots, people, administrators, formerBots, messages, seats, ...scalars } = kept;
  const chat: Chat = Object.assign(newChat(kept.id, kept.kind, kept.title), scalars);
  for (const id of bots) chat.bots.add(id);
  for (const id of people) chat.people.add(id);
  for (const id of administrators) chat.administrators.add(id);
  for (const [id, how] of formerBots) chat.formerBots.set(id, how);
  for (const [id, seat] of seats) chat.seats.set(id, seat);
  for (const message of messages) chat.messages.set(message.id, { ...message, chat });
  const [botId] = bots;
  if (chat.kind !== 'private') world.groups.set(chat.id, chat);
  else if (botId !== undefined) world.privateChats.set(privateKey(botId, chat.id), chat);
}
