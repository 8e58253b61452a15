import type { Db, Tx } from '../../platform/database.ts';
import { type SetLetterhead, setLetterheadSchema } from './schema.ts';

const key = 'letterhead';
const logoKey = (hash: string) => `letterhead.logo:${hash}`;

/** What has been set of the letterhead. */
export async function readSetLetterhead(db: Db | Tx): Promise<SetLetterhead> {
  const row = await db.setting.findUnique({ where: { key } });
  return row === null ? {} : setLetterheadSchema.parse(JSON.parse(row.value));
}

/** Replaces what is set. */
export async function writeSetLetterhead(tx: Tx, letterhead: SetLetterhead): Promise<void> {
  const value = JSON.stringify(letterhead);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** Keeps a logo under its hash; earlier ones stay, since papers issued with them are made again when asked for. */
export async function keepLogo(tx: Tx, hash: string, bytes: Buffer): Promise<void> {
  const row = { key: logoKey(hash), value: bytes.toString('base64') };
  await tx.setting.upsert({ where: { key: row.key }, create: row, update: {} });
}

/** The picture with that hash, or null. */
export async function findLogo(db: Db | Tx, hash: string): Promise<Buffer | null> {
  const row = await db.setting.findUnique({ where: { key: logoKey(hash) } });
  return row === null ? null : Buffer.from(row.value, 'base64');
}
