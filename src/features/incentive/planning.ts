import type { Kader } from '../kader/repository.ts';
import { groupedBy } from '../transfer/grouping.ts';
import type { RowPlace } from '../transfer/schema.ts';
import type { NobodyFound, PersonMatch } from './matching.ts';
import type { CellProblem, ReadMonth, SaidMonth, SaidPerson } from './reading.ts';
import type { MonthRecord } from './schema.ts';

/** Why a month is left out. */
export type IncentiveProblem =
  | CellProblem
  | NobodyFound
  /** Neither the file nor what is recorded says how much. */
  | { why: 'amount_unknown' }
  /** The month is closed against imports. */
  | { why: 'locked'; period: string }
  /** Another row says the same of that person and month. */
  | { why: 'repeated'; of: RowPlace }
  /** Other rows say something else of that person and month. */
  | { why: 'month_twice'; with: RowPlace };

export type ChangedField = keyof MonthRecord;

/** One month of one person that is recorded anew or otherwise than before. */
export interface PlannedMonth {
  at: RowPlace;
  kader: Kader;
  period: string;
  /** Null when nothing was recorded. */
  before: (MonthRecord & { id: number }) | null;
  after: MonthRecord;
  fields: ChangedField[];
  /** Recorded as transferred, and now no longer. */
  takesBack: boolean;
}

/** What an incentive file would do. */
export interface IncentivePlan {
  created: PlannedMonth[];
  changed: PlannedMonth[];
  unchanged: PlannedMonth[];
  refused: { row: ReadMonth; problems: IncentiveProblem[] }[];
}

/** The key under which what is recorded of one person and month is found. */
export function monthKey(kaderId: number, period: string): string {
  return `${kaderId}|${period}`;
}

/**
 * Compares a file with what is recorded. An open cell says nothing: an amount stays, and so do day and remark
 * as long as the status does.
 *
 * @param find who is meant by a row about that month
 * @param recorded by `monthKey`
 * @param locked months in which nothing is changed any more
 */
export function planIncentives(
  rows: readonly ReadMonth[],
  find: (said: SaidPerson, period: string) => PersonMatch,
  recorded: ReadonlyMap<string, MonthRecord & { id: number }>,
  locked: ReadonlySet<string> = new Set(),
): IncentivePlan {
  const plan: IncentivePlan = { created: [], changed: [], unchanged: [], refused: [] };
  const problems = new Map<ReadMonth, IncentiveProblem[]>();
  const meant: MeantMonth[] = [];
  for (const row of rows) {
    if (row.month === null) {
      problems.set(row, row.problems);
      continue;
    }
    const match = find(row.person, row.month.period);
    if (match.ok) meant.push({ row, month: row.month, kader: match.kader });
    else problems.set(row, [match.problem]);
  }
  for (const group of groupedBy(meant, (one) =>
    monthKey(one.kader.id, one.month.period),
  ).values()) {
    const [first, ...others] = group;
    const agree = others.every(({ month }) => saysTheSame(month, first.month));
    for (const { row } of agree ? others : group) {
      const other = agree ? first : (group.find((one) => one.row !== row) ?? first);
      problems.set(row, [
        agree ? { why: 'repeated', of: other.row.at } : { why: 'month_twice', with: other.row.at },
      ]);
    }
    if (!agree) continue;
    const planned = planMonth(first, recorded.get(monthKey(first.kader.id, first.month.period)));
    const kind = planned === null ? null : kindOf(planned);
    if (planned === null || kind === null) problems.set(first.row, [{ why: 'amount_unknown' }]);
    else if (kind !== 'unchanged' && locked.has(planned.period))
      problems.set(first.row, [{ why: 'locked', period: planned.period }]);
    else plan[kind].push(planned);
  }
  plan.refused = rows.flatMap((row) => {
    const found = problems.get(row);
    return found === undefined ? [] : [{ row, problems: found }];
  });
  return plan;
}

interface MeantMonth {
  row: ReadMonth;
  month: SaidMonth;
  kader: Kader;
}

function planMonth(
  { row, month, kader }: MeantMonth,
  before: (MonthRecord & { id: number }) | undefined,
): PlannedMonth | null {
  const amount = month.amount ?? before?.amount ?? null;
  if (amount === null) return null;
  const stays = before?.status === month.status;
  const after: MonthRecord = {
    amount,
    status: month.status,
    statusDate: month.statusDate ?? (stays ? before.statusDate : null),
    note: month.note ?? (stays ? before.note : null),
  };
  return {
    at: row.at,
    kader,
    period: month.period,
    before: before ?? null,
    after,
    fields: before === undefined ? [] : changedFields(before, after),
    takesBack: before?.status === 'TRANSFERRED' && !stays,
  };
}

function kindOf({ before, fields }: PlannedMonth): 'created' | 'changed' | 'unchanged' {
  if (before === null) return 'created';
  return fields.length > 0 ? 'changed' : 'unchanged';
}

function changedFields(before: MonthRecord, after: MonthRecord): ChangedField[] {
  return (['amount', 'status', 'statusDate', 'note'] as const).filter(
    (field) => before[field] !== after[field],
  );
}

function saysTheSame(one: SaidMonth, other: SaidMonth): boolean {
  return (
    one.amount === other.amount &&
    one.status === other.status &&
    one.statusDate === other.statusDate &&
    one.note === other.note
  );
}
