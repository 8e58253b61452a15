import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench, TOKEN } from './simulator-bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ random: sequence([0.1, 0.9]) });
});
afterEach(() => bench.sim.stop());

/** Random numbers that are no surprise. */
function sequence(values: number[]): () => number {
  let index = 0;
  return () => values[index++ % values.length] ?? 0;
}

const send = (text = 'Halo', chat_id = bench.siti) => bench.call('sendMessage', { chat_id, text });
const received = () => bench.sim.messagesOf(bench.siti).map(({ text }) => text);

/** Lets everything already on its way arrive. */
const turns = async (until: () => boolean) => {
  while (!until()) await new Promise((resolve) => setImmediate(resolve));
};

describe('a fault', () => {
  it('answers 429 without locking', async () => {
    bench.sim.faults.add({ kind: 'tooManyRequests', retryAfter: 7 }, { times: 1 });
    expect(await send()).toMatchObject({
      status: 429,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
    expect((await send()).ok).toBe(true);
    expect(received()).toEqual(['/start', 'Halo']);
  });

  it('answers as a broken server or the proxy before it', async () => {
    bench.sim.faults.add({ kind: 'serverError', status: 500, body: 'json' }, { times: 1 });
    expect(await send()).toMatchObject({ status: 500, description: 'Internal Server Error' });
    bench.sim.faults.add({ kind: 'serverError' });
    const response = await fetch(`${bench.sim.url}/bot${TOKEN}/getMe`);
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('text/html');
    expect(await response.text()).toContain('502 Bad Gateway');
  });

  it('refuses in any words', async () => {
    const description = 'Bad Request: not enough rights to send text messages to the chat';
    bench.sim.faults.add({ kind: 'refuse', code: 400, description });
    expect(await send()).toMatchObject({ status: 400, description });
  });

  it('cuts the connection before or after the effect', async () => {
    bench.sim.faults.add({ kind: 'resetBefore' }, { times: 1 });
    await expect(send('satu')).rejects.toThrow('fetch failed');
    bench.sim.faults.add({ kind: 'resetAfter' }, { times: 1 });
    await expect(send('dua')).rejects.toThrow('fetch failed');
    expect(received()).toEqual(['/start', 'dua']);
    expect(bench.sim.log.calls('sendMessage')).toMatchObject([
      { status: 0, effective: false },
      { status: 0, effective: true, result: { text: 'dua' } },
    ]);
    expect(bench.sim.log.count(0)).toBe(2);
  });

  it('delays the answer or the effect', async () => {
    bench.sim.faults.add({ kind: 'delayAnswer', ms: 500 }, { times: 1 });
    const late = send('satu');
    await turns(() => bench.clock.waiting > 0);
    expect(received()).toContain('satu');
    bench.clock.advance(500);
    expect((await late).ok).toBe(true);
    bench.sim.faults.add({ kind: 'delayEffect', ms: 500 }, { times: 1 });
    const later = send('dua');
    await turns(() => bench.clock.waiting > 0);
    expect(received()).not.toContain('dua');
    bench.clock.advance(500);
    expect((await later).ok).toBe(true);
    expect(received()).toContain('dua');
  });
});

describe('the scope of a fault', () => {
  const refused = { kind: 'refuse', code: 400, description: 'no' } as const;

  it('can be a method, a chat, some calls, a chance, a predicate', async () => {
    const { faults } = bench.sim;
    const statuses = async (count: number) => {
      const seen = [];
      for (let index = 0; index < count; index++) seen.push((await send()).status);
      return seen;
    };
    faults.add(refused, { methods: ['getMe'] });
    expect(await statuses(1)).toEqual([200]);
    expect((await bench.call('getMe')).status).toBe(400);
    await faults.clear();
    faults.add(refused, { chatId: 12 });
    expect(await statuses(1)).toEqual([200]);
    faults.add(refused, { chatId: bench.siti, skip: 1, times: 2 });
    expect(await statuses(4)).toEqual([200, 400, 400, 200]);
    await faults.clear();
    const off = faults.add(refused, { probability: 0.5 });
    expect(await statuses(3)).toEqual([400, 200, 400]);
    off();
    faults.add(refused, { when: ({ params }) => params.text === 'Halo' });
    expect((await send('Hai')).status).toBe(200);
    expect((await send('Halo')).status).toBe(400);
  });

  it('spares the way of the updates unless it is named', async () => {
    bench.sim.faults.add(refused);
    expect((await bench.call('getUpdates')).ok).toBe(true);
    bench.sim.faults.add(refused, { methods: ['getUpdates'] });
    expect((await bench.call('getUpdates')).status).toBe(400);
  });
});

it('numbers can skip, so that a gap proves nothing', async () => {
  const number = async () => Number((await send()).result.message_id);
  const first = await number();
  bench.sim.faults.numberGaps({ probability: 0.5, most: 10 });
  // The numbers of chance are 0.1 (skip) and 0.9 (ten of ten).
  expect(await number()).toBe(first + 11);
  bench.sim.faults.numberGaps(null);
  expect(await number()).toBe(first + 12);
});

it('updates can come twice', async () => {
  bench.sim.faults.duplicateUpdates(1);
  for (const text of ['satu', 'dua']) {
    bench.sim.act(bench.siti, { do: 'say', chatId: bench.siti, text });
  }
  const updates = await bench.updates();
  expect(updates.map(({ message }) => message?.text)).toEqual(['satu', 'satu', 'dua']);
  expect(updates[0]?.update_id).toBe(updates[1]?.update_id);
});

it('an outage refuses connections, hanging ones included, until it is over', async () => {
  const hanging = bench.call('getUpdates', { timeout: 50 }).catch((error: Error) => error);
  await turns(() => bench.clock.waiting > 0);
  await bench.sim.faults.beginOutage();
  expect(await hanging).toBeInstanceOf(Error);
  const error = await send().catch((failure: Error) => failure);
  expect((error as Error).cause).toMatchObject({ code: 'ECONNREFUSED' });
  await bench.sim.faults.endOutage();
  expect((await send()).ok).toBe(true);
});

it('clear ends everything', async () => {
  const { faults } = bench.sim;
  faults.add({ kind: 'resetBefore' });
  faults.account(bench.siti, 'deactivated');
  await faults.beginOutage();
  await expect(send()).rejects.toThrow('fetch failed');
  await faults.clear();
  expect((await send()).ok).toBe(true);
});

it('latency holds a call on the way there and on the way back', async () => {
  const slow = await startBench({ latencyMs: () => 60 });
  const answer = slow.call('sendMessage', { chat_id: slow.siti, text: 'Halo' });
  await turns(() => slow.clock.waiting === 1);
  expect(slow.sim.messagesOf(slow.siti)).toHaveLength(1);
  slow.clock.advance(30);
  await turns(() => slow.clock.waiting === 1);
  expect(slow.sim.messagesOf(slow.siti)).toHaveLength(2);
  slow.clock.advance(30);
  expect((await answer).ok).toBe(true);
  await slow.sim.stop();
});
