import { expect, it } from 'vitest';
import { ensureStandingAmounts } from '../../src/features/incentive/standing-amounts.ts';
import { csv, sheetsOf } from '../support/table-file.ts';
import { workbook } from '../support/workbook.ts';
import { startWorld, type World } from '../support/world.ts';

const header = ['no_hp', 'nama', 'periode', 'jumlah', 'status', 'tanggal', 'keterangan'];

async function city() {
  const world = await startWorld({ at: '2024-05-20T08:00' });
  await ensureStandingAmounts(world.db, '36.71');
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({
    name: 'Siti Aminah',
    kelurahan: 'Cimone',
    phone: '+6281234567801',
  });
  await world.onRoster({ name: 'Budi', kelurahan: 'Gondrong', phone: '+6281234567802' });
  return { world, agus, siti };
}

async function monthsOf(world: World): Promise<string[]> {
  const months = await world.db.incentive.findMany({
    include: { kader: true },
    orderBy: [{ kader: { name: 'asc' } }, { period: 'asc' }],
  });
  return months.map(
    ({ kader, period, amount, status, statusDate, note }) =>
      `${kader.name} ${period} ${amount} ${status} ${statusDate} ${note}`,
  );
}

it('takes a list of payments in; the same file again changes nothing; every change is kept', async () => {
  const { world, agus, siti } = await city();
  await agus.sendsFile(
    'april.csv',
    csv(
      header,
      ['081234567801', 'Siti Aminah', '2024-04', 'Rp 500.000,-', 'diproses', '22/04/2024', ''],
      ['81234567802', 'BUDI', 'April 2024', '500000', 'Ditunda', '', 'SK belum terbit'],
      ['', 'Hantu', 'April 2024', '500000', 'diproses', '', ''],
    ),
    '/impor insentif',
  );
  const details = await sheetsOf(world, agus.sees('hasil-april.xlsx').file);
  const card = agus.sees('Hasil periksa: april.csv');
  for (const words of [
    'Baru: 2 data bulanan',
    'Ditolak: 1 baris',
    'diproses: 1 data, Rp500.000',
    'ditunda: 1 data, Rp500.000',
    '1 orang di berkas belum terdaftar di bot',
    'Siti Aminah, April 2024: Rp500.000 diproses',
    'Baris 4 (Hantu): Tidak ada di daftar kader.',
  ])
    expect(card.text).toContain(words);
  expect(Object.keys(details)).toEqual(['Perlu diperbaiki', 'Baru', 'Belum terdaftar di bot']);
  await agus.taps('Terapkan 2 perubahan');
  agus.sees('Sudah diterapkan');
  agus.sees('Pemberitahuan');
  expect(await monthsOf(world)).toEqual([
    'Budi 2024-04 500000 HELD null SK belum terbit',
    'Siti Aminah 2024-04 500000 PROCESSED 2024-04-22 null',
  ]);

  const may = csv(
    header,
    ['081234567801', 'Siti Aminah', 'April 2024', '', 'sudah cair', '3 Mei 2024', ''],
    ['081234567802', 'Budi', 'April 2024', '350.000', 'diproses', '', ''],
  );
  await agus.sendsFile('mei.csv', may, '/impor insentif');
  agus.sees('hasil-mei.xlsx');
  const changes = agus.sees('Berubah: 2 data bulanan').text;
  expect(changes).toContain(
    'Siti Aminah, April 2024: status diproses → ditransfer; tanggal 22 April 2024 → 3 Mei 2024',
  );
  expect(changes).toContain(
    'Budi, April 2024: jumlah Rp500.000 → Rp350.000; status ditunda → diproses; keterangan SK belum terbit → -',
  );
  expect(changes).toContain('1 data berbeda dari besaran yang berlaku');
  await agus.taps('Terapkan 2 perubahan');
  agus.sees('Sudah diterapkan');
  agus.sees('Pemberitahuan');
  expect(await monthsOf(world)).toEqual([
    'Budi 2024-04 350000 PROCESSED null null',
    'Siti Aminah 2024-04 500000 TRANSFERRED 2024-05-03 null',
  ]);

  await agus.sendsFile('mei.csv', may, '/impor insentif');
  agus.sees('hasil-mei.xlsx');
  const again = agus.sees('Tidak ada yang perlu diubah');
  expect(again.text).toContain('Berkas yang sama sudah diterapkan oleh Agus');

  const history = await world.db.incentiveChange.findMany({
    where: { kader: { name: 'Siti Aminah' } },
    orderBy: { id: 'asc' },
  });
  expect(history).toMatchObject([
    { before: null, after: { status: 'PROCESSED' } },
    { before: { status: 'PROCESSED' }, after: { status: 'TRANSFERRED' } },
  ]);
  expect(new Set(history.map(({ importId }) => importId)).size).toBe(2);

  await siti.says('/insentif april');
  expect(siti.sees('April 2024').text).toContain(
    '✅ Diproses (SPM/SP2D), 22 April 2024\n✅ Ditransfer ke rekening, 3 Mei 2024',
  );
});

