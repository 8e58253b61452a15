import { expect, it } from 'vitest';
import {
  april,
  awaitingCity,
  bankHeader,
  listed,
  monthsOfApril,
} from '../support/awaited-payments.ts';
import { csv, sheetsOf } from '../support/table-file.ts';
import { workbook } from '../support/workbook.ts';

it('dates what has no date with the day it is applied, and holds for the word of the bank where it gives no reason', async () => {
  const { world, agus } = await awaitingCity();
  const file = csv(
    ['nama', 'kelurahan', 'status'],
    ['Siti Aminah', 'Cimone', 'Sukses'],
    ['Budi', 'Cimone', 'Ditolak bank'],
  );
  await agus.sendsFile('hasil april 2024.csv', file, '/rekonsiliasi');
  agus.looksAway();
  await world.clock.advance(23 * 3_600_000);
  await agus.taps('Terapkan 2 perubahan');
  agus.looksAway();
  expect(await monthsOfApril(world)).toEqual(
    expect.arrayContaining([
      'Siti Aminah TRANSFERRED 2024-05-21 null',
      'Budi HELD 2024-05-21 Ditolak bank',
    ]),
  );
});

it('takes the only month that can be meant where the file names none, and says so; else asks for it', async () => {
  const { world, agus } = await awaitingCity();
  const file = csv(['nama', 'no hp', 'status'], ['Siti Aminah', '081234567801', 'Sukses']);
  await agus.sendsFile('hasil.csv', file, '/rekonsiliasi');
  agus.sees('hasil-hasil.xlsx');
  const card = agus.sees('Bulan: April 2024').text;
  expect(card).toContain('Berkasnya tidak menyebut bulan');
  const siti = await world.db.kader.findFirstOrThrow({ where: { name: 'Siti Aminah' } });
  await listed(world, siti.id, '2024-03', 'PROCESSED');
  await agus.sendsFile('hasil.csv', file, '/rekonsiliasi');
  agus.sees('hasil-hasil.xlsx');
  expect(agus.sees('Bulannya belum terbaca').text).toContain('Bulannya kosong');
});

it('reads a workbook as a bank leaves it; drops NIK and accounts and says so; refuses what is not decided', async () => {
  const { world, agus } = await awaitingCity();
  await agus.says('/rekonsiliasi');
  agus.sees('Impor hasil transfer bank');
  agus.sees('contoh-bank.xlsx');
  await agus.sendsFile(
    'BJB.xlsx',
    workbook([
      {
        name: 'Sheet1',
        rows: [
          ['LAPORAN HASIL TRANSFER INSENTIF PSM BULAN APRIL 2024', null, null, null, null, null],
          ['Tanggal : 17 Mei 2024', null, null, null, null, null],
          [],
          [
            'No',
            'Nama Penerima',
            'NIK',
            'No. Rekening',
            'Kelurahan',
            'Nominal',
            'Status Transaksi',
            'Keterangan',
          ],
          [
            1,
            'Siti Aminah',
            '3671012345670001',
            '0101234567890',
            'Cimone',
            500_000,
            'BERHASIL',
            null,
          ],
          [
            2,
            'Budi',
            '3671012345670002',
            '0101234567891',
            'Cimone',
            500_000,
            'PENDING',
            'rek 0202223337777',
          ],
          [null, 'TOTAL', null, null, null, 1_000_000, null, null],
        ],
      },
    ]),
  );
  agus.sees('hasil-BJB.xlsx');
  const card = agus.sees('Dibayar: 1 orang').text;
  expect(card).toContain('Data pribadi tidak disimpan: kolom NIK, No. Rekening');
  expect(card).toContain('Hasil "PENDING" belum pasti');
  expect(card).toContain('Tidak ada di berkas: 3 orang');
  const kept = JSON.stringify([
    await world.db.importFile.findMany(),
    await world.db.importRows.findMany(),
  ]);
  expect(kept).not.toMatch(/3671012345670001|0101234567890/);
  expect(kept).toContain('••••7777');
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  agus.looksAway();
  expect(await monthsOfApril(world)).toContain('Siti Aminah TRANSFERRED 2024-05-17 null');
});

