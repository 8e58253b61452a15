import { type Action, onButton } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { clearDraft, writeDraft } from '../../bot/drafts.ts';
import * as text from '../../text/id/broadcast-schedule.ts';
import { waitingCard } from '../broadcast/approval-bot.ts';
import { type BroadcastDeps, composing, refuse } from '../broadcast/conversation.ts';
import { openDraft, scheduledBroadcasts } from '../broadcast/service.ts';
import { audienceNames } from '../broadcast-audience/messages.ts';
import { eventTitlesOf } from '../broadcast-audience/service.ts';
import * as on from './buttons.ts';
import * as card from './messages.ts';
import { readSchedule } from './rules.ts';
import { cancelSchedule, type Scheduled, scheduleBroadcast } from './service.ts';

/** When an announcement leaves: asked, confirmed, listed, changed, taken back. */
export function schedulingActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah } = deps;
  const { db, clock } = ports;

  async function showScheduled(ctx: BotContext, broadcast: Scheduled): Promise<void> {
    const titles = await eventTitlesOf(db, broadcast.audience);
    const names = audienceNames(broadcast.audience, wilayah, titles);
    await show(ctx, card.scheduledCard(broadcast, names));
  }

  return [
    onButton(on.scheduleButton, 'staff', async (ctx, who, [id]) => {
      const draft = await openDraft(db, id);
      const isScheduled = !draft.ok && draft.reason === 'already_scheduled';
      if (!draft.ok && !isScheduled) return refuse(ctx, draft);
      const step = { step: 'when', broadcastId: id } as const;
      await writeDraft(db, composing, who.accountId, step, clock.now());
      await show(ctx, card.askWhenCard(id, isScheduled));
    }),
    onButton(on.scheduleAtButton, 'staff', async (ctx, who, [id, minute, day]) => {
      const schedule = { at: new Date(minute * 60_000), repeatDay: day === 0 ? null : day };
      const done = await scheduleBroadcast(ports, deps.approval, id, who.accountId, schedule);
      if (!done.ok)
        switch (done.reason) {
          case 'past':
            return void (await say(ctx, { text: text.refusals.past }));
          case 'needs_approval':
            await clearDraft(db, who.accountId);
            return show(ctx, waitingCard(id, done.recipients));
          default:
            return refuse(ctx, { ok: false, reason: done.reason });
        }
      await clearDraft(db, who.accountId);
      await showScheduled(ctx, done.broadcast);
    }),
    onButton(on.scheduledListButton, 'staff', async (ctx) =>
      show(ctx, card.scheduledListCard(await scheduledBroadcasts(db))),
    ),
    onButton(on.scheduledButton, 'staff', async (ctx, _who, [id]) => {
      const broadcasts = await scheduledBroadcasts(db);
      const broadcast = broadcasts.find((other) => other.id === id);
      await (broadcast === undefined
        ? show(ctx, card.scheduledListCard(broadcasts))
        : showScheduled(ctx, broadcast));
    }),
    onButton(on.unscheduleButton, 'staff', async (ctx, who, [id]) => {
      const done = await cancelSchedule(ports, id, who.accountId);
      if (!done.ok) return refuse(ctx, done);
      await show(ctx, { text: text.unscheduled });
    }),
  ];
}

/** A time that was typed: shown back, to be confirmed. */
export async function takeTime(
  { ports }: BroadcastDeps,
  ctx: BotContext,
  id: number,
  typed: string,
): Promise<void> {
  const read = readSchedule(typed, ports.clock.now());
  await say(
    ctx,
    read.ok ? card.proposalCard(id, read.schedule) : { text: text.refusals[read.reason] },
  );
}
