import type { Person } from './person.ts';
import { startWorld } from './world.ts';

/** The number of the group in which staff answer, where there is one. */
export const officeGroupId = -1_000_000_004_711;

/**
 * An office with Siti and Budi, who ask, and two staff members, Agus and Rina; by default on a Monday morning.
 *
 * @param options.inGroup questions go to the office's group; else to each staff member
 */
export async function office(options: { at?: string; inGroup?: boolean } = {}) {
  const world = await startWorld({
    at: options.at ?? '2024-05-20T09:00',
    ...(options.inGroup ? { helpdeskChatId: officeGroupId } : {}),
  });
  const siti = await world.registered({
    name: 'Siti Aminah',
    kelurahan: 'Cimone',
    phone: '+6281234567890',
  });
  const budi = await world.registered({ name: 'Budi Santoso', kelurahan: 'Bugel' });
  const agus = await world.officer('Agus', 'STAFF');
  const rina = await world.officer('Rina', 'STAFF');
  return { world, siti, budi, agus, rina };
}

/** What these people were sent is of no interest. */
export function lookAway(...people: Person[]): void {
  for (const person of people) person.looksAway();
}
