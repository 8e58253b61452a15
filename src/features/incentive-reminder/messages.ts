import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/incentive-reminder.ts';
import { periodsButton } from '../incentive-report/buttons.ts';
import { wordButton } from '../transfer/buttons.ts';
import * as on from './buttons.ts';
import type { WatchSettings } from './schema.ts';
import type { WatchLetters } from './service.ts';

const offered = { days: [5, 10, 15, 20, 25], stalled: [7, 14, 30] };
const off = 0;

/** When staff are reminded, and buttons for what is usual. */
export function settingsCard({ listDay, stalledDays }: WatchSettings): Message {
  const { labels } = text;
  return {
    text: text.settings(listDay, stalledDays),
    keyboard: buttons(
      offered.days.map((day) =>
        button(labels.chosen(labels.day(day), day === listDay), on.listDayButton.data(day)),
      ),
      [button(labels.chosen(labels.noList, listDay === null), on.listDayButton.data(off))],
      offered.stalled.map((days) =>
        button(
          labels.chosen(labels.days(days), days === stalledDays),
          on.stalledDaysButton.data(days),
        ),
      ),
      [
        button(
          labels.chosen(labels.noStalled, stalledDays === null),
          on.stalledDaysButton.data(off),
        ),
      ],
    ),
  };
}

export const watchLetters: WatchLetters = {
  listMissing: (period, day) =>
    toSend({
      text: text.listMissing(period, day),
      keyboard: buttons([button(text.labels.import, wordButton.data('insentif'))]),
    }),
  stalled: (days, sums) =>
    toSend({
      text: text.stalled(days, sums),
      keyboard: buttons([button(text.labels.report, periodsButton.data(0))]),
    }),
};
