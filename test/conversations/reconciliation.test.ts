import { expect, it } from 'vitest';
import { csv, sheetsOf } from '../support/table-file.ts';
import { workbook } from '../support/workbook.ts';
import { startWorld, type World, type WorldOptions } from '../support/world.ts';

type Status = 'PROPOSED' | 'VERIFIED' | 'PROCESSED' | 'TRANSFERRED' | 'HELD' | 'REJECTED';

const header = ['no_hp', 'nama', 'kelurahan', 'periode', 'jumlah', 'hasil', 'tanggal', 'alasan'];
const april = '2024-04';

/** On our list of April: Siti, Budi, Wati and Rina on their way to the bank, Ani paid, Edi rejected; Joko is on none. */
async function city(options: WorldOptions = {}) {
  const world = await startWorld({ at: '2024-05-20T08:00', ...options });
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({
    name: 'Siti Aminah',
    kelurahan: 'Cimone',
    phone: '+6281234567801',
  });
  const people: [string, string, Status | null][] = [
    ['Budi', '+6281234567802', 'PROCESSED'],
    ['Wati', '+6281234567803', 'VERIFIED'],
    ['Rina', '+6281234567804', 'PROCESSED'],
    ['Ani', '+6281234567805', 'TRANSFERRED'],
    ['Edi', '+6281234567806', 'REJECTED'],
    ['Joko', '+6281234567807', null],
  ];
  const { id: sitiId } = await world.db.kader.findFirstOrThrow({ where: { name: 'Siti Aminah' } });
  await listed(world, sitiId, april, 'PROCESSED');
  for (const [name, phone, status] of people) {
    const id = await world.onRoster({ name, kelurahan: 'Cimone', phone });
    if (status !== null) await listed(world, id, april, status);
  }
  return { world, agus, siti };
}

async function listed(world: World, kaderId: number, period: string, status: Status) {
  await world.db.incentive.create({
    data: {
      kaderId,
      period,
      amount: 500_000,
      status,
      statusDate: '2024-05-02',
      updatedAt: world.clock.now(),
    },
  });
}

async function months(world: World): Promise<string[]> {
  const rows = await world.db.incentive.findMany({
    where: { period: april },
    include: { kader: true },
    orderBy: { kader: { name: 'asc' } },
  });
  return rows.map(
    ({ kader, status, statusDate, note }) => `${kader.name} ${status} ${statusDate} ${note}`,
  );
}

const bankFile = csv(
  header,
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
  const { world, agus } = await city();
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
  const { world, agus, siti } = await city();
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.looksAway();
  await agus.taps('Terapkan 2 perubahan');
  expect(agus.sees('Sudah diterapkan').text).toContain(
    '1 orang menjadi ditransfer, 1 orang menjadi ditunda',
  );
  expect(await months(world)).toEqual([
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

it('dates what has no date with the day it is applied, and holds for the word of the bank where it gives no reason', async () => {
  const { world, agus } = await city();
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
  expect(await months(world)).toEqual(
    expect.arrayContaining([
      'Siti Aminah TRANSFERRED 2024-05-21 null',
      'Budi HELD 2024-05-21 Ditolak bank',
    ]),
  );
});

it('takes the only month that can be meant where the file names none, and says so; else asks for it', async () => {
  const { world, agus } = await city();
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
  const { world, agus } = await city();
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
  expect(await months(world)).toContain('Siti Aminah TRANSFERRED 2024-05-17 null');
});

it('holds what the bank sent back after it was transferred, with a warning; is undone whole', async () => {
  const { world, agus } = await city();
  const file = csv(header, [
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
  expect(await months(world)).toContain('Ani HELD 2024-05-19 Rekening tutup');
  await agus.says('/impor');
  await agus.taps('Riwayat impor');
  await agus.taps('retur.csv');
  expect(agus.message('retur.csv').text).toContain('hasil transfer bank');
  await agus.taps('Batalkan impor ini');
  await agus.taps('Ya, batalkan impor ini');
  agus.looksAway();
  expect(await months(world)).toContain('Ani TRANSFERRED 2024-05-02 null');
});

it('changes nothing in a month that is locked', async () => {
  const { world, agus } = await city();
  await world.db.periodLock.create({ data: { period: april, lockedAt: world.clock.now() } });
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.sees('hasil-hasil-bank.xlsx');
  const card = agus.sees('Hasil periksa').text;
  expect(card).toContain('Tidak ada yang bisa diterapkan');
  expect(card).toContain('April 2024 sudah dikunci');
});

it('takes the rows that did not fit again, once they are mended', async () => {
  const { world, agus } = await city();
  await agus.sendsFile(
    'hasil-bank.csv',
    csv(header, ['081234567804', 'Rina', '', 'April 2024', '350000', 'Gagal', '', '']),
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
  expect(await months(world)).toContain('Rina HELD 2024-05-20 Gagal');
});

it('asks a second person where payments need one, and is applied once however often it is tapped', async () => {
  const { world, agus } = await city({ incentiveApproval: true });
  const dewi = await world.officer('Dewi', 'STAFF');
  await agus.sendsFile('hasil-bank.csv', bankFile, '/rekonsiliasi');
  agus.looksAway();
  await agus.taps('Terapkan 2 perubahan');
  agus.looksAway();
  expect(await months(world)).toContain('Siti Aminah PROCESSED 2024-05-02 null');
  expect(dewi.sees('hasil-bank.csv').text).toContain('hasil transfer bank');
  await dewi.tapsAtOnce('Terapkan', 2);
  dewi.looksAway();
  agus.looksAway();
  expect(await months(world)).toContain('Siti Aminah TRANSFERRED 2024-05-17 null');
  expect(await world.db.incentiveChange.count()).toBe(2);
});

it('is for staff', async () => {
  const { siti } = await city();
  await siti.says('/rekonsiliasi');
  siti.sees('hanya untuk petugas Dinsos');
});
