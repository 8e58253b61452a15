import type { SimulatorClock } from './clock.ts';
import { LongPolls } from './long-poll.ts';
import type { Params } from './params.ts';
import { badRequest, Refusal } from './refusal.ts';
import { isLoopback, WebhookSender } from './webhook.ts';
import type { Bot } from './world.ts';

const MAX_POLL_SECONDS = 50;
const WEBHOOK_PORTS = ['', '80', '88', '443', '8443'];

/** The two ways in which updates reach a bot, and the four methods that choose between them. */
export class UpdateTransport {
  readonly #polls: LongPolls;
  readonly #senders = new Map<number, WebhookSender>();
  readonly #clock: SimulatorClock;
  readonly #onReply: (bot: Bot, params: Params) => void;

  /** @param onReply carries out a method call that came in a webhook's answer */
  constructor(clock: SimulatorClock, onReply: (bot: Bot, params: Params) => void) {
    this.#clock = clock;
    this.#onReply = onReply;
    this.#polls = new LongPolls(clock);
  }

  getUpdates(bot: Bot, params: Params, onGone: (gone: () => void) => void): Promise<unknown[]> {
    if (bot.webhook !== null) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    readAllowedUpdates(bot, params);
    const offset = params.integer('offset', 0);
    if (offset < 0) bot.updates.keepLast(-offset);
    else bot.updates.confirmBelow(offset);
    const limit = params.integer('limit', 100, 1, 100);
    const timeout = params.integer('timeout', 0, 0, MAX_POLL_SECONDS);
    return this.#polls.poll(bot, { limit, timeout }, onGone);
  }

  setWebhook(bot: Bot, params: Params): true {
    const url = params.text('url');
    if (url === '') return this.deleteWebhook(bot, params);
    const secret = params.text('secret_token');
    checkWebhookUrl(url);
    if (secret.length > 256) throw badRequest('secret token is too long');
    if (!/^[\w-]*$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters');
    }
    this.#polls.abort(bot.id, 'Conflict: terminated by setWebhook request');
    this.#drop(bot, params);
    readAllowedUpdates(bot, params);
    const maxConnections = params.integer('max_connections', 40, 1, 100);
    bot.webhook = { url, secret, maxConnections, lastError: null };
    this.resume(bot);
    return true;
  }

  deleteWebhook(bot: Bot, params: Params): true {
    this.#drop(bot, params);
    bot.webhook = null;
    return true;
  }

  getWebhookInfo(bot: Bot): unknown {
    const { webhook, updates } = bot;
    return {
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: updates.pending().length,
      ...(webhook === null ? {} : { max_connections: webhook.maxConnections }),
      ...(webhook?.lastError
        ? {
            last_error_date: webhook.lastError.date,
            last_error_message: webhook.lastError.message,
          }
        : {}),
      ...(updates.allowed === null ? {} : { allowed_updates: updates.allowed }),
    };
  }

  /** Starts posting to the webhook a bot has (again, after a restart). */
  resume(bot: Bot): void {
    if (bot.webhook === null) return;
    const sender = new WebhookSender(bot, bot.webhook, this.#clock, this.#onReply);
    this.#senders.set(bot.id, sender);
  }

  stop(): void {
    this.#polls.stop();
    for (const sender of this.#senders.values()) sender.stop();
    this.#senders.clear();
  }

  #drop(bot: Bot, params: Params): void {
    this.#senders.get(bot.id)?.stop();
    this.#senders.delete(bot.id);
    if (params.flag('drop_pending_updates')) bot.updates.keepLast(0);
  }
}

/** Absent: the previous setting stays; empty: the usual kinds. */
function readAllowedUpdates(bot: Bot, params: Params): void {
  if (!params.has('allowed_updates')) return;
  const given = params.json('allowed_updates', 'allowed updates');
  if (!Array.isArray(given)) return;
  bot.updates.allowed = given.length === 0 ? null : given.map(String);
}

/** Like Telegram, except that this machine may be reached without HTTPS and on any port. */
function checkWebhookUrl(given: string): void {
  if (!URL.canParse(given)) throw badRequest('invalid webhook URL specified');
  const url = new URL(given);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb) throw badRequest('invalid webhook URL specified');
  if (isLoopback(url.hostname)) return;
  if (url.protocol !== 'https:') {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  if (!WEBHOOK_PORTS.includes(url.port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
}
