import { type Action, command, onButton } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import * as text from '../../text/id/incentive-reminder.ts';
import * as on from './buttons.ts';
import { settingsCard } from './messages.ts';
import { watchSettings } from './schema.ts';
import type { IncentiveWatch } from './service.ts';

/** `/pengingatinsentif`: when staff are reminded of lists and payments. */
export function incentiveReminderActions({ watch }: { watch: IncentiveWatch }): Action[] {
  return [
    command({
      name: 'pengingatinsentif',
      need: 'admin',
      description: text.menu,
      run: async (ctx, who, typed) => {
        if (typed === '') return void (await say(ctx, settingsCard(await watch.settings())));
        const said = saidSettings(typed);
        await say(
          ctx,
          said === null
            ? { text: text.notUnderstood }
            : settingsCard(await watch.change(said, who.accountId)),
        );
      },
    }),
    onButton(on.listDayButton, 'admin', async (ctx, who, [day]) =>
      show(ctx, settingsCard(await watch.change({ listDay: day || null }, who.accountId))),
    ),
    onButton(on.stalledDaysButton, 'admin', async (ctx, who, [days]) =>
      show(ctx, settingsCard(await watch.change({ stalledDays: days || null }, who.accountId))),
    ),
  ];
}

/** `12 21`, `mati 14`: the day of the month, then the number of days; null for anything else. */
function saidSettings(typed: string) {
  const words = typed.toLowerCase().split(/\s+/);
  const [listDay, stalledDays] = words.map((word) =>
    word === 'mati' ? null : /^\d{1,3}$/.test(word) ? Number(word) : undefined,
  );
  const parsed = watchSettings.safeParse({ listDay, stalledDays });
  return words.length === 2 && parsed.success ? parsed.data : null;
}
