import { describe, expect, it } from 'vitest';
import { eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

/** A training of 22 May, answers until the end of the 20th; Bu Ani looks after Karawaci, Pak Jaja after Benda. */
async function city(at = '2024-05-10T15:00') {
  const world = await startWorld({ at });
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
  const rina = await world.registered({ name: 'Rina', kelurahan: 'Nusa Jaya' });
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Pajang' });
  const ani = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
  const jaja = await world.officer('Pak Jaja', 'COORDINATOR', { kecamatan: 'Benda' });
  const eventId = await invitedTraining(world);
  for (const person of [siti, rina, budi]) person.looksAway();
  await world.clock.advance(60_000);
  return { world, siti, rina, budi, ani, jaja, eventId };
}

const runs = async (world: World) =>
  (await world.db.digestRun.findMany({ orderBy: { id: 'asc' } })).map(
    ({ day, status, count }) => `${day} ${status} ${count}`,
  );

describe('the morning digest', () => {
  it('tells a coordinator at seven what changed in the own area, with the ways to recap and list', async () => {
    const { world, siti, ani, jaja } = await city();
    const wati = await world.officer('Bu Wati', 'COORDINATOR');
    await siti.taps('Hadir');
    siti.sees(/✅ Hadir/);
    await world.clock.advanceTo('2024-05-11T06:55:00+07:00');
    await world.advanceTo('2024-05-11T06:59');
    ani.seesNothing();
    await world.advanceTo('2024-05-11T07:00');
    const digest = ani.sees(/Selamat pagi/);
    expect(digest.text).toContain('Wilayah: Kecamatan Karawaci');
    expect(digest.text).toContain('Ada perubahan sejak undangan dikirim');
    expect(digest.text).toContain('Diundang: 2\n');
    expect(digest.text).toContain('✅ Hadir: 1 (+1)');
    expect(digest.text).toContain('⏳ Belum menjawab: 1 (−1)');
    jaja.seesNothing();
    expect(wati.sees(/Wilayah: seluruh kota/).text).toContain('Diundang: 3\n');
    expect(await runs(world)).toEqual(['2024-05-11 DONE 2']);

    await ani.taps('Rekap', /Selamat pagi/);
    ani.sees(/Rab|Rabu/);
    await wati.taps('Yang belum menjawab', /Selamat pagi/);
    wati.sees(/Belum menjawab: 2 orang \(seluruh kota\)/);
  });

  it('comes once a day, and not at all when nothing changed', async () => {
    const { world, siti, budi, ani, jaja } = await city();
    await siti.taps('Hadir');
    siti.sees(/✅ Hadir/);
    await world.clock.advanceTo('2024-05-11T07:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.sees(/✅ Hadir: 1 \(\+1\)/);
    await world.restart();
    await world.advance({ minutes: 1 });
    ani.seesNothing();

    await world.clock.advanceTo('2024-05-12T07:30:00+07:00');
    await world.advance({ minutes: 1 });
    ani.seesNothing();
    expect(await runs(world)).toEqual(['2024-05-11 DONE 1', '2024-05-12 DONE 0']);
    await world.clock.advance(60_000);

    await siti.taps('Tidak hadir');
    await siti.taps('Hadir');
    siti.looksAway();
    await budi.taps('Tidak hadir');
    budi.sees(/❌ Tidak hadir/);
    await world.clock.advanceTo('2024-05-13T07:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.seesNothing();
    expect(jaja.sees(/Ada perubahan sejak kemarin pagi/).text).toContain('❌ Tidak hadir: 1 (+1)');
    await world.clock.advance(60_000);

    await siti.taps('Tidak hadir');
    siti.looksAway();
    await world.clock.advanceTo('2024-05-14T07:00:00+07:00');
    await world.advance({ minutes: 1 });
    const moved = ani.sees(/Selamat pagi/);
    expect(moved.text).toContain('✅ Hadir: 0 (−1)');
    expect(moved.text).toContain('❌ Tidak hadir: 1 (+1)');
    expect(moved.text).toContain('⏳ Belum menjawab: 1\n');
  });

  it('a missed tick is caught up in the morning; later it is noted and not sent', async () => {
    const { world, siti, ani } = await city();
    await siti.taps('Hadir');
    siti.sees(/✅ Hadir/);
    await world.clock.advanceTo('2024-05-11T13:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.seesNothing();
    expect(await runs(world)).toEqual(['2024-05-11 MISSED 0']);
    await world.clock.advanceTo('2024-05-12T10:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.sees(/✅ Hadir: 1 \(\+1\)/);
  });

  it('only while answers are open, and only of events that stand', async () => {
    const { world, siti, ani } = await city('2024-05-20T09:00');
    await siti.taps('Hadir');
    siti.sees(/✅ Hadir/);
    await world.clock.advanceTo('2024-05-21T07:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.seesNothing();
    expect(await runs(world)).toEqual([]);
  });

  it('a cancelled event is not spoken of any more', async () => {
    const { world, siti, rina, budi, ani, eventId } = await city();
    await siti.taps('Hadir');
    siti.sees(/✅ Hadir/);
    await eventsOf(world).cancel(1, eventId);
    await world.settle();
    for (const person of [siti, rina, budi]) person.sees(/dibatalkan/);
    await world.clock.advanceTo('2024-05-11T07:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.seesNothing();
  });

  it('who is no coordinator any more hears nothing', async () => {
    const { world, siti, ani } = await city();
    await siti.taps('Hadir');
    siti.sees(/✅ Hadir/);
    await world.db.grant.updateMany({ data: { revokedAt: world.clock.now() } });
    await world.clock.advanceTo('2024-05-11T07:00:00+07:00');
    await world.advance({ minutes: 1 });
    ani.seesNothing();
  });
});
