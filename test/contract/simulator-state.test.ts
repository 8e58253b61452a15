import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { type Bench, BOT, BOT_ID, startBench } from './simulator-bench.ts';

let folder: string;
let stateFile: string;
const benches: Bench[] = [];

async function start(): Promise<Bench> {
  const bench = await startBench({ stateFile });
  benches.push(bench);
  return bench;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
  stateFile = join(folder, 'sim', 'state.json');
});
afterEach(async () => {
  for (const { sim } of benches.splice(0)) await sim.stop();
  await rm(folder, { recursive: true });
});

describe('a restarted simulator', () => {
  it('has the same chats, files, keyboards, commands, numbers and waiting updates', async () => {
    const before = await start();
    const { sim, siti, call } = before;
    const group = sim.addGroup({ title: 'Petugas', members: [siti] });
    await call('setMyCommands', { commands: [{ command: 'rekap', description: 'Rekap' }] });
    await call('sendMessage', {
      chat_id: siti,
      text: '<b>Halo</b>',
      parse_mode: 'HTML',
      reply_markup: { keyboard: [['Ya']] },
    });
    const { messageId } = sim.sendFile(siti, { bytes: Buffer.from('a;b'), name: 'a.csv' });
    const messages = sim.messagesOf(siti);
    const updates = await before.updates();
    await sim.stop();

    const after = await start();
    const again = after.sim.messagesOf(siti);
    expect(again.slice(0, messages.length)).toEqual(messages);
    // The start of a bench says /start again: the numbers go on.
    expect(again.at(-1)).toMatchObject({ text: '/start', messageId: Number(messageId) + 1 });
    expect(after.sim.keyboardOf(siti)).toEqual({ rows: [[{ text: 'Ya' }]], oneTime: false });
    expect(after.sim.chatsOf(siti)).toMatchObject([
      { chatId: siti, started: true, commands: [{ command: 'rekap' }] },
      { chatId: group, title: 'Petugas' },
    ]);
    const fileId = String(messages.at(-1)?.file?.fileId);
    expect(Buffer.from(after.sim.fileBytes(fileId)).toString()).toBe('a;b');
    expect(updates.length).toBeGreaterThan(0);
  });

  it('still has the updates nobody fetched, and knows people again by their id', async () => {
    const { sim, siti, call, clock } = await start();
    sim.act(siti, { do: 'say', chatId: siti, text: 'halo' });
    await sim.stop();
    const after = await startSimulator({ bots: [BOT], stateFile, now: clock.now });
    const card = { id: siti, firstName: 'Siti', lastName: 'Rahma', phone: '+628999' };
    expect(after.addPerson(card)).toMatchObject({ ...card, unread: 0, blockedBot: false });
    expect(after.messagesOf(siti).map(({ text }) => text)).toEqual(['/start', 'halo']);
    expect(after.addPerson({ firstName: 'Baru' }).id).toBe(siti + 1);
    const response = await fetch(`${after.url}/bot${BOT.token}/getUpdates`);
    const { result } = (await response.json()) as { result: object[] };
    expect(result).toMatchObject([{ message: { text: 'halo' } }]);
    await after.stop();
    await expect(call('getMe')).rejects.toThrow();
  });
});

it('the state is written soon after a change, whole or not at all', async () => {
  const { sim, siti, clock } = await start();
  sim.act(siti, { do: 'say', chatId: siti, text: 'halo' });
  clock.advance(1000);
  await sim.stop();
  const state = JSON.parse(await readFile(stateFile, 'utf8')) as { bots: { token: string }[] };
  expect(state.bots).toMatchObject([{ token: BOT.token }]);
  expect(await readdir(join(folder, 'sim'))).toEqual(['state.json']);
});

it('a state that cannot be read is said plainly', async () => {
  const broken = join(folder, 'broken.json');
  await writeFile(broken, '{"version":1');
  await expect(startSimulator({ bots: [BOT], stateFile: broken })).rejects.toThrow(
    /state .*broken\.json cannot be read .* Delete it to begin anew/,
  );
});

it('a place that cannot be written to is said plainly, at once', async () => {
  const file = join(folder, 'a file');
  await writeFile(file, '');
  await expect(
    startSimulator({ bots: [BOT], stateFile: join(file, 'state.json') }),
  ).rejects.toThrow(/state .* cannot be written/);
});

it('a bounded world forgets its oldest messages, and people of a crowd with them', async () => {
  const { sim, call } = await startBench({ messageLimit: 3 });
  const first = sim.addCrowd(1_000_000);
  for (let index = 0; index < 5; index++) {
    expect((await call('sendMessage', { chat_id: first + index, text: 'Halo' })).ok).toBe(true);
  }
  expect(sim.people().map(({ id }) => id)).toEqual(
    expect.arrayContaining([first + 2, first + 3, first + 4]),
  );
  expect(sim.people().map(({ id }) => id)).not.toContain(first);
  expect(sim.messagesOf(first)).toEqual([]);
  expect(BOT_ID).toBe(sim.bots[0]?.id);
  await sim.stop();
});
