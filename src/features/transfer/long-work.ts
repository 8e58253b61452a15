import { type BotContext, say, showOn } from '../../bot/context.ts';
import { button, buttons } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Html } from '../../text/html.ts';
import { oops } from '../../text/id/common.ts';
import * as text from '../../text/id/transfer.ts';
import * as on from './buttons.ts';
import { withCompany } from './patience.ts';
import { wasAskedToStop } from './stopping.ts';

/**
 * Goes on with work that may take long after the handler has returned, keeps the person company, and tells them
 * when it fails. What `work` returns is done once the company has left. Checking can be stopped; whatever changes
 * data is done or not done.
 */
export type GoOn = (
  ctx: BotContext,
  phase: keyof typeof text.atWork,
  work: (signal: AbortSignal) => Promise<() => Promise<unknown>>,
) => void;

/** @param inBackground is handed the work, so that nobody else waits for it */
export function createLongWork(
  { db, clock, logger }: Ports,
  inBackground: (work: Promise<unknown>) => void,
): GoOn {
  return (ctx, phase, work) => {
    const run = ctx.update.update_id;
    const stop = new AbortController();
    const shown = (seconds: number) => text.stillAtWork(text.atWork[phase], seconds);
    const keyboard =
      phase === 'checking'
        ? buttons([button(text.labels.stop, on.stopButton.data(run))])
        : undefined;
    const asMessage = (words: Html) => ({ text: words, ...(keyboard && { keyboard }) });
    const company = {
      show: async (words: Html) => {
        const { message_id: id } = await say(ctx, asMessage(words));
        return {
          // The message already says that it is being stopped.
          edit: async (next: Html) => {
            if (!stop.signal.aborted) await showOn(ctx, id, asMessage(next));
          },
          remove: () => ctx.deleteMessage(id),
        };
      },
      look: async () => {
        if (phase === 'checking' && (await wasAskedToStop(db, run))) stop.abort();
      },
      onFailure: (error: unknown) =>
        logger.info({ err: error }, 'the message about long work could not be shown'),
    };
    const done = withCompany(clock, company, shown, () => work(stop.signal))
      .then((last) => last())
      .catch(async (error) => {
        await say(ctx, { text: stop.signal.aborted ? text.stopped : oops });
        if (!stop.signal.aborted) throw error;
      })
      .finally(async () => {
        // A tap that came too late is not kept.
        if (phase === 'checking') await wasAskedToStop(db, run);
      });
    inBackground(done);
  };
}
