import { Agent } from 'node:https';
import { Telegram, TelegramError } from 'telegraf';
import type { Clock } from './clock.ts';
import { type SendFailure, type TelegramClient, TelegramFailure } from './telegram.ts';

/** Telegraf's own time-out is 500 s; nobody waits that long for an answer to a button. */
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * Telegram over telegraf's own HTTP client, with a time-out and with every failure classified.
 *
 * @param apiRoot e.g. `https://api.telegram.org`
 */
export function createTelegramClient(options: {
  token: string;
  apiRoot: string;
  clock: Clock;
}): TelegramClient {
  const { clock } = options;
  const agent = new Agent({ keepAlive: true, keepAliveMsecs: 10_000 });
  const telegram = new Telegram(options.token, { apiRoot: options.apiRoot, agent });
  return {
    async call<T>(
      method: string,
      payload: Record<string, unknown>,
      { signal, timeoutMs = DEFAULT_TIMEOUT_MS }: { signal?: AbortSignal; timeoutMs?: number } = {},
    ): Promise<T> {
      if (signal?.aborted)
        throw new TelegramFailure(method, { kind: 'not_sent', cause: 'aborted' });
      try {
        // The method is known only at run time; telegraf types its parameters per method name.
        const run = telegram.callApi.bind(telegram) as unknown as RawCall;
        return (await withTimeout(clock, timeoutMs, signal, (limit) =>
          run(method, payload, { signal: limit }),
        )) as T;
      } catch (error) {
        throw new TelegramFailure(method, classifyFailure(error));
      }
    },
  };
}

type RawCall = (
  method: string,
  payload: Record<string, unknown>,
  options: { signal: AbortSignal },
) => Promise<unknown>;

/** Runs `call` with a signal that aborts after `timeoutMs` of the clock, or with the caller's own. */
export async function withTimeout<T>(
  clock: Clock,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  call: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const done = new AbortController();
  const abort = () => limit.abort();
  signal?.addEventListener('abort', abort, { once: true });
  void clock.wait(timeoutMs, done.signal).then(abort);
  try {
    return await call(limit.signal);
  } finally {
    signal?.removeEventListener('abort', abort);
    done.abort();
  }
}

/**
 * What a failure means for the request, from any error that telegraf's client throws.
 * Sources: Telegram's refusals by code and description, node-fetch's `FetchError` and `AbortError`.
 */
export function classifyFailure(error: unknown): SendFailure {
  if (error instanceof TelegramFailure) return error.failure;
  if (error instanceof TelegramError) return classifyRefusal(error);
  if (isAbort(error)) return { kind: 'doubt', cause: 'no answer in time' };
  if (isFetchError(error)) return classifyNetworkError(error);
  // Anything else is thrown while the request is being built: a missing file, a value JSON cannot hold.
  return { kind: 'rejected', description: error instanceof Error ? error.message : String(error) };
}

function classifyRefusal({ code, description, parameters }: TelegramError): SendFailure {
  if (code === 429) return { kind: 'flood', retryAfterMs: (parameters?.retry_after ?? 1) * 1000 };
  if (code === 401 || (code === 404 && !/method/i.test(description))) {
    return { kind: 'unauthorized' };
  }
  // The one 5xx that says the request did reach the next server, which then kept silent.
  if (code === 504) return { kind: 'doubt', cause: description };
  if (code >= 500) return { kind: 'server', description: `${code} ${description}` };
  if (code === 403) return { kind: 'blocked', description };
  if (parameters?.migrate_to_chat_id)
    return { kind: 'moved', chatId: parameters.migrate_to_chat_id };
  if (/chat not found|PEER_ID_INVALID/i.test(description)) return { kind: 'blocked', description };
  return { kind: 'rejected', description };
}

interface FetchError extends Error {
  type: string;
  code?: string;
}

function isFetchError(error: unknown): error is FetchError {
  return error instanceof Error && error.name === 'FetchError';
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** Codes that can only arise before a byte of the request was written. */
const NEVER_LEFT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EMFILE|ENFILE|CERT_\w+|ERR_TLS_CERT\w*|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/;

/**
 * node-fetch keeps the system's words behind `reason: `, with the URL, and so the token, before them.
 * `connect …` and `getaddrinfo …` are the calls made before anything is written; an address tried over
 * both IPv4 and IPv6 fails without any words.
 */
function classifyNetworkError(error: FetchError): SendFailure {
  const reason = error.message.match(/reason: (.*)$/s)?.[1] ?? '';
  if (error.type === 'invalid-json') {
    return reason.includes("'<'")
      ? { kind: 'server', description: 'a web page instead of an answer' }
      : { kind: 'doubt', cause: 'an answer that is not JSON' };
  }
  if (error.type.endsWith('redirect')) {
    return { kind: 'server', description: 'redirected elsewhere' };
  }
  const cause = reason || error.code || error.type;
  const neverLeft =
    NEVER_LEFT.test(error.code ?? '') ||
    /^(connect|getaddrinfo) /.test(reason) ||
    /before secure TLS connection/.test(reason) ||
    (error.type === 'system' && reason === '' && /^request to /.test(error.message));
  return neverLeft ? { kind: 'not_sent', cause } : { kind: 'doubt', cause };
}
