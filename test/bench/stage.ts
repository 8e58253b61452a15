import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createMessageNumbers } from '../../src/features/outbox/numbers.ts';
import { createSender, type Sender } from '../../src/features/outbox/sender.ts';
import { enqueueAll } from '../../src/features/outbox/service.ts';
import { systemClock as clock } from '../../src/platform/clock.ts';
import type { Db } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createPacer, type Pacer } from '../../src/platform/pacer.ts';
import { createTelegramClient } from '../../src/platform/telegram-client.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Ready, type SimulatorSettings, type Tally, TOKEN } from './simulator-settings.ts';

/** A simulator in another process, and how to ask it what came of it all. */
export interface Stage extends Ready {
  people: number;
  tally(): Promise<Tally>;
}

/** Runs `play` against a fresh simulator. */
export async function onStage<T>(
  settings: SimulatorSettings,
  play: (stage: Stage) => Promise<T>,
): Promise<T> {
  const program = fileURLToPath(new URL('./simulator-process.ts', import.meta.url));
  const server = fork(program, [JSON.stringify(settings)], { execArgv: ['--import', 'tsx'] });
  try {
    const [ready] = (await once(server, 'message')) as [Ready];
    return await play({
      ...ready,
      people: settings.people,
      async tally() {
        server.send('tally');
        const [tally] = (await once(server, 'message')) as [Tally];
        return tally;
      },
    });
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

/** Our sender on a database with one message queued for each person of the stage. */
export interface Play extends TestDatabase {
  sender: Sender;
  pacer: Pacer;
}

/** Sets up a play; the sender has not begun. */
export async function prepare(stage: Stage, ratePerSecond: number): Promise<Play> {
  const database = await openTestDatabase();
  const { db } = database;
  await queueForAll(db, stage);
  const logger = createLogger('warn');
  const pacer = createPacer({ clock, ratePerSecond });
  const sender = createSender({
    db,
    clock,
    logger,
    pacer,
    client: createTelegramClient({ token: TOKEN, apiRoot: stage.url, clock }),
    numbers: createMessageNumbers({ db, clock, logger }),
  });
  return { ...database, sender, pacer };
}

/** Sends it all and gives the milliseconds that took. */
export async function sendAll({ sender, db }: Play): Promise<number> {
  const start = performance.now();
  await sender.start();
  do {
    await sender.idle();
    // Doubts rest two seconds before they are settled; nothing is due meanwhile.
    if ((await unfinished(db)) > 0) await clock.wait(100);
  } while ((await unfinished(db)) > 0);
  const took = performance.now() - start;
  await sender.stop();
  return took;
}

const unfinished = (db: Db) =>
  db.outboxMessage.count({
    where: { OR: [{ status: 'PENDING' }, { status: 'UNCERTAIN', finishedAt: null }] },
  });

/** One message for each person, and the one number of earlier messages that the evidence starts from. */
export async function queueForAll(db: Db, stage: Stage): Promise<void> {
  const now = clock.now();
  function* messages() {
    for (let place = 0; place < stage.people; place++) {
      yield {
        dedupeKey: `bench:${place}`,
        chatId: BigInt(stage.firstPerson + place),
        method: 'sendMessage',
        payload: { text: TEXT, parse_mode: 'HTML' },
        priority: 2,
        notBefore: now,
      };
    }
  }
  await db.$transaction((tx) => enqueueAll(tx, messages(), now), { timeout: 600_000 });
  await db.messageNumber.create({ data: { number: stage.knownNumber, seenAt: now } });
}

export const TEXT =
  'Yth. Bapak/Ibu, <b>Pembinaan PSM dan TKSK</b> diadakan Rabu, 22 Mei 2024 pukul 08.00 WIB di TCC, Cimone.';

/** A figure for a table. */
export function round(figure: number, digits = 0): number {
  return Math.round(figure * 10 ** digits) / 10 ** digits;
}
