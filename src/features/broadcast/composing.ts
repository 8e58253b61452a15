import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say } from '../../bot/context.ts';
import { readDraft, writeDraft } from '../../bot/drafts.ts';
import * as text from '../../text/id/broadcast.ts';
import type { Actor } from '../access/rules.ts';
import { longestName } from '../kader/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { addTyped, chooseAudience } from './audience-bot.ts';
import * as on from './buttons.ts';
import { type ContentReading, readContent, type ShownMessage } from './content-reading.ts';
import { type BroadcastDeps, composing, refuse } from './conversation.ts';
import { askContentCard } from './messages.ts';
import { announcementFor } from './outgoing.ts';
import type { PlaceholderValues } from './placeholders.ts';
import { longestValues, valuesFor } from './recipient.ts';
import { scheduledBroadcasts } from './repository.ts';
import { takeTime } from './scheduling-bot.ts';
import type { Content } from './schema.ts';
import * as service from './service.ts';

/** From `/siaran` to the content, and to a sample of it. */
export function composingActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah } = deps;

  /** Takes what staff showed the bot, shows it back as it will arrive and asks for whom it is. */
  async function begin(ctx: BotContext, message: ShownMessage): Promise<void> {
    const longest = longestValues(await longestName(ports.db), wilayah);
    const read = readContent(message, ctx.actor.telegramId, longest);
    if (!read.ok) {
      if (read.reason === 'album') await waitAnew(ctx, message.media_group_id);
      return void (await say(ctx, { text: contentRefusal(read) }));
    }
    if (!(await sendSample(ctx, read.content)))
      return void (await say(ctx, { text: text.unsupported }));
    const id = await service.draftBroadcast(ports, ctx.actor.accountId, read.content);
    await say(ctx, { text: text.previewTitle });
    await chooseAudience(deps, ctx, id, 'include', say);
  }

  /** An album comes as one message for each of its parts; after the first, the content is still awaited. */
  async function waitAnew({ actor }: BotContext, refusedAlbum: string | undefined): Promise<void> {
    const album = refusedAlbum === undefined ? {} : { refusedAlbum };
    const step = { step: 'content', ...album } as const;
    await writeDraft(ports.db, composing, actor.accountId, step, ports.clock.now());
  }

  /** @returns whether Telegram takes it: what it refuses once it refuses for everybody */
  function sendSample(ctx: BotContext, content: Content): Promise<boolean> {
    const { method, payload } = announcementFor(content, sampleValues(ctx.actor, wilayah));
    const parameters = { chat_id: ctx.actor.telegramId, ...payload };
    return ctx.telegram.callApi(method as 'sendMessage', parameters as never).then(
      () => true,
      () => false,
    );
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
        const now = ports.clock.now();
        await writeDraft(ports.db, composing, who.accountId, { step: 'content' }, now);
        const scheduled = await scheduledBroadcasts(ports.db);
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
      if (!(await sendSample(ctx, broadcast.content))) await say(ctx, { text: text.sampleFailed });
    }),
  ];
}

/** The composer's own values; those of a made-up kader where the composer is none. */
export function sampleValues(actor: Actor, wilayah: Wilayah): PlaceholderValues {
  const somewhere = wilayah.kelurahan[0];
  return valuesFor(
    actor.kader ?? {
      name: text.sampleName,
      jabatan: 'PSM',
      kecamatanCode: somewhere?.kecamatanCode ?? '',
      kelurahanCode: somewhere?.code ?? null,
    },
    wilayah,
  );
}

/** Why a content cannot be announced. */
export function contentRefusal(refusal: Extract<ContentReading, { ok: false }>) {
  switch (refusal.reason) {
    case 'empty':
      return text.empty;
    case 'album':
      return text.album;
    case 'unsupported':
      return text.unsupported;
    case 'unknown_placeholder':
      return text.unknownPlaceholder(refusal.written);
    case 'too_long':
      return text.tooLong(refusal.length, refusal.limit);
  }
}
