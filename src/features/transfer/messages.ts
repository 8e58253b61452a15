import { button, buttons, type Message } from '../../bot/message.ts';
import { type CellValue, cellText } from '../../platform/sheet.ts';
import {
  type OutputColumn,
  type OutputSheet,
  writeXlsx,
} from '../../platform/spreadsheet-write.ts';
import { type Html, lines } from '../../text/html.ts';
import * as choiceText from '../../text/id/import-choice.ts';
import * as text from '../../text/id/transfer.ts';
import * as rowText from '../../text/id/transfer-rows.ts';
import { askedCard } from './approval-messages.ts';
import * as on from './buttons.ts';
import type { PlaceProblem } from './place-cells.ts';
import { changesIn, type RowPlace } from './schema.ts';
import type { ApplyOutcome, CheckOutcome, DryRun, ImportFile, NotWaiting } from './service.ts';

/** What people are shown of one plan. */
export interface ImportShown {
  /** How many rows, and how much, in a few lines. */
  summary: Html;
  /** What the file would change. */
  dryRun: Html;
  /** What it changed. */
  result: Html;
  /** One sentence for each row that is left out; made when asked for, as there may be many. */
  refused(): Html[];
  /** Everything by row, as a workbook; null when there is nothing to look up. */
  sheets: (() => OutputSheet[]) | null;
}

/** The card with what a file would do, and the button that does it. */
export function dryRunCard(
  word: text.ImportWord,
  { importId, digest, fileName, counts, doubts, shown }: DryRun<ImportShown>,
  before: ImportFile | null = null,
): Message {
  const changes = changesIn(counts);
  const words = text.dryRun({
    fileName,
    changes,
    refused: counts.refused,
    doubts: doubts.length,
    hasFile: shown.sheets !== null,
    body: shown.dryRun,
    before: before?.appliedAt ? { at: before.appliedAt, by: before.appliedBy } : null,
  });
  if (importId === null || changes + doubts.length === 0) return { text: words };
  return {
    text: words,
    keyboard: buttons(
      changes > 0
        ? [button(text.labels.apply(changes), on.applyButton.data(word, importId, digest))]
        : [],
      doubts.length > 0
        ? [button(choiceText.labels.open(doubts.length), on.chooseButton.data(word, importId))]
        : [],
      [button(text.labels.cancel, on.cancelButton.data(word, importId))],
    ),
  };
}

/** All rows of a dry run as a workbook; null when there is nothing to look up. */
export async function detailFile({
  fileName,
  shown,
}: DryRun<ImportShown>): Promise<{ name: string; bytes: Buffer } | null> {
  if (shown.sheets === null) return null;
  return { name: text.detailName(fileName), bytes: await writeXlsx(shown.sheets()) };
}

/** What became of a file that could not be checked. */
export function unreadableFile(outcome: Exclude<CheckOutcome<ImportShown>, { ok: true }>): Message {
  if (outcome.reason === 'no_header')
    return { text: text.noHeader(outcome.missing, outcome.found) };
  return { text: text.unreadable[outcome.reason] };
}

/** What applying a file came to. */
export function resultCard(word: text.ImportWord, outcome: ApplyOutcome<ImportShown>): Message {
  if (outcome.ok) return { text: text.applied(outcome.shown.result, outcome.counts.refused) };
  if (outcome.reason === 'plan_changed') {
    const card = dryRunCard(word, outcome.dryRun);
    return { ...card, text: lines(text.planChanged, '', card.text) };
  }
  if (outcome.reason === 'needs_approval' || outcome.reason === 'nobody_to_approve')
    return askedCard(word, outcome);
  return notWaiting(outcome);
}

/** Why a file can neither be applied nor put aside any more. */
export function notWaiting(refusal: NotWaiting): Message {
  switch (refusal.reason) {
    case 'gone':
      return { text: text.gone };
    case 'cancelled':
      return { text: text.alreadyCancelled };
    case 'already_applied': {
      const { fileName, appliedAt, appliedBy, result } = refusal.file;
      if (appliedAt === null || result === null) return { text: text.gone };
      return { text: text.alreadyApplied(fileName, appliedAt, appliedBy, result) };
    }
  }
}

/** The buttons for what can be imported. */
export function whatCard(question: Html): Message {
  return {
    text: question,
    keyboard: buttons(
      [button(text.words.kader.button, on.wordButton.data('kader'))],
      [button(text.words.insentif.button, on.wordButton.data('insentif'))],
      [button(text.words.bank.button, on.wordButton.data('bank'))],
      [button(text.labels.history, on.historyButton.data(0))],
    ),
  };
}

/** An empty table with the right titles. */
export function templateFile(
  word: text.ImportWord,
  columns: readonly string[],
): Promise<{ name: string; bytes: Buffer }> {
  const sheet = { name: word, columns: columns.map((title) => ({ title, width: 20 })), rows: [] };
  return writeXlsx([sheet]).then((bytes) => ({ name: text.templateName(word), bytes }));
}

/**
 * The sheet of rows that are left out: what was written, why, and what to do. Its columns bear the names an
 * import looks for, so that it can be mended and sent again as it is.
 */
export function refusedSheet(
  columns: readonly string[],
  rows: readonly {
    at: RowPlace;
    written: Record<string, string | number | boolean | null>;
    reasons: rowText.Reason[];
  }[],
): OutputSheet {
  const { detailColumns: titles } = rowText;
  const bySheet = rows.some(({ at }) => at.sheet !== null);
  return {
    name: rowText.refusedSheet,
    columns: [
      ...(bySheet ? [{ title: titles.sheet }] : []),
      { title: titles.row },
      ...columns.map((title) => ({ title })),
      { title: titles.why, width: 50 },
      { title: titles.todo, width: 50 },
    ],
    rows: rows.map(({ at, written, reasons }) => [
      ...(bySheet ? [at.sheet] : []),
      String(at.number),
      ...columns.map((column) => cellText(written[column])),
      reasons.map(({ why }) => why).join('; '),
      reasons.map(({ todo }) => todo).join(' '),
    ]),
  };
}

/** Why an area written in a table is none, and what to do about it. */
export function placeReason(problem: PlaceProblem): rowText.Reason {
  switch (problem.why) {
    case 'no_place':
      return rowText.placeReasons.noPlace;
    case 'place_unclear':
      return rowText.placeReasons.unclear(problem.level, problem.written, problem.suggestions);
    case 'place_elsewhere':
      return rowText.placeReasons.elsewhere(problem.kelurahan, problem.liesIn, problem.written);
  }
}

/** More rows than these nobody looks through by eye; of a list of 100,000 the rest is only counted. */
const mostRows = 5_000;

/** Rows as one sheet, each with its place in the file, the first thousands of them; none without rows. */
export function rowSheet(
  name: string,
  columns: readonly OutputColumn[],
  rows: readonly { at: RowPlace; cells: CellValue[] }[],
): OutputSheet[] {
  if (rows.length === 0) return [];
  const bySheet = rows.some(({ at }) => at.sheet !== null);
  return [
    {
      name,
      columns: [
        ...(bySheet ? [{ title: rowText.detailColumns.sheet }] : []),
        { title: rowText.detailColumns.row },
        ...columns,
      ],
      rows: [
        ...rows
          .slice(0, mostRows)
          .map(({ at, cells }) => [...(bySheet ? [at.sheet] : []), String(at.number), ...cells]),
        ...(rows.length > mostRows ? [[rowText.moreRows(rows.length - mostRows)]] : []),
      ],
    },
  ];
}
