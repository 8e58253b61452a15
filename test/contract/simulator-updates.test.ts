import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, callApi, startBench, TOKEN } from './simulator-bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.sim.stop());

const say = (text: string) => bench.sim.act(bench.siti, { do: 'say', chatId: bench.siti, text });
const texts = (updates: Record<string, Record<string, unknown>>[]) =>
  updates.map((update) => update.message?.text);

/** A hanging `getUpdates`, once the simulator holds it. */
async function hang(params: Record<string, unknown> = {}) {
  const before = bench.clock.waiting;
  const answer = bench.call<Record<string, Record<string, unknown>>[]>('getUpdates', {
    timeout: 30,
    ...params,
  });
  while (bench.clock.waiting === before) await new Promise((resolve) => setImmediate(resolve));
  return { answer };
}

describe('long polling', () => {
  it('repeats updates until they are confirmed', async () => {
    say('satu');
    say('dua');
    const first = await bench.updates();
    expect(texts(first)).toEqual(['satu', 'dua']);
    expect(texts(await bench.updates())).toEqual(['satu', 'dua']);
    const offset = Number(first[0]?.update_id) + 1;
    const { result } = await bench.call<typeof first>('getUpdates', { offset, limit: 1 });
    expect(texts(result)).toEqual(['dua']);
  });

  it('keeps the last ones for a negative offset', async () => {
    for (const text of ['satu', 'dua', 'tiga']) say(text);
    await bench.call('getUpdates', { offset: -1 });
    expect(texts(await bench.updates())).toEqual(['tiga']);
  });

  it('waits, and answers as soon as something comes', async () => {
    const { answer } = await hang();
    say('satu');
    say('dua');
    expect(texts((await answer).result)).toEqual(['satu', 'dua']);
  });

  it('waits no longer than asked', async () => {
    const { answer } = await hang({ timeout: 5 });
    bench.clock.advance(5000);
    expect((await answer).result).toEqual([]);
  });

  it('serves one caller: a second one ends the first', async () => {
    const first = await hang();
    const second = await (async () => {
      const answer = bench.call<Record<string, Record<string, unknown>>[]>('getUpdates', {
        timeout: 30,
      });
      return { answer };
    })();
    expect(await first.answer).toMatchObject({
      status: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    });
    say('halo');
    expect(texts((await second.answer).result)).toEqual(['halo']);
  });

  it('forgets messages after a day and taps after 150 seconds', async () => {
    const { result } = await bench.call('sendMessage', {
      chat_id: bench.siti,
      text: 'Hadir?',
      reply_markup: { inline_keyboard: [[{ text: 'Ya', callback_data: 'y' }]] },
    });
    const messageId = Number(result.message_id);
    say('halo');
    bench.sim.act(bench.siti, { do: 'tap', chatId: bench.siti, messageId, row: 0, column: 0 });
    expect(await bench.updates()).toMatchObject([
      { message: { text: 'halo' } },
      { callback_query: { data: 'y', message: { message_id: messageId } } },
    ]);
    bench.clock.advance(150_000);
    expect(texts(await bench.updates())).toEqual(['halo']);
    bench.clock.advance(24 * 3_600_000);
    expect(await bench.updates()).toEqual([]);
  });

  it('brings only the kinds the bot allows', async () => {
    await bench.call('getUpdates', { allowed_updates: ['callback_query'] });
    say('tidak terdengar');
    expect(await bench.updates()).toEqual([]);
    await bench.call('getUpdates', { allowed_updates: [] });
    say('terdengar');
    expect(texts(await bench.updates())).toEqual(['terdengar']);
  });

  it('shows edits and blocks', async () => {
    const { messageId } = say('hadri');
    await bench.updates();
    bench.sim.act(bench.siti, {
      do: 'editMessage',
      chatId: bench.siti,
      messageId: Number(messageId),
      text: 'hadir',
    });
    const bot = bench.sim.bots[0]?.id ?? 0;
    bench.sim.act(bench.siti, { do: 'blockBot', bot });
    expect((await bench.updates()).slice(1)).toMatchObject([
      { edited_message: { message_id: messageId, text: 'hadir', edit_date: expect.any(Number) } },
      { my_chat_member: { new_chat_member: { status: 'kicked' } } },
    ]);
  });
});

