import { expect, it } from 'vitest';
import { sheetsOf } from '../support/table-file.ts';
import { startWorld, type World } from '../support/world.ts';

async function onList(world: World, kaderId: number, period: string) {
  await world.db.incentive.create({
    data: { kaderId, period, amount: 500_000, status: 'PROPOSED', updatedAt: world.clock.now() },
  });
}

async function event(world: World, title: string, startsAt: string): Promise<number> {
  const { id } = await world.db.event.create({
    data: {
      title,
      startsAt: new Date(startsAt),
      place: 'TCC',
      audience: { include: [{ by: 'all' }] },
      answerDeadline: new Date(startsAt),
      status: 'OPEN',
      createdById: 1,
      createdAt: world.clock.now(),
    },
  });
  return id;
}

it('lays SK, Telegram, the list of payments and the last event side by side, as a card and a file', async () => {
  const world = await startWorld({ at: '2024-05-23T08:00' });
  const agus = await world.officer('Agus', 'STAFF');
  await world.registered({ name: 'Siti', kelurahan: 'Cimone', phone: '+6281234567801' });
  const siti = (await world.db.kader.findFirstOrThrow({ where: { name: 'Siti' } })).id;
  const ani = await world.onRoster({ name: 'Ani', kelurahan: 'Cimone' });
  const budi = await world.onRoster({ name: 'Budi', kelurahan: 'Gondrong' });
  const tuti = await world.onRoster({ name: 'Tuti', kelurahan: 'Bugel' });
  await world.onRoster({ name: 'Wati', kelurahan: 'Bugel' });
  await world.db.kader.update({ where: { id: tuti }, data: { status: 'LEFT' } });
  for (const id of [siti, ani, tuti]) await onList(world, id, '2024-05');
  for (const id of [siti, budi]) await onList(world, id, '2024-04');
  await onList(world, budi, '2024-06');
  const earlier = await event(world, 'Rapat', '2024-03-01T02:00:00Z');
  const training = await event(world, 'Pembinaan PSM', '2024-05-22T01:00:00Z');
  await event(world, 'Rapat yang akan datang', '2024-06-22T01:00:00Z');
  const came = { at: world.clock.now(), via: 'DESK' as const };
  await world.db.checkIn.createMany({
    data: [
      { ...came, eventId: earlier, kaderId: ani, number: 1 },
      { ...came, eventId: training, kaderId: siti, number: 1 },
      { ...came, eventId: training, kaderId: budi, number: 2 },
      { ...came, eventId: training, kaderId: ani, number: 3, undoneAt: world.clock.now() },
      { ...came, eventId: training, number: 4, walkIn: true, name: 'Tamu', jabatan: 'PSM' },
    ],
  });

  await agus.says('/banding');
  const card = agus.sees('Empat daftar berdampingan').text;
  for (const words of [
    'Di SK (kader aktif): 4',
    'Terdaftar di Telegram: 1',
    'Daftar insentif Mei 2024: 3',
    'Datang ke Pembinaan PSM (Rabu, 22 Mei 2024): 3',
    'Ada di semua daftar: 1',
    'Di SK, belum terdaftar di Telegram: 3',
    'Di SK, tidak ada di daftar insentif: 2',
    'Di daftar insentif, sudah tidak di SK: 1',
    'Di daftar insentif, belum terdaftar di Telegram: 1',
    'Di daftar insentif, belum pernah tercatat datang: 1',
    'Datang, tidak ada di SK: 1',
    'Datang, tidak ada di daftar insentif: 1',
  ])
    expect(card).toContain(words);

  await agus.taps('Unduh XLSX');
  const rows = (await sheetsOf(world, agus.sees('banding-daftar-2024-05-23.xlsx').file))[
    'Per orang'
  ];
  expect(rows?.[0]?.slice(4)).toEqual([
    'SK',
    'Telegram',
    'Insentif Mei 2024',
    'Datang',
    'Yang perlu dilihat',
  ]);
  const marks = new Map(rows?.slice(1).map((row) => [row[0], row.slice(4, 8).join(' ')]));
  expect([...marks]).toEqual([
    ['Budi', 'ya - - ya'],
    ['Ani', 'ya - ya -'],
    ['Siti', 'ya ya ya ya'],
    ['Tuti', '- - ya -'],
    ['Wati', 'ya - - -'],
    ['Tamu', '- - - ya'],
  ]);
  expect(rows?.find(([name]) => name === 'Ani')?.at(-1)).toBe(
    'Di SK, belum terdaftar di Telegram; Di daftar insentif, belum terdaftar di Telegram',
  );
});

it('says which lists are not there yet, and misses nobody on them', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  await agus.says('/banding');
  const card = agus.sees('Empat daftar').text;
  expect(card).toContain('Daftar insentif: belum ada');
  expect(card).toContain('belum ada yang tercatat');
  expect(card).toContain('Ada di semua daftar: 1');
  expect(card).toContain('Tidak ada selisih yang perlu dilihat');
  await siti.says('/banding');
  siti.sees('hanya untuk petugas Dinsos');
});
