import { describe, expect, test } from 'vitest';
import { later } from '../support/later.ts';
import { startWorld, type World } from '../support/world.ts';

type Status = 'PROCESSED' | 'TRANSFERRED' | 'HELD';

async function recorded(world: World, period: string, status: Status, amount = 500_000) {
  const { id: kaderId } = await world.db.kader.findFirstOrThrow({ where: { name: 'Siti Aminah' } });
  const record = { amount, status, statusDate: '2024-05-03', note: null };
  const at = world.clock.now();
  await world.db.incentive.create({ data: { kaderId, period, ...record, updatedAt: at } });
  const file = await world.db.importFile.create({
    data: {
      kind: 'INCENTIVE',
      status: 'APPLIED',
      fileName: 'insentif-april.xlsx',
      fileHash: `hash-${period}`,
      table: {},
      createdAt: at,
    },
  });
  await world.db.incentiveChange.create({
    data: { kaderId, period, importId: file.id, after: record, toStatus: status, at },
  });
}

async function city() {
  const world = await startWorld({ at: '2024-05-20T09:00' });
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  const agus = await world.officer('Agus', 'STAFF');
  await recorded(world, '2024-04', 'TRANSFERRED', 350_000);
  return { world, siti, agus };
}

describe('doubting a month', () => {
  test('goes to staff with what is recorded beside it, and the answer comes back', async () => {
    const { siti, agus } = await city();
    await siti.says('/insentif april 2024');
    siti.sees('April 2024');
    expect(siti.buttons).toEqual(
      expect.arrayContaining(['Belum saya terima', 'Jumlah tidak sesuai', 'Nama salah']),
    );
    await siti.taps('Belum saya terima');
    const question = siti.sees('Insentif April 2024');
    expect(question.text).toContain('jangan kirim foto KTP, buku rekening');
    await siti.says('sudah saya cek di ATM, rekening 1234567890123 kosong');
    siti.sees('no. 1');
    const card = agus.sees('Tiket #1');
    expect(card.text).toContain('insentif April 2024, belum saya terima');
    expect(card.text).toContain('Catatan: Rp350.000, ditransfer 3 Mei 2024');
    expect(card.text).toContain('Dari berkas insentif-april.xlsx');
    expect(card.text).toContain('rekening ••••0123 kosong');
    await agus.says('Banknya salah kirim bu, besok dikirim ulang.', /Tiket #1/);
    siti.sees('Banknya salah kirim bu');
    agus.looksAway();
  });

  test('is possible without a word, and open once for each month and kind', async () => {
    const { world, siti, agus } = await city();
    await siti.says('/insentif april 2024');
    await siti.taps('Jumlah tidak sesuai');
    siti.looksAway();
    await siti.tapsAtOnce('Kirim tanpa penjelasan', 2);
    siti.sees('Sudah saya teruskan ke petugas Dinsos, no. 1');
    siti.sees('Itu sudah saya teruskan, no. 1');
    expect(agus.sees('Tiket #1').text).toContain('Tanpa penjelasan.');
    await siti.taps('Nama salah', /April 2024/);
    await siti.taps('Kirim tanpa penjelasan', /Namanya salah/);
    siti.looksAway();
    agus.sees('insentif April 2024, nama salah');
    expect(await world.db.ticket.count()).toBe(2);
    await siti.taps('Sudah jelas', /Itu sudah saya teruskan/);
    siti.sees('Pertanyaan no. 1 selesai');
    agus.looksAway();
    await siti.taps('Kirim tanpa penjelasan', /Jumlahnya/);
    siti.sees('no. 3');
    agus.sees('Tiket #3');
  });

  test('can be let go before anything is sent', async () => {
    const { world, siti } = await city();
    await siti.says('/insentif april 2024');
    await siti.taps('Nama salah');
    siti.looksAway();
    await siti.taps('Batal');
    siti.sees('dibatalkan');
    await siti.says('siap hadir bu');
    siti.looksAway();
    expect(await world.db.ticket.count({ where: { kind: 'WRONG_NAME' } })).toBe(0);
  });

  test('money is missed only where it is said to have been sent; nothing where nothing is recorded', async () => {
    const { world, siti, agus } = await city();
    await recorded(world, '2024-05', 'PROCESSED');
    await siti.says('/insentif mei 2024');
    siti.sees('Mei 2024');
    expect(siti.buttons).not.toContain('Belum saya terima');
    expect(siti.buttons).toContain('Jumlah tidak sesuai');
    await siti.says('/insentif maret 2024');
    siti.sees('Maret 2024');
    expect(siti.buttons.join()).not.toMatch(/tidak sesuai|Nama salah/);
    // A card whose month has changed since.
    await siti.says('/insentif april 2024');
    await world.db.incentive.updateMany({ data: { status: 'PROCESSED' } });
    siti.looksAway();
    await siti.taps('Belum saya terima');
    siti.sees('Catatan bulan itu sudah berubah');
    agus.seesNothing();
  });

  test('a sticker is no explanation; /batal and silence send nothing', async () => {
    const { world, siti, agus } = await city();
    await siti.says('/insentif april 2024');
    await siti.taps('Nama salah');
    siti.looksAway();
    await siti.sendsSticker();
    siti.sees('tidak bisa saya teruskan');
    await siti.says('/batal');
    siti.sees('dibatalkan');
    await siti.taps('Nama salah');
    siti.looksAway();
    await later(world, '2024-05-20T12:00');
    await siti.says('tulisannya Aminah bukan Amina');
    siti.sees('tidak saya kenali lagi');
    agus.seesNothing();
  });

  test('a correction made afterwards, in whatever way, is told once, and staff see it on the card', async () => {
    const { world, siti, agus } = await city();
    await siti.says('/insentif april 2024');
    await siti.taps('Jumlah tidak sesuai');
    await siti.says('harusnya lima ratus');
    siti.looksAway();
    agus.looksAway();
    await later(world, '2024-05-20T10:00');
    siti.seesNothing();
    await world.db.incentive.updateMany({ data: { amount: 500_000, statusDate: '2024-05-21' } });
    await later(world, '2024-05-20T10:01');
    const { text } = siti.sees('Data insentif April 2024 berubah (no. 1)');
    expect(text).toContain('Tadinya: Rp350.000, ditransfer 3 Mei 2024');
    expect(text).toContain('Sekarang: Rp500.000, ditransfer 21 Mei 2024');
    agus.sees('Catatan: Rp500.000, ditransfer 21 Mei 2024');
    await later(world, '2024-05-20T10:02');
    siti.seesNothing();
    await siti.taps('Sudah jelas');
    siti.sees('Pertanyaan no. 1 selesai');
    agus.sees('Ditutup penanya');
    await world.db.incentive.deleteMany();
    await later(world, '2024-05-20T10:03');
    siti.seesNothing();
  });

  test('a month that is taken back is told as well', async () => {
    const { world, siti, agus } = await city();
    await siti.says('/insentif april 2024');
    await siti.taps('Nama salah');
    await siti.taps('Kirim tanpa penjelasan');
    siti.looksAway();
    agus.looksAway();
    await world.db.incentive.deleteMany();
    await later(world, '2024-05-20T10:01');
    siti.sees('Sekarang: tidak ada catatan');
    agus.sees('Catatan: tidak ada catatan');
  });
});
