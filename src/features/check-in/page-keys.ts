import { isSigned, sign } from '../../platform/server-secret.ts';

/** What a key opens: the projector's page of an event, or a desk's. */
export interface PageKey {
  page: 'wall' | 'desk';
  eventId: number;
  /** Whose desk it is; 0 for the projector, which is nobody's. */
  accountId: number;
  expiresAt: Date;
}

export type KeyReading = { ok: true; key: PageKey } | { ok: false; reason: 'forged' | 'expired' };

const hour = 3_600_000;
const purpose = 'check-in-page';

/**
 * Until when a key made now opens its page: twelve hours past the end of the event, but at most a day from
 * now, and at least an hour, as lists on paper are typed in afterwards. On the full hour, so that the links
 * on a card that is drawn again stay the same.
 */
export function keyExpiry(event: { startsAt: Date; endsAt: Date | null }, now: Date): Date {
  const end = event.endsAt?.getTime() ?? event.startsAt.getTime() + 8 * hour;
  const latest = now.getTime() + 24 * hour;
  const wanted = Math.max(end + 12 * hour, now.getTime() + 2 * hour);
  return new Date(Math.floor(Math.min(wanted, latest) / hour) * hour);
}

/** The key as it stands in an address: what it opens, and a signature over that. */
export function writeKey(key: PageKey, secret: string): string {
  const content = contentOf(key);
  return `${content}.${sign(secret, purpose, `${key.page}.${content}`)}`;
}

/**
 * Reads a key back.
 *
 * @param page the page whose address it stands in; a desk's key does not open the wall, nor the other way
 */
export function readKey(
  page: PageKey['page'],
  text: string,
  secret: string,
  now: Date,
): KeyReading {
  const [, content = '', signature = ''] =
    /^([0-9a-z]+\.[0-9a-z]+\.[0-9a-z]+)\.(.+)$/.exec(text) ?? [];
  if (!isSigned(secret, purpose, `${page}.${content}`, signature))
    return { ok: false, reason: 'forged' };
  const [eventId = 0, accountId = 0, hours = 0] = content
    .split('.')
    .map((part) => Number.parseInt(part, 36));
  const expiresAt = new Date(hours * hour);
  if (expiresAt <= now) return { ok: false, reason: 'expired' };
  return { ok: true, key: { page, eventId, accountId, expiresAt } };
}

function contentOf(key: PageKey): string {
  const hours = Math.floor(key.expiresAt.getTime() / hour);
  return [key.eventId, key.accountId, hours].map((part) => part.toString(36)).join('.');
}
