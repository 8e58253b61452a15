import { button, buttons, type Message, toSend } from '../../bot/message.ts';
import * as text from '../../text/id/import-approval.ts';
import type { ImportWord } from '../../text/id/transfer.ts';
import type { Asked, ImportLetters } from './approval.ts';
import * as on from './buttons.ts';
import type { ImportShown } from './messages.ts';

/** What whoever asked sees instead of a result. */
export function askedCard(word: ImportWord, asked: Asked): Message {
  if (asked.reason === 'nobody_to_approve') return { text: text.nobodyElse };
  return {
    text: text.waiting(asked.isNew),
    keyboard: buttons([
      button(text.labels.withdraw, on.withdrawButton.data(word, asked.requestId)),
    ]),
  };
}

/** The letters about a second person's consent to imports of one kind. */
export function importLetters(word: ImportWord): ImportLetters<ImportShown> {
  return {
    askToApply: ({ request, file, askedBy }, { shown }) =>
      toSend({
        text: text.askToApply(askedBy, file.fileName, word, shown.summary),
        keyboard: buttons(
          [button(text.labels.details, on.reviewButton.data(word, file.id))],
          decisions(word, request.id, text.labels.apply),
        ),
      }),
    askToUndo: ({ request, file, askedBy }, plan) =>
      toSend({
        text: text.askToUndo(askedBy, file.fileName, plan),
        keyboard: buttons(decisions(word, request.id, text.labels.undo)),
      }),
    decided: ({ deed }, { fileName }, decision, by) =>
      toSend({ text: text.decided(decision, deed === 'UNDO', by, fileName) }),
  };
}

function decisions(word: ImportWord, requestId: number, yes: string) {
  return [
    button(yes, on.decideButton.data(word, requestId, 'approved')),
    button(text.labels.reject, on.decideButton.data(word, requestId, 'rejected')),
  ];
}
