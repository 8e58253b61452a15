import { describe, expect, it } from 'vitest';
import { hall, openHall } from '../support/hall.ts';
import { eventsOf, invitedTraining } from '../support/training.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Bugel', phone: '+6281200000001' };
const budi = { name: 'Budi Santoso', kelurahan: 'Cimone', phone: '+6281200000002' };

describe('scanning the code on the wall', () => {
  it('records at once, with a receipt that tells time and number', async () => {
    const { people, wall, records } = await openHall([siti, budi]);
    const [siti_, budi_] = people;
    await siti_?.follows(await wall());
    const receipt = siti_?.sees('Hadir 07.30 WIB, nomor urut 1');
    expect(receipt?.text).toContain('Pembinaan PSM dan TKSK');
    expect(receipt?.text).toContain('Selamat mengikuti acara');
    await budi_?.follows(await wall());
    budi_?.sees('Hadir 07.30 WIB, nomor urut 2');
    expect(await records()).toMatchObject([
      { number: 1, via: 'SCAN', walkIn: false, byAccountId: null },
      { number: 2, via: 'SCAN', walkIn: false },
    ]);
  });

  it('twice is once: the same number is told again', async () => {
    const { world, people, wall, records } = await openHall([siti]);
    const [person] = people;
    await person?.follows(await wall());
    person?.sees('nomor urut 1');
    await world.advance({ seconds: 45 });
    await person?.follows(await wall());
    person?.sees('Bapak/Ibu sudah tercatat: Hadir 07.30 WIB, nomor urut 1.');
    expect(await records()).toHaveLength(1);
  });

  it('two scans at the same moment are one record', async () => {
    const { world, people, wall, records } = await openHall([siti]);
    const [person] = people;
    const url = await wall();
    for (let scan = 0; scan < 3; scan += 1)
      world.simulator.act(person?.id ?? 0, { do: 'followLink', url });
    await world.settle();
    person?.sees('✅ Hadir 07.30 WIB, nomor urut 1');
    person?.sees(/sudah tercatat/);
    person?.sees(/sudah tercatat/);
    expect(await records()).toHaveLength(1);
  });

  it('a code is taken for its rotation and a grace, a photo of it later is refused kindly', async () => {
    const { world, people, wall, records } = await openHall([siti, budi]);
    const [inTime, tooLate] = people;
    const url = await wall();
    await world.advance({ seconds: 50 });
    await inTime?.follows(url);
    inTime?.sees(/nomor urut 1/);
    await world.advance({ seconds: 15 });
    await tooLate?.follows(url);
    tooLate?.sees(/Kode ini sudah berganti[\s\S]*foto kode tidak bisa dipakai[\s\S]*meja petugas/);
    expect(await records()).toHaveLength(1);
    await tooLate?.follows(await wall());
    tooLate?.sees(/nomor urut 2/);
  });

  it('counts from when the scan reached Telegram, not from when the bot came to it', async () => {
    const { world, people, wall, records } = await openHall([siti]);
    const id = people[0]?.id ?? 0;
    const text = `/start ${new URL(await wall()).searchParams.get('start')}`;
    const date = world.clock.now().getTime() / 1000;
    await world.advance({ minutes: 10 });
    await world.app.bot.handleUpdate({
      update_id: 900_000,
      message: {
        message_id: 900_000,
        date,
        text,
        chat: { id, type: 'private', first_name: 'Siti' },
        from: { id, is_bot: false, first_name: 'Siti' },
      },
    });
    await world.settle();
    people[0]?.sees('Hadir 07.30 WIB, nomor urut 1');
    expect(await records()).toMatchObject([{ at: new Date('2024-05-22T07:30:00+07:00') }]);
  });

  it('an update that Telegram repeats changes nothing', async () => {
    const { world, people, wall, records } = await openHall([siti]);
    const [person] = people;
    await person?.follows(await wall());
    person?.sees(/nomor urut 1/);
    const handled = await world.db.inboundUpdate.findFirstOrThrow({
      orderBy: { updateId: 'desc' },
    });
    await world.app.bot.handleUpdate({
      update_id: handled.updateId,
      message: { message_id: 1, date: 0, chat: { id: person?.id ?? 0, type: 'private' } },
    } as never);
    await world.settle();
    person?.seesNothing();
    expect(await records()).toHaveLength(1);
  });

  it('who comes late is recorded all the same, and sent in', async () => {
    const { world, people, wall } = await openHall([siti]);
    await world.clock.advanceTo('2024-05-22T08:02:00+07:00');
    await people[0]?.follows(await wall());
    people[0]?.sees(
      /Hadir 08\.02 WIB, nomor urut 1[\s\S]*sudah mulai pukul 08\.00 WIB[\s\S]*langsung masuk/,
    );
  });
});

