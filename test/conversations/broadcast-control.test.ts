import { describe, expect, it } from 'vitest';
import { allLookAway, announce, office, readers } from '../support/announcing.ts';
import { sheetsOf } from '../support/training.ts';

describe('pausing a broadcast', () => {
  it('holds back at once what has not left, and goes on where it was, each message once', async () => {
    const { world, agus, kader } = await office(60, { ratePerSecond: 2 });
    await announce(world, agus, 'Rapat hari Senin');
    await world.advance({ seconds: 5 });
    await agus.taps('Jeda');
    const card = agus.sees('Pengumuman: dijeda');
    expect(card.text).toMatch(/\d+ dari 60 · \d+ menunggu/);
    expect(card.buttons[0]?.map(({ text }) => text)).toEqual(['▶️ Lanjutkan', '⏹ Hentikan']);

    // What was about to leave has left a moment later.
    await world.advance({ seconds: 2 });
    const before = readers(world, kader, 'Rapat hari Senin');
    expect(before).toBeGreaterThan(3);
    expect(before).toBeLessThan(25);
    await world.advance({ minutes: 2 });
    expect(readers(world, kader, 'Rapat hari Senin')).toBe(before);

    await agus.taps('Lanjutkan');
    agus.sees('sedang dikirim');
    await world.advance({ seconds: 8 });
    // Since the start, the pause included, it would be one in ten seconds.
    expect(agus.sees('sedang dikirim').text).toMatch(/[12] per detik\nSisa sekitar \d+ detik/);
    await world.advance({ seconds: 35 });
    agus.sees(/selesai dikirim[\s\S]*Terkirim: 60/);
    for (const person of kader) {
      person.sees('Rapat hari Senin');
      person.seesNothing();
    }
  });

  it('lets what is too late by then expire, which the result says, with names', async () => {
    const { world, agus, kader } = await office(12, { ratePerSecond: 2 });
    const id = await announce(world, agus, 'Rapat siang ini');
    await world.advance({ seconds: 1 });
    await agus.taps('Jeda');
    await world.advance({ seconds: 2 });
    const sent = readers(world, kader, 'Rapat siang ini');
    const expiresAt = new Date(world.clock.now().getTime() + 3_600_000);
    await world.db.outboxMessage.updateMany({ where: { broadcastId: id }, data: { expiresAt } });
    await world.clock.advance(2 * 3_600_000);
    agus.looksAway();
    await agus.taps('Lanjutkan');
    await world.advance({ seconds: 20 });
    const late = 12 - sent;
    expect(late).toBeGreaterThan(0);
    agus.sees(new RegExp(`selesai dikirim[\\s\\S]*Terkirim: ${sent}\\n⌛ Kedaluwarsa: ${late}`));
    expect(readers(world, kader, 'Rapat siang ini')).toBe(sent);
    await agus.taps('Daftar yang tidak menerima');
    const [sheet] = await sheetsOf(world, agus.sees('gagal-terkirim'));
    expect(sheet?.rows).toHaveLength(1 + late);
    expect(sheet?.rows[1]).toContain('Sudah lewat waktunya');
    allLookAway(agus, ...kader);
  });

  it('outlives a restart', async () => {
    const { world, agus, kader } = await office(20, { ratePerSecond: 2 });
    await announce(world, agus, 'Rapat');
    await world.advance({ seconds: 3 });
    await agus.taps('Jeda');
    await world.restart();
    const before = readers(world, kader, 'Rapat');
    await world.advance({ minutes: 1 });
    expect(readers(world, kader, 'Rapat')).toBe(before);
    await agus.taps('Lanjutkan');
    await world.advance({ seconds: 15 });
    agus.sees(/Terkirim: 20/);
    allLookAway(agus, ...kader);
  });

  it('ends with *Hentikan* as well, and old or doubled taps are told what is the case', async () => {
    const { world, agus, kader } = await office(20, { ratePerSecond: 2 });
    await announce(world, agus, 'Rapat');
    await world.advance({ seconds: 3 });
    await agus.tapsAtOnce('Jeda', 2);
    agus.sees('sedang dijeda');
    await agus.taps('Hentikan');
    await world.advance({ seconds: 2 });
    const sent = readers(world, kader, 'Rapat');
    expect(agus.sees('dihentikan').text).toContain(`Tidak jadi dikirim: ${20 - sent}`);
    await agus.taps('Daftar yang tidak menerima');
    const [sheet] = await sheetsOf(world, agus.sees('gagal-terkirim'));
    expect(sheet?.rows).toHaveLength(1 + 20 - sent);
    await world.advance({ minutes: 1 });
    expect(readers(world, kader, 'Rapat')).toBe(sent);
    expect(await world.db.outboxMessage.count({ where: { status: 'HELD' } })).toBe(0);
    allLookAway(agus, ...kader);
  });

  it('holds what comes back from under way, too', async () => {
    const { world, agus, kader } = await office(12, { ratePerSecond: 2 });
    world.simulator.faults.add(
      { kind: 'serverError' },
      { methods: ['sendMessage'], chatId: kader[3]?.id ?? 0, times: 1 },
    );
    await announce(world, agus, 'Rapat');
    await agus.taps('Jeda');
    await world.advance({ minutes: 5 });
    const counts = await world.db.outboxMessage.groupBy({
      by: ['status'],
      where: { broadcastId: { not: null } },
      _count: true,
    });
    expect(counts.map(({ status }) => status).sort()).toEqual(['HELD', 'SENT']);
    await agus.taps('Lanjutkan');
    await world.advance({ seconds: 20 });
    agus.sees('Terkirim: 12');
    allLookAway(agus, ...kader);
  });
});

