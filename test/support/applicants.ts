import type { Person } from './person.ts';
import type { World } from './world.ts';

/** Somebody who agreed and is asked for the number. */
export async function atNumber(
  world: World,
  card: Parameters<World['person']>[0],
): Promise<Person> {
  const person = world.person(card);
  await person.says('/start');
  await person.taps('Setuju');
  person.looksAway();
  return person;
}

/** Somebody who agreed and shared a number. */
export async function withNumber(
  world: World,
  phone = '+6281311112222',
  firstName = 'Budi',
): Promise<Person> {
  const person = await atNumber(world, { firstName, phone });
  await person.sharesContact();
  person.looksAway();
  return person;
}

/** Somebody whose number nobody knows, and who is asked for the jabatan. */
export async function atForm(world: World): Promise<Person> {
  const person = await atNumber(world, { firstName: 'Budi', phone: '+6281311112222' });
  await person.sharesContact();
  person.sees(/kami terima/);
  person.sees(/belum ada di daftar kader.*Apa jabatan Bapak\/Ibu\?/s);
  return person;
}

/** Answers the form: a PSM of Gebang Raya, Kecamatan Periuk. */
export async function fillsIn(person: Person, name: string): Promise<void> {
  await person.taps('PSM');
  await person.says('gebang raya');
  await person.says(name);
}

/** Somebody not on the roster who has sent an application for Gebang Raya, Kecamatan Periuk. */
export async function applicant(
  world: World,
  { name = 'Budi Santoso', phone = '+6281311112222' } = {},
): Promise<Person> {
  const person = await withNumber(world, phone, name);
  await fillsIn(person, name);
  await person.taps('Kirim');
  person.sees(/pengajuan sudah dikirim/);
  person.looksAway();
  return person;
}
