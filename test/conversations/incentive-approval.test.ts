import { expect, it } from 'vitest';
import { appliesList, payingCity, recordedMonths, sendsList } from '../support/incentive-lists.ts';

async function strictCity() {
  const city = await payingCity({ incentiveApproval: true });
  return { ...city, rina: await city.world.officer('Rina', 'STAFF') };
}

it('asks a second person, who applies; the sender cannot, and is told', async () => {
  const { world, agus, rina, siti } = await strictCity();
  await sendsList(
    agus,
    'april.csv',
    ['Siti Aminah', 'April 2024', 'ditransfer'],
    ['Hantu', 'April 2024', 'ditransfer'],
  );
  agus.sees('Hasil periksa');
  await agus.tapsAtOnce('Terapkan 1 perubahan', 2);
  agus.sees('Menunggu persetujuan');
  agus.looksAway();
  expect(await recordedMonths(world)).toEqual([]);
  const card = rina.sees('Mohon diperiksa');
  for (const words of [
    'Agus ingin menerapkan berkas april.csv',
    'Baru: 1 data bulanan',
    'Ditolak: 1 baris',
    'ditransfer: 1 data, Rp500.000',
  ])
    expect(card.text).toContain(words);
  rina.seesNothing();
  await rina.taps('Lihat rinciannya');
  rina.sees('hasil-april.xlsx');
  expect(rina.sees('Hasil periksa: april.csv').text).toContain('Baris 3 (Hantu)');
  await rina.tapsAtOnce('✅ Terapkan', 2);
  rina.sees('Sudah diterapkan');
  rina.sees('Pemberitahuan: 1 orang');
  rina.sees('sudah diputuskan');
  agus.sees('Rina menyetujui impor april.csv');
  expect(await recordedMonths(world)).toEqual(['Siti Aminah 2024-04 TRANSFERRED']);
  siti.seesNothing();
  const file = await world.db.importFile.findFirstOrThrow();
  expect(file.appliedById).not.toBe(file.createdById);
});

it('rejects: nothing changes, and the sender is told', async () => {
  const { world, agus, rina } = await strictCity();
  await sendsList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  agus.looksAway();
  await agus.taps('Terapkan');
  agus.sees('Menunggu persetujuan');
  rina.sees('Mohon diperiksa');
  await rina.taps('Tolak');
  rina.sees('Ditolak. Tidak ada yang berubah');
  agus.sees('Rina belum menyetujui impor april.csv');
  expect(await recordedMonths(world)).toEqual([]);
});

it('applies only what was shown: when the data moved on, it is asked for anew', async () => {
  const { world, agus, rina } = await strictCity();
  await sendsList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  agus.looksAway();
  await agus.taps('Terapkan');
  agus.looksAway();
  rina.sees('Mohon diperiksa');
  const { id: kaderId } = await world.db.kader.findFirstOrThrow({ where: { name: 'Siti Aminah' } });
  await world.db.incentive.create({
    data: {
      kaderId,
      period: '2024-04',
      amount: 1,
      status: 'PROPOSED',
      updatedAt: world.clock.now(),
    },
  });
  await rina.taps('✅ Terapkan');
  rina.sees('belum dijalankan');
  agus.sees('Datanya sudah berubah sejak impor april.csv diminta');
  expect(await recordedMonths(world)).toEqual(['Siti Aminah 2024-04 PROPOSED']);
});

it('can be withdrawn, and needs somebody else to be there', async () => {
  const { world, agus } = await payingCity({ incentiveApproval: true });
  await sendsList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  agus.sees('Hasil periksa');
  await agus.taps('Terapkan');
  agus.sees('belum ada petugas lain yang bisa dihubungi');
  const rina = await world.officer('Rina', 'STAFF');
  await sendsList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  agus.sees('Hasil periksa');
  await agus.taps('Terapkan');
  agus.sees('Menunggu persetujuan');
  rina.sees('Mohon diperiksa');
  await agus.taps('Tarik kembali');
  agus.sees('Permintaan ditarik kembali');
  await rina.taps('✅ Terapkan');
  rina.sees('sudah ditarik kembali');
  expect(await recordedMonths(world)).toEqual([]);
});

it('a second person is asked to undo, too', async () => {
  const { world, agus, rina } = await strictCity();
  await sendsList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  agus.sees('Hasil periksa');
  await agus.taps('Terapkan');
  agus.sees('Menunggu');
  rina.sees('Mohon diperiksa');
  await rina.taps('✅ Terapkan');
  rina.sees('Sudah diterapkan');
  agus.sees('menyetujui');

  await rina.says('/impor');
  rina.looksAway();
  await rina.taps('Riwayat impor');
  await rina.taps('april.csv');
  await rina.taps('Batalkan impor ini');
  rina.looksAway();
  await rina.taps('Ya, batalkan');
  rina.sees('Menunggu persetujuan');
  expect(await recordedMonths(world)).toHaveLength(1);
  expect(agus.sees('Rina ingin membatalkan impor april.csv').text).toContain('1 data dihapus');
  await agus.taps('Batalkan impornya');
  agus.sees('sudah dibatalkan seluruhnya');
  rina.sees('Agus menyetujui pembatalan impor april.csv');
  expect(await recordedMonths(world)).toEqual([]);
});

it('leaves the roster, and cities that do not ask for it, alone', async () => {
  const { agus, world } = await payingCity();
  await appliesList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  expect(await recordedMonths(world)).toHaveLength(1);
});
