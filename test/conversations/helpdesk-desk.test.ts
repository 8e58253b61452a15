import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { lookAway, office } from '../support/office.ts';

describe('two staff members', () => {
  test('the one who takes it first has it; the other is told and may take it over', async () => {
    const { world, siti, budi, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await agus.taps('Ambil');
    agus.sees('sekarang tugas Bapak/Ibu');
    agus.sees('Diambil Agus');
    rina.sees('Diambil Agus');

    await rina.says('Minggu depan', /Tiket #1/);
    rina.sees('sedang ditangani Agus, jadi tidak ada yang saya kirim');
    siti.seesNothing();
    await rina.taps('Ambil alih');
    rina.sees('sekarang tugas Bapak/Ibu');
    agus.sees('Diambil Rina');
    rina.sees('Diambil Rina');
    await rina.says('Minggu depan', /sekarang tugas/);
    siti.sees('Minggu depan');
    lookAway(agus, rina);
    budi.seesNothing();
    const deeds = await world.db.auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(deeds.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'ticket.take ticket:1',
      'ticket.take_over ticket:1',
      'ticket.answer ticket:1',
    ]);
  });

  test('both answer at once: one answer leaves', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    for (const staff of [agus, rina])
      world.simulator.act(staff.id, {
        do: 'say',
        chatId: staff.id,
        text: `jawaban ${staff.name}`,
        replyTo: staff.message('Tiket #1').messageId,
      });
    await world.settle();
    expect(await world.db.ticketMessage.count({ where: { fromOffice: true } })).toBe(1);
    siti.sees('jawaban ');
    siti.seesNothing();
    lookAway(agus, rina);
  });

  test('*Jawab* takes the question and waits for the reply to its own message', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await agus.taps('Jawab');
    agus.sees('membalas pesan ini');
    agus.sees('Diambil Agus');
    rina.sees('Diambil Agus');
    await agus.sendsSticker();
    agus.sees('Mohon dijawab dengan tulisan');
    siti.seesNothing();
    await agus.says('Tanggal 5 bu', /membalas pesan ini/);
    siti.sees('Tanggal 5 bu');
    await rina.taps('Jawab');
    rina.sees('sedang ditangani Agus');
    lookAway(agus, rina);
  });
});

