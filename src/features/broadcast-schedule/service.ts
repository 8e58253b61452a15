import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import {
  type ApprovalPolicy,
  needsApproval,
  type RequestOutcome,
  requestApproval,
} from '../broadcast/approval.ts';
import { queueAnnouncement } from '../broadcast/queueing.ts';
import * as store from '../broadcast/repository.ts';
import type { Schedule } from '../broadcast/schema.ts';
import { audienceReach } from '../kader/service.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { isTooLate, nextOf } from './rules.ts';

/** An announcement that waits for its hour. */
export type Scheduled = store.Broadcast & { scheduledAt: Date };

export type ScheduleOutcome =
  | { ok: true; broadcast: Scheduled }
  | NotScheduled
  | RequestOutcome
  | { ok: false; reason: 'past' };

type NotScheduled = {
  ok: false;
  reason: 'gone' | 'still_waiting' | 'already_sending' | 'already_cancelled';
};

/** Lets a draft leave by itself, or one that waits already at another time. */
export function scheduleBroadcast(
  { transact, clock }: Ports,
  approval: ApprovalPolicy,
  id: number,
  accountId: number,
  { at, repeatDay }: Schedule,
): Promise<ScheduleOutcome> {
  return transact(async (tx): Promise<ScheduleOutcome> => {
    const now = clock.now();
    if (at <= now) return { ok: false, reason: 'past' };
    const before = await store.findBroadcast(tx, id);
    if (before === null) return { ok: false, reason: 'gone' };
    if (before.status !== 'DRAFT' && before.status !== 'SCHEDULED') return whyNot(before);
    const { reachable: recipients } = await audienceReach(tx, before.audience);
    if (needsApproval(before, recipients, approval))
      return requestApproval(tx, approval, before, {
        schedule: { at, repeatDay },
        recipients,
        now,
      });
    const change = { status: 'SCHEDULED', scheduledAt: at, repeatDay } as const;
    if (!(await store.changeBroadcast(tx, id, ['DRAFT', 'SCHEDULED'], change)))
      return whyNot(before);
    await writeAudit(tx, {
      at: now,
      accountId,
      action: 'broadcast.schedule',
      subject: `broadcast:${id}`,
      before: { status: before.status, scheduledAt: before.scheduledAt?.toISOString() ?? null },
      after: { scheduledAt: at.toISOString(), repeatDay },
    });
    return { ok: true, broadcast: { ...before, ...change } };
  });
}

/** Takes an announcement off the schedule for good; a monthly one does not come again. */
export function cancelSchedule(
  { transact, clock }: Ports,
  id: number,
  accountId: number,
): Promise<{ ok: true } | NotScheduled> {
  return transact(async (tx) => {
    const now = clock.now();
    const before = await store.findBroadcast(tx, id);
    if (before === null) return { ok: false, reason: 'gone' };
    const change = { status: 'CANCELLED', scheduledAt: null, finishedAt: now } as const;
    if (!(await store.changeBroadcast(tx, id, 'SCHEDULED', change))) return whyNot(before);
    await writeAudit(tx, {
      at: now,
      accountId,
      action: 'broadcast.unschedule',
      subject: `broadcast:${id}`,
      before: { scheduledAt: before.scheduledAt?.toISOString() ?? null },
    });
    return { ok: true };
  });
}

function whyNot({ status }: store.Broadcast): NotScheduled {
  if (status === 'CANCELLED') return { ok: false, reason: 'already_cancelled' };
  if (status === 'WAITING') return { ok: false, reason: 'still_waiting' };
  return { ok: false, reason: status === 'DRAFT' ? 'gone' : 'already_sending' };
}

export interface ScheduleDeps {
  ports: Ports;
  wilayah: Wilayah;
  approval: ApprovalPolicy;
  cards: {
    /** The card under which it leaves. */
    started(broadcast: Scheduled, recipients: number): OutgoingMessage;
    /** Asks the composer what is to become of one whose hour passed unused. */
    missed(broadcast: Scheduled, why: 'too_late' | 'nobody_reachable'): OutgoingMessage;
  };
  /** A request outside the outbox: the number of the card has to be known. */
  call(method: string, payload: Record<string, unknown>): Promise<unknown>;
}

