import { type Action, onButton } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import type { Message } from '../../bot/message.ts';
import * as approvalText from '../../text/id/import-approval.ts';
import * as text from '../../text/id/import-history.ts';
import type { ImportWord } from '../../text/id/transfer.ts';
import type { ImportInChat } from './bot.ts';
import * as on from './buttons.ts';
import { sayDetails } from './details.ts';
import type { ImportHistory } from './history.ts';
import * as card from './history-messages.ts';
import type { GoOn } from './long-work.ts';
import { dryRunCard, type ImportShown, resultCard } from './messages.ts';
import type { DecideOutcome, UndoOutcome } from './service.ts';

export interface HistoryDeps {
  history: ImportHistory;
  imports: Record<ImportWord, ImportInChat>;
  goOn: GoOn;
}

/** What was imported, taking it back, and a second person's consent to either. */
export function importHistoryActions({ history, imports, goOn }: HistoryDeps): Action[] {
  return [
    onButton(on.historyButton, 'staff', async (ctx, _who, [page]) =>
      show(ctx, card.historyCard(await history.page(page, card.historyPage), page)),
    ),
    onButton(on.fileButton, 'staff', async (ctx, _who, [importId]) =>
      show(ctx, await fileCard(importId)),
    ),
    onButton(on.nextButton, 'staff', async (ctx, _who, [word, importId]) => {
      const next = await imports[word].afterwards?.(importId);
      await show(ctx, next ?? (await fileCard(importId)));
    }),
    onButton(on.undoButton, 'staff', async (ctx, _who, [word, importId]) =>
      show(ctx, await undoCard(word, importId)),
    ),
    onButton(on.undoNowButton, 'staff', async (ctx, who, [word, importId]) => {
      goOn(ctx, 'undoing', async () => {
        const outcome = await imports[word].service.undo(importId, who.accountId);
        const done = await undoneCard(word, importId, outcome);
        return () => show(ctx, done);
      });
    }),
    onButton(on.keepButton, 'staff', async (ctx) => show(ctx, { text: text.kept })),

    onButton(on.reviewButton, 'staff', async (ctx, _who, [word, importId]) => {
      const dryRun = await imports[word].service.review(importId);
      if (dryRun === null) return void (await say(ctx, { text: approvalText.alreadyDecided }));
      await sayDetails(ctx, dryRun);
      await say(ctx, { text: dryRunCard(word, dryRun).text });
    }),
    onButton(on.decideButton, 'staff', async (ctx, who, [word, requestId, decision]) => {
      goOn(ctx, 'deciding', async () => {
        const decided = await imports[word].service.decide(requestId, decision, who);
        if (!decided.ok) return () => say(ctx, { text: refusals[decided.reason] });
        const card = await decidedCard(word, decided);
        const isApplied = decided.decision === 'approved' && decided.deed === 'APPLY';
        const next =
          isApplied && decided.outcome.ok
            ? await imports[word].afterwards?.(decided.importId)
            : null;
        return async () => {
          await show(ctx, card);
          if (next) await say(ctx, next);
        };
      });
    }),
    onButton(on.withdrawButton, 'staff', async (ctx, who, [word, requestId]) => {
      const isWithdrawn = await imports[word].service.withdraw(requestId, who.accountId);
      await show(ctx, {
        text: isWithdrawn ? approvalText.withdrawn : approvalText.alreadyDecided,
      });
    }),
  ];

  async function fileCard(importId: number): Promise<Message> {
    const file = await history.find(importId);
    if (file === null) return card.fileCard(null, { undo: false, goOn: false });
    const { service, afterwards } = imports[card.wordOf(file)];
    const plan = await service.planUndo(importId);
    const next = plan === null ? null : await afterwards?.(importId);
    return card.fileCard(file, { undo: plan !== null, goOn: next != null });
  }

  async function undoCard(word: ImportWord, importId: number): Promise<Message> {
    const file = await history.find(importId);
    const plan = await imports[word].service.planUndo(importId);
    if (file === null || plan === null) return card.cannotUndoCard(file);
    return card.undoCard(file, plan, await history.standingInTheWay(plan));
  }

  async function decidedCard(
    word: ImportWord,
    decided: Extract<DecideOutcome<ImportShown>, { ok: true }>,
  ): Promise<Message> {
    if (decided.decision === 'rejected') return { text: approvalText.youRejected };
    if (!decided.outcome.ok) return { text: approvalText.outdated };
    return decided.deed === 'UNDO'
      ? undoneCard(word, decided.importId, decided.outcome)
      : resultCard(word, decided.outcome);
  }

  async function undoneCard(
    word: ImportWord,
    importId: number,
    outcome: UndoOutcome,
  ): Promise<Message> {
    const done = card.undoneCard(await history.find(importId), outcome);
    return done ?? undoCard(word, importId);
  }
}

const refusals = {
  gone: approvalText.alreadyDecided,
  own: approvalText.notYourself,
  already_decided: approvalText.alreadyDecided,
};
