import { type ContentReading, maxCaption, maxText } from './content-reading.ts';
import { noticeLength } from './outgoing-correction.ts';
import { longestFilled, type PlaceholderValues, unknownPlaceholders } from './placeholders.ts';
import { announcedText } from './rules.ts';
import { type Content, contentSchema } from './schema.ts';

/** A text as a person wrote it, with its formatting (Bot API Message). */
export interface WrittenText {
  text: string;
  entities?: readonly { type: string; offset: number; length: number }[];
}

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
  const announced = announcedText(written.text, written.entities ?? []);
  if (!announced.ok) return announced;
  const { text, entities } = announced;
  const unknown = unknownPlaceholders(text);
  if (unknown.length > 0) return { ok: false, reason: 'unknown_placeholder', written: unknown };
  const limit = before.kind === 'copy' ? maxCaption : maxText - noticeLength;
  const length = longestFilled(text, longest);
  if (length > limit) return { ok: false, reason: 'too_long', length, limit };
  const corrected =
    before.kind === 'copy'
      ? {
          ...before,
          caption: { text, entities, isAboveMedia: before.caption?.isAboveMedia ?? false },
        }
      : { ...before, text, entities };
  return { ok: true, content: contentSchema.parse(corrected) };
}
