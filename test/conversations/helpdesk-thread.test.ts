import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { lookAway, office } from '../support/office.ts';

describe('the thread', () => {
  test('the person goes on by replying, by the button, and in words that are offered', async () => {
    const { siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    await agus.says('Minggu depan bu.', /Tiket #1/);
    lookAway(siti, agus, rina);

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
    lookAway(siti, agus, rina);
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
    lookAway(siti, agus, rina);
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

  test('words for a question that was closed too long ago can still be sent by themselves', async () => {
    const { world, siti, agus, rina } = await office();
    await siti.says('/tanya Kapan cair?');
    await siti.says('bu rompi yang baru sudah ada belum ya');
    await siti.says('/pertanyaan');
    await siti.taps('No. 1');
    await siti.taps('Sudah jelas');
    await world.db.ticket.updateMany({
      where: { status: 'CLOSED' },
      data: { closedAt: new Date('2024-05-01T09:00:00+07:00') },
    });
    lookAway(siti, agus, rina);
    await siti.taps('Tambahkan ke no. 1');
    siti.sees('sudah lama selesai');
    await siti.taps('Kirim ke Dinsos');
    siti.sees('no. 2');
    agus.sees('bu rompi yang baru');
    rina.sees('bu rompi yang baru');
  });
});
