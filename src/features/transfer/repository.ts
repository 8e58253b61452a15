import { z } from 'zod';
import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { letOthersRun } from '../../platform/event-loop.ts';
import type { Choices, Importer, KeptTable } from './importer.ts';
import { type ImportCounts, importCounts } from './schema.ts';

export type ImportKind = Importer<KeptTable, unknown>['kind'];

/** A file that was checked, and what became of it. */
export interface ImportFile {
  id: number;
  kind: ImportKind;
  status: 'PREVIEWED' | 'APPLIED' | 'CANCELLED' | 'UNDONE';
  fileName: string;
  /** What was read of the file besides its rows, which `readTable` gives. */
  table: unknown;
  /** Whom staff chose for doubtful rows. */
  choices: Choices;
  /** Who sent it; null for the command line. */
  createdById: number | null;
  createdBy: string | null;
  createdAt: Date;
  appliedAt: Date | null;
  /** Who applied it; null for the command line. */
  appliedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  /** What applying did. */
  result: ImportCounts | null;
}

/** Rows of a file that are kept together. */
const rowsTogether = 500;

/** Keeps a checked file until it is applied; its rows some hundreds at a time. @returns its id */
export async function createImport(
  tx: Tx,
  file: {
    kind: ImportKind;
    fileName: string;
    fileHash: string;
    table: { notes: unknown; rows: readonly unknown[] };
    createdById: number | null;
  },
  now: Date,
): Promise<number> {
  const { table, ...facts } = file;
  const { id } = await tx.importFile.create({
    data: { ...facts, table: table.notes as Prisma.InputJsonValue, createdAt: now },
    select: { id: true },
  });
  for (let at = 0; at < table.rows.length; at += rowsTogether) {
    const rows = table.rows.slice(at, at + rowsTogether) as Prisma.InputJsonArray;
    await tx.importRows.create({ data: { importId: id, rows } });
    await letOthersRun();
  }
  return id;
}

/** The table of a file that waits to be applied, as it was kept. */
export async function readTable(
  db: Db | Tx,
  file: ImportFile,
): Promise<{ notes: unknown; rows: unknown[] }> {
  const table = { notes: file.table, rows: [] as unknown[] };
  for (let after = 0; ; ) {
    const chunks = await db.importRows.findMany({
      where: { importId: file.id, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: 10,
    });
    const last = chunks.at(-1);
    if (last === undefined) return table;
    for (const { rows } of chunks) table.rows.push(...(rows as unknown[]));
    after = last.id;
    await letOthersRun();
  }
}

/** Lets the rows of a file go, which hold people's numbers, once it was applied or put aside. */
async function forgetRows(tx: Tx, importId: number | { in: number[] }): Promise<void> {
  await tx.importRows.deleteMany({ where: { importId } });
}

/** One checked file, or null. */
export async function findImport(db: Db | Tx, id: number): Promise<ImportFile | null> {
  const row = await db.importFile.findUnique({ where: { id } });
  return row === null ? null : onlyOne(await toImportFiles(db, [row]));
}

/** Files that were applied, also those undone since; the newest first. */
export async function listDone(
  db: Db | Tx,
  page: { skip: number; take: number },
): Promise<ImportFile[]> {
  const rows = await db.importFile.findMany({
    where: { status: { in: ['APPLIED', 'UNDONE'] } },
    orderBy: { id: 'desc' },
    ...page,
  });
  return toImportFiles(db, rows);
}

/** Marks a file as taken back whole. @returns false when it is not one that was applied */
export async function markUndone(
  tx: Tx,
  id: number,
  accountId: number | null,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({
    where: { id, status: 'APPLIED' },
    data: { status: 'UNDONE', undoneById: accountId, undoneAt: now },
  });
  return count === 1;
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
  return row === null ? null : onlyOne(await toImportFiles(db, [row]));
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
    },
  });
  if (count === 1) await forgetRows(tx, id);
  return count === 1;
}

/** @returns false when the file is no longer waiting to be applied */
export async function markCancelled(tx: Tx, kind: ImportKind, id: number): Promise<boolean> {
  const { count } = await tx.importFile.updateMany({
    where: { id, kind, status: 'PREVIEWED' },
    data: { status: 'CANCELLED' },
  });
  if (count === 1) await forgetRows(tx, id);
  return count === 1;
}

/** Puts files aside that were checked before `before` and never applied. */
export async function forgetUnapplied(tx: Tx, before: Date): Promise<void> {
  const old = await tx.importFile.findMany({
    where: { status: 'PREVIEWED', createdAt: { lt: before } },
    select: { id: true },
  });
  const ids = { in: old.map(({ id }) => id) };
  await tx.importFile.updateMany({ where: { id: ids }, data: { status: 'CANCELLED' } });
  await forgetRows(tx, ids);
}

/**
 * Waits until no other import is being applied: PostgreSQL holds the second transaction back at this row
 * until the first has ended, so that each plans on what the other left behind.
 */
export async function takeTurn(tx: Tx, whose: number | string): Promise<void> {
  const key = 'import.turn';
  const value = String(whose);
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

async function toImportFiles(
  db: Db | Tx,
  rows: readonly Prisma.ImportFileGetPayload<object>[],
): Promise<ImportFile[]> {
  const people = rows.flatMap(({ createdById, appliedById, undoneById }) =>
    [createdById, appliedById, undoneById].filter((id) => id !== null),
  );
  const accounts = await db.account.findMany({
    where: { id: { in: [...new Set(people)] } },
    select: { id: true, firstName: true, kader: { select: { name: true } } },
  });
  const names = new Map(
    accounts.map(({ id, firstName, kader }) => [id, kader?.name ?? firstName] as const),
  );
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null));
  return rows.map(({ appliedById, undoneById, ...row }) => ({
    id: row.id,
    kind: row.kind,
    status: row.status,
    fileName: row.fileName,
    table: row.table,
    choices: readChoices(row.choices),
    createdById: row.createdById,
    createdBy: nameOf(row.createdById),
    createdAt: row.createdAt,
    appliedAt: row.appliedAt,
    appliedBy: nameOf(appliedById),
    undoneAt: row.undoneAt,
    undoneBy: nameOf(undoneById),
    result: row.result === null ? null : importCounts.parse(row.result),
  }));
}

const storedChoices = z.record(z.string(), z.number().int().nullable());

function readChoices(stored: unknown): Choices {
  return new Map(stored === null ? [] : Object.entries(storedChoices.parse(stored)));
}

/** Keeps whom staff chose for one doubt. */
export async function saveChoice(
  tx: Tx,
  { id, choices }: ImportFile,
  key: string,
  kaderId: number | null,
): Promise<void> {
  const all = Object.fromEntries(new Map(choices).set(key, kaderId));
  await tx.importFile.update({ where: { id }, data: { choices: all } });
}

function onlyOne<T>([one]: readonly T[]): T | null {
  return one ?? null;
}
