import { button, buttons, inRows, type Message } from '../../bot/message.ts';
import { type Html, lines } from '../../text/html.ts';
import * as text from '../../text/id/incentive.ts';
import { disputeRows } from '../helpdesk/asker-messages.ts';
import { disputesFor } from '../helpdesk/rules.ts';
import * as on from './buttons.ts';
import type { IncentiveBook, MonthDetail } from './history.ts';
import { dayOfInstant, type MonthView, monthsAfter, sumByStatus } from './rules.ts';

const mostYears = 8;

/** The month that it is now, the twelve before it, and the way to earlier years. */
export function overviewCard(book: IncentiveBook, views: readonly MonthView[]): Message {
  if (book.months.length === 0)
    return { text: lines(text.title(book.kader.name), '', text.nothingAtAll) };
  const now = views.find(({ period }) => period === book.thisMonth);
  const past = views.filter(({ period }) => period !== book.thisMonth);
  return {
    text: lines(
      text.title(book.kader.name),
      '',
      now === undefined ? null : inSentences(now, book),
      '',
      text.lastTwelve,
      ...monthLines(past),
      ...withSums(past),
      '',
      asOf(book),
    ),
    keyboard: buttons(
      now?.is === 'recorded'
        ? [button(text.labels.thisMonth, on.monthButton.data(now.period))]
        : [],
      ...yearButtons(book),
    ),
  };
}

/** Several months in a row. */
export function spanCard(book: IncentiveBook, views: readonly MonthView[]): Message {
  return monthsCard(book, text.span(views[0]?.period ?? '', views.at(-1)?.period ?? ''), views);
}

/** One year at a glance. */
export function yearCard(book: IncentiveBook, year: string, views: readonly MonthView[]): Message {
  return monthsCard(book, text.yearTitle(year), views);
}

function monthsCard(book: IncentiveBook, heading: Html, views: readonly MonthView[]): Message {
  return {
    text: lines(
      text.title(book.kader.name),
      '',
      heading,
      ...monthLines(views),
      ...withSums(views),
      '',
      asOf(book),
    ),
    keyboard: buttons(
      ...inRows(
        views.flatMap(({ is, period }) =>
          is === 'recorded' ? [button(text.labels.month(period), on.monthButton.data(period))] : [],
        ),
        4,
      ),
      ...yearButtons(book),
      [button(text.labels.overview, on.overviewButton.data())],
    ),
  };
}

/** Several years, each with what was paid in it. */
export function yearsCard(book: IncentiveBook, years: readonly string[]): Message {
  return {
    text: lines(
      text.title(book.kader.name),
      '',
      ...years.map((year) => {
        const records = book.records.filter(({ period }) => period.startsWith(year));
        const paid = sumByStatus(records).find(({ status }) => status === 'TRANSFERRED');
        return text.yearSum(year, paid ?? null);
      }),
    ),
    keyboard: buttons(...yearButtons(book), [
      button(text.labels.overview, on.overviewButton.data()),
    ]),
  };
}

/** One month in full, with the months beside it. */
export function monthCard({ book, view, timeline, rate }: MonthDetail): Message {
  const body =
    view.is === 'recorded'
      ? lines(
          text.month(view.record, timeline, rate?.amount ?? null),
          text.asOf(dayOfInstant(view.record.updatedAt)),
        )
      : text.emptyMonth(view.period, view.is, view.period === book.thisMonth);
  const beside = [monthsAfter(view.period, -1), monthsAfter(view.period, 1)];
  return {
    text: lines(text.title(book.kader.name), '', body),
    keyboard: buttons(
      beside
        .filter((period) => period <= book.thisMonth)
        .map((period) => button(text.labels.month(period), on.monthButton.data(period))),
      ...(view.is === 'recorded' ? disputeRows(disputesFor(view.record.status), view.period) : []),
      [button(text.labels.overview, on.overviewButton.data())],
    ),
  };
}

/** Asks which months are meant. */
export function askPeriodCard(book: IncentiveBook): Message {
  return {
    text: text.askPeriod,
    keyboard: buttons(...yearButtons(book), [
      button(text.labels.overview, on.overviewButton.data()),
    ]),
  };
}

function inSentences(view: MonthView, { thisMonth }: IncentiveBook): Html {
  return view.is === 'recorded'
    ? text.thisMonth(view.record)
    : text.emptyMonth(view.period, view.is, view.period === thisMonth);
}

/** One line a month; months in a row that are empty for the same reason share one. */
function monthLines(views: readonly MonthView[]): Html[] {
  const shown: Html[] = [];
  for (let at = 0; at < views.length; at += 1) {
    const view = views[at];
    if (view === undefined) break;
    if (view.is === 'recorded') {
      shown.push(text.monthLine(view.record));
      continue;
    }
    let last = view;
    for (let next = views[at + 1]; next?.is === view.is; next = views[at + 1]) {
      last = next as typeof view;
      at += 1;
    }
    const [from = '', to = ''] = [view.period, last.period].sort();
    shown.push(text.emptyLine(from, to, view.is));
  }
  return shown;
}

function withSums(views: readonly MonthView[]): (Html | string)[] {
  const sums = text.sums(
    sumByStatus(views.flatMap((view) => (view.is === 'recorded' ? [view.record] : []))),
  );
  return sums === null ? [] : ['', sums];
}

/** The years in which something is recorded, and the present one; the newest first. */
function yearButtons({ months, thisMonth }: IncentiveBook) {
  const years = new Set([thisMonth, ...months].map((period) => period.slice(0, 4)));
  const newest = [...years].sort().reverse().slice(0, mostYears);
  return inRows(
    newest.map((year) => button(text.labels.year(year), on.yearButton.data(year))),
    2,
  );
}

function asOf({ records }: IncentiveBook): Html | null {
  const latest = records.reduce<Date | null>(
    (newest, { updatedAt }) => (newest === null || updatedAt > newest ? updatedAt : newest),
    null,
  );
  return latest === null ? null : text.asOf(dayOfInstant(latest));
}
