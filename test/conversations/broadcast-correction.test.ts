import { describe, expect, it } from 'vitest';
import { allLookAway, announce, office, readers } from '../support/announcing.ts';
import type { Person } from '../support/person.ts';
import { sheetsOf } from '../support/training.ts';

describe('withdrawing an announcement', () => {
  it('deletes it everywhere and calls off what has not left, once however often it is tapped', async () => {
    const { world, agus, kader } = await office(20, { ratePerSecond: 4 });
    await announce(world, agus, 'Rapat hari Senin');
    await world.advance({ seconds: 2 });
    expect(readers(world, kader, 'Rapat hari Senin')).toBeGreaterThan(4);
    await agus.taps('Tarik');
    agus.sees('Tarik pengumuman ini?');
    await agus.tapsAtOnce('Ya, tarik', 2);
    await world.advance({ seconds: 15 });
    expect(readers(world, kader, 'Rapat hari Senin')).toBe(0);
    const card = agus.sees('Penarikan pengumuman: selesai');
    const deleted = await world.db.outboxMessage.count({ where: { method: 'deleteMessage' } });
    expect(card.text).toContain(`Sudah dihapus: ${deleted}`);
    expect(await world.db.broadcast.count({ where: { kind: 'WITHDRAWAL' } })).toBe(1);
    expect(agus.sees('Pengumuman: dihentikan').text).toMatch(/Tidak jadi dikirim: \d+/);
    allLookAway(agus, ...kader);
  });

  it('is asked back first', async () => {
    const { world, agus, kader } = await office(2);
    await announce(world, agus, 'Rapat');
    agus.sees('Terkirim: 2');
    await agus.taps('Tarik');
    agus.sees('Tarik pengumuman ini?');
    await agus.taps('Tidak jadi');
    agus.sees('dibiarkan seperti semula');
    expect(readers(world, kader, 'Rapat')).toBe(2);
    allLookAway(...kader);
  });

  it('says where it could not, with a file: after 48 hours Telegram deletes nothing', async () => {
    const { world, agus, kader } = await office(3);
    await announce(world, agus, 'Rapat');
    agus.sees('Terkirim: 3');
    await world.db.outboxMessage.updateMany({
      data: { sendingAt: new Date(world.clock.now().getTime() - 49 * 3_600_000) },
    });
    await agus.taps('Tarik');
    agus.sees('Tarik pengumuman ini?');
    await agus.taps('Ya, tarik');
    expect(agus.sees('Penarikan pengumuman: selesai').text).toMatch(
      /Sudah dihapus: 0\n.*Lewat 48 jam, tidak bisa dihapus lagi: 3/,
    );
    await agus.taps('Daftar yang gagal');
    const [sheet] = await sheetsOf(world, agus.sees('gagal-terkirim'));
    expect(sheet?.rows.map(([name]) => name)).toEqual(['Nama', 'Kader 1', 'Kader 2', 'Kader 3']);
    expect(sheet?.rows[1]).toContain('Sudah lewat waktunya');
    expect(readers(world, kader, 'Rapat')).toBe(3);
    await agus.taps('Ralat', /selesai dikirim/);
    agus.sees('sudah ditarik');
    allLookAway(agus, ...kader);
  });

  it('takes back what was under way and arrived after all', async () => {
    const { world, agus, kader } = await office(6, { ratePerSecond: 5 });
    world.simulator.faults.add(
      { kind: 'resetAfter' },
      { methods: ['sendMessage'], chatId: kader[1]?.id ?? 0, times: 1 },
    );
    await agus.says('/bantuan');
    await announce(world, agus, 'Rapat');
    await agus.taps('Tarik');
    await agus.taps('Ya, tarik');
    await world.advance({ minutes: 1 });
    expect(readers(world, kader, 'Rapat')).toBe(0);
    agus.sees('Penarikan pengumuman: selesai');
    allLookAway(agus, ...kader);
  });
});

/** Presses *Ralat*, writes the right text and confirms it; what came after the confirmation is unread. */
async function correct(agus: Person, text: string): Promise<void> {
  await agus.taps('Ralat');
  agus.sees('yang benar');
  await agus.says(text);
  agus.sees('Begini isinya nanti');
  agus.looksAway();
  await agus.taps('Kirim ralat');
}

