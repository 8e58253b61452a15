import { expect, it } from 'vitest';
import { startWorld, type World } from '../support/world.ts';

async function listed(
  world: World,
  period: string,
  status: 'PROPOSED' | 'PROCESSED' | 'TRANSFERRED',
  statusDate: string | null,
) {
  const kaderId = await world.onRoster({ name: `Kader ${period} ${status}`, kelurahan: 'Cimone' });
  await world.db.incentive.create({
    data: { kaderId, period, amount: 500_000, status, statusDate, updatedAt: world.clock.now() },
  });
}

/** Time goes by without the bot, which looks at the clock once at its end. */
async function days(world: World, count: number): Promise<void> {
  await world.clock.advance(count * 86_400_000);
  await world.app.tick();
  await world.settle();
}

async function office(at: string) {
  const world = await startWorld({ at });
  const dewi = await world.officer('Dewi', 'ADMIN');
  const agus = await world.officer('Agus', 'STAFF');
  return { world, dewi, agus };
}

it('is off until an administrator sets day and days, by button or by typing', async () => {
  const { world, dewi, agus } = await office('2024-05-20T08:00');
  await world.advanceTo('2024-05-20T10:00');
  agus.seesNothing();
  await dewi.says('/pengingatinsentif');
  dewi.sees('Daftar bulan ini: tidak diingatkan');
  await dewi.taps('Tgl 25');
  dewi.sees('harus sudah masuk tanggal 25');
  await dewi.taps('14 hari');
  expect(dewi.buttons).toContain('✅ Tgl 25');
  expect(dewi.sees('tidak bergerak 14 hari').text).toContain('tanggal 25');
  await dewi.taps('✅ 14 hari');
  await dewi.says('/pengingatinsentif 12 21');
  expect(dewi.sees('tanggal 12').text).toContain('tidak bergerak 21 hari');
  await dewi.says('/pengingatinsentif 40 2');
  dewi.sees('Tulis tanggalnya (1–31)');
  await dewi.says('/pengingatinsentif besok');
  dewi.sees('Tulis tanggalnya (1–31)');
  await dewi.says('/pengingatinsentif 12 mati');
  dewi.sees('Status yang tidak bergerak: tidak diingatkan');
  await dewi.taps('Tanpa pengingat daftar');
  dewi.sees('Daftar bulan ini: tidak diingatkan');
  dewi.looksAway();
  expect(await world.db.auditEntry.count({ where: { action: 'incentive.watch' } })).toBe(5);
  await agus.says('/pengingatinsentif');
  agus.sees('hanya untuk admin Dinsos');
});

it('reminds all staff once when the list of the month is not there by its day', async () => {
  const { world, dewi, agus } = await office('2024-05-10T06:00');
  await listed(world, '2024-04', 'TRANSFERRED', '2024-05-03');
  await dewi.says('/pengingatinsentif 10 mati');
  dewi.looksAway();
  await world.advanceTo('2024-05-10T07:55');
  agus.seesNothing();
  await world.advanceTo('2024-05-10T08:05');
  for (const person of [dewi, agus])
    expect(person.sees('Daftar insentif Mei 2024 belum masuk').text).toContain('tanggal 10');
  await world.restart();
  await world.advanceTo('2024-05-10T09:00');
  await days(world, 1);
  agus.seesNothing();
  await agus.taps('Masukkan daftarnya');
  agus.sees('Impor daftar insentif');
  agus.sees('contoh-insentif.xlsx');
});

it('says nothing when the list is there, and catches up when it did not run on the day', async () => {
  const { world, dewi, agus } = await office('2024-05-10T06:00');
  await dewi.says('/pengingatinsentif 10 mati');
  dewi.looksAway();
  await listed(world, '2024-05', 'PROPOSED', null);
  await world.advanceTo('2024-05-10T09:00');
  agus.seesNothing();
  await days(world, 34);
  agus.sees('Daftar insentif Juni 2024 belum masuk');
  dewi.looksAway();
});

it('reminds of statuses that do not move, with counts by month, at most once a week', async () => {
  const { world, dewi, agus } = await office('2024-05-20T07:30');
  await listed(world, '2024-03', 'PROCESSED', '2024-05-02');
  await listed(world, '2024-04', 'PROPOSED', '2024-05-06');
  await listed(world, '2024-04', 'PROCESSED', '2024-05-16');
  await listed(world, '2024-05', 'PROPOSED', null);
  await listed(world, '2024-02', 'TRANSFERRED', '2024-03-02');
  await dewi.says('/pengingatinsentif mati 14');
  dewi.looksAway();
  await world.advanceTo('2024-05-20T08:05');
  const first = agus.sees('tidak bergerak 14 hari').text;
  expect(first).toContain('Maret 2024, diproses: 1 orang, Rp500.000');
  expect(first).toContain('April 2024, diusulkan: 1 orang');
  expect(first).not.toContain('April 2024, diproses');
  expect(first).not.toContain('Mei 2024');
  await world.db.incentive.updateMany({
    where: { period: '2024-03' },
    data: { status: 'TRANSFERRED' },
  });
  await days(world, 6);
  agus.seesNothing();
  await days(world, 1);
  const second = agus.sees('tidak bergerak 14 hari').text;
  expect(second).not.toContain('Maret 2024');
  expect(second).toContain('April 2024, diusulkan: 1 orang');
  await agus.taps('Laporan insentif');
  agus.sees('Laporan insentif');
  agus.looksAway();
  dewi.looksAway();
});
