import {
  type ContentReading,
  maxCaption,
  maxText,
  readText,
  type WrittenText,
} from '../broadcast/content-reading.ts';
import type { PlaceholderValues } from '../broadcast/placeholders.ts';
import type { Content } from '../broadcast/schema.ts';
import { noticeLength } from './outgoing.ts';

/**
 * The announcement with another text, which is the caption where the announcement is a copy of a photo or a
 * file. A text that some could not receive, as an edit or as a notice of its own, is refused.
 *
 * @param before the announcement as it stands
 * @param longest the longest value of each placeholder, for Telegram's limit of length
 */
export function readCorrection(
  before: Content,
  written: WrittenText,
  longest: PlaceholderValues,
): ContentReading {
  const limit = before.kind === 'copy' ? maxCaption : maxText - noticeLength;
  const read = readText(written, longest, limit);
  if (!read.ok || before.kind !== 'copy' || read.content.kind !== 'text') return read;
  const { text, entities } = read.content;
  const isAboveMedia = before.caption?.isAboveMedia ?? false;
  return { ok: true, content: { ...before, caption: { text, entities, isAboveMedia } } };
}
