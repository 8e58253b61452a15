import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import * as text from '../../text/id/document.ts';
import type { Event } from '../event/rules.ts';
import type { OfferOutcome, RollOffer, RollOutcome } from './attendance-list.ts';
import * as on from './buttons.ts';
import type { CertificateOutcome, OwnCertificates, PresenceAtEvent } from './certificate.ts';
import { printedCode } from './codes.ts';
import type { RollFormat, RollVariant } from './schema.ts';

const eventsPerPage = 6;
const peopleShown = 8;

/** Events to choose from, a page of them. */
export function eventList(events: Event[], page: number): Message {
  if (events.length === 0) return { text: text.noEvents };
  const { items, ...at } = pageOf(events, page, eventsPerPage);
  return {
    text: text.chooseEvent,
    keyboard: buttons(
      ...items.map(({ id, startsAt, title }) => [
        button(text.labels.event(startsAt, title), on.rollButton.data(id)),
      ]),
      pageButtons(at, (to) => on.rollListButton.data(to)),
    ),
  };
}

/** What there is to print of an event. */
export function rollCard({ event, variants, roll }: RollOffer): Message {
  const file = (label: string, variant: RollVariant, format: RollFormat) =>
    button(label, on.rollFileButton.data(event.id, variant, format));
  const hasTimes = variants.includes('filled');
  const { labels } = text;
  const rows: InlineKeyboardButton[][] = hasTimes
    ? [
        [file(labels.filledPdf, 'filled', 'pdf')],
        [file(labels.filledXlsx, 'filled', 'xlsx')],
        [file(labels.blankPdf, 'blank', 'pdf')],
      ]
    : [[file(labels.blankPdf, 'blank', 'pdf')], [file(labels.blankXlsx, 'blank', 'xlsx')]];
  return {
    text: text.offer({ ...event, areas: roll.areas, tally: roll.tally }, hasTimes),
    keyboard: buttons(
      ...rows,
      hasTimes ? [button(labels.certificates, on.certificateSearchButton.data(event.id))] : [],
      [button(labels.otherEvents, on.rollListButton.data(0))],
    ),
  };
}

export function rollRefusal(
  reason: Extract<OfferOutcome | RollOutcome, { ok: false }>['reason'],
): Message {
  return { text: text.rollRefusals[reason] };
}

/** Below a list that was made. */
export function rollCaption({ roll, stamp }: Extract<RollOutcome, { ok: true }>): Message {
  const people = roll.sections.reduce((sum, { rows }) => sum + rows.length, 0);
  const code = printedCode(stamp.code);
  return { text: text.rollCaption(roll.event.title, people, { ...stamp, printedCode: code }) };
}

/** What a kader can be given now, a page of it; or when, or why not. */
export function ownCertificates({ ready, waiting }: OwnCertificates, page: number): Message {
  const [next] = waiting;
  if (ready.length === 0)
    return { text: next === undefined ? text.noCertificates : text.certificateLater(next.event) };
  const { items, ...at } = pageOf(ready, page, eventsPerPage);
  return {
    text: text.chooseCertificate,
    keyboard: buttons(
      ...items.map(({ id, event }) => [
        button(text.labels.event(event.startsAt, event.title), on.ownCertificateButton.data(id)),
      ]),
      pageButtons(at, (to) => on.ownCertificatesButton.data(to)),
    ),
  };
}

export function certificateRefusal(outcome: Extract<CertificateOutcome, { ok: false }>): Message {
  return {
    text:
      outcome.reason === 'not_over'
        ? text.certificateLater(outcome.event)
        : text.certificateRefusals[outcome.reason],
  };
}

/** Below a certificate. */
export function certificateCaption({
  facts,
  stamp,
  leftAt,
}: Extract<CertificateOutcome, { ok: true }>): Message {
  return {
    text: text.certificateCaption(
      { name: facts.person.name, title: facts.event.title, leftAt },
      { ...stamp, printedCode: printedCode(stamp.code) },
    ),
  };
}

/** Asks for the name of somebody who came. */
export function nameQuestion(eventId: number): Message {
  return { text: text.askName, keyboard: wayBack(eventId) };
}

export function nameTooShort(eventId: number): Message {
  return { text: text.tooShort, keyboard: wayBack(eventId) };
}

/** Who may be meant, to be tapped. */
export function arrivalsFound(
  eventId: number,
  written: string,
  arrivals: PresenceAtEvent[],
): Message {
  if (arrivals.length === 0) return { text: text.nobodyFound(written), keyboard: wayBack(eventId) };
  const shown = arrivals.slice(0, peopleShown);
  return {
    text: text.found(arrivals.length, shown.length),
    keyboard: buttons(
      ...shown.map(({ id, number, person }) => [
        button(text.labels.arrival(person.name, number), on.certificateButton.data(id)),
      ]),
      [button(text.labels.back, on.rollButton.data(eventId))],
    ),
  };
}

function wayBack(eventId: number) {
  return buttons([button(text.labels.back, on.rollButton.data(eventId))]);
}
