import { describe, expect, it } from 'vitest';
import { answered, eventsOf, invitedTraining, sheetsOf } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

/** A small city: people of two kecamatan, some of them with Telegram, and a training they are invited to. */
async function smallCity() {
  const world = await startWorld({ at: '2024-05-10T09:00' });
  const registered = [
    await world.registered({ name: 'Siti', kelurahan: 'Bugel' }),
    await world.registered({ name: 'Rina', kelurahan: 'Nusa Jaya' }),
    await world.registered({ name: 'Tono', kecamatan: 'Karawaci', jabatan: 'TKSK' }),
    await world.registered({ name: 'Agus', kelurahan: 'Pajang' }),
  ];
  await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Budi', kelurahan: 'Belendung' });
  const eventId = await invitedTraining(world);
  for (const person of registered) person.looksAway();
  await answered(world, eventId, {
    Siti: 'HADIR',
    Rina: 'TIDAK_HADIR',
    Tono: 'IZIN',
    Agus: 'HADIR',
    Budi: 'HADIR',
  });
  return { world, eventId };
}

const table = (text: string) => text.split('\n').filter((line) => /(\s+\d+){5}$/.test(line));

describe('/rekap', () => {
  it('a coordinator sees totals and a table per kelurahan of the own area only', async () => {
    const { world } = await smallCity();
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await coordinator.says('/rekap');
    coordinator.sees(/Rekap acara yang mana/);
    await coordinator.taps('Pembinaan PSM dan TKSK');
    const recap = coordinator.sees(/Wilayah: Kecamatan Karawaci/);
    expect(recap.text).toContain('Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB');
    expect(recap.text).toContain('Diundang: 4');
    expect(recap.text).toContain('✅ Hadir: 1');
    expect(recap.text).toContain('❌ Tidak hadir: 1');
    expect(recap.text).toContain('🙏 Izin: 1');
    expect(recap.text).toContain('⏳ Belum menjawab: 1');
    expect(recap.text).toContain('📱 Terdaftar di bot: 3');
    expect(table(recap.text)).toEqual([
      'TKSK                 0 0 1 0 1',
      'Nusa Jaya            0 1 0 0 1',
      'Bugel                1 0 0 1 1',
      'Jumlah               1 1 1 1 3',
    ]);
    expect(Math.max(...table(recap.text).map((line) => line.length))).toBeLessThanOrEqual(30);
    expect(recap.text).not.toContain('Pajang');
  });

  it('one kelurahan: nobody else is counted', async () => {
    const { world } = await smallCity();
    const coordinator = await world.officer('Pak Lurah', 'COORDINATOR', { kelurahan: 'Bugel' });
    await coordinator.says('/rekap');
    coordinator.looksAway();
    await coordinator.taps('Pembinaan');
    const recap = coordinator.sees(/Wilayah: Kelurahan Bugel/);
    expect(recap.text).toContain('Diundang: 2');
    expect(table(recap.text)).toHaveLength(2);
  });

  it('the city begins with its kecamatan, and opens one to its kelurahan', async () => {
    const { world } = await smallCity();
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/rekap');
    staff.looksAway();
    await staff.taps('Pembinaan');
    const city = staff.sees(/Wilayah: seluruh kota/);
    expect(city.text).toContain('Diundang: 6');
    expect(table(city.text).map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'Benda',
      'Karawaci',
      'Jumlah',
    ]);
    await staff.taps('Benda');
    const kecamatan = staff.sees(/Wilayah: Kecamatan Benda/);
    expect(kecamatan.text).toContain('Diundang: 2');
    expect(table(kecamatan.text).map((line) => line.trim().split(/\s+/)[0])).toEqual([
      'Belendung',
      'Pajang',
      'Jumlah',
    ]);
    await staff.taps('Kembali');
    staff.sees(/seluruh kota/);
    await staff.taps('Acara lain');
    staff.sees(/Rekap acara yang mana/);
  });

  it('is brought up to date by a button', async () => {
    const { world, eventId } = await smallCity();
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/rekap');
    staff.looksAway();
    await staff.taps('Pembinaan');
    staff.sees(/Belum menjawab: 1/);
    await answered(world, eventId, { Dewi: 'HADIR' });
    await world.advance({ minutes: 2 });
    await staff.taps('Segarkan');
    const fresh = staff.sees(/Belum menjawab: 0/);
    expect(fresh.text).toContain('Per Jum 10 Mei pukul 09.02 WIB');
  });

  it('comes as a workbook of the own area, with names and answers', async () => {
    const { world } = await smallCity();
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await coordinator.says('/rekap');
    await coordinator.taps('Pembinaan');
    coordinator.looksAway();
    await coordinator.taps('Unduh XLSX');
    const file = coordinator.sees(/rekap-acara-1\.xlsx/);
    const [areas, people] = await sheetsOf(world, file);
    expect(areas?.rows).toEqual([
      [
        'Kecamatan',
        'Kelurahan',
        'Diundang',
        'Hadir',
        'Tidak hadir',
        'Izin',
        'Belum menjawab',
        'Terdaftar di bot',
      ],
      ['Karawaci', null, 1, 0, 0, 1, 0, 1],
      ['Karawaci', 'Nusa Jaya', 1, 0, 1, 0, 0, 1],
      ['Karawaci', 'Bugel', 2, 1, 0, 0, 1, 1],
      ['Jumlah', null, 4, 1, 1, 1, 1, 3],
    ]);
    expect(people?.rows.map((row) => [row[0], row[5], row[6]])).toEqual([
      ['Nama', 'Jawaban', 'Alasan'],
      ['Tono', 'Izin', 'sakit'],
      ['Rina', 'Tidak hadir', null],
      ['Dewi', 'Belum menjawab', null],
      ['Siti', 'Hadir', null],
    ]);
  });

  it('lists what is coming first and then the past, in pages', async () => {
    const world = await startWorld({ at: '2024-05-10T21:30' });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await world.onRoster({ name: 'Siti', kelurahan: 'Bugel' });
    await invitedTraining(world, {
      title: 'Sudah lewat',
      day: '2024-05-10',
      time: { start: '21:45', end: '22:00' },
      deadline: { daysBefore: 0, time: null },
    });
    for (const number of [1, 2, 3, 4, 5, 6])
      await invitedTraining(world, {
        title: `Rapat ${number}`,
        day: `2024-05-1${number + 2}`,
        deadline: { daysBefore: 1, time: null },
      });
    await world.advanceTo('2024-05-10T22:00');
    await staff.says('/rekap');
    staff.looksAway();
    expect(staff.buttons.map((label) => label.split(' · ')[1])).toEqual([
      ...[1, 2, 3, 4, 5, 6].map((number) => `Rapat ${number}`),
      undefined,
      undefined,
    ]);
    await staff.taps('▶️');
    staff.looksAway();
    expect(staff.buttons[0]).toContain('Sudah lewat');
  });

  it('without an event, for a cancelled one, or without the right it says so', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const staff = await world.officer('Pak Eko', 'STAFF');
    const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
    await staff.says('/rekap');
    staff.sees(/Belum ada acara/);
    const eventId = await invitedTraining(world);
    siti.looksAway();
    await staff.says('/rekap');
    staff.looksAway();
    await eventsOf(world).cancel(1, eventId);
    await world.settle();
    siti.looksAway();
    await staff.taps('Pembinaan');
    staff.sees(/sudah dibatalkan/);
    await siti.says('/rekap');
    siti.sees(/hanya untuk koordinator/);

    const elsewhere = await world.officer('Bu Lia', 'COORDINATOR', { kecamatan: 'Benda' });
    await elsewhere.says('/rekap');
    elsewhere.sees(/Belum ada acara dengan undangan di wilayah/);
  });
});
