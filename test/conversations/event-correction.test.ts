import { expect, it } from 'vitest';
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

it('an invitation that has not left yet leaves with what holds now', async () => {
  const world = await startWorld({ at: '2024-05-10T09:00', ratePerSecond: 1 });
  const kader = [];
  for (let n = 0; n < 20; n += 1)
    kader.push(await world.registered({ name: `Kader ${n}`, kelurahan: 'Bugel' }));
  const eventId = await invitedTraining(world);
  const account = await world.db.account.findFirstOrThrow({ where: { telegramId: 1n } });
  await eventsOf(world).change(account.id, eventId, { place: 'Gedung Cisadane' });
  await world.advance({ minutes: 2 });
  const outdated = kader.filter(({ id }) =>
    world.simulator
      .messagesOf(id)
      .some(({ text }) => text.includes('Undangan') && text.includes('Cimone')),
  );
  // Those who were being written to at that very moment have the notice of the change.
  expect(outdated.length).toBeLessThanOrEqual(2);
  for (const person of kader) {
    person.sees('Ada perubahan acara');
    person.looksAway();
  }
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
