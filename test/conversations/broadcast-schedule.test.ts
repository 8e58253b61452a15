import { expect, it } from 'vitest';
import type { Person } from '../support/person.ts';
import { startWorld, type World } from '../support/world.ts';

/** A staff member and a registered kader; it is Monday, 20 May 2024. */
async function office(at = '2024-05-20T08:00') {
  const world = await startWorld({ at });
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  return { world, agus, siti };
}

/** Composes a text for everybody and stands before the last step. */
async function composed(agus: Person, text = 'Rapat rutin'): Promise<void> {
  await agus.says(`/siaran ${text}`);
  agus.sees(text);
  agus.sees('yang akan diterima');
  agus.sees('Untuk siapa?');
  await agus.taps('Semua kader');
  agus.sees('Terpilih');
  await agus.taps('Lanjut');
  agus.sees('Siap dikirim');
}

async function scheduled(agus: Person, time: string, text?: string): Promise<void> {
  await composed(agus, text);
  await agus.taps('Jadwalkan');
  agus.sees('Kapan dikirim?');
  await agus.says(time);
  agus.sees('Sudah benar?');
  await agus.taps('Ya, jadwalkan');
  agus.sees('Terjadwal:');
}

/** It is that time (WIB) at once, and the first tick since comes. */
async function becomes(world: World, wib: string): Promise<void> {
  await world.settle();
  const target = new Date(`${wib}:00+07:00`);
  await world.clock.advance(target.getTime() - world.clock.now().getTime());
  await world.app.tick();
  await world.settle();
}

it('leaves at the time people say, to whoever is in its audience then', async () => {
  const { world, agus, siti } = await office();
  await composed(agus);
  await agus.taps('Jadwalkan');
  agus.sees('Kapan dikirim?');
  await agus.says('besok jam 8 pagi');
  expect(agus.sees('Sudah benar?').text).toContain('Selasa, 21 Mei 2024 pukul 08.00 WIB');
  await agus.taps('Ya, jadwalkan');
  agus.sees('Terjadwal: Selasa, 21 Mei 2024 pukul 08.00 WIB');
  await agus.taps('Lihat isinya');
  agus.sees('Rapat rutin');
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Gondrong' });
  await becomes(world, '2024-05-21T07:55');
  siti.seesNothing();
  await becomes(world, '2024-05-21T08:00');
  siti.sees('Rapat rutin');
  budi.sees('Rapat rutin');
  agus.sees('Terkirim: 2');
});

it('asks again when the time is unclear, past or without an hour', async () => {
  const { agus } = await office();
  await composed(agus);
  await agus.taps('Jadwalkan');
  agus.sees('Kapan dikirim?');
  await agus.says('besok');
  agus.sees('Jam berapa?');
  await agus.says('hari ini jam 7 pagi');
  agus.sees('sudah lewat');
  await agus.says('Selasa 20 Mei jam 9 pagi');
  agus.sees('tidak cocok');
  await agus.says('kapan-kapan');
  agus.sees('belum jelas');
  await agus.sendsSticker();
  agus.sees('belum jelas');
  await agus.says('besok jam 9 malam');
  expect(agus.sees('Sudah benar?').text).toContain('jam istirahat');
  await agus.taps('Ubah waktunya');
  agus.sees('Kapan dikirim?');
  await agus.taps('Kembali');
  agus.sees('Siap dikirim');
});

it('warns before sending at night', async () => {
  const night = await office('2024-05-20T21:00');
  await night.agus.says('/siaran Malam-malam');
  night.agus.looksAway();
  await night.agus.taps('Semua kader');
  night.agus.looksAway();
  await night.agus.taps('Lanjut');
  expect(night.agus.sees('Siap dikirim').text).toContain('Sekarang jam istirahat');
});

it('lists what is scheduled, and changes and cancels it', async () => {
  const { world, agus, siti } = await office();
  await scheduled(agus, 'besok jam 8 pagi', 'Yang pertama');
  await scheduled(agus, 'besok jam 10 pagi', 'Yang kedua');
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.taps('Terjadwal (2)');
  expect(
    agus
      .sees('Pengumuman terjadwal')
      .buttons.flat()
      .map(({ text }) => text),
  ).toEqual(['Sel 21 Mei 08.00 WIB · Yang pertama', 'Sel 21 Mei 10.00 WIB · Yang kedua']);
  await agus.taps('Yang pertama');
  agus.sees('Isi: Yang pertama');
  await agus.taps('Ubah waktunya');
  agus.sees('Kapan dikirim?');
  await agus.says('Rabu jam 9 pagi');
  agus.sees('Sudah benar?');
  await agus.taps('Ya, jadwalkan');
  agus.sees('Terjadwal: Rabu, 22 Mei 2024 pukul 09.00 WIB');
  await agus.taps('Semua jadwal');
  agus.sees('Pengumuman terjadwal');
  await agus.taps('Yang kedua');
  agus.sees('Isi: Yang kedua');
  await agus.taps('Batalkan jadwal');
  agus.sees('Jadwal dibatalkan');
  await becomes(world, '2024-05-21T11:00');
  siti.seesNothing();
  await becomes(world, '2024-05-22T09:00');
  siti.sees('Yang pertama');
  agus.sees('Terkirim: 1');
});

