import { describe, expect, test } from 'vitest';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

describe('/bantuan', () => {
  test('tells strangers how to begin', async () => {
    const world = await startWorld();
    const person = world.person({ firstName: 'Budi', hasStarted: true });
    await person.says('/bantuan');
    const { text } = person.sees(/Untuk mendaftar sebagai kader, ketik \/start/);
    expect(text).not.toMatch(/\/profil|\/pengajuan|\/petugas|\/klaim/);
  });

  test('lists what a kader can do, and whom to ask', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await world.officer('Rina', 'COORDINATOR', { kecamatan: 'Periuk' });
    await world.officer('Joko', 'COORDINATOR', { kecamatan: 'Ciledug' });
    await person.says('❓ Bantuan');
    const { text } = person.sees(/\/profil – Data diri/);
    expect(text).toMatch(/ketik \/tanya, atau hubungi koordinator Bapak\/Ibu, Rina/);
    expect(text).not.toMatch(/\/pengajuan|\/petugas|Joko/);
  });

  test('lists more for coordinators, and most for admins', async () => {
    const world = await startWorld();
    const rina = await world.officer('Rina', 'COORDINATOR', { kecamatan: 'Periuk' });
    const hendra = await world.officer('Hendra', 'ADMIN');
    await rina.says('/bantuan');
    expect(rina.sees(/\/pengajuan/).text).not.toMatch(/\/petugas|\/profil/);
    await hendra.says('/bantuan');
    hendra.sees(/\/pengajuan.*\/petugas/s);
  });
});

describe('/menu', () => {
  test('brings the keys back', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/menu');
    person.sees(/pilih tombol/);
    expect(person.keys).toEqual(expect.arrayContaining(['👤 Profil', '❓ Bantuan']));
  });
});

describe('a key typed instead of pressed', () => {
  test('does what the key does, outside a conversation', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('Agenda');
    person.sees(/Belum ada acara/);
    await person.says('/tanya');
    person.looksAway();
    await person.says('kartu');
    person.sees(/Kirim ke Dinsos|petugas Dinsos/);
  });

  test('leaves the keys of others alone, but tells how to check in', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('acara');
    person.sees(/belum mengerti/);
    for (const words of ['absen', '/absen']) {
      await person.says(words);
      person.sees(/arahkan ke kode di layar.*tunjukkan \/kartu/s);
    }
  });
});

describe('a greeting', () => {
  test('is answered, and nothing else is taken for one', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    for (const words of ['Assalamualaikum', "assalamu'alaikum wr. wb. bu", 'aslm']) {
      await person.says(words);
      person.sees(/Waalaikumsalam.*tulis pertanyaannya/s);
    }
    await person.says('selamat pagi pak admin');
    person.sees(/Halo, Bapak\/Ibu/);
    await person.says('assalamualaikum bu seragamnya kapan');
    person.sees(/Kirim ke Dinsos|belum mengerti/);
    const budi = world.person({ firstName: 'Budi', hasStarted: true });
    await budi.says('halo');
    budi.sees(/ketik \/start/);
  });
});

describe('a command that is not for everybody', () => {
  test('tells the office that registering would not help', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    await dewi.says('/kartu');
    dewi.sees(/untuk kader/);
    const budi = world.person({ firstName: 'Budi', hasStarted: true });
    await budi.says('/kartu');
    budi.sees(/perlu terdaftar dulu/);
  });
});

describe('/batal', () => {
  test('is understood in words too, while something is being filled in', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/tanya');
    person.looksAway();
    await person.says('ga jadi deh bu');
    person.sees(/dibatalkan/i);
    await person.says('/tanya');
    person.looksAway();
    await person.says('batal ikut besok bagaimana ya bu?');
    person.sees(/diterima|dikirim|Dinsos/);
  });

  test('ends what is being filled in', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/profil');
    await person.taps('Perbaiki nama');
    person.looksAway();
    await person.says('/batal');
    person.sees(/Baik, dibatalkan/);
    await person.says('Rahmawati');
    person.sees(/belum mengerti/);
    await person.says('/batal');
    person.sees(/Tidak ada yang perlu dibatalkan/);
  });
});

describe('/start', () => {
  test('greets whoever is registered, with the keys', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/start');
    person.sees(/Halo, Siti Aminah. Bapak\/Ibu sudah terdaftar/);
    await person.says('/start apa-saja');
    person.sees(/sudah terdaftar/);
    expect(person.keys).toContain('👤 Profil');
    expect(person.commands).toContain('profil');
  });
});
