import type { z } from 'zod';
import type { Prisma } from '../generated/sqlite/client.ts';
import type { Db, Tx } from '../platform/database.ts';

/** A kind of conversation: its name and the shape of what it remembers between two messages. */
export interface DraftSpec<Data> {
  readonly kind: string;
  readonly schema: z.ZodType<Data>;
}

/** Declares a kind of conversation. */
export function defineDraft<Data>(kind: string, schema: z.ZodType<Data>): DraftSpec<Data> {
  return { kind, schema };
}

/** The conversation an account is in the middle of, by kind; null when there is none. */
export async function openDraftKind(db: Db | Tx, accountId: number): Promise<string | null> {
  const row = await db.draft.findUnique({ where: { accountId }, select: { kind: true } });
  return row?.kind ?? null;
}

/**
 * What the open conversation remembers; null when another one or none is open,
 * or when what was stored by an older version no longer fits.
 */
export async function readDraft<Data>(
  db: Db | Tx,
  spec: DraftSpec<Data>,
  accountId: number,
): Promise<Data | null> {
  const row = await db.draft.findUnique({ where: { accountId } });
  if (row?.kind !== spec.kind) return null;
  const parsed = spec.schema.safeParse(row.data);
  return parsed.success ? parsed.data : null;
}

/** Opens a conversation or takes it a step further; whatever was open before is put aside. */
export async function writeDraft<Data>(
  db: Db | Tx,
  spec: DraftSpec<Data>,
  accountId: number,
  data: Data,
  now: Date,
): Promise<void> {
  const values = { kind: spec.kind, data: data as Prisma.InputJsonValue, updatedAt: now };
  await db.draft.upsert({
    where: { accountId },
    create: { accountId, ...values },
    update: values,
  });
}

/** Ends the conversation, if one is open. */
export async function clearDraft(db: Db | Tx, accountId: number): Promise<void> {
  await db.draft.deleteMany({ where: { accountId } });
}
