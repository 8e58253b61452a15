import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/language/names.ts';
import { came, pastEvent } from '../support/past-events.ts';
import { answered, sheetsOf } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

const days = ['2024-02-07', '2024-03-06', '2024-04-17'];

describe('silent for three events', () => {
  it('names who neither answered nor came to the last three, with numbers, in the own area only', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    await world.registered({ name: 'Diam', kelurahan: 'Bugel', phone: '+6281200000001' });
    for (const name of ['Menjawab', 'Datang', 'Tamu', 'Keluar'])
      await world.onRoster({ name, kelurahan: 'Bugel' });
    await world.onRoster({ name: 'Diam Juga', kelurahan: 'Pajang' });
    const events = [];
    for (const day of days) events.push(await pastEvent(world, { title: `Rapat ${day}`, day }));
    const [first = 0, second = 0, third = 0] = events;
    await world.onRoster({ name: 'Baru', kelurahan: 'Bugel' });
    await answered(world, first, { Menjawab: 'IZIN' });
    await came(world, second, { Datang: { at: '08:00' } });
    const tamu = await world.db.kader.findFirstOrThrow({ where: { name: 'Tamu' } });
    await world.db.invitation.deleteMany({ where: { eventId: third, kaderId: tamu.id } });
    await came(world, third, { Tamu: { at: '09:00' } });
    await world.db.kader.updateMany({ where: { name: 'Keluar' }, data: { status: 'LEFT' } });
    await came(world, third, { Diam: { at: '09:00', undone: true } });

    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await coordinator.says('/belum');
    coordinator.looksAway();
    await coordinator.taps('Diam 3 kegiatan');
    const { text } = coordinator.sees(
      /1 orang \(Kelurahan Bugel\) tidak menjawab dan tidak datang/,
    );
    expect(text).toContain('Kelurahan Bugel\n• Diam, +6281200000001');
    expect(text).not.toMatch(/Menjawab|Datang|Tamu|Keluar|Juga|Baru/);
    await coordinator.taps('Unduh XLSX');
    const [sheet] = await sheetsOf(world, coordinator.sees(/kader-diam\.xlsx/));
    expect(sheet?.rows.slice(1)).toEqual([
      ['Diam', 'PSM', 'Karawaci', 'Bugel', '0812-0000-0001', 'Terdaftar'],
    ]);

    await answered(world, third, { Diam: 'HADIR' });
    await coordinator.taps('Segarkan');
    coordinator.sees(/Tidak ada kader di wilayah Bapak\/Ibu yang diam 3 kegiatan/);
    await coordinator.taps('Yang belum menjawab');
    coordinator.sees(/untuk acara yang mana/);
  });

  it('an event whose time for answers is not over does not count yet', async () => {
    const world = await startWorld({ at: '2024-04-16T09:00' });
    await world.onRoster({ name: 'Diam', kelurahan: 'Bugel' });
    for (const day of days) await pastEvent(world, { title: `Rapat ${day}`, day });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/belum');
    await staff.taps('Diam 3 kegiatan');
    staff.sees(/Tidak ada kader/);
    staff.looksAway();
  });

  it('a city of them is chosen by kecamatan, and turned over page by page', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    for (let number = 0; number < 70; number += 1)
      await world.onRoster({
        name: `Kader ${number + 10}`,
        kelurahan: number % 7 === 0 ? 'Pajang' : 'Bugel',
      });
    for (const day of days) await pastEvent(world, { title: `Rapat ${day}`, day });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/belum');
    staff.looksAway();
    await staff.taps('Diam 3 kegiatan');
    staff.sees(/70 orang \(seluruh kota\)/);
    expect(staff.buttons.slice(0, 2)).toEqual(['Benda (10)', 'Karawaci (60)']);
    await staff.taps('Karawaci');
    staff.sees(/60 orang \(Kecamatan Karawaci\)[\s\S]*Halaman 1 dari 3/);
    await staff.taps('▶️');
    staff.sees(/Halaman 2 dari 3/);
    await staff.taps('Kembali');
    staff.sees(/Kecamatan yang mana/);
  });

  it('hundreds are in order of their names, however many reads they take', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const names = Array.from(
      { length: 501 },
      (_, at) => `Kader ${String(501 - at).padStart(3, '0')}`,
    );
    await world.db.kader.createMany({
      data: names.map((name) => ({
        name,
        nameKey: nameKey(name),
        jabatan: 'PSM',
        ...world.area({ kelurahan: 'Bugel' }),
        createdAt: world.clock.now(),
        updatedAt: world.clock.now(),
      })),
    });
    for (const day of days) await pastEvent(world, { title: `Rapat ${day}`, day });
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await coordinator.says('/belum');
    coordinator.looksAway();
    await coordinator.taps('Diam 3 kegiatan');
    coordinator.looksAway();
    await coordinator.taps('Unduh XLSX');
    const [sheet] = await sheetsOf(world, coordinator.sees(/kader-diam\.xlsx/));
    expect(sheet?.rows.slice(1).map(([name]) => name)).toEqual(names.toReversed());
  });
});
