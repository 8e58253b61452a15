import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say } from '../../bot/context.ts';
import { readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/broadcast.ts';
import * as on from '../broadcast/buttons.ts';
import { readContent, type ShownMessage } from '../broadcast/content-reading.ts';
import { type BroadcastDeps, composing, refuse } from '../broadcast/conversation.ts';
import { contentRefusal } from '../broadcast/messages.ts';
import { longestValues } from '../broadcast/recipient.ts';
import { sendSample } from '../broadcast/sample.ts';
import * as service from '../broadcast/service.ts';
import { addTyped, chooseAudience } from '../broadcast-audience/bot.ts';
import { takeTime } from '../broadcast-schedule/bot.ts';
import { longestName } from '../kader/service.ts';
import { askContentCard } from './messages.ts';

/** From `/siaran` to the content, and to a sample of it. */
export function composingActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah } = deps;

  /** Takes what staff showed the bot, shows it back as it will arrive and asks for whom it is. */
  async function begin(ctx: BotContext, message: ShownMessage): Promise<void> {
    const longest = longestValues(await longestName(ports.db), wilayah);
    const read = readContent(message, ctx.actor.telegramId, longest);
    if (!read.ok) return refuseContent(ctx, message, contentRefusal(read));
    if (!(await sendSample(ctx, read.content, wilayah)))
      return refuseContent(ctx, message, text.unsupported);
    const id = await service.draftBroadcast(ports, ctx.actor.accountId, read.content);
    await say(ctx, { text: text.previewTitle });
    await chooseAudience(deps, ctx, id, 'include', say);
  }

  /** Says why; the content is still awaited, but not the other parts of a refused album. */
  async function refuseContent(
    ctx: BotContext,
    { media_group_id: refusedAlbum }: ShownMessage,
    why: Html,
  ): Promise<void> {
    const album = refusedAlbum === undefined ? {} : { refusedAlbum };
    await awaitContent(ctx.actor.accountId, album);
    await say(ctx, { text: why });
  }

  function awaitContent(accountId: number, album: { refusedAlbum?: string } = {}): Promise<void> {
    const step = { step: 'content', ...album } as const;
    return writeDraft(ports.db, composing, accountId, step, ports.clock.now());
  }

  return [
    command({
      name: 'siaran',
      need: 'staff',
      description: text.menu,
      key: text.key,
      run: async (ctx, who, rest) => {
        const { message } = ctx;
        if (message === undefined) return;
        if ('reply_to_message' in message && message.reply_to_message !== undefined)
          return begin(ctx, message.reply_to_message);
        // A photo or file may have the command as its caption.
        if (rest !== '' || !('text' in message)) return begin(ctx, message);
        await awaitContent(who.accountId);
        const scheduled = await service.scheduledBroadcasts(ports.db);
        await say(ctx, askContentCard(scheduled.length));
      },
    }),
    onStep(composing, 'staff', async (ctx, who) => {
      const draft = await readDraft(ports.db, composing, who.accountId);
      const { message } = ctx;
      if (draft === null || message === undefined)
        return void (await say(ctx, { text: text.gone }));
      if (draft.step === 'content') {
        const album = 'media_group_id' in message ? message.media_group_id : undefined;
        return album !== undefined && album === draft.refusedAlbum
          ? undefined
          : begin(ctx, message);
      }
      const typed = 'text' in message ? message.text : '';
      if (draft.step === 'when') return takeTime(deps, ctx, draft.broadcastId, typed);
      await addTyped(deps, ctx, draft.broadcastId, draft.side, typed);
    }),
    onButton(on.sampleButton, 'staff', async (ctx, _who, [id]) => {
      const broadcast = await service.findBroadcast(ports.db, id);
      if (broadcast === null) return refuse(ctx, { ok: false, reason: 'gone' });
      if (!(await sendSample(ctx, broadcast.content, wilayah)))
        await say(ctx, { text: text.sampleFailed });
    }),
  ];
}
