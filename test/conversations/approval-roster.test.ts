import { describe, expect, test } from 'vitest';
import { applicant, fillsIn, withNumber } from '../support/applicants.ts';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

describe('a number that is registered on another Telegram account', () => {
  test('moves to the new account after approval; the old one is told', async () => {
    const world = await startWorld();
    const old = await world.registered(siti);
    const dewi = await world.officer('Dewi', 'STAFF');
    const young = await withNumber(world, siti.phone, 'Siti Baru');
    young.message(
      /sudah terdaftar dari akun Telegram lain.*Siti Aminah, PSM Kelurahan Gebang Raya/s,
    );
    await young.taps('Pindahkan ke akun ini');
    young.sees(/sudah dikirim.*Akun Telegram baru untuk Siti Aminah/s);
    old.seesNothing();
    dewi.sees(/Ganti akun Telegram.*Siti Aminah.*Bila disetujui, akun lama dilepas/s);
    await dewi.taps('Setujui');
    dewi.looksAway();
    young.sees(/Akun ini sekarang terhubung/);
    old.sees(/sekarang dipakai di akun Telegram lain/);
    expect(old.keys).not.toContain('👤 Profil');
    expect(old.commands).not.toContain('profil');
    await old.says('/profil');
    old.sees(/perlu terdaftar dulu/);
    await young.says('/profil');
    young.sees(/Siti Aminah/);
  });

  test('that belongs to somebody else by now goes to the new kader after approval', async () => {
    const world = await startWorld();
    const siti_ = await world.registered(siti);
    const dewi = await world.officer('Dewi', 'STAFF');
    const agus = await withNumber(world, siti.phone, 'Agus');
    await agus.taps('Bukan saya');
    agus.looksAway();
    await fillsIn(agus, 'Agus Salim');
    await agus.taps('Kirim');
    agus.looksAway();
    dewi.sees(/tercatat atas nama Siti Aminah.*nomor itu dipindahkan/s);
    await dewi.taps('Setujui');
    dewi.looksAway();
    agus.sees(/Pendaftaran disetujui/);
    siti_.sees(/Nomor HP di data kader Siti Aminah sekarang dipakai kader lain/);
    expect(await world.db.kader.findFirst({ where: { name: 'Siti Aminah' } })).toMatchObject({
      phone: null,
    });
    await siti_.says('/profil');
    siti_.sees(/Nomor: belum ada/);
  });
});

