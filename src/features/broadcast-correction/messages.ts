import { button, buttons, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/broadcast-correction.ts';
import * as on from './buttons.ts';

/** The last look at a correction, below the sample of it. */
export function confirmCorrectionCard(id: number): Message {
  return {
    text: text.confirmCorrection,
    keyboard: buttons([
      button(text.labels.sendCorrection, on.sendCorrectionButton.data(id)),
      button(text.labels.keep, on.keepButton.data(id)),
    ]),
  };
}

export function confirmWithdrawalCard(id: number): Message {
  return {
    text: text.confirmWithdrawal,
    keyboard: buttons([
      button(text.labels.confirmWithdrawal, on.confirmWithdrawalButton.data(id)),
      button(text.labels.keep, on.keepButton.data(id)),
    ]),
  };
}

/** What can still be done about an announcement that has left or is leaving. */
export function secondThoughts(id: number) {
  return [
    button(text.labels.correct, on.correctButton.data(id)),
    button(text.labels.withdraw, on.withdrawButton.data(id)),
  ];
}
