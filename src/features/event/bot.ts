import { type Action, command, onButton } from '../../bot/actions.ts';
import { type BotContext, say, sayFile, show } from '../../bot/context.ts';
import type { Message } from '../../bot/message.ts';
import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Ports } from '../../platform/ports.ts';
import { writeXlsx } from '../../platform/spreadsheet-write.ts';
import * as text from '../../text/id/event.ts';
import { tallyOf } from '../report/rules.ts';
import type { ReportService } from '../report/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import { choiceActions } from './choices.ts';
import { EventConversation, type Staff } from './conversation.ts';
import * as messages from './messages.ts';
import type { EventService } from './service.ts';
import { unreachableWorkbook } from './workbook.ts';

export interface EventDeps {
  ports: Ports;
  events: EventService;
  report: Pick<ReportService, 'recap'>;
  wilayah: Wilayah;
  places: PlaceFinder;
  /** Messages per second, for the estimate of how long sending takes. */
  ratePerSecond: number;
  /** Brings the progress cards of what is being sent up to date. */
  reportProgress(): Promise<void>;
}

/** `/acara`: from the draft to the invitations and, if need be, the cancellation. */
export function eventActions(deps: EventDeps): Action[] {
  const { ports, events, report, wilayah, places } = deps;
  const conversation = new EventConversation({ ports, events, wilayah, places, card });
  return [
    command({
      name: 'acara',
      need: 'staff',
      description: text.menu,
      key: text.key,
      run: async (ctx, who, written) => {
        const list = written === '' ? await listOf(who, 0) : null;
        if (list === null) await conversation.begin(ctx, who, written, say);
        else await say(ctx, list);
      },
    }),
    onButton(on.createButton, 'staff', (ctx, who) => conversation.begin(ctx, who, '', show)),
    onButton(on.listButton, 'staff', async (ctx, who, [page]) => {
      const list = await listOf(who, page);
      await show(ctx, list ?? messages.eventList([], 0, false));
    }),
    onButton(on.openButton, 'staff', async (ctx, who, [eventId]) => {
      await endChange(who, eventId);
      await show(ctx, await card(who, eventId));
    }),
    onButton(on.changeButton, 'staff', (ctx, _who, [eventId]) =>
      show(ctx, messages.changeCard(eventId)),
    ),
    onButton(on.fieldButton, 'staff', (ctx, who, [eventId, field]) =>
      conversation.beginChange(ctx, who, eventId, field),
    ),
    onButton(on.sendButton, 'staff', async (ctx, who, [eventId]) => {
      await endChange(who, eventId);
      await show(ctx, await planOf(eventId));
    }),
    onButton(on.sendNowButton, 'staff', (ctx, who, [eventId]) => send(ctx, who, eventId)),
    onButton(on.unreachableFileButton, 'staff', async (ctx, _who, [eventId]) => {
      const people = await events.unreachable(eventId);
      if (people.length === 0) return void (await say(ctx, { text: text.everybodyReachable }));
      await sayFile(
        ctx,
        {
          name: text.unreachableFileName(eventId),
          bytes: await writeXlsx(unreachableWorkbook(people, wilayah)),
        },
        { text: text.unreachableCaption(people.length) },
      );
    }),
    onButton(on.cancelButton, 'staff', async (ctx, who, [eventId]) => {
      const event = await events.find(eventId);
      if (event === null || event.status === 'CANCELLED')
        return show(ctx, await card(who, eventId));
      await show(ctx, messages.confirmCancel(event));
    }),
    onButton(on.reallyCancelButton, 'staff', async (ctx, who, [eventId]) => {
      await endChange(who, eventId);
      const outcome = await events.cancel(who.accountId, eventId);
      await show(ctx, await card(who, eventId));
      if (outcome.ok && outcome.told > 0)
        await say(ctx, { text: text.eventCancelled(outcome.told) });
    }),
    ...choiceActions(conversation, { ports, events, wilayah, places, card }),
  ];

  /** What there is to choose from; null when nothing is planned and nothing was begun. */
  async function listOf(who: Staff, page: number): Promise<Message | null> {
    const coming = await events.coming();
    const halfFilled = (await conversation.open(who))?.eventId === null;
    if (coming.length === 0 && !halfFilled) return null;
    return messages.eventList(coming, page, halfFilled);
  }

  async function card(who: Staff, eventId: number): Promise<Message> {
    const event = await events.find(eventId);
    if (event === null) return messages.sendRefusal(eventId, 'unknown');
    const recap = await report.recap(who.scope, eventId);
    const audienceSize = await events.audienceSize(event);
    const answers = recap.ok ? recap.view.recap.total.tally : tallyOf([]);
    return messages.eventCard({ event, audienceSize, answers, now: ports.clock.now() }, wilayah);
  }

  async function planOf(eventId: number): Promise<Message> {
    const plan = await events.plan(eventId);
    if (plan === null) return messages.sendRefusal(eventId, 'unknown');
    if (plan.obstacle !== null) return messages.sendRefusal(eventId, plan.obstacle);
    if (plan.total === 0) return messages.sendRefusal(eventId, 'nobody_in_audience');
    return messages.sendPlanCard(plan, deps.ratePerSecond);
  }

  /**
   * The pressed message becomes the one on which the progress is shown, so it is made ready before anything is
   * queued: afterwards it belongs to the progress. A second tap finds it done and says so below.
   */
  async function send(ctx: BotContext, who: Staff, eventId: number): Promise<void> {
    const plan = await events.plan(eventId);
    if (plan?.obstacle === null && plan.total > 0) await show(ctx, { text: text.sending });
    const pressed = ctx.callbackQuery?.message?.message_id ?? null;
    const outcome = await events.send(who.accountId, eventId, pressed);
    if (!outcome.ok) return void (await say(ctx, messages.sendRefusal(eventId, outcome.reason)));
    if (outcome.recipients === 0) await show(ctx, { text: text.sentToNobody(outcome.event.title) });
    else await deps.reportProgress();
  }

  /** A change of this event that was begun and not finished is put aside. */
  async function endChange(who: Staff, eventId: number): Promise<void> {
    if ((await conversation.open(who))?.eventId === eventId) await conversation.end(who);
  }
}
