import type { InlineKeyboardButton } from 'telegraf/types';
import { button } from '../../bot/message.ts';
import { labels as recordingLabels } from '../../text/id/attendance-recording.ts';
import { labels } from '../../text/id/nudge.ts';
import { recordButton } from '../attendance/buttons.ts';
import { answerWindow, type Event } from '../event/rules.ts';
import { nudgeButton } from './buttons.ts';

/**
 * What can be done about the silent of an event, row by row: nudging those whom the bot reaches while answers
 * are taken, and recording what somebody said on the phone until the event is over.
 *
 * @param kecamatanCode the part of one's area that is in sight; undefined: all of it
 */
export function silentRows(
  event: Event,
  silent: readonly { reachable: boolean }[],
  kecamatanCode: string | undefined,
  now: Date,
): InlineKeyboardButton[][] {
  const window = answerWindow(event, now);
  const reachable = silent.filter((person) => person.reachable).length;
  const part = kecamatanCode ?? 'all';
  return [
    window === 'open' && reachable > 0
      ? [button(labels.nudge(reachable), nudgeButton.data(event.id, part))]
      : [],
    window === 'open' || window === 'closed'
      ? [button(recordingLabels.record, recordButton.data(event.id, 0))]
      : [],
  ];
}
