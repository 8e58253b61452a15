import { button, buttons, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/broadcast.ts';
import * as when from '../../text/id/broadcast-schedule.ts';
import * as on from '../broadcast/buttons.ts';
import { type Expiry, expiries } from '../broadcast/schema.ts';
import { audienceButton } from '../broadcast-audience/buttons.ts';
import { scheduleButton, scheduledListButton } from '../broadcast-schedule/buttons.ts';

/** Asks for the content, and offers what is on the schedule. */
export function askContentCard(scheduled: number): Message {
  const keyboard = buttons([button(when.labels.scheduled(scheduled), scheduledListButton.data())]);
  return { text: text.askContent, ...(scheduled > 0 ? { keyboard } : {}) };
}

/** The last look before it leaves. */
export function confirmCard(id: number, reach: text.Reach, expiry: Expiry | null): Message {
  return {
    text: reach.reachable === 0 ? text.nobodyReachable : text.confirm(reach),
    keyboard: buttons(
      reach.reachable > 0 ? [button(text.labels.send, on.sendButton.data(id))] : [],
      [button(when.labels.schedule, scheduleButton.data(id))],
      [button(when.labels.expiry(when.expiries[expiry ?? 'none']), on.expiryListButton.data(id))],
      [button(text.labels.sample, on.sampleButton.data(id))],
      reach.total > 0 ? [button(text.labels.recipientFile, on.recipientFileButton.data(id))] : [],
      reach.total > reach.reachable
        ? [button(text.labels.unreachableFile, on.unreachableFileButton.data(id))]
        : [],
      [
        button(text.labels.changeAudience, audienceButton.data(id, 'include')),
        button(text.labels.cancel, on.cancelButton.data(id)),
      ],
    ),
  };
}

/** For how long it is worth receiving. */
export function expiryCard(id: number): Message {
  return {
    text: when.chooseExpiry,
    keyboard: buttons(
      ...[...expiries, 'none' as const].map((expiry) => [
        button(when.expiries[expiry], on.expiryButton.data(id, expiry)),
      ]),
      [button(when.labels.back, on.confirmButton.data(id))],
    ),
  };
}
