import { type Action, onButton } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { clearDraft } from '../../bot/drafts.ts';
import * as text from '../../text/id/broadcast.ts';
import { waitingCard } from '../broadcast/approval-bot.ts';
import * as on from '../broadcast/buttons.ts';
import { type BroadcastDeps, refuse } from '../broadcast/conversation.ts';
import { isQuietHour } from '../broadcast/hours.ts';
import { sendingSeconds } from '../broadcast/rules.ts';
import * as service from '../broadcast/service.ts';
import { audienceNames, excludedNames } from '../broadcast-audience/messages.ts';
import { eventTitlesOf, reachOf } from '../broadcast-audience/service.ts';
import { progressCard } from '../broadcast-control/messages.ts';
import * as card from './messages.ts';

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
    onButton(on.expiryListButton, 'staff', async (ctx, _who, [id]) => {
      const draft = await service.openDraft(ports.db, id);
      if (!draft.ok) return refuse(ctx, draft);
      await show(ctx, card.expiryCard(id));
    }),
    onButton(on.expiryButton, 'staff', async (ctx, _who, [id, expiry]) => {
      const draft = await service.chooseExpiry(ports, id, expiry === 'none' ? null : expiry);
      if (!draft.ok) return refuse(ctx, draft);
      await confirm(deps, ctx, id);
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
async function confirm(
  { ports, wilayah, ratePerSecond }: BroadcastDeps,
  ctx: BotContext,
  id: number,
): Promise<void> {
  const draft = await service.openDraft(ports.db, id);
  if (!draft.ok) return refuse(ctx, draft);
  const { audience, expiry } = draft.broadcast;
  if (audience.include.length === 0) return void (await say(ctx, { text: text.nobodyChosen }));
  await clearDraft(ports.db, ctx.actor.accountId);
  const { byKecamatan, ...reach } = await reachOf(ports.db, audience);
  const titles = await eventTitlesOf(ports.db, audience);
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
