import { inChunks } from '../../platform/chunks.ts';
import type { Tx } from '../../platform/database.ts';
import { type Phone, phoneFromE164 } from '../../platform/phone.ts';
import type { Jabatan } from './rules.ts';

/** A roster entry as it is written. */
export interface KaderEntry {
  name: string;
  /** The name folded for matching (language/names). */
  nameKey: string;
  jabatan: Jabatan;
  kecamatanCode: string;
  kelurahanCode: string | null;
  phone: Phone | null;
}

/** Adds one entry; its number must not be on the roster yet. @returns its id */
export async function createKader(tx: Tx, entry: KaderEntry, now: Date): Promise<number> {
  const { id } = await tx.kader.create({
    data: { ...toRow(entry), createdAt: now, updatedAt: now },
    select: { id: true },
  });
  return id;
}

/** Adds many entries; none of their numbers may be on the roster yet. */
export async function createManyKader(
  tx: Tx,
  entries: readonly KaderEntry[],
  now: Date,
): Promise<(KaderEntry & { id: number })[]> {
  const created: (KaderEntry & { id: number })[] = [];
  for (const chunk of inChunks(entries)) {
    const rows = await tx.kader.createManyAndReturn({
      data: chunk.map((entry) => ({ ...toRow(entry), createdAt: now, updatedAt: now })),
      select: {
        id: true,
        name: true,
        nameKey: true,
        jabatan: true,
        kecamatanCode: true,
        kelurahanCode: true,
        phone: true,
      },
    });
    created.push(
      ...rows.map(({ phone, ...row }) => ({
        ...row,
        phone: phone === null ? null : phoneFromE164(phone),
      })),
    );
  }
  return created;
}

/** Changes one entry. */
export async function updateKader(
  tx: Tx,
  id: number,
  change: Partial<KaderEntry & { status: 'ACTIVE' | 'LEFT' }>,
  now: Date,
): Promise<void> {
  const { phone, ...rest } = change;
  await tx.kader.update({
    where: { id },
    data: {
      ...rest,
      ...(phone === undefined ? {} : { phone: phone?.e164 ?? null }),
      updatedAt: now,
    },
  });
}

/** Takes their numbers from entries that are about to get others, so that numbers can change hands. */
export async function releasePhones(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const chunk of inChunks(ids))
    await tx.kader.updateMany({ where: { id: { in: chunk } }, data: { phone: null } });
}

/** Makes an account the account of a roster entry; the entry must have none, the account none either. */
export async function linkAccount(
  tx: Tx,
  accountId: number,
  kaderId: number,
  now: Date,
): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { kaderId, linkedAt: now } });
}

/** Takes its roster entry from an account. */
export async function unlinkAccount(tx: Tx, accountId: number): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { kaderId: null, linkedAt: null } });
}

function toRow({ phone, ...entry }: KaderEntry) {
  return { ...entry, phone: phone?.e164 ?? null };
}
