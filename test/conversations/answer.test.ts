import { describe, expect, it } from 'vitest';
import { eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld, type World } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Bugel', phone: '+6281200000001' };

async function history(world: World): Promise<string[]> {
  const entries = await world.db.answerEntry.findMany({ orderBy: { id: 'asc' } });
  return entries.map(({ answer, reason, via }) => `${answer} ${reason ?? '-'} ${via}`);
}

async function standing(world: World): Promise<string | null> {
  const invitation = await world.db.invitation.findFirst({ where: { answer: { not: null } } });
  return invitation?.answer ?? null;
}

describe('answering an invitation', () => {
  it('the answer shows on the same message, can be changed, and is counted once', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    const invitation = person.sees(/Undangan/);
    expect(invitation.text).toContain('Pembinaan PSM dan TKSK');
    expect(invitation.text).toContain('Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB');
    expect(invitation.text).toContain('Tangerang Convention Center (TCC), Cimone');
    expect(invitation.text).toContain('Senin, 20 Mei 2024 pukul 23.59 WIB');
    expect(person.buttons).toEqual(['Hadir', 'Tidak hadir', 'Izin']);

    await person.taps('Hadir');
    const answered = person.sees(/Jawaban Bapak\/Ibu: ✅ Hadir/);
    expect(answered.messageId).toBe(invitation.messageId);
    expect(answered.text).toContain('Bisa diubah sampai Senin, 20 Mei 2024 pukul 23.59 WIB');
    expect(person.buttons).toEqual(['✔️ Hadir', 'Tidak hadir', 'Izin']);

    await person.taps('Tidak hadir');
    person.sees(/Jawaban Bapak\/Ibu: ❌ Tidak hadir/);
    expect(await standing(world)).toBe('TIDAK_HADIR');
    expect(await history(world)).toEqual(['HADIR - BUTTON', 'TIDAK_HADIR - BUTTON']);
    expect(await world.db.invitation.count()).toBe(1);
  });

  it('two taps at once are one answer', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    person.sees(/Undangan/);
    await person.tapsAtOnce('Hadir', 3);
    person.sees(/✅ Hadir/);
    person.seesNothing();
    expect(await history(world)).toEqual(['HADIR - BUTTON']);
  });

  it('after the deadline it says so, and whom to call', async () => {
    const world = await startWorld({ at: '2024-05-20T23:50' });
    const person = await world.registered(siti);
    const coordinator = await world.registered({
      name: 'Haji Mahmud',
      kecamatan: 'Karawaci',
      jabatan: 'TKSK',
      phone: '+6281200000009',
    });
    const account = await world.db.account.findUniqueOrThrow({
      where: { telegramId: BigInt(coordinator.id) },
    });
    await world.db.grant.create({
      data: {
        accountId: account.id,
        role: 'COORDINATOR',
        kecamatanCode: world.area({ kecamatan: 'Karawaci' }).kecamatanCode,
        grantedAt: world.clock.now(),
      },
    });
    await invitedTraining(world);
    person.sees(/Undangan/);
    await person.taps('Hadir');
    person.sees(/✅ Hadir/);

    await world.advanceTo('2024-05-21T00:01');
    await person.taps('Tidak hadir');
    const closed = person.sees(/Batas jawab sudah lewat/);
    expect(closed.text).toContain('Jawaban Bapak/Ibu: ✅ Hadir');
    expect(closed.text).toContain('Haji Mahmud, +6281200000009');
    expect(closed.buttons).toEqual([]);
    expect(await standing(world)).toBe('HADIR');
    coordinator.looksAway();
  });

  it('without a coordinator the office is named', async () => {
    const world = await startWorld({ at: '2024-05-20T23:50' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    person.sees(/Undangan/);
    await world.advanceTo('2024-05-21T00:00');
    await person.taps('Hadir');
    person.sees(/hubungi petugas Dinsos/);
    expect(await history(world)).toEqual([]);
  });

  it('a past and a cancelled event say so on their old buttons', async () => {
    const world = await startWorld({ at: '2024-05-10T21:30' });
    const person = await world.registered(siti);
    await invitedTraining(world, {
      title: 'Rapat lama',
      day: '2024-05-10',
      time: { start: '21:45', end: '22:00' },
      deadline: { daysBefore: 0, time: null },
    });
    const cancelled = await invitedTraining(world, { title: 'Rapat batal' });
    person.looksAway();
    await eventsOf(world).cancel(1, cancelled);
    await world.settle();
    person.sees(/Acara dibatalkan/);
    await person.taps('Hadir', /Undangan[\s\S]*Rapat batal/);
    expect(person.sees(/Acara ini dibatalkan/).text).toContain('tidak perlu datang');

    await world.advanceTo('2024-05-10T22:00');
    await person.taps('Hadir', /Undangan[\s\S]*Rapat lama/);
    person.sees(/Acara ini sudah selesai/);
    expect(await history(world)).toEqual([]);
  });

  it('somebody who is not linked any more, or was never invited, is told kindly', async () => {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    const eventId = await invitedTraining(world);
    person.sees(/Undangan/);
    await world.db.invitation.deleteMany({ where: { eventId } });
    await person.taps('Hadir');
    person.sees(/tidak ada di daftar undangan/);

    await invitedTraining(world, { title: 'Acara kedua' });
    person.sees(/Acara kedua/);
    await world.db.account.updateMany({
      where: { telegramId: BigInt(person.id) },
      data: { kaderId: null },
    });
    await person.taps('Hadir', /Acara kedua/);
    person.sees(/perlu terdaftar dulu/);
    expect(await history(world)).toEqual([]);
  });
});

