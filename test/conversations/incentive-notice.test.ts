import { expect, it } from 'vitest';
import { appliesList, payingCity } from '../support/incentive-lists.ts';

it('shows staff how many would hear it, and tells each person once, all months in one message', async () => {
  const { agus, siti, budi } = await payingCity();
  await appliesList(
    agus,
    'april.csv',
    ['Siti Aminah', 'Maret 2024', 'ditransfer'],
    ['Siti Aminah', 'April 2024', 'ditunda', 'SK belum terbit'],
    ['Budi', 'April 2024', 'diproses'],
    ['Wati', 'April 2024', 'ditransfer'],
  );
  expect(agus.sees('Pemberitahuan').text).toContain(
    'Pemberitahuan: 1 orang (1 ditransfer, 1 ditunda), 1 tanpa Telegram',
  );
  siti.seesNothing();
  await agus.taps('Kirim ke 1 orang');
  agus.sees('Pemberitahuan untuk 1 orang sedang dikirim');
  const news = siti.sees('Kabar insentif Siti Aminah');
  expect(news.text).toContain('✅ Maret 2024: Rp500.000 ditransfer.');
  expect(news.text).toContain('⏸ April 2024: Rp500.000 ditunda.\nAlasan: SK belum terbit');
  expect(news.text).toContain('Silakan cek di bank atau ATM.');
  expect(news.text).toContain('Kalau alasannya sudah beres, Dinsos melanjutkannya.');
  siti.seesNothing();
  budi.seesNothing();
  await siti.taps('Lihat insentif saya');
  siti.sees('12 bulan sebelumnya');

  // Who is without Telegram stays offered, and an old button sends nothing twice.
  await agus.says('/pemberitahuan');
  expect(agus.sees('0 orang, 1 tanpa Telegram').buttons).toEqual([]);
});

it('can be held back and come back to; two taps tell nobody twice', async () => {
  const { agus, siti, budi } = await payingCity();
  await appliesList(agus, 'april.csv', ['Siti Aminah', 'April 2024', 'ditransfer']);
  agus.sees('Pemberitahuan: 1 orang (1 ditransfer)');
  await agus.taps('Tahan dulu');
  agus.sees('buka lagi lewat /pemberitahuan');
  await appliesList(agus, 'maret.csv', ['Budi', 'Maret 2024', 'ditunda']);
  agus.sees('Pemberitahuan: 1 orang (1 ditunda)');
  await agus.taps('Tahan dulu');
  agus.looksAway();
  siti.seesNothing();

  await agus.says('/pemberitahuan');
  expect(
    agus
      .sees('Pilih berkasnya')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['maret.csv · 1 orang', 'april.csv · 1 orang']);
  await agus.taps('april.csv');
  agus.sees('Berkas: april.csv');
  await agus.tapsAtOnce('Kirim ke 1 orang', 2);
  agus.looksAway();
  siti.sees('✅ April 2024');
  siti.seesNothing();
  budi.seesNothing();
});

it('tells each move of a month once, and only what still holds', async () => {
  const { agus, siti, budi } = await payingCity();
  await appliesList(agus, 'satu.csv', ['Siti Aminah', 'April 2024', 'ditunda']);
  agus.sees('1 ditunda');
  await appliesList(
    agus,
    'dua.csv',
    ['Siti Aminah', 'April 2024', 'ditransfer'],
    ['Budi', 'April 2024', 'ditransfer'],
  );
  agus.sees('2 ditransfer');
  // The month of the first file has moved on, so there is nothing left to tell about it.
  await agus.taps('Kirim', /satu\.csv/);
  agus.sees('Tidak ada yang perlu diberitahukan');
  await agus.taps('Kirim', /dua\.csv/);
  agus.sees('2 orang sedang dikirim');
  siti.sees('ditransfer');
  budi.sees('ditransfer');

  // Back and forth: whoever last heard that it is held hears that it came after all.
  await appliesList(agus, 'tiga.csv', ['Siti Aminah', 'April 2024', 'ditunda', 'rekening salah']);
  agus.sees('1 orang (1 ditunda)');
  await agus.taps('Kirim', /tiga\.csv/);
  agus.sees('sedang dikirim');
  siti.sees('Alasan: rekening salah');
  await appliesList(agus, 'empat.csv', ['Siti Aminah', 'April 2024', 'ditransfer']);
  agus.sees('1 orang (1 ditransfer)');
  await agus.taps('Kirim', /empat\.csv/);
  agus.sees('sedang dikirim');
  siti.sees('ditransfer');
  await agus.says('/pemberitahuan');
  agus.sees('Tidak ada yang perlu diberitahukan');
});

it('waits for the morning at night, and leaves out whoever blocked the bot', async () => {
  const { world, agus, siti, budi } = await payingCity({ at: '2024-05-20T21:30' });
  await budi.blocks();
  await appliesList(
    agus,
    'april.csv',
    ['Siti Aminah', 'April 2024', 'ditransfer'],
    ['Budi', 'April 2024', 'ditransfer'],
  );
  agus.sees('1 orang (1 ditransfer), 1 tanpa Telegram');
  await agus.taps('Kirim ke 1 orang');
  agus.sees('akan dikirim Selasa, 21 Mei 2024 pukul 06.00 WIB');
  siti.seesNothing();
  await world.advanceTo('2024-05-21T06:01');
  siti.sees('✅ April 2024');
});

it('keeps a long history short', async () => {
  const { agus, siti } = await payingCity();
  const months = Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`);
  await appliesList(
    agus,
    'tahun.csv',
    ...months.map((period): [string, string, string] => ['Siti Aminah', period, 'ditransfer']),
  );
  agus.sees('Pemberitahuan: 1 orang');
  await agus.taps('Kirim');
  agus.sees('sedang dikirim');
  const { text } = siti.sees('Kabar insentif');
  expect(text).toContain('Desember 2023');
  expect(text).not.toContain('April 2023');
  expect(text).toContain('… dan 4 bulan sebelumnya');
});

it('is for staff only', async () => {
  const { siti } = await payingCity();
  await siti.says('/pemberitahuan');
  siti.sees('hanya untuk petugas Dinsos');
});

it('says below the months of each status what it means', async () => {
  const { agus, siti } = await payingCity();
  await appliesList(
    agus,
    'april.csv',
    ['Siti Aminah', 'Februari 2024', 'ditransfer'],
    ['Siti Aminah', 'Maret 2024', 'ditunda', 'menunggu SK'],
    ['Siti Aminah', 'April 2024', 'ditransfer'],
  );
  await agus.taps('Kirim ke 1 orang');
  agus.looksAway();
  expect(siti.sees('Kabar insentif').text.split('\n').slice(2)).toEqual([
    '✅ Februari 2024: Rp500.000 ditransfer.',
    '✅ April 2024: Rp500.000 ditransfer.',
    'Uangnya sudah dikirim ke rekening Bapak/Ibu. Silakan cek di bank atau ATM.',
    '',
    '⏸ Maret 2024: Rp500.000 ditunda.',
    'Alasan: menunggu SK',
    'Pembayarannya berhenti dulu. Kalau alasannya sudah beres, Dinsos melanjutkannya.',
  ]);
});
