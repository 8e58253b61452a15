import type { Person } from './person.ts';
import { startWorld, type World } from './world.ts';

/** An event as staff write it, all at once. */
export const announcement = `/acara
Judul: Pembinaan PSM dan TKSK
Tanggal: Rabu, 22 Mei 2024
Pukul: 08.00 - 12.00
Tempat: Tangerang Convention Center (TCC), Cimone
Sasaran: semua
Batas jawab: 20 Mei 2024`;

/** A roster: two people with Telegram, one without, and one who blocked the bot. */
export async function withRoster(world: World) {
  const siti = await world.registered({
    name: 'Siti',
    kelurahan: 'Bugel',
    phone: '+6281200000001',
  });
  const agus = await world.registered({
    name: 'Agus',
    kelurahan: 'Pajang',
    phone: '+6281200000002',
  });
  await world.onRoster({ name: 'Dewi', kelurahan: 'Bugel', phone: '+6281200000003' });
  const rina = await world.registered({
    name: 'Rina',
    kelurahan: 'Bugel',
    phone: '+6281200000004',
  });
  await rina.blocks();
  await world.settle();
  return { siti, agus };
}

/** An office and such a roster. */
export async function city(at = '2024-05-10T09:00') {
  const world = await startWorld({ at });
  const staff = await world.officer('Pak Eko', 'STAFF');
  return { world, staff, ...(await withRoster(world)) };
}

/** Staff write the event and have its draft before them. */
export async function drafted(staff: Person, lines = announcement): Promise<void> {
  await staff.says(lines);
  staff.sees(/Draf acara/);
}

/** The same city once the invitations have gone out and everybody has seen theirs. */
export async function invitedCity() {
  const everybody = await city();
  const { staff, siti, agus } = everybody;
  await drafted(staff);
  await staff.taps('Kirim undangan');
  await staff.taps('Kirim sekarang');
  for (const person of [staff, siti, agus]) person.looksAway();
  return everybody;
}
