import { expect, it } from 'vitest';
import { createInbox } from '../../src/bot/inbox.ts';
import { startWorld } from '../support/world.ts';

it('handles an update once, however often Telegram repeats it', async () => {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  world.simulator.faults.duplicateUpdates(3);
  await siti.says('qwerty');
  siti.sees('belum mengerti');
  siti.seesNothing();
});

it('has an update for a new one once, whichever process takes it in', async () => {
  const { app } = await startWorld();
  const [one, other] = [createInbox(app.ports), createInbox(app.ports)];
  const update = { update_id: 900_000_001, poll: undefined as never };
  const arrivals = await Promise.all([
    one.takeIn(update),
    other.takeIn(update),
    one.takeIn(update),
  ]);
  expect(arrivals.toSorted()).toEqual(['known', 'known', 'new']);
  expect(await other.isHandled(update.update_id)).toBe(false);
  await one.markHandled(update.update_id);
  expect(await other.takeIn(update)).toBe('handled');
});

it('keeps answering others when one message makes a handler fail', async () => {
  const world = await startWorld();
  const agus = await world.officer('Agus', 'STAFF');
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  world.simulator.faults.add(
    { kind: 'refuse', code: 400, description: 'Bad Request: something new' },
    { methods: ['sendMessage'], chatId: agus.id, times: 1 },
  );
  await agus.says('/siaran');
  agus.sees('ada gangguan di sistem kami');
  await siti.says('qwerty');
  siti.sees('belum mengerti');
});

it('takes the next updates in while an answer waits out a lock of Telegram', async () => {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  const nur = await world.registered({ name: 'Nur', kelurahan: 'Cimone' });
  world.simulator.faults.add(
    { kind: 'tooManyRequests', retryAfter: 30 },
    { methods: ['sendMessage'], times: 1 },
  );
  const takenIn = () => world.db.inboundUpdate.count();
  world.simulator.act(siti.id, { do: 'say', chatId: siti.id, text: 'qwerty' });
  await expect.poll(() => world.simulator.log.count(429)).toBe(1);
  world.simulator.act(nur.id, { do: 'say', chatId: nur.id, text: 'qwerty' });
  await expect.poll(takenIn).toBe(2);
  await world.clock.advance(31_000);
  await world.settle();
  siti.sees('belum mengerti');
  nur.sees('belum mengerti');
});

it('answers a button it does not know, and shows the way on', async () => {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  await world.app.bot.telegram.sendMessage(siti.id, 'Kartu dari versi lama', {
    reply_markup: { inline_keyboard: [[{ text: 'Lama', callback_data: 'very.old:1' }]] },
  });
  siti.sees('Kartu dari versi lama');
  await siti.taps('Lama');
  expect(siti.toast?.text).toContain('sudah tidak berlaku');
  siti.sees('Silakan pilih tombol di bawah');
});

it('notices who blocks the bot and who comes back', async () => {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  const account = () =>
    world.db.account.findUniqueOrThrow({ where: { telegramId: BigInt(siti.id) } });
  await siti.blocks();
  expect((await account()).unreachableReason).toContain('blocked');
  await siti.blocks(false);
  await siti.says('qwerty');
  siti.sees('belum mengerti');
  expect((await account()).unreachableAt).toBeNull();
});

it('does not talk about anybody in a group', async () => {
  const world = await startWorld();
  const siti = await world.registered({ name: 'Siti', kelurahan: 'Cimone' });
  const group = world.simulator.addGroup({ title: 'PSM Cimone', members: [siti.id] });
  world.simulator.act(siti.id, { do: 'say', chatId: group, text: '/agenda' });
  await world.settle();
  const texts = world.simulator.messagesOf(siti.id, group).map((message) => message.text);
  expect(texts.at(-1)).toContain('secara pribadi');
  world.simulator.act(siti.id, { do: 'say', chatId: group, text: 'siap hadir bu' });
  await world.settle();
  expect(world.simulator.messagesOf(siti.id, group)).toHaveLength(texts.length + 1);
  siti.looksAway();
});

it('refuses every action to whoever lacks what it needs', async () => {
  const world = await startWorld();
  const stranger = world.person('Orang Lewat');
  await stranger.says('/start');
  stranger.looksAway();
  for (const action of world.app.registry.all) {
    if (action.need === 'anyone' || action.kind !== 'command') continue;
    await stranger.says(`/${action.name}`);
    stranger.sees(/perlu terdaftar dulu|hanya untuk|Cara absen/);
    stranger.seesNothing();
  }
});
