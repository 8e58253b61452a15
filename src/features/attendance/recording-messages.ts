import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message, toSend } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import * as attendanceText from '../../text/id/attendance.ts';
import * as text from '../../text/id/attendance-recording.ts';
import type { Event } from '../event/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { answerChoices, answerRows, reasonHelp } from './messages.ts';
import type { Invited, RecordedLetter, RecordingOutcome, RecordingView } from './recording.ts';
import type { ReasonRefusal } from './rules.ts';

const perPage = 8;

/** Events for which answers can be recorded, a page of them. */
export function eventList(events: readonly Event[], page: number): Message {
  if (events.length === 0) return { text: text.noEvents };
  const { items, ...at } = pageOf(events, page, perPage);
  return {
    text: text.chooseEvent,
    keyboard: buttons(
      ...items.map(({ id, startsAt, title }) => [
        button(text.labels.event(startsAt, title), on.recordButton.data(id, 0)),
      ]),
      pageButtons(at, (to) => on.recordEventsButton.data(to)),
    ),
  };
}

export function refusal(reason: keyof typeof text.refusals): Message {
  return { text: text.refusals[reason] };
}

/** Asks whose answer it is: by a typed name, or out of the silent whom the bot cannot ask. */
export function whoCard(
  { event, window, people }: RecordingView,
  page: number,
  wilayah: Wilayah,
): Message {
  const unasked = people.filter(({ answer, reachableAt }) => answer === null && !reachableAt);
  const { items, ...at } = pageOf(unasked, page, perPage);
  return {
    text: text.chooseWho(event, window, unasked.length),
    keyboard: buttons(
      ...personRows(event.id, items, wilayah),
      pageButtons(at, (to) => on.recordButton.data(event.id, to)),
      [button(text.labels.otherEvents, on.recordEventsButton.data(0)), done()],
    ),
  };
}

/** The people a typed name fits. */
export function foundCard(
  eventId: number,
  typed: string,
  people: readonly Invited[],
  wilayah: Wilayah,
): Message {
  const shown = people.slice(0, perPage);
  return {
    text: text.found(typed, people.length, shown.length),
    keyboard: buttons(...personRows(eventId, shown, wilayah), [done()]),
  };
}

/** For what cannot be a name. */
export function typeName(eventId: number): Message {
  return {
    text: text.typeName,
    keyboard: buttons([button(text.labels.back, on.recordButton.data(eventId, 0)), done()]),
  };
}

/** One person with the answer that counts, and the answers to record. */
export function personCard(
  { event, window }: Pick<RecordingView, 'event' | 'window'>,
  person: Invited,
  wilayah: Wilayah,
): Message {
  return {
    text: text.personCard(event, window, spoken(person, wilayah)),
    keyboard: buttons(...answersFor(event.id, person), [
      button(text.labels.back, on.recordButton.data(event.id, 0)),
      done(),
    ]),
  };
}

/** The question for the reason of somebody's *izin*. */
export function askReason(event: Event, person: Invited): Message {
  return { text: text.askReason(person.name), keyboard: reasonKeys(event.id, person.kaderId) };
}

/** Help for something that cannot be a reason. */
export function reasonProblem(event: Event, person: Invited, why: ReasonRefusal): Message {
  return { ...reasonHelp(event, why), keyboard: reasonKeys(event.id, person.kaderId) };
}

/** Said to somebody who writes long after having been asked for a reason. */
export function reasonTooLate(event: Event, person: Invited): Message {
  return { text: text.reasonTooLate(person.name), keyboard: reasonKeys(event.id, person.kaderId) };
}

/** The receipt, on which a slip costs one tap. */
export function recordedCard(
  { event, window, person, ...what }: Extract<RecordingOutcome, { ok: true }>,
  wilayah: Wilayah,
): Message {
  return {
    text: text.recorded(event, window, spoken(person, wilayah), what),
    keyboard: buttons(...answersFor(event.id, person), [
      button(text.labels.someoneElse, on.recordButton.data(event.id, 0)),
      done(),
    ]),
  };
}

export const doneCard: Message = { text: text.done };
export const closedAfterLong: Message = { text: text.closedAfterLong };

/** Told to the kader: on it a wrong answer costs one tap, while answers are taken. */
export const recordedLetter: RecordedLetter = (event, answer, window, { name, phone }) =>
  toSend({
    text: text.told(event, answer, window, { name, phone: phone?.e164 ?? null }),
    keyboard: buttons(...(window === 'open' ? answerRows(event.id, answer) : [])),
  });

function answersFor(eventId: number, { kaderId, answer }: Invited): InlineKeyboardButton[][] {
  return answerChoices(answer, (choice) => on.recordAnswerButton.data(eventId, kaderId, choice));
}

function reasonKeys(eventId: number, kaderId: number) {
  const reasons = (['sick', 'work', 'family', 'other'] as const).map((name) =>
    button(attendanceText.reasons[name], on.recordReasonButton.data(eventId, kaderId, name)),
  );
  return buttons(...inRows(reasons, 2), [
    button(text.labels.back, on.recordPersonButton.data(eventId, kaderId)),
  ]);
}

function personRows(
  eventId: number,
  people: readonly Invited[],
  wilayah: Wilayah,
): InlineKeyboardButton[][] {
  return people.map((person) => [
    button(
      text.labels.person(person.name, wilayah.areaName(person)),
      on.recordPersonButton.data(eventId, person.kaderId),
    ),
  ]);
}

function done(): InlineKeyboardButton {
  return button(text.labels.done, on.recordDoneButton.data());
}

function spoken(person: Invited, wilayah: Wilayah): text.RecordedPerson {
  const { name, jabatan, phone, answer } = person;
  return { name, jabatan, area: wilayah.areaName(person), phone: phone?.e164 ?? null, answer };
}
