import { describe, expect, test } from 'vitest';
import { atNumber } from '../support/applicants.ts';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

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
