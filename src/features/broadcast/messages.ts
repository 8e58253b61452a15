import * as text from '../../text/id/broadcast.ts';
import { attachment } from '../../text/id/broadcast-schedule.ts';
import type { ContentReading } from './content-reading.ts';
import type { Content } from './schema.ts';

/** So much of a text tells it from others. */
const excerptLength = 60;

/** Enough of an announcement to tell it from others. */
export function excerpt(content: Content): string {
  const words = content.kind === 'text' ? content.text : '';
  if (words === '') return attachment;
  const [...letters] = words.replace(/\s+/g, ' ');
  return letters.length > excerptLength
    ? `${letters.slice(0, excerptLength).join('')}…`
    : letters.join('');
}

/** Why a content cannot be announced. */
export function contentRefusal(refusal: Extract<ContentReading, { ok: false }>) {
  switch (refusal.reason) {
    case 'empty':
      return text.empty;
    case 'album':
      return text.album;
    case 'unsupported':
      return text.unsupported;
    case 'unknown_placeholder':
      return text.unknownPlaceholder(refusal.written);
    case 'too_long':
      return text.tooLong(refusal.length, refusal.limit);
  }
}
