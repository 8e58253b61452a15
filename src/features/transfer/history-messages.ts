import { button, buttons, type Message } from '../../bot/message.ts';
import * as text from '../../text/id/import-history.ts';
import type { ImportWord } from '../../text/id/transfer.ts';
import { askedCard } from './approval-messages.ts';
import * as on from './buttons.ts';
import { isFree } from './carrying-out.ts';
import type { UndoPlan } from './importer.ts';
import type { ImportFile, UndoOutcome } from './service.ts';

/** Files on one page of the history. */
export const historyPage = 8;

const wordsOfKinds: Record<ImportFile['kind'], ImportWord> = {
  KADER: 'kader',
  INCENTIVE: 'insentif',
  BANK_RESULT: 'bank',
};

/** The word by which staff call a kind of file. */
export function wordOf({ kind }: Pick<ImportFile, 'kind'>): ImportWord {
  return wordsOfKinds[kind];
}

/**
 * One page of what was applied.
 *
 * @param files one more than a page where there are older ones
 */
export function historyCard(files: readonly ImportFile[], page: number): Message {
  if (files.length === 0) return { text: text.nothingYet };
  return {
    text: text.title,
    keyboard: buttons(
      ...files
        .slice(0, historyPage)
        .map((file) => [
          button(
            text.labels.file(file.fileName, file.status === 'UNDONE'),
            on.fileButton.data(file.id),
          ),
        ]),
      [
        ...(page > 0 ? [button(text.labels.newer, on.historyButton.data(page - 1))] : []),
        ...(files.length > historyPage
          ? [button(text.labels.older, on.historyButton.data(page + 1))]
          : []),
      ],
    ),
  };
}

/** One file that was applied, with what can be done about it. */
export function fileCard(file: ImportFile | null, can: { undo: boolean; goOn: boolean }): Message {
  if (file === null || file.appliedAt === null || file.result === null) return { text: text.gone };
  const word = wordOf(file);
  return {
    text: text.applied({
      fileName: file.fileName,
      word,
      sentBy: file.createdBy,
      appliedBy: file.appliedBy,
      appliedAt: file.appliedAt,
      did: file.result,
      undone: file.undoneAt === null ? null : { at: file.undoneAt, by: file.undoneBy },
    }),
    keyboard: buttons(
      can.goOn ? [button(text.labels.next, on.nextButton.data(word, file.id))] : [],
      can.undo ? [button(text.labels.undo, on.undoButton.data(word, file.id))] : [],
      [button(text.labels.back, on.historyButton.data(0))],
    ),
  };
}

/**
 * What taking a file back would do, and the button that does it; or what stands in the way.
 *
 * @param later the imports of `plan.later`
 */
export function undoCard(
  file: ImportFile,
  plan: UndoPlan,
  later: ReadonlyMap<number, ImportFile>,
): Message {
  const word = wordOf(file);
  if (isFree(plan))
    return {
      text: text.askUndo(file.fileName, plan),
      keyboard: buttons(
        [button(text.labels.undoNow, on.undoNowButton.data(word, file.id))],
        [button(text.labels.keep, on.keepButton.data())],
      ),
    };
  const nameOf = (id: number | null) => (id === null ? null : (later.get(id)?.fileName ?? null));
  return {
    text: text.blocked(file.fileName, {
      later: plan.later.map(({ importId, rows }) => ({ name: nameOf(importId), rows })),
      locked: plan.locked,
    }),
    keyboard: buttons(
      ...[...later.values()].map((one) => [
        button(text.labels.later(one.fileName), on.fileButton.data(one.id)),
      ]),
    ),
  };
}

/** Why a file cannot be taken back: because it was, or because it is no such file. */
export function cannotUndoCard(file: ImportFile | null): Message {
  return file?.status === 'UNDONE'
    ? fileCard(file, { undo: false, goOn: false })
    : { text: text.cannotUndo };
}

/** What became of taking a file back; null where something stands in the way, which `undoCard` shows. */
export function undoneCard(file: ImportFile | null, outcome: UndoOutcome): Message | null {
  if (file === null) return { text: text.gone };
  if (outcome.ok) return { text: text.undone(file.fileName, outcome.plan) };
  switch (outcome.reason) {
    case 'blocked':
      return null;
    case 'not_applied':
      return cannotUndoCard(file);
    case 'needs_approval':
    case 'nobody_to_approve':
      return askedCard(wordOf(file), outcome);
  }
}
