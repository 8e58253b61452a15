import { describe, expect, it } from 'vitest';
import { openHall } from '../support/hall.ts';
import { eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Bugel', phone: '+6281200000001' };

describe('/agenda', () => {
  it('nothing coming is a clear sentence', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/agenda');
    person.sees(/Belum ada acara yang akan datang/);
  });

  it('one event is shown whole, with one’s answer and the buttons to change it', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    person.sees(/Undangan/);
    await person.says('/agenda');
    const unanswered = person.sees(/Pembinaan PSM dan TKSK/);
    expect(unanswered.text).toContain('Mohon dijawab paling lambat');
    await person.taps('Hadir');
    person.sees(/Jawaban Bapak\/Ibu: ✅ Hadir/);

    await person.says('/agenda');
    person.sees(/Jawaban Bapak\/Ibu: ✅ Hadir/);
    expect(person.buttons).toEqual(['✔️ Hadir', 'Tidak hadir', 'Izin']);
  });

  it('several are listed soonest first, each with its answer, and opened by a button', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    await invitedTraining(world, {
      title: 'Rapat koordinasi',
      day: '2024-05-15',
      deadline: { daysBefore: 1, time: null },
    });
    person.looksAway();
    await person.taps('Tidak hadir', /Rapat koordinasi/);
    person.looksAway();

    await person.says('/agenda');
    const list = person.sees(/Agenda Bapak\/Ibu \(2 acara\)/);
    expect(list.text.indexOf('Rapat koordinasi')).toBeLessThan(list.text.indexOf('Pembinaan'));
    expect(list.text).toContain('Jawaban: ❌ Tidak hadir');
    expect(list.text).toContain('Jawaban: Belum dijawab');
    expect(person.buttons).toEqual([
      'Rab 15 Mei · Rapat koordinasi',
      'Rab 22 Mei · Pembinaan PSM dan TKSK',
    ]);
    await person.taps('Pembinaan PSM');
    person.sees(/Mohon dijawab/);
    await person.taps('Agenda');
    person.sees(/Agenda Bapak\/Ibu/);
    await person.taps('Pembinaan PSM');
    await person.taps('Hadir');
    person.sees(/✅ Hadir/);
  });

  it('more than a screenful turns into pages', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      await invitedTraining(world, {
        title: `Rapat ${number}`,
        day: `2024-05-1${number + 2}`,
        deadline: { daysBefore: 1, time: null },
      });
    person.looksAway();
    await person.says('/agenda');
    expect(person.sees(/7 acara/).text).not.toContain('Rapat 6');
    await person.taps('▶️');
    expect(person.sees(/7 acara/).text).toContain('Rapat 7');
    await person.taps('◀️');
    expect(person.sees(/7 acara/).text).toContain('Rapat 1');
  });

  it('what is over, cancelled, or for others is not on it', async () => {
    const world = await startWorld({ at: '2024-05-10T21:30' });
    const person = await world.registered(siti);
    await invitedTraining(world, {
      title: 'Sudah lewat',
      day: '2024-05-10',
      time: { start: '21:45', end: '22:00' },
      deadline: { daysBefore: 0, time: null },
    });
    const cancelled = await invitedTraining(world, { title: 'Batal' });
    await eventsOf(world).cancel(1, cancelled);
    await world.onRoster({ name: 'Agus', kecamatan: 'Benda', jabatan: 'TKSK' });
    await invitedTraining(world, {
      title: 'Khusus TKSK',
      audience: { include: [{ by: 'jabatan', jabatan: 'TKSK' }] },
    });
    await world.advanceTo('2024-05-10T22:00');
    person.looksAway();
    await person.says('/agenda');
    person.sees(/Belum ada acara yang akan datang/);
  });

  it('of an event one came to it shows the time and the number, and no buttons to answer', async () => {
    const { world, people, wall } = await openHall([siti]);
    const [person] = people;
    await person?.follows(await wall());
    person?.sees(/nomor urut 1/);
    await person?.says('/agenda');
    const card = person?.sees(
      /Pembinaan PSM dan TKSK[\s\S]*✅ Tercatat hadir 07\.30 WIB, nomor urut 1/,
    );
    expect(card?.buttons).toEqual([]);

    await invitedTraining(world, {
      title: 'Rapat lain',
      day: '2024-05-30',
      deadline: { daysBefore: 1, time: null },
    });
    person?.looksAway();
    await person?.says('/agenda');
    const list = person?.sees(/Agenda Bapak\/Ibu \(2 acara\)/);
    expect(list?.text).toContain('✅ Tercatat hadir 07.30 WIB, nomor urut 1');
    expect(list?.text).toContain('Jawaban: Belum dijawab');
  });

  it('an old button of an event one came to tells so too, when it is over', async () => {
    const { world, people, wall } = await openHall([siti]);
    const [person] = people;
    await person?.follows(await wall());
    await world.advanceTo('2024-05-22T13:00');
    person?.looksAway();
    await person?.taps('Tidak hadir');
    person?.sees(/✅ Tercatat hadir 07\.30 WIB, nomor urut 1/);
  });

  it('somebody who is not registered is shown the way', async () => {
    const world = await startWorld();
    const stranger = world.person('Orang Baru');
    await stranger.says('/start');
    stranger.looksAway();
    await stranger.says('/agenda');
    stranger.sees(/perlu terdaftar dulu/);
  });
});
