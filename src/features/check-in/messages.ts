import type { ReplyKeyboardMarkup } from 'telegraf/types';
import { keys, type Message, toSend } from '../../bot/message.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import * as text from '../../text/id/check-in.ts';
import type { Event } from '../event/rules.ts';
import type { DeskLetters } from './desk.ts';
import type { Receipt } from './receipts.ts';
import type { ScanOutcome } from './scanning.ts';

/**
 * The receipt of a scan, or of what a desk wrote down.
 *
 * @param keyboard the big keys, where another keyboard took their place
 */
export function receiptLetter(
  { event, checkIn, late }: Receipt,
  keyboard?: ReplyKeyboardMarkup,
): OutgoingMessage {
  return toSend({
    text: text.receipt(event, checkIn, { late, byDesk: checkIn.via !== 'SCAN' }),
    ...(keyboard === undefined ? {} : { keyboard }),
  });
}

/** What a kader is sent about what a desk wrote down. */
export const deskLetters: DeskLetters = {
  receipt: (receipt) => receiptLetter(receipt),
  undone: (event: Event) => toSend({ text: text.undone(event) }),
};

/** What is said to a scan that was not recorded anew. */
export function scanRefusal(outcome: Extract<ScanOutcome, { ok: false }>): Message {
  switch (outcome.reason) {
    case 'already': {
      const { event, checkIn } = outcome.receipt;
      return { text: text.already(event, checkIn, checkIn.via !== 'SCAN') };
    }
    case 'unknown':
      return { text: text.unknownCode };
    case 'early':
      return { text: text.early(outcome.event, outcome.from) };
    case 'not_invited':
      return { text: text.notInvited(outcome.event, outcome.other) };
    case 'needs_place':
      return { text: text.askLocation(outcome.event), keyboard: locationKeys() };
    case 'too_far':
      return { text: text.tooFar(outcome.event, outcome.distance), keyboard: locationKeys() };
    case 'cancelled':
    case 'not_open':
    case 'closed':
    case 'old_code':
    case 'undone':
      return { text: text.refusals[outcome.reason](outcome.event) };
  }
}

/** The keys with which a kader proves to be at the venue. */
export function locationKeys(): ReplyKeyboardMarkup {
  return keys([[{ text: text.labels.sendLocation, request_location: true }], [text.labels.cancel]]);
}
