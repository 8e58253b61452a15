import { type Action, command } from '../../bot/actions.ts';
import { say } from '../../bot/context.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/helpdesk-hours.ts';
import type { HoursService, SettingOutcome } from './hours-service.ts';

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
          await say(ctx, { text: changeWords(outcome) });
          if (!outcome.ok) return;
        }
        await say(ctx, { text: text.hours(await hours.read()) });
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

/** What became of a change. */
function changeWords(outcome: SettingOutcome): Html {
  if (!outcome.ok)
    return outcome.reason === 'holiday'
      ? text.holidayRefused[outcome.fault]
      : text.hoursRefused[outcome.reason];
  return 'days' in outcome
    ? text.daysSaved[outcome.changed](outcome.days)
    : text.saved[outcome.changed];
}
