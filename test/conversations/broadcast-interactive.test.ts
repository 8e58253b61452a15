import { expect, it } from 'vitest';
import { allLookAway, announce, office } from '../support/announcing.ts';
import { invitedTraining } from '../support/training.ts';

/** One slot (ms) at two messages a second, and the steps by which the test's clock moves. */
const oneSlot = 500 + 100;

it('answers a tap and a command at the next slot while a broadcast runs, before all that is queued', async () => {
  const { world, agus, kader } = await office(40, { at: '2024-05-10T09:00', ratePerSecond: 2 });
  const [siti, budi] = [kader[0], kader[1]];
  if (siti === undefined || budi === undefined) throw new Error('nobody in the office');
  await invitedTraining(world);
  await world.advance({ seconds: 30 });
  allLookAway(...kader);

  await announce(world, agus, 'Pengumuman untuk semua');
  await world.advance({ seconds: 3 });
  allLookAway(agus, ...kader);

  const tappedAt = world.clock.now().getTime();
  await siti.taps('Hadir');
  const card = siti.sees('Pembinaan');
  expect(card.text).toContain('Hadir');
  expect((card.editedAt ?? Number.POSITIVE_INFINITY) - tappedAt).toBeLessThanOrEqual(oneSlot);

  const askedAt = world.clock.now().getTime();
  await budi.says('/bantuan');
  const help = budi.sees(/\/agenda|\/acara|bantu/i);
  expect(help.at - askedAt).toBeLessThanOrEqual(oneSlot);

  const waiting = await world.db.outboxMessage.count({
    where: { broadcastId: { not: null }, status: 'PENDING' },
  });
  expect(waiting).toBeGreaterThan(20);
  await world.advance({ seconds: 25 });
  allLookAway(agus, ...kader);
});
