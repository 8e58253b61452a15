import { describe, expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { invitedTraining } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

/** Somebody who agreed and shared a number. */
async function withNumber(world: World, phone: string, firstName = 'Budi'): Promise<Person> {
  const person = world.person({ firstName, phone });
  await person.says('/start');
  await person.taps('Setuju');
  await person.sharesContact();
  person.looksAway();
  return person;
}

/** Somebody not on the roster who has sent an application for Gebang Raya, Kecamatan Periuk. */
async function applicant(
  world: World,
  { name = 'Budi Santoso', phone = '+6281311112222' } = {},
): Promise<Person> {
  const person = await withNumber(world, phone, name);
  await fillsIn(person, name);
  await person.taps('Kirim');
  person.sees(/pengajuan sudah dikirim/);
  person.looksAway();
  return person;
}

async function fillsIn(person: Person, name: string): Promise<void> {
  await person.taps('PSM');
  await person.says('gebang raya');
  await person.says(name);
}

describe('an application', () => {
  test('goes to whoever may decide, and the first decision counts', async () => {
    const world = await startWorld();
    const rina = await world.officer('Rina', 'COORDINATOR', { kecamatan: 'Periuk' });
    const dewi = await world.officer('Dewi', 'STAFF');
    const elsewhere = await world.officer('Joko', 'COORDINATOR', { kecamatan: 'Ciledug' });
    const budi = await applicant(world);

    rina.sees(/Pendaftaran kader baru.*Budi Santoso.*Kelurahan Gebang Raya, Kecamatan Periuk/s);
    dewi.sees(/Budi Santoso/);
    elsewhere.seesNothing();

    await rina.taps('Setujui');
    rina.sees(/Disetujui oleh Rina, Senin, 20 Mei 2024/);
    dewi.sees(/Disetujui oleh Rina/);
    expect(dewi.buttons).toEqual([]);
    budi.sees(/Pendaftaran disetujui.*Budi Santoso, PSM Kelurahan Gebang Raya/s);
    expect(budi.keys).toContain('👤 Profil');
    expect(budi.commands).toContain('profil');
    expect(await world.db.kader.findMany()).toMatchObject([
      { name: 'Budi Santoso', nameKey: 'budi santoso', phone: '+6281311112222' },
    ]);
    const audit = await world.db.auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(audit.map(({ action }) => action)).toEqual([
      'application.submit',
      'kader.create',
      'application.approve',
    ]);
    expect(JSON.stringify(audit)).not.toContain('81311112222');
  });

  test('decided twice at the same moment is decided once', async () => {
    const world = await startWorld();
    const rina = await world.officer('Rina', 'COORDINATOR', { kelurahan: 'Gebang Raya' });
    const dewi = await world.officer('Dewi', 'ADMIN');
    const budi = await applicant(world);
    await Promise.all([rina.tapsAtOnce('Setujui', 2), dewi.tapsAtOnce('Tolak', 2)]);
    rina.sees(/(Disetujui|Ditolak) oleh/);
    dewi.sees(/(Disetujui|Ditolak) oleh/);
    budi.sees(/disetujui/);
    const { status } = await world.db.application.findFirstOrThrow();
    expect(await world.db.kader.count()).toBe(status === 'APPROVED' ? 1 : 0);
    rina.looksAway();
    dewi.looksAway();
    budi.seesNothing();
  });

  test('refused is told kindly, and may be sent again', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.looksAway();
    await dewi.taps('Tolak');
    dewi.sees(/Ditolak oleh Dewi/);
    budi.sees(/belum disetujui.*boleh mengajukan lagi/s);
    await budi.says('/start');
    budi.sees(/Bagikan nomor/);
    await budi.sharesContact();
    budi.looksAway();
    await fillsIn(budi, 'Budi Santoso');
    await budi.taps('Kirim');
    budi.looksAway();
    dewi.sees(/Pendaftaran kader baru/);
  });

  test('tells whoever asks that it waits, and can be withdrawn', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.looksAway();
    await budi.says('/start');
    budi.sees(/sedang diperiksa.*Nama: Budi Santoso.*Dikirim Senin, 20 Mei 2024 pukul 08\.00 WIB/s);
    await budi.tapsAtOnce('Batalkan pengajuan', 2);
    budi.sees(/Pengajuan dibatalkan|sudah tidak menunggu/);
    dewi.sees(/Dibatalkan oleh yang mengajukan/);
    expect(dewi.buttons).toEqual([]);
    await budi.taps('Mulai lagi');
    budi.sees(/Bagikan nomor/);
  });

  test('can be changed while it waits; the new one takes its place', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.looksAway();
    await budi.says('/start');
    await budi.taps('Ubah data');
    budi.sees(/Apa yang ingin diubah/);
    await budi.taps('Nama');
    await budi.says('Budi Hartono');
    budi.sees(/Nama: Budi Hartono/);
    budi.looksAway();
    dewi.seesNothing();
    await budi.taps('Kirim');
    budi.sees(/sudah dikirim/);
    dewi.sees(/Dibatalkan oleh yang mengajukan/);
    dewi.sees(/Nama: Budi Hartono/);
    expect(await world.db.application.count({ where: { status: 'WAITING' } })).toBe(1);
  });

  test('that is withdrawn before its card left never arrives as a card', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.sees(/Pendaftaran kader baru/);
    await dewi.blocks();
    await budi.says('/start');
    await budi.taps('Batalkan pengajuan');
    budi.looksAway();
    await dewi.blocks(false);
    await dewi.taps('Setujui');
    dewi.sees(/Dibatalkan oleh yang mengajukan/);
    expect(await world.db.kader.count()).toBe(0);
  });

  test('is not decided by the one it is about', async () => {
    const world = await startWorld();
    const rina = await world.officer('Rina', 'COORDINATOR', { kecamatan: 'Periuk' });
    await world.db.account.updateMany({ data: { consentAt: world.clock.now() } });
    await rina.says('/start');
    rina.sees(/masuk sebagai petugas/);
    rina.sees(/juga kader/);
    await rina.taps('Daftar sebagai kader');
    rina.sees(/Bagikan nomor/);
    await world.db.application.create({
      data: {
        kind: 'NEW',
        accountId: 1,
        name: 'Rina',
        jabatan: 'TKSK',
        ...world.area({ kecamatan: 'Periuk' }),
        phone: '+6281311112222',
        createdAt: world.clock.now(),
      },
    });
    await rina.says('/pengajuan');
    rina.sees(/1 pengajuan menunggu/);
    await rina.taps('Rina · Periuk');
    rina.sees(/Pendaftaran kader baru/);
    await rina.taps('Setujui');
    rina.sees(/pengajuan Bapak\/Ibu sendiri/);
    expect(await world.db.kader.count()).toBe(0);
  });

  test('brings the open invitations along once it is approved', async () => {
    const world = await startWorld();
    await world.onRoster(siti);
    await invitedTraining(world);
    const dewi = await world.officer('Dewi', 'STAFF');
    const budi = await applicant(world);
    dewi.looksAway();
    await dewi.taps('Setujui');
    dewi.looksAway();
    budi.sees(/Pendaftaran disetujui/);
    budi.sees(/Pembinaan PSM dan TKSK/);
  });
});

