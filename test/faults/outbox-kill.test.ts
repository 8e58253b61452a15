import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enqueue } from '../../src/features/outbox/service.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

const TOKEN = '100:kill';
const PEOPLE = 150;
/** Messages that reach Telegram between one kill and the next. */
const KILL_AFTER = [7, 38, 61];

let database: TestDatabase;
let simulator: Simulator;

beforeEach(async () => {
  database = await openTestDatabase();
  simulator = await startSimulator({
    bots: [{ token: TOKEN, username: 'kader_bot', name: 'Kader' }],
    limits: 'off',
    latencyMs: () => 10,
  });
});

afterEach(async () => {
  await simulator.stop();
  await database.close();
});

function startSender(): ChildProcess {
  const program = fileURLToPath(new URL('../support/sender-process.ts', import.meta.url));
  const settings = [database.url, simulator.url, TOKEN, '200', '300'];
  return fork(program, settings, { execArgv: ['--import', 'tsx'] });
}

describe('a program killed while it sends', () => {
  it('and started again each time loses nothing and repeats nothing', async () => {
    const { db } = database;
    const first = simulator.addCrowd(PEOPLE);
    const now = new Date();
    const { messageId } = simulator.act(first, { do: 'say', chatId: first, text: 'Halo' });
    await db.messageNumber.create({ data: { number: messageId ?? 0, seenAt: now } });
    const people = Array.from({ length: PEOPLE }, (_, place) => first + place);
    const messages = people.map((person) => ({
      dedupeKey: `kill:${person}`,
      chatId: BigInt(person),
      method: 'sendMessage',
      payload: { text: 'Rapat' },
      priority: 2,
      notBefore: now,
    }));
    await db.$transaction((tx) => enqueue(tx, messages, now));

    for (const after of KILL_AFTER) {
      const sender = startSender();
      let arrived = 0;
      const stopCounting = simulator.faults.add(
        { kind: 'resetAfter' },
        {
          methods: ['sendMessage'],
          when: () => {
            arrived++;
            if (arrived === after) sender.kill('SIGKILL');
            return false;
          },
        },
      );
      await once(sender, 'exit');
      stopCounting();
    }
    const last = startSender();
    for (;;) {
      const heard = once(last, 'message');
      if ((await db.outboxMessage.count({ where: { status: 'SENT' } })) === PEOPLE) break;
      await heard;
    }
    last.kill('SIGKILL');
    await once(last, 'exit');

    const copies = people.map(
      (person) => simulator.messagesOf(person).filter(({ from }) => from.isBot).length,
    );
    expect(copies).toEqual(people.map(() => 1));
  });
});
