import { type Action, command, onButton } from '../../bot/actions.ts';
import { say, sayFile, show } from '../../bot/context.ts';
import type { Clock } from '../../platform/clock.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/comparison.ts';
import { dayOfInstant } from '../incentive/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { createComparison } from './comparing.ts';
import { comparisonCard, comparisonSheet } from './comparison-messages.ts';

/** `/banding`: the four lists of people side by side. The bank's result comes in through `/impor`. */
export function comparisonActions({
  comparison,
  wilayah,
  clock,
}: {
  comparison: ReturnType<typeof createComparison>;
  wilayah: Wilayah;
  clock: Clock;
}): Action[] {
  return [
    command({
      name: 'banding',
      need: 'staff',
      description: text.menu,
      run: async (ctx) => {
        await say(ctx, comparisonCard(await comparison.look()));
      },
    }),
    onButton(on.comparisonButton, 'staff', async (ctx) =>
      show(ctx, comparisonCard(await comparison.look())),
    ),
    onButton(on.comparisonFileButton, 'staff', async (ctx) => {
      const four = await comparison.look();
      const today = dayOfInstant(clock.now());
      await sayFile(
        ctx,
        {
          name: text.fileName(today),
          bytes: await writeXlsx([comparisonSheet(four, wilayah)]),
        },
        { text: text.fileCaption(today, four.people.length) },
      );
    }),
  ];
}
