import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMessageNumbers } from '../../src/features/outbox/numbers.ts';
import { createSender, type Sender } from '../../src/features/outbox/sender.ts';
import { createLeader, type Leader } from '../../src/platform/leader.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { createPacer } from '../../src/platform/pacer.ts';
import { type OutboxWorld, openOutboxWorld, until } from '../support/outbox-world.ts';

let world: OutboxWorld;

beforeEach(async () => {
  world = await openOutboxWorld({ people: 30 });
  await world.sender.stop();
});

afterEach(() => world.close());

/** One of two copies of the program: it sends while it leads. */
async function copy(holder: string): Promise<{ leader: Leader; sender: Sender }> {
  const { db, clock, client } = world;
  const logger = createLogger('silent');
  const sender = createSender({
    db,
    clock,
    logger,
    client,
    pacer: createPacer({ clock, ratePerSecond: Infinity }),
    numbers: createMessageNumbers({ db, clock, logger }),
    pollMs: Infinity,
  });
  const leader = createLeader({
    db,
    clock,
    logger,
    name: 'sender',
    holder,
    ttlMs: 15_000,
    onGain: () => sender.start(),
    onLose: () => sender.stop(),
  });
  await leader.start();
  return { leader, sender };
}

describe('two copies of the program', () => {
  it('send everything once, whichever leads, and hand over', async () => {
    const { clock, people, simulator } = world;
    clock.settleWith(async () => {});
    const first = await copy('first');
    const second = await copy('second');
    await world.queue('satu');
    for (const { sender } of [first, second]) sender.wake();
    await first.sender.idle();
    expect(new Set(await world.statuses())).toEqual(new Set(['SENT']));

    await world.queue('dua');
    await first.leader.stop();
    await clock.advance(5000);
    await until(() => second.leader.isLeader);
    await second.sender.idle();
    expect(people.map(world.texts)).toEqual(
      people.map((_, place) => [`satu ${place + 1}`, `dua ${place + 1}`]),
    );
    expect(simulator.log.count(200, 'sendMessage')).toBe(60);
    await second.leader.stop();
  });

  it('send nothing twice even if both believe they lead', async () => {
    const { db, clock, client, people, simulator } = world;
    const logger = createLogger('silent');
    const senders = [1, 2].map(() =>
      createSender({
        db,
        clock,
        logger,
        client,
        pacer: createPacer({ clock, ratePerSecond: Infinity }),
        numbers: createMessageNumbers({ db, clock, logger }),
        pollMs: Infinity,
      }),
    );
    for (const sender of senders) await sender.start();
    await world.queue('bersama');
    await Promise.all(senders.map((sender) => sender.idle()));
    await Promise.all(senders.map((sender) => sender.stop()));
    expect(people.map((person) => world.texts(person).length)).toEqual(people.map(() => 1));
    expect(simulator.log.count(200, 'sendMessage')).toBe(30);
  });
});
