import { button, buttons, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import * as text from '../../text/id/helpdesk-canned.ts';
import * as desk from '../../text/id/helpdesk-desk.ts';
import * as on from './buttons.ts';
import type { CannedAnswer } from './canned-repository.ts';
import type { Ticket } from './repository.ts';

const answersPerPage = 8;

/** All kept answers; an empty list says how to add one. */
export function cannedList(answers: readonly CannedAnswer[], page: number): Message {
  const { items, ...at } = pageOf(answers, page, answersPerPage);
  return {
    text: text.cannedList(answers.length),
    keyboard: buttons(
      ...items.map(({ id, title }) => [button(title, on.cannedButton.data(id))]),
      pageButtons(at, (to) => on.cannedListButton.data(to)),
      [button(text.labels.add, on.addCannedButton.data())],
    ),
  };
}

/** One of them, to be changed or deleted. */
export function cannedCard({ id, title, text: words }: CannedAnswer): Message {
  return {
    text: text.cannedCard(title, words),
    keyboard: buttons(
      [
        button(text.labels.change, on.changeCannedButton.data(id)),
        button(text.labels.remove, on.removeCannedButton.data(id)),
      ],
      [button(text.labels.back, on.cannedListButton.data(0))],
    ),
  };
}

/** Asks before one is deleted. */
export function confirmRemove({ id, title }: CannedAnswer): Message {
  return {
    text: text.confirmRemove(title),
    keyboard: buttons(
      [button(text.labels.reallyRemove, on.reallyRemoveCannedButton.data(id))],
      [button(text.labels.back, on.cannedButton.data(id))],
    ),
  };
}

/** Which of them answers a question. */
export function pickCanned(
  { id, asker }: Ticket,
  answers: readonly CannedAnswer[],
  page: number,
): Message {
  const { items, ...at } = pageOf(answers, page, answersPerPage);
  return {
    text: text.pickCanned(id, asker.name, answers.length),
    keyboard: buttons(
      ...items.map(({ id: cannedId, title }) => [
        button(title, on.previewCannedButton.data(id, cannedId)),
      ]),
      pageButtons(at, (to) => on.pickCannedButton.data(id, to)),
    ),
  };
}

/** The last look before a kept answer is sent. */
export function cannedPreview({ id, asker }: Ticket, answer: CannedAnswer): Message {
  return {
    text: text.preview(id, asker.name, answer.text),
    keyboard: buttons(
      [button(desk.labels.sendCanned, on.sendCannedButton.data(id, answer.id))],
      [button(desk.labels.otherCanned, on.pickCannedButton.data(id, 0))],
    ),
  };
}
