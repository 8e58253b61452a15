import { expect, it } from 'vitest';
import { sheetsOf } from '../support/table-file.ts';
import { startWorld, type World } from '../support/world.ts';

type Status = 'PROPOSED' | 'VERIFIED' | 'PROCESSED' | 'TRANSFERRED' | 'HELD' | 'REJECTED';

async function paid(
  world: World,
  kaderId: number,
  months: Record<string, Status>,
  amount = 500_000,
): Promise<void> {
  await world.db.incentive.createMany({
    data: Object.entries(months).map(([period, status]) => ({
      kaderId,
      period,
      amount,
      status,
      updatedAt: world.clock.now(),
      ...(status === 'HELD' ? { note: 'SK belum terbit' } : {}),
    })),
  });
}

async function city() {
  const world = await startWorld({ at: '2024-05-20T08:00' });
  const agus = await world.officer('Agus', 'STAFF');
  const people: [string, string, Status][] = [
    ['Siti', 'Cimone', 'TRANSFERRED'],
    ['Ani', 'Cimone', 'HELD'],
    ['Wati', 'Bugel', 'PROCESSED'],
    ['Budi', 'Gondrong', 'TRANSFERRED'],
  ];
  for (const [name, kelurahan, status] of people) {
    const id = await world.onRoster({ name, kelurahan });
    await paid(world, id, { '2024-04': status, '2024-02': 'TRANSFERRED' });
  }
  const tksk = await world.onRoster({ name: 'Dedi', jabatan: 'TKSK', kecamatan: 'Karawaci' });
  await paid(world, tksk, { '2024-04': 'REJECTED' }, 1_000_000);
  return { world, agus };
}

it('shows how many and how much in each status: by month, by kecamatan, by kelurahan', async () => {
  const { agus } = await city();
  await agus.says('/laporaninsentif');
  const months = agus.sees('Laporan insentif').text;
  expect(months).toContain('Apr 2024 · 5 orang · Rp3.000.000');
  expect(months).toContain('🔄 1  ✅ 2  ⏸ 1  ❌ 1');
  expect(months).toContain('Mar 2024 · belum ada daftar');
  expect(agus.buttons).toEqual(['Apr 2024', 'Feb 2024']);

  await agus.taps('Apr 2024');
  const april = agus.sees('Insentif April 2024').text;
  expect(april).toContain('Seluruh kota, per Senin, 20 Mei 2024 pukul 08.00 WIB');
  expect(april).toContain('5 orang, Rp3.000.000');
  expect(april).toContain('✅ ditransfer: 2 orang, Rp1.000.000');
  expect(april).toContain('⏸ ditunda: 1 orang, Rp500.000');
  expect(april).toMatch(
    /Kecamatan +Jml Cair Jln Stp\nCipondoh +1 +1 +0 +0\nKarawaci +4 +1 +1 +2\nJumlah +5 +2 +1 +2/,
  );

  await agus.taps('Karawaci');
  const karawaci = agus.sees('Kecamatan Karawaci').text;
  expect(karawaci).toMatch(/TKSK +1 +0 +0 +1\nCimone +2 +1 +0 +1\nBugel +1 +0 +1 +0/);
  await agus.taps('Semua wilayah');
  agus.sees('Seluruh kota');
  await agus.taps('Bulan lain');
  agus.sees('Laporan insentif');
});

it('hands out a chart and a workbook', async () => {
  const { world, agus } = await city();
  await agus.says('/laporaninsentif');
  await agus.taps('Apr 2024');
  await agus.taps('Grafik');
  agus.looksAway();
  const chart = agus.message('Insentif April 2024, Seluruh kota').file;
  const bytes = world.simulator.fileBytes(chart?.fileId ?? '');
  expect(Buffer.from(bytes).subarray(1, 4).toString()).toBe('PNG');

  await agus.taps('Unduh XLSX');
  const sheets = await sheetsOf(world, agus.sees('laporan-insentif-2024-04.xlsx').file);
  expect(Object.keys(sheets)).toEqual(['Per kecamatan', 'Per kelurahan', 'Per orang']);
  const [titles = [], cipondoh = [], karawaci = []] = sheets['Per kecamatan'] ?? [];
  const row = (cells: string[]) =>
    Object.fromEntries(titles.map((title, at) => [title, cells[at]]));
  expect(row(cipondoh)).toMatchObject({ Kecamatan: 'Cipondoh', 'Jumlah (Rp)': '500000' });
  expect(row(karawaci)).toMatchObject({
    Kecamatan: 'Karawaci',
    'Jumlah (orang)': '4',
    'ditunda (orang)': '1',
    'ditunda (Rp)': '500000',
    'ditolak (Rp)': '1000000',
    'diusulkan (orang)': '0',
  });
  expect(sheets['Per kelurahan']?.map((cells) => cells.slice(0, 3))).toContainEqual([
    'Karawaci',
    'TKSK',
    '1',
  ]);
  expect(sheets['Per orang']).toContainEqual([
    'Karawaci',
    'Cimone',
    'Ani',
    'PSM',
    '500000',
    'ditunda',
    '',
    'SK belum terbit',
  ]);
});

