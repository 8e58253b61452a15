import { type Chat, newChat } from './chat.ts';
import { deliver } from './delivery.ts';
import { botUser, chatJson, seconds, userOf } from './wire.ts';
import type { World } from './world.ts';

export interface NewGroup {
  title: string;
  /** Person ids; the first one is the creator. */
  members: number[];
  /** Bot ids; default: the first bot. */
  bots?: number[];
  /** Ids of people or bots who are administrators besides the creator. */
  administrators?: number[];
  /**
   * A `group` (the default with one bot) numbers its messages from the bot's own sequence, a
   * `supergroup` (the only kind for several bots) from its own.
   */
  kind?: 'group' | 'supergroup';
  /** Negative; default: a new one. After a restart, a group with this id is left as it is. */
  id?: number;
}

type MemberStatus = 'member' | 'administrator' | 'left' | 'kicked';

export function groupOf(world: World, groupId: number): Chat {
  const group = world.groups.get(groupId);
  if (group === undefined) throw new Error(`There is no group ${groupId}`);
  return group;
}

/** Makes a group; its bots learn of it as Telegram tells them. */
export function addGroup(world: World, group: NewGroup): Chat {
  const { title, members, bots = [world.firstBot().id], administrators = [] } = group;
  const kind = group.kind ?? (bots.length > 1 ? 'supergroup' : 'group');
  if (kind === 'group' && bots.length > 1) throw new Error('Only a supergroup has several bots');
  const known = group.id === undefined ? undefined : world.groups.get(group.id);
  if (known !== undefined) return known;
  const [creator] = members;
  if (creator === undefined) throw new Error('A group needs a member');
  for (const id of members) {
    if (world.person(id) === null) throw new Error(`There is no person ${id}`);
  }
  const chat = newChat(group.id ?? newGroupId(world, kind), kind, title);
  if (!(chat.id < 0)) throw new Error(`A group's id is negative, not ${chat.id}`);
  for (const id of members) chat.people.add(id);
  for (const id of administrators) chat.administrators.add(id);
  chat.creator = creator;
  world.groups.set(chat.id, chat);
  for (const botId of bots) enterBot(world, chat, botId, creator);
  deliver(world, {
    chat,
    sender: { kind: 'person', id: creator },
    content: { group_chat_created: true },
  });
  return chat;
}

function newGroupId(world: World, kind: 'group' | 'supergroup'): number {
  const number = world.counters.group++;
  return kind === 'group' ? -number : -(1_000_000_000_000 + number);
}

function enterBot(world: World, chat: Chat, botId: number, by: number): void {
  const was = chat.formerBots.get(botId) ?? 'left';
  if (!world.bots.has(botId)) throw new Error(`There is no bot ${botId}`);
  if (chat.kind === 'group' && chat.bots.size > 0) {
    throw new Error('Only a supergroup has several bots');
  }
  chat.bots.add(botId);
  chat.formerBots.delete(botId);
  const now = chat.administrators.has(botId) ? 'administrator' : 'member';
  tellBotStatus(world, chat, botId, by, was, now);
}

/** A person or bot joins, brought by `by` (default: the creator). */
export function addMember(world: World, chat: Chat, memberId: number, by = chat.creator): void {
  const adder = by ?? memberId;
  if (world.bots.has(memberId)) enterBot(world, chat, memberId, adder);
  else if (world.person(memberId) === null) throw new Error(`There is no person ${memberId}`);
  else chat.people.add(memberId);
  deliver(world, {
    chat,
    sender: { kind: 'person', id: adder },
    content: { new_chat_members: [userOf(world, memberId)] },
  });
}

/** A person or bot goes: by itself (`by` is the same), or thrown out. */
export function removeMember(
  world: World,
  chat: Chat,
  memberId: number,
  by = chat.creator ?? memberId,
): void {
  const isBot = world.bots.has(memberId);
  const sender = { kind: world.bots.has(by) ? ('bot' as const) : ('person' as const), id: by };
  deliver(world, { chat, sender, content: { left_chat_member: userOf(world, memberId) } });
  if (isBot) {
    const was = chat.administrators.has(memberId) ? 'administrator' : 'member';
    const now = by === memberId ? 'left' : 'kicked';
    chat.bots.delete(memberId);
    chat.formerBots.set(memberId, now);
    tellBotStatus(world, chat, memberId, by, was, now);
  } else {
    chat.people.delete(memberId);
    chat.seats.delete(memberId);
  }
  chat.administrators.delete(memberId);
}

/** Turns a basic group into a supergroup: a new chat, and the old id is refused from then on. */
export function upgradeGroup(world: World, chat: Chat): Chat {
  if (chat.kind !== 'group') throw new Error('Only a basic group becomes a supergroup');
  const upgraded = newChat(newGroupId(world, 'supergroup'), 'supergroup', chat.title);
  for (const id of chat.people) upgraded.people.add(id);
  for (const id of chat.bots) upgraded.bots.add(id);
  for (const id of chat.administrators) upgraded.administrators.add(id);
  upgraded.creator = chat.creator;
  world.groups.set(upgraded.id, upgraded);
  const sender = { kind: 'person' as const, id: chat.creator ?? 0 };
  deliver(world, { chat, sender, content: { migrate_to_chat_id: upgraded.id } });
  chat.migratedTo = upgraded.id;
  deliver(world, { chat: upgraded, sender, content: { migrate_from_chat_id: chat.id } });
  return upgraded;
}

/** The `my_chat_member` update: the bot's own standing in a chat has changed. */
export function tellBotStatus(
  world: World,
  chat: Chat,
  botId: number,
  by: number,
  was: MemberStatus,
  now: MemberStatus,
): void {
  const bot = world.bots.get(botId);
  if (bot === undefined) return;
  const user = botUser(bot);
  const standing = (status: MemberStatus) => ({
    user,
    status,
    ...(status === 'kicked' ? { until_date: 0 } : {}),
  });
  const body = {
    chat: chatJson(world, chat),
    from: userOf(world, by),
    date: seconds(world.clock.now()),
    old_chat_member: standing(was),
    new_chat_member: standing(now),
  };
  bot.updates.push('my_chat_member', body, String(chat.id));
  world.onChange();
}
