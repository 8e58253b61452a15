import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { staffBeside } from '../access/repository.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import * as store from './repository.ts';
import type { Schedule } from './schema.ts';

/** How a request for approval, and what became of it, reads. */
export interface ApprovalLetters {
  ask(broadcast: store.Broadcast, composer: string, recipients: number): OutgoingMessage;
  decided(broadcast: store.Broadcast, decision: Decision, by: string): OutgoingMessage;
}

export type Decision = 'approved' | 'rejected';

/** When a broadcast to many needs another staff member's consent, and how that is asked for. */
export interface ApprovalPolicy {
  /** To more people than this; Infinity: never. */
  over: number;
  letters: ApprovalLetters;
}

export type RequestOutcome =
  | { ok: false; reason: 'needs_approval'; recipients: number }
  | NobodyElse;

type NobodyElse = { ok: false; reason: 'nobody_to_approve' };

/** Whether somebody else must look at it before it leaves. */
export function needsApproval(
  { approvedById }: store.Broadcast,
  recipients: number,
  { over }: ApprovalPolicy,
): boolean {
  return approvedById === null && recipients > over;
}

/** Puts a broadcast before all other staff; nothing of it leaves until one of them approves. */
export async function requestApproval(
  tx: Tx,
  { letters }: ApprovalPolicy,
  broadcast: store.Broadcast,
  { schedule, recipients, now }: { schedule: Schedule | null; recipients: number; now: Date },
): Promise<RequestOutcome> {
  const { id, createdById } = broadcast;
  const staff = await staffBeside(tx, createdById);
  if (staff.length === 0) return { ok: false, reason: 'nobody_to_approve' };
  const change = {
    status: 'WAITING',
    approvalRound: broadcast.approvalRound + 1,
    scheduledAt: schedule?.at ?? null,
    repeatDay: schedule?.repeatDay ?? null,
  } as const;
  const isAsked = await store.changeBroadcast(tx, id, broadcast.status, change);
  if (!isAsked) return { ok: false, reason: 'needs_approval', recipients };
  const composer = (await store.composerOf(tx, broadcast))?.firstName ?? '';
  const letter = letters.ask({ ...broadcast, ...change }, composer, recipients);
  await enqueue(
    tx,
    staff.map(({ accountId, telegramId }) =>
      letterTo(telegramId, `broadcast-ask:${id}:${change.approvalRound}:${accountId}`, letter, now),
    ),
    now,
  );
  await writeAudit(tx, {
    at: now,
    accountId: createdById,
    action: 'broadcast.ask',
    subject: `broadcast:${id}`,
    after: { recipients },
  });
  return { ok: false, reason: 'needs_approval', recipients };
}

export type DecisionOutcome =
  | { ok: true }
  | { ok: false; reason: 'gone' | 'own' | 'already_decided' };

/**
 * Decides about a broadcast of somebody else; the first decision counts, and only on the latest request: it may
 * have been withdrawn and changed since. An approved one is put on the
 * schedule, for now where no time was set, and the next tick sends it; a rejected one is a draft again.
 */
export function decide(
  { transact, clock }: Ports,
  { letters }: ApprovalPolicy,
  { id, round }: { id: number; round: number },
  decision: Decision,
  by: { accountId: number; firstName: string },
): Promise<DecisionOutcome> {
  return transact(async (tx): Promise<DecisionOutcome> => {
    const now = clock.now();
    const broadcast = await store.findBroadcast(tx, id);
    if (broadcast === null) return { ok: false, reason: 'gone' };
    if (broadcast.createdById === by.accountId) return { ok: false, reason: 'own' };
    if (broadcast.approvalRound !== round) return { ok: false, reason: 'already_decided' };
    const change =
      decision === 'approved'
        ? ({
            status: 'SCHEDULED',
            scheduledAt: broadcast.scheduledAt ?? now,
            approvedById: by.accountId,
          } as const)
        : draftAgain;
    if (!(await store.changeBroadcast(tx, id, 'WAITING', change)))
      return { ok: false, reason: 'already_decided' };
    const composer = await store.composerOf(tx, broadcast);
    if (composer !== null) {
      const letter = letters.decided(broadcast, decision, by.firstName);
      const key = `broadcast-decided:${id}:${round}`;
      await enqueue(tx, [letterTo(composer.telegramId, key, letter, now)], now);
    }
    await writeAudit(tx, {
      at: now,
      accountId: by.accountId,
      action: `broadcast.${decision}`,
      subject: `broadcast:${id}`,
    });
    return { ok: true };
  });
}

const draftAgain = { status: 'DRAFT', scheduledAt: null, repeatDay: null } as const;

/** Takes a request back: the broadcast is a draft again. @returns false when it was decided already */
export function withdrawRequest(
  { transact, clock }: Ports,
  id: number,
  accountId: number,
): Promise<boolean> {
  return transact(async (tx) => {
    if (!(await store.changeBroadcast(tx, id, 'WAITING', draftAgain))) return false;
    await writeAudit(tx, {
      at: clock.now(),
      accountId,
      action: 'broadcast.unask',
      subject: `broadcast:${id}`,
    });
    return true;
  });
}
