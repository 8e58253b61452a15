import { describe, expect, it } from 'vitest';
import { came, pastEvent } from '../support/past-events.ts';
import { answered, sheetsOf } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

/** Three events of the past and people of two kecamatan. */
async function pastMonths() {
  const world = await startWorld({ at: '2024-05-25T09:00' });
  await world.onRoster({ name: 'Siti', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Agus', kelurahan: 'Pajang' });
  const march = await pastEvent(world, { title: 'Rakor Maret', day: '2024-03-06', checkIn: false });
  const april = await pastEvent(world, { title: 'Bimtek April', day: '2024-04-17' });
  const may = await pastEvent(world, { title: 'Pembinaan Mei', day: '2024-05-22' });
  await answered(world, march, { Siti: 'HADIR' });
  await answered(world, april, { Siti: 'HADIR', Agus: 'HADIR', Dewi: 'IZIN' });
  await answered(world, may, { Siti: 'HADIR', Agus: 'TIDAK_HADIR' });
  await came(world, april, { Siti: { at: '08:01' } });
  await came(world, may, { Siti: { at: '08:00' }, Dewi: { at: '08:05' } });
  return world;
}

const rows = (text: string) => text.split('\n').filter((line) => /^\d \d\d\//.test(line));

describe('comparing events', () => {
  it('puts the last events side by side, the newest first', async () => {
    const world = await pastMonths();
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/rekap');
    staff.looksAway();
    await staff.taps('Bandingkan kegiatan');
    const { text } = staff.sees(/Kegiatan terakhir\nWilayah: seluruh kota/);
    expect(rows(text)).toEqual([
      '1 22/05/24            3 1 2 67',
      '2 17/04/24            3 2 1 33',
      '3 06/03/24            3 1 -  -',
    ]);
    expect(text).toContain('1. Pembinaan Mei\n2. Bimtek April\n3. Rakor Maret');
    expect(text).toContain('Per Sab 25 Mei pukul 09.00 WIB');
    await staff.taps('Segarkan');
    await staff.taps('Rekap per acara');
    staff.sees(/Rekap acara yang mana/);
  });

  it('within the own area only, as a picture and as a workbook too', async () => {
    const world = await pastMonths();
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kelurahan: 'Bugel' });
    await coordinator.says('/rekap');
    coordinator.looksAway();
    await coordinator.taps('Bandingkan kegiatan');
    const { text } = coordinator.sees(/Wilayah: Kelurahan Bugel/);
    expect(rows(text)[0]).toBe('1 22/05/24           2 1 2 100');
    await coordinator.taps('Grafik');
    const chart = coordinator.sees(/Perbandingan kegiatan terakhir, Kelurahan Bugel/);
    const bytes = Buffer.from(world.simulator.fileBytes(chart.file?.fileId ?? ''));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    await coordinator.taps('Unduh XLSX');
    const [sheet] = await sheetsOf(world, coordinator.sees(/perbandingan-kegiatan\.xlsx/));
    expect(sheet?.rows.map((row) => row.slice(1))).toEqual([
      [
        'Kegiatan',
        'Tempat',
        'Diundang',
        'Menjawab hadir',
        'Menjawab tidak hadir',
        'Izin',
        'Belum menjawab',
        'Datang',
        'Tidak datang',
        '% datang',
        'Menjawab hadir, tidak datang',
        'Datang tanpa menjawab',
        'Di luar undangan',
      ],
      ['Pembinaan Mei', 'Aula Dinsos', 2, 1, 0, 0, 1, 2, 0, 100, 0, 1, 0],
      ['Bimtek April', 'Aula Dinsos', 2, 1, 0, 1, 0, 1, 1, 50, 0, 0, 0],
      ['Rakor Maret', 'Aula Dinsos', 2, 1, 0, 0, 1, null, null, null, null, null, null],
    ]);
  });

  it('of more than six only the last six, and before the first one it says so', async () => {
    const world = await startWorld({ at: '2024-05-25T09:00' });
    await world.onRoster({ name: 'Siti', kelurahan: 'Bugel' });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await pastEvent(world, { title: 'Masih nanti', day: '2024-06-01' });
    await staff.says('/rekap');
    await staff.taps('Bandingkan kegiatan');
    staff.sees(/Belum ada kegiatan yang sudah berlangsung/);
    staff.looksAway();
    for (const day of [1, 2, 3, 4, 5, 6, 7])
      await pastEvent(world, { title: `Rapat ${day}`, day: `2024-05-0${day}` });
    await staff.taps('Rekap per acara');
    await staff.taps('Bandingkan kegiatan');
    const { text } = staff.sees(/Rapat 7[\s\S]*Rapat 2/);
    expect(text).not.toMatch(/Rapat 1|Masih nanti/);
  });

  it('an old button says so when nothing is left to compare', async () => {
    const world = await pastMonths();
    const staff = await world.officer('Pak Eko', 'STAFF');
    for (const button of ['Grafik', 'Unduh XLSX']) {
      await staff.says('/rekap');
      await staff.taps('Bandingkan kegiatan');
      staff.looksAway();
      await world.db.event.updateMany({ data: { status: 'CANCELLED' } });
      await staff.taps(button);
      staff.sees(/Belum ada kegiatan yang sudah berlangsung/);
      await world.db.event.updateMany({ data: { status: 'OPEN' } });
    }
  });
});
