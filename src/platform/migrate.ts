import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DatabaseTarget } from './database.ts';
import { adapterFor } from './database.ts';
import { withSchemaEngine } from './schema-engine.ts';

/** The folder of a provider's migrations, each `<number>_<name>/migration.sql` as Prisma lays them out. */
export function migrationsFolder(provider: DatabaseTarget['provider']): string {
  return fileURLToPath(new URL(`../../prisma/migrations/${provider}/`, import.meta.url));
}

/**
 * Brings the database up to date with the migrations that ship with the code, with Prisma's own engine and
 * its ordinary `_prisma_migrations` table.
 *
 * @returns the names just applied, none when it was up to date
 * @throws when the database cannot be reached or a migration fails
 */
export async function migrate(target: DatabaseTarget): Promise<string[]> {
  const folder = migrationsFolder(target.provider);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  if (await allApplied(target, names)) return [];

  const migrationsList = {
    baseDir: folder,
    lockfile: {
      path: './migration_lock.toml',
      content: readFileSync(`${folder}migration_lock.toml`, 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: {
          tag: 'ok' as const,
          value: readFileSync(`${folder}${name}/migration.sql`, 'utf8'),
        },
      },
    })),
  };
  const { appliedMigrationNames } = await withSchemaEngine(await adapterFor(target), (engine) =>
    engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return appliedMigrationNames;
}

/** Loading the engine takes longer than all the rest of a start, so a look at its table comes first. */
async function allApplied(target: DatabaseTarget, names: string[]): Promise<boolean> {
  const connection = await (await adapterFor(target)).connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
      args: [],
      argTypes: [],
    });
    const applied = new Set(rows.map((row) => row[0]));
    return names.every((name) => applied.has(name));
  } catch (error) {
    if (isMissingTable(error)) return false;
    throw error;
  } finally {
    await connection.dispose();
  }
}

function isMissingTable(error: unknown): boolean {
  const cause = (error as { cause?: { kind?: string } }).cause;
  return cause?.kind === 'TableDoesNotExist';
}
