import { describe, expect, test } from 'vitest';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

describe('/profil', () => {
  test('shows one’s own data, the number masked', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/profil');
    person.sees(
      /Siti Aminah\nPSM Kelurahan Gebang Raya, Kecamatan Periuk\nNomor: 0812-••••-7890\nTerdaftar sejak Senin, 20 Mei 2024/,
    );
    expect(person.buttons).toEqual([
      '✏️ Perbaiki nama',
      '📍 Pindah kelurahan',
      '📱 Ganti nomor',
      '🔎 Data saya',
    ]);
    await person.taps('Data saya');
    person.sees(
      /Yang disimpan bot.*Nomor HP: 0812-3456-7890.*Undangan: 0.*NIK dan nomor rekening tidak disimpan/s,
    );
    await person.taps('Kembali');
    person.sees(/Siti Aminah/);
  });

  test('is for registered kader', async () => {
    const world = await startWorld();
    const person = world.person({ firstName: 'Budi', hasStarted: true });
    await person.says('/profil');
    person.sees(/perlu terdaftar dulu.*\/start/s);
  });
});

describe('the name', () => {
  test('is corrected at once when it is a matter of spelling', async () => {
    const world = await startWorld();
    const person = await world.registered({ ...siti, name: 'Sti Amina' });
    await person.says('/profil');
    await person.taps('Perbaiki nama');
    person.sees(/Nama sekarang: Sti Amina/);
    await person.sendsSticker();
    person.sees(/Namanya belum terbaca.*Nama sekarang/s);
    await person.says('081234');
    person.sees(/tidak memakai angka/);
    await person.says('SITI AMINAH, S.SOS');
    person.sees(/menjadi Siti Aminah, S\.Sos\./);
    expect(await world.db.kader.findFirst()).toMatchObject({
      name: 'Siti Aminah, S.Sos.',
      nameKey: 'siti aminah',
    });
    expect(
      await world.db.auditEntry.findFirst({ where: { action: 'profile.name' } }),
    ).toMatchObject({ before: { name: 'Sti Amina' }, after: { name: 'Siti Aminah, S.Sos.' } });
    expect(person.keys).toContain('👤 Profil');
  });

  test('that is another name needs approval', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    const dewi = await world.officer('Dewi', 'STAFF');
    await person.says('/profil');
    await person.taps('Perbaiki nama');
    person.looksAway();
    await person.says('Rahmawati');
    person.sees(/Rahmawati jauh berbeda dari Siti Aminah/);
    await person.says('ya');
    person.sees(/pilih salah satu tombol.*jauh berbeda/s);
    await person.taps('Kirim');
    person.sees(/sudah dikirim/);
    dewi.sees(/Perubahan data kader.*Sekarang: Siti Aminah.*Menjadi: Rahmawati/s);
    await dewi.taps('Setujui');
    dewi.looksAway();
    person.sees(/Perubahan data Bapak\/Ibu disetujui.*Rahmawati/s);
    expect(await world.db.kader.findFirst()).toMatchObject({ name: 'Rahmawati' });
  });

  test('that is the same already changes nothing', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/profil');
    await person.taps('Perbaiki nama');
    person.looksAway();
    await person.says('siti aminah');
    person.sees(/sudah sama/);
    expect(await world.db.auditEntry.count()).toBe(0);
  });
});

