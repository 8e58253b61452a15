import { isSigned, sign } from '../../platform/server-secret.ts';

const purpose = 'card';

/** The `start` parameter behind the code on a kader's card, e.g. `kartu_12_…`. */
export function cardParameter(kaderId: number, secret: string): string {
  return `kartu_${kaderId}_${sign(secret, purpose, String(kaderId))}`;
}

/**
 * The roster entry that a card stands for.
 *
 * @param code the parameter, with or without `kartu_`, or the whole link as a scanner reads it
 * @returns null for anything the bot did not make
 */
export function readCard(code: string, secret: string): number | null {
  const [, id, signature] = /(?:^|kartu_)(\d{1,9})_([\w-]{22})$/.exec(code.trim()) ?? [];
  if (id === undefined || signature === undefined) return null;
  return isSigned(secret, purpose, id, signature) ? Number(id) : null;
}
