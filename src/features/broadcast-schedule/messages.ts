import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import { announcementTitle } from '../../text/id/broadcast.ts';
import * as text from '../../text/id/broadcast-schedule.ts';
import { cancelButton, confirmButton, sampleButton } from '../broadcast/buttons.ts';
import { isQuietHour } from '../broadcast/hours.ts';
import { excerpt } from '../broadcast/messages.ts';
import type { Schedule } from '../broadcast/schema.ts';
import { progressCard } from '../broadcast-control/messages.ts';
import * as on from './buttons.ts';
import type { ScheduleDeps, Scheduled } from './service.ts';

/** Asks for the time. @param isScheduled whether it is on the schedule already, at another time */
export function askWhenCard(id: number, isScheduled: boolean): Message {
  const back = isScheduled ? on.scheduledButton.data(id) : confirmButton.data(id);
  return { text: text.askWhen, keyboard: buttons([button(text.labels.back, back)]) };
}

/** Shows back what was understood. */
export function proposalCard(id: number, schedule: Schedule): Message {
  const minute = Math.floor(schedule.at.getTime() / 60_000);
  return {
    text: text.proposal(whenOf(schedule)),
    keyboard: buttons(
      [button(text.labels.yes, on.scheduleAtButton.data(id, minute, schedule.repeatDay ?? 0))],
      [button(text.labels.otherTime, on.scheduleButton.data(id))],
    ),
  };
}

/** One that waits for its hour. */
export function scheduledCard(broadcast: Scheduled, audience: string[]): Message {
  const { id, content, scheduledAt, repeatDay } = broadcast;
  return {
    text: text.scheduled(whenOf({ at: scheduledAt, repeatDay }), excerpt(content), audience),
    keyboard: buttons(
      [button(text.labels.look, sampleButton.data(id))],
      [button(text.labels.otherTime, on.scheduleButton.data(id))],
      [button(text.labels.unschedule, on.unscheduleButton.data(id))],
      [button(text.labels.all, on.scheduledListButton.data())],
    ),
  };
}

/** All that wait, the next one first. */
export function scheduledListCard(broadcasts: readonly Scheduled[]): Message {
  return {
    text: broadcasts.length === 0 ? text.nothingScheduled : text.list,
    keyboard: buttons(
      ...broadcasts.map(({ id, scheduledAt, content }) => [
        button(text.labels.entry(scheduledAt, excerpt(content)), on.scheduledButton.data(id)),
      ]),
    ),
  };
}

/** What the composer is told by the clock. */
export const scheduleCards: ScheduleDeps['cards'] = {
  started: ({ id }, recipients) =>
    toSend(
      progressCard(
        { id, kind: 'ANNOUNCEMENT' },
        {
          title: announcementTitle,
          finished: 0,
          total: recipients,
          share: 0,
          rate: 0,
          secondsLeft: null,
        },
      ),
    ),
  missed: ({ id, scheduledAt, content }, why) =>
    toSend({
      text: (why === 'too_late' ? text.missed : text.nobodyThen)(scheduledAt, excerpt(content)),
      keyboard: buttons(
        [button(text.labels.decide, confirmButton.data(id))],
        [button(text.labels.cancel, cancelButton.data(id))],
      ),
    }),
};

function whenOf({ at, repeatDay }: Schedule): text.When {
  return { at, repeatDay, isQuiet: isQuietHour(at) };
}
