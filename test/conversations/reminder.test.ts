import { describe, expect, it } from 'vitest';
import { wholeDays } from '../../src/features/event/rules.ts';
import type { WholeOutline } from '../../src/features/event/schema.ts';
import { answered, eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

const siti = { name: 'Siti', kelurahan: 'Bugel' };
const rina = { name: 'Rina', kelurahan: 'Bugel' };

/** The deadline of the announcement: the end of 20 May. */
const twentiethOfMay = { day: '2024-05-20', time: null };

/** A training on 22 May at eight; Siti comes, Rina is silent. */
async function hall(at: string, change: Partial<WholeOutline> = { deadline: wholeDays(0) }) {
  const world = await startWorld({ at });
  const coming = await world.registered(siti);
  const silent = await world.registered(rina);
  const eventId = await invitedTraining(world, change);
  coming.looksAway();
  silent.looksAway();
  await answered(world, eventId, { Siti: 'HADIR' });
  return { world, coming, silent, eventId };
}

/** A reminder that was sent before this test began. */
async function alreadySent(world: World, eventId: number, kind: string): Promise<void> {
  const at = world.clock.now();
  await world.db.reminderRun.create({
    data: { eventId, kind, dueAt: at, status: 'DONE', count: 1, at },
  });
}

const runs = async (world: World) =>
  (await world.db.reminderRun.findMany({ orderBy: { id: 'asc' } })).map(
    ({ kind, status, count }) => `${kind} ${status} ${count}`,
  );

describe('reminders', () => {
  it('the evening before, to those who come', async () => {
    const { world, coming, silent } = await hall('2024-05-21T17:50');
    await world.advanceTo('2024-05-21T17:59');
    coming.seesNothing();
    await world.advanceTo('2024-05-21T18:00');
    const evening = coming.sees(/Besok ada acara/);
    expect(evening.text).toContain('Besok, Rabu, 22 Mei 2024 pukul 08.00 WIB');
    expect(evening.text).toContain('Tangerang Convention Center');
    await world.advanceTo('2024-05-21T18:20');
    coming.seesNothing();
    silent.seesNothing();
    expect(await runs(world)).toEqual(['evening-2024-05-21 DONE 1']);

    await coming.taps('Lihat atau ubah jawaban saya');
    coming.sees(/Jawaban Bapak\/Ibu: ✅ Hadir/);
  });

  it('the morning of it, also to those who said yes after the evening', async () => {
    const { world, coming, silent, eventId } = await hall('2024-05-22T05:50');
    await alreadySent(world, eventId, 'evening-2024-05-21');
    await answered(world, eventId, { Rina: 'HADIR' });
    await world.advanceTo('2024-05-22T06:00');
    expect(coming.sees(/Acara hari ini pukul 08\.00 WIB/).text).toContain('Hari ini, Rabu');
    silent.sees(/Acara hari ini/);
    await world.advanceTo('2024-05-22T06:20');
    coming.seesNothing();
    expect(await runs(world)).toContain('morning-2024-05-22 DONE 2');
  });

  it('before the deadline, to the silent, who answer on the reminder itself', async () => {
    const { world, coming, silent } = await hall('2024-05-19T14:55', { deadline: twentiethOfMay });
    await world.advanceTo('2024-05-19T18:00');
    const reminder = silent.sees(/Mohon jawab undangan ini/);
    expect(reminder.text).toContain('Senin, 20 Mei 2024 pukul 23.59 WIB');
    expect(silent.buttons).toEqual(['Hadir', 'Tidak hadir', 'Izin']);
    coming.seesNothing();
    await silent.taps('Tidak hadir', /Mohon jawab undangan ini/);
    silent.sees(/Jawaban Bapak\/Ibu: ❌ Tidak hadir/);
    expect(await runs(world)).toEqual(['deadline-2024-05-19 DONE 1']);
  });

  it('and once more on the last day, to those who are silent still', async () => {
    const { world, coming, silent, eventId } = await hall('2024-05-20T14:55', {
      deadline: twentiethOfMay,
    });
    await alreadySent(world, eventId, 'deadline-2024-05-19');
    await world.advanceTo('2024-05-20T18:00');
    silent.sees(/Batas jawab sebentar lagi/);
    coming.seesNothing();
  });

  it('a missed tick is caught up, and a restart in between doubles nothing', async () => {
    const { world, coming } = await hall('2024-05-21T17:50');
    await world.clock.advanceTo('2024-05-21T18:40:00+07:00');
    coming.seesNothing();
    await world.advance({ minutes: 1 });
    coming.sees(/Besok ada acara/);
    await world.restart();
    await world.advance({ minutes: 5 });
    await world.advance({ minutes: 5 });
    coming.seesNothing();
    expect(await runs(world)).toEqual(['evening-2024-05-21 DONE 1']);
  });

  it('one that comes too late is noted and not sent', async () => {
    const { world, coming } = await hall('2024-05-21T17:50');
    await world.clock.advanceTo('2024-05-21T20:05:00+07:00');
    await world.advance({ minutes: 1 });
    coming.seesNothing();
    expect(await runs(world)).toEqual(['evening-2024-05-21 MISSED 0']);
  });

  it('a cancelled event reminds nobody', async () => {
    const { world, coming, silent, eventId } = await hall('2024-05-21T17:50');
    await eventsOf(world).cancel(1, eventId);
    await world.settle();
    coming.sees(/Acara dibatalkan/);
    silent.sees(/Acara dibatalkan/);
    await world.advanceTo('2024-05-21T18:10');
    coming.seesNothing();
    expect(await runs(world)).toEqual([]);
  });

  it('an event that was moved is reminded of on its new day', async () => {
    const { world, coming, silent, eventId } = await hall('2024-05-21T17:50');
    await alreadySent(world, eventId, 'evening-2024-05-20');
    await world.advanceTo('2024-05-21T18:00');
    coming.sees(/Besok ada acara/);
    silent.seesNothing();
  });
});
