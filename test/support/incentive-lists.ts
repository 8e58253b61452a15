import { ensureStandingAmounts } from '../../src/features/incentive/standing-amounts.ts';
import type { Person } from './person.ts';
import { csv } from './table-file.ts';
import { startWorld, type World, type WorldOptions } from './world.ts';

/** One row of a list: name, month, status, remark; the amount is the standing one. */
export type ListRow = [name: string, period: string, status: string, note?: string];

/** A city with two officers, two registered kader and one without Telegram. */
export async function payingCity(options: WorldOptions = {}) {
  const world = await startWorld({ at: '2024-05-20T08:00', ...options });
  await ensureStandingAmounts(world.db, '36.71');
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Cimone' });
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Gondrong' });
  await world.onRoster({ name: 'Wati', kelurahan: 'Bugel' });
  return { world, agus, siti, budi };
}

/** Sends a list, and looks at the details that come with it. */
export async function sendsList(officer: Person, name: string, ...rows: ListRow[]): Promise<void> {
  await officer.sendsFile(
    name,
    csv(
      ['nama', 'periode', 'jumlah', 'status', 'keterangan'],
      ...rows.map(([who, period, status, note = '']) => [who, period, '500.000', status, note]),
    ),
    '/impor insentif',
  );
  officer.sees(`hasil-${name.replace('.csv', '')}.xlsx`);
}

/** The same, applied at once. */
export async function appliesList(
  officer: Person,
  name: string,
  ...rows: ListRow[]
): Promise<void> {
  await sendsList(officer, name, ...rows);
  officer.sees('Hasil periksa');
  await officer.taps('Terapkan');
  officer.sees('Sudah diterapkan');
}

/** What is recorded, one line a month: `Budi 2024-04 HELD`. */
export async function recordedMonths(world: World): Promise<string[]> {
  const months = await world.db.incentive.findMany({
    include: { kader: true },
    orderBy: [{ kader: { name: 'asc' } }, { period: 'asc' }],
  });
  return months.map(({ kader, period, status }) => `${kader.name} ${period} ${status}`);
}
