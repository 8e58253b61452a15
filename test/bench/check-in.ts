/**
 * A thousand people at the door: everybody scans the code on the wall within five minutes, then within one,
 * against a Telegram that takes 30 messages a second. One in ten scans twice, as impatient people do. The
 * bot, its pages and whoever scans share one process; the simulator has another.
 */
import Fastify from 'fastify';
import { type App, createApp } from '../../src/app.ts';
import { startPolling } from '../../src/bot/polling.ts';
import { createPageLinks } from '../../src/features/check-in/page-access.ts';
import type { WallState } from '../../src/features/check-in/page-contract.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { systemClock as clock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { useZone } from '../../src/text/format.ts';
import { openTestDatabase } from '../support/test-database.ts';
import { fillVenue, type OpenEvent } from './check-in-city.ts';
import { TOKEN } from './simulator-settings.ts';
import { onStage, round, type Stage } from './stage.ts';
import { printTable, quantile } from './table.ts';

const people = 995;
const minute = 60;
const scansTwice = 0.1;
/** As often as the projector's page asks (ms). */
const boardEveryMs = 750;

/** @param seconds within which all come; without it five minutes and one are measured */
export async function benchCheckIn(seconds?: number): Promise<void> {
  useZone('Asia/Jakarta');
  const rows: (string | number)[][] = [
    [
      `${people} people come within`,
      'recorded',
      'more than once',
      'scan → record p50 ms',
      'p99 ms',
      'slowest ms',
      'board behind, at most ms',
      'receipts',
      'last receipt after last scan, s',
      '429s',
    ],
  ];
  for (const span of seconds === undefined ? [5 * minute, minute] : [seconds])
    rows.push(await measure(span));
  printTable(rows);
}

/** What came of one rush. */
async function measure(seconds: number): Promise<(string | number)[]> {
  const settings = {
    limits: { perSecond: 30, lockSeconds: 1 },
    latencyMs: [20, 100] as [number, number],
    people,
  };
  return onStage(settings, (stage) => onDatabase((db) => rush(db, stage, seconds)));
}

async function onDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const { db, close } = await openTestDatabase();
  try {
    return await work(db);
  } finally {
    await close();
  }
}

async function rush(db: Db, stage: Stage, seconds: number): Promise<(string | number)[]> {
  const outcome = await prepareWilayah(db, '36.71');
  if (!outcome.ok) throw new Error(outcome.reason);
  const { firstPerson } = stage;
  const event = await fillVenue(db, outcome.wilayah, { people, firstPerson, now: clock.now() });
  const app = createApp({
    db,
    wilayah: outcome.wilayah,
    clock,
    logger: createLogger('warn'),
    botToken: TOKEN,
    telegramApiRoot: stage.url,
    ratePerSecond: 28,
    publicUrl: '',
    adminTelegramIds: [],
  });
  const pages = Fastify();
  app.servePages(pages);
  const origin = await pages.listen({ host: '127.0.0.1', port: 0 });
  await app.startSending();
  const polling = startPolling(app.bot);

  const isOver = new AbortController();
  const watched = watchRecords(db, event, isOver.signal);
  const looked = watchBoard(await wallAddress(app, event, origin), isOver.signal);
  const scans = await scanAll(stage, event, seconds);
  await until(async () => (await db.checkIn.count()) >= people);
  await until(async () => (await db.outboxMessage.count({ where: { status: 'SENT' } })) >= people);
  await app.atRest();
  const drainedAt = performance.now();
  // One more look of the board, so that the last arrivals have been seen on it.
  await clock.wait(2_000);
  isOver.abort();
  const records = await watched;
  const board = await looked;
  await polling.stop();
  await app.stopSending();
  await pages.close();

  const waits = [...scans].map(([place, at]) => (records.get(place) ?? Number.NaN) - at);
  const { repeated, lost, refused } = await stage.tally();
  const rowsOfEvent = await db.checkIn.count({ where: { eventId: event.eventId } });
  const doubled = Math.max(0, rowsOfEvent - new Set(records.keys()).size);
  return [
    seconds % minute === 0 ? `${seconds / minute} min` : `${seconds} s`,
    records.size,
    doubled,
    round(quantile(waits, 0.5)),
    round(quantile(waits, 0.99)),
    round(Math.max(...waits)),
    round(longestBehind([...records.values()], board)),
    // Everybody has one; whoever scanned twice was told the number once more.
    `${people - lost} (+${repeated})`,
    round((drainedAt - Math.max(...scans.values())) / 1000, 1),
    refused,
  ];
}

async function wallAddress(app: App, { eventId }: OpenEvent, origin: string): Promise<string> {
  return `${await createPageLinks(app.ports, origin).wall(eventId)}/papan`;
}

/** Lets everybody scan, at random instants of the span. @returns when each did, by their place */
async function scanAll(
  stage: Stage,
  event: OpenEvent,
  seconds: number,
): Promise<Map<number, number>> {
  const began = performance.now();
  const scanned = new Map<number, number>();
  await Promise.all(
    Array.from({ length: people }, async (_, place) => {
      await clock.wait(Math.random() * seconds * 1000 - (performance.now() - began));
      scanned.set(place, performance.now());
      await scan(stage, event, place);
      if (Math.random() >= scansTwice) return;
      await clock.wait(500);
      await scan(stage, event, place);
    }),
  );
  return scanned;
}

async function scan(stage: Stage, event: OpenEvent, place: number): Promise<void> {
  const person = stage.firstPerson + place;
  const response = await fetch(`${stage.url}/sim/people/${person}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ do: 'followLink', url: event.linkAt(clock.now()) }),
  });
  if (!response.ok) throw new Error(`a scan failed: ${await response.text()}`);
}

/** When each record could first be seen, by the place of its person; looked for every 20 ms. */
async function watchRecords(
  db: Db,
  { eventId }: OpenEvent,
  over: AbortSignal,
): Promise<Map<number, number>> {
  const first = await db.kader.findFirstOrThrow({ orderBy: { id: 'asc' }, select: { id: true } });
  const seen = new Map<number, number>();
  let last = 0;
  while (!over.aborted) {
    const news = await db.checkIn.findMany({
      where: { eventId, number: { gt: last } },
      orderBy: { number: 'asc' },
      select: { number: true, kaderId: true },
    });
    for (const { number, kaderId } of news) {
      last = number;
      if (kaderId !== null) seen.set(kaderId - first.id, performance.now());
    }
    await clock.wait(20);
  }
  return seen;
}

/** What a projector showed when. */
async function watchBoard(
  address: string,
  over: AbortSignal,
): Promise<{ at: number; came: number }[]> {
  const shown: { at: number; came: number }[] = [];
  let version = '';
  while (!over.aborted) {
    const asked = performance.now();
    const response = await fetch(`${address}?versi=${version}`);
    if (response.status === 200) {
      const { came, revision } = (await response.json()) as WallState;
      version = revision;
      shown.push({ at: performance.now(), came });
    }
    await clock.wait(Math.max(0, boardEveryMs - (performance.now() - asked)));
  }
  return shown;
}

/** The longest time (ms) from a record to the first board that counted it. */
function longestBehind(
  recorded: readonly number[],
  board: readonly { at: number; came: number }[],
): number {
  return [...recorded]
    .sort((one, other) => one - other)
    .reduce((longest, at, index) => {
      const counted = board.find(({ came }) => came > index);
      return Math.max(longest, counted === undefined ? Number.POSITIVE_INFINITY : counted.at - at);
    }, 0);
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await clock.wait(100);
}
