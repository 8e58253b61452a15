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

describe('/batal', () => {
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
