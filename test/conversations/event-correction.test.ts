import { expect, it } from 'vitest';
import { later } from '../support/later.ts';
import type { Person } from '../support/person.ts';
import { answered, eventsOf, invitedTraining } from '../support/training.ts';
import { startWorld } from '../support/world.ts';

async function training(options: { ratePerSecond?: number } = {}) {
  const world = await startWorld({ at: '2024-05-10T09:00', ...options });
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Bugel' });
  const budi = await world.registered({ name: 'Budi', kelurahan: 'Bugel' });
  const eventId = await invitedTraining(world);
  const change = async (place: string) => {
    const account = await world.db.account.findFirstOrThrow({ where: { telegramId: 1n } });
    const outcome = await eventsOf(world).change(account.id, eventId, { place });
    expect(outcome.ok).toBe(true);
    await world.settle();
  };
  return { world, siti, budi, eventId, change };
}

it('the invitation in the chat says the new place, with the answer that was given, and a notice tells of it', async () => {
  const { siti, budi, change } = await training();
  await siti.taps('Hadir');
  siti.looksAway();
  budi.looksAway();
  await change('Gedung Cisadane');
  const invitation = siti.sees(/Undangan[\s\S]*Gedung Cisadane/);
  expect(invitation.text).toContain('Jawaban Bapak/Ibu: ✅ Hadir');
  expect(invitation.text).not.toContain('Cimone');
  expect(invitation.buttons.flat().map(({ text }) => text)).toContain('✔️ Hadir');
  siti.sees(/Gedung Cisadane/);
  expect(budi.sees(/Undangan[\s\S]*Gedung Cisadane/).text).not.toContain('Jawaban Bapak/Ibu');
  budi.sees(/Gedung Cisadane/);
});

/** A training for twenty, whose invitations leave one a second: the first few have, the others wait. */
async function halfInvited() {
  const world = await startWorld({ at: '2024-05-10T09:00', ratePerSecond: 1 });
  const kader: Person[] = [];
  for (let n = 0; n < 20; n += 1)
    kader.push(await world.registered({ name: `Kader ${n}`, kelurahan: 'Bugel' }));
  const eventId = await invitedTraining(world);
  const account = await world.db.account.findFirstOrThrow({ where: { telegramId: 1n } });
  const saw = (words: RegExp) =>
    kader.filter(({ id }) => world.simulator.messagesOf(id).some(({ text }) => words.test(text)));
  return { world, kader, eventId, accountId: account.id, saw };
}

it('an invitation that has not left yet leaves with what holds now, and no notice follows it', async () => {
  const { world, kader, eventId, accountId, saw } = await halfInvited();
  await eventsOf(world).change(accountId, eventId, { place: 'Gedung Cisadane' });
  await world.advance({ minutes: 2 });
  const told = saw(/Ada perubahan acara/);
  const correct = saw(/Undangan[\s\S]*Gedung Cisadane/);
  expect(told.length).toBeLessThanOrEqual(3);
  // Those who were being written to at that very moment have the notice of the change.
  expect(kader.filter((person) => ![...correct, ...told].includes(person))).toEqual([]);
  for (const person of kader) person.looksAway();
});

it('whoever never heard of an event does not hear that it is cancelled', async () => {
  const { world, kader, eventId, accountId, saw } = await halfInvited();
  await answered(world, eventId, { 'Kader 19': 'HADIR' });
  await eventsOf(world).cancel(accountId, eventId);
  await world.advance({ minutes: 2 });
  const unanswered = saw(/Acara dibatalkan/).filter(({ name }) => name !== 'Kader 19');
  expect(unanswered).toHaveLength(saw(/Undangan/).length);
  expect(unanswered.length).toBeLessThanOrEqual(3);
  expect(saw(/Acara dibatalkan/).map(({ name }) => name)).toContain('Kader 19');
  for (const person of kader) person.looksAway();
});

it('a change or the end of an event that has begun is still told', async () => {
  const { world, siti, budi, eventId, change } = await training();
  await later(world, '2024-05-22T09:00');
  siti.looksAway();
  budi.looksAway();
  await change('Lapangan di belakang gedung');
  for (const person of [siti, budi]) {
    person.sees(/Ada perubahan acara[\s\S]*Lapangan di belakang gedung/);
    person.looksAway();
  }
  const account = await world.db.account.findFirstOrThrow({ where: { telegramId: 1n } });
  await eventsOf(world).cancel(account.id, eventId);
  await world.settle();
  for (const person of [siti, budi]) person.sees('Acara dibatalkan');
});

it('of two changes close together only the last is told to whoever has not heard of the first', async () => {
  const { world, kader, eventId, accountId, saw } = await halfInvited();
  await world.advance({ minutes: 1 });
  await eventsOf(world).change(accountId, eventId, { place: 'Gedung Cisadane' });
  await world.advance({ seconds: 1 });
  await eventsOf(world).change(accountId, eventId, { place: 'Aula Kecamatan Karawaci' });
  await world.advance({ minutes: 2 });
  expect(saw(/perubahan acara[\s\S]*Aula Kecamatan/)).toHaveLength(20);
  expect(saw(/perubahan acara[\s\S]*Cisadane/).length).toBeLessThanOrEqual(3);
  for (const person of kader) person.looksAway();
});

it('an answer given while the edit waits stays on the invitation', async () => {
  const { world, siti, budi, eventId } = await training({ ratePerSecond: 1 });
  await world.advance({ seconds: 10 });
  siti.looksAway();
  budi.looksAway();
  const account = await world.db.account.findFirstOrThrow({ where: { telegramId: 1n } });
  await eventsOf(world).change(account.id, eventId, { place: 'Gedung Cisadane' });
  await siti.taps('Hadir');
  await world.advance({ seconds: 20 });
  const invitation = world.simulator
    .messagesOf(siti.id)
    .findLast(({ text }) => text.includes('Undangan'));
  expect(invitation?.text).toMatch(/Gedung Cisadane[\s\S]*Jawaban Bapak\/Ibu: ✅ Hadir/);
  siti.looksAway();
  budi.looksAway();
});

it('a second change overtakes the first, and cancelling calls the edits back', async () => {
  const { world, siti, budi, eventId, change } = await training();
  await answered(world, eventId, { Budi: 'TIDAK_HADIR' });
  await change('Gedung Cisadane');
  await world.advance({ seconds: 1 });
  await change('Aula Kecamatan Karawaci');
  for (const person of [siti, budi]) {
    const invitation = world.simulator
      .messagesOf(person.id)
      .find(({ text }) => text.includes('Undangan'));
    expect(invitation?.text).toContain('Aula Kecamatan Karawaci');
    person.looksAway();
  }
});
