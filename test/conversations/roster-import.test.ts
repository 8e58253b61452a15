import { expect, it } from 'vitest';
import { csv, sheetsOf } from '../support/table-file.ts';
import { workbook } from '../support/workbook.ts';
import { startWorld, type World } from '../support/world.ts';

const header = ['nama', 'jabatan', 'kelurahan', 'kecamatan', 'no_hp'];

const siti = ['Siti Aminah', 'PSM', 'Cimone', 'Karawaci', '081234567801'];

async function rosterOf(world: World): Promise<string[]> {
  const people = await world.db.kader.findMany({ orderBy: { name: 'asc' } });
  return people.map(
    ({ name, jabatan, kelurahanCode, kecamatanCode, phone }) =>
      `${name} | ${jabatan} ${world.wilayah.areaName({ kelurahanCode, kecamatanCode })} | ${phone}`,
  );
}

it('takes a roster in: dry run, one tap, done; the same file again changes nothing', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await world.onRoster({ name: 'Budi Santoso', kelurahan: 'Gondrong', phone: '+6281234567802' });
  await world.onRoster({ name: 'Rina', kelurahan: 'Bugel', phone: '+6281234567803' });
  await world.onRoster({ name: 'Ujang', kelurahan: 'Pinang', phone: '+6281234567899' });
  const file = csv(
    header,
    ['HJ. SITI AMINAH, S.SOS', 'PSM', 'Cimone', 'Karawaci', '0812-3456-7801'],
    ['Budi Santoso', 'PSM', 'Gondrong', 'Cipondoh', '81234567822'],
    ['Rina', 'PSM', 'Bugel', 'Karawaci', '+62 812 3456 7803'],
    ['Dedi', 'TKSK', '', 'Ciledug', '081234567805'],
    ['Wati', 'PSM', 'Cimone', 'Karawaci', '0812'],
  );
  await agus.sendsFile('psm-2024.csv', file, '/impor kader');

  const details = await sheetsOf(world, agus.sees('hasil-psm-2024.xlsx').file);
  const card = agus.sees('Hasil periksa: psm-2024.csv');
  for (const words of [
    'Baru: 2 orang',
    'Berubah: 1 orang',
    'Tetap sama: 1 orang',
    'Ditolak: 1 baris',
    'Ada di daftar, tidak ada di berkas: 1 orang. Mereka tidak dihapus.',
    'Hj. Siti Aminah, S.Sos., PSM Kelurahan Cimone',
    'Budi Santoso: No. HP 0812-3456-7802 → 0812-3456-7822',
    'Baris 6 (Wati): Nomor HP 0812 kurang angkanya. Periksa lagi nomornya.',
    'Belum ada yang diubah.',
  ])
    expect(card.text).toContain(words);
  expect(Object.keys(details)).toEqual([
    'Perlu diperbaiki',
    'Berubah',
    'Baru',
    'Tidak ada di berkas',
  ]);
  expect(details['Perlu diperbaiki']?.[1]).toEqual([
    '6',
    'Wati',
    'PSM',
    'Cimone',
    'Karawaci',
    '0812',
    'Nomor HP 0812 kurang angkanya',
    'Periksa lagi nomornya.',
  ]);
  expect(await world.db.kader.count()).toBe(3);

  await agus.taps('Terapkan 3 perubahan');
  expect(agus.sees('Sudah diterapkan').text).toContain('1 baris yang ditolak belum masuk');
  expect(await rosterOf(world)).toEqual([
    'Budi Santoso | PSM Kelurahan Gondrong | +6281234567822',
    'Dedi | TKSK Kecamatan Ciledug | +6281234567805',
    'Hj. Siti Aminah, S.Sos. | PSM Kelurahan Cimone | +6281234567801',
    'Rina | PSM Kelurahan Bugel | +6281234567803',
    'Ujang | PSM Kelurahan Pinang | +6281234567899',
  ]);

  await agus.sendsFile('psm-2024.csv', file, '/impor kader');
  agus.sees('hasil-psm-2024.xlsx');
  const again = agus.sees('Berkas yang sama sudah diterapkan oleh Agus pada Senin, 20 Mei 2024');
  expect(again.text).toContain('Tetap sama: 4 orang');
  expect(again.text).toContain('Tidak ada yang bisa diterapkan');
  expect(again.buttons).toEqual([]);
});