describe('somebody on the roster under another number', () => {
  test('says so, is found by name, and gets the new number after approval', async () => {
    const world = await startWorld();
    const kaderId = await world.onRoster(siti);
    const dewi = await world.officer('Dewi', 'STAFF');
    const person = await withNumber(world, '+6281311112222', 'Siti');
    await person.taps('Saya sudah terdaftar dengan nomor lain');
    person.sees(/kita cari data Bapak\/Ibu di daftar/);
    person.looksAway();
    await fillsIn(person, 'sti aminah');
    person.sees(/Apakah Bapak\/Ibu Siti Aminah dengan nomor 0812-••••-7890\?/);
    person.doesNotSee('1234567890');
    person.looksAway();
    await person.taps('Ya, itu saya');
    person.sees(/Nomor baru untuk Siti Aminah: 0813-••••-2222/);
    dewi.sees(/Ganti nomor HP.*Nomor lama: 0812-••••-7890.*Nomor baru: 0813-••••-2222/s);
    await dewi.taps('Setujui');
    dewi.looksAway();
    person.sees(/Nomor baru Bapak\/Ibu disetujui/);
    expect(await world.db.kader.findMany({ include: { account: true } })).toMatchObject([
      { id: kaderId, phone: '+6281311112222', account: { firstName: 'Siti' } },
    ]);
  });

  test('is asked even without saying so, and may be somebody else of that name', async () => {
    const world = await startWorld();
    await world.onRoster(siti);
    await world.onRoster({ ...siti, name: 'Siti Amina', phone: '+6281234567000' });
    const person = await withNumber(world, '+6281311112222', 'Siti');
    await fillsIn(person, 'Siti Aminah');
    person.sees(/beberapa nama yang mirip/);
    expect(person.buttons).toEqual([
      'Siti Aminah (0812-••••-7890)',
      'Siti Amina (0812-••••-7000)',
      'Bukan, saya orang lain',
    ]);
    await person.says('yang kedua');
    person.sees(/pilih salah satu tombol/);
    await person.taps('Bukan, saya orang lain');
    person.sees(/Sudah benar semua.*Siti Aminah/s);
    person.looksAway();
  });

  test('who is not found can try again or register as new', async () => {
    const world = await startWorld();
    const person = await withNumber(world, '+6281311112222', 'Siti');
    await person.taps('Saya sudah terdaftar dengan nomor lain');
    await fillsIn(person, 'Siti Aminah');
    person.sees(/Nama Siti Aminah tidak kami temukan di Kelurahan Gebang Raya, Kecamatan Periuk/);
    await person.taps('Tulis nama lain');
    await person.says('Aminah');
    person.sees(/Nama Aminah tidak kami temukan/);
    await person.taps('Daftar sebagai kader baru');
    person.sees(/Sudah benar semua/);
    person.looksAway();
  });

  test('gives a way back to whoever pressed Bukan saya by mistake', async () => {
    const world = await startWorld();
    await world.onRoster(siti);
    const person = await withNumber(world, siti.phone, 'Siti');
    await person.taps('Bukan saya');
    await fillsIn(person, 'Siti Aminah');
    person.looksAway();
    await person.taps('Ya, itu saya');
    person.sees(/✅ Siti Aminah/);
    person.sees(/Selamat, Siti Aminah/);
  });
});

describe('the roster may change while an application waits', () => {
  test('an entry with that number and name is taken over instead of making a second one', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.looksAway();
    const id = await world.onRoster({
      name: 'BUDI SANTOSO',
      kelurahan: 'Gondrong',
      phone: '+6281311112222',
    });
    await dewi.says('/pengajuan');
    await dewi.taps('Budi Santoso');
    dewi.sees(/Nomor ini ada di daftar: BUDI SANTOSO.*data itu yang diperbarui/s);
    await dewi.taps('Setujui');
    dewi.looksAway();
    budi.sees(/disetujui/);
    expect(await world.db.kader.findMany()).toMatchObject([
      { id, name: 'Budi Santoso', ...world.area({ kelurahan: 'Gebang Raya' }) },
    ]);
  });

  test('somebody put on the roster meanwhile need not wait any longer', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.looksAway();
    await world.onRoster({
      name: 'H. Budi Santoso',
      kelurahan: 'Gebang Raya',
      phone: '+6281311112222',
    });
    await budi.says('/start');
    budi.sees(/H\. Budi Santoso, PSM Kelurahan Gebang Raya\?/);
    await budi.taps('Benar');
    budi.looksAway();
    dewi.sees(/Dibatalkan oleh yang mengajukan/);
    expect(await world.db.application.count({ where: { status: 'WAITING' } })).toBe(0);
    expect(await world.db.kader.count()).toBe(1);
  });

  test('somebody who left comes back after approval', async () => {
    const world = await startWorld();
    const id = await world.onRoster(siti);
    await world.db.kader.update({ where: { id }, data: { status: 'LEFT' } });
    const dewi = await world.officer('Dewi', 'STAFF');
    const person = await withNumber(world, siti.phone, 'Siti');
    await fillsIn(person, 'Siti Aminah');
    await person.taps('Kirim');
    person.looksAway();
    dewi.looksAway();
    await dewi.taps('Setujui');
    dewi.looksAway();
    person.sees(/disetujui/);
    expect(await world.db.kader.findMany()).toMatchObject([{ id, status: 'ACTIVE' }]);
  });
});
