import type { AnswerChoice, AnswerVia } from '../attendance/rules.ts';
import { type Event, isComing } from '../event/rules.ts';
import type { Arrival, Arrivals } from './rules.ts';

/** The answer that counts, and how it came. */
export interface PastAnswer {
  choice: AnswerChoice;
  reason: string | null;
  at: Date;
  via: AnswerVia;
  /** Who recorded it, where the kader did not give it. */
  recordedBy: string | null;
}

/** One event in the life of one kader. */
export interface HistoryEntry {
  event: Pick<Event, 'id' | 'title' | 'startsAt' | 'endsAt'>;
  arrivals: Arrivals;
  isInvited: boolean;
  /** Null while silent. */
  answer: PastAnswer | null;
  arrival: Arrival | null;
}

/** What is known about whether somebody was there; `open` until the event is over. */
export type Presence = 'came' | 'absent' | 'open' | 'not_checked';

export function presenceOf({ event, arrivals, arrival }: HistoryEntry, now: Date): Presence {
  if (arrival !== null) return 'came';
  if (isComing(event, now)) return 'open';
  return arrivals === 'none' ? 'not_checked' : 'absent';
}

/** "Datang 5 dari 7": of the events at which it is known whether they came. */
export interface HistoryTotals {
  invited: number;
  answered: number;
  came: number;
  known: number;
}

export function totalsOf(entries: readonly HistoryEntry[], now: Date): HistoryTotals {
  const presences = entries.map((entry) => presenceOf(entry, now));
  const came = presences.filter((presence) => presence === 'came').length;
  return {
    invited: entries.filter(({ isInvited }) => isInvited).length,
    answered: entries.filter(({ answer }) => answer !== null).length,
    came,
    known: came + presences.filter((presence) => presence === 'absent').length,
  };
}

/** The most bytes of a search that fit into the data of a button, beside its name and a page. */
const longestSearch = 40;

/** What was typed as a name, without what no name holds, and short enough to stand in a button. */
export function searchWords(typed: string): string {
  const words = typed.match(/[\p{L}\p{N}'’.]+/gu) ?? [];
  let kept = '';
  for (const word of words) {
    const longer = kept === '' ? word : `${kept} ${word}`;
    if (new TextEncoder().encode(longer).length > longestSearch) break;
    kept = longer;
  }
  return kept;
}
