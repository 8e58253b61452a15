import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { lookAway, office } from '../support/office.ts';

describe('/tiket', () => {
  test('lists what is open, the longest waiting first, with its age; pages and filters', async () => {
    const { world, siti, budi, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    await later(world, '2024-05-23T09:30');
    for (let at = 1; at <= 9; at += 1) await budi.says(`/tanya pertanyaan ke-${at}`);
    lookAway(siti, budi, agus, rina);
    await agus.says('/tiket');
    agus.sees('10 belum selesai');
    expect(agus.buttons[0]).toBe('#1 Siti Aminah · 3 hari');
    expect(agus.buttons).toContain('▶️');
    await agus.taps('▶️');
    agus.sees('10 belum selesai');
    expect(agus.buttons.slice(0, 2)).toEqual([
      '#9 Budi Santoso · baru saja',
      '#10 Budi Santoso · baru saja',
    ]);
    await agus.taps('◀️');
    agus.looksAway();
    await agus.taps('#1 Siti');
    agus.sees('Menunggu 3 hari. Belum diambil.');
    await agus.taps('Ambil');
    lookAway(agus, rina);
    await agus.taps('Punya saya');
    expect(agus.sees('punya saya').text).toContain('1 belum selesai');
    await agus.taps('Belum diambil');
    agus.sees('9 belum selesai');
    await agus.says('Hari ini bu', /Menunggu 3 hari|Kapan cair/);
    siti.sees('Hari ini bu');
    lookAway(agus, rina);
    await siti.says('/tiket');
    siti.sees('hanya untuk petugas');
    const tini = await world.officer('Tini', 'COORDINATOR', { kecamatan: 'Karawaci' });
    await tini.says('/tiket');
    tini.sees('hanya untuk petugas');
  });

  test('a long conversation is cut on the card and whole by button', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya pertanyaan yang pertama');
    for (let at = 0; at < 3; at += 1)
      await siti.says(`lanjutan ${at} ${'kata '.repeat(250)}`, /Sudah saya/);
    lookAway(siti, rina);
    const card = agus.message('Balasan baru');
    expect(card.text.length).toBeLessThan(4096);
    expect(card.text).toContain('pesan sebelumnya tidak ditampilkan');
    expect(card.text).not.toContain('pertanyaan yang pertama');
    agus.looksAway();
    await agus.taps('Seluruh percakapan');
    agus.sees('pertanyaan yang pertama');
    agus.looksAway();
  });

  test('in the morning staff are reminded of what waits for days, once', async () => {
    const { world, siti, budi, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await later(world, '2024-05-22T08:00');
    agus.seesNothing();
    await later(world, '2024-05-23T07:59');
    agus.seesNothing();
    await later(world, '2024-05-23T08:00');
    expect(agus.sees('1 tiket sudah lama menunggu').text).toContain('#1 Siti Aminah, 2 hari');
    rina.sees('sudah lama menunggu');
    await later(world, '2024-05-23T12:00');
    agus.seesNothing();
    await later(world, '2024-05-25T08:00');
    agus.seesNothing();
    await agus.says('Hari ini', /Tiket #1/);
    lookAway(agus, rina, siti);
    await later(world, '2024-05-27T08:00');
    agus.seesNothing();
    budi.seesNothing();
  });
});
