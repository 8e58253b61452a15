import { describe, expect, it } from 'vitest';
import { announcement, withRoster } from '../support/inviting.ts';
import { startWorld } from '../support/world.ts';

async function office(at = '2024-05-10T09:00') {
  const world = await startWorld({ at });
  const staff = await world.officer('Pak Eko', 'STAFF');
  return { world, staff };
}

describe('/acara with the lines staff write', () => {
  it('makes the card in one go', async () => {
    const { world, staff } = await office();
    await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel' });
    await staff.says(announcement);
    const card = staff.sees(/Draf acara/);
    expect(card.text).toContain('Pembinaan PSM dan TKSK');
    expect(card.text).toContain('Rabu, 22 Mei 2024 pukul 08.00–12.00 WIB');
    expect(card.text).toContain('Tangerang Convention Center (TCC), Cimone');
    expect(card.text).toContain('Semua kader (1 orang)');
    expect(card.text).toContain('Batas jawab: Senin, 20 Mei 2024 pukul 23.59 WIB');
    expect(staff.buttons).toEqual([
      '📨 Kirim undangan',
      'Judul',
      'Tanggal',
      'Pukul',
      'Tempat',
      'Sasaran',
      'Batas jawab',
      '🗑 Hapus draf',
      '⬅️ Daftar acara',
    ]);
  });

  it('asks for what is missing, one thing at a time', async () => {
    const { staff } = await office();
    await staff.says(
      '/acara\nJudul: Rapat koordinasi\nTanggal: 22 Mei 2024\nTempat: Aula kecamatan',
    );
    const first = staff.sees(/Pukul berapa/);
    expect(first.text).toContain('Judul: Rapat koordinasi');
    expect(first.text).toContain('Tanggal: Rabu, 22 Mei 2024');
    await staff.says('9 pagi sampai selesai');
    staff.sees(/Siapa yang diundang/);
    await staff.taps('PSM');
    staff.sees(/Sampai kapan undangan boleh dijawab/);
    await staff.taps('Sehari sebelumnya');
    const card = staff.sees(/Draf acara/);
    expect(card.text).toContain('Rabu, 22 Mei 2024 pukul 09.00 WIB s.d. selesai');
    expect(card.text).toContain('PSM (0 orang)');
    expect(card.text).toContain('Batas jawab: Selasa, 21 Mei 2024 pukul 23.59 WIB');
  });

  it('a weekday that does not fit its date is refused, the rest is kept', async () => {
    const { staff } = await office();
    await staff.says(announcement.replace('Rabu', 'Kamis'));
    const refusal = staff.sees(/tertulis hari Kamis, padahal 22 Mei 2024 adalah hari Rabu/);
    expect(refusal.text).toContain('Judul: Pembinaan PSM dan TKSK');
    await staff.says('Rabu, 22 Mei 2024');
    expect(staff.sees(/Draf acara/).text).toContain('Rabu, 22 Mei 2024');
  });

  it.each([
    ['a day that is over', 'Tanggal: 1 Mei 2024', /sudah lewat/],
    ['a day that does not exist', 'Tanggal: 31 Juni 2024', /tidak ada di kalender/],
    ['a year by a slip', 'Tanggal: 22 Mei 2042', /periksa tahunnya/],
    ['gibberish for a date', 'Tanggal: nanti aja deh', /Tanggalnya belum saya mengerti/],
    ['an end before the start', 'Pukul: 14.00 - 13.00', /Jam selesainya lebih awal/],
    ['a deadline after the start', 'Batas jawab: 23 Mei 2024', /sesudah acara dimulai/],
    ['a deadline that is over', 'Batas jawab: 2 Mei 2024', /sudah lewat/],
    ['an area that does not exist', 'Sasaran: kel Wakanda', /Wakanda/],
  ])('%s is refused in a clear sentence', async (_, line, sentence) => {
    const { staff } = await office();
    const [label = ''] = line.split(':');
    await staff.says(announcement.replace(new RegExp(`${label}: .*`), line));
    staff.sees(sentence);
    staff.seesNothing();
  });

  it('areas are written as people write them; what may be either is offered', async () => {
    const { staff } = await office();
    await staff.says(
      announcement.replace('Sasaran: semua', 'Sasaran: karawaci, bugel, kec periuk'),
    );
    staff.sees(/"karawaci" bisa beberapa/);
    expect(staff.buttons.slice(0, 2)).toEqual([
      'Kecamatan Karawaci',
      'Kelurahan Karawaci (Kec. Karawaci)',
    ]);
    await staff.taps('Kelurahan Karawaci (');
    expect(staff.sees(/Draf acara/).text).toContain(
      'Kelurahan Bugel, Kecamatan Periuk, Kelurahan Karawaci',
    );
  });
});

