import { startWorld, type World, type WorldOptions } from './world.ts';

type Status = 'PROPOSED' | 'VERIFIED' | 'PROCESSED' | 'TRANSFERRED' | 'HELD' | 'REJECTED';

/** The titles of a bank's result. */
export const bankHeader = [
  'no_hp',
  'nama',
  'kelurahan',
  'periode',
  'jumlah',
  'hasil',
  'tanggal',
  'alasan',
];
/** The month of every payment here. */
export const april = '2024-04';

/** On our list of April: Siti, Budi, Wati and Rina on their way to the bank, Ani paid, Edi rejected; Joko is on none. */
export async function awaitingCity(options: WorldOptions = {}) {
  const world = await startWorld({ at: '2024-05-20T08:00', ...options });
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({
    name: 'Siti Aminah',
    kelurahan: 'Cimone',
    phone: '+6281234567801',
  });
  const people: [string, string, Status | null][] = [
    ['Budi', '+6281234567802', 'PROCESSED'],
    ['Wati', '+6281234567803', 'VERIFIED'],
    ['Rina', '+6281234567804', 'PROCESSED'],
    ['Ani', '+6281234567805', 'TRANSFERRED'],
    ['Edi', '+6281234567806', 'REJECTED'],
    ['Joko', '+6281234567807', null],
  ];
  const { id: sitiId } = await world.db.kader.findFirstOrThrow({ where: { name: 'Siti Aminah' } });
  await listed(world, sitiId, april, 'PROCESSED');
  for (const [name, phone, status] of people) {
    const id = await world.onRoster({ name, kelurahan: 'Cimone', phone });
    if (status !== null) await listed(world, id, april, status);
  }
  return { world, agus, siti };
}

/** Puts a month of somebody on our list. */
export async function listed(world: World, kaderId: number, period: string, status: Status) {
  await world.db.incentive.create({
    data: {
      kaderId,
      period,
      amount: 500_000,
      status,
      statusDate: '2024-05-02',
      updatedAt: world.clock.now(),
    },
  });
}

/** Everybody's April: `Budi HELD 2024-05-17 Rekening tutup`. */
export async function monthsOfApril(world: World): Promise<string[]> {
  const rows = await world.db.incentive.findMany({
    where: { period: april },
    include: { kader: true },
    orderBy: { kader: { name: 'asc' } },
  });
  return rows.map(
    ({ kader, status, statusDate, note }) => `${kader.name} ${status} ${statusDate} ${note}`,
  );
}
