import { describe, expect, it } from 'vitest';
import { came, pastEvent } from '../support/past-events.ts';
import { answered } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

/** Siti's last years, and others whose names resemble hers. */
async function sitisYears() {
  const world = await startWorld({ at: '2024-05-22T09:00' });
  const siti = await world.registered({
    name: 'Hj. Siti Aminah',
    kelurahan: 'Bugel',
    phone: '+6281200000001',
  });
  const first = await pastEvent(world, { title: 'Rakor Maret', day: '2024-03-06', checkIn: false });
  const second = await pastEvent(world, { title: 'Bimtek April', day: '2024-04-17' });
  const third = await pastEvent(world, { title: 'Rapat Awal Mei', day: '2024-05-02' });
  await pastEvent(world, { title: 'Pembinaan Mei', day: '2024-05-22' });
  const name = 'Hj. Siti Aminah';
  await answered(world, first, { [name]: 'IZIN' });
  await answered(world, second, { [name]: 'HADIR' });
  const clerk = await world.db.account.findUniqueOrThrow({ where: { telegramId: 1n } });
  const invitation = await world.db.invitation.findFirstOrThrow({ where: { eventId: second } });
  await world.db.invitation.update({
    where: { id: invitation.id },
    data: { recordedById: clerk.id },
  });
  await came(world, second, { [name]: { at: '08:02', leftAt: '10:30' } });
  await world.onRoster({ name: 'Siti Komariah', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Siti Julaeha', kelurahan: 'Pajang' });
  const fourth = await pastEvent(world, { title: 'Rapat Mendadak', day: '2024-05-10' });
  await world.db.invitation.deleteMany({ where: { eventId: fourth } });
  await came(world, fourth, { [name]: { at: '09:00' } });
  return { world, siti, third };
}

describe('/riwayat', () => {
  it('of a kader is their own: answers, ways, arrivals and totals', async () => {
    const { siti } = await sitisYears();
    await siti.says('/riwayat');
    const { text } = siti.sees(/Riwayat Bapak\/Ibu/);
    expect(text).toContain('Hj. Siti Aminah, PSM, Kelurahan Bugel');
    expect(text).not.toContain('+62');
    expect(text).toContain('Datang 2 dari 3 kegiatan yang memakai absen.');
    expect(text).toContain('Diundang 4 kali, dijawab 2 kali.');
    expect(text).toContain(
      'Rabu, 22 Mei 2024\nPembinaan Mei\n⏳ Belum menjawab\nKegiatannya belum selesai',
    );
    expect(text).toContain('Rapat Mendadak\nTidak diundang\n🏁 Datang 09.00 WIB');
    expect(text).toContain('Rapat Awal Mei\n⏳ Tidak menjawab\n🪑 Tidak datang');
    expect(text).toContain(
      'Jawaban: ✅ hadir (dicatat oleh Petugas, Rabu, 22 Mei 2024 pukul 09.00 WIB)\n' +
        '🏁 Datang 08.02 WIB, pulang lebih awal 10.30 WIB',
    );
    expect(text).toContain('🙏 izin, sakit (lewat tombol');
    expect(text).toContain('Kegiatan ini tanpa absen');
  });

  it('of somebody else is not for a kader', async () => {
    const { siti } = await sitisYears();
    await siti.says('/riwayat Siti Komariah');
    const { text } = siti.sees(/hanya bisa dilihat koordinator/);
    expect(text).toContain('Hj. Siti Aminah');
    expect(text).not.toContain('Komariah');
  });

  it('a coordinator finds by beginnings of names, within the own area', async () => {
    const { world } = await sitisYears();
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await coordinator.says('/riwayat');
    coordinator.sees(/Riwayat siapa\?/);
    await coordinator.says('/riwayat sit');
    coordinator.sees(/Ada 2 nama yang cocok/);
    expect(coordinator.buttons).toEqual([
      'Hj. Siti Aminah, Kelurahan Bugel',
      'Siti Komariah, Kelurahan Bugel',
    ]);
    await coordinator.taps('Hj. Siti Aminah');
    const { text } = coordinator.sees(/Riwayat Hj\. Siti Aminah/);
    expect(text).toContain('+6281200000001');
    expect(text).toContain('Datang 2 dari 3');
    await coordinator.says('/riwayat bu am sit');
    coordinator.sees(/Riwayat Hj\. Siti Aminah/);
    await coordinator.says('/riwayat julaeha');
    coordinator.sees(/Tidak ada nama “julaeha” di wilayah Bapak\/Ibu/);
    await coordinator.says('/riwayat :::');
    coordinator.sees(/Riwayat siapa\?/);
  });

  it('an old button shows nobody who is no longer in the area', async () => {
    const { world } = await sitisYears();
    const coordinator = await world.officer('Bu Ani', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await coordinator.says('/riwayat siti');
    coordinator.looksAway();
    await world.db.kader.updateMany({
      where: { name: 'Siti Komariah' },
      data: world.area({ kelurahan: 'Pajang' }),
    });
    await coordinator.taps('Siti Komariah');
    coordinator.sees(/tidak ada di wilayah Bapak\/Ibu/);
  });

  it('somebody who never was invited, and many events in pages', async () => {
    const world = await startWorld({ at: '2024-05-25T09:00' });
    const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
    await siti.says('/riwayat');
    siti.sees(/Belum pernah ada undangan kegiatan/);
    for (const day of [1, 2, 3, 4, 5, 6, 7])
      await pastEvent(world, { title: `Rapat ${day}`, day: `2024-05-0${day}` });
    await siti.says('/riwayat');
    siti.sees(/Rapat 7[\s\S]*Rapat 3[\s\S]*Halaman 1 dari 2/);
    await siti.taps('▶️');
    siti.sees(/Datang 0 dari 7[\s\S]*Rapat 2[\s\S]*Halaman 2 dari 2/);
  });

  it('many who fit are chosen from pages', async () => {
    const world = await startWorld({ at: '2024-05-25T09:00' });
    for (let number = 10; number < 21; number += 1)
      await world.onRoster({ name: `Siti ${number}`, kelurahan: 'Bugel' });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await staff.says('/riwayat siti');
    staff.sees(/Ada 11 nama yang cocok[\s\S]*Halaman 1 dari 2/);
    await staff.taps('▶️');
    staff.sees(/Halaman 2 dari 2/);
    await staff.taps('Siti 20');
    staff.sees(/Riwayat Siti 20/);
  });

  it('strangers are told to register first', async () => {
    const world = await startWorld({ at: '2024-05-25T09:00' });
    const budi = world.person({ firstName: 'Budi', hasStarted: true });
    await budi.says('/riwayat');
    budi.sees(/perlu terdaftar dulu/);
  });
});
