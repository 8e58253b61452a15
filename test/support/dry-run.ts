import { ensureStandingAmounts } from '../../src/features/incentive/standing-amounts.ts';
import { sheetsOf } from './table-file.ts';
import { startWorld } from './world.ts';

/** The people of every list of which a dry run is made. */
const roster = [
  { name: 'Siti Aminah', kelurahan: 'Cimone', phone: '+6281234567801' },
  { name: 'Budi Santoso', kelurahan: 'Gondrong', phone: '+6281234567802' },
  { name: 'Désirée Wijaya', kelurahan: 'Bugel', phone: '+6281234567803' },
  { name: 'Wati', kelurahan: 'Pinang', phone: '+6281234567804' },
];

/** What the dry run of a file says, and all that is refused in it with row, reason and advice. */
export async function dryRunOf(name: string, bytes: Uint8Array): Promise<string> {
  const world = await startWorld({ at: '2024-05-20T08:00' });
  await ensureStandingAmounts(world.db, '36.71');
  for (const entry of roster) await world.onRoster(entry);
  const agus = await world.officer('Agus', 'STAFF');
  await agus.sendsFile(name, bytes, '/impor insentif');
  const details = await sheetsOf(world, agus.sees('hasil-').file);
  const refused = (details['Perlu diperbaiki'] ?? []).slice(1);
  const created = (details.Baru ?? []).slice(1);
  return [
    agus.sees(`Hasil periksa: ${name}`).text,
    '— Baru —',
    ...created.map((row) => row.join(' | ')),
    '— Perlu diperbaiki —',
    ...refused.map((row) => [...row.slice(0, 2), ...row.slice(-2)].join(' | ')),
  ].join('\n');
}
