import { type Action, onButton } from '../../bot/actions.ts';
import { type BotContext, show } from '../../bot/context.ts';
import { lines } from '../../text/html.ts';
import * as text from '../../text/id/import-choice.ts';
import * as transferText from '../../text/id/transfer.ts';
import type { ImportInChat } from './bot.ts';
import * as on from './buttons.ts';
import { doubtCard } from './choice-messages.ts';
import { dryRunCard, notWaiting } from './messages.ts';

/** Rows that may mean several people: one by one, staff say who is meant. */
export function choiceActions({
  imports,
}: {
  imports: Record<transferText.ImportWord, ImportInChat>;
}): Action[] {
  return [
    onButton(on.chooseButton, 'staff', async (ctx, _who, [word, importId]) =>
      showNext(ctx, word, importId),
    ),
    onButton(on.pickButton, 'staff', async (ctx, who, [word, importId, key, kaderId]) => {
      const { service } = imports[word];
      const chosen = await service.choose(importId, key, kaderId || null, who.accountId);
      if (!chosen.ok) return show(ctx, notWaiting(chosen));
      await showNext(ctx, word, importId);
    }),
    onButton(on.resultButton, 'staff', async (ctx, _who, [word, importId]) => {
      const dryRun = await imports[word].service.review(importId);
      await show(ctx, dryRun === null ? { text: transferText.gone } : dryRunCard(word, dryRun));
    }),
  ];

  /** The next doubt, or the dry run as it is after the last one. */
  async function showNext(
    ctx: BotContext,
    word: transferText.ImportWord,
    importId: number,
  ): Promise<void> {
    const dryRun = await imports[word].service.review(importId);
    if (dryRun === null) return show(ctx, { text: transferText.gone });
    const [next] = dryRun.doubts;
    if (next !== undefined) return show(ctx, doubtCard(word, importId, next, dryRun.doubts.length));
    const card = dryRunCard(word, dryRun);
    await show(ctx, { ...card, text: lines(text.allChosen, '', card.text) });
  }
}
