import type { Clock } from './clock.ts';
import type { Pacer } from './pacer.ts';
import { createdMessageNumber, writesToChat } from './telegram.ts';
import { classifyFailure, withTimeout } from './telegram-client.ts';

/** The shape of telegraf's `callApi`, whichever the method. */
export type CallApi = (
  method: string,
  payload: Record<string, unknown>,
  options?: { signal?: AbortSignal },
) => Promise<unknown>;

/** How often a direct answer that met a 429 is tried again, and how long one request may take. */
const MOST_TRIES = 4;
const TIMEOUT_MS = 60_000;

/**
 * Direct answers through the pacer's interactive lane: they go before everything queued, share the bot's
 * slots with it, and wait out a 429 instead of failing.
 *
 * Methods that write nothing into a chat (answering a callback query, `getFile`, `getUpdates`, typing, menus)
 * are not counted by Telegram and pass at once, even in a lock: a tap is always acknowledged.
 *
 * @param call telegraf's own `callApi`; its errors are passed on as they are
 * @param onMessage hears the number of every message made, for the evidence about doubtful sends
 */
export function pacedCall(
  call: CallApi,
  options: {
    pacer: Pacer;
    clock: Clock;
    onMessage?: (chatId: number, messageNumber: number) => void;
  },
): CallApi {
  const { pacer, clock, onMessage } = options;

  const once = async (method: string, payload: Record<string, unknown>, signal?: AbortSignal) => {
    const result = await withTimeout(clock, TIMEOUT_MS, signal, (limit) =>
      call(method, payload, { signal: limit }),
    );
    const made = createdMessageNumber(method, result);
    const chatId = Number(payload.chat_id);
    if (made !== null && Number.isFinite(chatId)) onMessage?.(chatId, made);
    return result;
  };

  return async (method, payload, { signal } = {}) => {
    if (!writesToChat(method)) return call(method, payload, signal ? { signal } : {});
    const chatId = Number(payload.chat_id);
    const turn = {
      lane: 'interactive' as const,
      chatId: Number.isFinite(chatId) ? chatId : null,
      ...(signal && { signal }),
    };
    for (let tries = 1; ; tries++) {
      try {
        return await pacer.schedule(turn, () => once(method, payload, signal));
      } catch (error) {
        if (tries >= MOST_TRIES || classifyFailure(error).kind !== 'flood') throw error;
      }
    }
  };
}