describe('scans that are not recorded have a way on', () => {
  it('not opened yet', async () => {
    const { people, eventId, records } = await hall([siti]);
    await people[0]?.follows(`https://t.me/kader_uji_bot?start=hadir_${eventId}_AAAAAAAAAA`);
    people[0]?.sees(
      /belum dibuka petugas[\s\S]*Rabu, 22 Mei 2024 pukul 08\.00 WIB[\s\S]*scan lagi/,
    );
    expect(await records()).toHaveLength(0);
  });

  it('too early, when check-in was opened the evening before to try the projector', async () => {
    const { world, agus, people, wall, records } = await hall([siti], { at: '2024-05-21T19:00' });
    await agus.says('/absen');
    await agus.taps('Pembinaan PSM');
    agus.sees(/bukan hari ini/);
    await agus.taps('Ya, buka absen sekarang');
    agus.sees(/Scan kader dihitung mulai Rabu, 22 Mei 2024 pukul 05\.00 WIB/);
    agus.looksAway();
    await people[0]?.follows(await wall());
    people[0]?.sees(/terlalu awal[\s\S]*Absen dibuka Rabu, 22 Mei 2024 pukul 05\.00 WIB/);
    expect(await records()).toHaveLength(0);
    await world.clock.advanceTo('2024-05-22T05:00:00+07:00');
    await people[0]?.follows(await wall());
    people[0]?.sees('Hadir 05.00 WIB, nomor urut 1');
  });

  it('closed', async () => {
    const { world, agus, people, wall, records } = await openHall([siti]);
    const url = await wall();
    await world.clock.advance(5_000);
    await agus.taps('Tutup absen');
    agus.sees(/Sudah ditutup 07\.30 WIB/);
    await people[0]?.follows(url);
    people[0]?.sees(/sudah ditutup[\s\S]*meja petugas/);
    expect(await records()).toHaveLength(0);
    await agus.taps('Buka lagi');
    agus.sees(/Dibuka 07\.30 WIB/);
    await people[0]?.follows(await wall());
    people[0]?.sees(/nomor urut 1/);
  });

  it('cancelled', async () => {
    const { world, people, eventId, wall } = await openHall([siti]);
    const url = await wall();
    const staff = await world.db.account.findFirstOrThrow({ where: { firstName: 'Agus' } });
    await eventsOf(world).cancel(staff.id, eventId);
    await world.settle();
    people[0]?.looksAway();
    await people[0]?.follows(url);
    people[0]?.sees(/dibatalkan, jadi tidak ada absen/);
  });

  it('a wrong or unknown code', async () => {
    const { people, eventId, records } = await openHall([siti]);
    for (const code of ['hadir_999_AAAAAAAAAA', `hadir_${eventId}_pendek`, 'hadir_xx']) {
      await people[0]?.follows(`https://t.me/kader_uji_bot?start=${code}`);
      people[0]?.sees(/Kode ini tidak saya kenal[\s\S]*meja petugas/);
    }
    await people[0]?.follows(`https://t.me/kader_uji_bot?start=hadir_${eventId}_AAAAAAAAAA`);
    people[0]?.sees(/Kode ini sudah berganti/);
    expect(await records()).toHaveLength(0);
  });

  it('not invited: to the desk, and to what one is invited to that day', async () => {
    const { world, agus, people, wall } = await openHall([siti]);
    await world.onRoster({ name: 'Tono', jabatan: 'TKSK', kecamatan: 'Karawaci' });
    const other = await invitedTraining(world, {
      title: 'Rapat TKSK',
      time: { start: '10:00', end: null },
      place: 'Aula Dinsos',
      audience: { include: [{ by: 'jabatan', jabatan: 'TKSK' }] },
      deadline: { daysBefore: 0, time: null },
    });
    await agus.says('/absen');
    await agus.taps('Rapat TKSK');
    agus.looksAway();
    await people[0]?.follows(await wall(other));
    people[0]?.sees(
      /tidak ada di daftar undangan Rapat TKSK[\s\S]*Pembinaan PSM dan TKSK[\s\S]*meja petugas/,
    );
  });

  it('the code of one event opens no other one', async () => {
    const { world, agus, people, eventId, wall, records } = await openHall([siti]);
    const other = await invitedTraining(world, {
      title: 'Rapat lain',
      time: { start: '10:00', end: null },
      deadline: { daysBefore: 0, time: null },
    });
    people[0]?.looksAway();
    await agus.says('/absen');
    await agus.taps('Rapat lain');
    agus.looksAway();
    const code = (await wall(other)).slice(-10);
    await people[0]?.follows(`https://t.me/kader_uji_bot?start=hadir_${eventId}_${code}`);
    people[0]?.sees(/Kode ini sudah berganti/);
    expect(await records()).toHaveLength(0);
  });

  it('not registered: registering begins, with the word to scan again or go to the desk', async () => {
    const { world, wall, records } = await openHall([siti]);
    const stranger = world.person('Rudi');
    await stranger.follows(await wall());
    stranger.sees(
      /Selamat datang di Pembinaan PSM dan TKSK[\s\S]*scan lagi kode di layar[\s\S]*meja/,
    );
    await stranger.taps('Setuju');
    stranger.looksAway();
    expect(await records()).toHaveLength(0);
  });

  it('taken back at the desk: a new scan brings the record back with its number', async () => {
    const { world, agus, people, wall, records } = await openHall([siti]);
    await people[0]?.follows(await wall());
    people[0]?.sees(/nomor urut 1/);
    await world.clock.advance(20_000);
    await agus.taps('Meja di chat');
    agus.looksAway();
    await agus.says('sit');
    agus.looksAway();
    await agus.taps('Siti Aminah');
    agus.sees(/Sudah tercatat lewat layar: Hadir 07\.30 WIB, nomor urut 1/);
    await agus.taps('Urungkan');
    agus.sees(/Diurungkan: nomor urut 1/);
    people[0]?.sees(/dibatalkan petugas/);
    await world.clock.advance(20_000);
    await people[0]?.follows(await wall());
    people[0]?.sees('Hadir 07.30 WIB, nomor urut 1');
    expect(await records()).toMatchObject([{ undoneAt: null, via: 'SCAN' }]);
  });
});
