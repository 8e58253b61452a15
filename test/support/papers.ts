import { arrived } from './arrivals.ts';
import { later } from './later.ts';
import type { Person } from './person.ts';
import { answered, invitedTraining } from './training.ts';
import { startWorld } from './world.ts';

/** The day of the training of which papers are made. */
export const day = '2024-05-22';

/** A training of the 22nd with people of two kecamatan; nobody has come yet. */
export async function training() {
  const world = await startWorld({ at: '2024-05-10T09:00' });
  const siti = await world.registered({ name: 'Siti Aminah', kelurahan: 'Bugel' });
  const rina = await world.registered({ name: 'Rina', kelurahan: 'Nusa Jaya' });
  await world.onRoster({ name: 'Tono', kecamatan: 'Karawaci', jabatan: 'TKSK' });
  await world.onRoster({ name: '=HYPERLINK("http://jahat")', kelurahan: 'Pajang' });
  const eventId = await invitedTraining(world);
  for (const person of [siti, rina]) person.looksAway();
  const eko = await world.officer('Pak Eko', 'STAFF');
  return { world, eventId, siti, rina, eko };
}

/** The same on the afternoon after it. */
export async function pastTraining() {
  const all = await training();
  const { world, eventId, siti, rina } = all;
  await answered(world, eventId, { Rina: 'IZIN', Tono: 'HADIR' });
  await world.onRoster({ name: 'Budi Baru', kelurahan: 'Belendung' });
  await arrived(world, eventId, [
    { name: 'Siti Aminah', at: `${day}T08:02` },
    { name: 'Budi Baru', at: `${day}T08:10`, walkIn: true },
    { name: 'Tamu Jauh', at: `${day}T08:15`, walkIn: { kelurahan: 'Pajang' } },
    { name: 'Tono', at: `${day}T08:20`, leftAt: `${day}T10:15` },
  ]);
  await later(world, `${day}T13:00`);
  for (const person of [siti, rina]) person.looksAway();
  return all;
}

/** Opens what there is to print of the training. */
export async function openPapers(person: Person): Promise<void> {
  await person.says('/daftarhadir');
  person.sees(/Daftar hadir acara yang mana/);
  await person.taps('Pembinaan PSM dan TKSK');
}
