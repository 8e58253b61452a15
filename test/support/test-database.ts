import { createHash, randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  adapterFor,
  type DatabaseTarget,
  type Db,
  databaseTarget,
  openDatabase,
} from '../../src/platform/database.ts';
import { migrate, migrationsFolder } from '../../src/platform/migrate.ts';

/** A migrated, empty database that one test has to itself. */
export interface TestDatabase {
  db: Db;
  /** As for DATABASE_URL. */
  url: string;
  /** Closes and removes it. */
  close(): Promise<void>;
}

/**
 * Opens a fresh database: a SQLite file in a temporary folder, or, where TEST_DATABASE_URL names a
 * PostgreSQL server, a database of its own there.
 *
 * Both are copies of a template that is migrated once and kept until the migrations change, since
 * migrating takes longer than most tests.
 */
export function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? openOnServer(server) : openAsFile();
}

async function openAsFile(): Promise<TestDatabase> {
  const template = await sqliteTemplate();
  const folder = mkdtempSync(join(tmpdir(), 'kader-test-'));
  const path = join(folder, 'kader.db');
  copyFileSync(template, path);
  const db = await openDatabase({ provider: 'sqlite', path });
  return {
    db,
    url: `file:${path}`,
    close: async () => {
      await db.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Made beside its final name and moved there, so that test processes starting together do not meet. */
async function sqliteTemplate(): Promise<string> {
  const template = join(tmpdir(), `kader-template-${migrationsHash('sqlite')}.db`);
  if (existsSync(template)) return template;
  const folder = mkdtempSync(join(tmpdir(), 'kader-template-'));
  const path = join(folder, 'kader.db');
  await migrate({ provider: 'sqlite', path });
  renameSync(path, template);
  rmSync(folder, { recursive: true });
  return template;
}

async function openOnServer(server: string): Promise<TestDatabase> {
  const template = await postgresTemplate(server);
  const name = `kader_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = databaseUrl(server, name);
  const db = await openDatabase(databaseTarget(url));
  return {
    db,
    url,
    close: async () => {
      await db.$disconnect();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function postgresTemplate(server: string): Promise<string> {
  const template = `kader_template_${migrationsHash('postgresql')}`;
  if (await databaseExists(server, template)) return template;
  const draft = `kader_draft_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `CREATE DATABASE ${draft}`);
  await migrate(databaseTarget(databaseUrl(server, draft)));
  try {
    await onServer(server, `ALTER DATABASE ${draft} RENAME TO ${template}`);
  } catch (error) {
    await onServer(server, `DROP DATABASE ${draft} WITH (FORCE)`);
    if (!(await databaseExists(server, template))) throw error;
  }
  return template;
}

async function databaseExists(server: string, name: string): Promise<boolean> {
  const connection = await (await adapterFor(databaseTarget(server))).connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: `SELECT 1 FROM pg_database WHERE datname = '${name}'`,
      args: [],
      argTypes: [],
    });
    return rows.length > 0;
  } finally {
    await connection.dispose();
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const connection = await (await adapterFor(databaseTarget(server))).connect();
  try {
    await connection.executeScript(statement);
  } finally {
    await connection.dispose();
  }
}

function databaseUrl(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

function migrationsHash(provider: DatabaseTarget['provider']): string {
  const folder = migrationsFolder(provider);
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { withFileTypes: true }).filter((e) => e.isDirectory())) {
    hash.update(entry.name).update(readFileSync(join(folder, entry.name, 'migration.sql')));
  }
  return hash.digest('hex').slice(0, 16);
}
