import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { lookAway, office } from '../support/office.ts';
import { invitedTraining } from '../support/training.ts';

describe('asking', () => {
  test('/tanya with words goes to all staff at once, and the reply of one reaches the person', async () => {
    const { world, siti, agus, rina } = await office();
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
    const deeds = await world.db.auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(deeds.map(({ action }) => action)).toEqual(['ticket.take', 'ticket.answer']);
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
    lookAway(siti, agus, rina);
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
    const { world, siti, budi, agus, rina } = await office({ at: '2024-05-19T09:00' });
    await invitedTraining(world);
    lookAway(siti, budi);
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
