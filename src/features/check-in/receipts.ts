import type { Tx } from '../../platform/database.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Event } from '../event/rules.ts';
import { letterTo } from '../outbox/letter.ts';
import { cancelMessages } from '../outbox/recall.ts';
import { enqueue } from '../outbox/service.ts';
import { type CheckIn, isLate } from './rules.ts';

/** What a receipt says. */
export interface Receipt {
  event: Event;
  checkIn: CheckIn;
  /** They came after the event had begun. */
  late: boolean;
}

export function receiptFor(event: Event, checkIn: CheckIn): Receipt {
  return { event, checkIn, late: isLate(event, checkIn.at) };
}

/**
 * Queues the receipt of one recording, by whatever way it was made. Queued and not said: whoever comes next
 * need not wait until this one has had its turn at Telegram.
 */
export async function queueReceipt(
  tx: Tx,
  telegramId: number,
  receipt: Receipt,
  letter: (receipt: Receipt) => OutgoingMessage,
  now: Date,
): Promise<void> {
  await enqueue(tx, [letterTo(telegramId, receiptKey(receipt.checkIn), letter(receipt), now)], now);
}

/**
 * Calls back the receipt of a recording that was undone. Where it may have left already, its reader is told.
 *
 * @param undone the record, with the time of its recording and of its undoing
 * @param telegramId null: there is nobody who could be told
 */
export async function callReceiptBack(
  tx: Tx,
  telegramId: number | null,
  undone: CheckIn,
  letter: OutgoingMessage,
  now: Date,
): Promise<void> {
  const calledBack = await cancelMessages(tx, receiptKey(undone), now);
  if (calledBack.length > 0 || telegramId === null) return;
  const key = `check-in-undone:${undone.id}:${now.getTime()}`;
  await enqueue(tx, [letterTo(telegramId, key, letter, now)], now);
}

/** A record that was undone and made again has a receipt for each time. */
function receiptKey({ id, at }: Pick<CheckIn, 'id' | 'at'>): string {
  return `check-in:${id}:${at.getTime()}`;
}
