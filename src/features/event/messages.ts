import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import * as text from '../../text/id/event.ts';
import { fields as fieldNames } from '../../text/id/event-questions.ts';
import { sendingSeconds } from '../broadcast/rules.ts';
import { audienceNames } from '../broadcast-audience/messages.ts';
import { recapButton, silentButton } from '../report/buttons.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { type Event, isComing } from './rules.ts';
import { type EventField, eventFields } from './schema.ts';
import type { SendOutcome, SendPlan } from './sending.ts';
import type { ChangeOutcome } from './service.ts';

const eventsPerPage = 6;

/** What `/acara` offers when there is something already. */
export function eventList(events: Event[], page: number, halfFilled: boolean): Message {
  const { items, ...at } = pageOf(events, page, eventsPerPage);
  return {
    text: events.length === 0 ? text.noEventsYet : text.eventList,
    keyboard: buttons(
      halfFilled ? [button(text.labels.resume, on.resumeButton.data())] : [],
      [button(text.labels.create, on.createButton.data())],
      ...items.map(({ id, status, startsAt, title }) => [
        button(
          status === 'DRAFT'
            ? text.labels.draft(startsAt, title)
            : text.labels.event(startsAt, title),
          on.openButton.data(id),
        ),
      ]),
      pageButtons(at, (to) => on.listButton.data(to)),
    ),
  };
}

/** An event with how many it is for and how they have answered so far. */
export interface EventView {
  event: Event;
  audienceSize: number;
  answers: text.AnswerCounts;
  now: Date;
}

/** The card of an event, with what can be done with it now. */
export function eventCard(
  { event, audienceSize, answers, now }: EventView,
  wilayah: Wilayah,
): Message {
  const shown = { ...event, audience: audienceNames(event.audience, wilayah), audienceSize };
  const { id, invitedAt } = event;
  const list = [button(text.labels.otherEvents, on.listButton.data(0))];
  if (event.status === 'CANCELLED')
    return { text: text.cancelledCard(shown), keyboard: buttons(list) };
  const reports = [
    button(text.labels.recap, recapButton.data(id)),
    button(text.labels.silent, silentButton.data(id, 0)),
  ];
  if (event.status === 'DRAFT' || invitedAt === null)
    return {
      text: text.draftCard(shown),
      keyboard: buttons(
        [button(text.labels.send, on.sendButton.data(id))],
        ...fieldRows(id, eventFields),
        [button(text.labels.cancelDraft, on.cancelButton.data(id))],
        list,
      ),
    };
  if (!isComing(event, now))
    return { text: text.pastCard(shown, answers), keyboard: buttons(reports, list) };
  return {
    text: text.openCard({ ...shown, invitedAt }, answers),
    keyboard: buttons(
      reports,
      [
        button(text.labels.change, on.changeButton.data(id)),
        button(text.labels.cancelEvent, on.cancelButton.data(id)),
      ],
      list,
    ),
  };
}

/** Which field of an event that is open already is to be changed. */
export function changeCard(eventId: number): Message {
  const fixed: EventField = 'audience';
  return {
    text: text.whatToChange,
    keyboard: buttons(
      ...fieldRows(
        eventId,
        eventFields.filter((field) => field !== fixed),
      ),
      [button(text.labels.back, on.openButton.data(eventId))],
    ),
  };
}

/** The last look before the invitations leave. */
export function sendPlanCard(
  { event, total, reachable, isQuiet }: SendPlan,
  ratePerSecond: number,
): Message {
  const { id, title } = event;
  return {
    text: text.sendPlan({
      title,
      total,
      reachable,
      seconds: sendingSeconds(reachable, ratePerSecond),
      isQuiet,
    }),
    keyboard: buttons(
      [button(text.labels.sendNow, on.sendNowButton.data(id))],
      reachable < total
        ? [button(text.labels.unreachableFile, on.unreachableFileButton.data(id))]
        : [],
      [button(text.labels.notNow, on.openButton.data(id))],
    ),
  };
}

/** Why the invitations cannot leave, with the way to the card on which that can be mended. */
export function sendRefusal(
  eventId: number,
  reason: Extract<SendOutcome, { ok: false }>['reason'],
): Message {
  return {
    text: text.sendRefusals[reason],
    keyboard: buttons([
      reason === 'unknown'
        ? button(text.labels.otherEvents, on.listButton.data(0))
        : button(text.labels.back, on.openButton.data(eventId)),
    ]),
  };
}

/** Asks before an event is cancelled or its draft dropped. */
export function confirmCancel(event: Event): Message {
  const invited = event.status === 'OPEN';
  return {
    text: text.confirmCancel(event.title, invited),
    keyboard: buttons(
      [
        button(
          invited ? text.labels.reallyCancel : text.labels.reallyDrop,
          on.reallyCancelButton.data(event.id),
        ),
      ],
      [button(text.labels.keep, on.openButton.data(event.id))],
    ),
  };
}

/** Why an event can no longer be changed. */
export function changeRefusal(
  eventId: number,
  reason: Exclude<Extract<ChangeOutcome, { ok: false }>['reason'], 'problem'>,
): Message {
  return {
    text: text.changeRefusals[reason],
    keyboard: buttons([
      reason === 'unknown'
        ? button(text.labels.otherEvents, on.listButton.data(0))
        : button(text.labels.back, on.openButton.data(eventId)),
    ]),
  };
}

/** Told to whoever changed an event, below its new card. */
export function changedNote(field: EventField, told: number): Message {
  return { text: text.changed(field, told) };
}

function fieldRows(eventId: number, fields: readonly EventField[]): InlineKeyboardButton[][] {
  return inRows(
    fields.map((field) => button(fieldNames[field], on.fieldButton.data(eventId, field))),
    3,
  );
}
