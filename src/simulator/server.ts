import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type BotApi, jsonAnswer } from './bot-api.ts';
import type { Control } from './control.ts';
import { type Page, sendPage } from './page-server.ts';
import { Refusal } from './refusal.ts';
import { readBody, readParams } from './request-body.ts';
import type { Bot, World } from './world.ts';

interface Parts {
  world: World;
  api: BotApi;
  control: Control;
  page: Page;
}

/** The HTTP side: `/bot<token>/<method>`, `/file/bot<token>/<path>`, `/sim/…`, and the page. */
export class SimulatorServer {
  readonly #parts: Parts;
  readonly #host: string;
  #server: http.Server;
  port: number;

  constructor(parts: Parts, host: string, port: number) {
    this.#parts = parts;
    this.#host = host;
    this.port = port;
    this.#server = this.#create();
  }

  get url(): string {
    const host = this.#host.includes(':') ? `[${this.#host}]` : this.#host;
    return `http://${host}:${this.port}`;
  }

  /** Listens, after an outage on the same port as before. */
  async open(): Promise<void> {
    if (this.#server.listening) return;
    this.#server = this.#create();
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(this.port, this.#host, () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    this.port = (this.#server.address() as AddressInfo).port;
  }

  /** Stops listening and cuts every connection. */
  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise((resolve) => this.#server.once('close', resolve));
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }

  #create(): http.Server {
    const server = http.createServer((request, response) => {
      this.#serve(request, response).catch((error: Error) => fail(response, error));
    });
    server.keepAliveTimeout = 65_000;
    server.requestTimeout = 0;
    return server;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://simulator');
    const bot = /^\/bot([^/]+)\/([^/]+)\/?$/.exec(url.pathname);
    if (bot !== null) return this.#call(request, response, url, bot[1] ?? '', bot[2] ?? '');
    const file = /^\/file\/bot([^/]+)\/(.+)$/.exec(url.pathname);
    if (file !== null) return this.#download(response, file[1] ?? '', file[2] ?? '');
    if (url.pathname.startsWith('/sim/')) return this.#parts.control.serve(request, response, url);
    return sendPage(this.#parts.page, url.pathname, response);
  }

  async #call(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    token: string,
    method: string,
  ): Promise<void> {
    const type = request.headers['content-type'] ?? '';
    try {
      const bot = this.#botOf(token);
      const params = readParams(url.searchParams, type, await readBody(request));
      const answer = await this.#parts.api.call(bot, method, params, (gone) => {
        response.once('close', gone);
      });
      if (answer === 'cut') request.socket.resetAndDestroy();
      else send(response, answer);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, jsonAnswer(error));
    }
  }

  #botOf(token: string): Bot {
    const decoded = decodeURIComponent(token);
    if (!/^\d+:[\w-]+$/.test(decoded)) throw new Refusal(404, 'Not Found');
    const bot = this.#parts.world.bots.get(Number.parseInt(decoded, 10));
    if (bot?.token !== decoded) throw new Refusal(401, 'Unauthorized');
    return bot;
  }

  #download(response: ServerResponse, token: string, path: string): void {
    try {
      this.#botOf(token);
      const stored = this.#parts.world.files.byPath(decodeURIComponent(path));
      if (stored === null) throw new Refusal(404, 'Not Found');
      response.writeHead(200, {
        'content-type': 'application/octet-stream',
        'content-length': stored.bytes.length,
      });
      response.end(stored.bytes);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      send(response, jsonAnswer(error));
    }
  }
}

function send(
  response: ServerResponse,
  { status, type, body }: { status: number; type: string; body: string },
): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}

/** A mistake in the simulator itself, said aloud. */
function fail(response: ServerResponse, error: Error): void {
  if (response.headersSent) response.destroy();
  else send(response, jsonAnswer(new Refusal(500, `Internal Server Error: ${error.stack}`)));
}
