import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  cancelBroadcast,
  countByStatus,
  enqueue,
  enqueueAll,
  failuresOf,
  retryFailed,
} from '../../src/features/outbox/service.ts';
import { type OutboxWorld, openOutboxWorld, until } from '../support/outbox-world.ts';

let world: OutboxWorld;

async function open(options: Parameters<typeof openOutboxWorld>[0] = {}) {
  world = await openOutboxWorld(options);
  return world;
}

afterEach(() => world.close());

/** A broadcast row for messages to belong to. */
async function broadcast(): Promise<number> {
  const { id } = await world.db.broadcast.create({
    data: {
      kind: 'ANNOUNCEMENT',
      content: {},
      audience: {},
      status: 'SENDING',
      createdById: 1,
      createdAt: world.clock.now(),
    },
  });
  return id;
}

describe('sending', () => {
  beforeEach(() => open());

  it('sends what is due, writes the number down, and does it once', async () => {
    const { people, texts, sender } = world;
    await world.queue('Rapat');
    await sender.idle();
    expect(people.map(texts)).toEqual([['Rapat 1'], ['Rapat 2'], ['Rapat 3']]);
    for (const row of await world.rows()) {
      const message = world.simulator.messagesOf(Number(row.chatId)).at(-1);
      expect(row).toMatchObject({
        status: 'SENT',
        telegramMessageId: message?.messageId,
        attempts: 1,
        finishedAt: world.clock.now(),
        evidence: null,
      });
    }
    await world.queue('Rapat');
    await sender.idle();
    expect(texts(people[0] ?? 0)).toEqual(['Rapat 1']);
  });

  it('sends nothing of a transaction that was rolled back', async () => {
    const { db, people, sender } = world;
    const message = {
      dedupeKey: 'lost',
      chatId: BigInt(people[0] ?? 0),
      method: 'sendMessage',
      payload: { text: 'never' },
      priority: 2,
      notBefore: world.clock.now(),
    };
    const work = db.$transaction(async (tx) => {
      await enqueue(tx, [message], world.clock.now());
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    sender.wake();
    await sender.idle();
    expect(await world.rows()).toEqual([]);
  });

  it('keeps the first of two messages with one key, and counts the new ones', async () => {
    const { db, clock, people } = world;
    const message = (dedupeKey: string, text: string) => ({
      dedupeKey,
      chatId: BigInt(people[0] ?? 0),
      method: 'sendMessage',
      payload: { text },
      priority: 2,
      notBefore: clock.now(),
    });
    const once = await db.$transaction((tx) => enqueue(tx, [message('a', 'first')], clock.now()));
    const again = await db.$transaction((tx) =>
      enqueue(tx, [message('a', 'second'), message('b', 'new')], clock.now()),
    );
    expect([once, again]).toEqual([1, 1]);
    await world.sender.idle();
    expect(world.texts(people[0] ?? 0).sort()).toEqual(['first', 'new']);
  });

  it('takes any number of messages, a batch at a time', async () => {
    const { db, clock, people } = world;
    function* many() {
      for (let place = 0; place < 2345; place++) {
        yield {
          dedupeKey: `many:${place}`,
          chatId: BigInt(people[0] ?? 0),
          method: 'sendMessage',
          payload: { text: 'x' },
          priority: 2,
          notBefore: new Date(clock.now().getTime() + 60_000),
        };
      }
    }
    expect(await db.$transaction((tx) => enqueueAll(tx, many(), clock.now()))).toBe(2345);
    expect(await db.outboxMessage.count()).toBe(2345);
  });

  it('waits for the time of a row, and does not send it when that is over', async () => {
    const { clock, sender, people } = world;
    const at = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
    await world.queue('nanti', { notBefore: at(10), expiresAt: at(20) });
    await sender.idle();
    expect(await world.statuses()).toEqual(['PENDING', 'PENDING', 'PENDING']);
    await clock.advance(10 * 60_000);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT']);

    await sender.stop();
    await world.queue('basi', { expiresAt: at(5) }, people.slice(0, 1));
    await clock.advance(5 * 60_000);
    await world.succeed();
    await world.sender.idle();
    expect((await world.rows()).at(-1)).toMatchObject({ status: 'EXPIRED', attempts: 0 });
    expect(world.texts(people[0] ?? 0)).toEqual(['nanti 1']);
  });

  it('sends the urgent before what was queued earlier', async () => {
    const { sender, simulator } = world;
    await sender.stop();
    await world.queue('siaran', { priority: 2 });
    await world.queue('pengingat', { priority: 1 });
    await world.queue('kartu', { priority: 0 });
    await world.succeed();
    await world.sender.idle();
    const order = simulator.log.calls('sendMessage').map(({ params }) => String(params.text));
    expect(order.map((text) => text.split(' ')[0])).toEqual([
      'kartu',
      'kartu',
      'kartu',
      'pengingat',
      'pengingat',
      'pengingat',
      'siaran',
      'siaran',
      'siaran',
    ]);
  });

  it('edits, deletes and sets menus, and takes "already so" for done', async () => {
    const { people, sender } = world;
    const [person = 0] = people;
    await world.queue('asli', {}, [person]);
    await sender.idle();
    const number = (await world.rows())[0]?.telegramMessageId ?? 0;
    const edit = { method: 'editMessageText', payload: { message_id: number, text: 'ralat' } };
    await world.queue('edit', edit, [person]);
    await sender.idle();
    await world.queue('edit again', edit, [person]);
    await sender.idle();
    expect(world.texts(person)).toEqual(['ralat']);
    const remove = { method: 'deleteMessage', payload: { message_id: number } };
    await world.queue('delete', remove, [person]);
    await sender.idle();
    await world.queue('delete again', remove, [person]);
    const scope = { type: 'chat', chat_id: person };
    const commands = [{ command: 'bantuan', description: 'Bantuan' }];
    await world.queue('menu', { method: 'setMyCommands', payload: { commands, scope } }, [person]);
    await sender.idle();
    expect(world.texts(person)).toEqual([]);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT', 'SENT', 'SENT', 'SENT']);
    const numbers = (await world.rows()).map(({ telegramMessageId }) => telegramMessageId);
    expect(numbers).toEqual([number, null, null, null, null, null]);
  });

  it('calls off what has not left, also what comes back later', async () => {
    const { db, clock, sender } = world;
    const broadcastId = await broadcast();
    await world.queue('batal', { broadcastId, notBefore: new Date(clock.now().getTime() + 1000) });
    await sender.idle();
    const called = await db.$transaction(async (tx) => {
      await tx.broadcast.update({ where: { id: broadcastId }, data: { status: 'CANCELLED' } });
      return cancelBroadcast(tx, broadcastId, clock.now());
    });
    await clock.advance(5000);
    expect(called).toBe(3);
    expect(await world.statuses()).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
    expect(world.simulator.log.count(200, 'sendMessage')).toBe(0);
  });

  it('stops with nothing under way, and goes on where it was', async () => {
    const { people, sender, simulator } = world;
    simulator.faults.add({ kind: 'delayAnswer', ms: 3000 }, { methods: ['sendMessage'], times: 1 });
    await world.queue('berhenti', {}, people.slice(0, 1));
    await until(() => world.texts(people[0] ?? 0).length === 1);
    const stopped = sender.stop();
    await world.queue('sesudah');
    world.clock.settleWith(async () => {});
    await world.clock.advance(3000);
    await stopped;
    expect(await world.statuses()).toEqual(['SENT', 'PENDING', 'PENDING', 'PENDING']);
    await world.succeed();
    await world.sender.idle();
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT', 'SENT']);
  });
});

describe('refusals', () => {
  beforeEach(() => open());

  it('mark who cannot be reached, once, and never try again', async () => {
    const { db, clock, people, simulator, sender } = world;
    const states = ['blocked', 'deactivated', 'unknown'] as const;
    for (const [place, state] of states.entries()) {
      simulator.faults.account(people[place] ?? 0, state);
      await db.account.create({
        data: {
          telegramId: BigInt(people[place] ?? 0),
          firstName: 'Siti',
          createdAt: clock.now(),
        },
      });
    }
    await world.queue('halo');
    await sender.idle();
    await clock.advance(3_600_000);
    expect(await world.statuses()).toEqual(['BLOCKED', 'BLOCKED', 'BLOCKED']);
    expect(simulator.log.calls('sendMessage')).toHaveLength(3);
    const accounts = await db.account.findMany({ orderBy: { telegramId: 'asc' } });
    expect(accounts.map(({ unreachableReason }) => unreachableReason)).toEqual([
      'Forbidden: bot was blocked by the user',
      'Forbidden: user is deactivated',
      'Bad Request: chat not found',
    ]);
    for (const { unreachableAt } of accounts) expect(unreachableAt).not.toBeNull();
  });

  it('fail with the reason and are listed, counted and tried again on request', async () => {
    const { db, clock, people, simulator, sender } = world;
    const broadcastId = await broadcast();
    const stop = simulator.faults.add(
      { kind: 'refuse', code: 400, description: 'Bad Request: BUTTON_DATA_INVALID' },
      { chatId: people[1] ?? 0 },
    );
    await world.queue('formulir', { broadcastId });
    await sender.idle();
    expect(await world.statuses()).toEqual(['SENT', 'FAILED', 'SENT']);
    expect(await failuresOf(db, broadcastId)).toMatchObject([
      {
        status: 'FAILED',
        reason: 'Bad Request: BUTTON_DATA_INVALID',
        chatId: BigInt(people[1] ?? 0),
      },
    ]);
    expect(await countByStatus(db, broadcastId)).toMatchObject({ SENT: 2, FAILED: 1, PENDING: 0 });
    stop();
    expect(await db.$transaction((tx) => retryFailed(tx, broadcastId, clock.now()))).toBe(1);
    sender.wake();
    await sender.idle();
    expect(await countByStatus(db, broadcastId)).toMatchObject({ SENT: 3, FAILED: 0 });
  });

  it('of a group that was upgraded lead to its new id', async () => {
    const { people, simulator, sender } = world;
    const group = simulator.addGroup({ title: 'Koordinator', members: people });
    const supergroup = simulator.upgradeGroup(group);
    await world.queue('rekap', {}, [group]);
    await sender.idle();
    expect((await world.rows())[0]).toMatchObject({ status: 'SENT', chatId: BigInt(supergroup) });
  });
});

describe('a bad network', () => {
  it('costs only time: pages of HTML and errors of the server are tried again', async () => {
    await open();
    const { clock, people, simulator, sender, texts } = world;
    simulator.faults.add({ kind: 'serverError', body: 'html' }, { times: 2 });
    simulator.faults.add({ kind: 'serverError', status: 500, body: 'json' }, { times: 2 });
    await world.queue('tetap');
    await sender.idle();
    await clock.advance(60_000);
    expect(people.map(texts)).toEqual([['tetap 1'], ['tetap 2'], ['tetap 3']]);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT']);
  });

  it('costs a few tries, not one for every row, while nobody is there at all', async () => {
    await open({ people: 60 });
    const { clock, simulator, people, texts } = world;
    await simulator.faults.beginOutage();
    await world.queue('sabar');
    await clock.advance(60_000);
    expect(new Set(await world.statuses())).toEqual(new Set(['PENDING']));
    await simulator.faults.endOutage();
    await clock.advance(60_000);
    expect(people.map(texts)).toEqual(people.map((_, place) => [`sabar ${place + 1}`]));
    const attempts = (await world.rows()).map((row) => row.attempts);
    expect(new Set(attempts)).toEqual(new Set([1]));
  });

  it('with 429s stops everything, for as long as it is told', async () => {
    await open({ people: 20, ratePerSecond: 20 });
    const { clock, simulator, people, texts } = world;
    simulator.faults.add({ kind: 'tooManyRequests', retryAfter: 7 }, { skip: 5, times: 1 });
    await world.queue('pelan');
    await clock.advance(1000);
    const refusedAt = simulator.log.calls('sendMessage').find(({ status }) => status === 429);
    await clock.advance(30_000);
    expect(people.map(texts)).toEqual(people.map((_, place) => [`pelan ${place + 1}`]));
    const after = simulator.log
      .calls('sendMessage')
      .map(({ startedAt }) => startedAt - (refusedAt?.endedAt ?? 0))
      .filter((ms) => ms > 0);
    expect(after.length).toBeGreaterThan(10);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(7000);
    expect((await world.rows()).map(({ attempts }) => attempts)).toEqual(people.map(() => 1));
  });

  it("keeps within Telegram's own limits, and finds out lower ones", async () => {
    await open({ people: 150, ratePerSecond: 28, simulator: { limits: 'telegram' } });
    await world.queue('cepat');
    await world.clock.advance(10_000);
    expect(world.simulator.log.count(429)).toBe(0);
    expect(new Set(await world.statuses())).toEqual(new Set(['SENT']));

    world.simulator.setLimits({ perSecond: 15 });
    await world.queue('lambat');
    await world.clock.advance(30_000);
    expect(new Set(await world.statuses())).toEqual(new Set(['SENT']));
    expect(world.simulator.log.count(429)).toBeGreaterThan(0);
    expect(world.simulator.log.count(429)).toBeLessThan(8);
    expect(world.people.map((person) => world.texts(person).length)).toEqual(
      world.people.map(() => 2),
    );
  });
});

describe('a dead database', () => {
  it('stops the sending and loses no ending', async () => {
    await open({ people: 5 });
    const { db, clock, people, simulator, sender, texts } = world;
    simulator.faults.add({ kind: 'delayAnswer', ms: 500 }, { methods: ['sendMessage'] });
    clock.settleWith(async () => {});
    await world.queue('putus');
    await until(() => people.every((person) => texts(person).length === 1));
    await db.$executeRaw`ALTER TABLE "OutboxMessage" RENAME TO "Gone"`;
    await clock.advance(500);
    await until(() => simulator.log.count(200, 'sendMessage') === 5);
    await db.$executeRaw`ALTER TABLE "Gone" RENAME TO "OutboxMessage"`;
    const idle = sender.idle();
    let isIdle = false;
    void idle.then(() => {
      isIdle = true;
    });
    await until(async () => {
      await clock.advance(1000);
      return isIdle;
    });
    expect(await world.statuses()).toEqual(people.map(() => 'SENT'));
    expect(people.map((person) => texts(person).length)).toEqual([1, 1, 1, 1, 1]);
  });
});
