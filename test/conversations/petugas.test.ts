import { describe, expect, test } from 'vitest';
import type { Person } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

async function withAdmin(): Promise<{ world: World; admin: Person }> {
  const world = await startWorld();
  return { world, admin: await world.officer('Hendra', 'ADMIN') };
}

/** The link in the newest message that has one. */
function linkIn(person: Person): string {
  return /https:\/\/t\.me\/\S+/.exec(person.sees(/t\.me/).text)?.[0] ?? '';
}

describe('the first admin', () => {
  test('is whoever has the printed code, once', async () => {
    const world = await startWorld();
    const code = await world.app.prepareClaimCode();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const hendra = world.person({ firstName: 'Hendra', hasStarted: true });
    const other = world.person({ firstName: 'Lain', hasStarted: true });
    await hendra.says('/klaim');
    hendra.sees(/Tulis kodenya di belakang perintah/);
    await hendra.says(`/klaim ${code?.toLowerCase().replace('-', ' ')}`);
    hendra.sees(/sekarang Admin/);
    expect(hendra.commands).toContain('petugas');
    await other.says(`/klaim ${code}`);
    other.sees(/tidak cocok/);
    await hendra.says(`/klaim ${code}`);
    hendra.sees(/memang sudah admin/);
    expect(await world.app.prepareClaimCode()).toBeNull();
    expect(await world.db.roleInvite.findFirst()).not.toMatchObject({ codeHash: code });
  });

  test('has five tries an hour', async () => {
    const world = await startWorld();
    const code = await world.app.prepareClaimCode();
    const person = world.person({ firstName: 'Hendra', hasStarted: true });
    for (let tries = 0; tries < 5; tries += 1) {
      await person.says('/klaim ABCD-2345');
      person.sees(/tidak cocok/);
    }
    await person.says(`/klaim ${code}`);
    person.sees(/Terlalu banyak/);
    await world.advance({ minutes: 61 });
    await person.says(`/klaim ${code}`);
    person.sees(/sekarang Admin/);
  });

  test('gets a new code at every start until there is one; the old code is void', async () => {
    const world = await startWorld();
    const old = await world.app.prepareClaimCode();
    const fresh = await world.app.prepareClaimCode();
    const person = world.person({ firstName: 'Hendra', hasStarted: true });
    await person.says(`/klaim ${old}`);
    person.sees(/tidak cocok/);
    await person.says(`/klaim ${fresh}`);
    person.sees(/sekarang Admin/);
  });

  test('by configuration is one from the first word on, and cannot be dismissed in chat', async () => {
    const world = await startWorld({ adminTelegramIds: [777001] });
    expect(await world.app.prepareClaimCode()).toBeNull();
    const hendra = world.person({ id: 777001, firstName: 'Hendra' });
    await hendra.says('/start');
    hendra.sees(/Halo, Hendra.*petugas/s);
    hendra.sees(/juga kader/);
    expect(hendra.commands).toContain('petugas');
    await hendra.says('/petugas');
    hendra.sees(/Petugas, koordinator, dan admin \(1\)/);
    await hendra.taps('Hendra · Admin');
    await hendra.taps('Cabut');
    await hendra.taps('Ya, cabut');
    hendra.sees(/ADMIN_TELEGRAM_IDS/);
    await world.restart();
    await hendra.says('/petugas');
    hendra.sees(/\(1\)/);
  });
});

