import type { OutgoingMessage } from '../../platform/telegram.ts';
import { fillPlaceholders, type PlaceholderValues } from './placeholders.ts';
import type { Content } from './schema.ts';

/**
 * What an announcement is to Telegram, for one recipient.
 *
 * @throws for an invitation: that is queued by its event, never here
 */
export function announcementFor(content: Content, values: PlaceholderValues): OutgoingMessage {
  switch (content.kind) {
    case 'text': {
      const { linkPreview } = content;
      return {
        method: 'sendMessage',
        payload: {
          ...fillPlaceholders(content, values),
          ...(linkPreview === undefined ? {} : { link_preview_options: linkPreview }),
        },
      };
    }
    case 'copy':
      return {
        method: 'copyMessage',
        payload: {
          from_chat_id: content.fromChatId,
          message_id: content.messageId,
          ...ownCaption(content, values),
        },
      };
    case 'invitation':
      throw new Error('an invitation is queued by its event');
  }
}

function ownCaption(
  { caption }: Extract<Content, { kind: 'copy' }>,
  values: PlaceholderValues,
): Record<string, unknown> {
  if (caption === undefined) return {};
  const { text, entities } = fillPlaceholders(caption, values);
  return {
    caption: text,
    caption_entities: entities,
    ...(caption.isAboveMedia ? { show_caption_above_media: true } : {}),
  };
}