it('corrects a kelurahan spelled a little wrong, derives the kecamatan, and guesses nothing', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile(
    'psm.csv',
    csv(
      header,
      ['Siti', 'PSM', 'Poris Plawad Indh', '', '081234567801'],
      ['Budi', 'PSM', 'Poris', '', '081234567802'],
      ['Wati', 'PSM', 'Cimone', 'Ciledug', '081234567803'],
    ),
    '/impor kader',
  );
  const details = await sheetsOf(world, agus.sees('hasil-psm.xlsx').file);
  const card = agus.sees('Hasil periksa');
  expect(card.text).toContain('Poris Plawad Indh → Poris Plawad Indah');
  expect(card.text).toMatch(
    /Kelurahan "Poris" tidak ada di daftar resmi\. Maksudnya Poris .* atau/,
  );
  expect(card.text).toContain('Kelurahan Cimone ada di Kecamatan Karawaci, bukan Ciledug');
  expect(details['Ejaan dibetulkan']?.[1]).toEqual([
    '2',
    'Siti',
    'Poris Plawad Indh',
    'Poris Plawad Indah',
  ]);
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await rosterOf(world)).toEqual([
    'Siti | PSM Kelurahan Poris Plawad Indah | +6281234567801',
  ]);
});

it('mended rows can be sent back in the very file the bot made', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('psm.csv', csv(header, [...siti.slice(0, 4), '0812']), '/impor kader');
  const sent = agus.sees('hasil-psm.xlsx').file;
  agus.sees('Tidak ada yang bisa diterapkan');
  const rows = (await sheetsOf(world, sent))['Perlu diperbaiki'] ?? [];
  const mended = rows.map((row) => row.map((cell) => (cell === '0812' ? '081234567801' : cell)));
  await agus.sendsFile(
    'hasil-psm.xlsx',
    workbook([{ name: 'Perlu diperbaiki', rows: mended }]),
    '/impor kader',
  );
  agus.sees('hasil-hasil-psm.xlsx');
  agus.sees('Baru: 1 orang');
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await world.db.kader.count()).toBe(1);
});

it('applies once, however often and by whomever it is tapped', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('psm.csv', csv(header, siti), '/impor kader');
  agus.sees('hasil-psm.xlsx');
  agus.sees('Baru: 1 orang');
  await agus.tapsAtOnce('Terapkan 1 perubahan', 3);
  agus.sees('sudah diterapkan oleh Agus');
  agus.looksAway();
  expect(await world.db.kader.count()).toBe(1);
  expect(await world.db.auditEntry.count({ where: { action: 'kader.import' } })).toBe(1);
  expect(await world.db.auditEntry.count({ where: { action: 'import.apply' } })).toBe(1);
  const file = await world.db.importFile.findFirstOrThrow();
  expect(file).toMatchObject({ status: 'APPLIED' });
  expect(await world.db.importRows.count()).toBe(0);
});

it('keeps who changed what, from which file', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const id = await world.onRoster({ name: 'Siti', kelurahan: 'Bugel', phone: '+6281234567801' });
  await agus.sendsFile('psm.csv', csv(header, siti), '/impor kader');
  agus.sees('hasil-psm.xlsx');
  agus.sees('Siti: Nama Siti → Siti Aminah; Wilayah Kelurahan Bugel → Kelurahan Cimone');
  await agus.taps('Terapkan');
  agus.sees('Sudah diterapkan');
  const [deed] = await world.db.auditEntry.findMany({ where: { subject: `kader:${id}` } });
  const file = await world.db.importFile.findFirstOrThrow();
  expect(deed).toMatchObject({
    action: 'kader.import',
    before: { name: 'Siti', phone: '0812-••••-7801' },
    after: { name: 'Siti Aminah', importId: file.id },
  });
  expect(deed?.accountId).toBe(file.appliedById);
});

