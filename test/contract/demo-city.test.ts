import { expect, it } from 'vitest';
import { demoCity } from '../../src/demo/city.ts';
import { seedCity } from '../../src/demo/seed.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import { openTestDatabase } from '../support/test-database.ts';

const now = new Date('2024-05-20T08:00:00+07:00');

it('the demo fills a database, also for a city other than its own', async () => {
  const { db, close } = await openTestDatabase();
  try {
    const outcome = await prepareWilayah(db, '11.71');
    if (!outcome.ok) throw new Error(outcome.reason);
    const { comingEventId } = await seedCity(db, demoCity(outcome.wilayah, now), now);
    expect(await db.invitation.count({ where: { eventId: comingEventId } })).toBe(995);
    expect(await db.checkIn.count({ where: { event: { startsAt: { lt: now } } } })).toBeGreaterThan(
      400,
    );
    const tickets = await db.ticket.findMany({
      orderBy: { id: 'asc' },
      include: { messages: { orderBy: { id: 'asc' } } },
    });
    expect(tickets.map(({ kind, status }) => `${kind} ${status}`)).toEqual([
      'QUESTION CLOSED',
      'QUESTION WAITING',
      'QUESTION ANSWERED',
      'QUESTION WAITING',
      'NOT_RECEIVED WAITING',
    ]);
    for (const { messages, lastAt } of tickets) {
      expect(messages.at(-1)?.at).toEqual(lastAt);
      expect(lastAt.getTime()).toBeLessThan(now.getTime());
    }
    // What is doubted is what the list says, or the bot would tell the person of a correction.
    const doubted = tickets.at(-1);
    const { amount, status, statusDate, note } = await db.incentive.findFirstOrThrow({
      where: { kaderId: doubted?.kaderId ?? 0, period: doubted?.period ?? '' },
    });
    expect(doubted?.facts).toMatchObject({ record: { amount, status, statusDate, note } });
  } finally {
    await close();
  }
});
