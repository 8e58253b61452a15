import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, onTestFailed } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { type Polling, startPolling } from '../../src/bot/polling.ts';
import type { Wilayah } from '../../src/features/wilayah/rules.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { nameKey } from '../../src/language/names.ts';
import type { Db } from '../../src/platform/database.ts';
import { createLogger } from '../../src/platform/logger.ts';
import type { NewPerson } from '../../src/simulator/contract.ts';
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts';
import { useZone } from '../../src/text/format.ts';
import { ManualClock, turns } from './manual-clock.ts';
import { Person } from './person.ts';
import { openTestDatabase } from './test-database.ts';

/** A roster entry as a test states it; areas by their names. */
export interface RosterEntry {
  name: string;
  jabatan?: 'PSM' | 'TKSK';
  kelurahan?: string;
  kecamatan?: string;
  phone?: string;
}

export interface WorldOptions {
  /** Where time begins, WIB: `2024-05-20T08:00`. */
  at?: string;
  /** Messages per second; by default nothing waits for a slot. */
  ratePerSecond?: number;
  limits?: 'telegram' | 'off';
  adminTelegramIds?: number[];
  /** The group in which staff answer questions. */
  helpdeskChatId?: number;
  /** A broadcast to more people than this needs approval. */
  approvalOver?: number;
  /** Whether lists of payments need a second person. */
  incentiveApproval?: boolean;
}

/** What the bot is told about where its pages are. */
const pagesUrl = 'https://kader.uji';
const token = '4242:token-of-the-bot-under-test';
/** While time moves, cron's minute is played this often (ms): a missed tick is caught up by the next one. */
const tickEveryMs = 5 * 60_000;

const running: World[] = [];

afterEach(async () => {
  for (const world of running.splice(0)) await world.end();
});

/** The real app on a real database, talking over HTTP to the simulator, with a clock the test moves. */
export class World {
  readonly simulator: Simulator;
  readonly clock: ManualClock;
  readonly wilayah: Wilayah;
  readonly db: Db;
  readonly transcript: string[] = [];
  readonly #people: Person[] = [];
  readonly #options: WorldOptions;
  readonly #closeDatabase: () => Promise<void>;
  app: App;
  #polling: Polling | null = null;
  readonly #servers: FastifyInstance[] = [];

  constructor(parts: {
    simulator: Simulator;
    clock: ManualClock;
    wilayah: Wilayah;
    db: Db;
    closeDatabase: () => Promise<void>;
    options: WorldOptions;
  }) {
    this.simulator = parts.simulator;
    this.clock = parts.clock;
    this.wilayah = parts.wilayah;
    this.db = parts.db;
    this.#closeDatabase = parts.closeDatabase;
    this.#options = parts.options;
    this.app = this.#createApp();
  }

  #createApp(): App {
    return createApp({
      db: this.db,
      wilayah: this.wilayah,
      clock: this.clock,
      logger: createLogger(process.env.KADER_TEST_LOG ?? 'silent'),
      botToken: token,
      telegramApiRoot: this.simulator.url,
      ratePerSecond: this.#options.ratePerSecond ?? Number.POSITIVE_INFINITY,
      publicUrl: pagesUrl,
      ...(this.#options.helpdeskChatId === undefined
        ? {}
        : { helpdeskChatId: this.#options.helpdeskChatId }),
      adminTelegramIds: this.#options.adminTelegramIds ?? [],
      approvalOver: this.#options.approvalOver ?? Number.POSITIVE_INFINITY,
      incentiveApproval: this.#options.incentiveApproval ?? false,
      outboxPollMs: Number.POSITIVE_INFINITY,
    });
  }

  async start(): Promise<void> {
    await this.app.startSending();
    this.#polling = startPolling(this.app.bot);
  }

  /** Ends the bot as a deploy would, and starts another on the same database. */
  async restart(): Promise<void> {
    await this.#stopBot();
    this.app = this.#createApp();
    await this.start();
  }

  async #stopBot(): Promise<void> {
    await this.#polling?.stop();
    await this.app.stopSending();
  }

  /** The bot's pages on a web server of their own; ask with `inject`, or `listen` for a real browser. */
  pages(): FastifyInstance {
    const server = Fastify();
    this.app.servePages(server);
    this.#servers.push(server);
    return server;
  }

  /** Somebody with a phone, who has not spoken to the bot yet. */
  person(card: string | (NewPerson & { id?: number; hasStarted?: boolean })): Person {
    const person = new Person(
      this.simulator,
      () => this.settle(),
      this.transcript,
      typeof card === 'string' ? { firstName: card } : card,
    );
    this.#people.push(person);
    return person;
  }

  /** Puts somebody on the roster. @returns the entry's id */
  async onRoster(entry: RosterEntry): Promise<number> {
    const { id } = await this.db.kader.create({
      data: {
        name: entry.name,
        nameKey: nameKey(entry.name),
        jabatan: entry.jabatan ?? 'PSM',
        ...this.area(entry),
        phone: entry.phone ?? null,
        createdAt: this.clock.now(),
        updatedAt: this.clock.now(),
      },
    });
    return id;
  }

  /** A kader who registered some time ago: on the roster and linked. */
  async registered(entry: RosterEntry): Promise<Person> {
    const person = this.person({
      firstName: entry.name,
      hasStarted: true,
      ...(entry.phone === undefined ? {} : { phone: entry.phone }),
    });
    const kaderId = await this.onRoster(entry);
    await this.#knownAccount(person, kaderId);
    return person;
  }