it('does not apply what nobody has seen: when the roster has moved on, it asks again', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('psm.csv', csv(header, siti), '/impor kader');
  agus.sees('hasil-psm.xlsx');
  agus.sees('Baru: 1 orang');
  await world.onRoster({ name: 'Siti', kelurahan: 'Bugel', phone: '+6281234567801' });
  await agus.taps('Terapkan');
  agus.sees('hasil-psm.xlsx');
  expect(agus.sees('Datanya berubah sejak diperiksa').text).toContain('Berubah: 1 orang');
  await world.restart();
  await agus.taps('Terapkan 1 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await rosterOf(world)).toEqual(['Siti Aminah | PSM Kelurahan Cimone | +6281234567801']);
});

it('an old card tells what became of its file', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const dewi = await world.officer('Dewi', 'STAFF');
  for (const person of [agus, dewi]) {
    await person.sendsFile('psm.csv', csv(header, siti), '/impor kader');
    person.sees('hasil-psm.xlsx');
    person.sees('Baru: 1 orang');
  }
  await agus.taps('Terapkan');
  agus.sees('Sudah diterapkan');
  await dewi.taps('Terapkan');
  expect(dewi.sees('Datanya berubah').text).toContain('Tidak ada yang perlu diubah');

  await agus.sendsFile('b.csv', csv(header, [...siti.slice(0, 4), '081234567855']), '/impor kader');
  agus.sees('hasil-b.xlsx');
  agus.sees('Berubah: 1 orang');
  await agus.tapsAtOnce('Batal', 2);
  agus.sees('Berkas ini sudah dibatalkan');
  expect(await world.db.importRows.count()).toBe(0);
});

it('lets numbers change hands and refuses those of others', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await world.onRoster({ name: 'Siti', kelurahan: 'Cimone', phone: '+6281234567801' });
  await world.onRoster({ name: 'Budi', kelurahan: 'Cimone', phone: '+6281234567802' });
  await world.onRoster({ name: 'Ujang', kelurahan: 'Bugel', phone: '+6281234567803' });
  await agus.sendsFile(
    'psm.csv',
    csv(
      header,
      ['Siti', 'PSM', 'Cimone', '', '081234567802'],
      ['Budi', 'PSM', 'Cimone', '', '081234567801'],
      ['Wati', 'PSM', 'Cimone', '', '081234567803'],
    ),
    '/impor kader',
  );
  agus.sees('hasil-psm.xlsx');
  const card = agus.sees('Berubah: 2 orang');
  expect(card.text).toContain('Nomor HP ini di daftar milik Ujang, PSM Kelurahan Bugel');
  await agus.taps('Terapkan 2 perubahan');
  agus.sees('Sudah diterapkan');
  expect(await rosterOf(world)).toEqual([
    'Budi | PSM Kelurahan Cimone | +6281234567801',
    'Siti | PSM Kelurahan Cimone | +6281234567802',
    'Ujang | PSM Kelurahan Bugel | +6281234567803',
  ]);
});

it('whoever was imported can register with that number', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('psm.csv', csv(header, siti), '/impor kader');
  agus.looksAway();
  await agus.taps('Terapkan');
  agus.sees('Sudah diterapkan');
  const aminah = world.person({ firstName: 'Siti', phone: '+6281234567801' });
  await aminah.says('/start');
  await aminah.taps('Setuju');
  await aminah.sharesContact();
  aminah.sees('Siti Aminah');
  aminah.looksAway();
});
