import { z } from 'zod';
import type { Ports } from '../../platform/ports.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { ChangeOutcome, DeskKeeper, RecordOutcome } from './desk.ts';
import type { Deed, DeedOutcome } from './page-contract.ts';
import { deskArrival } from './page-views.ts';
import { recordingSchema } from './schema.ts';
import type { CheckInService } from './service.ts';

const instant = z.number().int().nonnegative();
const nonce = z.string().regex(/^[\w-]{8,64}$/);
const target = z.union([z.object({ checkInId: z.number().int().positive() }), z.object({ nonce })]);

/** What a desk's device sends. */
export const deedsSchema = z.object({
  deeds: z
    .array(
      z.discriminatedUnion('kind', [
        recordingSchema
          .pick({ person: true, reason: true })
          .extend({ kind: z.literal('record'), nonce, at: instant }),
        z.object({
          kind: z.literal('undo'),
          nonce,
          at: instant,
          target,
          onlyDouble: z.boolean().optional(),
        }),
        z.object({ kind: z.literal('leave'), nonce, at: instant, target }),
        z.object({ kind: z.literal('stay'), nonce, at: instant, target }),
      ]),
    )
    .max(50),
});

/**
 * Carries out what was done at a desk, in the order in which it was done, each in a transaction of its own.
 *
 * @returns what became of each; a deed that met a fault of ours is left out, so that the desk sends it again
 */
export async function carryOut(
  deeds: readonly Deed[],
  to: { ports: Ports; service: CheckInService; wilayah: Wilayah },
  eventId: number,
  keeper: DeskKeeper,
): Promise<{ nonce: string; outcome: DeedOutcome }[]> {
  const outcomes: { nonce: string; outcome: DeedOutcome }[] = [];
  for (const deed of deeds) {
    try {
      const outcome = await carryOutOne(deed, to.service, eventId, keeper, to.wilayah);
      outcomes.push({ nonce: deed.nonce, outcome });
    } catch (error) {
      to.ports.logger.error({ err: error, eventId, kind: deed.kind }, 'a deed of a desk failed');
    }
  }
  return outcomes;
}

async function carryOutOne(
  deed: Deed,
  service: CheckInService,
  eventId: number,
  keeper: DeskKeeper,
  wilayah: Wilayah,
): Promise<DeedOutcome> {
  const at = new Date(deed.at);
  switch (deed.kind) {
    case 'record': {
      const { person, reason, nonce } = deed;
      const recording = { eventId, person, reason, at, nonce };
      return recordOutcome(await service.record(keeper, recording), wilayah);
    }
    case 'undo':
      return changeOutcome(
        await service.undo(keeper, eventId, deed.target, deed.onlyDouble),
        wilayah,
      );
    case 'leave':
      return changeOutcome(await service.leave(keeper, eventId, deed.target, at), wilayah);
    case 'stay':
      return changeOutcome(await service.leave(keeper, eventId, deed.target, null), wilayah);
  }
}

function recordOutcome(outcome: RecordOutcome, wilayah: Wilayah): DeedOutcome {
  if (outcome.ok || outcome.reason === 'already')
    return {
      ok: true,
      arrival: deskArrival(outcome.checkIn, wilayah),
      already: !outcome.ok,
      ...(outcome.ok && outcome.double !== null
        ? { double: deskArrival(outcome.double, wilayah) }
        : {}),
    };
  return { ok: false, reason: outcome.reason };
}

function changeOutcome(outcome: ChangeOutcome, wilayah: Wilayah): DeedOutcome {
  if (!outcome.ok)
    return { ok: false, reason: outcome.reason === 'unknown' ? 'gone' : outcome.reason };
  return {
    ok: true,
    arrival: deskArrival(outcome.checkIn, wilayah),
    already: !outcome.changed,
  };
}