describe('/pengajuan', () => {
  test('lists what waits in one’s own area, in pages, and opens each card', async () => {
    const world = await startWorld();
    const names = ['Ani', 'Beni', 'Cici', 'Dodi', 'Euis', 'Fani', 'Gina', 'Hadi', 'Ika'];
    const applicants: Person[] = [];
    for (const [at, name] of names.entries())
      applicants.push(await applicant(world, { name, phone: `+62813111122${10 + at}` }));
    const rina = await world.officer('Rina', 'COORDINATOR', { kelurahan: 'Gebang Raya' });
    const joko = await world.officer('Joko', 'COORDINATOR', { kelurahan: 'Gondrong' });

    await joko.says('/pengajuan');
    joko.sees(/Tidak ada pengajuan yang menunggu/);
    await rina.says('/menu');
    rina.sees(/pilih tombol/);
    await rina.taps('📥 Pengajuan');
    rina.sees(/9 pengajuan menunggu/);
    expect(rina.buttons).toHaveLength(9);
    await rina.taps('Berikutnya');
    rina.sees(/9 pengajuan menunggu/);
    await rina.taps('Ika · Gebang Raya · baru');
    rina.sees(/Nama: Ika.*0813-••••-2218/s);
    await rina.taps('Nomor HP');
    rina.sees(/Ika: 0813-1111-2218/);
    await rina.taps('Setujui');
    rina.sees(/Disetujui oleh Rina/);
    applicants.at(-1)?.sees(/disetujui/);
    await rina.taps('Sebelumnya');
    rina.sees(/8 pengajuan menunggu/);
    await rina.says('/pengajuan');
    rina.sees(/8 pengajuan menunggu/);
  });

  test('is not for kader', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/pengajuan');
    person.sees(/hanya untuk koordinator dan petugas/);
  });
});

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
