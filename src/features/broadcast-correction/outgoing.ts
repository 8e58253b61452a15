import type { OutgoingMessage } from '../../platform/telegram.ts';
import { announcementFor } from '../broadcast/outgoing.ts';
import { fillPlaceholders, type PlaceholderValues } from '../broadcast/placeholders.ts';
import type { Content } from '../broadcast/schema.ts';

/** What stands above a correction that comes as a message of its own. */
const heading = 'RALAT';
const prefix = `${heading}\n\n`;

/** How much shorter than Telegram's limit a corrected text must be, so that its notice fits too. */
export const noticeLength = prefix.length;

/** The corrected text or caption of a message that has arrived; `message_id` is added by whoever sends it. */
export function editFor(content: Content, values: PlaceholderValues): OutgoingMessage {
  const { payload } = announcementFor(content, values);
  if (content.kind === 'text') return { method: 'editMessageText', payload };
  const { from_chat_id: _from, message_id: _number, ...caption } = payload;
  return { method: 'editMessageCaption', payload: caption };
}

/** The same for a notice that has arrived: it is corrected as the notice it is. */
export function noticeEdit(content: Content, values: PlaceholderValues): OutgoingMessage {
  return { method: 'editMessageText', payload: correctionNotice(content, values).payload };
}

/** The corrected text for somebody whose message cannot be edited any more. */
export function correctionNotice(content: Content, values: PlaceholderValues): OutgoingMessage {
  const said = content.kind === 'copy' ? content.caption : content;
  if (said === undefined || !('text' in said))
    throw new Error('a correction without a text cannot be told');
  const { text, entities } = fillPlaceholders(said, values);
  return {
    method: 'sendMessage',
    payload: {
      text: prefix + text,
      entities: [
        { type: 'bold', offset: 0, length: heading.length },
        ...entities.map((entity) => ({ ...entity, offset: entity.offset + prefix.length })),
      ],
    },
  };
}
