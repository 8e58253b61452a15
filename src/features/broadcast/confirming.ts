import { type Action, onButton } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { clearDraft } from '../../bot/drafts.ts';
import * as text from '../../text/id/broadcast.ts';
import { waitingCard } from './approval-bot.ts';
import { audienceNames, excludedNames } from './audience-messages.ts';
import * as on from './buttons.ts';
import { progressCard } from './control-messages.ts';
import { type BroadcastDeps, refuse } from './conversation.ts';
import * as card from './messages.ts';
import { sendingSeconds } from './rules.ts';
import { isQuietHour } from './schedule.ts';
import * as service from './service.ts';

/** The last look at an announcement, and what follows from it. */
export function confirmingActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah } = deps;

  return [
    onButton(on.confirmButton, 'staff', (ctx, _who, [id]) => confirm(deps, ctx, id)),
    onButton(on.sendButton, 'staff', async (ctx, who, [id]) => {
      const messageId = ctx.callbackQuery?.message?.message_id ?? null;
      const sent = await service.sendBroadcast(
        ports,
        wilayah,
        id,
        who.accountId,
        messageId,
        deps.approval,
      );
      if (!sent.ok)
        return sent.reason === 'needs_approval'
          ? show(ctx, waitingCard(id, sent.recipients))
          : refuse(ctx, sent);
      await show(
        ctx,
        progressCard(
          { id, kind: 'ANNOUNCEMENT' },
          {
            title: text.announcementTitle,
            finished: 0,
            total: sent.broadcast.recipientCount,
            share: 0,
            rate: 0,
            secondsLeft: sendingSeconds(sent.broadcast.recipientCount, deps.ratePerSecond),
          },
        ),
      );
    }),
    onButton(on.cancelButton, 'staff', async (ctx, who, [id]) => {
      const draft = await service.cancelDraft(ports, id);
      if (!draft.ok) return refuse(ctx, draft);
      await clearDraft(ports.db, who.accountId);
      await show(ctx, { text: text.cancelled });
    }),
  ];
}

/** The card of a draft with all that follows from it, in place of the one that was pressed. */
export async function confirm(
  { ports, wilayah, ratePerSecond }: BroadcastDeps,
  ctx: BotContext,
  id: number,
): Promise<void> {
  const draft = await service.openDraft(ports.db, id);
  if (!draft.ok) return refuse(ctx, draft);
  const { audience, expiry } = draft.broadcast;
  if (audience.include.length === 0) return void (await say(ctx, { text: text.nobodyChosen }));
  await clearDraft(ports.db, ctx.actor.accountId);
  const { byKecamatan, ...reach } = await service.reachOf(ports.db, audience);
  const titles = await service.eventTitlesOf(ports.db, audience);
  await show(
    ctx,
    card.confirmCard(
      id,
      {
        ...reach,
        audience: audienceNames(audience, wilayah, titles),
        excluded: excludedNames(audience, wilayah, titles),
        areas: byKecamatan.map(({ kecamatanCode, total }) => ({
          name: wilayah.findKecamatan(kecamatanCode)?.name ?? kecamatanCode,
          total,
        })),
        seconds: sendingSeconds(reach.reachable, ratePerSecond),
        isQuiet: isQuietHour(ports.clock.now()),
      },
      expiry,
    ),
  );
}
