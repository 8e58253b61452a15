import type { InlineKeyboardButton } from 'telegraf/types';
import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { pageButtons, pageOf } from '../../bot/paging.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/helpdesk.ts';
import * as disputeText from '../../text/id/helpdesk-dispute.ts';
import * as on from './buttons.ts';
import type { DisputeOutcome } from './disputes.ts';
import type { OwnTicket } from './list-repository.ts';
import type { Ticket } from './repository.ts';
import type { DisputeKind } from './schema.ts';
import type { FollowOutcome, OfferOutcome, Passed } from './service.ts';
import type { TicketWords } from './thread-repository.ts';

const ticketsPerPage = 6;

/** The way from another feature's card to the office, with what was asked there. */
export function offerButton(ticketId: number): InlineKeyboardButton {
  return button(text.labels.offer, on.sendOfferButton.data(ticketId));
}

/** The receipt for a question. */
export function passedCard(outcome: Passed): Message {
  return {
    text: text.passed(outcome),
    keyboard: buttons([button(text.labels.withdraw, on.withdrawButton.data(outcome.ticketId))]),
  };
}

/** Offers to send words on, or to add them to a question that is open already. */
export function offerCard(
  ticketId: number,
  why: 'words' | 'media' | 'late',
  { openTicketId, hidden }: { openTicketId: number | null; hidden: boolean },
): Message {
  const said = { words: text.offer, media: text.offerMedia, late: text.offerLate }[why];
  return {
    text: lines(said, hidden && text.numbersHidden),
    keyboard: buttons(
      openTicketId === null
        ? []
        : [button(text.labels.join(openTicketId), on.joinOfferButton.data(ticketId, openTicketId))],
      [
        button(text.labels.send, on.sendOfferButton.data(ticketId)),
        button(text.labels.drop, on.dropOfferButton.data(ticketId)),
      ],
    ),
  };
}

/** What became of an offer. */
export function offerSent(outcome: OfferOutcome): Message {
  return outcome.ok ? passedCard(outcome) : { text: text.offerGone };
}

/** What became of words for a question that is open, or was. */
export function followed(outcome: FollowOutcome, ticketId: number): Message {
  if (outcome.ok) return { text: text.added(outcome, outcome.reopened) };
  if (outcome.reason === 'unknown') return { text: text.notYours };
  return tooLateCard(ticketId);
}

/** For a question that was closed too long ago, with the way to ask another. */
export function tooLateCard(ticketId: number): Message {
  return {
    text: text.tooLate(ticketId),
    keyboard: buttons([button(text.labels.ask, on.askButton.data())]),
  };
}

/** What became of *Sudah jelas* or *Tidak jadi*. @param wasOpen null: no question of theirs */
export function settledCard(
  ticketId: number,
  wasOpen: boolean | null,
  why: 'settled' | 'withdrawn',
): Message {
  if (wasOpen === null) return { text: text.notYours };
  if (!wasOpen) return { text: text.alreadySettled(ticketId) };
  return { text: why === 'settled' ? text.settled(ticketId) : text.withdrawn(ticketId) };
}

/** For a thank-you: a question that is answered can be ended with it. */
export function thanksCard(answeredId: number | null): Message {
  return {
    text: text.thanks,
    keyboard: buttons(
      answeredId === null ? [] : [button(text.labels.settled, on.settleButton.data(answeredId))],
    ),
  };
}

/** Under everything the office says: the way to answer, and the way to end it. */
export function answerRows(ticketId: number): InlineKeyboardButton[][] {
  return [
    [button(text.labels.settled, on.settleButton.data(ticketId))],
    [button(text.labels.reply, on.replyButton.data(ticketId))],
  ];
}

/** The own questions, the newest first. */
export function mineCard(tickets: readonly OwnTicket[], page: number): Message {
  if (tickets.length === 0) return { text: text.mineEmpty };
  const { items, ...at } = pageOf(tickets, page, ticketsPerPage);
  return {
    text: text.mine,
    keyboard: buttons(
      ...items.map(({ id, kind, period, status, words }) => [
        button(
          text.labels.mineEntry(
            id,
            status,
            kind === 'QUESTION' && words !== '' ? words : text.subject(kind, period),
          ),
          on.ownTicketButton.data(id),
        ),
      ]),
      pageButtons(at, (to) => on.mineButton.data(to)),
      [button(text.labels.ask, on.askButton.data())],
    ),
  };
}

/** One own question with everything said. */
export function ownTicketCard(ticket: Ticket, thread: readonly TicketWords[]): Message {
  const isOpen = ticket.status !== 'CLOSED';
  return {
    text: text.ownTicket(
      ticket,
      thread.map(({ media, ...words }) => ({ ...words, media: media?.kind ?? null })),
    ),
    keyboard: buttons(
      ...(isOpen
        ? answerRows(ticket.id)
        : [[button(text.labels.reply, on.replyButton.data(ticket.id))]]),
      [button(text.labels.mine, on.mineButton.data(0))],
    ),
  };
}

/** The buttons under a month, by which it can be doubted. */
export function disputeRows(
  kinds: readonly DisputeKind[],
  period: string,
): InlineKeyboardButton[][] {
  return inRows(
    kinds.map((kind) => button(text.labels.dispute[kind], on.disputeButton.data(kind, period))),
    2,
  );
}

/** Asks for a sentence about a doubted month. */
export function disputeQuestion(kind: DisputeKind, period: string): Message {
  return {
    text: disputeText.disputeQuestion(kind, period),
    keyboard: buttons(
      [button(text.labels.withoutWords, on.disputeNowButton.data(kind, period))],
      [button(text.labels.drop, on.dropDisputeButton.data())],
    ),
  };
}

/** What became of a doubt. */
export function disputed(outcome: DisputeOutcome): Message {
  if (outcome.ok) return passedCard(outcome);
  if (outcome.reason === 'nothing_to_doubt') return { text: disputeText.nothingToDoubt };
  return {
    text: disputeText.disputeKnown(outcome.ticketId),
    keyboard: buttons(...answerRows(outcome.ticketId)),
  };
}
