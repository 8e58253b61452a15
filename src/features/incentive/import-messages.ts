import { cellText } from '../../platform/sheet.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/incentive-import.ts';
import {
  counts,
  examples,
  leftOut,
  mostExamples,
  refusedRow,
  spaced,
} from '../../text/id/transfer-rows.ts';
import type { ImportShown } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { fieldChanges, reasonFor } from './explanations.ts';
import { sumByStatus } from './rules.ts';
import type { IncentiveCheck } from './service.ts';
import { incentiveSheets } from './workbook.ts';

/** What staff are shown of an incentive file. */
export function incentiveShown(wilayah: Wilayah): (check: IncentiveCheck) => ImportShown {
  return (check) => {
    const { created, changed, unchanged, refused } = check;
    const refusal = ({ row, problems }: IncentiveCheck['refused'][number]) =>
      refusedRow(
        row.at,
        cellText(row.written.nama),
        problems.map((problem) => reasonFor(problem, wilayah)),
      );
    const summary = lines(
      counts(
        {
          created: created.length,
          changed: changed.length,
          unchanged: unchanged.length,
          refused: refused.length,
        },
        text.unit,
      ),
      ...spaced(
        text.totals(sumByStatus([...created, ...changed, ...unchanged].map(({ after }) => after))),
        text.remarks({
          offRate: check.offRate.length,
          takesBack: changed.filter(({ takesBack }) => takesBack).length,
          notRegistered: check.notRegistered.length,
          notOnList: check.notOnList.length,
          numbersHidden: check.numbersHidden,
        }),
      ),
    );
    return {
      summary,
      dryRun: lines(
        summary,
        ...spaced(
          examples(
            text.headings.created,
            created
              .slice(0, mostExamples)
              .map(({ kader, period, after }) =>
                text.newMonth(kader.name, period, after.amount, after.status),
              ),
            created.length,
          ),
          examples(
            text.headings.changed,
            changed
              .slice(0, mostExamples)
              .map((month) =>
                text.changedMonth(month.kader.name, month.period, fieldChanges(month)),
              ),
            changed.length,
          ),
          examples(
            text.headings.refused,
            refused.slice(0, mostExamples).map(refusal),
            refused.length,
          ),
          leftOut(check.notes),
        ),
      ),
      result: text.result(created.length, changed.length),
      refused: () => refused.map(refusal),
      sheets: hasDetails(check) ? () => incentiveSheets(check, wilayah) : null,
    };
  };
}

/** Whether there is anything to look up by row. */
function hasDetails(check: IncentiveCheck): boolean {
  const { created, changed, refused, offRate, notRegistered, notOnList } = check;
  return [created, changed, refused, offRate, notRegistered, notOnList].some(
    ({ length }) => length > 0,
  );
}
