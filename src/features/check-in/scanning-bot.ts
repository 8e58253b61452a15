import { z } from 'zod';
import { type Action, onLink, onStep } from '../../bot/actions.ts';
import { type BotContext, say } from '../../bot/context.ts';
import { clearDraft, defineDraft, readDraft, writeDraft } from '../../bot/drafts.ts';
import { mainKeys } from '../../bot/menus.ts';
import type { Registry } from '../../bot/registry.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Html } from '../../text/html.ts';
import * as text from '../../text/id/check-in.ts';
import type { Actor, Grants } from '../access/rules.ts';
import * as messages from './messages.ts';
import { type Fix, isFreshLocation } from './rules.ts';
import type { ScanOutcome } from './scanning.ts';
import type { CheckInService } from './service.ts';
import { readWallParameter } from './wall-code.ts';

type Kader = Grants['kader'];

export interface ScanningDeps {
  ports: Ports;
  checkIn: CheckInService;
  registry: () => Registry;
  /** Leads somebody into registering, or to where they are in it. */
  register(ctx: BotContext, who: Actor): Promise<void>;
}

/** A scan that waits for the proof that it was made at the venue. */
const placeDraft = defineDraft(
  'absen.place',
  z.object({ eventId: z.number().int(), scannedAt: z.iso.datetime() }),
);

/** What /batal, also the key *Batal*, says to somebody who was to prove where they are. */
export const cancelledPlace: readonly [string, Html] = [placeDraft.kind, text.locationCancelled];

/** The code on the wall, scanned by a kader's own phone. */
export function scanningActions({ ports, checkIn, registry, register }: ScanningDeps): Action[] {
  return [
    onLink('hadir', 'anyone', async (ctx, who, rest) => {
      const code = readWallParameter(rest);
      if (code === null) return refuse(ctx, { ok: false, reason: 'unknown' });
      if (who.kader === null) return welcome(ctx, who, code.eventId);
      const kader = { ...who, kader: who.kader };
      const scanner = { kader: who.kader, telegramId: who.telegramId };
      const sentAt = sentAtOf(ctx, ports.clock.now());
      const outcome = await checkIn.scan(
        { ...scanner, receipt: (receipt) => messages.receiptLetter(receipt) },
        code.eventId,
        code.code,
        sentAt,
      );
      if (outcome.ok) return;
      if (outcome.reason === 'needs_place') await awaitPlace(kader, code.eventId, sentAt);
      await refuse(ctx, outcome);
    }),
    onStep(placeDraft, 'kader', takePlace),
  ];

  async function refuse(ctx: BotContext, outcome: Extract<ScanOutcome, { ok: false }>) {
    await say(ctx, messages.scanRefusal(outcome));
  }

  /** Whoever is not registered hears where they are, and is led into registering. */
  async function welcome(ctx: BotContext, who: Actor, eventId: number): Promise<void> {
    const event = await checkIn.eventOf(eventId);
    await say(ctx, { text: event === null ? text.unknownCode : text.notRegistered(event) });
    await register(ctx, who);
  }

  function awaitPlace(who: Kader, eventId: number, scannedAt: Date): Promise<void> {
    const waiting = { eventId, scannedAt: scannedAt.toISOString() };
    return writeDraft(ports.db, placeDraft, who.accountId, waiting, ports.clock.now());
  }

  async function takePlace(ctx: BotContext, who: Kader): Promise<void> {
    const waiting = await readDraft(ports.db, placeDraft, who.accountId);
    if (waiting === null) return end(ctx, who, text.locationCancelled);
    const fix = sharedLocation(ctx);
    const scannedAt = new Date(waiting.scannedAt);
    if (!isFreshLocation(scannedAt, sentAtOf(ctx, ports.clock.now())))
      return end(ctx, who, text.locationTooLate);
    if (fix === null) return ask(ctx, text.locationHelp);
    if (fix === 'forwarded') return ask(ctx, text.forwardedLocation);
    const keyboard = mainKeys(registry(), who);
    const outcome = await checkIn.prove(
      {
        kader: who.kader,
        telegramId: who.telegramId,
        receipt: (receipt) => messages.receiptLetter(receipt, keyboard),
      },
      waiting.eventId,
      scannedAt,
      fix,
    );
    if (!outcome.ok && outcome.reason === 'too_far') return refuse(ctx, outcome);
    await clearDraft(ports.db, who.accountId);
    if (!outcome.ok) await say(ctx, { ...messages.scanRefusal(outcome), keyboard });
  }

  async function ask(ctx: BotContext, help: Html): Promise<void> {
    await say(ctx, { text: help, keyboard: messages.locationKeys() });
  }

  async function end(ctx: BotContext, who: Kader, words: Html): Promise<void> {
    await clearDraft(ports.db, who.accountId);
    await say(ctx, { text: words, keyboard: mainKeys(registry(), who) });
  }
}

/** When a message reached Telegram, by Telegram's clock, in whole seconds. */
function sentAtOf(ctx: BotContext, now: Date): Date {
  return ctx.message === undefined ? now : new Date(ctx.message.date * 1000);
}

/** The location in a message; one that was passed on proves nothing. */
function sharedLocation(ctx: BotContext): Fix | 'forwarded' | null {
  const { message } = ctx;
  if (message === undefined || !('location' in message)) return null;
  if ('forward_origin' in message) return 'forwarded';
  const { latitude, longitude, horizontal_accuracy } = message.location;
  return { latitude, longitude, unsure: horizontal_accuracy ?? 0 };
}
