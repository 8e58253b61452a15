import { createsMessage, type TelegramClient } from './telegram.ts';

/**
 * The same client, paying for what it sends: Telegram then takes up to 1000 messages a second instead of 30
 * (Bot API `allow_paid_broadcast`). Edits and deletions have no such parameter, nor have forwards.
 */
export function payingClient(client: TelegramClient): TelegramClient {
  return {
    call: (method, payload, options) =>
      client.call(
        method,
        createsMessage(method) && !method.startsWith('forward')
          ? { ...payload, allow_paid_broadcast: true }
          : payload,
        options,
      ),
  };
}
