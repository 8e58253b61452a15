import { type Action, command, onButton } from '../../bot/actions.ts';
import { say, show } from '../../bot/context.ts';
import * as text from '../../text/id/incentive-notice.ts';
import * as on from './buttons.ts';
import * as card from './notice-messages.ts';
import type { NoticeService } from './notices.ts';

/** `/pemberitahuan`: telling people what an import brought them. */
export function noticeActions({ notices }: { notices: NoticeService }): Action[] {
  return [
    command({
      name: 'pemberitahuan',
      need: 'staff',
      description: text.menu,
      run: async (ctx) => {
        const offers = await notices.offers();
        const [only] = offers;
        await say(
          ctx,
          only !== undefined && offers.length === 1
            ? card.offerCard(only)
            : card.offersCard(offers),
        );
      },
    }),
    onButton(on.newsButton, 'staff', async (ctx, _who, [importId]) => {
      const offer = await notices.offer(importId);
      await show(ctx, offer === null ? { text: text.nothingToTell } : card.offerCard(offer));
    }),
    onButton(on.tellButton, 'staff', async (ctx, who, [importId]) =>
      show(ctx, card.sentCard(await notices.send(importId, who.accountId))),
    ),
    onButton(on.tellLaterButton, 'staff', async (ctx) => show(ctx, { text: text.waiting })),
  ];
}
