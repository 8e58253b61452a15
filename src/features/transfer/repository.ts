import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Importer } from './importer.ts';
import { type ImportCounts, importCounts } from './schema.ts';

export type ImportKind = Importer<unknown, unknown>['kind'];

/** A file that was checked, and what became of it. */
export interface ImportFile {
  id: number;
  kind: ImportKind;
  status: 'PREVIEWED' | 'APPLIED' | 'CANCELLED';
  fileName: string;
  /** As read; empty once the file was applied or put aside. */
  table: unknown;
  appliedAt: Date | null;
  /** Who applied it; null for the command line. */
  appliedBy: string | null;
  /** What applying did. */
  result: ImportCounts | null;
}

/** What ends an import; its rows, which hold people's numbers, are not kept any longer. */
const withoutRows = { table: [] } as const;

/** Keeps a checked file until it is applied. @returns its id */
export async function createImport(
  tx: Tx,
  file: {
    kind: ImportKind;
    fileName: string;
    fileHash: string;
    table: unknown;
    createdById: number | null;
  },
  now: Date,
): Promise<number> {
  const { id } = await tx.importFile.create({
    data: { ...file, table: file.table as Prisma.InputJsonValue, createdAt: now },
    select: { id: true },
  });
  return id;
}

/** One checked file, or null. */
export async function findImport(db: Db | Tx, id: number): Promise<ImportFile | null> {
  const row = await db.importFile.findUnique({ where: { id } });
  return row === null ? null : toImportFile(db, row);
}

/** The last time these very bytes were applied, or null. */
export async function findApplied(
  db: Db | Tx,
  kind: ImportKind,
  fileHash: string,
): Promise<ImportFile | null> {
  const row = await db.importFile.findFirst({
    where: { kind, fileHash, status: 'APPLIED' },
    orderBy: { id: 'desc' },
  });
  return row === null ? null : toImportFile(db, row);
}

/** @returns false when the file is no longer waiting to be applied */
export async function markApplied(
  tx: Tx,
  id: number,
  by: { accountId: number | null; result: ImportCounts },
  now: Date,
): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({
    where: { id, status: 'PREVIEWED' },
    data: {
      status: 'APPLIED',
      appliedById: by.accountId,
      appliedAt: now,
      result: by.result,
      ...withoutRows,
    },
  });
  return count === 1;
}

/** @returns false when the file is no longer waiting to be applied */
export async function markCancelled(tx: Tx, kind: ImportKind, id: number): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({
    where: { id, kind, status: 'PREVIEWED' },
    data: { status: 'CANCELLED', ...withoutRows },
  });
  return count === 1;
}

/** Puts files aside that were checked before `before` and never applied. */
export async function forgetUnapplied(tx: Tx, before: Date): Promise<void> {
  await tx.importFile.updateMany({
    where: { status: 'PREVIEWED', createdAt: { lt: before } },
    data: { status: 'CANCELLED', ...withoutRows },
  });
}

/**
 * Waits until no other import is being applied: PostgreSQL holds the second transaction back at this row
 * until the first has ended, so that each plans on what the other left behind.
 */
export async function takeTurn(tx: Tx, importId: number): Promise<void> {
  const key = 'import.turn';
  const value = String(importId);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

async function toImportFile(
  db: Db | Tx,
  row: Prisma.ImportFileGetPayload<object>,
): Promise<ImportFile> {
  const { id, kind, status, fileName, table, appliedAt, appliedById, result } = row;
  const account =
    appliedById === null
      ? null
      : await db.account.findUnique({
          where: { id: appliedById },
          select: { firstName: true, kader: { select: { name: true } } },
        });
  return {
    id,
    kind,
    status,
    fileName,
    table,
    appliedAt,
    appliedBy: account === null ? null : (account.kader?.name ?? account.firstName),
    result: result === null ? null : importCounts.parse(result),
  };
}
