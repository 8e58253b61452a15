import { expect, it } from 'vitest';
import { ensureStandingAmounts } from '../../src/features/incentive/standing-amounts.ts';
import { startWorld, type World } from '../support/world.ts';

type Status = 'PROPOSED' | 'VERIFIED' | 'PROCESSED' | 'TRANSFERRED' | 'HELD' | 'REJECTED';

/** Records a month of somebody, with the statuses it went through: `['TRANSFERRED', '2024-05-03']`. */
async function recorded(
  world: World,
  name: string,
  period: string,
  past: [Status, (string | null)?][],
  { amount = 500_000, note = null }: { amount?: number; note?: string | null } = {},
): Promise<void> {
  const { id: kaderId } = await world.db.kader.findFirstOrThrow({ where: { name } });
  const records = past.map(([status, statusDate = null]) => ({ amount, status, statusDate, note }));
  const last = records.at(-1);
  if (last === undefined) throw new Error('a month has at least one status');
  const now = world.clock.now();
  await world.db.incentive.create({ data: { kaderId, period, ...last, updatedAt: now } });
  await world.db.incentiveChange.createMany({
    data: records.map((after) => ({ kaderId, period, after, toStatus: after.status, at: now })),
  });
}

async function city() {
  const world = await startWorld({ at: '2024-05-20T08:00' });
  await ensureStandingAmounts(world.db, '36.71');
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  return { world, siti };
}

it('shows this month and the last twelve, each with amount, status and day', async () => {
  const { world, siti } = await city();
  await recorded(world, 'Siti Aminah', '2024-05', [['PROPOSED'], ['PROCESSED', '2024-05-13']]);
  await recorded(world, 'Siti Aminah', '2024-04', [['TRANSFERRED', '2024-05-03']]);
  await recorded(world, 'Siti Aminah', '2024-03', [['HELD', '2024-04-02']], {
    note: 'SK belum ditandatangani',
  });
  await recorded(world, 'Siti Aminah', '2023-12', [['TRANSFERRED', '2024-01-04']]);
  await recorded(world, 'Siti Aminah', '2023-05', [['VERIFIED']]);
  await recorded(world, 'Siti Aminah', '2023-04', [['TRANSFERRED', '2023-05-04']]);

  await siti.says('/insentif');
  const card = siti.sees('Insentif Siti Aminah');
  expect(card.text).toBe(
    [
      '💰 Insentif Siti Aminah',
      '',
      'Mei 2024 (bulan ini)',
      '🔄 Rp500.000, diproses sejak 13 Mei 2024.',
      'Surat pembayaran (SPM dan SP2D) sedang dibuat. Setelah itu bank mengirim uangnya ke rekening Bapak/Ibu.',
      '',
      '12 bulan sebelumnya',
      '✅ Apr 2024 · Rp500.000 · ditransfer 3 Mei',
      '⏸ Mar 2024 · Rp500.000 · ditunda 2 Apr',
      'Alasan: SK belum ditandatangani',
      '▫️ Jan 2024 – Feb 2024: belum ada daftar dari Dinsos',
      '✅ Des 2023 · Rp500.000 · ditransfer 4 Jan 2024',
      '▫️ Jun 2023 – Nov 2023: belum ada daftar dari Dinsos',
      '🔎 Mei 2023 · Rp500.000 · diverifikasi',
      '',
      'Sudah ditransfer: Rp1.000.000 (2 bulan)',
      'Diverifikasi: Rp500.000 (1 bulan)',
      'Ditunda: Rp500.000 (1 bulan)',
      '',
      'Menurut data Dinsos per 20 Mei 2024.',
    ].join('\n'),
  );
  expect(card.buttons.flat().map(({ text }) => text)).toEqual([
    'Rincian bulan ini',
    'Tahun 2024',
    'Tahun 2023',
  ]);
  await siti.taps('Tahun 2023');
  expect(siti.sees('Tahun 2023').text).toContain('✅ Apr 2023 · Rp500.000 · ditransfer 4 Mei');
  await siti.taps('Apr 2023');
  siti.sees('April 2023: Rp500.000');
  await siti.taps('Ringkasan');
  siti.sees('12 bulan sebelumnya');
});

