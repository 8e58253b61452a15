import { describe, expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { sheetsOf } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

const announcement = `/acara
Judul: Pembinaan PSM dan TKSK
Tanggal: Rabu, 22 Mei 2024
Pukul: 08.00 - 12.00
Tempat: Tangerang Convention Center (TCC), Cimone
Sasaran: semua
Batas jawab: 20 Mei 2024`;

/** An office, two kader with Telegram, one without, and one who blocked the bot. */
async function city() {
  const world = await startWorld({ at: '2024-05-10T09:00' });
  const staff = await world.officer('Pak Eko', 'STAFF');
  const siti = await world.registered({
    name: 'Siti',
    kelurahan: 'Bugel',
    phone: '+6281200000001',
  });
  const agus = await world.registered({
    name: 'Agus',
    kelurahan: 'Pajang',
    phone: '+6281200000002',
  });
  await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel', phone: '+6281200000003' });
  const rina = await world.registered({
    name: 'Rina',
    kelurahan: 'Bugel',
    phone: '+6281200000004',
  });
  await rina.blocks();
  await world.settle();
  return { world, staff, siti, agus, rina };
}

async function drafted(staff: Person, lines = announcement): Promise<void> {
  await staff.says(lines);
  staff.sees(/Draf acara/);
}

async function sent(staff: Person): Promise<void> {
  await drafted(staff);
  await staff.taps('Kirim undangan');
  await staff.taps('Kirim sekarang');
  staff.looksAway();
}

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
    const { staff, siti, agus } = await city();
    await sent(staff);
    siti.looksAway();
    agus.looksAway();
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

describe('after the invitations went out', () => {
  it('another time or place is confirmed first, and then told to the invited', async () => {
    const { staff, siti, agus } = await city();
    await sent(staff);
    siti.looksAway();
    agus.looksAway();
    await siti.taps('Hadir');
    siti.looksAway();
    await staff.says('/acara');
    await staff.taps('Pembinaan');
    await staff.taps('Ubah');
    staff.looksAway();
    expect(staff.buttons).toEqual([
      'Judul',
      'Tanggal',
      'Pukul',
      'Tempat',
      'Batas jawab',
      '⬅️ Kembali',
    ]);
    await staff.taps('Tempat');
    staff.sees(/Di mana tempatnya/);
    await staff.says('Aula Dinsos, lantai 2');
    const confirm = staff.sees(/Tempat diubah/);
    expect(confirm.text).toContain('Dari: Tangerang Convention Center (TCC), Cimone');
    expect(confirm.text).toContain('Menjadi: Aula Dinsos, lantai 2');
    expect(confirm.text).toContain('2 orang yang diundang akan diberi tahu');
    siti.seesNothing();

    await staff.tapsAtOnce('Simpan dan beri tahu', 2);
    staff.sees(/Tempat sudah diubah. 2 orang sedang diberi tahu/);
    staff.looksAway();
    siti.sees(/📩 Undangan/);
    const told = siti.sees(/Ada perubahan acara/);
    expect(told.text).toContain('📍 Aula Dinsos, lantai 2');
    expect(told.text).toContain('Jawaban Bapak/Ibu tetap: ✅ Hadir');
    siti.seesNothing();
    agus.sees(/📩 Undangan/);
    agus.sees(/Ada perubahan acara/);
    await agus.taps('Tidak hadir', /Ada perubahan/);
    agus.sees(/❌ Tidak hadir/);
  });

  it('another title is corrected without disturbing anybody', async () => {
    const { staff, siti, agus } = await city();
    await sent(staff);
    siti.looksAway();
    agus.looksAway();
    await staff.says('/acara');
    await staff.taps('Pembinaan');
    await staff.taps('Ubah');
    await staff.taps('Judul');
    staff.looksAway();
    await staff.says('Bimbingan teknis PSM');
    staff.sees(/Bimbingan teknis PSM/);
    siti.seesNothing();
    await siti.taps('Hadir');
    siti.sees(/Bimbingan teknis PSM/);
  });

  it('a new day may bring its time along, and takes the deadline with it', async () => {
    const { staff, siti, agus } = await city();
    await sent(staff);
    siti.looksAway();
    agus.looksAway();
    await staff.says('/acara');
    await staff.taps('Pembinaan');
    await staff.taps('Ubah');
    await staff.taps('Tanggal');
    staff.looksAway();
    await staff.says('15 Mei 2024 jam 13.00 - 15.00');
    const confirm = staff.sees(/Tanggal diubah/);
    expect(confirm.text).toContain('Dari: Rabu, 22 Mei 2024, 08.00–12.00 WIB');
    expect(confirm.text).toContain('Menjadi: Rabu, 15 Mei 2024, 13.00–15.00 WIB');
    expect(confirm.text).toContain(
      'Batas jawab ikut pindah ke Selasa, 14 Mei 2024 pukul 23.59 WIB',
    );
    await staff.taps('Simpan dan beri tahu');
    staff.looksAway();
    siti.sees(/📩 Undangan/);
    expect(siti.sees(/Ada perubahan acara/).text).toContain(
      'Rabu, 15 Mei 2024 pukul 13.00–15.00 WIB',
    );
    agus.looksAway();
  });

  it('going back from a change changes nothing', async () => {
    const { staff, siti, agus } = await city();
    await sent(staff);
    siti.looksAway();
    agus.looksAway();
    await staff.says('/acara');
    await staff.taps('Pembinaan');
    await staff.taps('Ubah');
    await staff.taps('Pukul');
    await staff.says('10.00');
    staff.looksAway();
    await staff.taps('Tidak jadi');
    expect(staff.sees(/Undangan dikirim/).text).toContain('pukul 08.00–12.00 WIB');
    siti.seesNothing();
  });

  it('the event can be cancelled after a question, and the invited are told', async () => {
    const { world, staff, siti, agus } = await city();
    await sent(staff);
    siti.looksAway();
    agus.looksAway();
    await staff.says('/acara');
    await staff.taps('Pembinaan');
    await staff.taps('Batalkan acara');
    staff.sees(/Batalkan Pembinaan PSM dan TKSK\? Semua yang diundang/);
    await staff.taps('Tidak jadi');
    staff.sees(/Undangan dikirim/);
    await staff.taps('Batalkan acara', /Undangan dikirim/);
    staff.looksAway();
    await staff.tapsAtOnce('Ya, batalkan acara', 2);
    staff.sees(/Acara dibatalkan\. 2 orang sedang diberi tahu/);
    staff.looksAway();
    for (const kader of [siti, agus]) {
      expect(kader.sees(/Acara dibatalkan/).text).toContain('Bapak/Ibu tidak perlu datang');
      kader.seesNothing();
    }
    expect(await world.db.event.findMany()).toMatchObject([{ status: 'CANCELLED' }]);
  });
});

describe('somebody who registers after the invitations went out', () => {
  it('gets what is still to come and is for them, once', async () => {
    const { world, staff, siti, agus } = await city();
    await sent(staff);
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
