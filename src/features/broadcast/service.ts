import type { Db, Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { Kader } from '../kader/repository.ts';
import { kaderByIds } from '../kader/service.ts';
import type { Failure } from '../outbox/schema.ts';
import { failuresOf } from '../outbox/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { ApprovalPolicy } from './approval.ts';
import { type QueueOutcome, queueAnnouncement } from './queueing.ts';
import * as store from './repository.ts';
import type { Content, Expiry } from './schema.ts';

export type { Broadcast } from './repository.ts';
export { findBroadcast, scheduledBroadcasts } from './repository.ts';

/** Why a button on a broadcast's card does nothing any more. */
export type NotADraft = {
  ok: false;
  reason: 'gone' | 'still_waiting' | 'already_scheduled' | 'already_sending' | 'already_cancelled';
};

export type DraftOutcome = { ok: true; broadcast: store.Broadcast } | NotADraft;

export type SendOutcome = QueueOutcome | NotADraft;

/** Starts composing: the content is known, the audience is not. */
export function draftBroadcast(
  { transact, clock }: Ports,
  accountId: number,
  content: Content,
): Promise<number> {
  return transact((tx) =>
    store.createBroadcast(
      tx,
      { content, audience: { include: [] }, createdById: accountId },
      clock.now(),
    ),
  );
}

/** A broadcast that is still being composed, or why it is not. */
export async function openDraft(db: Db | Tx, id: number): Promise<DraftOutcome> {
  const broadcast = await store.findBroadcast(db, id);
  if (broadcast === null) return { ok: false, reason: 'gone' };
  switch (broadcast.status) {
    case 'DRAFT':
      return { ok: true, broadcast };
    case 'WAITING':
      return { ok: false, reason: 'still_waiting' };
    case 'SCHEDULED':
      return { ok: false, reason: 'already_scheduled' };
    case 'CANCELLED':
      return { ok: false, reason: 'already_cancelled' };
    default:
      return { ok: false, reason: 'already_sending' };
  }
}

/**
 * Changes a draft; of two changes at once neither is lost, and one that has left meanwhile stays as it is.
 *
 * @param change what it becomes, made from what it is
 */
export function changeDraft<Change extends Partial<store.DraftFields>>(
  { transact }: Pick<Ports, 'transact'>,
  id: number,
  change: (draft: store.Broadcast) => Change,
): Promise<DraftOutcome> {
  return transact(async (tx): Promise<DraftOutcome> => {
    // Writing first makes the row ours: what is read next stays so until this is over.
    await store.changeBroadcast(tx, id, 'DRAFT', { status: 'DRAFT' });
    const draft = await openDraft(tx, id);
    if (!draft.ok) return draft;
    const changed = change(draft.broadcast);
    await store.changeBroadcast(tx, id, 'DRAFT', changed);
    return { ok: true, broadcast: { ...draft.broadcast, ...changed } };
  });
}

/** Gives up a draft; nothing was sent. */
export function cancelDraft(ports: Ports, id: number): Promise<DraftOutcome> {
  return changeDraft(ports, id, () => ({
    status: 'CANCELLED',
    finishedAt: ports.clock.now(),
  }));
}

/**
 * Queues a draft for everybody of its audience whom the bot can reach, once however often it is asked.
 *
 * @param progressMessageId the card in the composer's chat that shows how far it is
 */
export function sendBroadcast(
  { transact, clock }: Ports,
  wilayah: Wilayah,
  id: number,
  accountId: number,
  progressMessageId: number | null,
  approval: ApprovalPolicy,
): Promise<SendOutcome> {
  return transact(async (tx): Promise<SendOutcome> => {
    const draft = await openDraft(tx, id);
    if (!draft.ok) return draft;
    const how = { accountId, progressMessageId, approval, now: clock.now() };
    return queueAnnouncement(tx, wilayah, draft.broadcast, how);
  });
}

/** Sets for how long a draft is worth receiving; null: always. */
export function chooseExpiry(
  ports: Ports,
  id: number,
  expiry: Expiry | null,
): Promise<DraftOutcome> {
  return changeDraft(ports, id, () => ({ expiry }));
}

/** Somebody who did not get a broadcast, or may not have; `reason` is what Telegram said, if it did. */
export interface Missed extends Pick<Failure, 'status' | 'reason'> {
  kader: Kader;
}

/** The people of one broadcast who did not get it, or may not have. */
export async function failedPeople(db: Db, id: number): Promise<Missed[]> {
  const people: Missed[] = [];
  for (let after = 0; ; ) {
    const page = await failuresOf(db, id, { after });
    const last = page.at(-1);
    if (last === undefined) return people;
    after = last.id;
    const kader = new Map(
      (
        await kaderByIds(
          db,
          page.flatMap(({ kaderId }) => kaderId ?? []),
        )
      ).map((k) => [k.id, k]),
    );
    for (const { kaderId, reason, status } of page) {
      const who = kaderId === null ? undefined : kader.get(kaderId);
      if (who !== undefined) people.push({ kader: who, status, reason });
    }
  }
}
