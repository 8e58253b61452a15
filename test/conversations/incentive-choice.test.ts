import { expect, it } from 'vitest';
import { payingCity, recordedMonths } from '../support/incentive-lists.ts';
import { csv } from '../support/table-file.ts';

const header = ['no_hp', 'nama', 'periode', 'jumlah', 'status'];

async function doubtfulCity() {
  const city = await payingCity();
  const { world } = city;
  await world.onRoster({ name: 'Wati', kelurahan: 'Pinang', phone: '+6281234567899' });
  await world.onRoster({ name: 'Joko', kelurahan: 'Benda', phone: '+6281234567855' });
  const send = async () => {
    await city.agus.sendsFile(
      'april.csv',
      csv(
        header,
        ['', 'Siti Aminah', 'April 2024', 500_000, 'diproses'],
        ['', 'Wati', 'Maret 2024', 500_000, 'diproses'],
        ['', 'Wati', 'April 2024', 500_000, 'diproses'],
        ['081200000000', 'Joko', 'April 2024', 500_000, 'diproses'],
        ['', 'Hantu', 'April 2024', 500_000, 'diproses'],
      ),
      '/impor insentif',
    );
    city.agus.sees('hasil-april.xlsx');
  };
  return { ...city, send };
}

it('shows who may be meant, takes the choice, and applies it', async () => {
  const { world, agus, send } = await doubtfulCity();
  await send();
  const card = agus.sees('Hasil periksa: april.csv');
  expect(card.text).toContain('Ditolak: 4 baris');
  expect(card.text).toContain('2 orang di berkas belum pasti siapa');
  await agus.taps('Pilih orangnya (2)');
  expect(agus.sees('Siapa yang dimaksud?').text).toContain('baris 3 dan 1 data lain: Wati');
  expect(agus.buttons).toEqual([
    'Wati · Kelurahan Bugel',
    'Wati · Kelurahan Pinang · 0812-••••-7899',
    'Lewati, bukan mereka',
    '📋 Lihat hasil periksa',
  ]);
  await agus.taps('Kelurahan Pinang');
  expect(agus.sees('Siapa yang dimaksud?').text).toContain('Joko, 0812-••••-0000');
  await agus.taps('Joko · Kelurahan Benda · 0812-••••-7855');
  const chosen = agus.sees('Semua sudah dipilih');
  expect(chosen.text).toContain('Baru: 4 data bulanan');
  expect(chosen.text).toContain('Ditolak: 1 baris');
  await agus.taps('Terapkan 4 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await recordedMonths(world)).toEqual([
    'Joko 2024-04 PROCESSED',
    'Siti Aminah 2024-04 PROCESSED',
    'Wati 2024-03 PROCESSED',
    'Wati 2024-04 PROCESSED',
  ]);
  const wati = await world.db.incentive.findMany({ where: { kader: { phone: '+6281234567899' } } });
  expect(wati).toHaveLength(2);
  expect(await world.db.auditEntry.count({ where: { action: 'import.choose' } })).toBe(2);
});

it('never guesses: what is passed over stays refused, and an older card applies nothing else', async () => {
  const { world, agus, send } = await doubtfulCity();
  await send();
  agus.looksAway();
  await agus.taps('Pilih orangnya');
  agus.sees('Siapa yang dimaksud?');
  await agus.taps('Lewati');
  agus.sees('Joko, 0812-••••-0000');
  await agus.taps('Lihat hasil periksa');
  expect(agus.sees('Hasil periksa: april.csv').text).toContain('1 orang di berkas belum pasti');
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await recordedMonths(world)).toEqual(['Siti Aminah 2024-04 PROCESSED']);
});

it('a file in which everybody is in doubt waits for the choice; two for one person and month contradict', async () => {
  const { world, agus } = await doubtfulCity();
  await agus.sendsFile(
    'wati.csv',
    csv(
      [...header, 'kelurahan'],
      ['', 'Watie', 'April 2024', 500_000, 'diproses', 'Bugel'],
      ['081200000000', 'Wati', 'April 2024', 400_000, 'diproses', ''],
    ),
    '/impor insentif',
  );
  agus.sees('hasil-wati.xlsx');
  expect(
    agus
      .sees('Baru: 0 data bulanan')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['👥 Pilih orangnya (2)', 'Batal']);
  await agus.taps('Pilih orangnya');
  agus.sees('Watie');
  await agus.taps('Wati · Kelurahan Bugel');
  agus.sees('Siapa yang dimaksud?');
  await agus.taps('Wati · Kelurahan Bugel');
  expect(agus.sees('Semua sudah dipilih').text).toContain('dengan isi lain');
  expect(await recordedMonths(world)).toEqual([]);
});

it('a name twice in one month may be two people: each row has its choice', async () => {
  const { world, agus } = await doubtfulCity();
  const wati = (period: string) => ['', 'Wati', period, 500_000, 'diproses'];
  await agus.sendsFile(
    'dua-wati.csv',
    csv(header, wati('Maret 2024'), wati('April 2024'), wati('April 2024')),
    '/impor insentif',
  );
  agus.sees('hasil-dua-wati.xlsx');
  agus.sees('2 orang di berkas belum pasti siapa');
  await agus.taps('Pilih orangnya (2)');
  expect(agus.sees('Siapa yang dimaksud?').text).toContain('baris 2 dan 1 data lain: Wati');
  await agus.taps('Wati · Kelurahan Bugel');
  expect(agus.sees('Siapa yang dimaksud?').text).toContain('baris 4: Wati');
  await agus.taps('Wati · Kelurahan Pinang');
  expect(agus.sees('Semua sudah dipilih').text).toContain('Ditolak: 0 baris');
  await agus.taps('Terapkan 3 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await recordedMonths(world)).toEqual([
    'Wati 2024-03 PROCESSED',
    'Wati 2024-04 PROCESSED',
    'Wati 2024-04 PROCESSED',
  ]);
});

it('old buttons say that the file is settled', async () => {
  const { world, agus, send } = await doubtfulCity();
  await send();
  agus.sees('Hasil periksa');
  await agus.taps('Pilih orangnya');
  agus.sees('Siapa yang dimaksud?');
  await world.db.importFile.updateMany({ data: { status: 'CANCELLED' } });
  await agus.taps('Kelurahan Pinang');
  agus.sees('Berkas ini sudah dibatalkan');
});
