import type { Chat } from '../chat.ts';
import { isService } from '../content.ts';
import { deliver } from '../delivery.ts';
import { removeMember } from '../groups.ts';
import { badRequest } from '../refusal.ts';
import { shownChatId } from '../view.ts';
import { chatJson, messageJson, userOf } from '../wire.ts';
import type { Call, Method } from './call.ts';
import { chatOf, checkWritable, messageOf } from './targets.ts';

const CHAT_ACTIONS = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);

function getChat(call: Call): unknown {
  const chat = chatOf(call);
  const pinned = chat.pinned === null ? undefined : chat.messages.get(chat.pinned);
  return {
    ...chatJson(call.world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: false,
      limited_gifts: false,
      unique_gifts: false,
      premium_subscription: false,
      gifts_from_channels: false,
    },
    ...(pinned === undefined ? {} : { pinned_message: messageJson(call.world, pinned, 'quoted') }),
  };
}

function memberJson(call: Call, chat: Chat, userId: number): Record<string, unknown> {
  const user = userOf(call.world, userId);
  if (chat.creator === userId) return { status: 'creator', user, is_anonymous: false };
  if (chat.administrators.has(userId)) {
    return {
      status: 'administrator',
      user,
      can_be_edited: false,
      is_anonymous: false,
      can_manage_chat: true,
      can_delete_messages: true,
      can_pin_messages: true,
    };
  }
  const isThere = chat.people.has(userId) || chat.bots.has(userId);
  if (isThere) return { status: 'member', user };
  const isKicked = chat.formerBots.get(userId) === 'kicked';
  return isKicked ? { status: 'kicked', user, until_date: 0 } : { status: 'left', user };
}

function groupOf(call: Call): Chat {
  const chat = chatOf(call);
  if (chat.kind === 'private') {
    throw badRequest('there are no administrators in the private chat');
  }
  return chat;
}

function getChatMember(call: Call): unknown {
  const chat = chatOf(call);
  const userId = call.params.integer('user_id', 0);
  if (userId <= 0) throw badRequest('invalid user_id specified');
  const isKnown = call.world.bots.has(userId) || call.world.person(userId) !== null;
  if (!isKnown) throw badRequest('user not found');
  return memberJson(call, chat, userId);
}

function getChatAdministrators(call: Call): unknown {
  const chat = groupOf(call);
  const creator = chat.creator === null ? [] : [chat.creator];
  return [...new Set([...creator, ...chat.administrators])].map((id) => memberJson(call, chat, id));
}

function getChatMemberCount(call: Call): unknown {
  const chat = chatOf(call);
  return chat.people.size + chat.bots.size;
}

function leaveChat(call: Call): unknown {
  const chat = chatOf(call);
  if (chat.kind === 'private')
    throw badRequest("chat member status can't be changed in private chats");
  removeMember(call.world, chat, call.bot.id, call.bot.id);
  return true;
}

function mayPin({ bot }: Call, chat: Chat): boolean {
  return chat.kind === 'private' || chat.administrators.has(bot.id);
}

function pinChatMessage(call: Call): unknown {
  const chat = chatOf(call);
  checkWritable(call, chat);
  if (!mayPin(call, chat))
    throw badRequest('not enough rights to manage pinned messages in the chat');
  const message = messageOf(call, chat, 'pin');
  if (isService(message.content)) throw badRequest("message can't be pinned");
  chat.pinned = message.id;
  const sender = { kind: 'bot' as const, id: call.bot.id };
  deliver(call.world, { chat, sender, content: { pinned: message.id } });
  return true;
}

function unpin(call: Call): unknown {
  const chat = chatOf(call);
  if (!mayPin(call, chat))
    throw badRequest('not enough rights to manage pinned messages in the chat');
  const id = call.params.integer('message_id', chat.pinned ?? 0);
  if (chat.pinned !== id) throw badRequest('message to unpin not found');
  chat.pinned = null;
  call.world.onChange();
  return true;
}

function unpinAllChatMessages(call: Call): unknown {
  const chat = chatOf(call);
  if (!mayPin(call, chat))
    throw badRequest('not enough rights to manage pinned messages in the chat');
  chat.pinned = null;
  return true;
}

function sendChatAction(call: Call): unknown {
  const action = call.params.text('action').toLowerCase();
  if (action === '') throw badRequest('wrong parameter action in request');
  if (!CHAT_ACTIONS.has(action)) throw badRequest('wrong parameter action in request');
  const chat = chatOf(call);
  checkWritable(call, chat);
  for (const personId of chat.people) {
    call.world.screens.tell(personId, () => ({
      event: 'typing',
      chatId: shownChatId(call.world, chat),
    }));
  }
  return true;
}

export const chatMethods: Record<string, Method> = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  pinChatMessage,
  unpinChatMessage: unpin,
  unpinAllChatMessages,
  sendChatAction,
};