describe('/acara alone', () => {
  it('asks for one thing at a time, and survives a restart', async () => {
    const { world, staff } = await office();
    await staff.says('/acara');
    staff.sees(/Apa judul acaranya/);
    await staff.says('Pembinaan PSM dan TKSK');
    staff.sees(/Tanggal berapa/);
    await world.restart();
    await staff.says('Rabu, 22 Mei 2024');
    staff.sees(/Pukul berapa/);
    await staff.says('08.00 - 12.00');
    staff.sees(/Di mana tempatnya/);
    await staff.says('TCC Cimone');
    staff.sees(/Siapa yang diundang/);
    await staff.taps('Semua kader');
    staff.sees(/Sampai kapan/);
    expect(staff.buttons).toEqual([
      '3 hari sebelumnya',
      '2 hari sebelumnya',
      'Sehari sebelumnya',
      'Sampai acara dimulai',
      'Batal',
    ]);
    await staff.says('20 Mei jam 5 sore');
    expect(staff.sees(/Draf acara/).text).toContain(
      'Batas jawab: Senin, 20 Mei 2024 pukul 17.00 WIB',
    );
  });

  it('kecamatan are ticked by buttons', async () => {
    const { staff } = await office();
    await staff.says(announcement.replace(/Sasaran.*\n/, ''));
    staff.sees(/Siapa yang diundang/);
    await staff.taps('Pilih kecamatan');
    staff.sees(/Kecamatan mana saja/);
    await staff.taps('Karawaci');
    staff.sees(/Kecamatan mana saja/);
    await staff.taps('Benda');
    staff.sees(/Kecamatan mana saja/);
    await staff.taps('Karawaci');
    staff.sees(/Kecamatan mana saja/);
    await staff.taps('Periuk');
    staff.sees(/Kecamatan mana saja/);
    await staff.taps('Selesai (2 dipilih)');
    expect(staff.sees(/Draf acara/).text).toContain('Kecamatan Benda, Kecamatan Periuk');
  });

  it('lines pasted into the question are taken too', async () => {
    const { staff } = await office();
    await staff.says('/acara');
    staff.looksAway();
    await staff.says(announcement.replace('/acara\n', ''));
    staff.sees(/Draf acara/);
  });

  it('strange input is met with help', async () => {
    const { staff } = await office();
    await staff.says('/acara');
    staff.looksAway();
    await staff.sendsSticker();
    staff.sees(/Judulnya belum terbaca/);
    await staff.says('!!');
    staff.sees(/Judulnya belum terbaca/);
    await staff.says('Rapat');
    staff.sees(/Tanggal berapa/);
    await staff.says('pokoknya cepat');
    staff.sees(/Tanggalnya belum saya mengerti/);
    await staff.sendsFile('undangan.pdf', new Uint8Array([1, 2, 3]));
    staff.sees(/Tanggalnya belum saya mengerti/);
    await staff.taps('Batal');
    staff.sees(/tidak jadi/);
    await staff.says('22 Mei 2024');
    staff.looksAway();
  });

  it('a title can follow the command, and /batal ends it', async () => {
    const { world, staff } = await office();
    await staff.says('/acara Rapat koordinasi TKSK');
    staff.sees(/Tanggal berapa/);
    await staff.says('/batal');
    staff.looksAway();
    await staff.says('22 Mei 2024');
    staff.looksAway();
    expect(await world.db.draft.count()).toBe(0);
    expect(await world.db.event.count()).toBe(0);
  });

  it('what an invitation has no place for is said', async () => {
    const { staff } = await office();
    await staff.says(`${announcement}\nPakaian: batik\nMohon hadir tepat waktu`);
    staff.sees(/Draf acara/);
    const ignored = staff.sees(/tidak ikut tercatat/);
    expect(ignored.text).toContain('batik');
    expect(ignored.text).toContain('Mohon hadir tepat waktu');
  });

  it('with something planned or half filled in it offers that first', async () => {
    const { staff } = await office();
    await staff.says(announcement);
    staff.sees(/Draf acara/);
    await staff.says('/acara');
    staff.sees(/Acara yang akan datang/);
    expect(staff.buttons).toEqual(['➕ Buat acara baru', '📝 Rab 22 Mei · Pembinaan PSM dan TKSK']);
    await staff.taps('Buat acara baru');
    staff.sees(/Apa judul/);
    await staff.says('Rapat kedua');
    staff.sees(/Tanggal berapa/);
    await staff.says('/acara');
    staff.looksAway();
    expect(staff.buttons[0]).toBe('▶️ Lanjutkan acara yang tadi');
    await staff.taps('Lanjutkan');
    expect(staff.sees(/Tanggal berapa/).text).toContain('Judul: Rapat kedua');
    await staff.says('/acara');
    staff.looksAway();
    await staff.taps('Pembinaan PSM');
    staff.sees(/Draf acara/);
  });

  it('an old button of an earlier question brings back the current one', async () => {
    const { staff } = await office();
    await staff.says(announcement.replace(/Sasaran.*\n/, '').replace(/Batas jawab.*$/, ''));
    staff.sees(/Siapa yang diundang/);
    await staff.says('semua');
    staff.sees(/Sampai kapan/);
    await staff.taps('TKSK');
    staff.sees(/Sampai kapan/);
    await staff.taps('Sehari sebelumnya', /Sampai kapan/);
    staff.sees(/Draf acara/);
    await staff.taps('Sampai acara dimulai', /Sampai kapan/);
    staff.sees(/sudah tidak berlaku/);
  });

  it('is for staff only', async () => {
    const { world } = await office();
    const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
    await siti.says('/acara');
    siti.sees(/hanya untuk petugas Dinsos/);
  });
});

