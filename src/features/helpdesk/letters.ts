import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { AnswerChoice } from '../attendance/rules.ts';
import type { IncentiveStatus } from '../incentive/schema.ts';
import type { Ticket } from './repository.ts';
import type { MonthFacts } from './schema.ts';
import type { TicketWords } from './thread-repository.ts';

/** What staff may want to know before they answer. */
export interface TicketContext {
  /** The next event the person is invited to. */
  event: { title: string; startsAt: Date; answer: AnswerChoice | null } | null;
  /** The newest month of their money. */
  month: { period: string; amount: number; status: IncentiveStatus } | null;
}

/** A question with everything that is shown of it. */
export interface TicketView {
  ticket: Ticket;
  /** Oldest first. */
  thread: readonly TicketWords[];
  context: TicketContext;
  now: Date;
}

/** Why a card comes to the office. */
export type News = 'new' | 'reply' | 'reopened';

/** The messages that the services queue; what they say is decided in `letters-messages.ts`. */
export interface HelpdeskLetters {
  /** The card of a question in a chat of the office. */
  card(view: TicketView, news: News | null): OutgoingMessage;
  /** The office's answer, to the person. */
  answer(
    ticket: Ticket,
    answer: { text: string; media: boolean; question: string },
  ): OutgoingMessage;
  /** The office has closed the question. */
  closed(ticket: Ticket): OutgoingMessage;
  /** A month that somebody doubted is recorded otherwise now. */
  corrected(
    ticket: Ticket,
    change: { before: MonthFacts | null; after: MonthFacts },
  ): OutgoingMessage;
  /** An answer did not arrive with the person. */
  undelivered(ticket: Ticket): OutgoingMessage;
  /** The group of the office cannot be written to, so cards come to each staff member. */
  groupLost(): OutgoingMessage;
  /** The questions without an answer, in the morning; `total` of them. */
  waiting(oldest: readonly Ticket[], total: number, now: Date): OutgoingMessage;
}
