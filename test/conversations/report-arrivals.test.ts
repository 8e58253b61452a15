import { describe, expect, it } from 'vitest';
import { came, cameUnknown, pastEvent } from '../support/past-events.ts';
import { answered, invitedTraining, sheetsOf } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

/** A training on the morning of 22 May: people of two kecamatan have answered, and some of them have come. */
async function trainingDay(at = '2024-05-22T13:00') {
  const world = await startWorld({ at });
  await world.registered({
    name: 'Siti',
    kelurahan: 'Bugel',
    phone: '+6281200000001',
  });
  await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel', phone: '+6281200000002' });
  await world.onRoster({ name: 'Rina', kelurahan: 'Nusa Jaya', phone: '+6281200000003' });
  await world.onRoster({ name: 'Tono', kecamatan: 'Karawaci', jabatan: 'TKSK' });
  await world.onRoster({ name: 'Agus', kelurahan: 'Pajang', phone: '+6281200000005' });
  const eventId = await pastEvent(world, { title: 'Pembinaan PSM dan TKSK', day: '2024-05-22' });
  await answered(world, eventId, { Siti: 'HADIR', Rina: 'HADIR', Tono: 'IZIN', Agus: 'HADIR' });
  await world.onRoster({ name: 'Yanti', kelurahan: 'Bugel', phone: '+6281200000006' });
  await came(world, eventId, {
    Siti: { at: '08:02', leftAt: '10:30' },
    Dewi: { at: '08:05', via: 'DESK' },
    Agus: { at: '08:07', via: 'CARD' },
    Yanti: { at: '08:10', via: 'DESK' },
    Rina: { at: '08:11', undone: true },
  });
  await cameUnknown(
    world,
    eventId,
    { name: 'Pak Umar', kelurahan: 'Pajang', reason: 'menggantikan Bu Ani' },
    { at: '08:15', via: 'DESK' },
  );
  return world;
}

async function openRecap(world: World, area: { kecamatan?: string; kelurahan?: string } | 'city') {
  const officer =
    area === 'city'
      ? await world.officer('Pak Eko', 'STAFF')
      : await world.officer('Bu Ani', 'COORDINATOR', area);
  await officer.says('/rekap');
  officer.looksAway();
  await officer.taps('Rab 22 Mei');
  return officer;
}

const table = (text: string) => text.split('\n').filter((line) => /(\s+\d+){5}$/.test(line));

