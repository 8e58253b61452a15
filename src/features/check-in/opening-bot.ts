import { z } from 'zod';
import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import { mainKeys } from '../../bot/menus.ts';
import type { Message } from '../../bot/message.ts';
import type { Registry } from '../../bot/registry.ts';
import type { Ports } from '../../platform/ports.ts';
import { howToCheckIn } from '../../text/id/check-in.ts';
import * as text from '../../text/id/check-in-desk.ts';
import { type Grants, grantFor } from '../access/rules.ts';
import * as on from './buttons.ts';
import * as messages from './opening-messages.ts';
import type { PageLinks } from './page-access.ts';
import type { Venue } from './rules.ts';
import type { CheckInService } from './service.ts';

type Keeper = Grants['coordinator'];
type Staff = Grants['staff'];

export interface OpeningDeps {
  ports: Ports;
  checkIn: CheckInService;
  links: PageLinks;
  registry: () => Registry;
}

/** A staff member who is about to send where the hall is. */
const venueDraft = defineDraft('absen.venue', z.object({ eventId: z.number().int() }));

/** `/absen`: choosing the event, opening and closing its check-in, and the proof of place. */
export function openingActions({ ports, checkIn, links, registry }: OpeningDeps): Action[] {
  return [
    command({
      name: 'absen',
      need: 'coordinator',
      description: text.menu,
      key: text.key,
      refused: howToCheckIn,
      run: async (ctx, who) => {
        await say(ctx, messages.eventList(await checkIn.events(), 0, isStaff(who)));
      },
    }),
    onButton(on.listButton, 'coordinator', async (ctx, who, [page]) =>
      show(ctx, messages.eventList(await checkIn.events(), page, isStaff(who))),
    ),
    onButton(on.openButton, 'coordinator', async (ctx, who, [eventId]) => {
      const staff = grantFor('staff', who);
      await show(
        ctx,
        staff === null ? await card(who, eventId) : await opened(staff, eventId, false),
      );
      await stopAwaitingVenue(ctx, who);
    }),
    onButton(on.openAnywayButton, 'staff', async (ctx, who, [eventId]) =>
      show(ctx, await opened(who, eventId, true)),
    ),
    onButton(on.closeButton, 'staff', async (ctx, who, [eventId]) => {
      await checkIn.close(who.accountId, eventId);
      await show(ctx, await card(who, eventId));
    }),
    onButton(on.reopenButton, 'staff', async (ctx, who, [eventId]) => {
      await checkIn.reopen(who.accountId, eventId);
      await show(ctx, await card(who, eventId));
    }),
    onButton(on.venueButton, 'staff', async (ctx, who, [eventId]) => {
      const gate = await checkIn.gate(eventId);
      if (gate === null) return show(ctx, messages.gateRefusal('unknown'));
      await writeDraft(ports.db, venueDraft, who.accountId, { eventId }, ports.clock.now());
      await show(ctx, messages.venueCard(gate));
      await say(ctx, messages.askVenue());
    }),
    onButton(on.radiusButton, 'staff', async (ctx, who, [eventId, radius]) => {
      const venue = (await checkIn.gate(eventId))?.venue ?? null;
      await show(ctx, await withVenue(who, eventId, venue === null ? null : { ...venue, radius }));
      await stopAwaitingVenue(ctx, who);
    }),
    onButton(on.noVenueButton, 'staff', async (ctx, who, [eventId]) => {
      await show(ctx, await withVenue(who, eventId, null));
      await stopAwaitingVenue(ctx, who);
    }),
    onStep(venueDraft, 'staff', takeVenue),
  ];

  /** Opens check-in unless it is open already or was closed, and shows the card. */
  async function opened(who: Staff, eventId: number, anyDay: boolean): Promise<Message> {
    const outcome = await checkIn.open(who.accountId, eventId, anyDay);
    if (outcome.ok || outcome.reason === 'closed') return card(who, eventId);
    if (outcome.reason === 'other_day')
      return messages.confirmOtherDay(outcome.gate, ports.clock.now());
    return messages.gateRefusal(outcome.reason);
  }

  async function card(who: Keeper, eventId: number): Promise<Message> {
    const [board, gate] = await Promise.all([checkIn.board(eventId), checkIn.gate(eventId)]);
    if (board === null || gate === null || board.state === 'unknown')
      return messages.gateRefusal('unknown');
    if (board.state === 'cancelled') return messages.gateRefusal('cancelled');
    const { openedAt } = board;
    if (openedAt === null) return messages.gateRefusal('not_open');
    const pages = isStaff(who) ? await pagesOf(who, eventId) : null;
    const doubles = (await checkIn.doubles(who.scope, eventId)).length;
    return messages.boardCard({ ...board, openedAt }, gate, pages, doubles, ports.clock.now());
  }

  async function pagesOf({ accountId }: Keeper, eventId: number) {
    const [wall, desk] = [await links.wall(eventId), await links.desk(eventId, accountId)];
    return wall === null || desk === null ? null : { wall, desk };
  }

  async function takeVenue(ctx: BotContext, who: Staff): Promise<void> {
    const waiting = await readDraft(ports.db, venueDraft, who.accountId);
    const sent =
      ctx.message !== undefined && 'location' in ctx.message ? ctx.message.location : null;
    if (waiting === null || sent === null) return void (await say(ctx, { text: text.venueHelp }));
    const { eventId } = waiting;
    const radius = (await checkIn.gate(eventId))?.venue?.radius ?? messages.usualRadius;
    const { latitude, longitude } = sent;
    const changed = await withVenue(who, eventId, { latitude, longitude, radius });
    await clearDraft(ports.db, who.accountId);
    await say(ctx, { text: text.venueSet, keyboard: mainKeys(registry(), who) });
    await say(ctx, changed);
  }

  async function withVenue(who: Staff, eventId: number, venue: Venue | null): Promise<Message> {
    const outcome = await checkIn.setVenue(who.accountId, eventId, venue);
    return outcome.ok ? messages.venueCard(outcome.gate) : messages.gateRefusal(outcome.reason);
  }

  /** Whoever goes on to something else need not send a location any more, and gets the usual keys back. */
  async function stopAwaitingVenue(ctx: BotContext, who: Keeper): Promise<void> {
    if ((await readDraft(ports.db, venueDraft, who.accountId)) === null) return;
    await clearDraft(ports.db, who.accountId);
    await say(ctx, { text: text.venueKept, keyboard: mainKeys(registry(), who) });
  }
}

function isStaff(who: Keeper): boolean {
  return grantFor('staff', who) !== null;
}