  /** Somebody with a role and no roster entry. A coordinator without an area looks after the city. */
  async officer(
    name: string,
    role: 'ADMIN' | 'STAFF' | 'COORDINATOR',
    area: { kelurahan?: string; kecamatan?: string } = {},
  ): Promise<Person> {
    const person = this.person({ firstName: name, hasStarted: true });
    const accountId = await this.#knownAccount(person, null);
    const { kecamatanCode, kelurahanCode } =
      area.kecamatan === undefined && area.kelurahan === undefined
        ? { kecamatanCode: null, kelurahanCode: null }
        : this.area(area);
    await this.db.grant.create({
      data: { accountId, role, kecamatanCode, kelurahanCode, grantedAt: this.clock.now() },
    });
    return person;
  }

  /** The codes of an area by its names; a kelurahan's name must be its only one. */
  area({ kelurahan, kecamatan }: { kelurahan?: string; kecamatan?: string }): {
    kecamatanCode: string;
    kelurahanCode: string | null;
  } {
    if (kelurahan !== undefined) {
      const found = this.wilayah.kelurahan.find((area) => area.name === kelurahan);
      if (found === undefined) throw new Error(`no kelurahan ${kelurahan}`);
      return { kecamatanCode: found.kecamatanCode, kelurahanCode: found.code };
    }
    const found = this.wilayah.kecamatan.find((area) => area.name === (kecamatan ?? 'Karawaci'));
    if (found === undefined) throw new Error(`no kecamatan ${kecamatan}`);
    return { kecamatanCode: found.code, kelurahanCode: null };
  }

  async #knownAccount(person: Person, kaderId: number | null): Promise<number> {
    const now = this.clock.now();
    const { id } = await this.db.account.create({
      data: {
        telegramId: BigInt(person.id),
        firstName: person.name,
        consentAt: now,
        createdAt: now,
        kaderId,
        linkedAt: kaderId === null ? null : now,
      },
    });
    return id;
  }

  /** Moves the clock to an instant in WIB (`2024-05-21T18:00`), doing everything that falls due on the way. */
  async advanceTo(wib: string): Promise<void> {
    const target = new Date(`${wib}:00+07:00`.replace(/:00:00\+/, ':00+'));
    await this.settle();
    while (this.clock.now() < target) {
      const left = target.getTime() - this.clock.now().getTime();
      await this.clock.advance(Math.min(left, tickEveryMs));
      await this.app.tick();
      await this.settle();
    }
  }

  /** The same, by a span: `advance({ minutes: 5 })`. */
  async advance(span: { hours?: number; minutes?: number; seconds?: number }): Promise<void> {
    const ms = ((span.hours ?? 0) * 60 + (span.minutes ?? 0)) * 60_000 + (span.seconds ?? 0) * 1000;
    await this.settle();
    const target = this.clock.now().getTime() + ms;
    while (this.clock.now().getTime() < target) {
      await this.clock.advance(Math.min(1000, target - this.clock.now().getTime()));
      await this.settle();
    }
    await this.app.tick();
    await this.settle();
  }

  /**
   * Waits until the bot has handled everything it was sent and sent everything it could. In a world with a
   * rate, where answers wait for their slots, time goes on meanwhile.
   */
  async settle(): Promise<void> {
    let isSettled = false;
    const settled = this.#settled().finally(() => {
      isSettled = true;
    });
    while (this.#options.ratePerSecond !== undefined && !isSettled) {
      await turns(50);
      // Time goes on no faster than the database answers, so that a slow one does not stretch every wait.
      for (let query = 0; query < 4; query += 1) await this.db.setting.count();
      if (!isSettled) await this.clock.advance(10);
    }
    await settled;
  }

  async #settled(): Promise<void> {
    await this.simulator.settled();
    await this.app.atRest();
    await this.simulator.settled();
  }

  /** Stops everything; fails the test on unread messages and unanswered taps. */
  async end(): Promise<void> {
    const leftovers = this.#people.flatMap((person) => person.leftovers());
    for (const server of this.#servers) await server.close();
    await this.#stopBot();
    await this.simulator.stop();
    await this.#closeDatabase();
    if (leftovers.length > 0)
      throw new Error(`${leftovers.join('\n')}\n\n${this.transcript.slice(-40).join('\n')}`);
  }
}

/** Builds a world; it ends by itself after the test. */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  useZone('Asia/Jakarta');
  const clock = new ManualClock(`${options.at ?? '2024-05-20T08:00'}:00+07:00`);
  const { db, close } = await openTestDatabase();
  const outcome = await prepareWilayah(db, '36.71');
  if (!outcome.ok) throw new Error(outcome.reason);
  const simulator = await startSimulator({
    now: () => clock.now(),
    limits: options.limits ?? 'off',
    bots: [{ token, username: 'kader_uji_bot', name: 'Kader Uji' }],
  });
  const world = new World({
    simulator,
    clock,
    wilayah: outcome.wilayah,
    db,
    closeDatabase: close,
    options,
  });
  running.push(world);
  onTestFailed(() => {
    process.stderr.write(`\n--- transcript ---\n${world.transcript.join('\n')}\n`);
  });
  await world.start();
  return world;
}
