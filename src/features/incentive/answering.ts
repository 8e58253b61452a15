import type { Message } from '../../bot/message.ts';
import { understandPeriod } from '../../language/periods.ts';
import type { Ports } from '../../platform/ports.ts';
import { oops } from '../../text/id/common.ts';
import { createIncentiveHistory, type IncentiveBook } from './history.ts';
import * as card from './messages.ts';
import {
  dayOfInstant,
  type MonthSpan,
  monthOfInstant,
  monthsAfter,
  monthsBetween,
} from './rules.ts';

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

  const thisMonth = () => monthOfInstant(ports.clock.now());

  async function withBook(
    kaderId: number,
    at: MonthSpan,
    answer: (book: IncentiveBook) => Promise<Message> | Message,
  ): Promise<Message> {
    const book = await history.open(kaderId, at);
    return book === null ? { text: oops } : answer(book);
  }

  function overview(kaderId: number): Promise<Message> {
    const at = { from: monthsAfter(thisMonth(), -12), to: thisMonth() };
    return withBook(kaderId, at, async (book) => {
      const views = await history.view(book, monthsBetween(at.from, at.to));
      return card.overviewCard(book, views.reverse());
    });
  }

  async function month(kaderId: number, period: string): Promise<Message> {
    const detail = await history.month(kaderId, period);
    return detail === null ? { text: oops } : card.monthCard(detail);
  }

  function year(kaderId: number, year: string): Promise<Message> {
    const at = { from: `${year}-01`, to: endOf(year, thisMonth()) };
    return withBook(kaderId, at, async (book) =>
      card.yearCard(book, year, await history.view(book, monthsBetween(at.from, at.to))),
    );
  }

  function span(kaderId: number, at: MonthSpan): Promise<Message> {
    const { from, to } = at;
    if (from === to) return month(kaderId, from);
    const [whichYear = ''] = from.split('-');
    if (from === `${whichYear}-01` && to === endOf(whichYear, thisMonth()))
      return year(kaderId, whichYear);
    // Each year is told with the whole of its sum.
    const wholeYears = { from: `${whichYear}-01`, to: `${to.slice(0, 4)}-12` };
    return withBook(kaderId, wholeYears, async (book) => {
      const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
      const periods = years > 1 ? [] : monthsBetween(from, to);
      if (periods.length === 0 || periods.length > mostMonths)
        return card.yearsCard(book, yearsOf(book, from, to));
      return card.spanCard(book, await history.view(book, periods));
    });
  }

  function askPeriod(kaderId: number): Promise<Message> {
    return withBook(kaderId, { from: thisMonth(), to: thisMonth() }, card.askPeriodCard);
  }

  function about(
    kaderId: number,
    sentence: string,
    otherwise: (kaderId: number) => Promise<Message>,
  ): Promise<Message> {
    const at = understandPeriod(sentence, dayOfInstant(ports.clock.now()));
    return at === null ? otherwise(kaderId) : span(kaderId, at);
  }

  return {
    overview,
    year,
    month,
    asked: (kaderId, sentence) => about(kaderId, sentence, askPeriod),
    incentiveAnswer: (kaderId, sentence) => about(kaderId, sentence, overview),
  };
}

/** December, or of the present year the month that it is now. */
function endOf(year: string, thisMonth: string): string {
  return thisMonth.startsWith(year) ? thisMonth : `${year}-12`;
}

/** The years of a span in which anything can be recorded. */
function yearsOf({ months, thisMonth }: IncentiveBook, from: string, to: string): string[] {
  const first = months[0] ?? thisMonth;
  const [least = '', most = ''] = [from > first ? from : first, to < thisMonth ? to : thisMonth];
  const years: string[] = [];
  for (let year = Number(least.slice(0, 4)); year <= Number(most.slice(0, 4)); year += 1)
    years.push(String(year));
  return years;
}