it('tells the way of one month, and what comes next', async () => {
  const { world, siti } = await city();
  await recorded(world, 'Siti Aminah', '2024-04', [
    ['PROPOSED', '2024-04-01'],
    ['VERIFIED', '2024-04-10'],
    ['PROCESSED'],
    ['TRANSFERRED', '2024-05-03'],
  ]);
  await siti.says('/insentif april 2024');
  expect(siti.sees('April 2024').text).toContain(
    [
      'April 2024: Rp500.000',
      '',
      '✅ Diusulkan, 1 April 2024',
      '✅ Diverifikasi Dinsos, 10 April 2024',
      '✅ Diproses (SPM/SP2D)',
      '✅ Ditransfer ke rekening, 3 Mei 2024',
      '',
      'Uangnya sudah dikirim ke rekening Bapak/Ibu.',
    ].join('\n'),
  );
});

it('shows how far a month has come also where it has no history', async () => {
  const { world, siti } = await city();
  await recorded(world, 'Siti Aminah', '2024-04', [['TRANSFERRED', '2024-05-03']]);
  await world.db.incentiveChange.deleteMany();
  await siti.says('/insentif april 2024');
  expect(siti.sees('April 2024').text).toContain(
    '✅ Diproses (SPM/SP2D)\n✅ Ditransfer ke rekening, 3 Mei 2024',
  );
});

it('says why a month is held, and that an amount is not the usual one', async () => {
  const { world, siti } = await city();
  const held: [Status, string?][] = [
    ['PROPOSED', '2024-03-01'],
    ['HELD', '2024-04-02'],
  ];
  await recorded(world, 'Siti Aminah', '2024-03', held, { amount: 350_000, note: 'Nama <salah>' });
  await siti.says('/insentif maret');
  const { text } = siti.sees('Maret 2024');
  expect(text).toContain('Besaran yang berlaku bulan itu Rp500.000.');
  expect(text).toContain('✅ Diusulkan, 1 Maret 2024\n⬜ Diverifikasi Dinsos');
  expect(text).toContain('⏸ Ditunda sejak 2 April 2024\nAlasan: Nama <salah>');
});

it('says plainly what is not known of a month', async () => {
  const { world, siti } = await city();
  await world.onRoster({ name: 'Rekan', kelurahan: 'Bugel' });
  await recorded(world, 'Rekan', '2024-01', [['TRANSFERRED']]);
  await recorded(world, 'Rekan', '2024-03', [['TRANSFERRED']]);
  await recorded(world, 'Siti Aminah', '2024-02', [['TRANSFERRED']]);
  for (const [asked, answer] of [
    ['april 2024', 'Daftar bulan ini belum masuk dari Dinsos'],
    ['maret 2024', 'nama Bapak/Ibu tidak tercantum'],
    ['januari 2024', 'belum tercatat sebagai penerima'],
    ['januari 2016', 'Waktu itu insentif belum ada'],
    ['bulan depan', 'belum waktunya'],
  ] as const) {
    await siti.says(`/insentif ${asked}`);
    siti.sees(answer);
  }
});

it('understands years, quarters and long spans; asks where it understands nothing', async () => {
  const { world, siti } = await city();
  await recorded(world, 'Siti Aminah', '2019-02', [['TRANSFERRED', '2019-03-01']], {
    amount: 350_000,
  });
  await recorded(world, 'Siti Aminah', '2024-02', [['TRANSFERRED', '2024-03-01']]);
  await siti.says('/insentif 2019');
  const year = siti.sees('Tahun 2019');
  expect(year.text).toContain('✅ Feb 2019 · Rp350.000 · ditransfer 1 Mar');
  expect(year.text).toContain('▫️ Mar 2019 – Des 2019: belum ada daftar dari Dinsos');
  await siti.says('/insentif tw 1');
  siti.sees('Januari 2024 sampai Maret 2024');
  await siti.says('/insentif 2018 - 2024');
  const years = siti.sees('Tahun 2019: Rp350.000 ditransfer (1 bulan)');
  expect(years.text).toContain('Tahun 2021: belum ada yang ditransfer');
  await siti.says('/insentif kapan-kapan');
  siti.sees('bulan apa yang Bapak/Ibu maksud?');
  await siti.taps('Tahun 2024');
  expect(siti.sees('Tahun 2024').text).not.toContain('Jun 2024');
});

