/** Works out which months a term means, alone or at one end of a range. */
import { daysInMonth } from '../calendar-words.ts';
import type { MonthIndex, MonthsTerm, Term } from './terms.ts';

/** Months, both included, and the other reading that is as good. */
export interface IndexRange {
  readonly from: MonthIndex;
  readonly to: MonthIndex;
  readonly alt?: { readonly from: MonthIndex; readonly to: MonthIndex };
}

/** Whether a term names months that may lack a year. */
export const isMonths = (term: Term | undefined): term is MonthsTerm => term?.kind === 'months';

const latest = (month: number, bound: MonthIndex): MonthIndex =>
  bound - (((((bound % 12) - (month - 1)) % 12) + 12) % 12);

/** A term on its own, resolved against the current month. */
export function resolveTerm(term: Term, now: MonthIndex): IndexRange | null {
  switch (term.kind) {
    case 'fixed': {
      const { from, to, shift } = term;
      return shift === 0 ? { from, to } : { from, to, alt: { from: from - shift, to: to - shift } };
    }
    case 'year': {
      const [from, to] = [term.year * 12, term.year * 12 + 11];
      return from <= now && now < to ? { from, to: now, alt: { from, to } } : { from, to };
    }
    case 'months':
      return resolveMonths(term, now);
    default:
      return null;
  }
}

function resolveMonths(term: MonthsTerm, now: MonthIndex): IndexRange {
  const length = term.last - term.first;
  const starting = (from: MonthIndex): IndexRange => ({ from, to: from + length });
  if (term.year !== null) return starting(term.year * 12 + term.first - 1);
  const thisYear = Math.floor(now / 12) * 12 + term.first - 1;
  if (term.span) return starting(term.past && thisYear > now ? thisYear - 12 : thisYear);
  const from = latest(term.first, now);
  return starting(term.future ? from + 12 : from);
}

/** The last such months that end no later than `bound`. */
export function before(term: Term, bound: MonthIndex, now: MonthIndex): IndexRange | null {
  if (!isMonths(term) || term.year !== null || term.future) return resolveTerm(term, now);
  const from = latest(term.first, bound);
  return { from, to: from + term.last - term.first };
}

/** The first such months that begin no earlier than `bound`. */
function after(term: Term, bound: MonthIndex, now: MonthIndex): IndexRange | null {
  if (!isMonths(term) || term.year !== null || term.future) return resolveTerm(term, now);
  const from = latest(term.first, bound + 11);
  return { from, to: from + term.last - term.first };
}

const hasOwnTime = (term: Term): boolean => !isMonths(term) || term.year !== null;

/** The month in which a range that begins with this term begins; null for a day within a month. */
export function startOf(term: Term, now: MonthIndex): MonthIndex | null {
  if (term.kind === 'edge') return term.year * 12 + { start: 0, middle: 5, end: 11 }[term.side];
  if (term.kind !== 'date' || term.day !== 1) return resolveTerm(term, now)?.from ?? null;
  return term.year === null ? latest(term.month, now) : term.year * 12 + term.month - 1;
}

function endOf(term: Term, now: MonthIndex): IndexRange | null {
  if (term.kind === 'now') return { from: now, to: now };
  if (term.kind === 'edge')
    return { from: now, to: term.year * 12 + (term.side === 'end' ? 11 : 5) };
  if (term.kind !== 'date') return resolveTerm(term, now);
  const at = term.year === null ? latest(term.month, now) : term.year * 12 + term.month - 1;
  const whole = term.day >= daysInMonth(Math.floor(at / 12), term.month);
  return whole ? { from: at, to: at } : null;
}

/**
 * All months from one term to another. A month without a year is counted from the end that has one;
 * null where an end is no month.
 */
export function rangeBetween(first: Term, last: Term, now: MonthIndex): IndexRange | null {
  let end = endOf(last, now);
  let start = startOf(first, now);
  if (first.kind === 'date' && last.kind === 'date' && first.year === null && end !== null) {
    start = first.day === 1 ? latest(first.month, end.to) : null;
  }
  if (hasOwnTime(first) && isMonths(last) && !hasOwnTime(last) && start !== null) {
    end = after(last, start, now);
  } else if (end !== null && isMonths(first) && !hasOwnTime(first)) {
    start = before(first, end.to, now)?.from ?? null;
  }
  if (start === null || end === null) return null;
  const [from, to] =
    start <= end.to ? [start, end.to] : [end.from, resolveTerm(first, now)?.to ?? start];
  return end.alt === undefined ? { from, to } : { from, to, alt: { from, to: end.alt.to } };
}
