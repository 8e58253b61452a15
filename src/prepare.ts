import type { Config } from './config.ts';
import { ensureStandingAmounts } from './features/incentive/standing-amounts.ts';
import type { Wilayah } from './features/wilayah/rules.ts';
import { prepareWilayah } from './features/wilayah/service.ts';
import { type Db, databaseTarget, openDatabase } from './platform/database.ts';
import { migrate } from './platform/migrate.ts';
import { StartProblem } from './start-problems.ts';

export interface Prepared {
  db: Db;
  wilayah: Wilayah;
}

/** Marks a database that holds the invented people of the demo. */
const demoMark = 'demo.city';

/**
 * Opens the database, brings it up to date and makes sure that it is this city's.
 *
 * @throws StartProblem, or what the database's driver throws
 */
export async function prepareDatabase(config: Config): Promise<Prepared> {
  const target = databaseTarget(config.databaseUrl);
  await migrate(target);
  const db = await openDatabase(target);
  const outcome = await prepareWilayah(db, config.regencyCode);
  if (outcome.ok) {
    await ensureStandingAmounts(db, config.regencyCode);
    return { db, wilayah: outcome.wilayah };
  }
  throw new StartProblem(
    outcome.reason === 'unknown_regency'
      ? `REGENCY_CODE ${config.regencyCode} is not the code of any regency or city of Indonesia; 36.71 is Kota Tangerang.`
      : `The database of ${config.databaseUrl} belongs to regency ${outcome.stored}, not ${config.regencyCode}: set REGENCY_CODE back, or DATABASE_URL to another database.`,
  );
}

/** Keeps invented people and real ones apart. @throws StartProblem */
export async function refuseDemoDatabase(db: Db, config: Config): Promise<void> {
  if (await holdsDemo(db))
    throw new StartProblem(
      `The database of ${config.databaseUrl} holds the invented people of the demo: set DATABASE_URL to another one before running the real bot.`,
    );
}

/**
 * Whether the demo city has to be made first.
 *
 * @throws StartProblem when there are people who are not the demo's
 */
export async function needsDemoCity(db: Db, config: Config): Promise<boolean> {
  if (await holdsDemo(db)) return false;
  if ((await db.kader.count()) > 0 || (await db.account.count()) > 0)
    throw new StartProblem(
      `The database of ${config.databaseUrl} holds real people, so the demo does not touch it: set BOT_TOKEN to run the real bot, or leave DATABASE_URL empty for the demo.`,
    );
  return true;
}

/** Notes that this database is the demo's. */
export async function markDemoDatabase(db: Db, now: Date): Promise<void> {
  await db.setting.create({ data: { key: demoMark, value: now.toISOString() } });
}

async function holdsDemo(db: Db): Promise<boolean> {
  return (await db.setting.findUnique({ where: { key: demoMark } })) !== null;
}
