import type { TableHead } from './rules.ts';
import type { TableNotes } from './schema.ts';

/** "No. Rekening", "norek BJB": numbers of bank accounts are not taken into the bot. */
const accountTitle = /(^|[^\p{L}])(no\W*)?rek(ening)?([^\p{L}]|$)|norek|\baccount\b/iu;

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
    const isAccount = why === 'unknown' && accountTitle.test(title);
    dropped.set(title, { title, why: isAccount ? 'account_number' : why });
  }
  return {
    dropped: [...dropped.values()],
    ignoredSheets,
    skippedRows: heads.flatMap((head) => head.skippedRows).filter(({ why }) => summingUp.has(why))
      .length,
  };
}

/** The titles above a table, the name of its sheet and the name of the file, most specific first. */
export function namesOn(head: TableHead<string>, fileName: string): string[] {
  return [...head.linesAbove, head.sheet, fileName.replace(/\.\w+$/, '').replace(/[_-]+/g, ' ')];
}
