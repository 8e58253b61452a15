import type { IncentiveStatus, MonthRecord } from '../incentive/schema.ts';
import type { DisputeKind, TicketStatus } from './schema.ts';

/** A closed question is taken up again by the person's reply for so long. */
const reopenDays = 7;
/** After so many days without a word an answered question counts as settled. */
const silentDays = 7;

const day = 86_400_000;

/** What a question is decided by. */
export interface TicketState {
  status: TicketStatus;
  /** Account of the staff member who looks after it; null: nobody yet. */
  takenById: number | null;
  closedAt: Date | null;
}

/** What becomes of words the person writes into their question. */
export function decideFollowUp(
  { status, closedAt }: Pick<TicketState, 'status' | 'closedAt'>,
  now: Date,
): 'add' | 'reopen' | 'too_late' {
  if (status !== 'CLOSED' || closedAt === null) return 'add';
  return now.getTime() - closedAt.getTime() <= reopenDays * day ? 'reopen' : 'too_late';
}

/** Whether a staff member may answer: not a closed question, and not one somebody else looks after. */
export function decideAnswer(
  { status, takenById }: TicketState,
  accountId: number,
): 'answer' | 'closed' | 'taken' {
  if (status === 'CLOSED' || status === 'OFFERED') return 'closed';
  return takenById === null || takenById === accountId ? 'answer' : 'taken';
}

/** Since when an answered question must have been silent to be closed by itself. */
export function silentSince(now: Date): Date {
  return new Date(now.getTime() - silentDays * day);
}

/** Since when a question may have waited at the latest to be named in the reminder of that morning. */
export function overdueBefore(morning: Date, days: number): Date {
  return new Date(morning.getTime() - days * day);
}

/** In which ways a month of that status can be doubted: money is missed only where it is said to have been sent. */
export function disputesFor(status: IncentiveStatus): DisputeKind[] {
  return [
    ...(status === 'TRANSFERRED' ? (['NOT_RECEIVED'] as const) : []),
    'WRONG_AMOUNT',
    'WRONG_NAME',
  ];
}

/** Whether two records of a month say the same. */
export function sameRecord(one: MonthRecord | null, other: MonthRecord | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.amount === other.amount &&
    one.status === other.status &&
    one.statusDate === other.statusDate &&
    one.note === other.note
  );
}