describe('the card of a draft', () => {
  it('every field can be corrected by its button', async () => {
    const { staff } = await office();
    await staff.says(announcement);
    staff.looksAway();
    const corrections: [string, string, RegExp][] = [
      ['Judul', 'Bimtek TKSK', /Bimtek TKSK/],
      ['Tanggal', 'Kamis, 23 Mei 2024', /Kamis, 23 Mei 2024/],
      ['Pukul', '13.00', /pukul 13\.00 WIB s\.d\. selesai/],
      ['Tempat', 'Aula Dinsos', /📍 Aula Dinsos/],
      ['Sasaran', 'TKSK', /👥 TKSK/],
      ['Batas jawab', 'sehari sebelumnya', /Batas jawab: Rabu, 22 Mei 2024 pukul 23\.59/],
    ];
    for (const [button, said, seen] of corrections) {
      await staff.taps(button, /Draf acara/);
      staff.looksAway();
      await staff.says(said);
      staff.sees(seen);
    }
  });

  it('what cannot be is refused and the draft stays as it was', async () => {
    const { staff } = await office();
    await staff.says(announcement);
    staff.looksAway();
    await staff.taps('Tanggal');
    staff.sees(/Tanggal berapa/);
    await staff.says('Senin, 22 Mei 2024');
    staff.sees(/adalah hari Rabu/);
    await staff.taps('Kembali', /Tanggal berapa/);
    expect(staff.sees(/Draf acara/).text).toContain('Rabu, 22 Mei 2024');
    await staff.says('Senin, 27 Mei 2024');
    staff.looksAway();
    await staff.says('/acara');
    staff.looksAway();
    await staff.taps('Pembinaan');
    expect(staff.sees(/Draf acara/).text).toContain('Rabu, 22 Mei 2024');
  });

  it('a deadline that no longer fits moves with the day', async () => {
    const { staff } = await office();
    await staff.says(announcement);
    staff.looksAway();
    await staff.taps('Tanggal');
    await staff.says('15 Mei 2024');
    staff.looksAway();
    expect(staff.message(/Draf acara/).text).toContain('Batas jawab: Selasa, 14 Mei 2024');
  });

  it('can be dropped, and nobody hears of it', async () => {
    const { world, staff } = await office();
    await withRoster(world);
    await staff.says(announcement);
    staff.looksAway();
    await staff.taps('Hapus draf');
    staff.sees(/Hapus draf Pembinaan/);
    await staff.taps('Ya, hapus draf');
    staff.sees(/Acara dibatalkan/);
    await staff.taps('Daftar acara');
    staff.sees(/Belum ada acara/);
    expect(await world.db.outboxMessage.count({ where: { kaderId: { not: null } } })).toBe(0);
  });
});
