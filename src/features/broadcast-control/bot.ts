import { type Action, onButton } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/broadcast-control.ts';
import type { Broadcast } from '../broadcast/service.ts';
import * as on from './buttons.ts';
import * as control from './service.ts';

export interface ControlDeps {
  ports: Ports;
  /** Brings the cards of running broadcasts up to date, that of `urgentId` at once. */
  report: (urgentId?: number) => Promise<void>;
}

/** The buttons under the card of a broadcast that is on its way or through. */
export function controlActions({ ports, report }: ControlDeps): Action[] {
  /** The card shows what is the case now; a notice that carried the same button says that it was done. */
  async function carriedOut(ctx: BotContext, broadcast: Broadcast, done: keyof typeof text.done) {
    const pressed = ctx.callbackQuery?.message?.message_id;
    if (pressed !== broadcast.progressMessageId) await show(ctx, { text: text.done[done] });
    await report(broadcast.id);
  }

  const onControl = (
    button: typeof on.pauseButton,
    run: typeof control.pauseBroadcast,
    done: keyof typeof text.done,
  ) =>
    onButton(button, 'staff', async (ctx, who, [id]) => {
      const outcome = await run(ports, id, who.accountId);
      if (outcome.ok) await carriedOut(ctx, outcome.broadcast, done);
      else await say(ctx, { text: text.refusals[outcome.reason] });
    });

  return [
    onControl(on.pauseButton, control.pauseBroadcast, 'paused'),
    onControl(on.resumeButton, control.resumeBroadcast, 'resumed'),
    onControl(on.stopButton, control.stopBroadcast, 'stopped'),
    onButton(on.retryButton, 'staff', async (ctx, who, [id]) => {
      const outcome = await control.retryBroadcast(ports, id, who.accountId);
      if (outcome.ok) await carriedOut(ctx, outcome.broadcast, 'retried');
      else await say(ctx, { text: text.refusals[outcome.reason] });
    }),
  ];
}
