import type { Action } from '../../bot/actions.ts';
import { cardActions } from './card-bot.ts';
import { deskActions } from './desk-bot.ts';
import { type DeskChat, DeskConversation } from './desk-conversation.ts';
import { type OpeningDeps, openingActions } from './opening-bot.ts';
import { type ScanningDeps, scanningActions } from './scanning-bot.ts';

/** Check-in at the venue: `/absen` for staff, the desk in chat, and for kader the code on the wall and `/kartu`. */
export function checkInActions(deps: OpeningDeps & ScanningDeps & DeskChat): Action[] {
  const conversation = new DeskConversation(deps);
  return [
    ...cardActions({
      ...deps,
      recordAtDesk: async (ctx, who, code) => {
        const desk = await conversation.current(who);
        if (desk === null) return false;
        await conversation.scanCard(ctx, who, desk.eventId, code);
        return true;
      },
    }),
    ...scanningActions(deps),
    ...openingActions(deps),
    ...deskActions({ ...deps, conversation }),
  ];
}