it('refuses whoever is not meant for sure, and names who may be', async () => {
  const { world, agus } = await city();
  await world.onRoster({ name: 'Wati', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Wati', kelurahan: 'Pinang' });
  await agus.sendsFile(
    'april.csv',
    csv(
      [...header, 'kelurahan'],
      ['081234567801', 'Budi', 'April 2024', '500000', 'diproses', '', '', ''],
      ['081299999999', 'Budi', 'April 2024', '500000', 'diproses', '', '', ''],
      ['', 'Wati', 'April 2024', '500000', 'diproses', '', '', ''],
      ['', 'Wati', 'April 2024', '500000', 'diproses', '', '', 'Bugel'],
      ['', 'Siti Aminh', 'April 2024', '500000', 'diproses', '', '', 'Cimone'],
    ),
    '/impor insentif',
  );
  agus.looksAway();
  const details = agus.message('hasil-april.xlsx').file;
  const refused = (await sheetsOf(world, details))['Perlu diperbaiki']?.slice(1);
  expect(refused?.map((row) => [row[0], row.at(-2), row.at(-1)])).toEqual([
    [
      '2',
      'Nomor HP ini milik Siti Aminah, PSM Kelurahan Cimone',
      'Samakan namanya dengan daftar kader, atau perbaiki nomornya.',
    ],
    [
      '3',
      'Nomor HP-nya tidak sama dengan di daftar kader; mungkin Budi, PSM Kelurahan Gondrong',
      'Perbaiki nomornya, atau tambahkan kolom kelurahan.',
    ],
    [
      '4',
      'Ada beberapa orang dengan nama itu: Wati, PSM Kelurahan Bugel; Wati, PSM Kelurahan Pinang',
      'Isi nomor HP atau kelurahannya.',
    ],
    [
      '6',
      'Tidak ada di daftar kader',
      'Mungkin Siti Aminah, PSM Kelurahan Cimone? Kalau benar, samakan nama dan wilayahnya.',
    ],
  ]);
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await monthsOf(world)).toEqual(['Wati 2024-04 500000 PROCESSED null null']);
});

it('reads an office workbook: titles, a column per month, totals, signatures; drops NIK and accounts', async () => {
  const { world, agus } = await city();
  await agus.sendsFile(
    'rekap.xlsx',
    workbook([
      {
        name: 'PSM',
        rows: [
          ['DAFTAR PENERIMA INSENTIF PSM TAHUN 2024', null, null, null, null, null, null],
          ['STATUS : DITRANSFER', null, null, null, null, null, null],
          [],
          ['No', 'Nama', 'NIK', 'No. Rekening', 'Kelurahan', 'Januari', 'Februari'],
          [
            1,
            'Siti Aminah',
            '3671012345670001',
            '0101234567890',
            'Cimone',
            500_000,
            'Rp 500.000,-',
          ],
          [2, 'Budi', '3671012345670002', '0101234567891', 'Gondrong', 500_000, '-'],
          [null, 'JUMLAH', null, null, null, 1_000_000, 500_000],
          [],
          [null, 'Tangerang, 3 Mei 2024', null, null, null, null, null],
        ],
      },
    ]),
    '/impor insentif',
  );
  agus.sees('hasil-rekap.xlsx');
  const card = agus.sees('Baru: 3 data bulanan').text;
  expect(card).toContain('🔒 Data pribadi tidak disimpan: kolom NIK, No. Rekening.');
  expect(card).toContain('ditransfer: 3 data, Rp1.500.000');
  const kept = JSON.stringify([
    await world.db.importFile.findMany(),
    await world.db.importRows.findMany(),
  ]);
  expect(kept).not.toMatch(/3671012345670001|0101234567890/);
  await agus.taps('Terapkan 3 perubahan');
  agus.sees('Sudah diterapkan');
  agus.sees('Pemberitahuan');
  expect(await monthsOf(world)).toEqual([
    'Budi 2024-01 500000 TRANSFERRED null null',
    'Siti Aminah 2024-01 500000 TRANSFERRED null null',
    'Siti Aminah 2024-02 500000 TRANSFERRED null null',
  ]);
});

it('warns before money goes back, and hides long numbers in remarks', async () => {
  const { world, agus } = await city();
  const send = async (status: string, note: string) => {
    await agus.sendsFile(
      'april.csv',
      csv(header, ['081234567801', 'Siti Aminah', 'April 2024', 500_000, status, '', note]),
      '/impor insentif',
    );
    agus.sees('hasil-april.xlsx');
    return agus.sees('Hasil periksa').text;
  };
  expect(await send('ditransfer', 'ke rek 0101234567890')).toContain(
    'Nomor panjang di keterangan disamarkan pada 1 data',
  );
  await agus.taps('Terapkan');
  agus.sees('Sudah diterapkan');
  agus.sees('Pemberitahuan');
  expect(await monthsOf(world)).toEqual([
    'Siti Aminah 2024-04 500000 TRANSFERRED null ke rek ••••7890',
  ]);
  expect(await send('ditolak', '')).toContain(
    '1 data sudah ditransfer, tetapi di berkas ini statusnya mundur',
  );
});

it('all or nothing: a list that cannot be written whole leaves nothing behind', async () => {
  const { world, agus } = await city();
  await agus.sendsFile(
    'april.csv',
    csv(
      header,
      ['081234567801', 'Siti Aminah', 'April 2024', 500_000, 'diproses', '', ''],
      ['081234567802', 'Budi', 'April 2024', 500_000, 'diproses', '', ''],
    ),
    '/impor insentif',
  );
  agus.looksAway();
  await failOnHistory(world);
  await agus.taps('Terapkan');
  agus.sees('ada gangguan');
  expect(await world.db.incentive.count()).toBe(0);
  expect(await world.db.importFile.count({ where: { status: 'PREVIEWED' } })).toBe(1);
});

/** Lets the database refuse the history, which is written after the months. */
async function failOnHistory(world: World): Promise<void> {
  await world.db.$executeRawUnsafe('ALTER TABLE "IncentiveChange" RENAME TO "IncentiveChangeGone"');
}

it('explains itself, with an empty table', async () => {
  const { world, agus } = await city();
  await agus.says('/impor insentif');
  agus.sees('diusulkan, diverifikasi, diproses, ditransfer, ditunda, atau ditolak');
  expect(await sheetsOf(world, agus.sees('contoh-insentif.xlsx').file)).toEqual({
    insentif: [header],
  });
  await agus.sendsFile('tanpa-status.csv', csv(['nama', 'jumlah', 'periode'], ['Budi', 1, 'Mei']));
  agus.sees('Kolom status tidak ditemukan');
});
