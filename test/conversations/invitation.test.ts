import { describe, expect, it } from 'vitest';
import { announcement, city, drafted, invitedCity } from '../support/inviting.ts';
import { sheetsOf } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

const invitations = (world: World) =>
  world.db.outboxMessage.count({ where: { dedupeKey: { startsWith: 'invitation:' } } });

describe('sending the invitations', () => {
  it('first says how many will get it, who cannot, and how long it takes', async () => {
    const { world, staff, siti } = await city();
    await drafted(staff);
    await staff.taps('Kirim undangan');
    const plan = staff.sees(/Kirim undangan Pembinaan PSM dan TKSK\?/);
    expect(plan.text).toContain('Sasaran: 4 orang');
    expect(plan.text).toContain('Akan menerima: 2 orang, sekitar 1 detik');
    expect(plan.text).toContain('Tidak terkirimi: 2 orang');
    expect(staff.buttons).toEqual([
      '📤 Kirim sekarang',
      '📄 Daftar yang tidak terkirimi',
      'Batalkan',
    ]);
    await staff.taps('Daftar yang tidak terkirimi');
    const [sheet] = await sheetsOf(world, staff.sees(/2 orang belum bisa dikirimi/));
    expect(sheet?.rows.slice(1)).toEqual([
      ['Dewi', 'PSM', 'Bugel', 'Karawaci', '0812-0000-0003', 'Belum terdaftar di Telegram'],
      ['Rina', 'PSM', 'Bugel', 'Karawaci', '0812-0000-0004', 'Memblokir bot atau akun tidak aktif'],
    ]);
    await staff.taps('Batalkan', /Kirim undangan Pembinaan/);
    staff.sees(/Draf acara/);
    siti.seesNothing();
    expect(await invitations(world)).toBe(0);
  });

  it('warns at night, when people are asleep', async () => {
    const { staff } = await city('2024-05-10T21:00');
    await drafted(staff);
    await staff.taps('Kirim undangan');
    expect(staff.sees(/Kirim undangan/).text).toContain('Sekarang jam istirahat');
  });

  it('then reaches everybody with Telegram once, however often it is pressed', async () => {
    const { world, staff, siti, agus } = await city();
    await drafted(staff);
    await staff.taps('Kirim undangan');
    staff.looksAway();
    await staff.tapsAtOnce('Kirim sekarang', 2);
    staff.sees(/Undangan acara ini sudah dikirim/);
    for (const kader of [siti, agus]) {
      const invitation = kader.sees(/📩 Undangan/);
      expect(invitation.text).toContain('Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB');
      expect(invitation.buttons.flat().map(({ text }) => text)).toEqual([
        'Hadir',
        'Tidak hadir',
        'Izin',
      ]);
      kader.seesNothing();
    }
    staff.looksAway();
    expect(await invitations(world)).toBe(2);
    expect(await world.db.invitation.count()).toBe(4);
    expect(await world.db.broadcast.findMany()).toMatchObject([
      { kind: 'INVITATION', recipientCount: 2, unreachableCount: 2 },
    ]);
    expect(
      (await world.db.auditEntry.findMany({ where: { subject: 'event:1' } })).map(
        ({ action }) => action,
      ),
    ).toEqual(['event.create', 'event.invite']);
  });

  it('shows its progress on the message that was pressed', async () => {
    const { staff, siti, agus } = await city();
    await drafted(staff);
    await staff.taps('Kirim undangan');
    const plan = staff.sees(/Kirim undangan/);
    await staff.taps('Kirim sekarang');
    const result = staff.sees(/Terkirim: 2/);
    expect(result.messageId).toBe(plan.messageId);
    staff.looksAway();
    siti.looksAway();
    agus.looksAway();
  });

  it('the card then shows the answers, and where to look further', async () => {
    const { staff, siti } = await invitedCity();
    await siti.taps('Hadir');
    siti.looksAway();
    await staff.says('/acara');
    staff.looksAway();
    await staff.taps('Pembinaan');
    const card = staff.sees(/Undangan dikirim Jum 10 Mei pukul 09\.00 WIB/);
    expect(card.text).toContain('Diundang 4: hadir 1, tidak 0, izin 0, belum menjawab 3');
    await staff.taps('Rekap', /Undangan dikirim/);
    staff.sees(/Diundang: 4/);
  });

  it('nobody with Telegram yet: the event is open all the same', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel' });
    await drafted(staff);
    await staff.taps('Kirim undangan');
    expect(staff.sees(/Kirim undangan/).text).toContain('Akan menerima: belum ada');
    await staff.taps('Kirim sekarang');
    staff.sees(/Pembinaan PSM dan TKSK sudah dibuka/);
    expect(await world.db.invitation.count()).toBe(1);
  });

  it('what stands in the way is said, with the way back', async () => {
    const world = await startWorld({ at: '2024-05-20T23:50' });
    const staff = await world.officer('Pak Eko', 'STAFF');
    await drafted(staff);
    await staff.taps('Kirim undangan');
    staff.sees(/Belum ada kader di sasaran ini/);
    await staff.taps('Kembali');
    staff.sees(/Draf acara/);
    await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel' });
    await staff.taps('Kirim undangan');
    staff.sees(/Kirim undangan/);
    await world.advance({ minutes: 15 });
    await staff.taps('Kirim sekarang');
    staff.sees(/Batas jawabnya sudah lewat/);
    expect(await world.db.invitation.count()).toBe(0);
  });
});

describe('the buttons of an event that is no more', () => {
  it('say what is the case now', async () => {
    const { world, staff, siti, agus } = await city();
    await drafted(staff);
    await staff.taps('Kirim undangan');
    staff.sees(/Kirim undangan/);
    await staff.says('/acara');
    await staff.taps('Pembinaan');
    await staff.taps('Hapus draf');
    await staff.taps('Ya, hapus draf');
    staff.looksAway();
    await staff.taps('Kirim sekarang', /Kirim undangan/);
    staff.sees(/Acara ini sudah dibatalkan/);
    siti.seesNothing();
    agus.seesNothing();
    expect(await world.db.invitation.count()).toBe(0);
  });
});

describe('somebody who registers after the invitations went out', () => {
  it('gets what is still to come and is for them, once', async () => {
    const { world, staff, siti, agus } = await invitedCity();
    await drafted(
      staff,
      announcement.replace('Sasaran: semua', 'Sasaran: kec Benda').replace('Pembinaan', 'Rapat'),
    );
    await staff.taps('Kirim undangan');
    await staff.taps('Kirim sekarang', /Kirim undangan Rapat/);
    staff.looksAway();
    siti.looksAway();
    agus.looksAway();

    const dewi = world.person({ firstName: 'Dewi', phone: '+6281200000003' });
    await dewi.says('/start');
    await dewi.taps('Setuju');
    await dewi.sharesContact();
    await dewi.taps('Benar');
    const invitation = dewi.sees(/📩 Undangan/);
    expect(invitation.text).toContain('Pembinaan PSM dan TKSK');
    dewi.doesNotSee(/Rapat PSM/);
    await dewi.taps('Hadir', /📩 Undangan/);
    dewi.sees(/✅ Hadir/);
    dewi.looksAway();
    expect(await world.db.invitation.count({ where: { eventId: 1 } })).toBe(4);
  });
});
