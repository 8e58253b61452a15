import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { lookAway, office } from '../support/office.ts';

describe('hours', () => {
  test('outside them the person hears when somebody answers, and nothing is lost', async () => {
    const { world, siti, agus, rina } = await office({ at: '2024-05-24T17:00' });
    await siti.says('/tanya besok libur?');
    siti.sees('Petugas menjawab mulai Senin, 27 Mei 2024 pukul 08.00 WIB');
    agus.sees('besok libur?');
    rina.looksAway();
    const cards = world.simulator.log
      .calls('sendMessage')
      .filter(({ params }) => Number(params.chat_id) === agus.id);
    expect(cards.at(-1)?.params.disable_notification).toBe(true);
    const hendra = await world.officer('Hendra', 'ADMIN');
    await hendra.says('/jamlayanan Sabtu-Minggu 09.00-11.30, Senin 10-12');
    hendra.sees('Jam layanan disimpan');
    const { text } = hendra.sees('Jam layanan tanya jawab');
    expect(text).toContain('Senin 10.00–12.00\nSabtu–Minggu 09.00–11.30');
    await siti.says('/tanya kalau sekarang?');
    siti.sees('mulai Sabtu, 25 Mei 2024 pukul 09.00 WIB');
    agus.looksAway();
    rina.looksAway();
    hendra.sees('kalau sekarang?');
  });

  test('only an admin changes them, and slips are explained', async () => {
    const { world, siti, agus } = await office();
    await agus.says('/jamlayanan Senin 08.00-10.00');
    agus.sees('hanya untuk admin');
    await siti.says('/jamlayanan');
    siti.sees('hanya untuk admin');
    const hendra = await world.officer('Hendra', 'ADMIN');
    for (const [typed, said] of [
      ['nanti siang', 'jamnya tidak terbaca'],
      ['Senin 16.00-08.00', 'harus sesudah jam mulai'],
      ['pengingat 99', '1 sampai 30 hari'],
      ['pengingat', '1 sampai 30 hari'],
      ['libur', 'tanggalnya tidak terbaca'],
      ['libur 31 Juni', 'tidak ada di kalender'],
      ['libur 1 Januari 2024', 'sudah lewat'],
      ['pengingat 3', 'Pengingat disimpan'],
    ] as const) {
      await hendra.says(`/jamlayanan ${typed}`);
      hendra.sees(said);
    }
    hendra.sees('Tiket yang 3 hari belum dijawab');
  });

  test('a holiday is said once: who asks then hears when the office is back, and nobody is reminded', async () => {
    const { world, siti, agus, rina } = await office({ at: '2024-05-22T09:00' });
    const hendra = await world.officer('Hendra', 'ADMIN');
    await hendra.says('/jamlayanan libur 23-24 Mei');
    hendra.sees('Dicatat libur: Kamis, 23 Mei 2024 s.d. Jumat, 24 Mei 2024.');
    expect(hendra.sees('Jam layanan tanya jawab').text).toContain('Libur: Kamis, 23 Mei 2024 s.d.');
    await siti.says('/tanya Kapan cair?');
    siti.sees('Jawabannya datang di chat ini');
    lookAway(agus, rina, hendra);

    await later(world, '2024-05-23T10:00');
    await siti.says('/tanya Kantornya buka?');
    siti.sees('Petugas menjawab mulai Senin, 27 Mei 2024 pukul 08.00 WIB');
    lookAway(agus, rina, hendra);
    await later(world, '2024-05-24T10:00');
    agus.seesNothing();
    await hendra.says('/jamlayanan masuk 24 Mei');
    hendra.sees('Tidak libur: Jumat, 24 Mei 2024.');
    expect(hendra.sees('Jam layanan tanya jawab').text).not.toContain('🏖');
    await siti.says('/tanya Kalau sekarang?');
    siti.sees('Jawabannya datang di chat ini');
    lookAway(agus, rina, hendra);

    await later(world, '2024-05-27T08:00');
    agus.sees('3 tiket sudah lama menunggu');
    lookAway(rina, hendra);
    const deeds = await world.db.auditEntry.findMany({ where: { action: 'helpdesk.holidays' } });
    expect(deeds.map(({ before, after }) => [before, after])).toEqual([
      [[], ['2024-05-23', '2024-05-24']],
      [['2024-05-23', '2024-05-24'], []],
    ]);
  });
});
