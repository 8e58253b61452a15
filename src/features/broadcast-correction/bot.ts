import { z } from 'zod';
import { type Action, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import * as text from '../../text/id/broadcast-correction.ts';
import type { Actor } from '../access/rules.ts';
import type { BroadcastDeps } from '../broadcast/conversation.ts';
import { contentRefusal } from '../broadcast/messages.ts';
import { longestValues } from '../broadcast/recipient.ts';
import { sendAsWritten, sendSample } from '../broadcast/sample.ts';
import { type Content, contentSchema } from '../broadcast/schema.ts';
import { longestName } from '../kader/service.ts';
import * as on from './buttons.ts';
import { confirmCorrectionCard, confirmWithdrawalCard } from './messages.ts';
import { readCorrection } from './reading.ts';
import { correctBroadcast } from './service.ts';
import { type Standing, standing, withdrawBroadcast } from './withdrawal.ts';

/** Waiting for the corrected text, and then for the word to send it. */
const correcting = defineDraft(
  'broadcast-correction',
  z.object({ broadcastId: z.number().int(), content: contentSchema.nullable() }),
);

/** *Ralat* and *Tarik* under the card of an announcement. */
export function correctionActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah, report } = deps;

  /** Goes on with an announcement that still stands, or says why there is nothing to be done about it. */
  async function withStanding(
    ctx: BotContext,
    id: number,
    run: (broadcast: Extract<Standing, { ok: true }>['broadcast']) => Promise<void>,
  ): Promise<void> {
    const found = await standing(ports.db, id);
    if (found.ok) await run(found.broadcast);
    else await say(ctx, { text: text.refusals[found.reason] });
  }

  async function takeText(ctx: BotContext, id: number, content: Content): Promise<void> {
    const message = ctx.message;
    if (message === undefined || !('text' in message))
      return void (await say(ctx, { text: text.writeText }));
    const longest = longestValues(await longestName(ports.db), wilayah);
    const read = readCorrection(content, message, longest);
    if (!read.ok) return void (await say(ctx, { text: contentRefusal(read) }));
    if (!(await sendSample(ctx, read.content, wilayah)))
      return void (await say(ctx, { text: text.refusals.unsendable }));
    const draft = { broadcastId: id, content: read.content };
    await writeDraft(ports.db, correcting, ctx.actor.accountId, draft, ports.clock.now());
    await say(ctx, confirmCorrectionCard(id));
  }

  /** The pressed message is the card from now on, so it is made ready before anything is queued. */
  async function carryOut(
    ctx: BotContext,
    preparing: typeof text.correcting,
    run: (accountId: Actor['accountId'], cardId: number | null) => Promise<Standing>,
  ): Promise<void> {
    await show(ctx, { text: preparing });
    const cardId = ctx.callbackQuery?.message?.message_id ?? null;
    const done = await run(ctx.actor.accountId, cardId);
    if (!done.ok) return show(ctx, { text: text.refusals[done.reason] });
    await report();
  }

  return [
    onButton(on.correctButton, 'staff', (ctx, who, [id]) =>
      withStanding(ctx, id, async ({ content }) => {
        const draft = { broadcastId: id, content: null };
        await writeDraft(ports.db, correcting, who.accountId, draft, ports.clock.now());
        await sendAsWritten(ctx, content);
        await say(ctx, { text: content.kind === 'copy' ? text.askCaption : text.askCorrection });
      }),
    ),
    onStep(correcting, 'staff', async (ctx, who) => {
      const draft = await readDraft(ports.db, correcting, who.accountId);
      if (draft === null) return void (await say(ctx, { text: text.refusals.gone }));
      const { broadcastId } = draft;
      await withStanding(ctx, broadcastId, ({ content }) => takeText(ctx, broadcastId, content));
    }),
    onButton(on.sendCorrectionButton, 'staff', async (ctx, who, [id]) => {
      const draft = await readDraft(ports.db, correcting, who.accountId);
      const content = draft?.broadcastId === id ? draft.content : null;
      if (content === null || content === undefined)
        return void (await say(ctx, { text: text.nothingToCorrect }));
      await clearDraft(ports.db, who.accountId);
      await carryOut(ctx, text.correcting, (accountId, cardId) =>
        correctBroadcast(ports, wilayah, id, accountId, content, cardId),
      );
    }),
    onButton(on.withdrawButton, 'staff', (ctx, _who, [id]) =>
      withStanding(ctx, id, async () => {
        await say(ctx, confirmWithdrawalCard(id));
      }),
    ),
    onButton(on.confirmWithdrawalButton, 'staff', (ctx, _who, [id]) =>
      withStanding(ctx, id, () =>
        carryOut(ctx, text.withdrawing, (accountId, cardId) =>
          withdrawBroadcast(ports, id, accountId, cardId),
        ),
      ),
    ),
    onButton(on.keepButton, 'staff', async (ctx, who) => {
      if ((await readDraft(ports.db, correcting, who.accountId)) !== null)
        await clearDraft(ports.db, who.accountId);
      await show(ctx, { text: text.kept });
    }),
  ];
}