describe('/petugas', () => {
  test('is for admins', async () => {
    const world = await startWorld();
    const dewi = await world.officer('Dewi', 'STAFF');
    await dewi.says('/petugas');
    dewi.sees(/hanya untuk admin/);
  });

  test('lists everybody with a role, in pages', async () => {
    const { world, admin } = await withAdmin();
    for (const name of ['Ani', 'Beni', 'Cici', 'Dodi', 'Euis', 'Fani', 'Gina', 'Hadi'])
      await world.officer(name, 'COORDINATOR', { kelurahan: 'Gondrong' });
    await admin.says('/petugas');
    admin.sees(/\(9\)/);
    expect(admin.buttons[0]).toBe('Hendra · Admin');
    expect(admin.buttons[1]).toBe('Ani · Koordinator Kelurahan Gondrong');
    await admin.taps('Berikutnya');
    admin.sees(/\(9\)/);
    expect(admin.buttons).toEqual([
      'Hadi · Koordinator Kelurahan Gondrong',
      '◀️ Sebelumnya',
      '➕ Tambah',
    ]);
    await admin.taps('Hadi ·');
    admin.sees(/Hadi\nKoordinator Kelurahan Gondrong\nSejak Senin, 20 Mei 2024/);
  });

  test('makes a registered kader coordinator of a kecamatan, found by name', async () => {
    const { world, admin } = await withAdmin();
    const person = await world.registered(siti);
    await admin.says('/petugas');
    await admin.taps('Tambah');
    await admin.taps('Koordinator');
    admin.sees(/Koordinator untuk wilayah mana/);
    await admin.taps('Periuk');
    admin.sees(/Seluruh kecamatan, atau satu kelurahan/);
    await admin.taps('Seluruh Kecamatan Periuk');
    admin.sees(/Peran: Koordinator Kecamatan Periuk.*Siapa orangnya/s);
    await admin.says('sti aminah');
    admin.sees(
      /Jadikan Siti Aminah · PSM Kelurahan Gebang Raya sebagai Koordinator Kecamatan Periuk\?/,
    );
    await admin.tapsAtOnce('Ya, jadikan', 2);
    admin.looksAway();
    person.sees(/Bapak\/Ibu sekarang Koordinator Kecamatan Periuk/);
    expect(person.commands).toContain('pengajuan');
    expect(person.keys).toContain('📥 Pengajuan');
    expect(await world.db.grant.findMany({ where: { role: 'COORDINATOR' } })).toMatchObject([
      world.area({ kecamatan: 'Periuk' }),
    ]);
    expect(await world.db.auditEntry.findFirst({ where: { action: 'role.grant' } })).toMatchObject({
      after: { role: 'COORDINATOR' },
    });
    await person.says('/pengajuan');
    person.sees(/Tidak ada pengajuan/);
  });

  test('takes an area by typing, and never guesses between namesakes', async () => {
    const { admin } = await withAdmin();
    await admin.says('/petugas');
    await admin.taps('Tambah');
    await admin.taps('Koordinator');
    admin.looksAway();
    await admin.sendsSticker();
    admin.sees(/belum bisa kami baca.*wilayah mana/s);
    await admin.says('Jakarta');
    admin.sees(/"Jakarta" tidak ada di daftar wilayah/);
    await admin.says('karawaci');
    admin.sees(/"karawaci": yang mana/);
    expect(admin.buttons.slice(0, 2)).toEqual([
      'Kecamatan Karawaci',
      'Kel. Karawaci (Kec. Karawaci)',
    ]);
    await admin.taps('Kel. Karawaci');
    admin.sees(/Peran: Koordinator Kelurahan Karawaci/);
    await admin.taps('Batal');
    admin.sees(/tidak jadi/);
  });

  test('takes the whole city, a phone number, and a shared contact', async () => {
    const { world, admin } = await withAdmin();
    await world.registered(siti);
    const rudi = await world.registered({
      name: 'Rudi',
      kelurahan: 'Gondrong',
      phone: '+6281234560001',
    });
    await admin.says('/petugas');
    await admin.taps('Tambah');
    await admin.taps('Koordinator');
    await admin.taps('Seluruh kota');
    admin.looksAway();
    await admin.says('0812-3456-7890');
    admin.sees(/Jadikan Siti Aminah.*Koordinator seluruh kota/);
    await admin.sharesContact({ firstName: 'Rudi', phone: '+6281234560001' });
    admin.sees(/Jadikan Rudi/);
    await admin.taps('Ya, jadikan', /Rudi/);
    admin.sees(/Rudi sekarang Koordinator seluruh kota/);
    rudi.sees(/sekarang Koordinator seluruh kota/);
    await admin.taps('Ya, jadikan', /Siti/);
    admin.sees(/sudah selesai atau dibatalkan/);
  });

  test('searches until one is meant', async () => {
    const { world, admin } = await withAdmin();
    await world.registered(siti);
    await world.registered({ ...siti, name: 'Siti Aisyah', phone: '+6281234560001' });
    await world.officer('Dewi Lestari', 'STAFF');
    await admin.says('/petugas');
    await admin.taps('Tambah');
    await admin.taps('Petugas Dinsos');
    admin.looksAway();
    await admin.sendsSticker();
    admin.sees(/belum bisa kami baca.*Siapa orangnya/s);
    await admin.says('Zulkifli');
    admin.sees(/"Zulkifli" belum kami temukan/);
    await admin.says('siti');
    admin.sees(/Yang mirip "siti"/);
    expect(admin.buttons).toHaveLength(4);
    await admin.says('dewi lestari');
    admin.sees(/Jadikan Dewi Lestari/);
    await admin.taps('Ya, jadikan');
    admin.sees(/memang sudah Petugas Dinsos/);
  });

  test('takes a role away; the person hears it and has the plain menu again', async () => {
    const { world, admin } = await withAdmin();
    const dewi = await world.officer('Dewi', 'STAFF');
    await admin.says('/petugas');
    await admin.taps('Dewi ·');
    await admin.taps('Cabut');
    admin.sees(/Cabut peran Petugas Dinsos dari Dewi\?/);
    await admin.tapsAtOnce('Ya, cabut', 2);
    admin.sees(/bukan lagi Petugas Dinsos|sudah tidak berlaku/);
    admin.looksAway();
    dewi.sees(/Peran Bapak\/Ibu sebagai Petugas Dinsos sudah berakhir/);
    dewi.seesNothing();
    expect(dewi.commands).not.toContain('pengajuan');
    expect(dewi.keys).not.toContain('📥 Pengajuan');
    await dewi.says('/pengajuan');
    dewi.sees(/hanya untuk koordinator/);
    expect(await world.db.auditEntry.count({ where: { action: 'role.revoke' } })).toBe(1);
  });

  test('keeps the last admin', async () => {
    const { admin } = await withAdmin();
    await admin.says('/petugas');
    await admin.taps('Hendra ·');
    await admin.taps('Cabut');
    await admin.taps('Ya, cabut');
    admin.sees(/admin satu-satunya/);
  });
});

