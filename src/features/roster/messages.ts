import { cellText } from '../../platform/sheet.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/roster.ts';
import { counts, examples, leftOut, refusedRow, spaced } from '../../text/id/transfer-rows.ts';
import type { ImportShown } from '../transfer/messages.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { fieldChanges, reasonFor } from './explanations.ts';
import type { RosterCheck } from './service.ts';
import { rosterSheets } from './workbook.ts';

/** What staff are shown of a roster file. */
export function rosterShown(wilayah: Wilayah): (check: RosterCheck) => ImportShown {
  return (check) => {
    const { created, changed, unchanged, refused, missing, notes } = check;
    const resembling = created.filter(({ resembles }) => resembles !== null).length;
    const spellings = new Map(
      check.rows
        .flatMap(({ corrections }) => corrections)
        .map(({ written, meant }) => [`${written}|${meant}`, text.correction(written, meant)]),
    );
    const refusals = refused.map(({ row, problems }) =>
      refusedRow(
        row.at,
        cellText(row.written.nama),
        problems.map((problem) => reasonFor(problem, wilayah)),
      ),
    );
    const sheets = rosterSheets(check, wilayah);
    const summary = counts(
      {
        created: created.length,
        changed: changed.length,
        unchanged: unchanged.length,
        refused: refused.length,
      },
      text.unit,
    );
    return {
      summary,
      dryRun: lines(
        summary,
        missing.length > 0 && text.missing(missing.length),
        resembling > 0 && text.resembling(resembling),
        ...spaced(
          examples(
            text.headings.created,
            created.map(({ row: { entry } }) =>
              text.newPerson(entry.name, entry.jabatan, wilayah.areaName(entry)),
            ),
          ),
          examples(
            text.headings.changed,
            changed.map((change) =>
              text.changedPerson(change.before.name, fieldChanges(change, wilayah)),
            ),
          ),
          examples(text.headings.refused, refusals),
          examples(text.headings.corrections, [...spellings.values()]),
          leftOut(notes),
        ),
      ),
      result: text.result(created.length, changed.length),
      refused: () => refusals,
      sheets: sheets.length === 0 ? null : () => sheets,
    };
  };
}
