import { z } from 'zod';
import { type BotContext, say } from '../../bot/context.ts';
import { defineDraft } from '../../bot/drafts.ts';
import type { PlaceFinder } from '../../language/place-names/finder.ts';
import type { Ports } from '../../platform/ports.ts';
import * as text from '../../text/id/broadcast.ts';
import * as approvalText from '../../text/id/broadcast-approval.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { ApprovalPolicy } from './approval.ts';
import type { NotADraft } from './service.ts';

export interface BroadcastDeps {
  ports: Ports;
  wilayah: Wilayah;
  places: PlaceFinder;
  /** When another staff member has to agree. */
  approval: ApprovalPolicy;
  /** Messages per second, for the estimate. */
  ratePerSecond: number;
  /** Brings the progress cards up to date. */
  report: (urgentId?: number) => Promise<void>;
}

/** Waiting for the content, for typed areas while the audience is put together, or for a typed time. */
export const composing = defineDraft(
  'broadcast',
  z.discriminatedUnion('step', [
    /** `refusedAlbum`: the album whose first part was refused, so that its others are not refused again. */
    z.object({ step: z.literal('content'), refusedAlbum: z.string().optional() }),
    z.object({
      step: z.literal('audience'),
      broadcastId: z.number().int(),
      side: z.enum(['include', 'exclude']),
    }),
    z.object({ step: z.literal('when'), broadcastId: z.number().int() }),
  ]),
);

/** Says why a button on a card does nothing any more. */
export async function refuse(
  ctx: BotContext,
  refusal: NotADraft | { ok: false; reason: 'nobody_reachable' | 'nobody_to_approve' },
): Promise<void> {
  await say(ctx, { text: refusalText[refusal.reason] });
}

const refusalText = {
  gone: text.gone,
  still_waiting: approvalText.stillWaiting,
  already_scheduled: text.alreadyScheduled,
  already_sending: text.alreadySending,
  already_cancelled: text.alreadyCancelled,
  nobody_reachable: text.nobodyReachable,
  nobody_to_approve: approvalText.nobodyElse,
};
