import type { Message } from '../../bot/message.ts';
import { understandPeriod } from '../../language/periods.ts';
import type { Ports } from '../../platform/ports.ts';
import { oops } from '../../text/id/common.ts';
import { createIncentiveHistory, type IncentiveBook } from './history.ts';
import * as card from './messages.ts';
import { dayOfInstant, monthsAfter, monthsBetween } from './rules.ts';

/** Answers to "has my money come?", each about the asking person's own months. */
export interface IncentiveAnswers {
  /** This month and the last twelve. */
  overview(kaderId: number): Promise<Message>;
  /** One year at a glance; `YYYY`. */
  year(kaderId: number, year: string): Promise<Message>;
  /** One month in full; `YYYY-MM`. */
  month(kaderId: number, period: string): Promise<Message>;
  /** The months a sentence names ("april 2024", "tw 1 kemarin", "2019"); where it names none, asks which. */
  asked(kaderId: number, sentence: string): Promise<Message>;
  /** The same, and the overview where the sentence names none: for a question in free words. */
  incentiveAnswer(kaderId: number, sentence: string): Promise<Message>;
}

/** More months than these are told by year. */
const mostMonths = 13;

export function createIncentiveAnswers(ports: Ports): IncentiveAnswers {
  const history = createIncentiveHistory(ports);

  async function withBook(
    kaderId: number,
    answer: (book: IncentiveBook) => Promise<Message> | Message,
  ): Promise<Message> {
    const book = await history.open(kaderId);
    return book === null ? { text: oops } : answer(book);
  }

  async function overviewOf(book: IncentiveBook): Promise<Message> {
    const periods = monthsBetween(monthsAfter(book.thisMonth, -12), book.thisMonth);
    return card.overviewCard(book, (await history.view(book, periods)).reverse());
  }

  async function spanOf(book: IncentiveBook, from: string, to: string): Promise<Message> {
    const [year] = from.split('-');
    if (year !== undefined && from === `${year}-01` && to === endOf(year, book))
      return yearOf(book, year);
    const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    const periods = years > 1 ? [] : monthsBetween(from, to);
    if (periods.length === 0 || periods.length > mostMonths)
      return card.yearsCard(book, yearsOf(book, from, to));
    return card.spanCard(book, await history.view(book, periods));
  }

  async function month(kaderId: number, period: string): Promise<Message> {
    const detail = await history.month(kaderId, period);
    return detail === null ? { text: oops } : card.monthCard(detail);
  }

  async function yearOf(book: IncentiveBook, year: string): Promise<Message> {
    const views = await history.view(book, monthsBetween(`${year}-01`, endOf(year, book)));
    return card.yearCard(book, year, views);
  }

  function about(
    kaderId: number,
    sentence: string,
    otherwise: (book: IncentiveBook) => Promise<Message> | Message,
  ): Promise<Message> {
    const span = understandPeriod(sentence, dayOfInstant(ports.clock.now()));
    if (span !== null && span.from === span.to) return month(kaderId, span.from);
    return withBook(kaderId, (book) =>
      span === null ? otherwise(book) : spanOf(book, span.from, span.to),
    );
  }

  return {
    overview: (kaderId) => withBook(kaderId, overviewOf),
    year: (kaderId, year) => withBook(kaderId, (book) => yearOf(book, year)),
    month,
    asked: (kaderId, sentence) => about(kaderId, sentence, card.askPeriodCard),
    incentiveAnswer: (kaderId, sentence) => about(kaderId, sentence, overviewOf),
  };
}

/** December, or of the present year the month that it is now. */
function endOf(year: string, { thisMonth }: IncentiveBook): string {
  return thisMonth.startsWith(year) ? thisMonth : `${year}-12`;
}

/** The years of a span in which anything can be recorded. */
function yearsOf({ records, thisMonth }: IncentiveBook, from: string, to: string): string[] {
  const first = records[0]?.period ?? thisMonth;
  const [least = '', most = ''] = [from > first ? from : first, to < thisMonth ? to : thisMonth];
  const years: string[] = [];
  for (let year = Number(least.slice(0, 4)); year <= Number(most.slice(0, 4)); year += 1)
    years.push(String(year));
  return years;
}
