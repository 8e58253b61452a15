import { type BotContext, sayFile } from '../../bot/context.ts';
import * as text from '../../text/id/transfer.ts';
import { detailFile, type ImportShown } from './messages.ts';
import type { DryRun } from './service.ts';

/** Sends all rows of a dry run as a workbook, where there is anything to look up. */
export async function sayDetails(ctx: BotContext, dryRun: DryRun<ImportShown>): Promise<void> {
  const file = await detailFile(dryRun);
  if (file !== null) await sayFile(ctx, file, { text: text.detailCaption(dryRun.counts.refused) });
}
