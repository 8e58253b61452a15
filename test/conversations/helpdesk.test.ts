import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

const sitiOnRoster = { name: 'Siti Aminah', kelurahan: 'Cimone', phone: '+6281234567890' };

/** A Monday morning with Siti, who asks, and two staff members, each in their own chat. */
async function office(at = '2024-05-20T09:00') {
  const world = await startWorld({ at });
  const siti = await world.registered(sitiOnRoster);
  const agus = await world.officer('Agus', 'STAFF');
  const rina = await world.officer('Rina', 'STAFF');
  const audit = async () =>
    (await world.db.auditEntry.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);
  return { world, siti, agus, rina, audit };
}

describe('asking', () => {
  test('/tanya with words goes to all staff at once, and the reply of one reaches the person', async () => {
    const { siti, agus, rina, audit } = await office();
    await siti.says('/tanya SK saya sudah ditandatangani belum bu?');
    siti.sees('Sudah saya teruskan ke petugas Dinsos, no. 1');
    const card = agus.sees('Tiket #1');
    expect(card.text).toContain('Siti Aminah, PSM Kelurahan Cimone, 0812-••••-7890');
    expect(card.text).toContain('SK saya sudah ditandatangani belum bu?');
    expect(card.text).not.toContain('/tanya');
    rina.sees('Belum diambil');

    await agus.says('Sudah bu, kemarin.', /Tiket #1/);
    agus.sees('Jawaban dikirim ke Siti Aminah (tiket #1)');
    agus.sees('Diambil Agus');
    rina.sees('Sudah dijawab. Diambil Agus.');
    const answer = siti.sees('Jawaban Dinsos');
    expect(answer.text).toContain('Sudah bu, kemarin.');
    expect(answer.text).toContain('Pertanyaan: SK saya sudah');
    expect(siti.buttons).toEqual(['✅ Sudah jelas, terima kasih', '↩️ Balas']);
    expect(await audit()).toEqual(['ticket.take', 'ticket.answer']);
  });

  test('/tanya alone asks for the question; the next message is it', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya');
    siti.sees('Silakan tulis pertanyaan');
    await siti.sendsSticker();
    siti.sees('itu tidak bisa saya teruskan');
    await siti.says('Kapan bimtek berikutnya?');
    siti.sees('no. 1');
    agus.sees('Kapan bimtek berikutnya?');
    rina.sees('Kapan bimtek berikutnya?');
  });

  test('a question typed long after /tanya is only offered', async () => {
    const { world, siti, agus } = await office();
    await siti.says('/tanya');
    siti.looksAway();
    await later(world, '2024-05-20T10:00');
    await siti.says('besok libur ya');
    siti.sees('sebagai pertanyaan?');
    agus.seesNothing();
    await siti.taps('Batal');
    siti.sees('tidak saya teruskan');
    await siti.says('/batal');
    siti.sees('Tidak ada yang perlu dibatalkan');
  });

  test('words nobody understands are offered, and go only when the person says so', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('bu rompi yang baru sudah ada belum ya');
    siti.sees('saya teruskan ke petugas Dinsos?');
    agus.seesNothing();
    await siti.tapsAtOnce('Kirim ke Dinsos', 2);
    siti.sees('no. 1');
    siti.sees('no. 1');
    agus.sees('rompi yang baru');
    rina.sees('rompi yang baru');
    agus.seesNothing();
    await siti.taps('Batal');
    siti.sees('sudah tidak tersimpan');
    await siti.says('/pertanyaan');
    siti.sees('Pertanyaan Bapak/Ibu');
    expect(siti.buttons[0]).toContain('No. 1: bu rompi yang baru');
  });

  test('a question can be taken back, and staff see that', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    for (const person of [siti, agus, rina]) person.looksAway();
    await siti.taps('Tidak jadi bertanya');
    siti.sees('pertanyaan no. 1 dibatalkan');
    agus.sees('Ditutup penanya');
    rina.sees('Ditutup penanya');
  });

  test('an offer that was declined is forgotten', async () => {
    const { world, siti, agus } = await office();
    await siti.says('bu rompi yang baru sudah ada belum ya');
    siti.looksAway();
    await siti.taps('Batal');
    siti.sees('tidak saya teruskan');
    expect(await world.db.ticket.count()).toBe(0);
    agus.seesNothing();
  });

  test('a voice message is offered too, and copied to staff', async () => {
    const { siti, agus, rina } = await office();
    await siti.sendsFile('suara.ogg', Buffer.from('OggS suara'), undefined, 'voice');
    siti.sees('tidak bisa melihat atau mendengarkan');
    await siti.taps('Kirim ke Dinsos');
    siti.sees('no. 1');
    agus.sees('🎤 pesan suara');
    agus.sees('suara.ogg');
    rina.looksAway();
    await agus.says('Baik bu, sudah saya dengar.', /^$/);
    agus.sees('Jawaban dikirim');
    agus.sees('Sudah dijawab');
    siti.sees('Baik bu, sudah saya dengar.');
    rina.sees('Sudah dijawab');
  });

  test('a sticker alone is no question', async () => {
    const { siti, agus } = await office();
    await siti.sendsSticker();
    siti.sees('belum mengerti');
    agus.seesNothing();
  });

  test('thanks are no question', async () => {
    const { siti, agus } = await office();
    await siti.says('terima kasih banyak bu 🙏');
    siti.sees('Sama-sama');
    agus.seesNothing();
  });

  test('somebody who is not registered may ask as well', async () => {
    const { world, agus, rina } = await office();
    const budi = world.person({ firstName: 'Budi', hasStarted: true });
    await budi.says('/tanya kok saya tidak bisa daftar');
    budi.sees('no. 1');
    agus.sees('Budi (belum terdaftar)');
    rina.looksAway();
    await agus.says('Nanti kami bantu pak', /Tiket #1/);
    agus.looksAway();
    rina.looksAway();
    budi.sees('Nanti kami bantu pak');
  });

  test('long numbers are hidden, and that is said', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya nik saya 3671012345678901 salah, hp 0812-3456-7890');
    siti.sees('Nomor panjang di pesan itu saya sembunyikan');
    const { text } = agus.sees('Tiket #1');
    expect(text).toContain('••••8901');
    expect(text).toContain('0812-3456-7890');
    expect(text).not.toContain('3671012345678901');
    rina.looksAway();
  });

  test('they are hidden in what is only offered, too', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('bu rompi saya salah nik 3671012345678901');
    siti.sees('Nomor panjang di pesan itu saya sembunyikan');
    await siti.taps('Kirim ke Dinsos');
    siti.sees('no. 1');
    agus.sees('rompi saya salah nik ••••8901');
    rina.looksAway();
  });

  test('the caption of a photo is shown with its numbers hidden, not copied', async () => {
    const { siti, agus, rina } = await office();
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    await siti.sendsFile('surat.png', pixel, '/tanya ini surat apa? rek 1234567890123', 'photo');
    siti.sees('no. 1');
    agus.sees('📷 foto ini surat apa? rek ••••0123');
    expect(agus.sees('').text).toBe('');
    rina.looksAway();
  });

  test('the answer from the facts of an event comes first, with the way to the office', async () => {
    const { world, siti, agus, rina } = await office('2024-05-19T09:00');
    await invitedTraining(world);
    siti.looksAway();
    await siti.says('tempatnya dimana bu?');
    siti.sees('Ini keterangan acaranya');
    agus.seesNothing();
    await siti.taps('Tanyakan ke Dinsos');
    siti.sees('no. 1');
    const card = agus.sees('tempatnya dimana bu?');
    expect(card.text).toContain('Undangan: Pembinaan PSM dan TKSK');
    expect(card.text).toContain('belum menjawab');
    rina.looksAway();
  });
});

