import { readFileSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { derivePostgresSchema } from '../../prisma/postgres-schema.ts';
import { isEmptyMigration, schemaDifference } from '../../prisma/schema-difference.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { databaseTarget } from '../../src/platform/database.ts';
import { migrate, migrationsFolder } from '../../src/platform/migrate.ts';
import { openTestDatabase } from '../support/test-database.ts';

const server = process.env.TEST_DATABASE_URL;

it('has migrations that lead to the schema', async () => {
  const schema = readFileSync(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
  const provider = server === undefined ? 'sqlite' : 'postgresql';
  const wanted = provider === 'sqlite' ? schema : derivePostgresSchema(schema);
  const reached = readFileSync(`${migrationsFolder(provider)}reached.prisma`, 'utf8');
  const script = await schemaDifference(reached, wanted, server ?? 'file::memory:');
  expect(isEmptyMigration(script), script).toBe(true);
});

it('applies migrations once', async () => {
  const { url, close } = await openTestDatabase();
  onTestFinished(close);
  expect(await migrate(databaseTarget(url))).toEqual([]);
});

it('keeps a statement outside a transaction out of it', async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  let begun: () => void = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const undone = db.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: 'inside', value: '1' } });
    begun();
    // Long enough for the statement outside to be asked for.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    throw new Error('undo');
  });
  await hasBegun;
  const outside = db.setting.create({ data: { key: 'outside', value: '1' } });
  await expect(undone).rejects.toThrow('undo');
  await outside;
  expect((await db.setting.findMany()).map(({ key }) => key)).toEqual(['outside']);
});

it('lets a read go before transactions that wait', async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  let begun: () => void = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const first = db.$transaction(async () => {
    begun();
    // Long enough for the others to be asked for.
    for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  });
  await hasBegun;
  const second = db.$transaction(() => reading);
  // Prisma asks for nothing until somebody waits for it.
  const reading = db.setting.count().then((count) => count);
  expect(await Promise.all([first, second])).toEqual([undefined, 0]);
});

it('loads the official areas of any regency, and keeps to one', async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  expect(await prepareWilayah(db, '00.00')).toEqual({ ok: false, reason: 'unknown_regency' });
  const bandung = await prepareWilayah(db, '32.73');
  expect(bandung.ok && bandung.wilayah.kecamatan.length).toBe(30);
  expect(bandung.ok && bandung.wilayah.kelurahan.length).toBe(151);
  expect(await prepareWilayah(db, '36.71')).toEqual({
    ok: false,
    reason: 'other_regency',
    stored: '32.73',
  });
});

it('knows the 13 kecamatan and 104 kelurahan of Kota Tangerang', async () => {
  const { db, close } = await openTestDatabase();
  onTestFinished(close);
  const outcome = await prepareWilayah(db, '36.71');
  if (!outcome.ok) throw new Error(outcome.reason);
  const { wilayah } = outcome;
  expect([wilayah.kecamatan.length, wilayah.kelurahan.length]).toEqual([13, 104]);
  expect(wilayah.areaName({ kecamatanCode: '36.71.08', kelurahanCode: null })).toBe(
    'Kecamatan Periuk',
  );
});