describe('the result of a broadcast', () => {
  it('offers to send again what failed, and only that, once however often it is tapped', async () => {
    const { world, agus, kader } = await office(6);
    const [first, second] = kader;
    const refuse = (chatId = 0) =>
      world.simulator.faults.add(
        { kind: 'refuse', code: 400, description: 'Bad Request: not enough rights to send text' },
        { methods: ['sendMessage'], chatId },
      );
    const ends = [refuse(first?.id), refuse(second?.id)];
    await announce(world, agus, 'Rapat');
    expect(agus.sees(/Terkirim: 4/).text).toContain('Gagal: 2');
    allLookAway(...kader);

    await world.advance({ seconds: 1 });
    ends[0]?.();
    await agus.taps('Kirim ulang yang gagal (2)');
    first?.sees('Rapat');
    const after = agus.sees(/selesai dikirim[\s\S]*Terkirim: 5/);
    expect(after.text).toMatch(/Gagal: 1/);
    for (const person of kader) person.seesNothing();

    await world.advance({ seconds: 1 });
    ends[1]?.();
    await agus.tapsAtOnce('Kirim ulang yang gagal (1)', 2);
    second?.sees('Rapat');
    for (const person of kader) person.seesNothing();
    agus.sees(/Tidak ada yang perlu dikirim ulang|sedang berjalan/);
    expect(agus.sees(/Terkirim: 6/).text).not.toContain('Gagal');
  });

  it('says what became of requests that were never answered', async () => {
    const { world, agus, kader } = await office(8, { ratePerSecond: 5 });
    await agus.says('/bantuan');
    const cut = (kind: 'resetAfter' | 'resetBefore', person = kader[0]) =>
      world.simulator.faults.add(
        { kind },
        { methods: ['sendMessage'], chatId: person?.id ?? 0, times: 1 },
      );
    cut('resetAfter', kader[2]);
    cut('resetBefore', kader[4]);
    await announce(world, agus, 'Rapat');
    await world.advance({ minutes: 2 });
    const card = agus.sees('selesai dikirim');
    expect(card.text).toMatch(/Terkirim: 8/);
    expect(card.text).toMatch(
      /Jaringan terputus saat mengirim: 2\n {3}• terbukti sampai: 1\n {3}• terbukti tidak sampai, lalu dikirim ulang: 1/,
    );
    for (const person of kader) {
      person.sees('Rapat');
      person.seesNothing();
    }
  });
});

describe('a refusal that would hit everybody', () => {
  const description = "Bad Request: can't parse entities: unsupported start tag";

  it('stops the broadcast after a handful, says why, and lets a person decide', async () => {
    const { world, agus, kader } = await office(30, { ratePerSecond: 5 });
    const mend = world.simulator.faults.add(
      { kind: 'refuse', code: 400, description },
      { methods: ['sendMessage'], when: ({ params }) => params.chat_id !== agus.id },
    );
    await announce(world, agus, 'Rapat <b');
    await world.advance({ seconds: 10 });
    const notice = agus.sees('Pengumuman: dijeda sendiri');
    expect(notice.text).toContain("can't parse entities");
    expect(agus.sees(/dijeda[\s\S]*menunggu/).text).toContain('Dijeda sendiri');
    const failed = await world.db.outboxMessage.count({ where: { status: 'FAILED' } });
    expect(failed).toBeGreaterThanOrEqual(5);
    expect(failed).toBeLessThan(10);

    mend();
    await agus.taps('Lanjutkan', /dijeda sendiri/);
    agus.sees('Pengiriman dilanjutkan');
    await world.advance({ seconds: 20 });
    expect(agus.sees('selesai dikirim').text).toMatch(
      new RegExp(`Terkirim: ${30 - failed}[\\s\\S]*Gagal: ${failed}`),
    );
    await agus.taps('Kirim ulang yang gagal');
    await world.advance({ seconds: 5 });
    agus.sees('Terkirim: 30');
    allLookAway(agus, ...kader);
  });

  it('does not stop twice for what was let go on', async () => {
    const { world, agus, kader } = await office(20, { ratePerSecond: 5 });
    world.simulator.faults.add(
      { kind: 'refuse', code: 400, description },
      { methods: ['sendMessage'], when: ({ params }) => params.chat_id !== agus.id },
    );
    await announce(world, agus, 'Rapat <b');
    await world.advance({ seconds: 10 });
    agus.sees('dijeda sendiri');
    agus.looksAway();
    await agus.taps('Lanjutkan', /dijeda sendiri/);
    await world.advance({ seconds: 10 });
    expect(agus.sees('selesai dikirim').text).toContain('Gagal: 20');
    await agus.taps('Daftar yang tidak menerima');
    const [sheet] = await sheetsOf(world, agus.sees('gagal-terkirim'));
    expect(sheet?.rows).toHaveLength(21);
    allLookAway(agus, ...kader);
  });
});
