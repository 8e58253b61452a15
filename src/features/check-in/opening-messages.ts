import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, keys, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import * as text from '../../text/id/check-in-desk.ts';
import { createButton } from '../event/buttons.ts';
import { type Event, isComing } from '../event/rules.ts';
import type { Board } from './board.ts';
import * as on from './buttons.ts';
import type { Gate } from './rules.ts';

const eventsPerPage = 6;
const latestOnCard = 3;
/** Metres to choose from. Less than the first is below what a phone knows inside a hall. */
const radii = [100, 200, 500] as const;
export const usualRadius = 200;

/** Where the pages of an event's check-in are, for one staff member. */
export interface PageAddresses {
  wall: string;
  desk: string;
}

/** Events to choose from, a page of them. */
export function eventList(events: Event[], page: number, isStaff: boolean): Message {
  if (events.length === 0)
    return {
      text: text.noEvents,
      ...(isStaff ? { keyboard: buttons([button(text.labels.create, createButton.data())]) } : {}),
    };
  const { items, ...at } = pageOf(events, page, eventsPerPage);
  return {
    text: text.chooseEvent,
    keyboard: buttons(
      ...items.map(({ id, startsAt, title }) => [
        button(text.labels.event(startsAt, title), on.openButton.data(id)),
      ]),
      pageButtons(at, (to) => on.listButton.data(to)),
    ),
  };
}

/** Asks before check-in is opened on another day than the event's. */
export function confirmOtherDay({ event }: Gate, now: Date): Message {
  return {
    text: text.confirmOtherDay(event, !isComing(event, now)),
    keyboard: buttons(
      [button(text.labels.openAnyway, on.openAnywayButton.data(event.id))],
      otherEvents(),
    ),
  };
}

/** Why there is no card of a check-in. */
export function gateRefusal(reason: keyof typeof text.gateRefusals): Message {
  return { text: text.gateRefusals[reason], keyboard: buttons(otherEvents()) };
}

/**
 * The card of an opened check-in as it stands now.
 *
 * @param pages null for coordinators, who have the desk in chat only
 * @param doubles how many people of theirs may have been written down twice
 */
export function boardCard(
  board: Board & { openedAt: Date },
  gate: Pick<Gate, 'venue'>,
  pages: PageAddresses | null,
  doubles: number,
  now: Date,
): Message {
  const { id } = board.event;
  const isOpen = board.closedAt === null;
  const links =
    pages === null
      ? []
      : [
          { label: text.labels.wall, url: pages.wall },
          { label: text.labels.deskPage, url: pages.desk },
        ];
  const linked = isOpen ? links : [];
  return {
    text: text.card({
      ...board.event,
      openedAt: board.openedAt,
      closedAt: board.closedAt,
      scansFrom: board.scansFrom !== null && board.scansFrom > now ? board.scansFrom : null,
      radius: gate.venue?.radius ?? null,
      counts: { ...board, doubles },
      latest: board.latest
        .slice(0, latestOnCard)
        .map(({ number, at, attendee }) => ({ number, at, name: attendee.name })),
      addresses: linked.filter(({ url }) => !canBeButton(url)),
      asOf: now,
    }),
    keyboard: buttons(
      linked
        .filter(({ url }) => canBeButton(url))
        .map(({ label, url }): InlineKeyboardButton => ({ text: label, url })),
      isOpen ? [button(text.labels.desk, on.deskButton.data(id))] : [],
      doubles === 0 ? [] : [button(text.labels.doubles(doubles), on.doublesButton.data(id))],
      [
        ...(pages === null ? [] : [button(text.labels.venue, on.venueButton.data(id))]),
        button(text.labels.refresh, on.openButton.data(id)),
      ],
      pages === null
        ? []
        : [
            isOpen
              ? button(text.labels.close, on.closeButton.data(id))
              : button(text.labels.reopen, on.reopenButton.data(id)),
          ],
      otherEvents(),
    ),
  };
}

/** The proof of place of an event: what holds now, and how to change it. */
export function venueCard({ event, venue }: Gate): Message {
  return {
    text: text.venue(event, venue?.radius ?? null),
    keyboard: buttons(
      ...(venue === null
        ? []
        : [
            ...inRows(
              radii.map((metres) =>
                button(
                  text.labels.radius(metres, metres === venue.radius),
                  on.radiusButton.data(event.id, metres),
                ),
              ),
              3,
            ),
            [button(text.labels.noVenue, on.noVenueButton.data(event.id))],
          ]),
      [button(text.labels.back, on.openButton.data(event.id))],
    ),
  };
}

/** Goes with the card, for whoever is in the hall now. */
export function askVenue(): Message {
  return {
    text: text.askVenue,
    keyboard: keys([[{ text: text.labels.sendLocation, request_location: true }]]),
  };
}

/** Telegram takes no button that leads to a name without a dot, as that of one's own machine. */
function canBeButton(url: string): boolean {
  return new URL(url).hostname.includes('.');
}

function otherEvents(): InlineKeyboardButton[] {
  return [button(text.labels.otherEvents, on.listButton.data(0))];
}
