import { createMessageNumbers } from '../../src/features/outbox/numbers.ts';
import type { NewMessage } from '../../src/features/outbox/schema.ts';
import { createSender, type Sender, type SenderOptions } from '../../src/features/outbox/sender.ts';
import { enqueue } from '../../src/features/outbox/service.ts';
import type { Db } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createPacer, type Pacer } from '../../src/platform/pacer.ts';
import type { TelegramClient } from '../../src/platform/telegram.ts';
import { createTelegramClient } from '../../src/platform/telegram-client.ts';
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../src/simulator/simulator.ts';
import { ManualClock } from './manual-clock.ts';
import { openTestDatabase } from './test-database.ts';

const TOKEN = '100:outbox';

/** The sender against the simulator: a real database, real HTTP, and a clock the test moves. */
export interface OutboxWorld {
  db: Db;
  clock: ManualClock;
  simulator: Simulator;
  /** Telegram ids, chats with the bot all of them. */
  people: number[];
  client: TelegramClient;
  pacer: Pacer;
  /** The sender at work; see `succeed`. */
  readonly sender: Sender;
  /** Starts another sender, as a restarted program would; the one before is left as it is, like a dead one. */
  succeed(options?: Partial<SenderOptions>): Promise<void>;
  /** Queues one message for each person, `text` followed by the person's place, and wakes the sender. */
  queue(text: string, change?: Partial<NewMessage>, people?: number[]): Promise<void>;
  /** The rows in the order of queueing. */
  rows(): ReturnType<typeof readRows>;
  /** `SENT`, `FAILED` … of every row, in that order. */
  statuses(): Promise<string[]>;
  /** What stands in a person's chat now, the bot's messages only. */
  texts(person: number): string[];
  close(): Promise<void>;
}

export async function openOutboxWorld(
  options: {
    people?: number;
    ratePerSecond?: number;
    simulator?: SimulatorOptions;
    sender?: Partial<SenderOptions>;
  } = {},
): Promise<OutboxWorld> {
  const clock = new ManualClock();
  const simulator = await startSimulator({
    bots: [{ token: TOKEN, username: 'kader_bot', name: 'Kader' }],
    now: () => clock.now(),
    after: (ms, run) => {
      const cancelled = new AbortController();
      void clock.wait(ms, cancelled.signal).then(() => {
        if (!cancelled.signal.aborted) run();
      });
      return () => cancelled.abort();
    },
    limits: 'off',
    ...options.simulator,
  });
  const first = simulator.addCrowd(options.people ?? 3);
  const people = Array.from({ length: options.people ?? 3 }, (_, place) => first + place);
  // Somebody has written before, so the bot knows where the numbers of its messages are.
  const { messageId } = simulator.act(first, { do: 'say', chatId: first, text: 'Halo' });
  const { db, close } = await openTestDatabase();
  const logger = createLogger('silent');
  const client = createTelegramClient({ token: TOKEN, apiRoot: simulator.url, clock });
  const newPacer = () => createPacer({ clock, ratePerSecond: options.ratePerSecond ?? Infinity });

  const world = {
    pacer: newPacer(),
    sender: null as Sender | null,
  };
  const current = (): Sender => {
    if (world.sender === null) throw new Error('No sender yet');
    return world.sender;
  };
  clock.settleWith(() => current().atRest());

  const succeed = async (change: Partial<SenderOptions> = {}) => {
    const numbers = createMessageNumbers({ db, clock, logger });
    if (messageId !== null) numbers.saw(first, messageId);
    world.pacer = newPacer();
    const ports = { db, clock, logger, client, pacer: world.pacer, numbers, pollMs: Infinity };
    world.sender = createSender({ ...ports, ...options.sender, ...change });
    await world.sender.start();
  };
  await succeed();

  return {
    db,
    clock,
    simulator,
    people,
    client,
    get pacer() {
      return world.pacer;
    },
    get sender() {
      return current();
    },
    succeed,
    async queue(text, change = {}, chosen = people) {
      const now = clock.now();
      const messages = chosen.map((person, place) => ({
        dedupeKey: `${text}:${person}`,
        chatId: BigInt(person),
        method: 'sendMessage',
        payload: { text: `${text} ${place + 1}` },
        priority: 2,
        notBefore: now,
        ...change,
      }));
      await db.$transaction((tx) => enqueue(tx, messages, now));
      current().wake();
    },
    rows: () => readRows(db),
    statuses: async () => (await readRows(db)).map(({ status }) => status),
    texts: (person) =>
      simulator
        .messagesOf(person)
        .filter(({ from }) => from.isBot)
        .map(({ text }) => text),
    async close() {
      await current().stop();
      await simulator.stop();
      await close();
    },
  };
}

function readRows(db: Db) {
  return db.outboxMessage.findMany({ orderBy: { id: 'asc' } });
}

/** Turns the event loop until something has come about; the test's own time-out ends a vain wait. */
export async function until(hasCome: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await hasCome())) await new Promise((resolve) => setImmediate(resolve));
}