describe('moving to another kelurahan', () => {
  test('needs approval by whoever looks after the new one', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    const rina = await world.officer('Rina', 'COORDINATOR', { kecamatan: 'Cipondoh' });
    const joko = await world.officer('Joko', 'COORDINATOR', { kecamatan: 'Ciledug' });
    await person.says('/profil');
    await person.taps('Pindah kelurahan');
    person.sees(/Pindah ke mana/);
    await person.sendsSticker();
    person.sees(/belum bisa kami baca/);
    await person.taps('Periuk');
    person.sees(/Pindah ke kelurahan mana/);
    await person.taps('Gebang Raya');
    person.sees(/Itu wilayah Bapak\/Ibu yang sekarang/);
    await person.says('poris plwd');
    person.sees(
      /Dari: Kelurahan Gebang Raya, Kecamatan Periuk\nPindah ke: Kelurahan Poris Plawad, Kecamatan Cipondoh/,
    );
    await person.taps('Kirim');
    person.sees(/sudah dikirim/);
    joko.seesNothing();
    rina.sees(/Perubahan data kader.*Gebang Raya.*Poris Plawad/s);
    await person.says('/profil');
    person.sees(/Kelurahan Gebang Raya.*Sedang diperiksa: Perubahan data/s);
    await rina.taps('Setujui');
    rina.looksAway();
    person.sees(/disetujui.*Kelurahan Poris Plawad/s);
    expect(await world.db.kader.findFirst()).toMatchObject(
      world.area({ kelurahan: 'Poris Plawad' }),
    );
  });

  test('offers what may be meant and can be left', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/profil');
    await person.taps('Pindah kelurahan');
    person.looksAway();
    await person.says('Jakarta');
    person.sees(/"Jakarta" tidak ada di daftar wilayah/);
    await person.says('poris');
    person.sees(/"poris": yang mana maksudnya/);
    await person.taps('Kel. Poris Jaya');
    person.sees(/Pindah ke: Kelurahan Poris Jaya/);
    await person.taps('Tidak jadi');
    person.sees(/tidak ada yang diubah/);
    expect(await world.db.draft.count()).toBe(0);
    expect(await world.db.application.count()).toBe(0);
  });

  test('is a move to another kecamatan for a TKSK', async () => {
    const world = await startWorld();
    const person = await world.registered({
      name: 'Rina Wati',
      jabatan: 'TKSK',
      kecamatan: 'Periuk',
      phone: '+6281234567890',
    });
    await person.says('/profil');
    await person.taps('Pindah kecamatan');
    person.sees(/Pindah ke kecamatan mana/);
    person.looksAway();
    await person.taps('Ciledug');
    person.sees(/Dari: Kecamatan Periuk\nPindah ke: Kecamatan Ciledug/);
    await person.taps('Kirim');
    person.sees(/sudah dikirim/);
    await person.says('/profil');
    person.sees(/Sedang diperiksa/);
    await person.taps('Batalkan pengajuan');
    expect(person.sees(/Pengajuan dibatalkan/).buttons).toEqual([]);
  });
});

describe('the number', () => {
  test('changes with the own contact, at once when it is free', async () => {
    const world = await startWorld();
    const kaderId = await world.onRoster({ ...siti, phone: '+6281300000001' });
    const person = world.person({ firstName: 'Siti', phone: '+6281300000002' });
    await person.says('/start');
    await world.db.account.updateMany({
      data: { kaderId, linkedAt: world.clock.now(), consentAt: world.clock.now() },
    });
    await person.says('/start');
    await person.says('/profil');
    await person.taps('Ganti nomor');
    person.looksAway();
    await person.says('081300000002');
    person.sees(/tidak perlu diketik/);
    await person.sharesContact({ firstName: 'Adik', phone: '+6281300000009' });
    person.sees(/kontak orang lain/);
    await person.sharesContact();
    person.sees(/Nomor Bapak\/Ibu sekarang 0813-••••-0002/);
    expect(await world.db.kader.findFirst()).toMatchObject({ phone: '+6281300000002' });
    expect(person.keys).toContain('👤 Profil');
    await person.says('/profil');
    await person.taps('Ganti nomor');
    person.looksAway();
    await person.sharesContact();
    person.sees(/masih 0813-••••-0002/);
  });

  test('stays when it is not to be changed after all', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/profil');
    await person.taps('Ganti nomor');
    person.looksAway();
    await person.taps('Tidak jadi');
    person.sees(/tidak ada yang diubah/);
    expect(person.keys).toContain('👤 Profil');
  });

  test('of another entry is given only after approval', async () => {
    const world = await startWorld();
    const other = await world.onRoster({ ...siti, name: 'Joko', phone: '+6281300000002' });
    const kaderId = await world.onRoster({ ...siti, phone: '+6281300000001' });
    const dewi = await world.officer('Dewi', 'STAFF');
    const person = world.person({ firstName: 'Siti', phone: '+6281300000002' });
    await person.says('/start');
    await world.db.account.updateMany({
      where: { firstName: 'Siti' },
      data: { kaderId, linkedAt: world.clock.now(), consentAt: world.clock.now() },
    });
    await person.says('/profil');
    await person.taps('Ganti nomor');
    person.looksAway();
    await person.sharesContact();
    person.sees(/tercatat atas nama kader lain/);
    person.sees(/sudah dikirim/);
    expect(person.buttons).toEqual(['Batalkan pengajuan']);
    dewi.sees(/Ganti nomor HP.*tercatat atas nama Joko/s);
    await dewi.taps('Setujui');
    dewi.looksAway();
    person.sees(/Nomor baru Bapak\/Ibu disetujui/);
    expect(await world.db.kader.findUnique({ where: { id: other } })).toMatchObject({
      phone: null,
    });
    expect(await world.db.kader.findUnique({ where: { id: kaderId } })).toMatchObject({
      phone: '+6281300000002',
    });
  });
});
