import { Prisma } from '../generated/sqlite/client.ts';
import type { Tx } from './database.ts';

/** A value as a raw statement takes it; JSON as text. */
type RawValue = string | number | boolean | Date | null;

/** Rows a statement: ten columns of them stay far below SQLite's 32,766 parameters. */
const chunk = 500;

/**
 * Inserts many rows with plain statements. The client's own `createMany` compiles a plan for each call, which
 * takes most of the time once there are tens of thousands of rows.
 *
 * @param table its name, and `columns` theirs, from the code and never from outside
 */
export async function insertRows(
  tx: Tx,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly RawValue[])[],
): Promise<void> {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const into = Prisma.raw(`INSERT INTO "${table}" (${names}) VALUES`);
  for (let at = 0; at < rows.length; at += chunk) {
    const values = rows
      .slice(at, at + chunk)
      .map((row) => Prisma.sql`(${Prisma.join(row as RawValue[])})`);
    await tx.$executeRaw`${into} ${Prisma.join(values)}`;
  }
}