/**
 * Sends what is scheduled. Each is one transaction from SCHEDULED, so that a missed tick is caught up and a
 * repeated one does nothing; its audience is that of the moment it leaves.
 *
 * @returns a function to be called every minute
 */
export function createScheduler({
  ports,
  wilayah,
  approval,
  cards,
  call,
}: ScheduleDeps): () => Promise<void> {
  const { db, transact, clock, logger } = ports;

  async function leave(broadcast: Scheduled): Promise<void> {
    const now = clock.now();
    if (isTooLate(broadcast.scheduledAt, now)) return ask(broadcast, 'too_late');
    const { reachable } = await audienceReach(db, broadcast.audience);
    if (reachable === 0) return ask(broadcast, 'nobody_reachable');
    // More people may have come into its audience since it was put on the schedule.
    const mustAsk = needsApproval(broadcast, reachable, approval);
    const progressMessageId = mustAsk ? null : await showStart(broadcast, reachable);
    await transact(async (tx) => {
      const how = { accountId: null, progressMessageId, approval, now };
      const queued = await queueAnnouncement(tx, wilayah, broadcast, how);
      if (queued.ok) await repeat(tx, broadcast, now);
    });
  }

  /** Puts the card that will show its progress into the composer's chat; it leaves without one, too. */
  async function showStart(broadcast: Scheduled, recipients: number): Promise<number | null> {
    const chatId = await store.composerChat(db, broadcast);
    if (chatId === null) return null;
    const { method, payload } = cards.started(broadcast, recipients);
    try {
      const sent = await call(method, { ...payload, chat_id: chatId });
      return (sent as { message_id: number }).message_id;
    } catch (error) {
      logger.info({ err: error, broadcastId: broadcast.id }, 'no card for a scheduled broadcast');
      return null;
    }
  }

  /** Makes it a draft again, under a card on which its composer decides. */
  async function ask(broadcast: Scheduled, why: 'too_late' | 'nobody_reachable'): Promise<void> {
    const { id, scheduledAt } = broadcast;
    const now = clock.now();
    const chatId = await store.composerChat(db, broadcast);
    await transact(async (tx) => {
      const change = {
        status: 'DRAFT',
        scheduledAt: null,
        repeatDay: null,
        approvedById: null,
      } as const;
      if (!(await store.changeBroadcast(tx, id, 'SCHEDULED', change))) return;
      await repeat(tx, broadcast, now);
      const after = { reason: why };
      const before = { scheduledAt: scheduledAt.toISOString() };
      const subject = `broadcast:${id}`;
      await writeAudit(tx, {
        at: now,
        accountId: null,
        action: 'broadcast.missed',
        subject,
        before,
        after,
      });
      if (chatId === null) return;
      const key = `broadcast-missed:${id}:${scheduledAt.getTime()}`;
      await enqueue(tx, [letterTo(chatId, key, cards.missed(broadcast, why), now)], now);
    });
  }

  /** Puts the next one of a monthly announcement on the schedule. */
  async function repeat(tx: Tx, broadcast: Scheduled, now: Date): Promise<void> {
    const { content, audience, createdById, scheduledAt, repeatDay, approvedById, expiry } =
      broadcast;
    const next = nextOf({ at: scheduledAt, repeatDay }, now);
    if (next === null) return;
    const status = 'SCHEDULED';
    await store.createBroadcast(
      tx,
      {
        content,
        audience,
        createdById,
        repeatDay,
        approvedById,
        expiry,
        status,
        scheduledAt: next,
      },
      now,
    );
  }

  return async () => {
    for (const broadcast of await store.scheduledBroadcasts(db, { until: clock.now() })) {
      // The next tick tries again; the others must not wait for this one.
      await leave(broadcast).catch((error) =>
        logger.error(
          { err: error, broadcastId: broadcast.id },
          'a scheduled broadcast was not sent',
        ),
      );
    }
  };
}
