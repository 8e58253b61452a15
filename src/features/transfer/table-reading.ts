import { writtenText } from '../../language/cell.ts';
import { yearNamed } from '../../language/table-columns.ts';
import { parseTablePeriod } from '../../language/table-dates.ts';
import { type CellValue, cellText } from '../../platform/sheet.ts';
import type { TableHead } from './rules.ts';
import { type StoredCell, type TableNotes, toStored } from './schema.ts';

/** "No. Rekening", "norek BJB", not "Nama Rekening": numbers of bank accounts are not taken into the bot. */
const accountTitle =
  /^(?!.*\bnam[ae]\b)(.*[^\p{L}])?((no\W*)?rek(ening)?|norek|account)([^\p{L}]|$)/iu;

/** Rows that are left out because they speak about other rows. */
const summingUp = new Set(['total', 'closing']);

/**
 * What staff are told about the tables taken from a file.
 *
 * @param ignoredSheets sheets with a table that cannot be used
 */
export function notesOn(heads: readonly TableHead<string>[], ignoredSheets: string[]): TableNotes {
  const dropped = new Map<string, TableNotes['dropped'][number]>();
  for (const { title, why } of heads.flatMap((head) => head.droppedColumns)) {
    const isAccount = why !== 'identity_number' && accountTitle.test(title);
    dropped.set(title, { title, why: isAccount ? 'account_number' : why });
  }
  return {
    dropped: [...dropped.values()],
    ignoredSheets,
    skippedRows: heads.flatMap((head) => head.skippedRows).filter(({ why }) => summingUp.has(why))
      .length,
  };
}

/**
 * How the months of a table are read: the cell of the column, with the year of the row's own column of years if there
 * is one, else of the titles; where the cell is open, the month is `general`.
 *
 * @returns `YYYY-MM`, or the cell as it is where it names no month
 */
export function periodReader(
  names: readonly string[],
  general: string | null,
): (cell: CellValue, yearCell: CellValue) => StoredCell {
  const yearOfTitles = yearNamed([...names]);
  return (cell, yearCell) => {
    const written = writtenText(cell);
    if (written === null) return general;
    const year = yearNamed([cellText(yearCell)]);
    // "4" alone may also be a number of months.
    const isNumber = year !== undefined && /^\d\d?$/.test(written);
    const period = parseTablePeriod(isNumber ? `${written}/${year}` : cell, year ?? yearOfTitles);
    return period.ok ? period.value : toStored(cell);
  };
}

/** The titles above a table, the name of its sheet and the name of the file, most specific first. */
export function namesOn(head: TableHead<string>, fileName: string): string[] {
  return [...head.linesAbove, head.sheet, fileName.replace(/\.\w+$/, '').replace(/[_-]+/g, ' ')];
}
