import { expect, it } from 'vitest';
import { csv, sheetsOf } from '../support/table-file.ts';
import { startWorld } from '../support/world.ts';

/** The smallest picture there is. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const header = ['nama', 'jabatan', 'kelurahan', 'kecamatan', 'no_hp'];

const siti = ['Siti Aminah', 'PSM', 'Cimone', 'Karawaci', '081234567801'];

it('explains itself, hands out an empty table, and waits for the file', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.says('/impor');
  agus.sees('Daftar apa yang ingin dimasukkan?');
  await agus.taps('Daftar kader');
  agus.sees('nama, jabatan, kelurahan, kecamatan, no_hp');
  const template = await sheetsOf(world, agus.sees('contoh-kader.xlsx').file);
  expect(template.kader).toEqual([header]);

  for (const strange of [
    () => agus.sendsSticker(),
    () => agus.says('sebentar ya'),
    () => agus.sharesContact({ firstName: 'Budi', phone: '+6281234567802' }),
    () => agus.sendsFile('foto.jpg', picture, undefined, 'photo'),
  ]) {
    await strange();
    agus.sees('Saya menunggu berkas Excel');
  }
  await world.restart();
  await agus.sendsFile('psm.csv', csv(header, siti));
  agus.sees('hasil-psm.csv'.replace('.csv', '.xlsx'));
  agus.sees('Baru: 1 orang');
  await agus.taps('Batal');
  agus.sees('dibatalkan');
  expect(await world.db.kader.count()).toBe(0);
});

it('takes a file that was sent before, by replying to it', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('psm.csv', csv(header, siti));
  agus.looksAway();
  const sent = world.simulator.messagesOf(agus.id).findLast(({ file }) => file !== null);
  world.simulator.act(agus.id, {
    do: 'say',
    chatId: agus.id,
    text: '/impor kader',
    ...(sent === undefined ? {} : { replyTo: sent.messageId }),
  });
  await world.settle();
  agus.sees('hasil-psm.xlsx');
  agus.sees('Baru: 1 orang');
});

it('asks what a file holds when the caption does not say it', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('psm.csv', csv(header, siti), '/impor');
  agus.sees('Berkas ini berisi daftar apa?');
  await agus.says('apa ya');
  agus.sees('Berkas ini berisi daftar apa?');
  await agus.taps('Daftar kader');
  agus.sees('hasil-psm.xlsx');
  agus.sees('Baru: 1 orang');
});

it('leaves a conversation alone that is open meanwhile', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.says('/siaran');
  agus.looksAway();
  await agus.sendsFile('psm.csv', csv(header, siti), '/impor kader');
  agus.sees('hasil-psm.xlsx');
  agus.sees('Baru: 1 orang');
  await agus.says('Besok kumpul jam 8.');
  agus.sees('yang akan diterima');
  agus.looksAway();
});

it('says what is wrong with a file it cannot use', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const send = async (name: string, bytes: Uint8Array, words: string) => {
    await agus.sendsFile(name, bytes, '/impor kader');
    agus.sees(words);
    agus.seesNothing();
  };
  await send(
    'surat.pdf',
    new TextEncoder().encode('%PDF-1.7 …'),
    'Jenis berkas ini belum bisa dibaca',
  );
  await send('kosong.csv', csv(['nama', 'jabatan']), 'belum ada isinya');
  await send('rusak.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 9]), 'rusak atau tidak bisa dibuka');
  await send('lain.csv', csv(['Judul', 'Isi'], ['a', 'b']), 'Kolom nama tidak ditemukan');
  await send(
    'siapa.csv',
    csv(['Nama', 'Kelurahan'], ['Siti', 'Cimone']),
    'Kolom jabatan tidak ditemukan',
  );
  await send('besar.csv', new Uint8Array(20 * 1024 * 1024 + 1), 'paling besar 20 MB');
  await agus.sendsFile('foto.jpg', picture, '/impor kader', 'photo');
  agus.sees('Saya menunggu berkas Excel');
});

it('is for staff only', async () => {
  const world = await startWorld();
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Bugel' });
  const rina = await world.officer('Rina', 'COORDINATOR', { kecamatan: 'Karawaci' });
  for (const person of [budi, rina]) {
    await person.sendsFile('psm.csv', csv(header, siti), '/impor kader');
    person.sees('hanya untuk petugas Dinsos');
    expect(person.commands).not.toContain('impor');
  }
  expect(await world.db.importFile.count()).toBe(0);
});

it('asks what a file holds that staff send without a word', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const file = csv(header, ['Siti Aminah', 'PSM', 'Cimone', 'Karawaci', '081234567801']);
  await agus.sendsFile('data.csv', file);
  agus.sees('data.csv');
  await agus.taps('kader');
  agus.looksAway();
  expect(agus.message('Hasil periksa: data.csv').text).toContain('Baru: 1 orang');

  const siti = await world.registered({ name: 'Rina', kelurahan: 'Bugel' });
  await siti.sendsFile('data.csv', file);
  siti.sees('Saya teruskan ke petugas Dinsos?');
});

it('a file that is no table and comes without a word is told the ways there are', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile('surat.pdf', Buffer.from('%PDF-1.4'));
  expect(agus.sees('surat.pdf').text).toMatch(/\/impor[\s\S]*Balas berkas itu dengan \/siaran/);
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
  await siti.sendsFile('surat.pdf', Buffer.from('%PDF-1.4'));
  siti.doesNotSee('/impor');
  siti.looksAway();
});
