import type { Db } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import { eventTitles } from '../event/repository.ts';
import type { Kader } from '../kader/repository.ts';
import type { Audience, Criterion } from '../kader/schema.ts';
import { audienceByKecamatan, audienceReach, kaderByIds } from '../kader/service.ts';
import type { Failure } from '../outbox/schema.ts';
import { failuresOf } from '../outbox/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import type { ApprovalPolicy } from './approval.ts';
import { type QueueOutcome, queueAnnouncement } from './queueing.ts';
import * as store from './repository.ts';
import { criteriaOf, type Side, toggleCriterion } from './rules.ts';
import type { Content, Expiry } from './schema.ts';

export type { Broadcast } from './repository.ts';
export { findBroadcast } from './repository.ts';

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
export async function openDraft(db: Db, id: number): Promise<DraftOutcome> {
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

/** Puts criteria on a side of a draft's audience, or takes them off again. */
export async function toggleAudience(
  { db, transact }: Ports,
  id: number,
  criteria: readonly Criterion[],
  side: Side,
): Promise<DraftOutcome> {
  const draft = await openDraft(db, id);
  if (!draft.ok) return draft;
  const audience = criteria.reduce<Audience>(
    (sofar, criterion) => toggleCriterion(sofar, criterion, side),
    draft.broadcast.audience,
  );
  await transact((tx) => store.changeBroadcast(tx, id, 'DRAFT', { audience }));
  return { ok: true, broadcast: { ...draft.broadcast, audience } };
}

/** Gives up a draft; nothing was sent. */
export async function cancelDraft(ports: Ports, id: number): Promise<DraftOutcome> {
  const draft = await openDraft(ports.db, id);
  if (!draft.ok) return draft;
  await ports.transact((tx) =>
    store.changeBroadcast(tx, id, 'DRAFT', {
      status: 'CANCELLED',
      finishedAt: ports.clock.now(),
    }),
  );
  return draft;
}

/**
 * Queues a draft for everybody of its audience whom the bot can reach, once however often it is asked.
 *
 * @param progressMessageId the card in the composer's chat that shows how far it is
 */
export async function sendBroadcast(
  { transact, clock, db }: Ports,
  wilayah: Wilayah,
  id: number,
  accountId: number,
  progressMessageId: number | null,
  approval: ApprovalPolicy,
): Promise<SendOutcome> {
  const draft = await openDraft(db, id);
  if (!draft.ok) return draft;
  return transact((tx) =>
    queueAnnouncement(tx, wilayah, draft.broadcast, {
      accountId,
      progressMessageId,
      approval,
      now: clock.now(),
    }),
  );
}

/** Sets for how long a draft is worth receiving; null: always. */
export async function chooseExpiry(
  ports: Ports,
  id: number,
  expiry: Expiry | null,
): Promise<DraftOutcome> {
  const draft = await openDraft(ports.db, id);
  if (!draft.ok) return draft;
  await ports.transact((tx) => store.changeBroadcast(tx, id, 'DRAFT', { expiry }));
  return { ok: true, broadcast: { ...draft.broadcast, expiry } };
}

/** How many a draft would reach, in all and in each kecamatan. */
export async function reachOf(
  db: Db,
  audience: Audience,
): Promise<{
  total: number;
  reachable: number;
  byKecamatan: { kecamatanCode: string; total: number }[];
}> {
  const [reach, byKecamatan] = await Promise.all([
    audienceReach(db, audience),
    audienceByKecamatan(db, audience),
  ]);
  return { ...reach, byKecamatan };
}

/** The titles of the events whose answers or arrivals an audience names. */
export function eventTitlesOf(db: Db, audience: Audience): Promise<Map<number, string>> {
  const criteria = [...criteriaOf(audience, 'include'), ...criteriaOf(audience, 'exclude')];
  return eventTitles(
    db,
    criteria.flatMap((criterion) => ('eventId' in criterion ? [criterion.eventId] : [])),
  );
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
