import { describe, expect, test } from 'vitest';
import { Group } from '../support/group.ts';
import { later } from '../support/later.ts';
import { lookAway, office, officeGroupId } from '../support/office.ts';

describe('the group', () => {
  test('cards go to the group only; a reply there reaches the person', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina]);
    await siti.says('/tanya Kapan cair?');
    siti.sees('no. 1');
    expect(group.message(/Tiket #1/).text).toContain('Kapan cair?');
    expect(world.simulator.messagesOf(agus.id)).toHaveLength(0);
    await group.says(rina, 'Minggu depan bu', /Tiket #1/);
    siti.sees('Minggu depan bu');
    expect(group.count(/Jawaban dikirim ke Siti Aminah/)).toBe(1);
    expect(group.message(/Kapan cair/).text).toContain('Sudah dijawab. Diambil Rina.');
    await siti.says('Terima kasih, tanggal berapa?', /Jawaban Dinsos/);
    siti.sees('Sudah saya tambahkan');
    expect(group.message(/Balasan baru/).text).toContain('tanggal berapa?');
    lookAway(agus, rina);
  });

  test('buttons work there: taking, closing, kept answers; keys and menus stay out', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina]);
    await siti.says('/tanya Kapan cair?');
    siti.looksAway();
    await group.taps(agus, 'Ambil');
    expect(group.message(/Kapan cair/).text).toContain('Diambil Agus');
    await group.taps(agus, 'Jawaban siap pakai');
    expect(group.message(/jawaban siap pakai/).text).toContain('Tambahkan dulu lewat /jawaban');
    await group.taps(rina, 'Jawab');
    expect(group.message(/sedang ditangani Agus/)).toBeDefined();
    await group.taps(agus, 'Tutup');
    siti.sees('Petugas menandai pertanyaan no. 1 selesai');
    await group.says(agus, 'lupa satu hal', /Kapan cair/);
    expect(group.message(/sudah ditutup, jadi tidak ada/)).toBeDefined();
    await group.taps(agus, 'Buka lagi');
    await group.says(agus, 'lupa satu hal', /Kapan cair/);
    siti.sees('lupa satu hal');
    await group.says(agus, '/menu');
    expect(group.message(/secara pribadi/)).toBeDefined();
    lookAway(agus, rina);
  });

  test('strangers, kader and replies to other messages there are relayed to nobody', async () => {
    const { world, siti, budi, agus, rina } = await office({ inGroup: true });
    const stranger = world.person('Orang Baru');
    const group = new Group(world, officeGroupId, [agus, rina, budi, stranger]);
    await siti.says('/tanya Kapan cair?');
    siti.looksAway();
    await group.says(stranger, 'besok', /Tiket #1/);
    expect(group.message(/belum mengenal/)).toBeDefined();
    const callback = await group.taps(stranger, 'Ambil');
    expect(world.simulator.callbackAnswer(callback ?? '')?.text).toContain('belum mengenal');
    await group.says(budi, 'besok', /Tiket #1/);
    expect(group.message(/hanya dijawab petugas/)).toBeDefined();
    await group.says(agus, 'besok', /hanya dijawab petugas/);
    expect(group.message(/bukan kartu tiket/)).toBeDefined();
    await group.says(agus, 'rapat jam berapa ya teman-teman');
    siti.seesNothing();
    expect(await world.db.account.count({ where: { telegramId: BigInt(stranger.id) } })).toBe(0);
    expect(await world.db.ticketMessage.count()).toBe(1);
    lookAway(agus, rina, budi, stranger);
  });

  test('an admin learns its number there, for the settings', async () => {
    const { world, agus } = await office();
    const hendra = await world.officer('Hendra', 'ADMIN');
    const group = new Group(world, officeGroupId, [hendra, agus]);
    await group.says(hendra, '/nomorgrup@kader_uji_bot');
    expect(group.message(/Nomor grup/).text).toContain(String(officeGroupId));
    await group.says(agus, '/nomorgrup');
    expect(group.count(/Nomor grup/)).toBe(1);
    expect(group.message(/hanya untuk admin/)).toBeDefined();
    await hendra.says('/nomorgrup');
    hendra.sees('di dalam grup petugas');
    lookAway(hendra, agus);
  });

  test('a group that has got another number is still the group', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina], 'group');
    group.upgrade();
    await siti.says('/tanya Kapan cair?');
    siti.looksAway();
    await group.says(agus, 'Minggu depan', /Tiket #1/);
    siti.sees('Minggu depan');
    expect(group.message(/Kapan cair/).text).toContain('Sudah dijawab');
    lookAway(agus, rina);
  });

  test('a group that has put the bot out loses no question', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina]);
    world.simulator.removeMember(group.id, 4242);
    await siti.sendsFile('suara.ogg', Buffer.from('OggS suara'), '/tanya Kapan cair?', 'voice');
    siti.looksAway();
    await later(world, '2024-05-20T09:01');
    agus.sees('Kapan cair?');
    agus.sees('suara.ogg');
    agus.sees('Grup layanan tidak bisa saya kirimi pesan');
    await later(world, '2024-05-20T09:02');
    agus.seesNothing();
    await agus.says('Minggu depan', /Kapan cair/);
    siti.sees('Minggu depan');
    lookAway(agus, rina);
  });

  test('nor the news that an answer did not arrive, nor the reminder of the morning', async () => {
    const { world, siti, budi, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina]);
    await siti.says('/tanya Kapan cair?');
    await budi.says('/tanya Ada rompi baru?');
    await later(world, '2024-05-20T09:01');
    lookAway(siti, budi, agus, rina);
    world.simulator.removeMember(group.id, 4242);
    await agus.says('/tiket');
    await agus.taps('#1 Siti');
    agus.looksAway();
    await siti.blocks();
    await world.db.account.updateMany({ data: { unreachableAt: null } });
    await agus.says('Minggu depan', /Tiket #1/);
    agus.sees('Jawaban dikirim');
    agus.sees('Sudah dijawab');
    await later(world, '2024-05-20T09:03');
    await later(world, '2024-05-20T09:04');
    agus.sees('Pesan untuk tiket #1 tidak sampai: Siti Aminah');

    await later(world, '2024-05-23T08:01');
    await later(world, '2024-05-23T08:02');
    expect(agus.sees('1 tiket sudah lama menunggu').text).toContain('#2 Budi Santoso');
    rina.sees('1 tiket sudah lama menunggu');
    await later(world, '2024-05-23T12:00');
    agus.seesNothing();
    rina.seesNothing();
  });

  test('with another number it keeps one card up to date', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina], 'group');
    group.upgrade();
    await siti.says('/tanya Kapan cair?');
    await later(world, '2024-05-20T09:01');
    await siti.says('Bulan ini, maksud saya', /no. 1/);
    await later(world, '2024-05-20T09:02');
    expect(await world.db.ticketCard.count({ where: { forOffice: true, isLive: true } })).toBe(1);
    await group.says(agus, 'Minggu depan', /Balasan baru/);
    await group.says(agus, 'salah balas', /Jawaban dikirim/);
    lookAway(siti, agus, rina);
  });

  test('an admin of it who stays anonymous is told why the answer goes to nobody', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, officeGroupId, [agus, rina]);
    await siti.says('/tanya Kapan cair?');
    siti.looksAway();
    const card = group.message(/Tiket #1/);
    const chat = { id: group.id, type: 'supergroup' as const, title: 'Layanan Kader' };
    const anonymous = { id: 1_087_968_824, is_bot: true, first_name: 'Group' };
    const bot = { id: 4242, is_bot: true, first_name: 'Kader Uji' };
    const written = (more: object) => ({
      date: 0,
      chat,
      from: anonymous,
      sender_chat: chat,
      ...more,
    });
    const replied = { message_id: card.messageId, date: 0, chat, from: bot, text: card.text };
    const answer = written({ message_id: 901, text: 'besok bu', reply_to_message: replied });
    await world.app.bot.handleUpdate({ update_id: 999_991, message: answer } as never);
    await world.settle();
    expect(group.count(/admin anonim/)).toBe(1);
    const chatter = written({ message_id: 902, text: 'rapat jam 9' });
    await world.app.bot.handleUpdate({ update_id: 999_992, message: chatter } as never);
    await world.settle();
    expect(group.count(/admin anonim/)).toBe(1);
    siti.seesNothing();
    lookAway(agus, rina);
  });
});