describe('correcting an announcement', () => {
  it('edits what has arrived, and lets the rest go out corrected', async () => {
    const { world, agus, kader } = await office(30, { ratePerSecond: 4 });
    await announce(world, agus, 'Rapat Selasa untuk {nama}');
    await world.advance({ seconds: 2 });
    const before = readers(world, kader, 'Rapat Selasa');
    expect(before).toBeGreaterThan(4);
    await correct(agus, 'Rapat SENIN untuk {nama}');
    await world.advance({ seconds: 20 });

    expect(readers(world, kader, 'Rapat Selasa')).toBe(0);
    for (const person of kader) {
      const mine = world.simulator
        .messagesOf(person.id)
        .filter(({ text }) => text.includes('Rapat'));
      expect(mine.map(({ text }) => text)).toEqual([`Rapat SENIN untuk ${person.name}`]);
    }
    const edits = await world.db.outboxMessage.count({
      where: { method: 'editMessageText', broadcastId: { not: null } },
    });
    expect(edits).toBeGreaterThanOrEqual(before);
    expect(edits).toBeLessThan(30);
    expect(agus.sees('Ralat pengumuman: selesai').text).toContain(`Diubah di tempat: ${edits}`);
    agus.sees(/Pengumuman: selesai dikirim[\s\S]*Terkirim: 30/);
    allLookAway(agus, ...kader);
  });

  it('sends a RALAT to whom the message cannot be edited for', async () => {
    const { world, agus, kader } = await office(3);
    await announce(world, agus, 'Rapat Selasa');
    agus.sees('Terkirim: 3');
    allLookAway(...kader);
    const [siti, budi, tuti] = kader;
    world.simulator.faults.add(
      { kind: 'refuse', code: 400, description: "Bad Request: message can't be edited" },
      { methods: ['editMessageText'], chatId: siti?.id ?? 0 },
    );
    await tuti?.blocks();
    await correct(agus, 'Rapat SENIN');
    siti?.sees(/^RALAT\n\nRapat SENIN$/);
    expect(budi?.sees('Rapat SENIN').text).toBe('Rapat SENIN');
    tuti?.seesNothing();
    expect(agus.sees('Ralat pengumuman: selesai').text).toMatch(
      /Diubah di tempat: 1\n.*Menerima pesan RALAT: 1\n.*tidak aktif: 1/,
    );
  });

  it('corrects the caption of a photo or a file, in what has arrived and in what has not', async () => {
    const { world, agus, kader } = await office(12, { ratePerSecond: 4 });
    await agus.sendsFile('banjir.png', onePixel, 'Waspada banjir Selasa', 'photo');
    const photo = world.simulator.messagesOf(agus.id).findLast(({ file }) => file !== null);
    agus.looksAway();
    await announce(world, agus, {
      kind: 'copy',
      fromChatId: agus.id,
      messageId: photo?.messageId ?? 0,
    });
    await world.advance({ seconds: 1 });
    await correct(agus, 'Waspada banjir SENIN');
    await world.advance({ seconds: 20 });
    for (const person of kader) {
      const mine = world.simulator.messagesOf(person.id).filter(({ file }) => file !== null);
      expect(mine.map(({ text }) => text)).toEqual(['Waspada banjir SENIN']);
    }
    agus.sees('Ralat pengumuman: selesai');
    agus.sees('Terkirim: 12');
    allLookAway(agus, ...kader);
  });

  it('edits, once it has arrived, what was under way at that moment', async () => {
    const { world, agus, kader } = await office(6, { ratePerSecond: 5 });
    world.simulator.faults.add(
      { kind: 'resetAfter' },
      { methods: ['sendMessage'], chatId: kader[1]?.id ?? 0, times: 1 },
    );
    await agus.says('/bantuan');
    await announce(world, agus, 'Rapat Selasa');
    await world.advance({ seconds: 1 });
    await correct(agus, 'Rapat SENIN');
    await world.advance({ minutes: 1 });
    expect(readers(world, kader, 'Rapat Selasa')).toBe(0);
    expect(readers(world, kader, 'Rapat SENIN')).toBe(6);
    agus.sees('Ralat pengumuman: selesai');
    allLookAway(agus, ...kader);
  });

  it('takes only a text, refuses what nobody could receive, and is sent once', async () => {
    const { agus, world, kader } = await office(2);
    await announce(world, agus, 'Rapat Selasa untuk {nama}');
    agus.sees('Terkirim: 2');
    allLookAway(...kader);
    await agus.taps('Ralat');
    agus.sees('Rapat Selasa untuk {nama}');
    agus.sees('Itu isinya sekarang');
    await agus.sendsSticker();
    agus.sees('Ralat ditulis sebagai teks biasa');
    await agus.says('Halo {alamat}');
    expect(agus.sees('{alamat}').text).toMatch(/Mohon perbaiki tulisannya, lalu kirim lagi\.$/);
    await agus.says('Rapat SENIN');
    agus.sees('Rapat SENIN');
    agus.sees('Begini isinya nanti');
    await agus.tapsAtOnce('Kirim ralat', 2);
    for (const person of kader) person.sees('Rapat SENIN');
    agus.sees('sudah dikirim atau dibatalkan');
    agus.sees('Diubah di tempat: 2');
    expect(await world.db.broadcast.count({ where: { kind: 'CORRECTION' } })).toBe(1);
  });

  it('made a second time corrects the notices of the first one too, instead of adding others', async () => {
    const { world, agus, kader } = await office(3);
    await announce(world, agus, 'Rapat Selasa untuk {nama}');
    agus.sees('Terkirim: 3');
    allLookAway(...kader);
    const [siti, budi] = kader;
    const refused = world.simulator.messagesOf(siti?.id ?? 0).at(-1)?.messageId ?? 0;
    world.simulator.faults.add(
      { kind: 'refuse', code: 400, description: "Bad Request: message can't be edited" },
      { methods: ['editMessageText'], chatId: siti?.id ?? 0, times: 1 },
    );
    await correct(agus, 'Rapat SENIN untuk {nama}');
    siti?.sees(/^RALAT\n\nRapat SENIN untuk Kader 1$/);
    agus.sees('Menerima pesan RALAT: 1');
    budi?.sees('Rapat SENIN');

    await agus.taps('Ralat', /Pengumuman: selesai dikirim/);
    agus.sees('yang benar');
    await agus.says('Rapat RABU untuk {nama}');
    agus.looksAway();
    await agus.taps('Kirim ralat');
    expect(siti?.sees('Rapat RABU').text).toBe('RALAT\n\nRapat RABU untuk Kader 1');
    expect(budi?.sees('Rapat RABU').text).toBe('Rapat RABU untuk Kader 2');
    expect(agus.sees('Ralat pengumuman: selesai').text).toContain('Diubah di tempat: 3');
    const texts = world.simulator.messagesOf(siti?.id ?? 0).map(({ text }) => text);
    expect(texts.filter((text) => text.includes('RALAT'))).toHaveLength(1);
    expect(
      world.simulator.messagesOf(siti?.id ?? 0).find(({ messageId }) => messageId === refused)
        ?.text,
    ).toBe('Rapat Selasa untuk Kader 1');
    allLookAway(...kader);
  });

  it('is withdrawn together with its notices', async () => {
    const { world, agus, kader } = await office(2);
    await announce(world, agus, 'Rapat Selasa');
    agus.sees('Terkirim: 2');
    world.simulator.faults.add(
      { kind: 'refuse', code: 400, description: "Bad Request: message can't be edited" },
      { methods: ['editMessageText'], chatId: kader[0]?.id ?? 0 },
    );
    await correct(agus, 'Rapat SENIN');
    agus.sees('Menerima pesan RALAT: 1');
    await agus.taps('Tarik');
    agus.sees('Tarik pengumuman ini?');
    await agus.taps('Ya, tarik');
    expect(agus.sees('Penarikan pengumuman: selesai').text).toContain('Sudah dihapus: 3');
    expect(readers(world, kader, 'Rapat')).toBe(0);
    allLookAway(...kader);
  });
});

const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
