import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { audienceKader, isReachable } from '../kader/service.ts';
import { enqueue } from '../outbox/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import {
  type ApprovalPolicy,
  needsApproval,
  type RequestOutcome,
  requestApproval,
} from './approval.ts';
import { expiresAt } from './hours.ts';
import { announcementFor } from './outgoing.ts';
import { valuesFor } from './recipient.ts';
import * as store from './repository.ts';

export type QueueOutcome =
  | { ok: true; broadcast: store.Broadcast }
  | { ok: false; reason: 'nobody_reachable' | 'already_sending' }
  | RequestOutcome;

/**
 * Queues an announcement for everybody who is in its audience now and whom the bot can reach. Of two attempts
 * from the same state one counts. One to too many people is put before other staff instead.
 *
 * @param accountId who told it to leave; null: the clock
 */
export async function queueAnnouncement(
  tx: Tx,
  wilayah: Wilayah,
  broadcast: store.Broadcast,
  {
    accountId,
    progressMessageId,
    approval,
    now,
  }: {
    accountId: number | null;
    progressMessageId: number | null;
    approval: ApprovalPolicy;
    now: Date;
  },
): Promise<QueueOutcome> {
  const { id, content, audience, expiry } = broadcast;
  const people = await audienceKader(tx, audience);
  const reachable = people.filter(isReachable);
  if (reachable.length === 0) return { ok: false, reason: 'nobody_reachable' };
  if (needsApproval(broadcast, reachable.length, approval)) {
    const { scheduledAt, repeatDay } = broadcast;
    const schedule = scheduledAt === null ? null : { at: scheduledAt, repeatDay };
    const recipients = reachable.length;
    return requestApproval(tx, approval, broadcast, { schedule, recipients, now });
  }
  const change = {
    status: 'SENDING',
    scheduledAt: null,
    startedAt: now,
    progressMessageId,
    recipientCount: reachable.length,
    unreachableCount: people.length - reachable.length,
  } as const;
  if (!(await store.changeBroadcast(tx, id, broadcast.status, change)))
    return { ok: false, reason: 'already_sending' };
  await enqueue(
    tx,
    reachable.map((kader) => ({
      ...announcementFor(content, valuesFor(kader, wilayah)),
      dedupeKey: `broadcast:${id}:${kader.id}`,
      broadcastId: id,
      kaderId: kader.id,
      chatId: BigInt(kader.account.telegramId),
      priority: 2,
      notBefore: now,
      expiresAt: expiresAt(expiry, now),
    })),
    now,
  );
  await writeAudit(tx, {
    at: now,
    accountId,
    action: 'broadcast.send',
    subject: `broadcast:${id}`,
    after: { recipients: reachable.length, audience },
  });
  return { ok: true, broadcast: { ...broadcast, ...change } };
}
