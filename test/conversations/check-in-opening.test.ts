import { describe, expect, it } from 'vitest';
import { hall, openHall } from '../support/hall.ts';
import { eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Siti Aminah', kelurahan: 'Bugel' };
const venue = { latitude: -6.1855, longitude: 106.6086 };

describe('/absen', () => {
  it('without any event tells where they are made', async () => {
    const world = await startWorld();
    const agus = await world.officer('Agus', 'STAFF');
    await agus.says('/absen');
    agus.sees(/Belum ada acara/);
    expect(agus.buttons).toEqual(['➕ Buat acara']);
  });

  it('opens the check-in of today’s event at once, and again shows it only', async () => {
    const { agus, deeds } = await hall([siti]);
    await agus.says('/absen');
    agus.sees(/Absen untuk acara yang mana/);
    await agus.taps('Pembinaan PSM');
    const card = agus.sees(/Dibuka 07\.30 WIB[\s\S]*Hadir: 0 dari 1 undangan/);
    expect(card.buttons.map((row) => row.map(({ text }) => text))).toEqual([
      ['🖥 Layar', '📱 Meja'],
      ['💬 Meja di chat'],
      ['📍 Lokasi & radius', '🔄 Segarkan'],
      ['⏹ Tutup absen'],
      ['⬅️ Acara lain'],
    ]);
    await agus.taps('Acara lain');
    await agus.tapsAtOnce('Pembinaan PSM', 1);
    agus.looksAway();
    expect(await deeds()).toEqual(['check-in.open']);
  });

  it('the card counts when it is refreshed', async () => {
    const { world, agus, people, wall } = await openHall([siti]);
    await people[0]?.follows(await wall());
    people[0]?.looksAway();
    await world.clock.advance(60_000);
    await agus.taps('Segarkan');
    agus.sees(
      /Hadir: 1 dari 1 undangan[\s\S]*1\. Siti Aminah \(07\.30 WIB\)[\s\S]*Keadaan 07\.31 WIB/,
    );
  });

  it('the secret of the codes is made once, also when closed and opened again', async () => {
    const { world, agus, eventId, deeds } = await openHall([siti]);
    const key = async () =>
      (await world.db.event.findUniqueOrThrow({ where: { id: eventId } })).checkInKey;
    const made = await key();
    await agus.taps('Tutup absen');
    await agus.taps('Buka lagi');
    agus.looksAway();
    expect(await key()).toBe(made);
    expect(await deeds()).toEqual(['check-in.open', 'check-in.close', 'check-in.reopen']);
  });

  it('closing twice is closing once', async () => {
    const { agus, deeds } = await openHall([siti]);
    await agus.tapsAtOnce('Tutup absen', 2);
    agus.looksAway();
    expect(await deeds()).toEqual(['check-in.open', 'check-in.close']);
  });

  it('an event of another day asks first', async () => {
    const { agus, deeds } = await hall([siti], { at: '2024-05-20T09:00' });
    await agus.says('/absen');
    await agus.taps('Pembinaan PSM');
    agus.sees(/Rabu, 22 Mei 2024[\s\S]*bukan hari ini/);
    await agus.taps('Acara lain');
    agus.looksAway();
    expect(await deeds()).toEqual([]);
  });

  it('a cancelled event has none, also under an old card', async () => {
    const { world, agus, people, eventId } = await openHall([siti]);
    const staff = await world.db.account.findFirstOrThrow({ where: { firstName: 'Agus' } });
    await eventsOf(world).cancel(staff.id, eventId);
    await world.settle();
    people[0]?.looksAway();
    await agus.taps('Segarkan');
    agus.sees(/sudah dibatalkan/);
    await agus.taps('Acara lain');
    agus.sees(/Belum ada acara/);
  });

  it('what is today comes before what is coming, and that before what is over', async () => {
    const { world, agus, people } = await hall([siti]);
    for (const [title, day] of [
      ['Rapat Juni', '2024-06-03'],
      ['Rapat besok', '2024-05-23'],
    ] as const)
      await invitedTraining(world, { title, day, deadline: { daysBefore: 0, time: null } });
    people[0]?.looksAway();
    await agus.says('/absen');
    agus.looksAway();
    expect(agus.buttons).toEqual([
      'Rab 22 Mei · Pembinaan PSM dan TKSK',
      'Kam 23 Mei · Rapat besok',
      'Sen 3 Jun · Rapat Juni',
    ]);
  });
});

describe('proof of place', () => {
  it('staff set the place by a location, then the radius; both are audited', async () => {
    const { world, agus, eventId, deeds } = await openHall([siti]);
    await agus.taps('Lokasi & radius');
    agus.sees(/tanpa bukti lokasi/);
    agus.sees(/tunggu lokasinya/);
    await agus.says('di TCC');
    agus.sees(/Mohon kirim lokasi tempat acara/);
    await agus.sharesLocation(venue);
    agus.sees(/tersimpan/);
    agus.sees(/dalam 200 m dari titik acara/);
    await agus.taps('500 m');
    agus.sees(/dalam 500 m/);
    const event = () => world.db.event.findUniqueOrThrow({ where: { id: eventId } });
    expect(await event()).toMatchObject({ ...venue, radius: 500 });
    await agus.taps('Tanpa bukti lokasi');
    agus.sees(/tanpa bukti lokasi/);
    expect(await event()).toMatchObject({ latitude: null, radius: null });
    await agus.taps('Kembali');
    agus.sees(/Hadir: 0 dari 1/);
    expect((await deeds()).slice(1)).toEqual([
      'check-in.venue',
      'check-in.venue',
      'check-in.venue',
    ]);
  });

  it('going back takes the question for the place away, with its key', async () => {
    const { agus, deeds } = await openHall([siti]);
    await agus.taps('Lokasi & radius');
    agus.looksAway();
    expect(agus.keys).toEqual(['📍 Kirim lokasi saya']);
    await agus.taps('Kembali');
    agus.sees(/Hadir: 0 dari 1/);
    agus.sees(/tidak menunggu lokasi lagi/);
    expect(agus.keys).toContain('✅ Absen');
    await agus.sharesLocation(venue);
    agus.sees(/belum mengerti/);
    expect(await deeds()).toEqual(['check-in.open']);
  });

  /** A hall that asks for proof of place. */
  async function guardedHall() {
    const opened = await openHall([siti]);
    await opened.world.db.event.update({
      where: { id: opened.eventId },
      data: { ...venue, radius: 200 },
    });
    return opened;
  }

  it('a scan asks for the location; near the hall it counts from the scan on', async () => {
    const { world, people, wall, records } = await guardedHall();
    const [person] = people;
    await person?.follows(await wall());
    person?.sees(/Satu langkah lagi[\s\S]*Kirim lokasi saya/);
    expect(person?.keys).toEqual(['📍 Kirim lokasi saya', 'Batal']);
    expect(await records()).toHaveLength(0);
    await world.clock.advance(60_000);
    await person?.sendsSticker();
    person?.sees(/tekan tombol 📍 Kirim lokasi saya/);
    await person?.sendsFile('suara.ogg', Buffer.from('suara'), undefined, 'voice');
    person?.sees(/tekan tombol 📍 Kirim lokasi saya/);
    await person?.says('saya sudah di aula');
    person?.sees(/tekan tombol 📍 Kirim lokasi saya/);
    await person?.says('/start');
    person?.looksAway();
    await person?.sharesLocation({ latitude: -6.1856, longitude: 106.6091 });
    person?.sees('Hadir 07.30 WIB, nomor urut 1');
    expect(person?.keys).toContain('🪪 Kartu');
    expect(await records()).toMatchObject([{ via: 'SCAN', distance: 56 }]);
  });

  it('from afar it is refused with the distance, and may be tried again', async () => {
    const { people, wall, records } = await guardedHall();
    const [person] = people;
    await person?.follows(await wall());
    person?.looksAway();
    await person?.sharesLocation({ latitude: -6.2088, longitude: 106.8456 });
    person?.sees(/kira-kira 26,3 km dari tempat acara[\s\S]*meja petugas/);
    expect(await records()).toHaveLength(0);
    await person?.sharesLocation(venue);
    person?.sees(/nomor urut 1/);
  });

  it('a location more than five minutes later does not count', async () => {
    const { world, people, wall, records } = await guardedHall();
    const [person] = people;
    await person?.follows(await wall());
    person?.looksAway();
    await world.clock.advance(6 * 60_000);
    await person?.sharesLocation(venue);
    person?.sees(/lebih dari 5 menit[\s\S]*scan lagi/);
    expect(await records()).toHaveLength(0);
  });

  it('a location that is passed on does not count, and *Batal* ends it', async () => {
    const { people, wall, records, world } = await guardedHall();
    const [person] = people;
    await person?.sharesLocation(venue);
    person?.sees(/belum mengerti/);
    await person?.follows(await wall());
    person?.looksAway();
    const own = world.simulator
      .messagesOf(person?.id ?? 0)
      .findLast((message) => message.location !== null);
    world.simulator.act(person?.id ?? 0, {
      do: 'forward',
      chatId: person?.id ?? 0,
      fromChatId: person?.id ?? 0,
      messageId: own?.messageId ?? 0,
    });
    await world.settle();
    person?.sees(/Lokasi yang diteruskan tidak bisa dipakai/);
    await person?.says('Batal');
    person?.sees(/belum dicatat/);
    expect(await records()).toHaveLength(0);
  });
});
