import type { Chat, Message } from '../chat.ts';
import { badRequest, forbidden } from '../refusal.ts';
import type { Call } from './call.ts';

/** The chat a call names, as far as the Bot API server itself knows it. */
export function chatOf(call: Call, parameter = 'chat_id'): Chat {
  const { world, bot, params } = call;
  const given = params.text(parameter).trim();
  if (given === '') throw badRequest('chat_id is empty');
  const id = /^-?\d{1,15}$/.test(given) ? Number(given) : 0;
  if (world.bots.has(id)) throw forbidden("the bot can't send messages to the bot");
  if (id > 0) {
    const person = world.person(id);
    if (person === null || person.account === 'unknown') throw badRequest('chat not found');
    return world.privateChat(bot, person);
  }
  const group = world.groups.get(id);
  if (group === undefined) throw badRequest('chat not found');
  if (group.bots.has(bot.id)) {
    if (group.migratedTo === null) return group;
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: group.migratedTo,
    });
  }
  const was = group.formerBots.get(bot.id);
  if (was === undefined) throw badRequest('chat not found');
  throw forbidden(
    was === 'kicked'
      ? `bot was kicked from the ${group.kind} chat`
      : `bot is not a member of the ${group.kind} chat`,
  );
}

/** What Telegram itself refuses when a bot writes to somebody. */
export function checkWritable(call: Call, chat: Chat): void {
  if (chat.kind !== 'private') return;
  const account = call.world.person(chat.id)?.account;
  if (account === 'deactivated') throw forbidden('user is deactivated');
  if (chat.blocked) throw forbidden('bot was blocked by the user');
  if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
}

/**
 * A message of the chat.
 * @param verb what is to be done with it, for the refusal
 */
export function messageOf(
  call: Call,
  chat: Chat,
  verb: 'edit' | 'delete' | 'copy' | 'forward' | 'pin',
): Message {
  const id = call.params.integer('message_id', 0);
  if (id <= 0) throw badRequest('message identifier is not specified');
  const message = chat.messages.get(id);
  if (message === undefined) throw badRequest(`message to ${verb} not found`);
  return message;
}

/** The `message_ids` parameter: 1–100 numbers. */
export function messageIdsOf(call: Call): number[] {
  const given = call.params.json('message_ids', 'message identifiers');
  if (!Array.isArray(given)) throw badRequest('message identifiers are not specified');
  const ids = given.map(Number);
  if (ids.length === 0) throw badRequest('message identifiers are not specified');
  if (ids.length > 100) throw badRequest('too many message identifiers specified');
  if (ids.some((id) => !Number.isInteger(id) || id <= 0)) {
    throw badRequest('invalid message identifier specified');
  }
  return ids;
}
