import type { Prisma } from '../generated/sqlite/client.ts';
import type { Tx } from './database.ts';

/** Who did what, on whom. `accountId` null = the command line or the bot itself. */
export interface Deed {
  at: Date;
  accountId: number | null;
  /** A verb in dotted form, e.g. `application.approve`. */
  action: string;
  /** The thing it was done to, e.g. `kader:12`. */
  subject: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
}

/** Writes an audit row; call it in the transaction of the deed itself. */
export async function writeAudit(tx: Tx, deed: Deed): Promise<void> {
  await tx.auditEntry.create({ data: deed });
}

/** Writes many audit rows at once, some hundreds a statement. */
export async function writeAudits(tx: Tx, deeds: readonly Deed[]): Promise<void> {
  for (let at = 0; at < deeds.length; at += 500)
    await tx.auditEntry.createMany({ data: deeds.slice(at, at + 500) });
}
