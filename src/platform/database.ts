import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { type Prisma, PrismaClient } from '../generated/sqlite/client.ts';
import { sqliteAdapter } from './sqlite-adapter.ts';

/** The open database; both kinds are typed as the SQLite client, whose features are the smaller set. */
export type Db = PrismaClient;

/** The client inside one transaction. */
export type Tx = Prisma.TransactionClient;

/** Where the data lives, from DATABASE_URL. */
export type DatabaseTarget =
  | { provider: 'sqlite'; path: string }
  | { provider: 'postgresql'; url: string };

/**
 * Reads a DATABASE_URL: `postgres://…` or `postgresql://…`, else a file (`file:./data/kader.db`).
 */
export function databaseTarget(url: string): DatabaseTarget {
  if (/^postgres(ql)?:\/\//.test(url)) return { provider: 'postgresql', url };
  const path = url.replace(/^file:/, '');
  return { provider: 'sqlite', path: path === ':memory:' ? path : resolve(path) };
}

/**
 * The driver for a target; creates the folder of a SQLite file. What PostgreSQL needs is loaded only for it,
 * which a start on SQLite need not wait for.
 */
export async function adapterFor(
  target: DatabaseTarget,
): Promise<SqlMigrationAwareDriverAdapterFactory> {
  if (target.provider === 'postgresql') {
    const { PrismaPg } = await import('@prisma/adapter-pg');
    const schema = new URL(target.url).searchParams.get('schema');
    return new PrismaPg({ connectionString: target.url, max: 10 }, schema ? { schema } : {});
  }
  mkdirSync(dirname(target.path), { recursive: true });
  return sqliteAdapter(target.path);
}

/** Opens the database; the schema must have been brought up to date by `migrate`. */
export async function openDatabase(target: DatabaseTarget): Promise<Db> {
  const adapter = await adapterFor(target);
  const transactionOptions = { maxWait: 30_000, timeout: 120_000 };
  if (target.provider === 'sqlite') return new PrismaClient({ adapter, transactionOptions });
  const postgres = await import('../generated/postgresql/client.ts');
  return new postgres.PrismaClient({ adapter, transactionOptions }) as unknown as Db;
}
