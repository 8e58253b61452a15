import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say, sayFile, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/broadcast.ts';
import { readAudience } from '../kader/audience-reading.ts';
import type { Group } from '../kader/schema.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { failureFile, unreachableFile } from './files.ts';
import * as card from './messages.ts';
import { announcedText, sendingSeconds } from './rules.ts';
import { type Content, contentEntities } from './schema.ts';
import * as service from './service.ts';

/** Waiting for the content, or for typed areas while the audience is put together. */
const composing = defineDraft(
  'broadcast',
  z.discriminatedUnion('step', [
    z.object({ step: z.literal('content') }),
    z.object({ step: z.literal('audience'), broadcastId: z.number().int() }),
  ]),
);

export interface BroadcastDeps {
  ports: Ports;
  wilayah: Wilayah;
  places: PlaceFinder;
  /** Messages per second, for the estimate. */
  ratePerSecond: number;
  /** Brings the progress cards up to date. */
  report: () => Promise<void>;
}

/** `/siaran`: an announcement from its first word to its result. */
export function broadcastActions(deps: BroadcastDeps): Action[] {
  const { ports, wilayah, places } = deps;

  /** Shows the audience card, and from now on understands typed areas. */
  async function chooseAudience(ctx: BotContext, id: number, how: typeof say | typeof show) {
    const draft = await service.openDraft(ports.db, id);
    if (!draft.ok) return refuse(ctx, draft);
    await writeDraft(
      ports.db,
      composing,
      ctx.actor.accountId,
      { step: 'audience', broadcastId: id },
      ports.clock.now(),
    );
    await how(ctx, card.audienceCard(id, draft.broadcast.audience, wilayah));
  }

  async function begin(ctx: BotContext, content: Content): Promise<void> {
    const id = await service.draftBroadcast(ports, ctx.actor.accountId, content);
    await say(ctx, { text: text.previewTitle });
    await chooseAudience(ctx, id, say);
  }

  /** Content staff showed the bot: shown back exactly as it will arrive, which also proves that it can be copied. */
  async function beginCopy(ctx: BotContext, messageId: number): Promise<void> {
    const chatId = ctx.actor.telegramId;
    const copied = await ctx.telegram
      .callApi('copyMessage', { chat_id: chatId, from_chat_id: chatId, message_id: messageId })
      .then(
        () => true,
        () => false,
      );
    if (!copied) return void (await say(ctx, { text: text.unsupported }));
    await begin(ctx, { kind: 'copy', fromChatId: chatId, messageId });
  }

  async function beginText(ctx: BotContext): Promise<void> {
    const message = ctx.message;
    if (message === undefined || !('text' in message)) return;
    const announced = announcedText(message.text, message.entities ?? []);
    if (!announced.ok) return void (await say(ctx, { text: text.empty }));
    await ctx.telegram.sendMessage(ctx.actor.telegramId, announced.text, {
      entities: announced.entities,
    });
    await begin(ctx, {
      kind: 'text',
      text: announced.text,
      entities: contentEntities.parse(announced.entities),
    });
  }

  /** Adds or removes groups and shows `next` with the new ticks. */
  async function toggle(
    ctx: BotContext,
    id: number,
    group: Group,
    next: (audience: { include: Group[] }) => ReturnType<typeof card.audienceCard>,
  ): Promise<void> {
    const draft = await service.toggleAudience(ports, id, [group]);
    if (!draft.ok) return refuse(ctx, draft);
    await show(ctx, next(draft.broadcast.audience));
  }

  async function confirm(ctx: BotContext, id: number): Promise<void> {
    const draft = await service.openDraft(ports.db, id);
    if (!draft.ok) return refuse(ctx, draft);
    const { audience } = draft.broadcast;
    if (audience.include.length === 0) return void (await say(ctx, { text: text.nobodyChosen }));
    await clearDraft(ports.db, ctx.actor.accountId);
    const reach = await service.reachOf(ports.db, audience);
    await show(
      ctx,
      card.confirmCard(id, {
        ...reach,
        audience: card.audienceNames(audience, wilayah),
        seconds: sendingSeconds(reach.reachable, deps.ratePerSecond),
      }),
    );
  }

  return [
    command({
      name: 'siaran',
      need: 'staff',
      description: text.menu,
      key: text.key,
      run: async (ctx, _who, rest) => {
        const message = ctx.message;
        if (message === undefined) return;
        const repliedTo = 'reply_to_message' in message ? message.reply_to_message : undefined;
        if (repliedTo !== undefined) return beginCopy(ctx, repliedTo.message_id);
        if (!('text' in message)) return void (await say(ctx, { text: text.unsupported }));
        if (rest !== '') return beginText(ctx);
        await writeDraft(
          ports.db,
          composing,
          ctx.actor.accountId,
          { step: 'content' },
          ports.clock.now(),
        );
        await say(ctx, { text: text.askContent });
      },
    }),
    onStep(composing, 'staff', async (ctx, who) => {
      const draft = await readDraft(ports.db, composing, who.accountId);
      const message = ctx.message;
      if (draft === null || message === undefined)
        return void (await say(ctx, { text: text.gone }));
      if (draft.step === 'content') {
        if ('text' in message) return beginText(ctx);
        return beginCopy(ctx, message.message_id);
      }
      const typed = 'text' in message ? message.text : '';
      await addTyped(ctx, draft.broadcastId, typed);
    }),
    onButton(on.audienceButton, 'staff', (ctx, _who, [id]) => chooseAudience(ctx, id, show)),
    onButton(on.everyoneButton, 'staff', (ctx, _who, [id]) =>
      toggle(ctx, id, { by: 'all' }, (audience) => card.audienceCard(id, audience, wilayah)),
    ),
    onButton(on.jabatanButton, 'staff', (ctx, _who, [id, jabatan]) =>
      toggle(ctx, id, { by: 'jabatan', jabatan }, (audience) =>
        card.audienceCard(id, audience, wilayah),
      ),
    ),
    onButton(on.kecamatanListButton, 'staff', (ctx, _who, [id]) =>
      withDraft(ctx, id, (broadcast) =>
        show(ctx, card.kecamatanCard(id, broadcast.audience, wilayah)),
      ),
    ),
    onButton(on.kecamatanButton, 'staff', (ctx, _who, [id, code]) =>
      toggle(ctx, id, { by: 'kecamatan', code }, (audience) =>
        card.kecamatanCard(id, audience, wilayah),
      ),
    ),
    onButton(on.kelurahanAreasButton, 'staff', (ctx, _who, [id]) =>
      withDraft(ctx, id, () => show(ctx, card.kelurahanAreasCard(id, wilayah))),
    ),
    onButton(on.kelurahanListButton, 'staff', (ctx, _who, [id, code]) =>
      withDraft(ctx, id, (broadcast) =>
        show(ctx, card.kelurahanCard(id, code, broadcast.audience, wilayah)),
      ),
    ),
    onButton(on.kelurahanButton, 'staff', (ctx, _who, [id, code]) =>
      toggle(ctx, id, { by: 'kelurahan', code }, (audience) =>
        card.kelurahanCard(id, wilayah.findKelurahan(code)?.kecamatanCode ?? '', audience, wilayah),
      ),
    ),
    onButton(on.confirmButton, 'staff', (ctx, _who, [id]) => confirm(ctx, id)),
    onButton(on.sendButton, 'staff', async (ctx, who, [id]) => {
      const messageId = ctx.callbackQuery?.message?.message_id ?? null;
      const sent = await service.sendBroadcast(ports, id, who.accountId, messageId);
      if (!sent.ok) return refuse(ctx, sent);
      await show(
        ctx,
        card.progressCard(id, {
          title: text.announcementTitle,
          finished: 0,
          total: sent.broadcast.recipientCount,
          share: 0,
          rate: 0,
          secondsLeft: sendingSeconds(sent.broadcast.recipientCount, deps.ratePerSecond),
        }),
      );
    }),
    onButton(on.cancelButton, 'staff', async (ctx, who, [id]) => {
      const draft = await service.cancelDraft(ports, id);
      if (!draft.ok) return refuse(ctx, draft);
      await clearDraft(ports.db, who.accountId);
      await show(ctx, { text: text.cancelled });
    }),
    onButton(on.stopButton, 'staff', async (ctx, who, [id]) => {
      const stopped = await service.stopBroadcast(ports, id, who.accountId);
      if (stopped.ok) return deps.report();
      await say(ctx, { text: stopped.reason === 'gone' ? text.gone : text.alreadyFinished });
    }),
    onButton(on.unreachableFileButton, 'staff', async (ctx, _who, [id]) => {
      const file = await unreachableFile(ports.db, id, wilayah);
      if (file === null) return void (await say(ctx, { text: text.nothingToList }));
      await sayFile(ctx, file, { text: text.unreachableCaption });
    }),
    onButton(on.failureFileButton, 'staff', async (ctx, _who, [id]) => {
      const file = await failureFile(ports.db, id, wilayah);
      if (file === null) return void (await say(ctx, { text: text.nothingToList }));
      await sayFile(ctx, file, { text: text.failureCaption });
    }),
  ];

  async function withDraft(
    ctx: BotContext,
    id: number,
    run: (broadcast: service.Broadcast) => Promise<void>,
  ): Promise<void> {
    const draft = await service.openDraft(ports.db, id);
    return draft.ok ? run(draft.broadcast) : refuse(ctx, draft);
  }

  /** Areas typed instead of tapped: sure ones are added, unsure ones offered. */
  async function addTyped(ctx: BotContext, id: number, typed: string): Promise<void> {
    const { groups, unclear } = readAudience(typed, places);
    for (const part of unclear) {
      const offered = part.suggestions.flatMap((group) =>
        group.by === 'kecamatan' || group.by === 'kelurahan' ? [group] : [],
      );
      await say(
        ctx,
        offered.length === 0
          ? { text: text.noSuchPlace(part.said) }
          : card.placesCard(id, part.said, offered, wilayah),
      );
    }
    const draft = await service.toggleAudience(ports, id, groups);
    if (!draft.ok) return refuse(ctx, draft);
    if (groups.length > 0 || unclear.length === 0)
      await say(ctx, card.audienceCard(id, draft.broadcast.audience, wilayah));
  }
}

async function refuse(
  ctx: BotContext,
  refusal: service.NotADraft | { ok: false; reason: 'nobody_reachable' },
): Promise<void> {
  await say(ctx, { text: refusalText[refusal.reason] });
}

const refusalText = {
  gone: text.gone,
  already_sending: text.alreadySending,
  already_cancelled: text.alreadyCancelled,
  nobody_reachable: text.nobodyReachable,
};
