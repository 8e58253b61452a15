import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/nudge.ts';
import { answerRows } from '../attendance/messages.ts';
import { silentButton, silentKecamatanButton } from '../report/buttons.ts';
import * as on from './buttons.ts';
import type { NudgeLetter, NudgeOutcome, NudgeView } from './service.ts';

/** Asks back, with how many will hear of it. */
export function confirmCard(view: NudgeView, part: string): Message {
  const { event, people } = view;
  return {
    text: text.confirm(event, people, view, view.waits ? view.dueAt : null),
    keyboard: buttons(
      [button(text.labels.confirm(people), on.confirmNudgeButton.data(event.id, part))],
      back(event.id, part),
    ),
  };
}

/** What was done. */
export function doneCard(view: NudgeView, part: string): Message {
  const { event, people } = view;
  return {
    text: text.done(event, people, view, view.waits ? view.dueAt : null),
    keyboard: buttons(back(event.id, part)),
  };
}

/** Why nobody is nudged now. */
export function refusal(
  outcome: Extract<NudgeOutcome, { ok: false }>,
  eventId: number,
  part: string,
): Message {
  switch (outcome.reason) {
    case 'already': {
      const { event, at, by, waits, unreachable } = outcome;
      return {
        text: text.already(event, { at, by, isToday: !waits }, unreachable),
        keyboard: buttons(back(eventId, part)),
      };
    }
    case 'nobody':
      return {
        text: text.nobody(outcome.event, outcome.unreachable),
        keyboard: buttons(back(eventId, part)),
      };
    default:
      return { text: text.refusals[outcome.reason] };
  }
}

/** A nudge: it is answered on the spot. */
export const nudgeLetter: NudgeLetter = (event, by) =>
  toSend({ text: text.nudge(event, by), keyboard: buttons(...answerRows(event.id, null)) });

function back(eventId: number, part: string) {
  return [
    button(
      text.labels.back,
      part === 'all' ? silentButton.data(eventId, 0) : silentKecamatanButton.data(eventId, part, 0),
    ),
  ];
}
