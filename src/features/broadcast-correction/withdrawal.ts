import { writeAudit } from '../../platform/audit.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import * as store from '../broadcast/repository.ts';
import type { NewMessage } from '../outbox/schema.ts';
import { arrivedOf, cancelBroadcast, enqueueAll } from '../outbox/service.ts';

/** Bot API deleteMessage: a message can be deleted if it was sent less than 48 hours ago. */
const deletableMs = 48 * 3_600_000;
/** Before what is still to be sent to many: a wrong message is read as long as it stands. */
export const followUpPriority = 1;

export type Standing =
  | { ok: true; broadcast: store.Broadcast }
  | { ok: false; reason: 'gone' | 'not_sent' | 'withdrawn' | 'invitation' };

/** An announcement that has left and may still be corrected or withdrawn, or why not. */
export async function standing(db: Db | Tx, id: number): Promise<Standing> {
  const broadcast = await store.findBroadcast(db, id);
  if (broadcast === null) return { ok: false, reason: 'gone' };
  // An invitation is corrected and cancelled by its event.
  if (broadcast.kind !== 'ANNOUNCEMENT') return { ok: false, reason: 'invitation' };
  if (broadcast.startedAt === null) return { ok: false, reason: 'not_sent' };
  if (broadcast.withdrawnAt !== null) return { ok: false, reason: 'withdrawn' };
  return { ok: true, broadcast };
}

/**
 * Calls off what has not left of an announcement, and queues the deletion of what has arrived, once however
 * often it is asked. Its corrections go with it.
 *
 * @param progressMessageId the card in the chat of whoever withdraws it
 */
export function withdrawBroadcast(
  { transact, clock }: Pick<Ports, 'transact' | 'clock'>,
  id: number,
  accountId: number,
  progressMessageId: number | null,
): Promise<Standing> {
  return transact(async (tx): Promise<Standing> => {
    const now = clock.now();
    const found = await standing(tx, id);
    if (!found.ok) return found;
    if (!(await store.markWithdrawn(tx, id, now))) return { ok: false, reason: 'withdrawn' };
    await callOff(tx, id, now);
    const corrections = await callOffCorrections(tx, id, now);
    const withdrawalId = await store.createFollowUp(tx, found.broadcast, {
      kind: 'WITHDRAWAL',
      createdById: accountId,
      progressMessageId,
      startedAt: now,
    });
    const deletions = await queueDeletions(tx, withdrawalId, [id, ...corrections], now, now);
    await writeAudit(tx, {
      at: now,
      accountId,
      action: 'broadcast.withdraw',
      subject: `broadcast:${id}`,
      after: { deletions },
    });
    return found;
  });
}

/** Ends the corrections of an announcement that are under way. @returns all it ever had */
export async function callOffCorrections(tx: Tx, id: number, now: Date): Promise<number[]> {
  const corrections = await store.correctionsOf(tx, id);
  for (const correctionId of corrections) await callOff(tx, correctionId, now);
  return corrections;
}

async function callOff(tx: Tx, id: number, now: Date): Promise<void> {
  await store.changeBroadcast(tx, id, ['SENDING', 'PAUSED'], { status: 'CANCELLED' });
  await cancelBroadcast(tx, id, now);
}

/**
 * Queues the deletion of what has arrived of some broadcasts. One that is too old to be deleted expires in
 * the queue without a request.
 *
 * @param until only what left by then
 * @returns how many were not queued before
 */
export function queueDeletions(
  tx: Tx,
  withdrawalId: number,
  broadcastIds: number[],
  until: Date,
  now: Date,
): Promise<number> {
  return enqueueAll(tx, deletions(tx, withdrawalId, broadcastIds, until, now), now);
}

async function* deletions(
  tx: Tx,
  withdrawalId: number,
  broadcastIds: number[],
  until: Date,
  now: Date,
): AsyncGenerator<NewMessage> {
  for await (const page of arrivedOf(tx, broadcastIds, until))
    for (const { id, kaderId, chatId, messageNumber, sentAt } of page)
      yield {
        method: 'deleteMessage',
        payload: { message_id: messageNumber },
        dedupeKey: `withdraw:${withdrawalId}:${id}`,
        broadcastId: withdrawalId,
        kaderId,
        chatId,
        priority: followUpPriority,
        notBefore: now,
        expiresAt: new Date(sentAt.getTime() + deletableMs),
      };
}
