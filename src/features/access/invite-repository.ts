import type { Db, Tx } from '../../platform/database.ts';
import { fromRow, toRow } from './grant-repository.ts';
import type { RoleInvite } from './invite-rules.ts';
import type { GrantedRole } from './rules.ts';

/** Keeps a new code by its hash. */
export async function createInvite(
  tx: Tx,
  invite: {
    codeHash: string;
    role: GrantedRole;
    createdById: number | null;
    expiresAt: Date | null;
  },
  now: Date,
): Promise<number> {
  const { role, ...rest } = invite;
  const { id } = await tx.roleInvite.create({
    data: { ...rest, ...toRow(role), createdAt: now },
    select: { id: true },
  });
  return id;
}

/** The code with that hash, or null. */
export async function findInvite(db: Db | Tx, codeHash: string): Promise<RoleInvite | null> {
  const row = await db.roleInvite.findUnique({ where: { codeHash } });
  if (row === null) return null;
  const { id, createdById, expiresAt, usedAt } = row;
  return { id, role: fromRow(row), createdById, expiresAt, usedAt };
}

/**
 * Uses a code up.
 *
 * @returns false when somebody was faster
 */
export async function useInvite(tx: Tx, id: number, usedById: number, now: Date): Promise<boolean> {
  const { count } = await tx.roleInvite.updateMany({
    where: { id, usedAt: null },
    data: { usedById, usedAt: now },
  });
  return count > 0;
}

/** Ends every claim code that nobody used. */
export async function endClaimCodes(tx: Tx, now: Date): Promise<void> {
  await tx.roleInvite.updateMany({
    where: { createdById: null, role: 'ADMIN', usedAt: null },
    data: { expiresAt: now },
  });
}

/** How often an audited deed was done to a subject since `since`. */
export function countDeeds(
  db: Db | Tx,
  deed: { action: string; subject: string; since: Date },
): Promise<number> {
  return db.auditEntry.count({
    where: { action: deed.action, subject: deed.subject, at: { gt: deed.since } },
  });
}
