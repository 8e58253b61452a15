import { expect, it } from 'vitest';
import { appliesList, payingCity, recordedMonths, sendsList } from '../support/incentive-lists.ts';

it('closes a month against imports: the dry run says which rows, all others go in', async () => {
  const { world, agus } = await payingCity();
  await appliesList(agus, 'satu.csv', ['Siti Aminah', 'Maret 2024', 'diproses']);
  await agus.says('/kunci maret 2024');
  agus.sees('Kunci Maret 2024?');
  await agus.tapsAtOnce('🔒 Kunci Maret 2024', 2);
  agus.sees('Maret 2024 memang sudah terkunci');

  await sendsList(
    agus,
    'dua.csv',
    ['Siti Aminah', 'Maret 2024', 'ditolak'],
    ['Budi', 'Maret 2024', 'diproses'],
    ['Budi', 'April 2024', 'diproses'],
  );
  const card = agus.sees('Ditolak: 2 baris').text;
  expect(card).toContain('Baris 2 (Siti Aminah): Bulan Maret 2024 terkunci.');
  expect(card).toContain('Baris 3 (Budi): Bulan Maret 2024 terkunci. Minta admin membukanya');
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await recordedMonths(world)).toEqual([
    'Budi 2024-04 PROCESSED',
    'Siti Aminah 2024-03 PROCESSED',
  ]);
  // What says nothing new about a locked month is no matter.
  await sendsList(
    agus,
    'tiga.csv',
    ['Siti Aminah', 'Maret 2024', 'diproses'],
    ['Budi', 'April 2024', 'ditolak'],
  );
  expect(agus.sees('Tetap sama: 1 data').text).toContain('Ditolak: 0 baris');
});

it('a month locked after the dry run is not changed by it, nor taken back', async () => {
  const { world, agus } = await payingCity();
  await appliesList(agus, 'satu.csv', ['Siti Aminah', 'April 2024', 'diproses']);
  await sendsList(agus, 'dua.csv', ['Siti Aminah', 'April 2024', 'ditolak']);
  agus.sees('Hasil periksa');
  await agus.says('/kunci');
  expect(
    agus
      .sees('Belum ada bulan yang terkunci')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['🔒 Kunci Mei 2024', '🔒 Kunci April 2024', '🔒 Kunci Maret 2024']);
  await agus.taps('Kunci April 2024');
  agus.sees('April 2024 sekarang terkunci');
  await agus.taps('Terapkan');
  agus.looksAway();
  expect(await recordedMonths(world)).toEqual(['Siti Aminah 2024-04 PROCESSED']);
  await agus.says('/impor');
  agus.looksAway();
  await agus.taps('Riwayat impor');
  await agus.taps('satu.csv');
  agus.looksAway();
  await agus.taps('Batalkan impor ini');
  expect(agus.sees('belum bisa dibatalkan').text).toContain('Bulan April 2024 terkunci');
  expect(await recordedMonths(world)).toHaveLength(1);
});

it('is opened again by an admin only; both are written down', async () => {
  const { world, agus, siti } = await payingCity();
  const rina = await world.officer('Rina', 'ADMIN');
  await agus.says('/kunci april 2024');
  agus.looksAway();
  await agus.taps('Kunci April 2024');
  agus.sees('sekarang terkunci');
  await agus.says('/kunci april 2024');
  expect(agus.sees('April 2024 terkunci').buttons).toEqual([]);
  await rina.says('/kunci');
  expect(rina.sees('Kunci bulan insentif').text).toContain(
    'April 2024, sejak Senin, 20 Mei 2024 oleh Agus',
  );
  await rina.taps('Buka April 2024');
  rina.sees('April 2024 sudah dibuka');
  await agus.says('/kunci kapan-kapan');
  agus.sees('Bulan apa yang dimaksud?');
  await agus.says('/kunci 2023');
  agus.sees('Tulis satu bulan');
  await siti.says('/kunci april 2024');
  siti.sees('hanya untuk petugas');
  const deeds = await world.db.auditEntry.findMany({ where: { subject: 'period:2024-04' } });
  expect(deeds.map(({ action }) => action)).toEqual(['incentive.lock', 'incentive.unlock']);
});
