import http from 'node:http';
import https from 'node:https';
import type { SimulatorClock } from './clock.ts';
import type { Params } from './params.ts';
import { readBody, readParams } from './request-body.ts';
import { type PendingUpdate, updateJson } from './updates.ts';
import type { Bot, WebhookSettings } from './world.ts';

const FIRST_RETRY_MS = 1000;
const LAST_RETRY_MS = 60_000;

/**
 * Posts a bot's updates to its webhook: the chats side by side, the updates of one chat one after
 * the other. An answer other than 2xx is tried again, later each time. A method call in an answer
 * is carried out, and its result thrown away.
 */
export class WebhookSender {
  readonly #bot: Bot;
  readonly #settings: WebhookSettings;
  readonly #clock: SimulatorClock;
  readonly #onReply: (bot: Bot, params: Params) => void;
  readonly #agent: http.Agent;
  readonly #busyLanes = new Set<string>();
  readonly #retries = new Map<number, number>();
  readonly #cancels = new Set<() => void>();
  #connections = 0;
  #isStopped = false;

  constructor(
    bot: Bot,
    settings: WebhookSettings,
    clock: SimulatorClock,
    onReply: (bot: Bot, params: Params) => void,
  ) {
    this.#bot = bot;
    this.#settings = settings;
    this.#clock = clock;
    this.#onReply = onReply;
    const isSecure = settings.url.startsWith('https:');
    // A certificate for this machine itself cannot be anything but self-signed.
    const isLocal = isLoopback(new URL(settings.url).hostname);
    this.#agent = isSecure
      ? new https.Agent({ keepAlive: true, rejectUnauthorized: !isLocal })
      : new http.Agent({ keepAlive: true });
    bot.updates.onArrival = () => this.#pump();
    this.#pump();
  }

  stop(): void {
    this.#isStopped = true;
    this.#bot.updates.onArrival = () => {};
    for (const cancel of this.#cancels) cancel();
    this.#agent.destroy();
  }

  #pump(): void {
    for (const update of this.#bot.updates.pending()) {
      if (this.#isStopped || this.#connections >= this.#settings.maxConnections) return;
      if (this.#busyLanes.has(update.lane)) continue;
      this.#busyLanes.add(update.lane);
      this.#connections++;
      void this.#send(update);
    }
  }

  async #send(update: PendingUpdate): Promise<void> {
    const failure = await this.#post(update).catch((error: Error) => error.message);
    this.#connections--;
    if (this.#isStopped) return;
    if (failure === null) {
      this.#retries.delete(update.update_id);
      this.#busyLanes.delete(update.lane);
      this.#bot.updates.confirm(update);
      this.#pump();
      return;
    }
    const date = Math.floor(this.#clock.now() / 1000);
    this.#settings.lastError = { date, message: failure };
    const wait = this.#retries.get(update.update_id) ?? FIRST_RETRY_MS;
    this.#retries.set(update.update_id, Math.min(LAST_RETRY_MS, wait * 2));
    const cancel = this.#clock.after(wait, () => {
      this.#cancels.delete(cancel);
      this.#busyLanes.delete(update.lane);
      this.#pump();
    });
    this.#cancels.add(cancel);
    this.#pump();
  }

  /** Null when it was taken; otherwise what `getWebhookInfo` will say. */
  async #post(update: PendingUpdate): Promise<string | null> {
    const body = JSON.stringify(updateJson(update));
    const { url, secret } = this.#settings;
    const request = (url.startsWith('https:') ? https : http).request(url, {
      method: 'POST',
      agent: this.#agent,
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }),
      },
    });
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      request.on('response', resolve).on('error', reject).end(body);
    });
    const answer = await readBody(response);
    const status = response.statusCode ?? 0;
    if (status < 200 || status >= 300) {
      return `Wrong response from the webhook: ${status} ${response.statusMessage ?? ''}`.trim();
    }
    const type = response.headers['content-type'] ?? '';
    if (answer.length > 0) this.#reply(type, answer);
    return null;
  }

  /** An answer that is no method call is as good as an empty one. */
  #reply(type: string, answer: Buffer): void {
    const params = readable(() => readParams(new URLSearchParams(), type, answer));
    if (params?.has('method')) this.#onReply(this.#bot, params);
  }
}

function readable<Value>(read: () => Value): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** This machine, under any of its usual names. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
