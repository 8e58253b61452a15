import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ActionResult,
  ChatCard,
  ChatMessage,
  PersonCard,
} from '../../src/simulator/contract.ts';
import { type Bench, startBench } from './simulator-bench.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.sim.stop());

async function get<Value>(path: string): Promise<Value> {
  const response = await fetch(`${bench.sim.url}/sim/${path}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Value;
}

async function post<Value>(path: string, body: unknown): Promise<{ status: number; body: Value }> {
  const response = await fetch(`${bench.sim.url}/sim/${path}`, {
    method: 'POST',
    body: body instanceof FormData ? body : JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Value };
}

describe('people', () => {
  it('are found by name, phone number, role and kelurahan', async () => {
    const budi = { firstName: 'Budi', role: 'TKSK', kelurahan: 'Cimone', phone: '+6281100' };
    const { body } = await post<PersonCard>('people', budi);
    expect(body).toMatchObject({ ...budi, unread: 0, blockedBot: false });
    const names = async (query: string) =>
      (await get<PersonCard[]>(`people?${query}`)).map(({ firstName }) => firstName);
    expect(await names('')).toEqual(['Siti', 'Budi']);
    expect(await names('search=aminah%20psm')).toEqual(['Siti']);
    expect(await names('search=62811')).toEqual(['Budi']);
    expect(await names('role=TKSK')).toEqual(['Budi']);
    expect(await names('kelurahan=Karawaci&limit=1')).toEqual(['Siti']);
    expect(await get<PersonCard>(`people/${body.id}`)).toEqual(body);
  });

  it('are refused without a name or with a wrong number', async () => {
    expect((await post('people', { phone: '+62811' })).status).toBe(400);
    expect((await post('people', { firstName: 'A', phone: '0811' })).status).toBe(400);
    expect((await fetch(`${bench.sim.url}/sim/people/5`)).status).toBe(404);
  });
});

it('shows chats and messages, a page at a time', async () => {
  for (const text of ['satu', 'dua', 'tiga']) {
    await bench.call('sendMessage', { chat_id: bench.siti, text });
  }
  const [chat] = await get<ChatCard[]>(`people/${bench.siti}/chats`);
  expect(chat).toMatchObject({
    chatId: bench.siti,
    title: 'Kader Bot',
    unread: 3,
    lastText: 'tiga',
    started: true,
    bot: { username: 'kader_bot' },
  });
  const messages = `people/${bench.siti}/chats/${bench.siti}/messages`;
  const last = await get<ChatMessage[]>(`${messages}?limit=2`);
  expect(last.map(({ text }) => text)).toEqual(['dua', 'tiga']);
  const before = await get<ChatMessage[]>(`${messages}?before=${last[0]?.messageId}`);
  expect(before.map(({ text }) => text)).toEqual(['/start', 'satu']);
});

it('carries out actions, and says why not', async () => {
  const actions = `people/${bench.siti}/actions`;
  const said = await post<ActionResult>(actions, {
    do: 'say',
    chatId: bench.siti,
    text: 'halo',
  });
  expect(said).toMatchObject({ status: 200, body: { chatId: bench.siti, callbackId: null } });
  const link = { do: 'followLink', url: 'https://t.me/bot_lain' };
  expect(await post(actions, link)).toEqual({
    status: 400,
    body: { error: 'There is no bot @bot_lain' },
  });
  expect((await post(actions, { do: 'dance' })).status).toBe(400);
  const response = await fetch(`${bench.sim.url}/sim/${actions}`, { method: 'POST', body: '{' });
  expect(response.status).toBe(400);
});

it('takes files from people and gives them out again', async () => {
  const form = new FormData();
  form.set('file', new Blob(['a;b'], { type: 'text/csv' }), 'daftar ñ.csv');
  const path = `people/${bench.siti}/files?chatId=${bench.siti}&caption=/impor%20kader`;
  const { body } = await post<ActionResult>(path, form);
  const message = bench.sim
    .messagesOf(bench.siti)
    .find((each) => each.messageId === body.messageId);
  expect(message).toMatchObject({ text: '/impor kader', file: { name: 'daftar ñ.csv' } });
  const file = await fetch(`${bench.sim.url}/sim/files/${message?.file?.fileId}`);
  expect(file.headers.get('content-type')).toBe('text/csv');
  expect(file.headers.get('content-disposition')).toContain('daftar%20%C3%B1.csv');
  expect(await file.text()).toBe('a;b');
});

it('streams what happens on a screen, beginning with what stands there', async () => {
  await bench.call('sendMessage', {
    chat_id: bench.siti,
    text: 'Pilih',
    reply_markup: { keyboard: [['Ya']] },
  });
  const response = await fetch(`${bench.sim.url}/sim/people/${bench.siti}/events`);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const heard = async (wanted: string) => {
    while (!text.includes(wanted)) text += (await reader?.read())?.value ?? '';
  };
  await heard('"event":"keyboard"');
  await bench.call('sendMessage', { chat_id: bench.siti, text: 'Halo' });
  await heard('"text":"Halo"');
  const other = bench.sim.addPerson({ firstName: 'Budi' });
  bench.sim.act(other.id, { do: 'say', chatId: other.id, text: '/start' });
  await bench.call('sendMessage', { chat_id: other.id, text: 'Untuk Budi' });
  await bench.call('sendMessage', { chat_id: bench.siti, text: 'Selesai' });
  await heard('Selesai');
  expect(text).not.toContain('Untuk Budi');
  await reader?.cancel();
});

it('serves the page', async () => {
  for (const [path, type] of [
    ['/', 'text/html'],
    ['/app.css', 'text/css'],
    ['/app.js', 'text/javascript'],
  ] as const) {
    const response = await fetch(`${bench.sim.url}${path}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect((await response.text()).length).toBeGreaterThan(100);
  }
});

it('does not know other paths', async () => {
  for (const path of ['/sim/nothing', '/sim/people/5/chats', '/nothing']) {
    expect((await fetch(`${bench.sim.url}${path}`)).status).toBe(404);
  }
});
