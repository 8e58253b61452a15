import { describe, expect, it } from 'vitest';
import { historyOf, idOf, karawaci } from '../support/recording.ts';
import { eventsOf } from '../support/training.ts';

describe('/catat', () => {
  it('records an answer for somebody without Telegram, marked with who recorded it, and audited', async () => {
    const { world, ani, eventId } = await karawaci();
    await ani.says('/catat');
    ani.sees(/Catat jawaban untuk acara yang mana/);
    await ani.taps('Pembinaan');
    ani.sees(/2 orang belum menjawab dan tidak terjangkau bot/);
    expect(ani.buttons).toEqual([
      'Dedi · Kelurahan Nusa Jaya',
      'Dewi Lestari · Kelurahan Bugel',
      '⬅️ Acara lain',
      '✅ Selesai mencatat',
    ]);
    await ani.taps('Dewi Lestari');
    expect(ani.sees(/Dewi Lestari, PSM, Kelurahan Bugel/).text).toContain('+6281200000003');
    await ani.taps('Hadir');
    const receipt = ani.sees(/Dicatat untuk Dewi Lestari: ✅ Hadir \(dicatat oleh Bu Ani\)/);
    expect(receipt.text).not.toContain('dikabari');
    expect(await historyOf(world, 'Dewi Lestari')).toEqual(['HADIR STAFF Bu Ani']);
    const audit = await world.db.auditEntry.findFirstOrThrow({
      where: { action: 'answer.record' },
    });
    expect(audit).toMatchObject({
      subject: `kader:${await idOf(world, 'Dewi Lestari')}`,
      before: { eventId, answer: null },
      after: { eventId, answer: 'HADIR' },
    });

    await ani.taps('Orang lain');
    ani.sees(/1 orang belum menjawab/);
    await ani.taps('Selesai');
    ani.sees(/Yang sudah dicatat tetap tersimpan/);
    await ani.says('dewi');
    ani.sees(/belum mengerti/);
  });

  it('finds people by the beginnings of their names, within the own area only', async () => {
    const { ani } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    ani.looksAway();
    await ani.says('De');
    ani.sees(/Jawaban siapa yang dicatat/);
    expect(ani.buttons.slice(0, 2)).toEqual([
      'Dedi · Kelurahan Nusa Jaya',
      'Dewi Lestari · Kelurahan Bugel',
    ]);
    await ani.says('les dew');
    ani.sees(/Jawaban sekarang: Belum dijawab/);
    await ani.says('Budi');
    ani.sees(/Tidak ada undangan di wilayah Bapak\/Ibu untuk nama yang diawali "Budi"/);
    await ani.sendsSticker();
    ani.sees(/Mohon diketik awal namanya/);
  });

  it('nobody records for another area, not even by an old button', async () => {
    const { world, ani, eventId } = await karawaci();
    const pajang = await world.officer('Pak Jaja', 'COORDINATOR', { kelurahan: 'Pajang' });
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.taps('Dewi');
    ani.looksAway();
    const grant = await world.db.grant.findFirstOrThrow({
      where: { account: { firstName: 'Bu Ani' } },
    });
    await world.db.grant.update({
      where: { id: grant.id },
      data: world.area({ kecamatan: 'Benda' }),
    });
    await ani.taps('Hadir');
    ani.sees(/Kader itu tidak ada di wilayah Bapak\/Ibu/);
    await world.db.grant.update({
      where: { id: grant.id },
      data: world.area({ kecamatan: 'Karawaci' }),
    });
    await ani.says('/catat');
    ani.looksAway();
    expect(await world.db.answerEntry.count({ where: { invitation: { eventId } } })).toBe(0);

    await world.db.grant.update({
      where: { id: grant.id },
      data: { revokedAt: world.clock.now() },
    });
    await ani.taps('Pembinaan');
    ani.sees(/hanya untuk koordinator/);

    await pajang.says('/catat');
    await pajang.taps('Pembinaan');
    expect(pajang.buttons[0]).toBe('Budi · Kelurahan Pajang');
    pajang.looksAway();
  });

  it('an izin needs a reason, out of the buttons or typed', async () => {
    const { world, ani } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.taps('Dewi');
    ani.looksAway();
    await ani.taps('Izin');
    ani.sees(/Izin untuk Dewi Lestari/);
    await ani.sendsSticker();
    ani.sees(/Mohon alasan izinnya diketik/);
    await ani.says('iya');
    ani.sees(/belum saya catat sebagai alasan/);
    await ani.says('anak sakit');
    ani.sees(/Dicatat untuk Dewi Lestari: 🙏 Izin: anak sakit \(dicatat oleh Bu Ani\)/);
    await ani.says('dedi');
    ani.sees(/Dedi, PSM/);
    await ani.taps('Izin');
    ani.sees(/Izin untuk Dedi/);
    await ani.taps('Kerja');
    ani.sees(/Dicatat untuk Dedi: 🙏 Izin: kerja/);
    expect(await historyOf(world, 'Dewi Lestari')).toEqual(['IZIN anak sakit STAFF Bu Ani']);
  });

  it('a reason written long after is not taken for one', async () => {
    const { world, ani } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.taps('Dewi');
    await ani.taps('Izin');
    ani.looksAway();
    await world.clock.advanceTo('2024-05-10T11:00:00+07:00');
    await ani.says('anak sakit');
    ani.sees(/alasannya belum diisi, jadi belum saya catat/);
    expect(await historyOf(world, 'Dewi Lestari')).toEqual([]);
    await world.clock.advanceTo('2024-05-10T13:00:00+07:00');
    await ani.says('dewi');
    ani.sees(/sudah saya tutup/);
  });

  it('is still possible after the deadline, which is said, but not after the end', async () => {
    const { world, siti, ani } = await karawaci('2024-05-20T09:00');
    await world.clock.advanceTo('2024-05-21T09:00:00+07:00');
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    ani.sees(/Batas jawab sudah lewat \(Senin, 20 Mei 2024 pukul 23\.59 WIB\)/);
    await ani.says('siti');
    ani.sees(/masih bisa mencatat/);
    await ani.taps('Hadir');
    ani.sees(/Batas jawab sudah lewat, tetapi tetap saya catat/);
    expect(siti.sees(/Bu Ani mencatat/).text).toContain('Salah? Mohon hubungi Bu Ani');
    await siti.says('/agenda');
    siti.sees(/dicatat oleh Bu Ani/);

    await world.clock.advanceTo('2024-05-22T12:30:00+07:00');
    await ani.taps('Tidak hadir');
    ani.sees(/Acara ini sudah selesai, jadi jawabannya tidak bisa dicatat lagi/);
    expect(await historyOf(world, 'Siti Aminah')).toHaveLength(1);
    await ani.says('/catat');
    ani.sees(/Belum ada acara yang jawabannya bisa dicatat/);
  });

  it('of a cancelled event there is nothing to record', async () => {
    const { world, siti, ani, eventId } = await karawaci();
    await ani.says('/catat');
    await ani.taps('Pembinaan');
    await ani.taps('Dewi');
    ani.looksAway();
    await eventsOf(world).cancel(1, eventId);
    await world.settle();
    siti.sees(/Acara dibatalkan/);
    await ani.taps('Hadir');
    ani.sees(/Acara ini sudah dibatalkan/);
  });

  it('is offered under /belum', async () => {
    const { ani } = await karawaci();
    await ani.says('/belum');
    await ani.taps('Pembinaan');
    await ani.taps('Catat jawaban', /Belum menjawab/);
    ani.looksAway();
    expect(ani.buttons[0]).toBe('Dedi · Kelurahan Nusa Jaya');
  });
});
