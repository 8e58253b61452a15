import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/letterhead.ts';
import * as on from './buttons.ts';
import { printedNip } from './rules.ts';
import { type Letterhead, type LetterheadField, letterheadFields } from './schema.ts';

/** Without these a paper still looks complete. */
const dispensable: readonly LetterheadField[] = ['address', 'logo', 'name', 'nip'];

/** The letterhead as it is, each part of it to be changed. */
export function letterheadCard(letterhead: Letterhead, note: Html | null = null): Message {
  const { logo, nip, ...shown } = letterhead;
  return {
    text: text.card({ ...shown, hasLogo: logo !== null, nip: printedNip(nip) }, note),
    keyboard: buttons(
      ...inRows(
        letterheadFields.map((field) =>
          button(text.fields[field], on.letterheadFieldButton.data(field)),
        ),
        3,
      ),
      [button(text.labels.sample, on.samplePageButton.data())],
    ),
  };
}

/** The question for a field, with what was wrong about the last answer. */
export function fieldQuestion(
  field: LetterheadField,
  letterhead: Letterhead,
  refused: keyof typeof text.refusals | null = null,
): Message {
  const isEmpty = letterhead[field] === null;
  return {
    text: refused === null ? text.questions[field] : text.refusals[refused],
    keyboard: buttons(
      dispensable.includes(field) && !isEmpty
        ? [button(text.labels.clear, on.clearFieldButton.data(field))]
        : [],
      [button(text.labels.back, on.letterheadButton.data())],
    ),
  };
}
