import { describe, expect, it } from 'vitest';
import { openDesk, openHall } from '../support/hall.ts';
import { startWorld } from '../support/world.ts';

const siti = { name: 'Hj. Siti Aminah, S.Sos.', kelurahan: 'Bugel' };
const budi = { name: 'Budi Santoso', kelurahan: 'Cimone' };
const all = [siti, budi, { name: 'Siti Rohmah', kelurahan: 'Cimone' }];

describe('the desk in chat', () => {
  it('three letters find people with their kelurahan; a tap records with the next number', async () => {
    const { agus, records, deeds } = await openDesk(all);
    await agus.says('sit');
    agus.sees(/Hasil untuk "sit"/);
    expect(agus.buttons).toEqual([
      'Hj. Siti Aminah, S.Sos. · Bugel',
      'Siti Rohmah · Cimone',
      '➕ Tidak ada di daftar',
    ]);
    await agus.taps('Hj. Siti Aminah');
    agus.sees(
      /✅ Hadir 07\.30 WIB, nomor urut 1\s+Hj\. Siti Aminah, S\.Sos\.\s+PSM Kelurahan Bugel/,
    );
    await agus.says('san bud');
    await agus.taps('Budi Santoso');
    agus.looksAway();
    const rows = await records();
    expect(rows).toMatchObject([
      { number: 1, via: 'DESK', walkIn: false },
      { number: 2, via: 'DESK', walkIn: false },
    ]);
    expect(rows[0]?.byAccountId).not.toBeNull();
    expect(await deeds()).toEqual(['check-in.open', 'check-in.record', 'check-in.record']);
  });

  it('a kelurahan narrows a common name down, and whoever came is marked', async () => {
    const { agus } = await openDesk(all);
    await agus.says('siti cim');
    agus.looksAway();
    expect(agus.buttons).toEqual(['Siti Rohmah · Cimone', '➕ Tidak ada di daftar']);
    await agus.taps('Siti Rohmah');
    agus.looksAway();
    await agus.says('roh');
    agus.looksAway();
    expect(agus.buttons[0]).toBe('✅ Siti Rohmah · no. 1');
    await agus.taps('Siti Rohmah');
    agus.sees(/Sudah tercatat di meja: Hadir 07\.30 WIB, nomor urut 1/);
  });

  it('more than fit are said to be more', async () => {
    const many = Array.from({ length: 10 }, (_, n) => ({
      name: `Nur ${'abcdefghij'[n]}yu`,
      kelurahan: 'Cimone',
    }));
    const { agus } = await openDesk(many);
    await agus.says('nur');
    agus.sees(/Masih ada yang lain/);
    expect(agus.buttons).toHaveLength(9);
  });

  it('two taps record once, and tell of the same number', async () => {
    const { agus, records } = await openDesk(all);
    await agus.says('bud');
    agus.looksAway();
    await agus.tapsAtOnce('Budi Santoso', 2);
    agus.sees(/nomor urut 1/);
    agus.looksAway();
    expect(await records()).toHaveLength(1);
  });

  it('two desks at once record one arrival once', async () => {
    const { world, agus, eventId, records } = await openDesk(all);
    const dewi = await world.officer('Dewi', 'STAFF');
    await dewi.says('/absen');
    await dewi.taps('Pembinaan PSM');
    await dewi.taps('Meja di chat');
    await dewi.says('bud');
    await agus.says('bud');
    dewi.looksAway();
    agus.looksAway();
    await Promise.all([agus.tapsAtOnce('Budi Santoso', 1), dewi.tapsAtOnce('Budi Santoso', 1)]);
    agus.sees(/nomor urut 1/);
    dewi.sees(/nomor urut 1/);
    expect(await records()).toHaveLength(1);
    const event = await world.db.event.findUniqueOrThrow({ where: { id: eventId } });
    expect(event.checkInCount).toBe(1);
  });

  it('undo takes back, recording again brings back the number; each is audited', async () => {
    const { world, agus, records, deeds } = await openDesk(all);
    await agus.says('bud');
    await agus.taps('Budi Santoso');
    agus.looksAway();
    await agus.taps('Urungkan');
    agus.sees(/Diurungkan: nomor urut 1\s+Budi Santoso/);
    expect((await records())[0]?.undoneAt).not.toBeNull();
    await world.clock.advance(60_000);
    await agus.taps('Catat lagi');
    agus.sees(/Hadir 07\.31 WIB, nomor urut 1/);
    expect(await records()).toMatchObject([{ number: 1, undoneAt: null }]);
    expect(await deeds()).toEqual([
      'check-in.open',
      'check-in.record',
      'check-in.undo',
      'check-in.record',
    ]);
  });

  it('an old undo button says what is the case and undoes nothing twice', async () => {
    const { agus, deeds } = await openDesk(all);
    await agus.says('bud');
    await agus.taps('Budi Santoso');
    agus.looksAway();
    await agus.tapsAtOnce('Urungkan', 2);
    agus.sees(/Diurungkan/);
    agus.looksAway();
    expect(await deeds()).toEqual(['check-in.open', 'check-in.record', 'check-in.undo']);
  });

  it('leaving early is noted with its time, and can be taken back', async () => {
    const { world, agus, records, deeds } = await openDesk(all);
    await agus.says('bud');
    await agus.taps('Budi Santoso');
    agus.looksAway();
    await world.clock.advanceTo('2024-05-22T10:15:00+07:00');
    await agus.taps('Pulang lebih awal');
    agus.sees(/Budi Santoso[\s\S]*Pulang lebih awal 10\.15 WIB/);
    expect((await records())[0]?.leftAt).toEqual(new Date('2024-05-22T10:15:00+07:00'));
    await agus.taps('Tidak jadi pulang');
    agus.sees(/Budi Santoso/);
    expect((await records())[0]?.leftAt).toBeNull();
    expect((await deeds()).slice(-2)).toEqual(['check-in.leave', 'check-in.leave']);
  });

  it('stickers, signs and single letters are met with help; /selesai leaves the desk', async () => {
    const { agus } = await openDesk(all);
    for (const odd of ['?', 's', '123']) {
      await agus.says(odd);
      agus.sees(/ketik tiga huruf nama/);
    }
    await agus.sendsSticker();
    agus.sees(/ketik tiga huruf nama/);
    await agus.says('/selesai');
    agus.sees(/meja ditutup/);
    await agus.says('/selesai');
    agus.sees(/tidak sedang di meja absen/);
    await agus.taps('💬 Meja di chat');
    agus.looksAway();
    await agus.taps('Selesai');
    agus.sees(/meja ditutup/);
  });

  it('/batal says that whoever was recorded stays recorded', async () => {
    const { agus, records } = await openDesk(all);
    await agus.says('bud');
    await agus.taps('Budi Santoso');
    agus.looksAway();
    await agus.says('/batal');
    agus.sees(/dibatalkan[\s\S]*Yang sudah dicatat hadir tetap tercatat[\s\S]*\/absen/);
    expect(await records()).toMatchObject([{ number: 1, undoneAt: null }]);
    await agus.says('/batal');
    agus.sees(/Tidak ada yang perlu dibatalkan/);
  });

  it('once check-in is closed, a button of the desk says so', async () => {
    const { agus, records } = await openDesk(all);
    await agus.says('bud');
    agus.looksAway();
    await agus.taps('Tutup absen');
    agus.looksAway();
    await agus.taps('Budi Santoso');
    agus.sees(/sudah ditutup[\s\S]*\/absen/);
    expect(await records()).toHaveLength(0);
    await agus.says('bud');
    agus.sees(/sudah ditutup/);
    await agus.says('bud');
    agus.sees(/belum mengerti/);
  });

  it('a coordinator records people of the own area only', async () => {
    const { world, records } = await openHall([siti, budi], { withTelegram: false });
    const wati = await world.officer('Wati', 'COORDINATOR', { kelurahan: 'Cimone' });
    await wati.says('/absen');
    await wati.taps('Pembinaan PSM');
    wati.sees(/Hadir: 0 dari 2 undangan/);
    expect(wati.buttons).toEqual(['💬 Meja di chat', '🔄 Segarkan', '⬅️ Acara lain']);
    await wati.taps('Meja di chat');
    await wati.says('sit');
    wati.looksAway();
    expect(wati.buttons).not.toContain('Hj. Siti Aminah, S.Sos. · Bugel');
    await wati.says('bud');
    await wati.taps('Budi Santoso');
    wati.sees(/nomor urut 1/);
    wati.looksAway();
    expect(await records()).toHaveLength(1);
  });

  it('is for staff and coordinators', async () => {
    const world = await startWorld();
    const person = await world.registered(siti);
    await person.says('/absen');
    person.sees(/Cara absen di tempat acara/);
    await person.says('/selesai');
    person.sees(/hanya untuk koordinator dan petugas/);
  });
});

