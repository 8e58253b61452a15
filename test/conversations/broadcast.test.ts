import { expect, it } from 'vitest';
import { readSpreadsheet } from '../../src/platform/spreadsheet.ts';
import type { Person } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';

/** A staff member and three registered kader: two PSM in different kecamatan, one TKSK. */
async function office() {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  const budi = await world.registered({ name: 'Budi Santoso', kelurahan: 'Gondrong' });
  const tuti = await world.registered({ name: 'Tuti', jabatan: 'TKSK', kecamatan: 'Benda' });
  return { world, agus, siti, budi, tuti };
}

/** Composes a text and leaves the composer at the choice of the audience. */
async function compose(agus: Person, text: string): Promise<void> {
  await agus.says(`/siaran ${text}`);
  agus.sees(text);
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
}

it('sends an announcement to a typed kecamatan and reports the result on one card', async () => {
  const { world, agus, siti, budi } = await office();
  await world.onRoster({ name: 'Ratna', kelurahan: 'Bugel' });

  await compose(agus, 'Besok kumpul jam 8 di kantor kecamatan.');
  await agus.says('kec karawaci');
  agus.sees('Terpilih: Kecamatan Karawaci');
  await agus.taps('Lanjut');
  expect(agus.sees('Akan menerima: 1 orang').text).toContain('Tidak terjangkau: 1 orang');
  await agus.taps('Kirim sekarang');

  siti.sees('Besok kumpul jam 8');
  budi.seesNothing();
  agus.sees(/selesai dikirim[\s\S]*Terkirim: 1/);
});

it('reaches everybody with one tap, and only once when tapped twice', async () => {
  const { agus, siti, budi, tuti } = await office();
  await compose(agus, 'Selamat Hari Kesaktian Pancasila');
  await agus.taps('Semua kader');
  agus.sees('Terpilih: Semua kader');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 3 orang');
  await agus.tapsAtOnce('Kirim sekarang', 2);
  for (const kader of [siti, budi, tuti]) {
    kader.sees('Selamat Hari');
    kader.seesNothing();
  }
  agus.sees('sudah dikirim');
  agus.sees(/Terkirim: 3/);
});

it('puts an audience together from several groups by buttons', async () => {
  const { agus, siti, budi, tuti } = await office();
  await compose(agus, 'Rapat koordinasi');
  await agus.taps('TKSK');
  agus.sees('Terpilih: TKSK');
  await agus.taps('Pilih kelurahan');
  agus.sees('Kelurahan di kecamatan mana?');
  await agus.taps('Cipondoh');
  agus.sees('Kelurahan di Kecamatan Cipondoh');
  await agus.taps('Gondrong');
  agus.sees('Kelurahan di Kecamatan Cipondoh');
  await agus.taps('Kembali');
  agus.sees('Terpilih: TKSK, Kelurahan Gondrong');
  await agus.taps('Pilih kecamatan');
  agus.sees('Kecamatan mana?');
  await agus.taps('Kembali');
  agus.sees('Untuk siapa?');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 2 orang');
  await agus.taps('Kirim sekarang');
  budi.sees('Rapat koordinasi');
  tuti.sees('Rapat koordinasi');
  siti.seesNothing();
  agus.sees('Terkirim: 2');
});

it('offers what an unclear place may mean and never guesses', async () => {
  const { agus } = await office();
  await compose(agus, 'Tes');
  await agus.says('poris');
  agus.sees('bisa beberapa tempat');
  expect(agus.buttons.length).toBeGreaterThan(2);
  await agus.says('Xyzzy');
  agus.sees('tidak ada di daftar');
});

it('answers the buttons of an older card after the announcement was given up', async () => {
  const { agus } = await office();
  await compose(agus, 'Tes');
  await agus.says('cimone');
  agus.sees('Terpilih');
  await agus.taps('Batalkan');
  agus.sees('Tidak ada yang dikirim');
  await agus.taps('Semua kader');
  agus.sees('sudah dibatalkan');
});

it('copies any message staff reply to, formatting and media included', async () => {
  const { agus, siti } = await office();
  await agus.sendsFile('undangan.pdf', Buffer.from('%PDF-1.4 undangan'), 'Undangan resmi');
  agus.looksAway();
  await agus.repliesToOwn('undangan.pdf', '/siaran');
  agus.sees('undangan.pdf');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  await agus.says('cimone');
  agus.sees('Terpilih: Kelurahan Cimone');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 1 orang');
  await agus.taps('Kirim sekarang');
  expect(siti.sees('undangan.pdf').text).toBe('Undangan resmi');
  agus.sees('Terkirim: 1');
});

