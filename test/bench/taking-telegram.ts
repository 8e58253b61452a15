/** A Telegram that takes whatever is sent to it, at once, and says when a message came. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TakingTelegram {
  /** Where it is, for `telegramApiRoot`. */
  url: string;
  /** Resolves when the next message comes, with its text. */
  nextMessage(): Promise<string>;
  close(): void;
}

export async function startTakingTelegram(): Promise<TakingTelegram> {
  let hear: (text: string) => void = () => {};
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const message = { message_id: 1, date: 0, chat: { id: 1, type: 'private' } };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, result: message }));
    if (request.url?.endsWith('/sendMessage')) hear((JSON.parse(body) as { text: string }).text);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    nextMessage: () =>
      new Promise((resolve) => {
        hear = resolve;
      }),
    close: () => server.close().closeAllConnections(),
  };
}
