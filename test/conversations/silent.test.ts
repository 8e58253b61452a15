import { describe, expect, it } from 'vitest';
import { answered, invitedTraining, sheetsOf } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

describe('/belum', () => {
  it('names the silent of the own area by kelurahan, with numbers to tap, and marks who has no Telegram', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const siti = await world.registered({
      name: 'Siti',
      kelurahan: 'Bugel',
      phone: '+6281200000001',
    });
    const rina = await world.registered({
      name: 'Rina',
      kelurahan: 'Nusa Jaya',
      phone: '+6281200000002',
    });
    await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel', phone: '+6281200000003' });
    await world.onRoster({ name: 'Budi', kelurahan: 'Pajang', phone: '+6281200000004' });
    const eventId = await invitedTraining(world);
    siti.looksAway();
    rina.looksAway();
    await answered(world, eventId, { Siti: 'HADIR' });
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });

    await coordinator.says('/belum');
    coordinator.sees(/Yang belum menjawab, untuk acara yang mana/);
    await coordinator.taps('Pembinaan');
    const list = coordinator.sees(/Belum menjawab: 2 orang \(Kecamatan Karawaci\)/);
    expect(list.text).toContain('Batas jawab: Senin, 20 Mei 2024 pukul 23.59 WIB');
    expect(list.text).toContain('Kelurahan Bugel\n• Dewi, +6281200000003 📵 belum di Telegram');
    expect(list.text).toContain('Kelurahan Nusa Jaya\n• Rina, +6281200000002');
    expect(list.text).not.toMatch(/Siti|Budi/);

    await rina.blocks();
    await world.settle();
    await coordinator.taps('Segarkan');
    coordinator.sees(/Rina, \+6281200000002 🚫 memblokir bot/);

    await answered(world, eventId, { Rina: 'HADIR', Dewi: 'HADIR' });
    await coordinator.taps('Segarkan');
    coordinator.sees(/Semua yang diundang \(Kecamatan Karawaci\) sudah menjawab/);
  });

  it('many are turned over page by page, and come as a file', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    for (let number = 10; number < 35; number += 1)
      await world.onRoster({
        name: `Kader ${number}`,
        kelurahan: 'Bugel',
        phone: `+62812000000${number}`,
      });
    await invitedTraining(world);
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kelurahan: 'Bugel' });
    await coordinator.says('/belum');
    coordinator.looksAway();
    await coordinator.taps('Pembinaan');
    const first = coordinator.sees(/Halaman 1 dari 2/);
    expect(first.text).toContain('Kader 29');
    expect(first.text).not.toContain('Kader 30');
    await coordinator.taps('▶️');
    expect(coordinator.sees(/Halaman 2 dari 2/).text).toContain('Kader 34');
    await coordinator.taps('Unduh XLSX');
    const file = coordinator.sees(/25 orang belum menjawab/);
    const [sheet] = await sheetsOf(world, file);
    expect(sheet?.rows).toHaveLength(26);
    expect(sheet?.rows[1]).toEqual([
      'Kader 10',
      'PSM',
      'Karawaci',
      'Bugel',
      '0812-0000-0010',
      'Belum di Telegram',
    ]);
  });

  it('a whole city full of silence is chosen by kecamatan first', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    for (let number = 0; number < 70; number += 1)
      await world.onRoster({
        name: `Kader ${number + 10}`,
        kelurahan: number % 7 === 0 ? 'Pajang' : 'Bugel',
      });
    await invitedTraining(world);
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/belum');
    staff.looksAway();
    await staff.taps('Pembinaan');
    staff.sees(/Belum menjawab: 70 orang \(seluruh kota\)/);
    expect(staff.buttons.slice(0, 2)).toEqual(['Benda (10)', 'Karawaci (60)']);
    await staff.taps('Benda');
    const benda = staff.sees(/Belum menjawab: 10 orang \(Kecamatan Benda\)/);
    expect(benda.text).toContain('tanpa nomor HP');
    await staff.taps('Kembali');
    await staff.taps('Karawaci');
    staff.sees(/Halaman 1 dari 3/);
  });
});
