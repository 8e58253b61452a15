import { type Action, command, onButton, onStep } from '../../bot/actions.ts';
import { type BotContext, say, show } from '../../bot/context.ts';
import { mainKeys } from '../../bot/menus.ts';
import type { Registry } from '../../bot/registry.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/check-in-desk.ts';
import type { Area } from '../access/rules.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import * as on from './buttons.ts';
import type { ChangeOutcome } from './desk.ts';
import type { DeskChat, DeskConversation, Keeper } from './desk-conversation.ts';
import { deskDraft } from './desk-draft.ts';
import { doublesCard, recordCard } from './desk-messages.ts';

export interface DeskDeps extends DeskChat {
  conversation: DeskConversation;
  registry: () => Registry;
}

/** What /batal says at a desk, by the kind of its conversation: what was recorded there stays. */
export const cancelledDesk: readonly [string, Html] = [deskDraft.kind, text.deskCancelled];

/** The desk in chat: letters of a name, *Hadir*, guests, and what is taken back. */
export function deskActions(deps: DeskDeps): Action[] {
  const { conversation, checkIn, ports, wilayah, registry } = deps;
  return [
    onStep(deskDraft, 'coordinator', (ctx, who) => conversation.take(ctx, who)),
    command({ name: 'selesai', need: 'coordinator', run: leave }),
    onButton(on.leaveDeskButton, 'coordinator', leave),
    onButton(on.deskButton, 'coordinator', (ctx, who, [eventId]) =>
      conversation.open(ctx, who, eventId),
    ),
    onButton(on.recordButton, 'coordinator', (ctx, who, [eventId, kaderId]) =>
      conversation.record(ctx, who, eventId, { by: 'kader', kaderId }, show),
    ),
    onButton(on.guestButton, 'coordinator', (ctx, who, [eventId]) =>
      conversation.askGuest(ctx, who, eventId),
    ),
    onButton(on.areaButton, 'coordinator', (ctx, who, [code]) =>
      conversation.takeArea(ctx, who, areaOf(code, wilayah), show),
    ),
    onButton(on.elsewhereButton, 'coordinator', (ctx, who) =>
      conversation.takeArea(ctx, who, null, show),
    ),
    onButton(on.namesakeButton, 'coordinator', (ctx, who, [nonce, meant]) =>
      conversation.takeNamesake(ctx, who, nonce, meant === 'another'),
    ),
    onButton(on.reasonButton, 'coordinator', (ctx, who, [nonce, reason]) =>
      conversation.takeReason(ctx, who, nonce, reason === 'own' ? null : text.reasons[reason]),
    ),
    onButton(on.undoButton, 'coordinator', async (ctx, who, [eventId, checkInId]) =>
      changed(ctx, await checkIn.undo(who, eventId, { checkInId })),
    ),
    onButton(on.doublesButton, 'coordinator', (ctx, who, [eventId]) =>
      showDoubles(ctx, who, eventId),
    ),
    onButton(on.undoDoubleButton, 'coordinator', async (ctx, who, [eventId, checkInId]) => {
      await checkIn.undo(who, eventId, { checkInId }, true);
      await showDoubles(ctx, who, eventId);
    }),
    onButton(on.leftButton, 'coordinator', async (ctx, who, [eventId, checkInId]) =>
      changed(ctx, await checkIn.leave(who, eventId, { checkInId }, ports.clock.now())),
    ),
    onButton(on.stayedButton, 'coordinator', async (ctx, who, [eventId, checkInId]) =>
      changed(ctx, await checkIn.leave(who, eventId, { checkInId }, null)),
    ),
  ];

  async function leave(ctx: BotContext, who: Keeper): Promise<void> {
    const wasOpen = await conversation.close(who);
    await say(ctx, {
      text: wasOpen ? text.deskLeft : text.notAtDesk,
      keyboard: mainKeys(registry(), who),
    });
  }

  /** Shows who may be there twice as it is now, whoever has mended it meanwhile. */
  async function showDoubles(ctx: BotContext, who: Keeper, eventId: number): Promise<void> {
    const event = await checkIn.eventOf(eventId);
    if (event === null) return show(ctx, { text: text.recordRefusals.unknown });
    await show(ctx, doublesCard(event, await checkIn.doubles(who.scope, eventId), wilayah));
  }

  async function changed(ctx: BotContext, outcome: ChangeOutcome): Promise<void> {
    await show(
      ctx,
      outcome.ok ? recordCard(outcome.checkIn, wilayah) : { text: text.nothingToChange },
    );
  }
}

/** The area behind a code of either kind; null for one that the city does not know. */
function areaOf(code: string, wilayah: Wilayah): Area | null {
  const kelurahan = wilayah.findKelurahan(code);
  if (kelurahan !== null)
    return { kecamatanCode: kelurahan.kecamatanCode, kelurahanCode: kelurahan.code };
  const kecamatan = wilayah.findKecamatan(code);
  return kecamatan === null ? null : { kecamatanCode: kecamatan.code, kelurahanCode: null };
}
