import { describe, expect, it } from 'vitest';
import { answered, eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

/**
 * A training of 22 May, answers until the end of the 20th. In Karawaci, which Bu Ani looks after, Siti and Rina
 * are silent, Tuti comes and Dewi has no Telegram; Budi is silent elsewhere.
 */
async function karawaci(at = '2024-05-10T09:10') {
  const world = await startWorld({ at });
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
  const rina = await world.registered({ name: 'Rina', kelurahan: 'Nusa Jaya' });
  const tuti = await world.registered({ name: 'Tuti', kelurahan: 'Bugel' });
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Pajang' });
  await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel', phone: '+6281200000003' });
  const ani = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
  const eko = await world.officer('Pak Eko', 'STAFF');
  const eventId = await invitedTraining(world);
  for (const person of [siti, rina, tuti, budi]) person.looksAway();
  await answered(world, eventId, { Tuti: 'HADIR' });
  /** Opens the list of the silent and presses *Ingatkan*. */
  async function asks(person: typeof ani): Promise<void> {
    await person.says('/belum');
    await person.taps('Pembinaan');
    person.looksAway();
    await person.taps('Ingatkan yang belum');
  }
  return { world, siti, rina, tuti, budi, ani, eko, eventId, asks };
}

describe('Ingatkan', () => {
  it('nudges only the silent of the own area, after asking back with their number', async () => {
    const { world, siti, rina, tuti, budi, ani, eventId, asks } = await karawaci();
    await ani.says('/belum');
    await ani.taps('Pembinaan');
    expect(ani.sees(/Belum menjawab: 3 orang/).text).toContain('Dewi, +6281200000003');
    ani.looksAway();
    await ani.taps('Ingatkan yang belum (2)');
    const asked = ani.sees(/Ingatkan 2 orang di wilayah Bapak\/Ibu yang belum menjawab/);
    expect(asked.text).toContain('1 orang tidak terjangkau bot; mohon ditelepon');
    siti.seesNothing();
    await ani.taps('Ya, ingatkan 2 orang');
    ani.sees(/2 orang yang belum menjawab sedang diingatkan/);

    const nudge = siti.sees(/Jawaban Bapak\/Ibu masih ditunggu/);
    expect(nudge.text).toContain('Bu Ani menanyakan');
    expect(nudge.text).toContain('Senin, 20 Mei 2024 pukul 23.59 WIB');
    rina.sees(/masih ditunggu/);
    tuti.seesNothing();
    budi.seesNothing();
    await siti.taps('Hadir', /masih ditunggu/);
    siti.sees(/Jawaban Bapak\/Ibu: ✅ Hadir/);
    expect(
      await world.db.auditEntry.findFirstOrThrow({ where: { action: 'event.nudge' } }),
    ).toMatchObject({ subject: `event:${eventId}`, after: { people: 2 } });
    await asks(ani);
    ani.looksAway();
  });

  it('is done at most once a day, and says when and by whom it was', async () => {
    const { world, siti, rina, ani, asks } = await karawaci();
    const wati = await world.officer('Bu Wati', 'COORDINATOR', { kelurahan: 'Bugel' });
    await asks(ani);
    await ani.tapsAtOnce('Ya, ingatkan', 2);
    ani.looksAway();
    siti.sees(/masih ditunggu/);
    rina.sees(/masih ditunggu/);
    siti.seesNothing();

    await world.clock.advanceTo('2024-05-10T11:00:00+07:00');
    await asks(ani);
    ani.sees(/sudah diingatkan hari ini pukul 09\.10 WIB oleh Bu Ani/);
    await ani.taps('Kembali');
    ani.sees(/Belum menjawab: 3 orang/);
    await asks(wati);
    wati.sees(/sudah diingatkan hari ini pukul 09\.10 WIB oleh Bu Ani/);
    siti.seesNothing();

    await world.clock.advanceTo('2024-05-11T09:00:00+07:00');
    await asks(ani);
    await ani.taps('Ya, ingatkan');
    ani.looksAway();
    siti.sees(/masih ditunggu/);
    rina.sees(/masih ditunggu/);
  });

  it('staff of the city reach those whom their coordinator has not nudged today', async () => {
    const { siti, rina, budi, ani, eko, asks } = await karawaci();
    await asks(ani);
    await ani.taps('Ya, ingatkan');
    ani.looksAway();
    siti.sees(/masih ditunggu/);
    rina.sees(/masih ditunggu/);
    await asks(eko);
    eko.sees(/Ingatkan 1 orang[\s\S]*2 orang sudah diingatkan hari itu/);
    await eko.taps('Ya, ingatkan 1 orang');
    eko.looksAway();
    budi.sees(/Pak Eko menanyakan/);
    siti.seesNothing();
  });

  it('two who ask at the same moment nudge each person once between them', async () => {
    const { siti, rina, budi, ani, eko, asks, world } = await karawaci();
    await asks(ani);
    await asks(eko);
    await Promise.all([ani.tapsAtOnce('Ya, ingatkan', 1), eko.tapsAtOnce('Ya, ingatkan', 1)]);
    ani.looksAway();
    eko.looksAway();
    for (const person of [siti, rina, budi]) {
      person.sees(/masih ditunggu/);
      person.seesNothing();
    }
    expect(await world.db.nudge.count()).toBe(3);
  });

  it('in the quiet hours it waits for six, and does not disturb who has answered by then', async () => {
    const { world, siti, rina, ani, asks } = await karawaci('2024-05-10T21:00');
    await asks(ani);
    ani.sees(
      /jam istirahat \(20\.00–06\.00\), jadi baru dikirim Sabtu, 11 Mei 2024 pukul 06\.00 WIB/,
    );
    await ani.taps('Ya, ingatkan');
    ani.sees(/akan diingatkan Sabtu, 11 Mei 2024 pukul 06\.00 WIB/);
    await asks(ani);
    ani.sees(/sudah akan diingatkan Sabtu, 11 Mei 2024 pukul 06\.00 WIB, atas permintaan Bu Ani/);
    siti.seesNothing();
    await siti.taps('Tidak hadir', /Undangan/);
    siti.sees(/❌ Tidak hadir/);
    await world.advanceTo('2024-05-11T06:00');
    rina.sees(/masih ditunggu/);
    siti.seesNothing();
    await world.clock.advanceTo('2024-05-11T08:00:00+07:00');
    await asks(ani);
    ani.sees(/sudah diingatkan hari ini pukul 06\.00 WIB oleh Bu Ani/);
  });

  it('not when answers close before the morning', async () => {
    const { siti, ani, asks } = await karawaci('2024-05-20T20:30');
    await asks(ani);
    ani.sees(/batas jawabnya lewat sebelum pagi/);
    siti.seesNothing();
  });

  it('not after the deadline, not when cancelled, not once all have answered: old buttons say so', async () => {
    const { world, siti, rina, tuti, budi, ani, eventId, asks } =
      await karawaci('2024-05-20T10:00');
    await asks(ani);
    ani.sees(/Ingatkan 2 orang/);
    await answered(world, eventId, { Siti: 'HADIR', Rina: 'HADIR' });
    await ani.taps('Ya, ingatkan');
    ani.sees(/Tidak ada yang bisa diingatkan lewat bot[\s\S]*1 orang tidak terjangkau/);
    await world.db.invitation.updateMany({ data: { answer: null } });
    await asks(ani);
    ani.sees(/Ingatkan 3 orang/);
    await world.clock.advanceTo('2024-05-21T09:00:00+07:00');
    await ani.taps('Ya, ingatkan');
    ani.sees(/Batas jawab acara ini sudah lewat[\s\S]*\/catat/);
    await ani.says('/belum');
    await ani.taps('Pembinaan');
    ani.looksAway();
    expect(ani.buttons.join()).not.toContain('Ingatkan');
    await eventsOf(world).cancel(1, eventId);
    await world.settle();
    for (const person of [siti, rina, tuti, budi]) person.sees(/Acara dibatalkan/);
    await ani.taps('Catat jawaban');
    ani.sees(/sudah dibatalkan/);
  });

  it('one kecamatan of many is nudged alone', async () => {
    const { world, siti, budi, eko } = await karawaci();
    for (let number = 0; number < 60; number += 1)
      await world.onRoster({ name: `Kader ${number}`, kelurahan: 'Bugel' });
    const added = await world.db.kader.findMany({ where: { name: { startsWith: 'Kader ' } } });
    const [{ id: eventId = 0 } = {}] = await world.db.event.findMany();
    await world.db.invitation.createMany({
      data: added.map(({ id: kaderId }) => ({ eventId, kaderId, createdAt: world.clock.now() })),
    });
    await eko.says('/belum');
    await eko.taps('Pembinaan');
    expect(eko.buttons).toContain('🔔 Ingatkan yang belum (3)');
    await eko.taps('Benda (1)');
    await eko.taps('Ingatkan yang belum (1)');
    await eko.taps('Ya, ingatkan 1 orang');
    eko.looksAway();
    budi.sees(/masih ditunggu/);
    siti.seesNothing();
  });

  it('an appointment that changes at night takes the waiting nudges off', async () => {
    const { world, siti, rina, tuti, budi, ani, eventId, asks } =
      await karawaci('2024-05-10T21:00');
    await asks(ani);
    await ani.taps('Ya, ingatkan');
    ani.looksAway();
    await eventsOf(world).change(1, eventId, { place: 'Aula Dinsos' });
    await world.settle();
    for (const person of [siti, rina, tuti, budi]) person.looksAway();
    await world.advanceTo('2024-05-11T06:10');
    siti.seesNothing();
    rina.seesNothing();
  });
});