describe('what a kader hears of a desk', () => {
  it('recorded by name they get the receipt, with a word for whoever was not there', async () => {
    const { agus, people } = await openDesk([siti], { withTelegram: true });
    await agus.says('sit');
    await agus.taps('Hj. Siti Aminah');
    agus.looksAway();
    const receipt = people[0]?.sees(/✅ Hadir 07\.30 WIB, nomor urut 1\s+Pembinaan PSM dan TKSK/);
    expect(receipt?.text).toContain('Kalau Bapak/Ibu tidak datang, mohon kabari petugas.');
    await agus.taps('Pulang lebih awal');
    agus.looksAway();
    people[0]?.seesNothing();
  });

  it('undone after the receipt arrived they are told, and recorded again they get another', async () => {
    const { world, agus, people } = await openDesk([siti], { withTelegram: true });
    const [reader] = people;
    await agus.says('sit');
    await agus.taps('Hj. Siti Aminah');
    reader?.sees(/nomor urut 1/);
    await world.advance({ minutes: 1 });
    await agus.tapsAtOnce('Urungkan', 2);
    reader?.sees(/Catatan hadir Bapak\/Ibu di Pembinaan PSM dan TKSK dibatalkan petugas/);
    reader?.seesNothing();
    await world.advance({ minutes: 1 });
    await agus.taps('Catat lagi');
    reader?.sees(/Hadir 07\.32 WIB, nomor urut 1/);
    agus.looksAway();
  });
});