describe('izin', () => {
  async function asked() {
    const world = await startWorld({ at: '2024-05-10T09:00' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    const invitation = person.sees(/Undangan/);
    await person.taps('Izin');
    const question = person.sees(/Apa alasannya/);
    expect(question.messageId).toBe(invitation.messageId);
    return { world, person, invitation };
  }

  it('asks for the reason, by button', async () => {
    const { world, person } = await asked();
    expect(person.buttons).toEqual([
      'Sakit',
      'Kerja',
      'Acara keluarga',
      'Urusan lain',
      'Tanpa alasan: Tidak hadir',
      '⬅️ Kembali',
    ]);
    expect(await standing(world)).toBeNull();
    await person.taps('Acara keluarga');
    person.sees(/Jawaban Bapak\/Ibu: 🙏 Izin: acara keluarga/);
    expect(await history(world)).toEqual(['IZIN acara keluarga BUTTON']);
  });

  it('or in one’s own words; the answer shows on the invitation', async () => {
    const { world, person, invitation } = await asked();
    await person.says('anak saya  opname di RSUD');
    const shown = person.sees(/Jawaban Bapak\/Ibu: 🙏 Izin: anak saya opname di RSUD/);
    expect(shown.messageId).toBe(invitation.messageId);
    person.sees(/Dicatat untuk Pembinaan PSM dan TKSK: 🙏 Izin: anak saya opname di RSUD/);
    expect(await history(world)).toEqual(['IZIN anak saya opname di RSUD BUTTON']);
  });

  it('without a reason it is a plain no', async () => {
    const { world, person } = await asked();
    await person.taps('Tanpa alasan');
    person.sees(/❌ Tidak hadir/);
    expect(await history(world)).toEqual(['TIDAK_HADIR - BUTTON']);
    await person.says('sakit');
    person.looksAway();
    expect(await standing(world)).toBe('TIDAK_HADIR');
  });

  it('going back records nothing', async () => {
    const { world, person } = await asked();
    await person.taps('Kembali');
    person.sees(/Mohon dijawab paling lambat/);
    await person.says('sakit');
    person.looksAway();
    expect(await history(world)).toEqual([]);
  });

  it('strange input is met with help, and never taken for a reason', async () => {
    const { world, person } = await asked();
    await person.sendsSticker();
    person.sees(/Mohon alasan izinnya diketik/);
    await person.sendsFile('suara.ogg', new Uint8Array([1, 2, 3]), undefined, 'voice');
    person.sees(/Mohon alasan izinnya diketik/);
    await person.says('?');
    person.sees(/Alasannya belum jelas/);
    await person.says('eh jadi hadir bu');
    person.sees(/belum saya catat sebagai alasan/);
    await person.says('a'.repeat(300));
    person.sees(/terlalu panjang/);
    expect(await history(world)).toEqual([]);
    await person.taps('Kerja');
    person.sees(/🙏 Izin: kerja/);
  });

  it('a command in the middle still works, and the buttons stay valid', async () => {
    const { world, person } = await asked();
    await person.says('/agenda');
    person.sees(/Pembinaan PSM dan TKSK/);
    await person.taps('Sakit', /Apa alasannya/);
    person.sees(/🙏 Izin: sakit/);
    expect(await history(world)).toEqual(['IZIN sakit BUTTON']);
  });

  it('what is written hours later is not taken for the reason', async () => {
    const { world, person } = await asked();
    await world.advance({ minutes: 61 });
    await person.says('pak insentif saya sudah cair belum');
    person.sees(/belum saya catat/);
    expect(await history(world)).toEqual([]);
    await person.taps('Sakit');
    person.sees(/🙏 Izin: sakit/);
  });

  it('a restart between the question and the reason loses nothing', async () => {
    const { world, person } = await asked();
    await world.restart();
    await person.says('ibu masuk rumah sakit');
    person.sees(/Jawaban Bapak\/Ibu: 🙏 Izin: ibu masuk rumah sakit/);
    person.sees(/Dicatat/);
  });

  it('a reason that comes after the deadline is not taken', async () => {
    const world = await startWorld({ at: '2024-05-20T23:50' });
    const person = await world.registered(siti);
    await invitedTraining(world);
    person.sees(/Undangan/);
    await person.taps('Izin');
    person.sees(/Apa alasannya/);
    await world.advanceTo('2024-05-21T00:05');
    await person.says('anak sakit');
    person.sees(/Batas jawab sudah lewat/);
    expect(await history(world)).toEqual([]);
  });

  it('the reason can be changed like any answer', async () => {
    const { world, person } = await asked();
    await person.taps('Kerja');
    person.sees(/Izin: kerja/);
    await person.taps('Izin');
    person.sees(/Apa alasannya/);
    await person.taps('Sakit');
    person.sees(/Izin: sakit/);
    expect(await history(world)).toEqual(['IZIN kerja BUTTON', 'IZIN sakit BUTTON']);
  });
});