describe('the recap once people come', () => {
  it('says who came, who did not though they said so, and who came without a word', async () => {
    const world = await trainingDay();
    const staff = await openRecap(world, 'city');
    const { text } = staff.sees(/Wilayah: seluruh kota/);
    expect(text).toContain('Diundang: 5\nSudah menjawab: 4');
    expect(text).toContain('🏁 Datang: 3 (60%)');
    expect(text).toContain('🪑 Tidak datang: 2');
    expect(text).toContain('menjawab hadir, tidak datang: 1');
    expect(text).toContain('datang tanpa menjawab: 1');
    expect(text).toContain('➕ Datang di luar undangan: 2');
    expect(table(text)).toEqual([
      'Benda                1 1 1 0 1',
      'Karawaci             4 2 2 2 1',
      'Jumlah               5 3 3 2 2',
    ]);
    expect(text).toContain('Per Rab 22 Mei pukul 13.00 WIB');
  });

  it('while the event goes on, nobody has failed to come yet', async () => {
    const world = await trainingDay('2024-05-22T08:20');
    const staff = await openRecap(world, 'city');
    const { text } = staff.sees(/🪑 Belum datang: 2/);
    expect(text).not.toContain('Tidak datang');
    await staff.tapsAtOnce('Segarkan', 2);
    staff.seesNothing();
  });

  it('goes down from the city to the names, with the hour and the number to phone', async () => {
    const world = await trainingDay();
    const staff = await openRecap(world, 'city');
    staff.looksAway();
    await staff.taps('Karawaci');
    staff.sees(/Wilayah: Kecamatan Karawaci/);
    expect(staff.buttons.slice(0, 3)).toEqual(['TKSK', 'Nusa Jaya', 'Bugel']);
    await staff.taps('Bugel');
    expect(
      staff
        .sees(/Kelurahan Bugel/)
        .text.split('\n')
        .slice(3, 6),
    ).toEqual([
      '⏳ Dewi 🏁 08.05 WIB',
      '✅ Siti 🏁 08.02 WIB, pulang 10.30 WIB',
      '➕ Yanti (diajak teman) 🏁 08.10 WIB',
    ]);
    await staff.taps('Kembali');
    staff.sees(/Wilayah: Kecamatan Karawaci/);
    await staff.taps('Nusa Jaya');
    staff.sees(/✅ Rina, \+6281200000003/);
    await staff.taps('Segarkan');
    staff.looksAway();
    await staff.taps('Kembali');
    await staff.taps('TKSK');
    staff.sees(/TKSK Kecamatan Karawaci[\s\S]*🙏 Tono \(TKSK\) \(sakit\), tanpa nomor HP/);
    await staff.taps('Kembali');
    await staff.taps('Kembali');
    await staff.taps('Benda');
    await staff.taps('Pajang');
    staff.sees(/➕ Pak Umar \(menggantikan Bu Ani\) 🏁 08.15 WIB/);
    staff.looksAway();
  });

  it('many names are turned over page by page', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    for (let number = 10; number < 35; number += 1)
      await world.onRoster({ name: `Kader ${number}`, kelurahan: 'Bugel' });
    await invitedTraining(world);
    const coordinator = await openRecap(world, { kelurahan: 'Bugel' });
    coordinator.looksAway();
    await coordinator.taps('Bugel');
    coordinator.sees(/Kader 29[\s\S]*Halaman 1 dari 2/);
    await coordinator.taps('▶️');
    coordinator.sees(/Kader 30[\s\S]*Halaman 2 dari 2/);
    await coordinator.taps('◀️');
    coordinator.sees(/Halaman 1 dari 2/);
  });

  it('another area is never shown', async () => {
    const world = await trainingDay();
    const coordinator = await openRecap(world, { kecamatan: 'Karawaci' });
    const recap = coordinator.sees(/Wilayah: Kecamatan Karawaci/);
    expect(recap.text).toContain('Datang di luar undangan: 1');
    expect(recap.text).not.toMatch(/Benda|Pajang|Agus|Umar/);
    expect(coordinator.buttons.join()).not.toMatch(/Benda|Pajang/);
    await coordinator.taps('Unduh XLSX');
    const sheets = await sheetsOf(world, coordinator.sees(/rekap-acara/));
    expect(JSON.stringify(sheets)).not.toMatch(/Benda|Pajang|Agus|Umar/);
  });

  it('nor by the buttons of a time when one looked after more', async () => {
    const world = await trainingDay();
    const officer = await openRecap(world, 'city');
    await officer.taps('Benda');
    await officer.says('/rekap');
    await officer.taps('Rab 22 Mei');
    await officer.taps('Benda');
    officer.looksAway();
    await world.db.grant.updateMany({
      where: { role: 'STAFF' },
      data: { role: 'COORDINATOR', ...world.area({ kecamatan: 'Karawaci' }) },
    });
    for (const button of ['Pajang', '📊 Grafik', 'Segarkan']) {
      await officer.taps(button, /Kecamatan Benda/);
      officer.sees(/Tidak ada kader di wilayah Bapak\/Ibu yang diundang/);
      officer.seesNothing();
    }
  });

  it('leads to the list to be signed', async () => {
    const world = await trainingDay();
    const coordinator = await openRecap(world, { kecamatan: 'Karawaci' });
    coordinator.looksAway();
    await coordinator.taps('Daftar hadir (PDF/XLSX)');
    coordinator.sees(/📝 Pembinaan PSM dan TKSK/);
    coordinator.looksAway();
  });

  it('comes as a picture of the whole area or of one kecamatan', async () => {
    const world = await trainingDay();
    const staff = await openRecap(world, 'city');
    staff.looksAway();
    await staff.taps('📊 Grafik');
    const city = staff.sees(/Grafik Pembinaan PSM dan TKSK, seluruh kota, per Rabu, 22 Mei 2024/);
    const bytes = Buffer.from(world.simulator.fileBytes(city.file?.fileId ?? ''));
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    await staff.taps('Karawaci');
    await staff.taps('📊 Grafik', /Wilayah: Kecamatan Karawaci/);
    staff.sees(/Grafik .*, Kecamatan Karawaci, per/);
    staff.looksAway();
  });

  it('the workbook gains hours, numbers, ways and a sheet of those who were not invited', async () => {
    const world = await trainingDay();
    const staff = await openRecap(world, { kecamatan: 'Karawaci' });
    staff.looksAway();
    await staff.taps('Unduh XLSX');
    const [areas, people, walkIns] = await sheetsOf(world, staff.sees(/rekap-acara/));
    expect(areas?.rows[0]?.slice(-3)).toEqual(['Datang', 'Tidak datang', 'Di luar undangan']);
    expect(areas?.rows.at(-1)).toEqual(['Jumlah', null, 4, 2, 0, 1, 1, 1, 2, 2, 1]);
    expect(people?.rows.map((row) => [row[0], ...row.slice(10)])).toEqual([
      ['Nama', 'Jam datang', 'Nomor urut', 'Lewat', 'Pulang lebih awal'],
      ['Tono', null, null, null, null],
      ['Rina', null, null, null, null],
      ['Dewi', '2024-05-22 08:05', 2, 'Meja petugas', null],
      ['Siti', '2024-05-22 08:02', 1, 'Kode QR di lokasi', '2024-05-22 10:30'],
    ]);
    expect(walkIns?.name).toBe('Di luar undangan');
    expect(walkIns?.rows.slice(1)).toEqual([
      [
        'Yanti',
        'PSM',
        'Karawaci',
        'Bugel',
        '0812-0000-0006',
        'diajak teman',
        '2024-05-22 08:10',
        4,
        'Meja petugas',
        null,
      ],
    ]);
  });
});
