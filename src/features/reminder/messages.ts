import { button, buttons, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/reminder.ts';
import { invitationButton } from '../attendance/buttons.ts';
import { answerRows } from '../attendance/messages.ts';
import type { ReminderLetter } from './service.ts';

/** A reminder: the silent can answer on it, those who come can look at their answer. */
export const reminderLetter: ReminderLetter = (event, kind) => {
  switch (kind) {
    case 'evening':
      return toSend({ text: text.evening(event), keyboard: myAnswer(event.id) });
    case 'morning':
      return toSend({ text: text.morning(event), keyboard: myAnswer(event.id) });
    case 'deadline':
      return toSend({
        text: text.deadline(event),
        keyboard: buttons(...answerRows(event.id, null)),
      });
    case 'last-call':
      return toSend({
        text: text.lastCall(event),
        keyboard: buttons(...answerRows(event.id, null)),
      });
  }
};

function myAnswer(eventId: number) {
  return buttons([button(text.labels.myAnswer, invitationButton.data(eventId))]);
}
