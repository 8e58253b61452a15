/**
 * Generates the two Prisma clients, SQLite from `schema.prisma` and PostgreSQL from the variant derived
 * from it, unless they already stand for this schema.
 *
 * Prisma's native schema engine is only looked for, never run, by `generate`; naming any existing file
 * as that engine keeps `generate` working on machines that can reach nothing but the npm registry.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { derivePostgresSchema } from './postgres-schema.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const stamp = here('../src/generated/schema.sha256');
const postgresSchema = 'generated.postgresql.prisma';

const schema = readFileSync(here('schema.prisma'), 'utf8');
const prismaVersion = readFileSync(here('../node_modules/prisma/package.json'), 'utf8');
const fingerprint = createHash('sha256').update(schema).update(prismaVersion).digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== fingerprint) {
  writeFileSync(here(postgresSchema), derivePostgresSchema(schema));
  generate('schema.prisma');
  generate(postgresSchema);
  writeFileSync(stamp, fingerprint);
}

function generate(name: string): void {
  const run = spawnSync(
    process.execPath,
    [here('../node_modules/prisma/build/index.js'), 'generate', '--schema', here(name)],
    {
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      },
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) {
    process.stderr.write(`prisma generate failed for ${name}\n${run.stdout}${run.stderr}\n`);
    process.exit(1);
  }
}
