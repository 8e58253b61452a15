/** How long the answer to "insentif saya sudah cair?" takes: a city on SQLite beside a country on PostgreSQL. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Update, UserFromGetMe } from 'telegraf/types';
import { createApp } from '../../src/app.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { systemClock } from '../../src/platform/clock.ts';
import {
  type DatabaseTarget,
  type Db,
  databaseTarget,
  openDatabase,
} from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { useZone } from '../../src/text/format.ts';
import { startPostgres } from '../support/postgres.ts';
import { fillCity, firstTelegramId, today } from './incentive-city.ts';
import { TOKEN } from './simulator-settings.ts';
import { printTable, quantile } from './table.ts';
import { startTakingTelegram } from './taking-telegram.ts';

/** What people write; it is somebody else every time. */
const questions = [
  '/insentif',
  'honor oktober udah cair blm bu',
  'insentif bulan ini gmn',
  '/insentif 2021',
];

const city = 1_000;
const asked = 1_000;
const askedBefore = 200;
/** The two take turns this often, so that what else the machine does weighs on both. */
const asTurns = 20;
const askedCold = 200;

/** A filled database, and how it is asked. */
interface Place {
  db: Db;
  /** Has somebody write, another one every time. @returns the ms until the answer left */
  ask(question: string): Promise<number>;
  close(): Promise<void>;
}

/** @param country people on PostgreSQL; a million of them take ten minutes and 10 GB of disk */
export async function benchStatus(country = 20_000): Promise<void> {
  useZone('Asia/Jakarta');
  await onSqlite((small) =>
    onPostgres(async (large) => {
      const places = [
        await filled(small, city, 'ANALYZE'),
        // As a server has long done with what came months ago; else it would begin in the middle of the asking.
        await filled(large, country, 'VACUUM ANALYZE'),
      ] as const;
      const rows: string[][] = [];
      for (const question of questions) {
        const [onCity, onCountry] = await warmTimes(places, question);
        rows.push([
          question,
          ...[onCity, onCountry].flatMap((times) => [
            quantile(times, 0.5).toFixed(1),
            quantile(times, 0.95).toFixed(1),
          ]),
          (quantile(onCountry, 0.95) / quantile(onCity, 0.95)).toFixed(2),
        ]);
      }
      // Last, since what is dropped comes back only with time.
      for (const [at, question] of questions.entries())
        rows[at]?.push(quantile(await coldTimes(places[1], question), 0.95).toFixed(1));
      printTable([
        [
          'ms from the update to the answer',
          `SQLite, ${city} kader: p50`,
          'p95',
          `PostgreSQL, ${country} kader: p50`,
          'p95',
          'p95 : p95',
          'PostgreSQL, files not in memory: p95',
        ],
        ...rows,
      ]);
      for (const place of places) await place.close();
    }),
  );
}

async function filled(db: Db, people: number, settle: string): Promise<Place> {
  const begun = performance.now();
  await fillCity(db, people, (month) => {
    const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
    if (people > city) process.stderr.write(`${month} filled after ${minutes} minutes\n`);
  });
  await db.$executeRawUnsafe(settle);
  return { db, ...(await openBot(db, people)) };
}

/** The whole bot on a database, asked as Telegram would hand it what people write. */
async function openBot(db: Db, people: number): Promise<Omit<Place, 'db'>> {
  const outcome = await prepareWilayah(db, '36.71');
  if (!outcome.ok) throw new Error(outcome.reason);
  const telegram = await startTakingTelegram();
  const app = createApp({
    db,
    wilayah: outcome.wilayah,
    clock: { ...systemClock, now: () => today },
    logger: createLogger('warn'),
    botToken: TOKEN,
    telegramApiRoot: telegram.url,
    ratePerSecond: Infinity,
    publicUrl: '',
    adminTelegramIds: [],
  });
  app.bot.botInfo = {
    id: 1,
    is_bot: true,
    first_name: 'Kader',
    username: 'kader_bot',
  } as UserFromGetMe;
  const somebody = numbers(people);
  let updates = 0;
  async function ask(question: string): Promise<number> {
    const kaderId = somebody();
    updates += 1;
    const from = { id: firstTelegramId + kaderId, is_bot: false, first_name: `Kader ${kaderId}` };
    const chat = { id: from.id, type: 'private' as const, first_name: from.first_name };
    const message = { message_id: updates, date: 0, from, chat, text: question };
    const answer = telegram.nextMessage();
    const begun = performance.now();
    await app.bot.handleUpdate({ update_id: updates, message } as Update);
    const text = await answer;
    const took = performance.now() - begun;
    if (!text.includes('Insentif')) throw new Error(`"${question}" was answered with ${text}`);
    await app.atRest();
    return took;
  }
  return {
    ask,
    async close() {
      await app.stopSending();
      telegram.close();
    },
  };
}

/** With the data out of the machine's memory, but the program and its connections warm. */
async function coldTimes(place: Place, question: string): Promise<number[]> {
  await timesOf(place, question, askedBefore);
  await coolDown(place.db);
  return timesOf(place, question, askedCold);
}

async function warmTimes(
  places: readonly [Place, Place],
  question: string,
): Promise<readonly [number[], number[]]> {
  const times = [[], []] as [number[], number[]];
  for (const place of places) await timesOf(place, question, askedBefore);
  for (let turn = 0; turn < asTurns; turn += 1)
    for (const [at, place] of places.entries())
      times[at]?.push(...(await timesOf(place, question, asked / asTurns)));
  return times;
}

async function timesOf(place: Place, question: string, times: number): Promise<number[]> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await place.ask(question));
  return took;
}

/** Numbers from 1 to `most` in an order that is the same in every run (Numerical Recipes' generator). */
function numbers(most: number): () => number {
  let state = 42;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + Math.floor((state / 2 ** 32) * most);
  };
}

async function onSqlite(work: (db: Db) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kader-bench-status-'));
  try {
    await onDatabase({ provider: 'sqlite', path: join(folder, 'kader.db') }, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server whose tables are filled without a log and without looking up every person of every month. */
async function onPostgres(work: (db: Db) => Promise<void>): Promise<void> {
  const server = await startPostgres();
  try {
    await onDatabase(databaseTarget(server.url), async (db) => {
      for (const table of ['Incentive', 'IncentiveChange'])
        for (const change of ['SET UNLOGGED', 'DISABLE TRIGGER ALL'])
          await db.$executeRawUnsafe(`ALTER TABLE "${table}" ${change}`);
      await work(db);
    });
  } finally {
    await server.stop();
  }
}

async function onDatabase(target: DatabaseTarget, work: (db: Db) => Promise<void>): Promise<void> {
  await migrate(target);
  const db = await openDatabase(target);
  try {
    await work(db);
  } finally {
    await db.$disconnect();
  }
}

/** Has the system forget PostgreSQL's files; the server keeps its own 128 MB. */
async function coolDown(db: Db): Promise<void> {
  await db.$executeRawUnsafe('CHECKPOINT');
  const [at] = await db.$queryRawUnsafe<{ data_directory: string }[]>('SHOW data_directory');
  const forget = ['dd', 'if={}', 'iflag=nocache', 'count=0', 'status=none', ';'];
  execFileSync('find', [join(at?.data_directory ?? '', 'base'), '-type', 'f', '-exec', ...forget]);
}
