import { type Action, command, onButton, onReply } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import type { Message } from '../../bot/message.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/helpdesk-desk.ts';
import type { Actor } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { DeskOutcome, DeskService } from './desk.ts';
import * as card from './messages.ts';
import { readWords } from './words-reading.ts';

/** Everything a ticket's card offers also works in the group of the office. */
const inGroups = { inGroups: true };

/** What staff do with questions: take, answer, close; /tiket lists them. */
export function deskActions(deps: {
  ports: Ports;
  desk: DeskService;
  wilayah: Wilayah;
  /** The group of the office; null: staff are written to alone. */
  group: number | null;
}): Action[] {
  const { ports, desk, wilayah, group } = deps;

  /** Says something about a question, to which an answer can be given as a reply. */
  async function sayAbout(
    ctx: BotContext,
    ticketId: number,
    message: Message,
    isLive = false,
  ): Promise<void> {
    const { chat, message_id: messageId } = await say(ctx, message);
    await desk.noteCard({ ticketId, chatId: chat.id, messageId, forOffice: true, isLive });
  }

  /** Says what became of a deed. */
  async function tell(
    ctx: BotContext,
    outcome: DeskOutcome,
    done: (ticket: Extract<DeskOutcome, { ok: true }>['ticket']) => Message,
  ): Promise<void> {
    if (outcome.ok) await sayAbout(ctx, outcome.ticket.id, done(outcome.ticket));
    else await say(ctx, card.refused(outcome));
  }

  async function answer(ctx: BotContext, who: Actor, ticketId: number): Promise<void> {
    if (ctx.message === undefined) return;
    const reading = readWords(ctx.message);
    if (!reading.ok) return void (await say(ctx, { text: text.unusable[reading.reason] }));
    const outcome = await desk.answer(who, ticketId, reading.words);
    const message = card.answered(outcome, reading.words.hidden);
    if (outcome.ok) await sayAbout(ctx, ticketId, message);
    else await say(ctx, message);
  }

  return [
    onReply('staff', async (ctx, who, repliedTo) => {
      const found = await desk.cardAt(ctx.chat?.id ?? 0, repliedTo);
      if (found?.forOffice) {
        await answer(ctx, who, found.ticketId);
        return true;
      }
      // Somebody who answers another message in the group believes to have answered a person.
      if (found !== null || group === null || ctx.chat?.type === 'private') return false;
      await say(ctx, { text: text.notACard });
      return true;
    }),

    onButton(
      on.takeButton,
      'staff',
      async (ctx, who, [ticketId]) => {
        const outcome = await desk.take(who, ticketId, false);
        await tell(ctx, outcome, card.taken);
      },
      inGroups,
    ),
    onButton(
      on.takeOverButton,
      'staff',
      async (ctx, who, [ticketId]) => {
        const outcome = await desk.take(who, ticketId, true);
        await tell(ctx, outcome, card.taken);
      },
      inGroups,
    ),
    onButton(
      on.answerButton,
      'staff',
      async (ctx, who, [ticketId]) => {
        const outcome = await desk.take(who, ticketId, false);
        await tell(ctx, outcome, (ticket) => card.answerPrompt(ticket, who, wilayah));
      },
      inGroups,
    ),
    onButton(
      on.closeButton,
      'staff',
      async (ctx, who, [ticketId]) => {
        const outcome = await desk.close(who, ticketId);
        await tell(ctx, outcome, ({ id }) => ({ text: text.closed(id) }));
      },
      inGroups,
    ),
    onButton(
      on.reopenButton,
      'staff',
      async (ctx, who, [ticketId]) => {
        const outcome = await desk.reopen(who, ticketId);
        await tell(ctx, outcome, ({ id }) => ({ text: text.reopened(id) }));
      },
      inGroups,
    ),
    onButton(
      on.wholeThreadButton,
      'staff',
      async (ctx, _who, [ticketId]) => {
        const view = await desk.view(ticketId);
        if (view === null) await say(ctx, { text: text.refusals.unknown() });
        else await sayAbout(ctx, ticketId, card.wholeThread(view, wilayah));
      },
      inGroups,
    ),

    command({
      name: 'tiket',
      need: 'staff',
      description: text.listMenu,
      key: text.listKey,
      run: async (ctx, who) => {
        const tickets = await desk.open(who, 'all');
        await say(ctx, card.ticketList(tickets, 'all', 0, ports.clock.now()));
      },
    }),
    onButton(on.listButton, 'staff', async (ctx, who, [filter, page]) => {
      const tickets = await desk.open(who, filter);
      await show(ctx, card.ticketList(tickets, filter, page, ports.clock.now()));
    }),
    onButton(on.openTicketButton, 'staff', async (ctx, _who, [ticketId]) => {
      const view = await desk.view(ticketId);
      if (view === null || view.ticket.status === 'OFFERED')
        await say(ctx, { text: text.refusals.unknown() });
      else await sayAbout(ctx, ticketId, card.ticketCard(view, wilayah), true);
    }),
  ];
}
