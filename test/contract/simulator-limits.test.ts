import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '../../src/simulator/simulator.ts';
import { type Bench, startBench } from './simulator-bench.ts';

let bench: Bench;
afterEach(() => bench.sim.stop());

/** A bench with Telegram's limits (or others) and this many more people. */
async function start(limits: SimulatorOptions['limits'], people = 40): Promise<number> {
  bench = await startBench({ limits: limits ?? 'telegram' });
  return bench.sim.addCrowd(people);
}

async function send(chat_id: number, params: Record<string, unknown> = {}): Promise<number> {
  const answer = await bench.call('sendMessage', { chat_id, text: 'Halo', ...params });
  return answer.ok ? 200 : Number(answer.parameters?.retry_after ?? -1);
}

describe('the whole bot', () => {
  it('may send 30 messages in any second, wherever the second begins', async () => {
    const first = await start('telegram');
    for (let index = 0; index < 15; index++) expect(await send(first + index)).toBe(200);
    bench.clock.advance(600);
    for (let index = 15; index < 30; index++) expect(await send(first + index)).toBe(200);
    bench.clock.advance(399);
    expect(await send(first + 30)).toBe(1);
    bench.clock.advance(1000);
    for (let index = 0; index < 30; index++) expect(await send(first + index)).toBe(200);
    expect(await send(first + 31)).toBe(1);
  });

  it('takes 28 evenly paced messages a second for ever', async () => {
    const first = await start('telegram', 280);
    for (let index = 0; index < 280; index++) {
      expect(await send(first + index)).toBe(200);
      bench.clock.advance(1000 / 28);
    }
  });

  it('is locked by a refusal, and each call meanwhile begins the lock anew', async () => {
    const first = await start({ perSecond: 1, lockSeconds: 10 });
    expect(await send(first)).toBe(200);
    expect(await send(first + 1)).toBe(10);
    bench.clock.advance(9000);
    expect(await send(first + 1)).toBe(10);
    bench.clock.advance(9999);
    expect(await send(first + 1)).toBe(10);
    bench.clock.advance(10_000);
    expect(await send(first + 1)).toBe(200);
  });

  it('cannot edit or delete during a lock, but may answer taps', async () => {
    const first = await start({ perSecond: 1, lockSeconds: 5 });
    const { result } = await bench.call('sendMessage', {
      chat_id: bench.siti,
      text: 'Hadir?',
      reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'y' }]] },
    });
    const message_id = Number(result.message_id);
    expect(await send(first)).toBe(5);
    const edit = { chat_id: bench.siti, message_id, text: 'Ya' };
    expect((await bench.call('editMessageText', edit)).description).toBe(
      'Too Many Requests: retry after 5',
    );
    expect((await bench.call('deleteMessage', edit)).status).toBe(429);
    const { callbackId } = bench.sim.act(bench.siti, {
      do: 'tap',
      chatId: bench.siti,
      messageId: message_id,
      row: 0,
      column: 0,
    });
    expect((await bench.call('answerCallbackQuery', { callback_query_id: callbackId })).ok).toBe(
      true,
    );
  });

  it('counts only what arrives, and edits only where that is asked', async () => {
    await start({ perSecond: 2 });
    const { result } = await bench.call('sendMessage', { chat_id: bench.siti, text: 'a' });
    const edit = (text: string) =>
      bench.call('editMessageText', {
        chat_id: bench.siti,
        message_id: result.message_id,
        text,
      });
    for (const text of ['b', 'c', 'd']) expect((await edit(text)).ok).toBe(true);
    expect((await bench.call('sendMessage', { chat_id: 5, text: 'a' })).status).toBe(400);
    expect(await send(bench.siti)).toBe(200);
    expect(await send(bench.siti)).toBe(1);
    bench.sim.setLimits({ perSecond: 2, countEdits: true });
    for (const text of ['e', 'f']) expect((await edit(text)).ok).toBe(true);
    expect((await edit('g')).status).toBe(429);
  });

  it('may send a thousand a second when it pays', async () => {
    const first = await start('telegram', 1001);
    const paid = { allow_paid_broadcast: true };
    for (let index = 0; index < 1000; index++) expect(await send(first + index, paid)).toBe(200);
    expect(await send(first + 1000, paid)).toBe(1);
  });

  it('counts the items of an album and of a copy of many', async () => {
    await start({ perSecond: 4, perChatBurst: 100 });
    const ids = [];
    for (let index = 0; index < 3; index++) {
      const { result } = await bench.call('sendMessage', { chat_id: bench.siti, text: 'a' });
      ids.push(result.message_id);
    }
    const copy = { chat_id: bench.siti, from_chat_id: bench.siti, message_ids: ids };
    expect((await bench.call('copyMessages', copy)).status).toBe(429);
    bench.clock.advance(2000);
    expect((await bench.call('copyMessages', copy)).ok).toBe(true);
  });
});

describe('one chat', () => {
  it('takes a burst, and then one message a second', async () => {
    await start({ perSecond: 1000, perChatBurst: 3 });
    for (let index = 0; index < 3; index++) expect(await send(bench.siti)).toBe(200);
    expect(await send(bench.siti)).toBe(1);
    for (let index = 0; index < 10; index++) {
      bench.clock.advance(1000);
      expect(await send(bench.siti)).toBe(200);
    }
  });

  it('takes 20 messages a minute when it is a group, and says when the next may come', async () => {
    await start('telegram');
    const group = bench.sim.addGroup({ title: 'Petugas', members: [bench.siti] });
    for (let index = 0; index < 20; index++) {
      expect(await send(group)).toBe(200);
      bench.clock.advance(1000);
    }
    expect(await send(group)).toBe(40);
    bench.clock.advance(40_000);
    expect(await send(group)).toBe(200);
  });
});

it('no limits at all when they are off', async () => {
  await start('off');
  for (let index = 0; index < 100; index++) expect(await send(bench.siti)).toBe(200);
});
