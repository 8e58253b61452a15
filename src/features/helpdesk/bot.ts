import type { InlineKeyboardButton } from 'telegraf/types';
import { type Action, command, onButton, onFallback, onReply, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Message } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/helpdesk.ts';
import { officeOnly } from '../../text/id/helpdesk-desk.ts';
import type { Actor } from '../access/rules.ts';
import * as card from './asker-messages.ts';
import * as on from './buttons.ts';
import type { DeskService } from './desk.ts';
import { decideFollowUp } from './rules.ts';
import { askingSchema, followingSchema } from './schema.ts';
import type { HelpdeskService } from './service.ts';
import { isThanks } from './thanks.ts';
import { readWords, type Words } from './words-reading.ts';

/** The next message is a question. */
const askingDraft = defineDraft('question', askingSchema);
/** The next message belongs to a question that was asked before. */
const followingDraft = defineDraft('question-reply', followingSchema);

/** Whoever writes later than this after pressing a button may have forgotten it. */
const rememberedMs = 30 * 60_000;

export interface HelpdeskChat {
  ports: Ports;
  helpdesk: HelpdeskService;
  desk: DeskService;
}

/** Asking the office: /tanya, words nobody understands, answers to answers, /pertanyaan. */
export function helpdeskActions({ ports, helpdesk, desk }: HelpdeskChat): Action[] {
  const { db, clock } = ports;

  /** Says something that the person can reply to, to add to their question. */
  async function sayAbout(ctx: BotContext, ticketId: number, message: Message): Promise<void> {
    const { chat, message_id: messageId } = await say(ctx, message);
    await desk.noteCard({ ticketId, chatId: chat.id, messageId, forOffice: false, isLive: false });
  }

  /** Runs `work` with what was written, or says why it cannot be passed on. */
  async function withWords(ctx: BotContext, work: (words: Words) => Promise<void>): Promise<void> {
    if (ctx.message === undefined) return;
    const reading = readWords(ctx.message);
    if (reading.ok) await work(reading.words);
    else await say(ctx, { text: text.refusals[reading.reason] });
  }

  async function ask(ctx: BotContext, who: Actor): Promise<void> {
    await withWords(ctx, async (words) => {
      const outcome = await helpdesk.ask(who, words);
      await clearDraft(db, who.accountId);
      await sayAbout(ctx, outcome.ticketId, card.passedCard(outcome));
    });
  }

  async function follow(
    ctx: BotContext,
    who: Actor,
    ticketId: number,
    after = async () => {},
  ): Promise<void> {
    await withWords(ctx, async (words) => {
      const outcome = await helpdesk.follow(who, ticketId, words);
      const message = card.followed(outcome, ticketId);
      if (outcome.ok) await sayAbout(ctx, ticketId, message);
      else await say(ctx, message);
      await after();
    });
  }

  async function offer(
    ctx: BotContext,
    who: Actor,
    words: Words,
    why: 'words' | 'media' | 'late',
  ): Promise<void> {
    const offerId = await helpdesk.offer(who, words);
    const open = (await helpdesk.mine(who)).find(({ status }) => status !== 'CLOSED');
    const { hidden } = words;
    await say(ctx, card.offerCard(offerId, why, { openTicketId: open?.id ?? null, hidden }));
  }

  async function end(
    ctx: BotContext,
    who: Actor,
    ticketId: number,
    why: 'settled' | 'withdrawn',
  ): Promise<void> {
    const wasOpen = await helpdesk.settle(who, ticketId);
    const message = card.settledCard(ticketId, wasOpen, why);
    if (wasOpen === null) await say(ctx, message);
    else await sayAbout(ctx, ticketId, message);
  }

  async function askWhat(ctx: BotContext, who: Actor): Promise<void> {
    const now = clock.now();
    await writeDraft(db, askingDraft, who.accountId, { askedAt: now.toISOString() }, now);
    await say(ctx, { text: text.askWhat });
  }

  const isRecent = (askedAt: string) =>
    clock.now().getTime() - new Date(askedAt).getTime() <= rememberedMs;

  /** Takes what was written for what a button asked for; long after it, only as an offer. */
  async function hear(
    ctx: BotContext,
    who: Actor,
    askedAt: string | undefined,
    take: () => Promise<void>,
  ): Promise<void> {
    if (askedAt !== undefined && isRecent(askedAt)) return take();
    await clearDraft(db, who.accountId);
    await withWords(ctx, (words) => offer(ctx, who, words, 'late'));
  }

  return [
    command({
      name: 'tanya',
      need: 'anyone',
      description: text.askMenu,
      key: text.askKey,
      run: (ctx, who, typed) => (typed === '' && isOnlyText(ctx) ? askWhat : ask)(ctx, who),
    }),
    onButton(on.askButton, 'anyone', askWhat),
    onStep(askingDraft, 'anyone', async (ctx, who) => {
      const draft = await readDraft(db, askingDraft, who.accountId);
      await hear(ctx, who, draft?.askedAt, () => ask(ctx, who));
    }),

    onButton(on.sendOfferButton, 'anyone', async (ctx, who, [ticketId]) => {
      const outcome = await helpdesk.sendOffer(who, ticketId);
      if (outcome.ok) await sayAbout(ctx, ticketId, card.offerSent(outcome));
      else await show(ctx, card.offerSent(outcome));
    }),
    onButton(on.joinOfferButton, 'anyone', async (ctx, who, [offerId, ticketId]) => {
      const outcome = await helpdesk.joinOffer(who, offerId, ticketId);
      if (!outcome.ok && outcome.reason === 'gone') await show(ctx, { text: text.offerGone });
      else if (!outcome.ok || 'reopened' in outcome)
        await sayAbout(ctx, ticketId, card.followed(outcome, ticketId));
    }),
    onButton(on.dropOfferButton, 'anyone', async (ctx, who, [ticketId]) => {
      const isDropped = await helpdesk.dropOffer(who, ticketId);
      await show(ctx, { text: isDropped ? text.dropped : text.offerGone });
    }),

    onButton(on.replyButton, 'anyone', async (ctx, who, [ticketId]) => {
      const own = await helpdesk.own(who, ticketId);
      const now = clock.now();
      if (own === null) return void (await say(ctx, { text: text.notYours }));
      if (decideFollowUp(own.ticket, now) === 'too_late')
        return void (await say(ctx, card.tooLateCard(ticketId)));
      const asked = { ticketId, askedAt: now.toISOString() };
      await writeDraft(db, followingDraft, who.accountId, asked, now);
      await sayAbout(ctx, ticketId, { text: text.replyNow(ticketId) });
    }),
    onStep(followingDraft, 'anyone', async (ctx, who) => {
      const draft = await readDraft(db, followingDraft, who.accountId);
      const isDone = () => clearDraft(db, who.accountId);
      await hear(ctx, who, draft?.askedAt, () => follow(ctx, who, draft?.ticketId ?? 0, isDone));
    }),
    onButton(on.settleButton, 'anyone', (ctx, who, [ticketId]) =>
      end(ctx, who, ticketId, 'settled'),
    ),
    onButton(on.withdrawButton, 'anyone', (ctx, who, [ticketId]) =>
      end(ctx, who, ticketId, 'withdrawn'),
    ),

    command({
      name: 'pertanyaan',
      need: 'anyone',
      description: text.mineMenu,
      run: async (ctx, who) => {
        await say(ctx, card.mineCard(await helpdesk.mine(who), 0));
      },
    }),
    onButton(on.mineButton, 'anyone', async (ctx, who, [page]) =>
      show(ctx, card.mineCard(await helpdesk.mine(who), page)),
    ),
    onButton(on.ownTicketButton, 'anyone', async (ctx, who, [ticketId]) => {
      const own = await helpdesk.own(who, ticketId);
      await show(
        ctx,
        own === null ? { text: text.notYours } : card.ownTicketCard(own.ticket, own.thread),
      );
    }),

    onReply('anyone', async (ctx, who, repliedTo) => {
      const found = await desk.cardAt(ctx.chat?.id ?? 0, repliedTo);
      if (found === null) return false;
      if (found.forOffice) await say(ctx, { text: officeOnly });
      else await follow(ctx, who, found.ticketId);
      return true;
    }),

    onFallback('kader', async (ctx, who) => {
      const reading = ctx.message === undefined ? null : readWords(ctx.message);
      if (reading === null || !reading.ok) return false;
      const { words } = reading;
      if (isThanks(saidText(ctx))) {
        const answered = (await helpdesk.mine(who)).find(({ status }) => status === 'ANSWERED');
        await say(ctx, card.thanksCard(answered?.id ?? null));
      } else await offer(ctx, who, words, words.text === '' ? 'media' : 'words');
      return true;
    }),
  ];
}

/** A button by which what has just been written goes to the office after all; null where it cannot. */
export type OfficeOffer = (ctx: BotContext, who: Actor) => Promise<InlineKeyboardButton | null>;

/** For features that answer a question themselves, as far as they can. */
export function officeOffer(helpdesk: HelpdeskService): OfficeOffer {
  return async (ctx, who) => {
    const reading = ctx.message === undefined ? null : readWords(ctx.message);
    return reading?.ok ? card.offerButton(await helpdesk.offer(who, reading.words)) : null;
  };
}

/** Whether there is nothing to look at or listen to in what was sent. */
function isOnlyText({ message }: BotContext): boolean {
  return message !== undefined && 'text' in message;
}
