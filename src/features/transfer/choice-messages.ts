import { button, buttons, type Message } from '../../bot/message.ts';
import { maskPhone } from '../../platform/phone.ts';
import * as text from '../../text/id/import-choice.ts';
import type { ImportWord } from '../../text/id/transfer.ts';
import * as on from './buttons.ts';
import type { Doubt } from './importer.ts';

/** One doubt with everybody who may be meant. */
export function doubtCard(
  word: ImportWord,
  importId: number,
  { key, at, rows, name, phone, candidates }: Doubt,
  left: number,
): Message {
  return {
    text: text.ask({ at, rows, name, phone: phone === null ? null : maskPhone(phone), left }),
    keyboard: buttons(
      ...candidates.map((one) => [
        button(
          text.labels.candidate(
            one.name,
            one.area,
            one.phone === null ? null : maskPhone(one.phone),
          ),
          on.pickButton.data(word, importId, key, one.kaderId),
        ),
      ]),
      [button(text.labels.skip, on.pickButton.data(word, importId, key, 0))],
      [button(text.labels.back, on.resultButton.data(word, importId))],
    ),
  };
}
