import type { BotCommand, CommandScope, ProfileText } from '../profile.ts';
import { badRequest } from '../refusal.ts';
import { commandsView, shownChatId } from '../view.ts';
import { botUser } from '../wire.ts';
import type { Call, Method } from './call.ts';
import { chatOf } from './targets.ts';

const MAX_COMMANDS = 100;
const MAX_LENGTH: Record<ProfileText, number> = {
  name: 64,
  description: 512,
  short_description: 120,
};
const GLOBAL_SCOPES = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
] as const;
const CHAT_SCOPES = ['chat', 'chat_administrators', 'chat_member'] as const;

function getMe({ bot }: Call): unknown {
  return {
    ...botUser(bot),
    can_join_groups: true,
    can_read_all_group_messages: bot.readsAllGroupMessages,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  };
}

function readScope(call: Call): CommandScope {
  const given = call.params.json('scope', 'BotCommandScope');
  if (given === undefined) return { type: 'default' };
  if (typeof given !== 'object' || given === null) {
    throw badRequest("can't parse BotCommandScope: BotCommandScope must be an Object");
  }
  const { type, chat_id, user_id } = given as Record<string, unknown>;
  const global = GLOBAL_SCOPES.find((each) => each === type);
  if (global !== undefined) return { type: global };
  const local = CHAT_SCOPES.find((each) => each === type);
  if (local === undefined) {
    throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  }
  if (chat_id === undefined) {
    throw badRequest('can\'t parse BotCommandScope: Can\'t find field "chat_id"');
  }
  const chat = chatOf({ ...call, params: call.params.with({ chat_id }) });
  if (local !== 'chat' && chat.kind === 'private') {
    throw badRequest("can't change commands in a private chat for its members only");
  }
  if (local !== 'chat_member') return { type: local, chatId: chat.id };
  const userId = Number(user_id);
  if (!(userId > 0)) throw badRequest("can't parse BotCommandScope: Invalid user_id specified");
  return { type: local, chatId: chat.id, userId };
}

function readLanguage({ params }: Call): string {
  const code = params.text('language_code').toLowerCase();
  if (code !== '' && !/^[a-z]{2}$/.test(code)) throw badRequest('LANG_CODE_INVALID');
  return code;
}

function readCommands({ params }: Call): BotCommand[] {
  const given = params.json('commands', 'commands');
  if (given === undefined) return [];
  if (!Array.isArray(given)) throw badRequest('expected an Array of BotCommand');
  if (given.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  return given.map((each: unknown) => {
    const { command, description } = (each ?? {}) as Record<string, unknown>;
    if (typeof command !== 'string' || typeof description !== 'string') {
      const missing = typeof command === 'string' ? 'description' : 'command';
      throw badRequest(`can't parse BotCommand: Can't find field "${missing}"`);
    }
    const name = command.trim().replace(/^\//, '');
    if (name === '') throw badRequest('command must be non-empty');
    if (name.length > 32) throw badRequest('command length must not exceed 32');
    if (!/^[a-z0-9_]+$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
    if (description.trim() === '') throw badRequest('command description must be non-empty');
    if (description.length > 256)
      throw badRequest('command description length must not exceed 256');
    return { command: name, description: description.trim() };
  });
}

/** Menus of everybody who has a chat with the bot may have changed. */
function tellMenus({ world, bot }: Call, scope: CommandScope): void {
  world.onChange();
  const chats =
    scope.chatId === undefined
      ? [...world.privateChats.values(), ...world.groups.values()]
      : [world.findPrivateChat(bot.id, scope.chatId) ?? world.groups.get(scope.chatId)];
  for (const chat of chats) {
    if (chat === undefined || !chat.bots.has(bot.id)) continue;
    for (const personId of chat.people) {
      world.screens.tell(personId, () => ({
        event: 'commands',
        chatId: shownChatId(world, chat),
        commands: commandsView(world, personId, chat),
      }));
    }
  }
}

function setMyCommands(call: Call): unknown {
  const commands = readCommands(call);
  const scope = readScope(call);
  call.bot.profile.setCommands(scope, readLanguage(call), commands);
  tellMenus(call, scope);
  return true;
}

function deleteMyCommands(call: Call): unknown {
  const scope = readScope(call);
  call.bot.profile.setCommands(scope, readLanguage(call), []);
  tellMenus(call, scope);
  return true;
}

function getMyCommands(call: Call): unknown {
  return call.bot.profile.getCommands(readScope(call), readLanguage(call));
}

function setText(kind: ProfileText): Method {
  return (call) => {
    const text = call.params.text(kind).trim();
    if (text.length > MAX_LENGTH[kind]) throw badRequest(`${kind} is too long`);
    call.bot.profile.setText(kind, readLanguage(call), text);
    call.world.onChange();
    return true;
  };
}

function getText(kind: ProfileText): Method {
  return (call) => {
    const text = call.bot.profile.getText(kind, readLanguage(call));
    return { [kind]: text === '' && kind === 'name' ? call.bot.name : text };
  };
}

/** The chat a menu button belongs to; 0 is the default button. */
function menuChat(call: Call): number {
  if (!call.params.has('chat_id')) return 0;
  const chat = chatOf(call);
  if (chat.kind !== 'private') throw badRequest('chat_id must be a private chat');
  return chat.id;
}

function setChatMenuButton(call: Call): unknown {
  const button = call.params.json('menu_button', 'menu button') ?? { type: 'default' };
  const { type } = button as { type?: unknown };
  if (type !== 'default' && type !== 'commands' && type !== 'web_app') {
    throw badRequest("can't parse menu button: MenuButton has unsupported type");
  }
  call.bot.profile.menuButtons.set(menuChat(call), button);
  return true;
}

function getChatMenuButton(call: Call): unknown {
  const { menuButtons } = call.bot.profile;
  return menuButtons.get(menuChat(call)) ?? menuButtons.get(0) ?? { type: 'commands' };
}

export const profileMethods: Record<string, Method> = {
  getMe,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  setMyName: setText('name'),
  getMyName: getText('name'),
  setMyDescription: setText('description'),
  getMyDescription: getText('description'),
  setMyShortDescription: setText('short_description'),
  getMyShortDescription: getText('short_description'),
  setChatMenuButton,
  getChatMenuButton,
};
