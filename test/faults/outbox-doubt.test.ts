import { afterEach, describe, expect, it } from 'vitest';
import { type OutboxWorld, openOutboxWorld, until } from '../support/outbox-world.ts';

const REST_MS = 2000;
const SEND = { methods: ['sendMessage'] };
const HADIR = { inline_keyboard: [[{ text: 'Hadir', callback_data: 'hadir' }]] };

let world: OutboxWorld;

async function open(options: Parameters<typeof openOutboxWorld>[0] = {}) {
  world = await openOutboxWorld(options);
  return world;
}

afterEach(async () => {
  await world.simulator.faults.clear();
  await world.close();
});

/** How often each person has each text, which should be once. */
function copies(): number[] {
  return world.people.flatMap((person) => {
    const texts = world.texts(person);
    return [...new Set(texts)].map((text) => texts.filter((other) => other === text).length);
  });
}

async function evidence(): Promise<(string | null)[]> {
  return (await world.rows()).map((row) => row.evidence);
}

describe('a lost answer', () => {
  it('is proven to have arrived, with its number, and not repeated', async () => {
    await open();
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, times: 1 });
    await world.queue('undangan', { payload: { text: 'undangan', reply_markup: HADIR } });
    await world.sender.idle();
    expect((await world.statuses()).sort()).toEqual(['SENT', 'SENT', 'UNCERTAIN']);
    await world.clock.advance(REST_MS);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT']);
    expect((await evidence()).sort()).toEqual([null, null, 'proven'].sort());
    expect(copies()).toEqual([1, 1, 1]);
    for (const row of await world.rows()) {
      const message = world.simulator.messagesOf(Number(row.chatId)).at(-1);
      expect(row.telegramMessageId).toBe(message?.messageId);
      expect(message?.buttons).toHaveLength(1);
      expect(message?.editedAt).toBeNull();
    }
  });

  it('is proven for a message without buttons too', async () => {
    await open();
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, times: 2 });
    await world.queue('polos');
    await world.sender.idle();
    await world.clock.advance(REST_MS);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT']);
    expect((await evidence()).filter((one) => one === 'proven')).toHaveLength(2);
    expect(copies()).toEqual([1, 1, 1]);
  });

  it('is disproven where nothing arrived, and sent again', async () => {
    await open();
    world.simulator.faults.add({ kind: 'resetBefore' }, { ...SEND, times: 1 });
    await world.queue('hilang');
    await world.sender.idle();
    await world.clock.advance(REST_MS);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT']);
    expect((await evidence()).sort()).toEqual(['disproven', null, null].sort());
    expect(copies()).toEqual([1, 1, 1]);
  });

  it('after a time-out is looked for, and found', async () => {
    await open({ sender: { timeoutMs: 1000 } });
    const { clock, simulator, people } = world;
    simulator.faults.add({ kind: 'delayAnswer', ms: 60_000 }, { ...SEND, times: 1 });
    clock.settleWith(async () => {});
    await world.queue('lambat', {}, people.slice(0, 1));
    await until(() => world.texts(people[0] ?? 0).length > 0);
    await clock.advance(1000);
    await until(async () => (await world.statuses())[0] === 'UNCERTAIN');
    clock.settleWith(() => world.sender.atRest());
    await clock.advance(REST_MS);
    expect(await world.statuses()).toEqual(['SENT']);
    expect(await evidence()).toEqual(['proven']);
    expect(copies()).toEqual([1]);
  });

  it('of an edit or a deletion is no doubt: it is done again', async () => {
    await open({ people: 1 });
    const { people, simulator, clock } = world;
    await world.queue('asli');
    await world.sender.idle();
    const number = (await world.rows())[0]?.telegramMessageId;
    simulator.faults.add({ kind: 'resetAfter' }, { methods: ['editMessageText'], times: 1 });
    const payload = { message_id: number, text: 'ralat' };
    await world.queue('edit', { method: 'editMessageText', payload });
    await world.sender.idle();
    await clock.advance(5000);
    expect(await world.statuses()).toEqual(['SENT', 'SENT']);
    expect(world.texts(people[0] ?? 0)).toEqual(['ralat']);
  });

  it("holds back the next message to that person until it is settled, not other people's", async () => {
    await open({ people: 2 });
    const [ani = 0, budi = 0] = world.people;
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, chatId: ani, times: 1 });
    await world.queue('satu', {}, [ani]);
    await world.sender.idle();
    await world.queue('dua');
    await world.sender.atRest();
    expect(world.texts(ani)).toEqual(['satu 1']);
    expect(world.texts(budi)).toEqual(['dua 2']);
    await world.clock.advance(REST_MS);
    expect(world.texts(ani)).toEqual(['satu 1', 'dua 1']);
  });

  it('is told apart from messages people wrote meanwhile', async () => {
    await open({ people: 1 });
    const [ani = 0] = world.people;
    world.simulator.faults.add({ kind: 'resetBefore' }, { ...SEND, times: 1 });
    await world.queue('halo');
    await world.sender.idle();
    world.simulator.act(ani, { do: 'say', chatId: ani, text: 'Halo juga' });
    await world.clock.advance(REST_MS);
    expect(await evidence()).toEqual(['disproven']);
    expect(copies()).toEqual([1]);
  });

  it('leaves doubt where the person has blocked the bot since: they are marked instead', async () => {
    await open({ people: 1 });
    const [ani = 0] = world.people;
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, times: 1 });
    await world.queue('halo');
    await world.sender.idle();
    world.simulator.faults.account(ani, 'blocked');
    await world.clock.advance(REST_MS);
    expect(await world.statuses()).toEqual(['BLOCKED']);
  });

  it('waits for Telegram to be reachable again', async () => {
    await open({ people: 1 });
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, times: 1 });
    await world.queue('halo');
    await world.sender.idle();
    await world.simulator.faults.beginOutage();
    await world.clock.advance(60_000);
    expect(await world.statuses()).toEqual(['UNCERTAIN']);
    await world.simulator.faults.endOutage();
    await world.clock.advance(60_000);
    expect(await world.statuses()).toEqual(['SENT']);
    expect(copies()).toEqual([1]);
  });
});

