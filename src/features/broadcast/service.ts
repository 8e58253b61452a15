import { writeAudit } from '../../platform/audit.ts';
import type { Db } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { Kader } from '../kader/repository.ts';
import type { Audience, Group } from '../kader/schema.ts';
import { audienceKader, audienceReach, isReachable, kaderByIds } from '../kader/service.ts';
import { cancelBroadcast, enqueue, failuresOf } from '../outbox/service.ts';
import * as store from './repository.ts';
import { toggleGroup } from './rules.ts';
import type { Content } from './schema.ts';

export type { Broadcast } from './repository.ts';
export { findBroadcast } from './repository.ts';

/** Why a button on a broadcast's card does nothing any more. */
export type NotADraft = { ok: false; reason: 'gone' | 'already_sending' | 'already_cancelled' };

export type DraftOutcome = { ok: true; broadcast: store.Broadcast } | NotADraft;

export type SendOutcome =
  | { ok: true; broadcast: store.Broadcast }
  | NotADraft
  | { ok: false; reason: 'nobody_reachable' };

export type StopOutcome = { ok: true } | { ok: false; reason: 'gone' | 'already_finished' };

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
  if (broadcast.status === 'DRAFT') return { ok: true, broadcast };
  return {
    ok: false,
    reason: broadcast.status === 'CANCELLED' ? 'already_cancelled' : 'already_sending',
  };
}

/** Puts groups into the audience of a draft, or takes them out again. */
export async function toggleAudience(
  { db, transact }: Ports,
  id: number,
  groups: readonly Group[],
): Promise<DraftOutcome> {
  const draft = await openDraft(db, id);
  if (!draft.ok) return draft;
  const audience = groups.reduce(toggleGroup, draft.broadcast.audience);
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
  id: number,
  accountId: number,
  progressMessageId: number | null,
): Promise<SendOutcome> {
  const draft = await openDraft(db, id);
  if (!draft.ok) return draft;
  const { content, audience } = draft.broadcast;
  const now = clock.now();
  return transact(async (tx): Promise<SendOutcome> => {
    const people = await audienceKader(tx, audience);
    const reachable = people.filter(isReachable);
    if (reachable.length === 0) return { ok: false, reason: 'nobody_reachable' };
    const change = {
      status: 'SENDING',
      startedAt: now,
      progressMessageId,
      recipientCount: reachable.length,
      unreachableCount: people.length - reachable.length,
    } as const;
    if (!(await store.changeBroadcast(tx, id, 'DRAFT', change)))
      return { ok: false, reason: 'already_sending' };
    const message = contentMessage(content);
    await enqueue(
      tx,
      reachable.map(({ id: kaderId, account }) => ({
        ...message,
        dedupeKey: `broadcast:${id}:${kaderId}`,
        broadcastId: id,
        kaderId,
        chatId: BigInt(account.telegramId),
        priority: 2,
        notBefore: now,
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
    return { ok: true, broadcast: { ...draft.broadcast, ...change } };
  });
}

/** Stops what has not left yet; what is on its way arrives. */
export async function stopBroadcast(
  { transact, clock, db }: Ports,
  id: number,
  accountId: number,
): Promise<StopOutcome> {
  const broadcast = await store.findBroadcast(db, id);
  if (broadcast === null) return { ok: false, reason: 'gone' };
  const now = clock.now();
  return transact(async (tx): Promise<StopOutcome> => {
    if (!(await store.changeBroadcast(tx, id, 'SENDING', { status: 'CANCELLED' })))
      return { ok: false, reason: 'already_finished' };
    const cancelled = await cancelBroadcast(tx, id, now);
    await writeAudit(tx, {
      at: now,
      accountId,
      action: 'broadcast.stop',
      subject: `broadcast:${id}`,
      after: { cancelled },
    });
    return { ok: true };
  });
}

/** How many a draft would reach. */
export function reachOf(db: Db, audience: Audience): Promise<{ total: number; reachable: number }> {
  return audienceReach(db, audience);
}

/** The people of a broadcast's audience whom somebody has to ring, by area and name. */
export async function unreachablePeople(db: Db, audience: Audience): Promise<Kader[]> {
  return (await audienceKader(db, audience)).filter((kader) => !isReachable(kader));
}

/** The people of one broadcast who did not get it, or may not have, with Telegram's reason. */
export async function failedPeople(db: Db, id: number): Promise<{ kader: Kader; why: string }[]> {
  const people: { kader: Kader; why: string }[] = [];
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
      if (who !== undefined) people.push({ kader: who, why: reason ?? status });
    }
  }
}

/** What an announcement is to Telegram. An invitation is queued by its event, never here. */
function contentMessage(content: Content): OutgoingMessage {
  switch (content.kind) {
    case 'text':
      return {
        method: 'sendMessage',
        payload: { text: content.text, entities: content.entities },
      };
    case 'copy':
      return {
        method: 'copyMessage',
        payload: { from_chat_id: content.fromChatId, message_id: content.messageId },
      };
    case 'invitation':
      throw new Error('an invitation is queued by its event');
  }
}
