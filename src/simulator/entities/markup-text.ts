import type { TextEntity } from '../content.ts';
import { badRequest, type Refusal } from '../refusal.ts';

/** A text without its markup, and what the markup said. Offsets in UTF-16 code units. */
export interface FormattedText {
  text: string;
  entities: TextEntity[];
}

/** @param words as TDLib words them, e.g. `Unexpected end tag at byte offset 5` */
export function cannotParse(words: string): Refusal {
  return badRequest(`can't parse entities: ${words}`);
}

/** The server counts bytes of UTF-8 in what it refuses. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

/** What a link in markup stands for: a mention of a user, a link, or nothing the server accepts. */
export function linkEntity(
  url: string,
): { type: 'text_link'; url: string } | { type: 'text_mention'; userId: number } | null {
  const user = /^tg:\/\/(?:user\?id=|openmessage\?user_id=)(\d+)$/i.exec(url);
  if (user !== null) return { type: 'text_mention', userId: Number(user[1]) };
  const checked = checkedLink(url);
  return checked === null ? null : { type: 'text_link', url: checked };
}

/** The link with its scheme and path, or null where Telegram would not make it a link. */
export function checkedLink(url: string): string | null {
  const trimmed = url.trim();
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed);
  const withScheme = hasScheme ? trimmed : `http://${trimmed}`;
  if (!URL.canParse(withScheme) || /\s/.test(withScheme)) return null;
  const { protocol, hostname } = new URL(withScheme);
  if (protocol === 'tg:' || protocol === 'ton:') return withScheme;
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  if (!hostname.includes('.') && !hostname.startsWith('[')) return null;
  return /^[^:]+:\/\/[^/?#]+$/.test(withScheme) ? `${withScheme}/` : withScheme;
}