describe('where evidence decides nothing', () => {
  it('a message is sent once more, and counted as undecided', async () => {
    await open();
    world.simulator.faults.numberGaps({ probability: 1, most: 200 });
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, times: 1 });
    world.simulator.faults.add({ kind: 'resetBefore' }, { ...SEND, times: 1 });
    await world.queue('kabur');
    await world.sender.idle();
    await world.clock.advance(60_000);
    expect(await world.statuses()).toEqual(['SENT', 'SENT', 'SENT']);
    const all = copies();
    expect(Math.min(...all)).toBe(1);
    expect(all.filter((count) => count > 1).length).toBeLessThanOrEqual(1);
  });

  it('nobody knows where to look when no number was ever seen', async () => {
    await open({ people: 1 });
    await world.queue('halo');
    await world.sender.idle();
    await world.db.outboxMessage.updateMany({
      data: { status: 'UNCERTAIN', doubtAt: world.clock.now(), numberFloor: 0, finishedAt: null },
    });
    await world.succeed();
    await world.clock.advance(REST_MS);
    expect((await world.rows())[0]).toMatchObject({ status: 'SENT', evidence: 'undecided' });
    expect(world.simulator.log.calls('editMessageReplyMarkup')).toEqual([]);
  });

  it('two doubtful messages to one person cannot be told apart: neither is taken for the other', async () => {
    await open({ people: 1 });
    await world.queue('satu');
    await world.sender.idle();
    await world.sender.stop();
    const [sent] = await world.rows();
    await world.queue('dua');
    await world.db.outboxMessage.updateMany({
      data: {
        status: 'UNCERTAIN',
        doubtAt: world.clock.now(),
        sendingAt: world.clock.now(),
        numberFloor: (sent?.telegramMessageId ?? 0) - 1,
        telegramMessageId: null,
        finishedAt: null,
      },
    });
    await world.succeed();
    await world.clock.advance(REST_MS);
    expect(await evidence()).toEqual(['undecided', 'undecided']);
    expect(world.texts(world.people[0] ?? 0).sort()).toEqual(['dua 1', 'satu 1', 'satu 1']);
  });

  it('a message whose answers all get lost stays uncertain in the end', async () => {
    await open({ people: 1, sender: { useEvidence: false } });
    const stop = world.simulator.faults.add({ kind: 'resetAfter' }, SEND);
    await world.queue('ragu');
    await world.sender.idle();
    await world.clock.advance(10 * 60_000);
    stop();
    expect((await world.rows())[0]).toMatchObject({
      status: 'UNCERTAIN',
      evidence: 'undecided',
      attempts: 5,
    });
    expect(world.texts(world.people[0] ?? 0)).toHaveLength(5);
    await world.queue('lagi', {}, world.people);
    await world.sender.idle();
    expect(world.texts(world.people[0] ?? 0)).toHaveLength(6);
  });

  it('a message with a phone keyboard that may have arrived is sent once more', async () => {
    await open({ people: 1 });
    world.simulator.faults.add({ kind: 'resetAfter' }, { ...SEND, times: 1 });
    const keyboard = { keyboard: [[{ text: 'Agenda' }]] };
    await world.queue('menu', { payload: { text: 'menu', reply_markup: keyboard } });
    await world.sender.idle();
    await world.clock.advance(REST_MS);
    expect((await world.rows())[0]).toMatchObject({ status: 'SENT', evidence: 'undecided' });
    expect(copies()).toEqual([2]);
  });
});