describe('nothing goes to the wrong person', () => {
  test('each reply goes to whoever its card is about, and only there', async () => {
    const { siti, budi, agus, rina } = await office();
    await siti.says('/tanya pertanyaan siti');
    await budi.says('/tanya pertanyaan budi');
    lookAway(siti, budi, agus, rina);
    await agus.says('untuk budi', /pertanyaan budi/);
    budi.sees('untuk budi');
    siti.seesNothing();
    await rina.says('untuk siti', /pertanyaan siti/);
    siti.sees('untuk siti');
    budi.seesNothing();
    lookAway(agus, rina);
  });

  test('a reply to another message, and words without a reply, are relayed to nobody', async () => {
    const { world, siti, agus, rina } = await office();
    await agus.says('/bantuan');
    agus.looksAway();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await agus.says('Minggu depan ya bu', /Yang bisa/);
    agus.sees('belum mengerti');
    await agus.says('Minggu depan ya bu');
    agus.sees('belum mengerti');
    siti.seesNothing();
    expect(await world.db.ticketMessage.count()).toBe(1);
  });

  test('who is no longer staff answers nobody, though the card is still there', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await world.db.grant.updateMany({ data: { revokedAt: world.clock.now() } });
    await agus.says('Minggu depan', /Tiket #1/);
    agus.sees('hanya dijawab petugas');
    await agus.taps('Ambil');
    agus.sees('hanya untuk petugas');
    siti.seesNothing();
  });

  test('nobody reaches the question of another with an old or a forged button', async () => {
    const { world, siti, budi, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await budi.says('/tanya Apa kabar?');
    lookAway(budi, agus, rina);
    await world.db.ticket.update({ where: { id: 2 }, data: { accountId: 1 } });
    await budi.taps('Tidak jadi');
    budi.sees('tidak saya temukan');
    expect(await world.db.ticket.count({ where: { status: 'WAITING' } })).toBe(2);
  });

  test('the same update twice, and an edited answer, reach the person once', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await agus.says('Minggu depan', /Tiket #1/);
    siti.sees('Minggu depan');
    lookAway(agus, rina);
    // A crash between doing and noting that it was done: Telegram sends the update again.
    const last = world.simulator.messagesOf(agus.id).findLast(({ from }) => !from.isBot);
    const card = agus.message('Tiket #1');
    const { username } = world.app.bot.botInfo ?? { username: '' };
    const bot = { id: 4242, is_bot: true as const, first_name: 'Kader Uji', username };
    const chat = { id: agus.id, type: 'private' as const, first_name: 'Agus' };
    const replied = { message_id: card.messageId, date: 0, chat, from: bot, text: card.text };
    const message = {
      message_id: last?.messageId ?? 0,
      date: 0,
      chat,
      from: { id: agus.id, is_bot: false, first_name: 'Agus' },
      text: 'Minggu depan',
      reply_to_message: { ...replied, reply_to_message: undefined },
    };
    await world.app.bot.handleUpdate({ update_id: 999_999, message } as never);
    await world.settle();
    agus.sees('Jawaban dikirim');
    siti.seesNothing();
    world.simulator.act(agus.id, {
      do: 'editMessage',
      chatId: agus.id,
      messageId: last?.messageId ?? 0,
      text: 'Bulan depan',
    });
    await world.settle();
    siti.seesNothing();
    agus.seesNothing();
    expect(await world.db.ticketMessage.count({ where: { fromOffice: true } })).toBe(1);
  });

  test('a person who blocked the bot: staff are told at once, or when the answer fails', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await siti.blocks();
    await agus.says('Minggu depan', /Tiket #1/);
    agus.sees(/tidak bisa dihubungi lewat bot.\nMohon ditelepon saja: 0812-3456-7890/);
    lookAway(agus, rina);
    await siti.blocks(false);
    await siti.says('/pertanyaan');
    siti.sees('Pertanyaan Bapak/Ibu');
    await siti.taps('No. 1');
    siti.sees('Minggu depan');

    // Nobody knows of the block until something is sent.
    await siti.blocks();
    await world.db.account.updateMany({ data: { unreachableAt: null } });
    await agus.says('Tanggal 5', /Tiket #1/);
    agus.sees('Jawaban dikirim');
    await later(world, '2024-05-20T09:01');
    agus.sees('Pesan untuk tiket #1 tidak sampai: Siti Aminah');
    await later(world, '2024-05-20T09:02');
    lookAway(agus, rina);
    agus.seesNothing();
  });

  test('words that are too long or empty of words are refused, not cut', async () => {
    const { siti, agus, rina } = await office();
    await siti.says(`/tanya ${'kapan '.repeat(650)}`);
    siti.sees('terlalu panjang');
    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await agus.says('nanti '.repeat(650), /Tiket #1/);
    agus.sees('terlalu panjang, jadi belum saya kirim');
    siti.seesNothing();
  });
});

test('more of a question, whose taker has blocked the bot, goes to the others', async () => {
  const { world, siti, agus, rina } = await office();
  await siti.says('/tanya Kapan cair?');
  lookAway(siti, agus, rina);
  await agus.taps('Ambil');
  lookAway(agus, rina);
  await agus.blocks();
  await world.db.account.updateMany({ data: { unreachableAt: null } });
  await siti.says('Halo?', /no. 1/);
  rina.seesNothing();
  await later(world, '2024-05-20T09:02');
  rina.sees('Halo?');
  lookAway(siti);
});

test('whoever closes the question of a colleague is not called by the colleague’s name', async () => {
  const { siti, agus, rina } = await office();
  await siti.says('/tanya Kapan cair?');
  await agus.taps('Ambil');
  expect(agus.message('sekarang tugas').text).toContain('Agus, tiket #1 dari Siti Aminah');
  lookAway(siti, agus, rina);
  await rina.taps('Tutup');
  expect(agus.sees('Ditutup petugas').text).toContain('Ditutup petugas.');
  lookAway(siti, rina);
  await rina.taps('Buka lagi');
  await siti.taps('Tidak jadi');
  expect(rina.message('Ditutup penanya').text).toContain('Ditutup penanya.');
  lookAway(siti, agus, rina);
});
