import type { Ports } from '../../platform/ports.ts';
import { serverSecret } from '../../platform/server-secret.ts';
import { actorOfAccount } from '../access/repository.ts';
import { grantFor } from '../access/rules.ts';
import { findEvent } from '../event/repository.ts';
import type { DeskKeeper } from './desk.ts';
import { keyExpiry, type PageKey, readKey, writeKey } from './page-keys.ts';

/** The addresses of the pages of an event; each opens its page to whoever has it, until it expires. */
export interface PageLinks {
  /** The projector's; null when there is no such event. */
  wall(eventId: number): Promise<string | null>;
  /** A desk's, at which that account records; null when there is no such event. */
  desk(eventId: number, accountId: number): Promise<string | null>;
}

/** @param publicUrl where browsers find the pages, without a slash at the end */
export function createPageLinks({ db, clock }: Ports, publicUrl: string): PageLinks {
  async function link(path: string, eventId: number, keyUntil: (expiresAt: Date) => PageKey) {
    const event = await findEvent(db, eventId);
    if (event === null) return null;
    const key = keyUntil(keyExpiry(event, clock.now()));
    return `${publicUrl}/${path}/${writeKey(key, await serverSecret(db))}`;
  }
  return {
    wall: (eventId) =>
      link('layar', eventId, (expiresAt) => ({ page: 'wall', eventId, accountId: 0, expiresAt })),
    desk: (eventId, accountId) =>
      link('meja', eventId, (expiresAt) => ({ page: 'desk', eventId, accountId, expiresAt })),
  };
}

type Refused = { ok: false; reason: 'forged' | 'expired' | 'notStaff' };

/** Reads the key in a projector's address. */
export async function admitToWall(
  { db, clock }: Ports,
  text: string,
): Promise<{ ok: true; eventId: number } | Refused> {
  const reading = readKey('wall', text, await serverSecret(db), clock.now());
  return reading.ok ? { ok: true, eventId: reading.key.eventId } : reading;
}

/** Reads the key in a desk's address; it is worth something only as long as its account belongs to staff. */
export async function admitToDesk(
  { db, clock }: Ports,
  text: string,
): Promise<{ ok: true; eventId: number; keeper: DeskKeeper } | Refused> {
  const reading = readKey('desk', text, await serverSecret(db), clock.now());
  if (!reading.ok) return reading;
  const actor = await actorOfAccount(db, reading.key.accountId);
  const staff = actor === null ? null : grantFor('staff', actor);
  if (staff === null) return { ok: false, reason: 'notStaff' };
  const { accountId, scope } = staff;
  return { ok: true, eventId: reading.key.eventId, keeper: { accountId, scope } };
}
