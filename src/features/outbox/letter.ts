import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { NewMessage } from './schema.ts';

/**
 * A message to one person that goes before everything queued for many: a card, an outcome, a command menu.
 */
export function letterTo(
  telegramId: number,
  dedupeKey: string,
  message: OutgoingMessage,
  now: Date,
): NewMessage {
  return { ...message, dedupeKey, chatId: BigInt(telegramId), priority: 0, notBefore: now };
}
