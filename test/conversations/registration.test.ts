import { describe, expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

/** Somebody who agreed and is asked for the number. */
async function atNumber(world: World, card: Parameters<World['person']>[0]): Promise<Person> {
  const person = world.person(card);
  await person.says('/start');
  await person.taps('Setuju');
  person.looksAway();
  return person;
}

/** Somebody whose number nobody knows, and who is asked for the jabatan. */
async function atForm(world: World, phone = '+6281311112222'): Promise<Person> {
  const person = await atNumber(world, { firstName: 'Budi', phone });
  await person.sharesContact();
  person.sees(/kami terima/);
  person.sees(/belum ada di daftar kader.*Apa jabatan Bapak\/Ibu\?/s);
  return person;
}

describe('a kader whose number is on the roster', () => {
  test('registers with consent, own number and one tap', async () => {
    const world = await startWorld();
    const kaderId = await world.onRoster(siti);
    const person = world.person({ firstName: 'Siti', phone: siti.phone });

    await person.says('/start');
    person.sees(/menerima undangan dan pengumuman.*Untuk itu kami menyimpan nama.*setuju\?/s);
    await person.taps('Setuju');
    person.sees(/Bagikan nomor/);
    await person.sharesContact();
    person.sees(/0812-••••-7890 kami terima/);
    person.sees(/Siti Aminah, PSM Kelurahan Gebang Raya\?/);
    await person.taps('Benar');
    person.sees(/✅ Siti Aminah, PSM Kelurahan Gebang Raya/);
    person.sees(/Selamat, Siti Aminah/);
    expect(person.keys).toContain('👤 Profil');
    expect(person.commands).toContain('profil');
    expect(person.commands).not.toContain('pengajuan');
    const account = await world.db.account.findFirstOrThrow({ where: { kaderId } });
    expect(account.consentAt).toEqual(world.clock.now());
    expect(account.linkedAt).toEqual(world.clock.now());
    expect(await world.db.auditEntry.count({ where: { action: 'registration.confirm' } })).toBe(1);
  });

  test('taps Benar twice and is registered once', async () => {
    const world = await startWorld();
    await world.onRoster(siti);
    const person = await atNumber(world, { firstName: 'Siti', phone: siti.phone });
    await person.sharesContact();
    await person.tapsAtOnce('Benar', 2);
    person.sees(/Selamat, Siti Aminah/);
    person.sees(/Bapak\/Ibu sudah terdaftar\.\n/);
    person.looksAway();
    expect(await world.db.auditEntry.count({ where: { action: 'registration.confirm' } })).toBe(1);
  });

  test('who left the roster is not linked without a decision', async () => {
    const world = await startWorld();
    const id = await world.onRoster(siti);
    await world.db.kader.update({ where: { id }, data: { status: 'LEFT' } });
    const person = await atNumber(world, { firstName: 'Siti', phone: siti.phone });
    await person.sharesContact();
    person.sees(/kami terima/);
    person.sees(/belum ada di daftar kader/);
  });

  test('sees at once when the roster changed under the question', async () => {
    const world = await startWorld();
    const id = await world.onRoster(siti);
    const person = await atNumber(world, { firstName: 'Siti', phone: siti.phone });
    await person.sharesContact();
    person.looksAway();
    await world.db.kader.update({ where: { id }, data: { phone: null } });
    await person.taps('Benar');
    person.sees(/belum ada di daftar kader.*Apa jabatan/s);
  });
});

describe('consent', () => {
  test('is not forced: there is a kind way without it, and a way back', async () => {
    const world = await startWorld();
    const person = world.person('Budi');
    await person.says('/start');
    person.looksAway();
    await person.taps('Tidak, terima kasih');
    person.sees(/tidak apa-apa.*Kami tidak menyimpan data kader/s);
    expect(await world.db.draft.count()).toBe(0);
    await person.taps('Baca lagi');
    person.sees(/Apakah Bapak\/Ibu setuju\?/);
    await person.taps('Setuju');
    person.sees(/Bagikan nomor/);
  });

  test('is asked again, with its buttons, whatever is sent instead', async () => {
    const world = await startWorld();
    const person = world.person({ firstName: 'Budi', phone: '+6281311112222' });
    await person.says('/start');
    person.looksAway();
    await person.says('halo?');
    person.sees(/tekan salah satu tombol.*setuju\?/s);
    await person.sendsSticker();
    person.sees(/tekan salah satu tombol/);
    await person.sharesContact();
    person.sees(/tekan salah satu tombol/);
    await person.sendsFile('suara.ogg', new Uint8Array([1]), undefined, 'voice');
    person.sees(/tekan salah satu tombol/);
    expect(person.buttons).toEqual(['✅ Setuju', 'Tidak, terima kasih']);
  });

  test('is not asked a second time', async () => {
    const world = await startWorld();
    const person = await atNumber(world, 'Budi');
    await person.says('/batal');
    person.sees(/dibatalkan/);
    await person.says('/start');
    person.sees(/Bagikan nomor/);
    person.doesNotSee(/setuju\?/);
  });
});

describe('the number', () => {
  test('must be one’s own, from the button, and of a mobile phone', async () => {
    const world = await startWorld();
    await world.onRoster(siti);
    const person = await atNumber(world, { firstName: 'Budi', phone: '+622155667788' });
    await person.sharesContact({ firstName: 'Siti', phone: siti.phone });
    person.sees(/Itu kontak orang lain/);
    await person.says('0812-3456-7890');
    person.sees(/tidak perlu diketik/);
    await person.sendsSticker();
    person.sees(/belum bisa kami baca di langkah ini.*Bagikan nomor/s);
    await person.sendsFile('ktp.pdf', new Uint8Array([1, 2, 3]));
    person.sees(/belum bisa kami baca/);
    await person.sharesContact();
    person.sees(/bukan nomor HP yang kami kenal/);
    expect(person.keys).toEqual(['📱 Bagikan nomor']);
    expect(await world.db.account.count({ where: { kaderId: { not: null } } })).toBe(0);
  });

  test('may be shared again after the conversation was cancelled', async () => {
    const world = await startWorld();
    await world.onRoster(siti);
    const person = await atNumber(world, { firstName: 'Siti', phone: siti.phone });
    await person.says('/batal');
    await person.sharesContact();
    person.looksAway();
    await person.taps('Benar');
    person.sees(/Siti Aminah, PSM/);
    person.sees(/Selamat/);
    await person.sharesContact();
    person.sees(/nomornya tidak perlu dibagikan lagi/);
  });

  test('shared before anything was agreed leads to the beginning', async () => {
    const world = await startWorld();
    const person = world.person({ firstName: 'Siti', phone: siti.phone });
    await person.says('/start');
    await person.says('/batal');
    person.looksAway();
    await person.sharesContact();
    person.sees(/Apakah Bapak\/Ibu setuju\?/);
  });
});

describe('somebody who is not on the roster', () => {
  test('answers with buttons, sees the summary, and waits', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('PSM (kelurahan)');
    person.sees(/PSM\.\nDi kecamatan mana\?/);
    await person.taps('Cipondoh');
    person.sees(/Kecamatan Cipondoh\.\nDi kelurahan mana\?/);
    await person.taps('Gondrong');
    person.sees(/PSM Kelurahan Gondrong, Kecamatan Cipondoh\.\nTulis nama lengkap/);
    await person.says('nama saya BUDI SANTOSO');
    person.sees(
      /Nama: Budi Santoso\nJabatan: PSM\nWilayah: Kelurahan Gondrong, Kecamatan Cipondoh\nNomor: 0813-••••-2222/,
    );
    await person.tapsAtOnce('Kirim', 2);
    person.sees(/pengajuan sudah dikirim|sedang diperiksa/);
    person.looksAway();
    expect(await world.db.application.findMany()).toMatchObject([
      { kind: 'NEW', status: 'WAITING', name: 'Budi Santoso', phone: '+6281311112222' },
    ]);
    expect(await world.db.draft.count()).toBe(0);
  });

  test('answers by typing, with slips and short forms, at every step', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.says('psm bu');
    person.sees(/Di kecamatan mana/);
    await person.says('cpondoh');
    person.sees(/Kecamatan Cipondoh\.\nDi kelurahan mana/);
    await person.says('poris plwd');
    person.sees(/PSM Kelurahan Poris Plawad, Kecamatan Cipondoh/);
    await person.says('Hj. nur’aini, s.sos');
    person.sees(/Nama: Hj\. Nur’aini, S\.Sos\./);
  });

  test('names the kelurahan straight away, and goes back when it was not meant', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('PSM');
    await person.says('gbg raya');
    person.sees(/PSM Kelurahan Gebang Raya, Kecamatan Periuk/);
    await person.taps('Kembali');
    person.sees(/Kecamatan Periuk\.\nDi kelurahan mana/);
    await person.taps('Kembali');
    person.sees(/Di kecamatan mana/);
    await person.taps('Kembali');
    person.sees(/Apa jabatan/);
    person.looksAway();
  });

  test('is never guessed at: what may be several places is offered', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('PSM');
    await person.says('poris');
    person.sees(/Di kecamatan mana/);
    person.sees(/"poris": yang mana maksudnya/);
    expect(person.buttons).toContain('Kel. Poris Gaga (Kec. Batuceper)');
    expect(person.buttons).toContain('Kel. Poris Plawad (Kec. Cipondoh)');
    await person.taps('Kel. Poris Gaga (');
    person.sees(/PSM Kelurahan Poris Gaga, Kecamatan Batuceper/);
  });

  test('a kelurahan of another kecamatan is offered, not taken', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('PSM');
    await person.taps('Cipondoh');
    person.looksAway();
    await person.says('gebang raya');
    person.sees(/apakah maksudnya yang ini/);
    await person.taps('Kel. Gebang Raya (Kec. Periuk)');
    person.sees(/PSM Kelurahan Gebang Raya, Kecamatan Periuk/);
  });

  test('as a TKSK is asked for the kecamatan only', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.says('TKSK');
    await person.says('poris plawad');
    person.sees(/Di kecamatan mana/);
    person.sees(/TKSK Kecamatan Cipondoh\.\nTulis nama/);
    await person.says('Rina Wati');
    person.sees(/Wilayah: Kecamatan Cipondoh\n/);
    await person.taps('Kirim');
    person.sees(/sudah dikirim/);
    expect(await world.db.application.findFirst()).toMatchObject({
      jabatan: 'TKSK',
      kelurahanCode: null,
    });
  });

  test('types something that is no name and is helped', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('TKSK');
    await person.says('ciledug');
    person.looksAway();
    await person.says('08123456789');
    person.sees(/tidak memakai angka.*Tulis nama lengkap/s);
    await person.says('saya mau daftar bu');
    person.sees(/bukan nama/);
    await person.says('/namaku');
    person.sees(/hanya memakai huruf/);
    expect(person.buttons).toEqual(['⬅️ Kembali']);
  });

  test('meets help with the same buttons after strange input at every step', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    const bothered = async (buttons: RegExp) => {
      await person.sendsSticker();
      person.sees(/belum bisa kami baca|belum terbaca/);
      expect(person.buttons.join()).toMatch(buttons);
    };
    await bothered(/PSM/);
    await person.says('jabatan apa ya?');
    person.sees(/jabatannya belum terbaca/);
    await person.taps('PSM');
    await bothered(/Batuceper/);
    await person.says('Jakarta');
    person.sees(/"Jakarta" tidak ada di daftar wilayah/);
    await person.taps('Batuceper');
    await bothered(/Poris Jaya/);
    await person.taps('Poris Jaya');
    await bothered(/Kembali/);
    await person.says('Budi');
    await bothered(/Kirim/);
    await person.says('ya kirim saja');
    person.sees(/pilih salah satu tombol.*Sudah benar semua\?/s);
    person.looksAway();
  });

  test('may change every answer before sending', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('PSM');
    await person.says('gebang raya');
    await person.says('Budi');
    await person.taps('Ubah');
    person.sees(/Apa yang ingin diubah/);
    await person.taps('Nama');
    person.looksAway();
    await person.says('Budi Santoso');
    person.sees(/Nama: Budi Santoso\nJabatan: PSM\nWilayah: Kelurahan Gebang Raya/);
    await person.taps('Ubah');
    await person.taps('Jabatan');
    await person.taps('TKSK');
    person.sees(/Jabatan: TKSK\nWilayah: Kecamatan Periuk\n/);
    await person.taps('Ubah');
    await person.taps('Wilayah');
    await person.says('ciledug');
    person.sees(/Wilayah: Kecamatan Ciledug\n/);
    await person.taps('Ubah');
    await person.taps('Kembali');
    person.sees(/Sudah benar semua/);
    person.looksAway();
  });

  test('finds the answers again after a restart and after /start', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.taps('PSM');
    await person.taps('Cipondoh');
    person.looksAway();
    await world.restart();
    await person.says('/start');
    person.sees(/lanjutkan yang tadi.*Kecamatan Cipondoh\.\nDi kelurahan mana/s);
    await person.says('gondrong');
    person.sees(/Kelurahan Gondrong/);
  });

  test('may press buttons of long ago without harm', async () => {
    const world = await startWorld();
    const person = await atForm(world);
    await person.says('psm');
    await person.says('cipondoh');
    await person.says('gondrong');
    await person.says('Budi');
    person.looksAway();
    await person.taps('TKSK', /Apa jabatan/);
    person.sees(/Jabatan: TKSK\nWilayah: Kecamatan Cipondoh\n/);
    await person.says('/batal');
    person.sees(/dibatalkan/);
    await person.taps('Kirim');
    person.sees(/Bagikan nomor/);
  });
});
