import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import * as store from '../broadcast/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import {
  cancelBroadcast,
  enqueue,
  holdBroadcast,
  releaseBroadcast,
  retryFailed,
} from '../outbox/service.ts';

/** What became of a tap on the card of a running broadcast; `reason` is what is the case instead. */
export type ControlOutcome =
  | { ok: true; broadcast: store.Broadcast }
  | { ok: false; reason: 'gone' | 'already_finished' | 'already_paused' | 'already_sending' };

export type RetryOutcome =
  | { ok: true; broadcast: store.Broadcast; again: number }
  | { ok: false; reason: 'gone' | 'already_sending' | 'nothing_failed' };

type Controls = Pick<Ports, 'transact' | 'clock'>;

/** Holds back at once whatever has not left; what is on its way arrives. */
export function pauseBroadcast(ports: Controls, id: number, accountId: number) {
  return control(ports, id, accountId, 'broadcast.pause', async (tx) => {
    if (!(await store.changeBroadcast(tx, id, 'SENDING', { status: 'PAUSED', pauseReason: null })))
      return false;
    await holdBroadcast(tx, id);
    return true;
  });
}

/** Goes on where it was paused. */
export function resumeBroadcast(ports: Controls, id: number, accountId: number) {
  return control(ports, id, accountId, 'broadcast.resume', async (tx) => {
    if (!(await store.changeBroadcast(tx, id, 'PAUSED', { status: 'SENDING' }))) return false;
    await releaseBroadcast(tx, id);
    return true;
  });
}

/** Calls off what has not left yet, paused or not; what is on its way arrives. */
export function stopBroadcast(ports: Controls, id: number, accountId: number) {
  return control(ports, id, accountId, 'broadcast.stop', async (tx, now) => {
    if (!(await store.changeBroadcast(tx, id, ['SENDING', 'PAUSED'], { status: 'CANCELLED' })))
      return false;
    return { cancelled: await cancelBroadcast(tx, id, now) };
  });
}

/** Sends again what Telegram refused, and only that; for a broadcast that is through. */
export function retryBroadcast(
  { transact, clock }: Controls,
  id: number,
  accountId: number,
): Promise<RetryOutcome> {
  return transact(async (tx): Promise<RetryOutcome> => {
    const now = clock.now();
    const broadcast = await store.findBroadcast(tx, id);
    if (broadcast === null || broadcast.startedAt === null) return { ok: false, reason: 'gone' };
    const reopened = { status: 'SENDING', finishedAt: null, pauseReason: null } as const;
    if (broadcast.finishedAt === null) return { ok: false, reason: 'already_sending' };
    if (!(await store.changeBroadcast(tx, id, ['DONE', 'CANCELLED'], reopened)))
      return { ok: false, reason: 'already_sending' };
    const again = await retryFailed(tx, id, now);
    if (again === 0) {
      const { status, finishedAt, pauseReason } = broadcast;
      await store.changeBroadcast(tx, id, 'SENDING', { status, finishedAt, pauseReason });
      return { ok: false, reason: 'nothing_failed' };
    }
    await writeAudit(tx, {
      at: now,
      accountId,
      action: 'broadcast.retry',
      subject: `broadcast:${id}`,
      after: { again },
    });
    return { ok: true, broadcast: { ...broadcast, ...reopened }, again };
  });
}

/**
 * Pauses a broadcast that Telegram refuses for everybody, and tells whoever composed it why. Where somebody
 * has let it go on in spite of the same refusal, it goes on.
 *
 * @param letter what the composer is told
 * @returns whether it was paused
 */
export function pauseForRefusal(
  { transact, clock }: Controls,
  id: number,
  reason: string,
  letter: (broadcast: store.Broadcast) => OutgoingMessage,
): Promise<boolean> {
  return transact(async (tx) => {
    const now = clock.now();
    const before = await store.findBroadcast(tx, id);
    if (before === null || before.pauseReason === reason) return false;
    const change = { status: 'PAUSED', pauseReason: reason } as const;
    if (!(await store.changeBroadcast(tx, id, 'SENDING', change))) return false;
    await holdBroadcast(tx, id);
    const chatId = await store.composerChat(tx, before);
    if (chatId === null) return true;
    const key = `broadcast-paused:${id}:${now.getTime()}`;
    await enqueue(tx, [letterTo(chatId, key, letter({ ...before, ...change }), now)], now);
    return true;
  });
}

/** One change of a running broadcast, with its audit row; of two taps one counts. */
function control(
  { transact, clock }: Controls,
  id: number,
  accountId: number,
  action: string,
  change: (tx: Tx, now: Date) => Promise<boolean | Record<string, number>>,
): Promise<ControlOutcome> {
  return transact(async (tx): Promise<ControlOutcome> => {
    const now = clock.now();
    const before = await store.findBroadcast(tx, id);
    const changed = await change(tx, now);
    const broadcast = await store.findBroadcast(tx, id);
    if (before === null || broadcast === null) return { ok: false, reason: 'gone' };
    if (changed === false) return { ok: false, reason: whyNot(broadcast) };
    await writeAudit(tx, {
      at: now,
      accountId,
      action,
      subject: `broadcast:${id}`,
      before: { status: before.status },
      after: { status: broadcast.status, ...(changed === true ? {} : changed) },
    });
    return { ok: true, broadcast };
  });
}

function whyNot({ status }: store.Broadcast) {
  switch (status) {
    case 'DRAFT':
    case 'WAITING':
    case 'SCHEDULED':
      return 'gone';
    case 'SENDING':
      return 'already_sending';
    case 'PAUSED':
      return 'already_paused';
    case 'DONE':
    case 'CANCELLED':
      return 'already_finished';
  }
}
