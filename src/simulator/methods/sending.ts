import type { Chat, Message } from '../chat.ts';
import { seatOf } from '../chat.ts';
import type { Content, ForwardOrigin } from '../content.ts';
import { deliver } from '../delivery.ts';
import { checkReplyMarkup, type ReplyMarkup, readReplyMarkup } from '../markup.ts';
import { badRequest } from '../refusal.ts';
import { shownChatId } from '../view.ts';
import type { Call } from './call.ts';
import { chatOf, checkWritable } from './targets.ts';

/** One message to be made out of a call. */
export interface Outgoing {
  content: Content;
  forward?: ForwardOrigin | null;
  /** Items of one album carry the same. */
  album?: string | null;
}

/**
 * Sends what a call asks for, in the order of the server's checks: parameters, chat, replied
 * message, limits, and last what only Telegram itself refuses.
 */
export function send(call: Call, outgoing: readonly Outgoing[]): Message[] {
  const { world, bot, params, flood } = call;
  const reply = readReply(call);
  const markup = readReplyMarkup(params);
  const chat = chatOf(call);
  const replyTo = existingReply(chat, reply);
  const write = {
    botId: bot.id,
    chat,
    messages: outgoing.length,
    paid: params.flag('allow_paid_broadcast'),
  };
  flood.check(write);
  checkWritable(call, chat);
  checkReplyMarkup(markup, chat.kind === 'private');
  flood.count(write);
  return outgoing.map(({ content, forward = null, album = null }) => {
    const message = deliver(world, {
      chat,
      sender: { kind: 'bot', id: bot.id },
      content,
      forward,
      replyTo,
      buttons: markup?.kind === 'inline' ? markup.buttons : null,
      albumId: album,
      isProtected: params.flag('protect_content'),
      hadReplyMarkup: markup !== null && markup.kind !== 'inline',
    });
    if (markup !== null) showMarkup(call, message, markup);
    return message;
  });
}

interface Reply {
  messageId: number;
  mayBeMissing: boolean;
}

/** `reply_parameters`, or the older pair of parameters that it replaced. */
function readReply({ params }: Call): Reply | null {
  const given = params.json('reply_parameters', 'reply parameters');
  if (given === undefined) {
    const messageId = params.integer('reply_to_message_id', 0);
    if (messageId <= 0) return null;
    return { messageId, mayBeMissing: params.flag('allow_sending_without_reply') };
  }
  if (typeof given !== 'object' || given === null) {
    throw badRequest('object expected as reply parameters');
  }
  const fields = given as Record<string, unknown>;
  const messageId = Number(fields.message_id ?? 0);
  if (!Number.isInteger(messageId)) throw badRequest("can't parse reply parameters");
  return messageId <= 0
    ? null
    : { messageId, mayBeMissing: fields.allow_sending_without_reply === true };
}

function existingReply(chat: Chat, reply: Reply | null): number | null {
  if (reply === null) return null;
  if (chat.messages.has(reply.messageId)) return reply.messageId;
  if (reply.mayBeMissing) return null;
  throw badRequest('message to be replied not found');
}

/** Puts a reply keyboard (or its removal, or a forced reply) under the input fields it is meant for. */
function showMarkup({ world }: Call, message: Message, markup: ReplyMarkup): void {
  if (markup.kind === 'inline') return;
  const { chat } = message;
  for (const personId of chat.people) {
    if (markup.selective && !isMeant(message, personId)) continue;
    const seat = seatOf(chat, personId);
    const chatId = shownChatId(world, chat);
    if (markup.kind === 'forceReply') {
      seat.forceReply = message.id;
      const { placeholder } = markup;
      world.screens.tell(personId, () => ({
        event: 'forceReply',
        chatId,
        messageId: message.id,
        ...(placeholder === undefined ? {} : { placeholder }),
      }));
    } else {
      const keyboard = markup.kind === 'keyboard' ? markup.keyboard : null;
      seat.keyboard = keyboard;
      world.screens.tell(personId, () => ({ event: 'keyboard', chatId, keyboard }));
    }
  }
}

/** A selective keyboard is for those the message mentions or answers; in private, for everybody. */
function isMeant(message: Message, personId: number): boolean {
  const { chat, content, replyTo } = message;
  if (chat.kind === 'private') return true;
  const repliedTo = replyTo === null ? undefined : chat.messages.get(replyTo);
  return (
    repliedTo?.sender.id === personId ||
    (content.entities ?? []).some(({ user }) => user?.id === personId)
  );
}
