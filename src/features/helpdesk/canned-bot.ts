import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, saidText, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/helpdesk-canned.ts';
import * as desk from '../../text/id/helpdesk-desk.ts';
import type { Actor } from '../access/rules.ts';
import * as on from './buttons.ts';
import type { CannedService } from './canned.ts';
import * as card from './canned-messages.ts';
import type { DeskService } from './desk.ts';
import { answered } from './messages.ts';
import { keepingSchema } from './schema.ts';
import { longestWords } from './words-reading.ts';

const keepingDraft = defineDraft('canned-answer', keepingSchema);

const inGroups = { inGroups: true };
const longestTitle = 40;

/** `/jawaban`: answers that are kept; and answering a question with one of them. */
export function cannedActions({
  ports,
  canned,
  desk: tickets,
}: {
  ports: Ports;
  canned: CannedService;
  desk: DeskService;
}): Action[] {
  const { db, clock } = ports;

  async function askTitle(ctx: BotContext, who: Actor, id: number | null): Promise<void> {
    await writeDraft(db, keepingDraft, who.accountId, { step: 'title', id }, clock.now());
    await say(ctx, { text: text.askTitle });
  }

  return [
    command({
      name: 'jawaban',
      need: 'staff',
      description: text.cannedMenu,
      run: async (ctx) => {
        await say(ctx, card.cannedList(await canned.list(), 0));
      },
    }),
    onButton(on.cannedListButton, 'staff', async (ctx, _who, [page]) =>
      show(ctx, card.cannedList(await canned.list(), page)),
    ),
    onButton(on.cannedButton, 'staff', async (ctx, _who, [id]) => {
      const answer = await canned.find(id);
      await show(ctx, answer === null ? { text: text.gone } : card.cannedCard(answer));
    }),
    onButton(on.addCannedButton, 'staff', (ctx, who) => askTitle(ctx, who, null)),
    onButton(on.changeCannedButton, 'staff', (ctx, who, [id]) => askTitle(ctx, who, id)),
    onButton(on.removeCannedButton, 'staff', async (ctx, _who, [id]) => {
      const answer = await canned.find(id);
      await show(ctx, answer === null ? { text: text.gone } : card.confirmRemove(answer));
    }),
    onButton(on.reallyRemoveCannedButton, 'staff', async (ctx, who, [id]) => {
      const isRemoved = await canned.remove(who, id);
      await show(ctx, { text: isRemoved ? text.removed : text.gone });
    }),

    onStep(keepingDraft, 'staff', async (ctx, who) => {
      const draft = await readDraft(db, keepingDraft, who.accountId);
      const said = isWritten(ctx) ? saidText(ctx) : '';
      if (draft?.step !== 'text') {
        const fits = said.length >= 2 && said.length <= longestTitle && !said.includes('\n');
        if (!fits) return void (await say(ctx, { text: text.titleRefused }));
        const next = { step: 'text', id: draft?.id ?? null, title: said } as const;
        await writeDraft(db, keepingDraft, who.accountId, next, clock.now());
        return void (await say(ctx, { text: text.askText(said) }));
      }
      if (said.length < 2 || said.length > longestWords)
        return void (await say(ctx, { text: text.textRefused }));
      const kept = await canned.keep(who, { id: draft.id, title: draft.title, text: said });
      await clearDraft(db, who.accountId);
      await say(ctx, { text: kept === null ? text.gone : text.saved(kept.title) });
      await say(ctx, card.cannedList(await canned.list(), 0));
    }),

    onButton(
      on.pickCannedButton,
      'staff',
      async (ctx, _who, [ticketId, page]) => {
        const view = await tickets.view(ticketId);
        if (view === null) return void (await say(ctx, { text: desk.refusals.unknown() }));
        const picking = card.pickCanned(view.ticket, await canned.list(), page);
        // The card of the question stays; only the list itself is leafed through in place.
        await (isOnCard(ctx) ? say(ctx, picking) : show(ctx, picking));
      },
      inGroups,
    ),
    onButton(
      on.previewCannedButton,
      'staff',
      async (ctx, _who, [ticketId, cannedId]) => {
        const view = await tickets.view(ticketId);
        const answer = await canned.find(cannedId);
        if (view === null) await show(ctx, { text: desk.refusals.unknown() });
        else
          await show(
            ctx,
            answer === null ? { text: text.gone } : card.cannedPreview(view.ticket, answer),
          );
      },
      inGroups,
    ),
    onButton(
      on.sendCannedButton,
      'staff',
      async (ctx, who, [ticketId, cannedId]) => {
        if ((await canned.find(cannedId)) === null) return show(ctx, { text: text.gone });
        const pressed = ctx.callbackQuery?.message;
        const source = `canned:${ticketId}:${cannedId}:${pressed?.chat.id}:${pressed?.message_id}`;
        const outcome = await tickets.answerWith(who, ticketId, cannedId, source);
        await show(ctx, answered(outcome, false));
      },
      inGroups,
    ),
  ];
}

function isWritten({ message }: BotContext): boolean {
  return message !== undefined && 'text' in message;
}

/** Whether the button was pressed on the card of a question rather than on the list of answers. */
function isOnCard({ callbackQuery }: BotContext): boolean {
  const message = callbackQuery?.message;
  if (message === undefined || !('reply_markup' in message)) return true;
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows
    .flat()
    .some((key) => 'callback_data' in key && on.answerButton.read(key.callback_data) !== null);
}
