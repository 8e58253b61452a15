import { expect, it } from 'vitest';
import { april, awaitingCity, bankHeader, monthsOfApril } from '../support/awaited-payments.ts';
import { csv, sheetsOf } from '../support/table-file.ts';

const bankFile = csv(
  bankHeader,
  ['081234567801', 'SITI AMINAH', '', 'April 2024', '500.000', 'Berhasil', '17/05/2024', ''],
  [
    '081234567802',
    'Budi',
    '',
    'April 2024',
    '500000',
    'Retur',
    '17/05/2024',
    'Rekening 0101234567890 pasif',
  ],
  ['081234567804', 'Rina', '', 'April 2024', '350000', 'Sukses', '', ''],
  ['081234567805', 'Ani', '', 'April 2024', '500000', 'Sukses', '', ''],
  ['081234567806', 'Edi', '', 'April 2024', '500000', 'Sukses', '', ''],
  ['081234567807', 'Joko', '', 'April 2024', '500000', 'Sukses', '', ''],
  ['', 'Hantu', '', 'April 2024', '500000', 'Gagal', '', ''],
);

it('lays a bank result beside our list: paid, failed, missing, unexpected, in people and rupiah', async () => {
  const { world, agus } = await awaitingCity();
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  const sheets = await sheetsOf(world, agus.sees('hasil-hasil-bank.xlsx').file);
  const card = agus.sees('Hasil periksa: hasil-bank.csv').text;
  for (const words of [
    'Bulan: April 2024',
    '✅ Dibayar: 2 orang, Rp1.000.000 (1 sudah tercatat begitu)',
    '⏸ Gagal: 1 orang, Rp500.000',
    '❔ Tidak ada di berkas: 1 orang, Rp500.000',
    '⚠️ Tidak cocok: 4 baris, Rp1.850.000',
    'Budi, April 2024: Rp500.000. Rekening ••••7890 pasif',
    'hanya empat angka terakhir yang disimpan',
    'Baris 4 (Rina): Di daftar kita jumlahnya Rp500.000',
  ])
    expect(card).toContain(words);
  expect(Object.keys(sheets)).toEqual(['Tidak cocok', 'Dibayar', 'Gagal', 'Tidak ada di berkas']);
  expect(sheets['Tidak ada di berkas']?.slice(1)).toEqual([
    [
      'Wati',
      'PSM',
      'Kelurahan Cimone',
      expect.stringContaining('812'),
      april,
      '500000',
      'diverifikasi',
    ],
  ]);
  expect(sheets['Tidak cocok']?.slice(1).map((row) => [row[2], row.at(-2)])).toEqual([
    ['Rina', 'Di daftar kita jumlahnya Rp500.000'],
    ['Edi', 'Di daftar kita bulan ini ditolak'],
    ['Joko', 'Tidak ada di daftar insentif April 2024'],
    ['Hantu', 'Tidak ada di daftar kader'],
  ]);
});

it('applies it whole: paid is transferred, failed is held with the reason; the same file again changes nothing', async () => {
  const { world, agus, siti } = await awaitingCity();
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.looksAway();
  await agus.taps('Terapkan 2 perubahan');
  expect(agus.sees('Sudah diterapkan').text).toContain(
    '1 orang menjadi ditransfer, 1 orang menjadi ditunda',
  );
  expect(await monthsOfApril(world)).toEqual([
    'Ani TRANSFERRED 2024-05-02 null',
    'Budi HELD 2024-05-17 Rekening ••••7890 pasif',
    'Edi REJECTED 2024-05-02 null',
    'Rina PROCESSED 2024-05-02 null',
    'Siti Aminah TRANSFERRED 2024-05-17 null',
    'Wati VERIFIED 2024-05-02 null',
  ]);
  const changes = await world.db.incentiveChange.findMany();
  expect(changes.map(({ fromStatus, toStatus }) => [fromStatus, toStatus])).toEqual([
    ['PROCESSED', 'TRANSFERRED'],
    ['PROCESSED', 'HELD'],
  ]);
  expect(await world.db.auditEntry.count({ where: { action: 'import.apply' } })).toBe(1);
  expect(agus.sees('Pemberitahuan').text).toContain('1 orang');

  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.sees('hasil-hasil-bank.xlsx');
  const again = agus.sees('Tidak ada yang bisa diterapkan').text;
  expect(again).toContain('Berkas yang sama sudah diterapkan oleh Agus');
  expect(again).toContain('Dibayar: 2 orang, Rp1.000.000 (2 sudah tercatat begitu)');
  await siti.says('/insentif april');
  siti.sees('Ditransfer ke rekening, 17 Mei 2024');
});

it('holds what the bank sent back after it was transferred, with a warning; is undone whole', async () => {
  const { world, agus } = await awaitingCity();
  const file = csv(bankHeader, [
    '081234567805',
    'Ani',
    '',
    'April 2024',
    '500000',
    'Retur',
    '19/05/2024',
    'Rekening tutup',
  ]);
  await agus.sendsFile('retur.csv', file, '/rekonsiliasi');
  agus.sees('hasil-retur.xlsx');
  agus.sees('1 orang sudah tercatat ditransfer, tetapi menurut bank gagal');
  await agus.taps('Terapkan 1 perubahan');
  agus.looksAway();
  expect(await monthsOfApril(world)).toContain('Ani HELD 2024-05-19 Rekening tutup');
  await agus.says('/impor');
  await agus.taps('Riwayat impor');
  await agus.taps('retur.csv');
  expect(agus.message('retur.csv').text).toContain('hasil transfer bank');
  await agus.taps('Batalkan impor ini');
  await agus.taps('Ya, batalkan impor ini');
  agus.looksAway();
  expect(await monthsOfApril(world)).toContain('Ani TRANSFERRED 2024-05-02 null');
});

it('changes nothing in a month that is locked', async () => {
  const { world, agus } = await awaitingCity();
  await world.db.periodLock.create({ data: { period: april, lockedAt: world.clock.now() } });
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.sees('hasil-hasil-bank.xlsx');
  const card = agus.sees('Hasil periksa').text;
  expect(card).toContain('Tidak ada yang bisa diterapkan');
  expect(card).toContain('April 2024 sudah dikunci');
});

it('asks a second person where payments need one, and is applied once however often it is tapped', async () => {
  const { world, agus } = await awaitingCity({ incentiveApproval: true });
  const dewi = await world.officer('Dewi', 'STAFF');
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.looksAway();
  await agus.taps('Terapkan 2 perubahan');
  agus.looksAway();
  expect(await monthsOfApril(world)).toContain('Siti Aminah PROCESSED 2024-05-02 null');
  expect(dewi.sees('hasil-bank.csv').text).toContain('hasil transfer bank');
  await dewi.tapsAtOnce('Terapkan', 2);
  dewi.looksAway();
  agus.looksAway();
  expect(await monthsOfApril(world)).toContain('Siti Aminah TRANSFERRED 2024-05-17 null');
  expect(await world.db.incentiveChange.count()).toBe(2);
});

it('is for staff', async () => {
  const { siti } = await awaitingCity();
  await siti.says('/rekonsiliasi');
  siti.sees('hanya untuk petugas Dinsos');
});
