import type { Chat, Message } from '../chat.ts';
import { type Content, isService, mediaOf } from '../content.ts';
import { badRequest } from '../refusal.ts';
import { forwardOrigin, messageJson } from '../wire.ts';
import type { Call, Method } from './call.ts';
import { send } from './sending.ts';
import { chatOf, messageIdsOf, messageOf } from './targets.ts';
import { readCaption } from './texts.ts';

function copyMessage(call: Call): unknown {
  const source = messageOf(call, chatOf(call, 'from_chat_id'), 'copy');
  if (!isCopyable(source)) throw badRequest("message can't be copied");
  const hasCaption = 'caption' in call.params.fields && mediaOf(source.content) !== null;
  const content = hasCaption
    ? { ...withoutCaption(source.content), ...readCaption(call) }
    : source.content;
  const [message] = send(call, [{ content }]);
  return { message_id: message?.id };
}

function copyMessages(call: Call): unknown {
  const isBare = call.params.flag('remove_caption');
  const outgoing = sources(call).map(({ content, albumId }) => ({
    content: isBare ? withoutCaption(content) : content,
    album: albumId,
  }));
  return send(call, outgoing).map(({ id }) => ({ message_id: id }));
}

function forwardMessage(call: Call): unknown {
  const source = messageOf(call, chatOf(call, 'from_chat_id'), 'forward');
  if (!isCopyable(source)) throw badRequest("message can't be forwarded");
  const [message] = send(call, [
    { content: source.content, forward: forwardOrigin(call.world, source) },
  ]);
  return message === undefined ? null : messageJson(call.world, message);
}

function forwardMessages(call: Call): unknown {
  const outgoing = sources(call).map((source) => ({
    content: source.content,
    forward: forwardOrigin(call.world, source),
    album: source.albumId,
  }));
  return send(call, outgoing).map(({ id }) => ({ message_id: id }));
}

/** The messages that are there and may be taken; the others are skipped. */
function sources(call: Call): Message[] {
  const ids = messageIdsOf(call);
  if (ids.some((id, index) => index > 0 && id <= (ids[index - 1] ?? 0))) {
    throw badRequest('message identifiers must be in a strictly increasing order');
  }
  const from: Chat = chatOf(call, 'from_chat_id');
  const found = ids.flatMap((id) => {
    const message = from.messages.get(id);
    return message !== undefined && isCopyable(message) ? [message] : [];
  });
  if (found.length === 0) throw badRequest('there are no messages to forward');
  return found;
}

function isCopyable(message: Message): boolean {
  return !message.isProtected && !isService(message.content);
}

function withoutCaption(content: Content): Content {
  const { caption: _caption, caption_entities: _entities, ...rest } = content;
  return rest;
}

export const copyMethods: Record<string, Method> = {
  copyMessage,
  copyMessages,
  forwardMessage,
  forwardMessages,
};