describe('settled', () => {
  it('waits for the confirmation of every update', async () => {
    say('halo');
    let isSettled = false;
    const settled = bench.sim.settled().then(() => {
      isSettled = true;
    });
    const [update] = await bench.updates();
    expect(isSettled).toBe(false);
    const { answer } = await hang({ offset: Number(update?.update_id) + 1 });
    await settled;
    await bench.sim.stop();
    expect((await answer.catch(() => ({ result: [] }))).result).toEqual([]);
  });

  it('waits for calls under way', async () => {
    bench.sim.faults.add({ kind: 'delayAnswer', ms: 1000 }, { times: 1 });
    const call = bench.call('getMe');
    while (bench.clock.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
    let isSettled = false;
    const settled = bench.sim.settled().then(() => {
      isSettled = true;
    });
    await Promise.resolve();
    expect(isSettled).toBe(false);
    bench.clock.advance(1000);
    await settled;
    expect((await call).ok).toBe(true);
  });
});

describe('a webhook', () => {
  interface Delivery {
    secret: string | undefined;
    update: Record<string, Record<string, unknown>>;
    answer: (status: number, body?: string) => void;
  }
  let server: http.Server;
  let url: string;
  let deliveries: Delivery[];
  let onDelivery: () => void;

  beforeEach(async () => {
    deliveries = [];
    onDelivery = () => {};
    server = http.createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      deliveries.push({
        secret: request.headers['x-telegram-bot-api-secret-token'] as string | undefined,
        update: JSON.parse(body),
        answer: (status, text = '') => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(text);
        },
      });
      onDelivery();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** The delivery with this number (from 0), when it has come. */
  async function delivery(index: number): Promise<Delivery> {
    while (deliveries[index] === undefined) {
      await new Promise<void>((resolve) => {
        onDelivery = resolve;
      });
    }
    return deliveries[index];
  }

  it('gets every update with its secret, those of one chat in order', async () => {
    const settings = { url, secret_token: 'rahasia', max_connections: 5 };
    expect((await bench.call('setWebhook', settings)).result).toBe(true);
    say('satu');
    say('dua');
    const first = await delivery(0);
    expect(first).toMatchObject({ secret: 'rahasia', update: { message: { text: 'satu' } } });
    expect(deliveries).toHaveLength(1);
    first.answer(200);
    const second = await delivery(1);
    expect(second.update.message?.text).toBe('dua');
    second.answer(204);
    await bench.sim.settled();
  });

  it('is tried again after a failure, which getWebhookInfo tells', async () => {
    await bench.call('setWebhook', { url });
    say('halo');
    (await delivery(0)).answer(500);
    while (bench.clock.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
    expect((await bench.call('getWebhookInfo')).result).toMatchObject({
      url,
      pending_update_count: 1,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    });
    bench.clock.advance(1000);
    (await delivery(1)).answer(200);
    await bench.sim.settled();
    expect((await bench.call('getWebhookInfo')).result.pending_update_count).toBe(0);
  });

  it('may answer with a method call', async () => {
    await bench.call('setWebhook', { url });
    say('halo');
    const reply = { method: 'sendMessage', chat_id: bench.siti, text: 'Halo juga' };
    (await delivery(0)).answer(200, JSON.stringify(reply));
    await bench.sim.settled();
    expect(bench.sim.messagesOf(bench.siti).at(-1)?.text).toBe('Halo juga');
    expect(bench.sim.log.calls('sendMessage')).toHaveLength(1);
  });

  it('ends polling, and polling comes back when it is deleted', async () => {
    const { answer } = await hang();
    await bench.call('setWebhook', { url });
    expect(await answer).toMatchObject({
      status: 409,
      description: 'Conflict: terminated by setWebhook request',
    });
    expect(await bench.call('getUpdates')).toMatchObject({
      status: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    });
    say('halo');
    (await delivery(0)).answer(503);
    await bench.call('deleteWebhook', { drop_pending_updates: true });
    expect(await bench.updates()).toEqual([]);
  });

  it.each([
    ['http://kota.go.id/hook', 'bad webhook: An HTTPS URL must be provided for webhook'],
    [
      'https://kota.go.id:9000/hook',
      'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    ],
    ['bukan alamat', 'invalid webhook URL specified'],
  ])('cannot be %s', async (address, words) => {
    const { description } = await callApi(bench.sim.url, 'setWebhook', { url: address });
    expect(description).toBe(`Bad Request: ${words}`);
  });

  it('has a proper secret', async () => {
    const answer = await bench.call('setWebhook', { url, secret_token: 'a b' });
    expect(answer.description).toBe('Bad Request: secret token contains unallowed characters');
  });
});

it('takes parameters from the query and from forms', async () => {
  const root = `${bench.sim.url}/bot${TOKEN}`;
  const query = await fetch(`${root}/sendMessage?chat_id=${bench.siti}&text=dari%20query`);
  expect(query.status).toBe(200);
  const form = await fetch(`${root}/sendMessage`, {
    method: 'POST',
    body: new URLSearchParams({
      chat_id: String(bench.siti),
      text: 'dari formulir',
      reply_markup: '{"inline_keyboard":[[{"text":"Ya","callback_data":"y"}]]}',
    }),
  });
  expect(form.status).toBe(200);
  expect(bench.sim.messagesOf(bench.siti).slice(-2)).toMatchObject([
    { text: 'dari query' },
    { text: 'dari formulir', buttons: [[{ text: 'Ya' }]] },
  ]);
});
