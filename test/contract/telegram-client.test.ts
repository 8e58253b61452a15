import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { type SendFailure, TelegramFailure } from '../../src/platform/telegram.ts';
import { createTelegramClient } from '../../src/platform/telegram-client.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { until } from '../support/outbox-world.ts';

const TOKEN = '123456:AbCdEf-secret';
const servers: { close(): unknown; closeAllConnections?(): void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections?.();
    server.close();
  }
});

async function listening(server: Pick<Server, 'listen' | 'address' | 'close' | 'once'>) {
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server as Server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** A server that gives one answer to everything. */
function answering(status: number, body: unknown): Promise<string> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return listening(createServer((_, response) => response.writeHead(status).end(text)));
}

async function failureAt(apiRoot: string): Promise<SendFailure> {
  const client = createTelegramClient({ token: TOKEN, apiRoot, clock: systemClock });
  const error: unknown = await client
    .call('sendMessage', { chat_id: 1, text: 'x' })
    .catch((e) => e);
  if (!(error instanceof TelegramFailure)) throw error;
  expect(error.message).toContain('sendMessage');
  expect(JSON.stringify([error.message, error.failure, error.stack])).not.toContain('secret');
  return error.failure;
}

const refusal = (code: number, description: string, parameters?: object) =>
  answering(code, { ok: false, error_code: code, description, ...(parameters && { parameters }) });

describe('an answer', () => {
  it('is given as it is', async () => {
    const apiRoot = await answering(200, { ok: true, result: { message_id: 7 } });
    const client = createTelegramClient({ token: TOKEN, apiRoot, clock: systemClock });
    expect(await client.call('sendMessage', { chat_id: 1, text: 'x' })).toEqual({ message_id: 7 });
  });
});

describe('a refusal', () => {
  it.each<[number, string, object | undefined, SendFailure]>([
    [
      429,
      'Too Many Requests: retry after 14',
      { retry_after: 14 },
      { kind: 'flood', retryAfterMs: 14_000 },
    ],
    [
      403,
      'Forbidden: bot was blocked by the user',
      undefined,
      { kind: 'blocked', description: 'Forbidden: bot was blocked by the user' },
    ],
    [
      400,
      'Bad Request: chat not found',
      undefined,
      { kind: 'blocked', description: 'Bad Request: chat not found' },
    ],
    [
      400,
      'Bad Request: message is too long',
      undefined,
      { kind: 'rejected', description: 'Bad Request: message is too long' },
    ],
    [
      400,
      'Bad Request: group chat was upgraded to a supergroup chat',
      { migrate_to_chat_id: -100123 },
      { kind: 'moved', chatId: -100123 },
    ],
    [
      404,
      'Not Found: method not found',
      undefined,
      { kind: 'rejected', description: 'Not Found: method not found' },
    ],
    [401, 'Unauthorized', undefined, { kind: 'unauthorized' }],
    [404, 'Not Found', undefined, { kind: 'unauthorized' }],
  ])('%i %s', async (code, description, parameters, failure) => {
    expect(await failureAt(await refusal(code, description, parameters))).toEqual(failure);
  });
});

describe('something in between', () => {
  it.each([500, 502, 503])('%i was not taken', async (status) => {
    expect((await failureAt(await answering(status, '<html>sorry</html>'))).kind).toBe('server');
  });

  it('504 may have been taken', async () => {
    expect((await failureAt(await answering(504, '<html>sorry</html>'))).kind).toBe('doubt');
  });

  it('a web page instead of an answer was not taken', async () => {
    expect((await failureAt(await answering(200, '<html>log in</html>'))).kind).toBe('server');
    expect((await failureAt(await answering(413, '<html>too large</html>'))).kind).toBe('server');
  });

  it('an answer broken off may have been', async () => {
    expect((await failureAt(await answering(200, '{"ok":tr'))).kind).toBe('doubt');
  });

  it('a circle of redirections was not', async () => {
    const apiRoot = await listening(
      createServer((request, response) => response.writeHead(307, { location: request.url }).end()),
    );
    expect((await failureAt(apiRoot)).kind).toBe('server');
  });
});

describe('the network', () => {
  it('refusing the connection has sent nothing', async () => {
    const server = createSocketServer();
    const apiRoot = await listening(server as unknown as Server);
    server.close();
    await once(server, 'close');
    expect((await failureAt(apiRoot)).kind).toBe('not_sent');
    const byName = apiRoot.replace('127.0.0.1', 'localhost');
    expect((await failureAt(byName)).kind).toBe('not_sent');
  });

  it('not knowing the host has sent nothing', async () => {
    expect((await failureAt('http://no-such-host.invalid')).kind).toBe('not_sent');
  });

  it('closing while TLS is agreed on has sent nothing', async () => {
    const server = createSocketServer((socket) => socket.destroy());
    const apiRoot = await listening(server as unknown as Server);
    expect((await failureAt(apiRoot.replace('http:', 'https:'))).kind).toBe('not_sent');
  });

  it('cut after the request was read leaves a doubt', async () => {
    const apiRoot = await listening(
      createServer((request) => request.on('data', () => request.socket.destroy())),
    );
    expect((await failureAt(apiRoot)).kind).toBe('doubt');
  });
});

describe('giving up', () => {
  it('after the time-out leaves a doubt', async () => {
    let arrived = false;
    const apiRoot = await listening(
      createServer(() => {
        arrived = true;
      }),
    );
    const clock = new ManualClock();
    const client = createTelegramClient({ token: TOKEN, apiRoot, clock });
    const call = client.call('sendMessage', { chat_id: 1 }, { timeoutMs: 5000 });
    const caught = call.catch((error: TelegramFailure) => error.failure);
    await until(() => arrived);
    await clock.advance(5000);
    expect(await caught).toEqual({ kind: 'doubt', cause: 'no answer in time' });
  });

  it('in the middle of an answer leaves a doubt', async () => {
    let arrived = false;
    const apiRoot = await listening(
      createServer((_, response) => {
        response.writeHead(200, { 'content-length': 100 });
        response.write('{"ok":true', () => {
          arrived = true;
        });
      }),
    );
    const client = createTelegramClient({ token: TOKEN, apiRoot, clock: systemClock });
    const stop = new AbortController();
    const call = client.call('sendMessage', { chat_id: 1 }, { signal: stop.signal });
    const caught = call.catch((error: TelegramFailure) => error.failure);
    await until(() => arrived);
    stop.abort();
    expect(((await caught) as SendFailure).kind).toBe('doubt');
  });

  it('beforehand sends nothing', async () => {
    const client = createTelegramClient({
      token: TOKEN,
      apiRoot: 'http://no-such-host.invalid',
      clock: systemClock,
    });
    const call = client.call('sendMessage', {}, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ failure: { kind: 'not_sent' } });
  });

  it('on something that cannot be a request is a refusal', async () => {
    const apiRoot = await answering(200, { ok: true, result: true });
    const client = createTelegramClient({ token: TOKEN, apiRoot, clock: systemClock });
    const call = client.call('sendDocument', { chat_id: 1, document: { source: '/no/such/file' } });
    await expect(call).rejects.toMatchObject({ failure: { kind: 'rejected' } });
  });
});
