import { type Action, command, onButton } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import * as text from '../../text/id/incentive.ts';
import type { IncentiveAnswers } from './answering.ts';
import * as on from './buttons.ts';

/** `/insentif`: one's own months, and nobody else's. */
export function incentiveActions({ answers }: { answers: IncentiveAnswers }): Action[] {
  return [
    command({
      name: 'insentif',
      need: 'kader',
      description: text.menu,
      key: text.key,
      run: async (ctx, { kader }, typed) => {
        await say(
          ctx,
          await (typed === '' ? answers.overview(kader.id) : answers.asked(kader.id, typed)),
        );
      },
    }),
    onButton(on.overviewButton, 'kader', async (ctx, { kader }) =>
      show(ctx, await answers.overview(kader.id)),
    ),
    onButton(on.yearButton, 'kader', async (ctx, { kader }, [year]) =>
      show(ctx, await answers.year(kader.id, year)),
    ),
    onButton(on.monthButton, 'kader', async (ctx, { kader }, [period]) =>
      show(ctx, await answers.month(kader.id, period)),
    ),
  ];
}