it('shows coordinators their own area only, also behind a button that is not theirs', async () => {
  const { world } = await city();
  const rina = await world.officer('Rina', 'COORDINATOR', { kelurahan: 'Cimone' });
  const dodi = await world.officer('Dodi', 'COORDINATOR');
  await rina.says('/laporaninsentif');
  expect(rina.sees('Wilayah Bapak/Ibu').text).toContain('Apr 2024 · 2 orang · Rp1.000.000');
  await rina.taps('Apr 2024');
  const april = rina.sees('Insentif April 2024');
  expect(april.text).toMatch(/Cimone +2 +1 +0 +1/);
  expect(april.text).not.toContain('Bugel');
  await rina.taps('Unduh XLSX');
  const sheets = await sheetsOf(world, rina.sees('laporan-insentif-2024-04.xlsx').file);
  expect(sheets['Per orang']?.slice(1).map(([, , name]) => name)).toEqual(['Ani', 'Siti']);

  await dodi.says('/laporaninsentif');
  dodi.sees('Apr 2024 · 5 orang');
  await dodi.taps('Apr 2024');
  dodi.sees('Insentif April 2024');
  await world.db.grant.updateMany({
    where: { kecamatanCode: null, role: 'COORDINATOR' },
    data: world.area({ kecamatan: 'Cipondoh' }),
  });
  await dodi.taps('Karawaci');
  dodi.sees('Untuk April 2024 belum ada daftar insentif (Kecamatan Karawaci)');
  await dodi.taps('Semua wilayah');
  expect(dodi.sees('Wilayah Bapak/Ibu').text).toMatch(/Gondrong +1 +1 +0 +0/);
});

it('says what is the case where there is nothing, also behind a button of a month taken back', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.says('/laporaninsentif');
  agus.sees('Belum ada daftar insentif');
  await paid(world, await world.onRoster({ name: 'Siti', kelurahan: 'Cimone' }), {
    '2024-04': 'PROPOSED',
  });
  await agus.says('/laporaninsentif');
  agus.sees('Apr 2024 · 1 orang');
  await agus.taps('Apr 2024');
  agus.sees('diusulkan: 1 orang');
  await world.db.incentive.deleteMany();
  for (const button of ['Grafik', 'Unduh XLSX', 'Perbarui']) {
    await agus.taps(button, /diusulkan: 1 orang/);
    agus.sees('Untuk April 2024 belum ada daftar insentif (Seluruh kota)');
  }
  const siti = await world.registered({ name: 'Tuti', kelurahan: 'Cimone' });
  await siti.says('/laporaninsentif');
  siti.sees('hanya untuk koordinator dan petugas Dinsos');
});

it('turns pages over many years, and adds up more than a database integer holds', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  for (let at = 0; at < 30; at += 1) {
    const id = await world.onRoster({ name: `Kader ${at}`, kelurahan: 'Cimone' });
    await paid(world, id, { '2020-01': 'TRANSFERRED', '2024-05': 'TRANSFERRED' }, 99_000_000);
  }
  await agus.says('/laporaninsentif');
  expect(agus.sees('Mei 2024').text).toContain('30 orang · Rp2.970.000.000');
  expect(agus.buttons).toEqual(['Mei 2024', '◀️ Lebih lama']);
  for (let page = 0; page < 4; page += 1) await agus.taps('Lebih lama');
  expect(agus.sees('Jan 2020').text).toContain('Mei 2020 · belum ada daftar');
  expect(agus.buttons).toEqual(['Jan 2020', 'Lebih baru ▶️']);
  await agus.taps('Jan 2020');
  agus.sees('ditransfer: 30 orang, Rp2.970.000.000');
});
