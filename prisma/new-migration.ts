/**
 * `npm run migration NAME`: writes the next migration of both providers from what changed in `schema.prisma`
 * since the last one. Each provider's folder keeps the schema its migrations lead to (`reached.prisma`).
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { migrationsFolder } from '../src/platform/migrate.ts';
import { startPostgres } from '../test/support/postgres.ts';
import { derivePostgresSchema } from './postgres-schema.ts';
import { isEmptyMigration, schemaDifference } from './schema-difference.ts';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  process.stderr.write('Usage: npm run migration NAME   (lower-case letters, digits and _)\n');
  process.exit(1);
}

const sqlite = readFileSync(fileURLToPath(new URL('schema.prisma', import.meta.url)), 'utf8');
const postgres = await startPostgres();
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);

for (const [provider, schema, databaseUrl] of [
  ['sqlite', sqlite, 'file::memory:'],
  ['postgresql', derivePostgresSchema(sqlite), postgres.url],
] as const) {
  const folder = migrationsFolder(provider);
  const reached = `${folder}reached.prisma`;
  const before = existsSync(reached) ? readFileSync(reached, 'utf8') : null;
  const script = await schemaDifference(before, schema, databaseUrl);
  if (isEmptyMigration(script)) continue;
  mkdirSync(`${folder}${stamp}_${name}`, { recursive: true });
  writeFileSync(`${folder}${stamp}_${name}/migration.sql`, script);
  writeFileSync(`${folder}migration_lock.toml`, `provider = "${provider}"\n`);
  writeFileSync(reached, schema);
  process.stdout.write(`${provider}: ${stamp}_${name}\n`);
}
await postgres.stop();
