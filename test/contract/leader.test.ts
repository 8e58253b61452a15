import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  createLeader,
  type Leader,
  type LeaderOptions,
  processHolder,
} from '../../src/platform/leader.ts';
import { createLogger } from '../../src/platform/logger.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { until } from '../support/outbox-world.ts';
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts';

const TTL_MS = 15_000;
let database: TestDatabase;
let clock: ManualClock;
let running: Leader[] = [];

beforeEach(async () => {
  database = await openTestDatabase();
  clock = new ManualClock();
  // The database is real: a moment of the clock is over when every leader waits for the next one.
  clock.settleWith(() => until(() => clock.waiting === running.length));
});

afterEach(async () => {
  for (const leader of running) await leader.stop();
  running = [];
  await database.close();
});

/** A process that would lead; `seen` tells what it heard. */
async function candidate(holder: string, change: Partial<LeaderOptions> = {}) {
  const seen: string[] = [];
  const leader = createLeader({
    db: database.db,
    clock,
    logger: createLogger('silent'),
    name: 'sender',
    holder,
    ttlMs: TTL_MS,
    onGain: () => void seen.push('gain'),
    onLose: () => void seen.push('lose'),
    ...change,
  });
  await leader.start();
  running.push(leader);
  return { leader, seen };
}

const renewedUntil = async () =>
  (await database.db.lease.findUnique({ where: { name: 'sender' } }))?.expiresAt.getTime();

describe('the leader', () => {
  it('is the first who asks, and keeps the lead by renewing it', async () => {
    const first = await candidate('first');
    const second = await candidate('second');
    expect([first.leader.isLeader, second.leader.isLeader]).toEqual([true, false]);
    expect(await second.leader.currentHolder()).toBe('first');
    for (let step = 0; step < 6; step++) {
      const expected = clock.now().getTime() + 5000 + TTL_MS;
      await clock.advance(5000);
      expect(await renewedUntil()).toBe(expected);
    }
    expect([first.leader.isLeader, second.leader.isLeader]).toEqual([true, false]);
    expect([first.seen, second.seen]).toEqual([['gain'], []]);
  });

  it('gives the lead back when it stops', async () => {
    const first = await candidate('first');
    const second = await candidate('second');
    await first.leader.stop();
    running = [second.leader];
    expect(first.seen).toEqual(['gain', 'lose']);
    await clock.advance(5000);
    expect(second.leader.isLeader).toBe(true);
    expect(await first.leader.currentHolder()).toBe('second');
  });

  it('is succeeded when its term is over, and learns of it', async () => {
    const other = { name: 'sender', holder: 'elsewhere/7/x' };
    const expiresAt = new Date(clock.now().getTime() + 12_000);
    await database.db.lease.create({ data: { ...other, expiresAt } });
    const second = await candidate('second');
    await clock.advance(10_000);
    expect(second.leader.isLeader).toBe(false);
    await clock.advance(5000);
    expect(second.leader.isLeader).toBe(true);

    await database.db.lease.update({ where: { name: 'sender' }, data: other });
    await clock.advance(5000);
    expect(second.seen).toEqual(['gain', 'lose']);
    expect(second.leader.isLeader).toBe(false);
  });

  it('is succeeded at once when its process on this machine is gone', async () => {
    const expiresAt = new Date(clock.now().getTime() + 12_000);
    const holder = `${hostname()}/4242/x`;
    await database.db.lease.create({ data: { name: 'sender', holder, expiresAt } });
    const patient = await candidate('patient', { isAlive: () => true });
    expect(patient.leader.isLeader).toBe(false);
    const heir = await candidate('heir', { isAlive: (pid) => pid !== 4242 });
    expect(heir.leader.isLeader).toBe(true);
  });

  it('is succeeded at once by a later process with the same pid, not by itself', async () => {
    const expiresAt = new Date(clock.now().getTime() + 12_000);
    const holder = `${hostname()}/${process.pid}/earlier`;
    await database.db.lease.create({ data: { name: 'sender', holder, expiresAt } });
    const heir = await candidate(processHolder());
    expect(heir.leader.isLeader).toBe(true);
    const sibling = await candidate(processHolder());
    expect(sibling.leader.isLeader).toBe(false);
  });

  it('is one, however many ask at the same instant', async () => {
    const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => candidate(name)));
    expect(all.filter(({ leader }) => leader.isLeader)).toHaveLength(1);
  });

  it('is no leader any more when it could not renew in time', async () => {
    const first = await candidate('first');
    expect(first.leader.isLeader).toBe(true);
    await database.db.$executeRaw`ALTER TABLE "Lease" RENAME TO "Gone"`;
    await clock.advance(5000);
    expect(first.leader.isLeader).toBe(true);
    await clock.advance(10_000);
    expect(first.seen).toEqual(['gain', 'lose']);
    expect(first.leader.isLeader).toBe(false);
    await database.db.$executeRaw`ALTER TABLE "Gone" RENAME TO "Lease"`;
    await clock.advance(5000);
    expect(first.leader.isLeader).toBe(true);
  });
});