it('says what is the case on an old card', async () => {
  const { world, agus, siti } = await office();
  await composed(agus);
  await agus.taps('Jadwalkan');
  agus.sees('Kapan dikirim?');
  await agus.says('besok jam 8 pagi');
  agus.sees('Sudah benar?');
  await agus.tapsAtOnce('Ya, jadwalkan', 2);
  agus.sees('Terjadwal:');
  await agus.taps('Kembali', /Kapan dikirim/);
  agus.sees('sudah dijadwalkan');
  await becomes(world, '2024-05-21T08:00');
  siti.sees('Rapat rutin');
  siti.seesNothing();
  agus.sees('Terkirim: 1');
  await agus.taps('Batalkan jadwal');
  agus.sees('sudah dikirim');
  expect(
    await world.db.auditEntry.findMany({ where: { action: { startsWith: 'broadcast.' } } }),
  ).toHaveLength(3);
});

it('is caught up after a short standstill, and survives a restart', async () => {
  const { world, agus, siti } = await office();
  await scheduled(agus, 'hari ini jam 9 pagi');
  await world.restart();
  await becomes(world, '2024-05-20T09:30');
  siti.sees('Rapat rutin');
  agus.sees('Terkirim: 1');
});

it('asks its composer when the hour is long past', async () => {
  const { world, agus, siti } = await office();
  await scheduled(agus, 'hari ini jam 9 pagi');
  await becomes(world, '2024-05-20T12:00');
  siti.seesNothing();
  agus.sees(/belum dikirim[\s\S]*pukul 09.00 WIB/);
  await world.app.tick();
  agus.seesNothing();
  await agus.taps('Lihat dan putuskan');
  agus.sees('Siap dikirim');
  await agus.taps('Kirim sekarang');
  siti.sees('Rapat rutin');
  agus.sees('Terkirim: 1');
});

it('asks its composer when nobody can be reached any more', async () => {
  const { world, agus, siti } = await office();
  await scheduled(agus, 'hari ini jam 9 pagi');
  await siti.blocks();
  await becomes(world, '2024-05-20T09:00');
  agus.sees('tidak ada orang di sasarannya');
  await agus.taps('Batalkan');
  agus.sees('Tidak ada yang dikirim');
});

it('comes every month, on the last day of a shorter one, until it is cancelled', async () => {
  const { world, agus, siti } = await office();
  await composed(agus);
  await agus.taps('Jadwalkan');
  agus.sees('Kapan dikirim?');
  await agus.says('setiap tanggal 31 jam 8 pagi');
  expect(agus.sees('Sudah benar?').text).toMatch(
    /Jumat, 31 Mei 2024 pukul 08.00 WIB[\s\S]*setiap tanggal 31, atau tanggal terakhir/,
  );
  await agus.taps('Ya, jadwalkan');
  agus.sees('Terjadwal: Jumat, 31 Mei 2024');
  await becomes(world, '2024-05-31T08:00');
  siti.sees('Rapat rutin');
  agus.sees('Terkirim: 1');
  await becomes(world, '2024-06-30T08:00');
  siti.sees('Rapat rutin');
  agus.sees('Terkirim: 1');
  await agus.says('/siaran');
  agus.sees('Pengumuman baru');
  await agus.taps('Terjadwal (1)');
  agus.sees('Pengumuman terjadwal');
  await agus.taps('Rab 31 Jul');
  agus.sees('Terjadwal: Rabu, 31 Juli 2024');
  await agus.taps('Batalkan jadwal');
  agus.sees('Jadwal dibatalkan');
  await becomes(world, '2024-07-31T08:00');
  siti.seesNothing();
});

it('is not worth receiving for ever, if its composer says so', async () => {
  const { world, agus, siti } = await office();
  await composed(agus);
  await agus.taps('Berlaku: tanpa batas');
  agus.sees('Sampai kapan');
  await agus.taps('2 jam');
  expect(
    agus
      .sees('Siap dikirim')
      .buttons.flat()
      .map(({ text }) => text),
  ).toContain('⌛ Berlaku: 2 jam');
  world.simulator.faults.add(
    { kind: 'refuse', code: 502, description: 'Bad Gateway' },
    {
      methods: ['sendMessage'],
      chatId: siti.id,
    },
  );
  await agus.taps('Kirim sekarang');
  agus.sees('sedang dikirim');
  const row = await world.db.outboxMessage.findFirstOrThrow({
    where: { dedupeKey: { startsWith: 'broadcast:' } },
  });
  expect(row.expiresAt).toEqual(new Date('2024-05-20T10:00:00+07:00'));
  await becomes(world, '2024-05-20T11:00');
  siti.looksAway();
  agus.looksAway();
});
