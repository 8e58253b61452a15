import { type Action, command, onButton } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import { button, buttons, type Message } from '../../bot/message.ts';
import { understandPeriod } from '../../language/periods.ts';
import type { Clock } from '../../platform/clock.ts';
import * as text from '../../text/id/incentive-lock.ts';
import { type Actor, grantFor } from '../access/rules.ts';
import * as on from './buttons.ts';
import type { LockService } from './locks.ts';
import { dayOfInstant, monthOfInstant, monthsAfter } from './rules.ts';

/** How many of the latest months are offered to be locked. */
const monthsOffered = 3;

/** `/kunci`: closing months against imports, and opening them again, which is the admin's. */
export function lockActions({ locks, clock }: { locks: LockService; clock: Clock }): Action[] {
  return [
    command({
      name: 'kunci',
      need: 'staff',
      description: text.menu,
      run: async (ctx, who, typed) => {
        if (typed === '') return void (await say(ctx, await listCard(who)));
        const period = understandPeriod(typed, dayOfInstant(clock.now()));
        await say(
          ctx,
          period === null || period.from !== period.to
            ? { text: text.askPeriod }
            : await monthCard(period.from, who),
        );
      },
    }),
    onButton(on.lockButton, 'staff', async (ctx, who, [period]) => {
      const isNew = await locks.lock(period, who.accountId);
      await show(ctx, { text: text.locked(period, isNew) });
    }),
    onButton(on.unlockButton, 'admin', async (ctx, who, [period]) => {
      const isNew = await locks.unlock(period, who.accountId);
      await show(ctx, { text: text.unlocked(period, isNew) });
    }),
  ];

  async function listCard(who: Actor): Promise<Message> {
    const all = await locks.list();
    const isLocked = new Set(all.map(({ period }) => period));
    const thisMonth = monthOfInstant(clock.now());
    const latest = Array.from({ length: monthsOffered }, (_, back) =>
      monthsAfter(thisMonth, -back),
    );
    return {
      text: text.list(all),
      keyboard: buttons(
        ...latest
          .filter((period) => !isLocked.has(period))
          .map((period) => [button(text.labels.lock(period), on.lockButton.data(period))]),
        ...(mayUnlock(who) ? all.slice(0, monthsOffered) : []).map(({ period }) => [
          button(text.labels.unlock(period), on.unlockButton.data(period)),
        ]),
      ),
    };
  }

  async function monthCard(period: string, who: Actor): Promise<Message> {
    const lock = (await locks.list()).find((one) => one.period === period) ?? null;
    return {
      text: text.ask(period, lock),
      keyboard: buttons(
        lock === null ? [button(text.labels.lock(period), on.lockButton.data(period))] : [],
        lock !== null && mayUnlock(who)
          ? [button(text.labels.unlock(period), on.unlockButton.data(period))]
          : [],
      ),
    };
  }
}

function mayUnlock(who: Actor): boolean {
  return grantFor('admin', who) !== null;
}
