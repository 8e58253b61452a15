import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db, Tx } from './database.ts';

const settingKey = 'server.secret';

/**
 * The secret of this installation, made at its first use and kept as a setting, so that several processes on
 * one database sign alike. Never shown and never sent.
 */
export async function serverSecret(db: Db | Tx): Promise<string> {
  const where = { key: settingKey };
  const known = await db.setting.findUnique({ where });
  if (known !== null) return known.value;
  const value = randomBytes(32).toString('base64url');
  // Two processes may meet here; whoever comes second takes over the first one's.
  return (await db.setting.upsert({ where, create: { key: settingKey, value }, update: {} })).value;
}

/**
 * HMAC-SHA256 of a text, cut to 128 bits.
 *
 * @param purpose keeps signatures for one thing from being valid for another, e.g. `page`
 * @returns 22 characters of base64url
 */
export function sign(secret: string, purpose: string, text: string): string {
  const digest = createHmac('sha256', secret).update(`${purpose}\n${text}`).digest();
  return digest.subarray(0, 16).toString('base64url');
}

/** Whether a signature is the one `sign` makes; takes the same time wherever the two differ. */
export function isSigned(
  secret: string,
  purpose: string,
  text: string,
  signature: string,
): boolean {
  const expected = Buffer.from(sign(secret, purpose, text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}