it('shows nobody the months of somebody else, and nothing to whoever is not registered', async () => {
  const { world, siti } = await city();
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Bugel' });
  await recorded(world, 'Siti Aminah', '2024-04', [['TRANSFERRED', '2024-05-03']]);
  await budi.says('/insentif');
  expect(budi.sees('Insentif Budi').text).toContain('Belum ada data insentif atas nama Bapak/Ibu.');
  await budi.says('💰 Insentif');
  budi.sees('Belum ada data insentif');
  const agus = await world.officer('Agus', 'STAFF');
  await agus.says('/insentif');
  agus.sees('Bagian ini untuk kader');
  siti.seesNothing();
});

it('a TKSK is not told an amount nobody knows', async () => {
  const { world } = await city();
  const dedi = await world.registered({ name: 'Dedi', jabatan: 'TKSK', kecamatan: 'Ciledug' });
  await recorded(world, 'Dedi', '2024-04', [['TRANSFERRED', '2024-05-03']], { amount: 900_000 });
  await dedi.says('/insentif april');
  const { text } = dedi.sees('April 2024: Rp900.000');
  expect(text).not.toContain('Besaran');
});

it('staff see the standing amounts and add one; nobody else does', async () => {
  const { world, siti } = await city();
  const agus = await world.officer('Agus', 'STAFF');
  await siti.says('/besaran');
  siti.sees('hanya untuk petugas Dinsos');
  await agus.says('/besaran');
  const list = agus.sees('Besaran per bulan');
  expect(list.text).toContain(
    'PSM, mulai Januari 2017: Rp350.000 (Insentif, Pemerintah Kota Tangerang)',
  );
  expect(list.text).toContain(
    'PSM, mulai Januari 2020: Rp500.000 (Insentif, Pemerintah Kota Tangerang)',
  );
  expect(list.text).not.toContain('TKSK, mulai');

  await agus.says('/besaran PSM 2025-01 600000');
  agus.sees('Sebelumnya Rp500.000 sejak Januari 2020');
  await agus.says('ya simpan');
  agus.sees('Tekan Simpan atau Batal');
  await agus.tapsAtOnce('Simpan', 2);
  agus.sees('Besaran disimpan');
  agus.sees('PSM, mulai Januari 2025: Rp600.000');
  agus.sees('Tidak ada besaran yang menunggu disimpan');
  const [deed] = await world.db.auditEntry.findMany({ where: { action: 'rate.put' } });
  expect(deed).toMatchObject({ subject: 'rate:PSM:2025-01', after: { amount: 600_000 } });
});

it('asks who pays an amount that is the first of its kind, and takes slips for slips', async () => {
  const { world } = await city();
  const agus = await world.officer('Agus', 'STAFF');
  for (const [typed, answer] of [
    ['TKSK 2024-01 1000000', 'Siapa yang membayar?'],
    ['PSM 2052-01 600000', 'Bulan mulainya tidak terbaca'],
    ['PSM 2025-01 600', 'Jumlahnya tidak wajar'],
    ['RT 2025-01 600000', 'Jabatannya PSM atau TKSK'],
    ['naikkan dong', 'Tulis jabatan, bulan mulai, lalu jumlahnya'],
  ] as const) {
    await agus.says(`/besaran ${typed}`);
    agus.sees(answer);
  }
  await agus.says('/besaran TKSK Januari 2024 Rp1.000.000 Kementerian Sosial / Tali asih');
  agus.sees('Tali asih, dibayar Kementerian Sosial');
  await agus.taps('Batal');
  agus.sees('tidak disimpan');
  expect(await world.db.incentiveRate.count()).toBe(2);
});