describe('hours', () => {
  test('outside them the person hears when somebody answers, and nothing is lost', async () => {
    const { world, siti, agus, rina } = await office('2024-05-24T17:00');
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
      ['pengingat 3', 'Pengingat disimpan'],
    ] as const) {
      await hendra.says(`/jamlayanan ${typed}`);
      hendra.sees(said);
    }
    hendra.sees('Tiket yang 3 hari belum dijawab');
  });
});

describe('the thread', () => {
  test('the person goes on by replying, by the button, and in words that are offered', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    await agus.says('Minggu depan bu.', /Tiket #1/);
    for (const person of [siti, agus, rina]) person.looksAway();

    await siti.says('Tanggal berapa ya?', /Jawaban Dinsos/);
    siti.sees('Sudah saya tambahkan ke pertanyaan no. 1');
    const again = agus.sees('Balasan baru');
    expect(again.text).toContain('Kapan cair?');
    expect(again.text).toContain('Minggu depan bu.');
    expect(again.text).toContain('Tanggal berapa ya?');
    rina.seesNothing();

    await agus.says('Tanggal 5.', /Balasan baru/);
    agus.looksAway();
    siti.sees('Tanggal 5.');
    await siti.taps('Balas');
    siti.sees('Silakan tulis balasan untuk pertanyaan no. 1');
    await siti.says('Baik, lewat bank apa?');
    siti.sees('Sudah saya tambahkan');
    agus.sees('lewat bank apa?');

    await siti.says('atau bisa diambil di kantor');
    siti.sees('saya teruskan ke petugas Dinsos?');
    await siti.taps('Tambahkan ke no. 1');
    siti.sees('Sudah saya tambahkan');
    agus.sees('atau bisa diambil di kantor');
    await siti.taps('Tambahkan ke no. 1');
    siti.sees('sudah tidak tersimpan');
    agus.looksAway();
    rina.looksAway();
  });

  test('the person ends it, and a reply within seven days opens it again', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    await agus.says('Minggu depan bu.', /Tiket #1/);
    for (const person of [siti, agus, rina]) person.looksAway();
    await siti.tapsAtOnce('Sudah jelas', 2);
    siti.sees('Pertanyaan no. 1 selesai');
    siti.sees('memang sudah selesai');
    agus.sees('Ditutup penanya');
    rina.sees('Ditutup penanya');

    await agus.says('Sama-sama bu', /Tiket #1/);
    agus.sees('sudah ditutup, jadi tidak ada yang saya kirim');
    siti.seesNothing();

    await later(world, '2024-05-26T09:00');
    await siti.says('Maaf bu, belum masuk juga', /Jawaban Dinsos/);
    siti.sees('dibuka lagi');
    agus.sees('Dibuka lagi');
    await agus.taps('Tutup');
    agus.sees('Tiket #1 ditutup');
    agus.sees('Ditutup petugas (Agus)');
    siti.sees('Petugas menandai pertanyaan no. 1 selesai');

    await later(world, '2024-06-03T09:00');
    await siti.says('halo bu', /Petugas menandai/);
    siti.sees('sudah lama selesai');
    agus.seesNothing();
    rina.looksAway();
  });

  test('an answered question that stays silent for a week closes itself; a reply opens it', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    await agus.says('Minggu depan bu.', /Tiket #1/);
    for (const person of [siti, agus, rina]) person.looksAway();
    await later(world, '2024-05-27T08:59');
    agus.seesNothing();
    await later(world, '2024-05-27T09:01');
    agus.sees('Selesai, 7 hari tanpa balasan');
    siti.seesNothing();
    await agus.says('/tiket');
    agus.sees('Semua sudah beres');
    await siti.says('belum masuk bu', /Jawaban Dinsos/);
    siti.sees('dibuka lagi');
    agus.sees('Dibuka lagi');
    rina.looksAway();
  });

  test('staff can answer with a photo, and reply to the confirmation to say more', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya formulirnya seperti apa?');
    rina.looksAway();
    const card = agus.sees('Tiket #1');
    world.simulator.sendFile(agus.id, {
      name: 'formulir.pdf',
      bytes: Buffer.from('%PDF-1.4 formulir'),
      caption: 'Ini bu formulirnya',
      replyTo: card.messageId,
    });
    await world.settle();
    agus.sees('Jawaban dikirim');
    siti.sees('no. 1');
    siti.sees('Ini bu formulirnya');
    siti.sees('formulir.pdf');
    await agus.says('Diisi dua rangkap ya', /Jawaban dikirim/);
    siti.sees('Diisi dua rangkap ya');
    agus.looksAway();
    rina.looksAway();
  });
});
