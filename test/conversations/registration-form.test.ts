import { describe, expect, test } from 'vitest';
import { atForm } from '../support/applicants.ts';
import { startWorld } from '../support/world.ts';

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
