import { writtenText } from '../../language/cell.ts';
import { type IncentiveProblem, type PlannedMonth, planIncentives } from '../incentive/planning.ts';
import { type ReadMonth, readIncentiveRow } from '../incentive/reading.ts';
import type { MonthRecord } from '../incentive/schema.ts';
import type { PlaceCells } from '../transfer/place-cells.ts';
import { parseBankResult } from './result-words.ts';
import type { BankRow } from './schema.ts';

/** What cannot be wrong with a row of the bank: its status is made of its result, and the amount is on our list. */
type NotTheBanks = { why: 'no_status' | 'unclear_status' | 'amount_unknown' };

/** Why a row of the bank is not taken over. */
export type BankProblem =
  | Exclude<IncentiveProblem, NotTheBanks>
  | { why: 'no_result' }
  | { why: 'unclear_result'; written: string }
  /** The person is known, and not on our list of that month. */
  | { why: 'not_listed'; period: string }
  /** On our list with another amount. */
  | { why: 'other_amount'; listed: number }
  /** We rejected that month. */
  | { why: 'rejected' }
  /** Nothing is changed in that month any more. */
  | { why: 'locked'; period: string };

/** A row of the bank, understood as far as it goes. */
export interface ReadPayment extends Omit<ReadMonth, 'written' | 'problems'> {
  written: BankRow;
  problems: BankProblem[];
}

/** A row that is not taken over, and why. */
export interface UnexpectedPayment {
  row: ReadPayment;
  /** Whose month it is, where that is certain. */
  month: PlannedMonth | null;
  problems: BankProblem[];
}

/** What a bank's result says of our list. */
export interface BankPlan {
  /** On our list and paid: transferred, or going to be. */
  paid: PlannedMonth[];
  /** On our list and sent back: held, or going to be. */
  failed: PlannedMonth[];
  /** Neither: not on our list, another amount, or not to be understood. */
  unexpected: UnexpectedPayment[];
}

/** How our own lists call what became of a payment. */
const statusWord = { paid: 'ditransfer', failed: 'ditunda' } as const;

/**
 * Understands one row as a month of our own list: what was paid is transferred, what failed is held for the
 * bank's reason, or, where it gives none, in the bank's word.
 *
 * @param today `YYYY-MM-DD`
 */
export function readBankRow(written: BankRow, places: PlaceCells, today: string): ReadPayment[] {
  const result = parseBankResult(written.hasil);
  const hasFailed = result.ok && result.value === 'failed';
  const reason = writtenText(written.alasan) === null ? written.hasil : written.alasan;
  const read = readIncentiveRow(
    {
      ...written,
      status: statusWord[result.ok ? result.value : 'paid'],
      keterangan: hasFailed ? reason : null,
      months: {},
    },
    places,
    today,
  );
  const unclear: BankProblem[] = result.ok
    ? []
    : result.reason === 'empty'
      ? [{ why: 'no_result' }]
      : [{ why: 'unclear_result', written: String(written.hasil) }];
  return read.map((row) => ({
    ...row,
    written,
    numberHidden: written.numberHidden,
    month: result.ok ? row.month : null,
    problems: [...bankProblems(row.problems), ...unclear],
  }));
}

/**
 * Compares a bank's result with our list.
 *
 * @param find who is meant
 * @param recorded what is on our list, by `monthKey`
 * @param locked months in which nothing is changed any more
 */
export function planReconciliation(
  rows: readonly ReadPayment[],
  find: Parameters<typeof planIncentives>[1],
  recorded: ReadonlyMap<string, MonthRecord & { id: number }>,
  locked: ReadonlySet<string>,
): BankPlan {
  const plan = planIncentives(rows.map(asMonth), find, recorded);
  const rowAt = new Map(rows.map((row) => [placeKey(row), row]));
  const result: BankPlan = { paid: [], failed: [], unexpected: [] };
  for (const refused of plan.refused) {
    const row = rowAt.get(placeKey(refused.row));
    if (row === undefined) continue;
    const isListed = refused.problems.every(({ why }) => why !== 'amount_unknown');
    const problems =
      row.month === null
        ? row.problems
        : isListed
          ? bankProblems(refused.problems)
          : [{ why: 'not_listed', period: row.month.period } as const];
    result.unexpected.push({ row, month: null, problems });
  }
  for (const month of [...plan.created, ...plan.changed, ...plan.unchanged]) {
    const row = rowAt.get(placeKey(month));
    const problem = problemOf(month, locked);
    if (problem === null)
      result[month.after.status === 'TRANSFERRED' ? 'paid' : 'failed'].push(month);
    else if (row !== undefined) result.unexpected.push({ row, month, problems: [problem] });
  }
  const order = new Map(rows.map((row, at) => [row, at]));
  result.unexpected.sort((one, other) => (order.get(one.row) ?? 0) - (order.get(other.row) ?? 0));
  return result;
}

function problemOf(month: PlannedMonth, locked: ReadonlySet<string>): BankProblem | null {
  const { before, after, period } = month;
  if (before === null) return { why: 'not_listed', period };
  if (before.amount !== after.amount) return { why: 'other_amount', listed: before.amount };
  if (before.status === 'REJECTED') return { why: 'rejected' };
  return isNews(month) && locked.has(period) ? { why: 'locked', period } : null;
}

/** Whether applying would change that month; else it is recorded so already. */
export function isNews({ fields }: PlannedMonth): boolean {
  return fields.length > 0;
}

function asMonth(row: ReadPayment): ReadMonth {
  const { hasil, alasan, ...cells } = row.written;
  return {
    ...row,
    written: { ...cells, status: hasil, keterangan: alasan, months: {} },
    problems: [],
  };
}

function bankProblems(problems: readonly IncentiveProblem[]): BankProblem[] {
  return problems.filter(
    (problem): problem is Exclude<IncentiveProblem, NotTheBanks> =>
      problem.why !== 'no_status' &&
      problem.why !== 'unclear_status' &&
      problem.why !== 'amount_unknown',
  );
}

function placeKey({ at }: Pick<ReadPayment, 'at'>): string {
  return `${at.sheet ?? ''}|${at.number}`;
}
