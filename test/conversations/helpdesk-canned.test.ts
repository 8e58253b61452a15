import { describe, expect, test } from 'vitest';
import { lookAway, office } from '../support/office.ts';

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
