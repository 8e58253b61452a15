import { describe, expect, test } from 'vitest';
import { applicant, fillsIn } from '../support/applicants.ts';
import type { Person } from '../support/person.ts';
import { invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Gebang Raya', phone: '+6281234567890' };

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
