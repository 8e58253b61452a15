import { type Action, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Ports } from '../../platform/ports.ts';
import { cancelled } from '../../text/id/common.ts';
import * as askerText from '../../text/id/helpdesk.ts';
import * as text from '../../text/id/helpdesk-dispute.ts';
import type { Grants } from '../access/rules.ts';
import * as card from './asker-messages.ts';
import * as on from './buttons.ts';
import type { DeskService } from './desk.ts';
import type { DisputeService } from './disputes.ts';
import { type DisputeKind, disputingSchema } from './schema.ts';
import { readWords, type Words } from './words-reading.ts';

/** A doubted month of which the next message says more. */
const disputingDraft = defineDraft('dispute', disputingSchema);

const rememberedMs = 30 * 60_000;

/** *Belum saya terima*, *Jumlah tidak sesuai*, *Nama salah* under a month of `/insentif`. */
export function disputeActions({
  ports,
  disputes,
  desk,
}: {
  ports: Ports;
  disputes: DisputeService;
  desk: DeskService;
}): Action[] {
  const { db, clock } = ports;

  async function send(
    ctx: BotContext,
    who: Grants['kader'],
    doubt: { kind: DisputeKind; period: string },
    words: Words | null,
  ): Promise<void> {
    const outcome = await disputes.open(who, doubt, words);
    await clearDraft(db, who.accountId);
    const { chat, message_id: messageId } = await say(ctx, card.disputed(outcome));
    if (!('ticketId' in outcome)) return;
    const { ticketId } = outcome;
    await desk.noteCard({ ticketId, chatId: chat.id, messageId, forOffice: false, isLive: false });
  }

  return [
    onButton(on.disputeButton, 'kader', async (ctx, who, [kind, period]) => {
      if (!(await disputes.mayOpen(who, period, kind)))
        return void (await say(ctx, { text: text.nothingToDoubt }));
      const now = clock.now();
      const doubt = { kind, period, askedAt: now.toISOString() };
      await writeDraft(db, disputingDraft, who.accountId, doubt, now);
      await say(ctx, card.disputeQuestion(kind, period));
    }),
    onButton(on.disputeNowButton, 'kader', (ctx, who, [kind, period]) =>
      send(ctx, who, { kind, period }, null),
    ),
    onButton(on.dropDisputeButton, 'kader', async (ctx, who) => {
      if ((await readDraft(db, disputingDraft, who.accountId)) !== null)
        await clearDraft(db, who.accountId);
      await show(ctx, { text: cancelled });
    }),
    onStep(disputingDraft, 'kader', async (ctx, who) => {
      const draft = await readDraft(db, disputingDraft, who.accountId);
      const since = draft === null ? 0 : new Date(draft.askedAt).getTime();
      if (draft === null || clock.now().getTime() - since > rememberedMs) {
        await clearDraft(db, who.accountId);
        return show(ctx, { text: text.disputeLost });
      }
      const reading = ctx.message === undefined ? null : readWords(ctx.message);
      if (reading?.ok) await send(ctx, who, draft, reading.words);
      else if (reading !== null) await say(ctx, { text: askerText.refusals[reading.reason] });
    }),
  ];
}
