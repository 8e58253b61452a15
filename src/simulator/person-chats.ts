import { type Chat, type Message, seatOf } from './chat.ts';
import type { Content } from './content.ts';
import type { ActionResult } from './contract.ts';
import { deliver } from './delivery.ts';
import { tellBotStatus } from './groups.ts';
import { shownChatId } from './view.ts';
import { forwardOrigin } from './wire.ts';
import type { Person, World } from './world.ts';

/** Telegram's app would not have allowed this action. */
export class ActionRefused extends Error {
  override name = 'ActionRefused';
}

export function personOf(world: World, personId: number): Person {
  const person = world.person(personId);
  if (person === null) throw new ActionRefused(`There is no person ${personId}`);
  return person;
}

/** The chat a person's app means: a group, or the private chat with a bot. */
export function chatOfPerson(world: World, person: Person, chatId: number): Chat {
  const bot = chatId === person.id ? world.firstBot() : world.bots.get(chatId);
  if (bot !== undefined) return world.privateChat(bot, person);
  const group = world.groups.get(chatId);
  if (group?.people.has(person.id)) return group;
  throw new ActionRefused(`${person.firstName} has no chat ${chatId}`);
}

/** A chat with an input field: not before Start was pressed, and not while the bot is blocked. */
export function writableChat(world: World, person: Person, chatId: number): Chat {
  const chat = chatOfPerson(world, person, chatId);
  if (person.account === 'deactivated') throw new ActionRefused('This account is deactivated');
  if (chat.kind !== 'private') {
    if (chat.migratedTo !== null) throw new ActionRefused('This group is a supergroup now');
    return chat;
  }
  if (chat.blocked) throw new ActionRefused('The bot is blocked: unblock it first');
  if (!chat.started) throw new ActionRefused('Press Start first');
  return chat;
}

/** Puts a person's message into a chat and tells what came of it. */
export function post(
  world: World,
  person: Person,
  chat: Chat,
  content: Content,
  options: { replyTo?: number | undefined; forwardOf?: Message; albumId?: string | null } = {},
): ActionResult {
  const seat = seatOf(chat, person.id);
  const { replyTo = seat.forceReply ?? undefined, forwardOf, albumId = null } = options;
  if (replyTo !== undefined && !chat.messages.has(replyTo)) {
    throw new ActionRefused(`There is no message ${replyTo} to reply to`);
  }
  seat.forceReply = null;
  hideOneTimeKeyboard(world, person, chat, content);
  const message = deliver(world, {
    chat,
    sender: { kind: 'person', id: person.id },
    content,
    replyTo: replyTo ?? null,
    albumId,
    forward: forwardOf === undefined ? null : forwardOrigin(world, forwardOf),
  });
  return { chatId: shownChatId(world, chat), messageId: message.id, callbackId: null };
}

/** A one-time keyboard goes as soon as one of its buttons was used. */
function hideOneTimeKeyboard(world: World, person: Person, chat: Chat, content: Content): void {
  const seat = seatOf(chat, person.id);
  if (!seat.keyboard?.oneTime) return;
  const isUsed = seat.keyboard.rows.flat().some(({ text, request }) => {
    if (request === 'contact') return content.contact?.user_id === person.id;
    if (request === 'location') return content.location !== undefined;
    return content.text === text.trim();
  });
  if (!isUsed) return;
  seat.keyboard = null;
  const chatId = shownChatId(world, chat);
  world.screens.tell(person.id, () => ({ event: 'keyboard', chatId, keyboard: null }));
}

/** Start, or Restart after the bot was blocked. */
export function pressStart(world: World, person: Person, chat: Chat): void {
  if (chat.blocked) setBlocked(world, person, chat, false);
  chat.started = true;
}

/** Blocking tells the bot; one that was never started hears nothing. */
export function setBlocked(world: World, person: Person, chat: Chat, blocked: boolean): void {
  if (chat.blocked === blocked) return;
  chat.blocked = blocked;
  world.onChange();
  if (!chat.started) return;
  for (const botId of chat.bots) {
    const [was, now] = blocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const);
    tellBotStatus(world, chat, botId, person.id, was, now);
  }
}