it('takes the rows that did not fit again, once they are mended', async () => {
  const { world, agus } = await awaitingCity();
  await agus.sendsFile(
    'hasil-bank.csv',
    csv(bankHeader, ['081234567804', 'Rina', '', 'April 2024', '350000', 'Gagal', '', '']),
    '/rekonsiliasi',
  );
  const sheets = await sheetsOf(world, agus.sees('hasil-hasil-bank.xlsx').file);
  agus.looksAway();
  const mended = (sheets['Tidak cocok'] ?? []).map((row) =>
    row.map((cell) => (cell === '350000' ? '500000' : cell)),
  );
  await agus.sendsFile('betul.csv', csv(...mended), '/rekonsiliasi');
  agus.looksAway();
  await agus.taps('Terapkan 1 perubahan');
  agus.looksAway();
  expect(await monthsOfApril(world)).toContain('Rina HELD 2024-05-20 Gagal');
});

it('says that a column NOREK is dropped, and takes "Nama Rekening" for the name', async () => {
  const { agus } = await awaitingCity();
  const text = [
    'NO|NAMA REKENING|NOREK|NOMINAL|STATUS|KET',
    '1|SITI AMINAH|0101234567890|500000.00|Sukses|Insentif April 2024',
  ].join('\n');
  await agus.sendsFile('hasil april 2024.txt', Buffer.from(text), '/rekonsiliasi');
  agus.sees('hasil-hasil april 2024.xlsx');
  const card = agus.sees('Dibayar: 1 orang').text;
  expect(card).toContain('Data pribadi tidak disimpan: kolom NOREK.');
  expect(card).not.toContain('NAMA REKENING');
});

it('shows who may be meant where a name alone does not say it, and takes the choice', async () => {
  const { world, agus } = await awaitingCity();
  const other = await world.onRoster({ name: 'Wati', kelurahan: 'Bugel', phone: '+6281234567899' });
  await listed(world, other, april, 'PROCESSED');
  await agus.sendsFile(
    'hasil.csv',
    csv(
      bankHeader,
      ['', 'Siti Aminah', '', 'April 2024', '500000', 'Sukses', '17/05/2024', ''],
      ['', 'Wati', '', 'April 2024', '500000', 'Gagal', '17/05/2024', 'Rekening tutup'],
      ['', 'Hantu', '', 'April 2024', '500000', 'Sukses', '', ''],
    ),
    '/rekonsiliasi',
  );
  agus.sees('hasil-hasil.xlsx');
  const card = agus.sees('Hasil periksa: hasil.csv').text;
  expect(card).toContain('Tidak cocok: 2 baris');
  expect(card).toContain('1 orang di berkas belum pasti siapa');
  await agus.taps('Pilih orangnya (1)');
  expect(agus.sees('Siapa yang dimaksud?').text).toContain('baris 3: Wati');
  expect(agus.buttons.slice(0, 2)).toEqual([
    'Wati · Kelurahan Cimone · 0812-••••-7803',
    'Wati · Kelurahan Bugel · 0812-••••-7899',
  ]);
  await agus.taps('Kelurahan Bugel');
  const chosen = agus.sees('Semua sudah dipilih').text;
  expect(chosen).toContain('Gagal: 1 orang');
  expect(chosen).toContain('Tidak cocok: 1 baris');
  await agus.taps('Terapkan 2 perubahan');
  agus.sees('1 orang menjadi ditransfer, 1 orang menjadi ditunda');
  agus.looksAway();
  const watis = (await monthsOfApril(world)).filter((line) => line.startsWith('Wati'));
  expect(watis.sort()).toEqual([
    'Wati HELD 2024-05-17 Rekening tutup',
    'Wati VERIFIED 2024-05-02 null',
  ]);
});