it('asks for the content when there is none, and takes a photo too', async () => {
  const { agus, siti } = await office();
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.sendsFile('banjir.png', onePixel, 'Waspada banjir', 'photo');
  agus.sees('Waspada banjir');
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  await agus.says('cimone');
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima');
  await agus.taps('Kirim sekarang');
  expect(siti.sees('Waspada banjir').file?.kind).toBe('photo');
  agus.sees('Terkirim: 1');
});

it('takes the longest text that Telegram lets anybody write', async () => {
  const { agus } = await office();
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.says('a'.repeat(4096));
  agus.sees(/^a+$/);
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
});

it('counts who blocked the bot, marks them unreachable and lists them with phone numbers', async () => {
  const { world, agus, siti, budi, tuti } = await office();
  await world.onRoster({ name: 'Ratna', kelurahan: 'Bugel', phone: '+6281234567890' });
  await budi.blocks();
  await compose(agus, 'Informasi');
  await agus.taps('Semua kader');
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Tidak terjangkau: 2 orang');
  await agus.taps('Kirim sekarang');
  siti.sees('Informasi');
  tuti.sees('Informasi');
  agus.sees(/Terkirim: 2/);
  await agus.taps('Yang tidak terjangkau');
  const file = agus.sees('tidak-terjangkau').file;
  const table = await rowsOf(world, file?.fileId ?? '');
  expect(table.map((row) => row[0])).toEqual(['Nama', 'Budi Santoso', 'Ratna']);
  expect(table[2]).toContain('0812-3456-7890');
});

it('says why Telegram refused, and lists whom', async () => {
  const { world, agus, siti, tuti } = await office();
  world.simulator.faults.add(
    { kind: 'refuse', code: 400, description: 'Bad Request: not enough rights to send text' },
    { methods: ['sendMessage'], chatId: siti.id },
  );
  world.simulator.faults.account(tuti.id, 'deactivated');
  await compose(agus, 'Informasi');
  await agus.says('kel cimone, kec benda');
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 2 orang');
  await agus.taps('Kirim sekarang');
  const card = agus.sees(/selesai dikirim/);
  expect(card.text).toMatch(
    /Terkirim: 0[\s\S]*tidak aktif: 1[\s\S]*Gagal: 1[\s\S]*not enough rights/,
  );
  await agus.taps('Daftar yang tidak menerima');
  const file = agus.sees('gagal-terkirim').file;
  expect((await rowsOf(world, file?.fileId ?? '')).length).toBe(3);
});

it('shows live progress on one message and stops at once', async () => {
  const world = await startWorld({ ratePerSecond: 1 });
  const agus = await world.officer('Agus', 'STAFF');
  const kader = [];
  for (let n = 0; n < 60; n += 1)
    kader.push(await world.registered({ name: `Kader ${n}`, kelurahan: 'Cimone' }));
  await compose(agus, 'Pelan-pelan');
  await agus.taps('Semua kader');
  agus.looksAway();
  await agus.taps('Lanjut');
  agus.sees('Akan menerima: 60 orang');
  await agus.taps('Kirim sekarang');
  agus.sees('sedang dikirim');
  await world.advance({ seconds: 5 });
  expect(agus.sees('sedang dikirim').text).toMatch(/[1-9]\d? dari 60/);
  await agus.taps('Hentikan');
  await world.advance({ seconds: 3 });
  expect(agus.sees('dihentikan').text).toMatch(/Tidak jadi dikirim: \d+/);
  for (const person of kader) person.looksAway();
  await world.advance({ minutes: 1 });
  for (const person of kader) person.seesNothing();
  agus.looksAway();
});

it('is for staff only', async () => {
  const { siti } = await office();
  await siti.says('/siaran Jual gamis murah');
  siti.sees('hanya untuk petugas Dinsos');
});

async function rowsOf(world: World, fileId: string) {
  const read = await readSpreadsheet({
    name: 'file.xlsx',
    bytes: Buffer.from(world.simulator.fileBytes(fileId)),
  });
  if (!read.ok) throw new Error(read.reason);
  return (read.sheets[0]?.rows ?? []).map((row) => row.cells);
}

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
