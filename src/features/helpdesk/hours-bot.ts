import { type Action, command } from '../../bot/actions.ts';
import { say } from '../../bot/context.ts';
import * as text from '../../text/id/helpdesk-settings.ts';
import type { HoursService } from './hours-service.ts';

/** `/jamlayanan`: when questions are answered; `/nomorgrup`: the number of the group for the settings. */
export function hoursActions({ hours }: { hours: HoursService }): Action[] {
  return [
    command({
      name: 'jamlayanan',
      need: 'admin',
      description: text.hoursMenu,
      run: async (ctx, who, typed) => {
        if (typed !== '') {
          const outcome = await hours.change(who, typed);
          if (!outcome.ok)
            return void (await say(ctx, { text: text.hoursRefused[outcome.reason] }));
          await say(ctx, { text: outcome.changed === 'hours' ? text.hoursSaved : text.daysSaved });
        }
        const now = await hours.read();
        await say(ctx, { text: text.hours(now.hours, now.reminderDays) });
      },
    }),
    command({
      name: 'nomorgrup',
      need: 'admin',
      inGroups: true,
      run: async (ctx) => {
        const isGroup = ctx.chat?.type !== 'private';
        await say(ctx, { text: isGroup ? text.groupNumber(ctx.chat?.id ?? 0) : text.groupsOnly });
      },
    }),
  ];
}