describe('a link that gives a role', () => {
  async function linkFor(admin: Person, role: string): Promise<string> {
    await admin.says('/petugas');
    await admin.taps('Tambah');
    await admin.taps(role);
    await admin.taps('Buat tautan undangan');
    const link = linkIn(admin);
    admin.looksAway();
    return link;
  }

  test('is opened, confirmed, and good once', async () => {
    const { world, admin } = await withAdmin();
    const link = await linkFor(admin, 'Petugas Dinsos');
    const dewi = world.person('Dewi');
    const curious = world.person('Lain');
    await dewi.follows(link);
    dewi.sees(/Hendra mengundang Bapak\/Ibu menjadi Petugas Dinsos/);
    await curious.follows(link);
    curious.sees(/mengundang/);
    await curious.taps('Bukan untuk saya');
    curious.sees(/Tautannya tidak terpakai/);
    await dewi.tapsAtOnce('Terima', 2);
    dewi.sees(/sekarang Petugas Dinsos/);
    dewi.sees(/memang sudah Petugas Dinsos/);
    expect(dewi.commands).toContain('pengajuan');
    await curious.follows(link);
    curious.sees(/sudah dipakai/);
    expect(await world.db.grant.count({ where: { role: 'STAFF' } })).toBe(1);
    const invite = await world.db.roleInvite.findFirstOrThrow();
    expect(link).not.toContain(invite.codeHash);
  });

  test('ends after seven days', async () => {
    const { world, admin } = await withAdmin();
    const link = await linkFor(admin, 'Petugas Dinsos');
    const { id, expiresAt } = await world.db.roleInvite.findFirstOrThrow();
    expect(expiresAt).toEqual(new Date('2024-05-27T08:00:00+07:00'));
    await world.db.roleInvite.update({ where: { id }, data: { expiresAt: world.clock.now() } });
    const dewi = world.person('Dewi');
    await dewi.follows(link);
    dewi.sees(/lewat masa berlakunya/);
    await dewi.follows('https://t.me/kader_uji_bot?start=tugas_tidakada');
    dewi.sees(/tidak kami kenal/);
  });

  test('is not used up by somebody who has the role already', async () => {
    const { world, admin } = await withAdmin();
    const link = await linkFor(admin, 'Admin');
    await admin.follows(link);
    admin.sees(/mengundang/);
    await admin.taps('Terima');
    admin.sees(/memang sudah Admin/);
    const dewi = world.person('Dewi');
    await dewi.says('/start');
    dewi.sees(/Apakah Bapak\/Ibu setuju/);
    await dewi.follows(link);
    await dewi.taps('Terima');
    dewi.looksAway();
    expect(dewi.commands).toContain('petugas');
    await dewi.says('/start');
    dewi.sees(/Halo, Dewi/);
    dewi.sees(/juga kader/);
    expect(await world.db.draft.count()).toBe(0);
    await dewi.taps('Daftar sebagai kader');
    dewi.sees(/Apakah Bapak\/Ibu setuju/);
    await dewi.taps('Setuju');
    dewi.sees(/Bagikan nomor/);
  });
});
