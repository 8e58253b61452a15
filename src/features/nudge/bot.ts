import { type Action, onButton } from '../../bot/actions.ts';
import { show } from '../../bot/context.ts';
import type { Grants } from '../access/rules.ts';
import * as on from './buttons.ts';
import * as messages from './messages.ts';
import type { NudgeService, Nudging } from './service.ts';

/** *Ingatkan* under `/belum`: asked back once, then done. */
export function nudgeActions({ nudges }: { nudges: NudgeService }): Action[] {
  return [
    onButton(on.nudgeButton, 'coordinator', async (ctx, who, [eventId, part]) => {
      const outcome = await nudges.preview(nudging(who, part), eventId);
      await show(
        ctx,
        outcome.ok
          ? messages.confirmCard(outcome.view, part)
          : messages.refusal(outcome, eventId, part),
      );
    }),
    onButton(on.confirmNudgeButton, 'coordinator', async (ctx, who, [eventId, part]) => {
      const outcome = await nudges.nudge(nudging(who, part), eventId);
      await show(
        ctx,
        outcome.ok
          ? messages.doneCard(outcome.view, part)
          : messages.refusal(outcome, eventId, part),
      );
    }),
  ];
}

function nudging({ accountId, scope }: Grants['coordinator'], part: string): Nudging {
  return { accountId, scope, kecamatanCode: part === 'all' ? null : part };
}
