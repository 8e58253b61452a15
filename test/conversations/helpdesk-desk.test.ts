import { describe, expect, test } from 'vitest';
import { Group } from '../support/group.ts';
import { later } from '../support/later.ts';
import type { Person } from '../support/person.ts';
import { startWorld } from '../support/world.ts';

const groupId = -1_000_000_004_711;

/** A Monday morning; questions go to the group when `inGroup`, else to each staff member. */
async function office(options: { inGroup?: boolean } = {}) {
  const world = await startWorld({
    at: '2024-05-20T09:00',
    ...(options.inGroup ? { helpdeskChatId: groupId } : {}),
  });
  const siti = await world.registered({
    name: 'Siti Aminah',
    kelurahan: 'Cimone',
    phone: '+6281234567890',
  });
  const budi = await world.registered({ name: 'Budi Santoso', kelurahan: 'Bugel' });
  const agus = await world.officer('Agus', 'STAFF');
  const rina = await world.officer('Rina', 'STAFF');
  return { world, siti, budi, agus, rina };
}

function lookAway(...people: Person[]): void {
  for (const person of people) person.looksAway();
}

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

describe('the group', () => {
  test('cards go to the group only; a reply there reaches the person', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, groupId, [agus, rina]);
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
    const group = new Group(world, groupId, [agus, rina]);
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
    const group = new Group(world, groupId, [agus, rina, budi, stranger]);
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
    const group = new Group(world, groupId, [hendra, agus]);
    await group.says(hendra, '/nomorgrup@kader_uji_bot');
    expect(group.message(/Nomor grup/).text).toContain(String(groupId));
    await group.says(agus, '/nomorgrup');
    expect(group.count(/Nomor grup/)).toBe(1);
    expect(group.message(/hanya untuk admin/)).toBeDefined();
    await hendra.says('/nomorgrup');
    hendra.sees('di dalam grup petugas');
    lookAway(hendra, agus);
  });

  test('a group that has got another number is still the group', async () => {
    const { world, siti, agus, rina } = await office({ inGroup: true });
    const group = new Group(world, groupId, [agus, rina], 'group');
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
    const group = new Group(world, groupId, [agus, rina]);
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
});

describe('kept answers', () => {
  test('are added, changed, deleted, and sent after a look', async () => {
    const { world, siti, agus, rina } = await office();
    await agus.says('/jawaban');
    agus.sees('Belum ada. Tekan Tambah');
    await agus.taps('Tambah');
    agus.sees('Apa judulnya?');
    await agus.says('J');
    agus.sees('2 sampai 40 huruf');
    await agus.says('Jadwal pencairan');
    agus.sees('Sekarang tulis jawaban untuk Jadwal pencairan');
    await agus.sendsSticker();
    agus.sees('dengan kata-kata saja');
    await agus.says('Insentif dikirim tanggal 5 setiap bulan.');
    agus.sees('Jawaban Jadwal pencairan disimpan');
    agus.looksAway();

    await siti.says('/tanya Kapan cair?');
    lookAway(siti, agus, rina);
    await rina.taps('Jawaban siap pakai');
    rina.sees('Jawaban mana untuk Siti Aminah (tiket #1)?');
    await rina.taps('Jadwal pencairan');
    rina.sees('Insentif dikirim tanggal 5');
    siti.seesNothing();
    await rina.tapsAtOnce('Kirim jawaban ini', 2);
    siti.sees('Insentif dikirim tanggal 5 setiap bulan.');
    siti.seesNothing();
    lookAway(agus, rina);

    await agus.says('/jawaban');
    await agus.taps('Jadwal pencairan');
    await agus.taps('Ubah');
    await agus.says('Jadwal cair');
    await agus.says('Tanggal 7.');
    agus.sees('Jawaban Jadwal cair disimpan');
    await agus.taps('Jadwal cair');
    await agus.taps('Hapus');
    agus.sees('Hapus jawaban Jadwal cair?');
    await agus.tapsAtOnce('Ya, hapus', 2);
    agus.sees(/dihapus|sudah tidak ada/);
    lookAway(agus);
    expect(await world.db.cannedAnswer.count()).toBe(0);
    const deeds = await world.db.auditEntry.findMany({
      where: { action: { startsWith: 'canned' } },
      orderBy: { id: 'asc' },
    });
    expect(deeds.map(({ action }) => action)).toEqual([
      'canned.keep',
      'canned.keep',
      'canned.remove',
    ]);
    expect(deeds[1]).toMatchObject({ before: { title: 'Jadwal pencairan' } });
  });
});

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
