import type { WholeOutline } from '../../src/features/event/schema.ts';
import { invitedTraining } from './training.ts';
import { startWorld, type World } from './world.ts';

/**
 * A training of Kota Tangerang on 22 May; Bu Ani looks after Karawaci, where Siti has Telegram and Dewi and
 * Dedi have none; Budi lives elsewhere.
 */
export async function karawaci(at = '2024-05-10T09:00', change: Partial<WholeOutline> = {}) {
  const world = await startWorld({ at });
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Dewi Lestari', kelurahan: 'Bugel', phone: '+6281200000003' });
  await world.onRoster({ name: 'Dedi', kelurahan: 'Nusa Jaya' });
  await world.onRoster({ name: 'Budi', kelurahan: 'Pajang' });
  const ani = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
  const eventId = await invitedTraining(world, change);
  siti.looksAway();
  return { world, siti, ani, eventId };
}

/** The id of somebody on the roster. */
export const idOf = async (world: World, name: string) =>
  (await world.db.kader.findFirstOrThrow({ where: { name } })).id;

/** The history of somebody's answers. */
export async function historyOf(world: World, name: string): Promise<string[]> {
  const rows = await world.db.answerEntry.findMany({
    where: { invitation: { kader: { name } } },
    orderBy: { id: 'asc' },
  });
  return Promise.all(
    rows.map(async ({ answer, reason, via, byAccountId }) => {
      const by = await world.db.account.findUnique({ where: { id: byAccountId ?? 0 } });
      return [answer, reason, via, by?.firstName].filter((part) => part !== null).join(' ');
    }),
  );
}