describe('a crash', () => {
  it('between send and mark loses nothing and repeats nothing', async () => {
    await open({ people: 40 });
    const { simulator, people, clock } = world;
    // Half of the requests never get an answer: of these, half have had their effect.
    const isOdd = (params: Readonly<Record<string, unknown>>) => Number(params.chat_id) % 2 === 1;
    const isHalf = (params: Readonly<Record<string, unknown>>) => Number(params.chat_id) % 4 === 1;
    const forever = 1e12;
    simulator.faults.add(
      { kind: 'delayEffect', ms: forever },
      { ...SEND, when: ({ params }) => isHalf(params) },
    );
    simulator.faults.add(
      { kind: 'delayAnswer', ms: forever },
      { ...SEND, when: ({ params }) => isOdd(params) },
    );
    clock.settleWith(async () => {});
    await world.queue('undangan');
    await until(async () => {
      const statuses = await world.statuses();
      const arrived = people.filter((person) => world.texts(person).length > 0).length;
      return statuses.filter((status) => status === 'SENT').length === 20 && arrived === 30;
    });
    expect((await world.statuses()).filter((status) => status === 'SENDING')).toHaveLength(20);

    await simulator.faults.clear();
    await world.succeed();
    clock.settleWith(() => world.sender.atRest());
    expect((await world.statuses()).filter((status) => status === 'UNCERTAIN')).toHaveLength(20);
    await clock.advance(REST_MS);
    await clock.advance(10_000);
    expect(new Set(await world.statuses())).toEqual(new Set(['SENT']));
    expect(copies()).toEqual(people.map(() => 1));
    const found = await evidence();
    expect(found.filter((one) => one === 'proven')).toHaveLength(10);
    expect(found.filter((one) => one === 'disproven')).toHaveLength(10);
    const probes = simulator.log.calls('editMessageReplyMarkup').length;
    expect(probes).toBeLessThan(120);
  });

  it('leaves edits to be done again', async () => {
    await open({ people: 1 });
    const { db, clock, people } = world;
    await world.queue('asli');
    await world.sender.idle();
    await world.sender.stop();
    const [row] = await world.rows();
    const payload = { message_id: row?.telegramMessageId, text: 'ralat' };
    await world.queue('edit', { method: 'editMessageText', payload });
    await db.outboxMessage.updateMany({
      where: { method: 'editMessageText' },
      data: { status: 'SENDING', sendingAt: clock.now(), numberFloor: 1 },
    });
    await world.succeed();
    await world.sender.idle();
    expect(world.texts(people[0] ?? 0)).toEqual(['ralat']);
  });
});
