import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { announcementFor } from '../broadcast/outgoing.ts';
import type { PlaceholderValues } from '../broadcast/placeholders.ts';
import { valuesFor } from '../broadcast/recipient.ts';
import * as store from '../broadcast/repository.ts';
import type { Content } from '../broadcast/schema.ts';
import { kaderByIds } from '../kader/service.ts';
import type { NewMessage } from '../outbox/schema.ts';
import {
  arrivedOf,
  enqueueAll,
  lastArrivals,
  rewriteUnsent,
  sendInstead,
} from '../outbox/service.ts';
import type { Wilayah } from '../wilayah/rules.ts';
import { correctionNotice, editFor, noticeEdit } from './outgoing.ts';
import { callOffCorrections, followUpPriority, type Standing, standing } from './withdrawal.ts';

/**
 * Gives an announcement another text: what has not left goes out corrected, what has arrived is edited.
 *
 * @param content the corrected one, of the same kind as before
 * @param progressMessageId the card in the chat of whoever corrects it
 */
export function correctBroadcast(
  { transact, clock }: Pick<Ports, 'transact' | 'clock'>,
  wilayah: Wilayah,
  id: number,
  accountId: number,
  content: Content,
  progressMessageId: number | null,
): Promise<Standing> {
  return transact(async (tx): Promise<Standing> => {
    const found = await standing(tx, id);
    if (!found.ok) return found;
    await store.writeContent(tx, id, content);
    // An earlier correction must not come after this one.
    const earlier = await callOffCorrections(tx, id, clock.now());
    await rewriteUnsent(tx, id, async (kaderIds) => {
      const messages = await messagesFor(tx, wilayah, kaderIds, (values) =>
        announcementFor(content, values),
      );
      return new Map([...messages].map(([kaderId, { payload }]) => [kaderId, payload]));
    });
    // Whatever left before this instant may carry the old text, and nothing that leaves after it does.
    const now = clock.now();
    const corrected = { ...found.broadcast, content };
    const correctionId = await store.createFollowUp(tx, corrected, {
      kind: 'CORRECTION',
      createdById: accountId,
      progressMessageId,
      startedAt: now,
    });
    const correction = { ...corrected, id: correctionId };
    const edits = await queueEdits(tx, wilayah, correction, { id, earlier }, now, now);
    await writeAudit(tx, {
      at: now,
      accountId,
      action: 'broadcast.correct',
      subject: `broadcast:${id}`,
      before: { content: found.broadcast.content },
      after: { content, edits },
    });
    return { ok: true, broadcast: corrected };
  });
}

/** What stands in people's chats: an announcement, and the notices of its earlier corrections. */
export interface Corrected {
  id: number;
  /** The ids of the corrections before this one. */
  earlier: number[];
}

/**
 * Queues the edit of what arrived of an announcement with the text from before. Whoever has a notice of an
 * earlier correction, since their message could not be edited, has the last notice edited instead.
 *
 * @param until only what left by then
 * @returns how many were not queued before
 */
export function queueEdits(
  tx: Tx,
  wilayah: Wilayah,
  correction: Pick<store.Broadcast, 'id' | 'content'>,
  corrected: Corrected,
  until: Date,
  now: Date,
): Promise<number> {
  return enqueueAll(tx, edits(tx, wilayah, correction, corrected, until, now), now);
}

/** Makes the edits that Telegram refused into new messages that say RALAT. @returns how many */
export function queueNotices(
  tx: Tx,
  wilayah: Wilayah,
  { id, content }: Pick<store.Broadcast, 'id' | 'content'>,
  now: Date,
): Promise<number> {
  return sendInstead(
    tx,
    id,
    (kaderIds) => messagesFor(tx, wilayah, kaderIds, (values) => correctionNotice(content, values)),
    now,
  );
}

async function* edits(
  tx: Tx,
  wilayah: Wilayah,
  { id: correctionId, content }: Pick<store.Broadcast, 'id' | 'content'>,
  { id: announcementId, earlier }: Corrected,
  until: Date,
  now: Date,
): AsyncGenerator<NewMessage> {
  for await (const page of arrivedOf(tx, [announcementId, ...earlier], until)) {
    const kaderIds = page.flatMap(({ kaderId }) => kaderId ?? []);
    const notices = await lastArrivals(tx, earlier, kaderIds, until);
    const messages = await messagesFor(tx, wilayah, kaderIds, (values) => ({
      edit: editFor(content, values),
      notice: noticeEdit(content, values),
    }));
    for (const { id, kaderId, chatId, messageNumber } of page) {
      const own = kaderId === null ? undefined : messages.get(kaderId);
      const notice = kaderId === null ? undefined : notices.get(kaderId);
      if (own === undefined || (notice !== undefined && notice !== id)) continue;
      const edit = notice === id ? own.notice : own.edit;
      yield {
        method: edit.method,
        payload: { ...edit.payload, message_id: messageNumber },
        dedupeKey: `correct:${correctionId}:${id}`,
        broadcastId: correctionId,
        kaderId,
        chatId,
        priority: followUpPriority,
        notBefore: now,
      };
    }
  }
}

/** What is made for each of some kader, with what is their own filled in. */
async function messagesFor<Made = OutgoingMessage>(
  tx: Tx,
  wilayah: Wilayah,
  kaderIds: number[],
  message: (values: PlaceholderValues) => Made,
): Promise<Map<number, Made>> {
  const people = await kaderByIds(tx, kaderIds);
  return new Map(people.map((kader) => [kader.id, message(valuesFor(kader, wilayah))]));
}
