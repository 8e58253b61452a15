import { cellText } from '../../platform/sheet.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/reconciliation.ts';
import { examples, leftOut, type Reason, refusedRow, spaced } from '../../text/id/transfer-rows.ts';
import { reasonFor } from '../incentive/explanations.ts';
import type { PlannedMonth } from '../incentive/planning.ts';
import type { ImportShown } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { type BankProblem, isNews, type UnexpectedPayment } from './planning.ts';
import type { BankCheck } from './service.ts';
import { bankSheets } from './workbook.ts';

/** What staff are shown of a bank's result. */
export function bankShown(wilayah: Wilayah): (check: BankCheck) => ImportShown {
  return (check) => {
    const { paid, failed, missing, unexpected } = check;
    const reasons = (one: UnexpectedPayment) =>
      one.problems.map((problem) => bankReason(problem, wilayah));
    const refused = unexpected.map((one) =>
      refusedRow(one.row.at, cellText(one.row.written.nama), reasons(one)),
    );
    const sumOf = (months: readonly PlannedMonth[]) => ({
      ...sum(months.map(({ after }) => after.amount)),
      fresh: months.filter(isNews).length,
    });
    const summary = lines(
      text.title(check.periods, check.inferredPeriod),
      '',
      text.groups({
        paid: sumOf(paid),
        failed: sumOf(failed),
        missing: sum(missing.map(({ amount }) => amount)),
        unexpected: sum(unexpected.map(amountOf)),
      }),
    );
    return {
      summary,
      dryRun: lines(
        summary,
        ...spaced(
          [...paid, ...failed].some(isNews) ? text.consequence : null,
          text.remarks({
            takesBack: failed.filter(({ takesBack }) => takesBack).length,
            numbersHidden: check.numbersHidden,
          }),
          examples(
            text.headings.failed,
            failed
              .filter(isNews)
              .map(({ kader, period, after }) =>
                text.failedMonth(kader.name, period, after.amount, after.note),
              ),
          ),
          examples(text.headings.unexpected, refused),
          leftOut(check.notes),
        ),
      ),
      result: text.result(paid.filter(isNews).length, failed.filter(isNews).length),
      refused: () => refused,
      sheets: () => bankSheets(check, reasons, wilayah),
    };
  };
}

/** What a row speaks of in rupiah; nothing where it cannot be read. */
function amountOf({ row, month }: UnexpectedPayment): number {
  return row.month?.amount ?? month?.after.amount ?? 0;
}

function sum(amounts: readonly number[]) {
  return {
    months: amounts.length,
    amount: amounts.reduce((total, amount) => total + amount, 0),
  };
}

function bankReason(problem: BankProblem, wilayah: Wilayah): Reason {
  const { reasons } = text;
  switch (problem.why) {
    case 'no_result':
      return reasons.noResult;
    case 'unclear_result':
      return reasons.unclearResult(problem.written);
    case 'not_listed':
      return reasons.notListed(problem.period);
    case 'other_amount':
      return reasons.otherAmount(problem.listed);
    case 'rejected':
      return reasons.rejected;
    case 'locked':
      return reasons.locked(problem.period);
    default:
      return reasonFor(problem, wilayah);
  }
}
