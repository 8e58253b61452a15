import { DateTime } from 'luxon';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { cancelMessages } from '../outbox/recall.ts';
import { enqueue } from '../outbox/service.ts';
import { isQuiet } from '../reminder/rules.ts';
import { groupedBy } from '../transfer/grouping.ts';
import { findImport, type ImportFile, listDone, takeTurn } from '../transfer/repository.ts';
import {
  countUntold,
  noteTold,
  noteUntold,
  type UntoldCounts,
  type UntoldPerson,
  untoldPeople,
} from './notice-repository.ts';

/** News an import brought that people have not heard. */
export interface NoticeOffer extends UntoldCounts {
  file: ImportFile;
}

export type SendOutcome =
  /** `at`: when the messages leave; later than now in the night. */
  | { ok: true; people: number; at: Date; isLater: boolean }
  | { ok: false; reason: 'gone' | 'nothing_to_tell' };

/** Tells people that a month of theirs was transferred or is held, when staff say so. */
export interface NoticeService {
  /** What an import has to tell; null when there is no such import, or nothing to tell. */
  offer(importId: number): Promise<NoticeOffer | null>;
  /** The same of the latest imports, the newest first. */
  offers(): Promise<NoticeOffer[]>;
  /**
   * Queues one message for each person whom an import has news for, once for each time a month comes to a status.
   * Whoever is not on Telegram stays untold, and is offered again.
   */
  send(importId: number, accountId: number): Promise<SendOutcome>;
}

/** How the news to one person reads. */
export type NoticeLetter = (person: UntoldPerson) => OutgoingMessage;

/** Imports further back than this many are not offered any more. */
const latestImports = 15;

export function createNoticeService(
  { db, transact, clock }: Ports,
  letter: NoticeLetter,
): NoticeService {
  async function offerOf(file: ImportFile): Promise<NoticeOffer | null> {
    const counts = await countUntold(db, file.id);
    return counts.people + counts.withoutTelegram === 0 ? null : { file, ...counts };
  }

  return {
    async offer(importId) {
      const file = await findImport(db, importId);
      return file === null ? null : offerOf(file);
    },

    async offers() {
      const offers: NoticeOffer[] = [];
      for (const file of await listDone(db, { skip: 0, take: latestImports })) {
        const offer = file.kind === 'KADER' ? null : await offerOf(file);
        if (offer !== null) offers.push(offer);
      }
      return offers;
    },

    send: (importId, accountId) =>
      transact(async (tx): Promise<SendOutcome> => {
        await takeTurn(tx, importId);
        const file = await findImport(tx, importId);
        if (file?.status !== 'APPLIED') return { ok: false, reason: 'gone' };
        const now = clock.now();
        const at = afterTheNight(now);
        let people = 0;
        for await (const page of untoldPeople(tx, importId)) {
          await enqueue(
            tx,
            page.map((person) => ({
              ...letter(person),
              dedupeKey: `${keyOf(importId)}${person.kaderId}:${person.months[0].period}:${person.months[0].status}`,
              chatId: BigInt(person.telegramId),
              kaderId: person.kaderId,
              priority: 1,
              notBefore: at,
            })),
            now,
          );
          await noteTold(
            tx,
            importId,
            page.flatMap(({ months }) => months),
            now,
          );
          people += page.length;
        }
        if (people === 0) return { ok: false, reason: 'nothing_to_tell' };
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'incentive.notify',
          subject: `import:${importId}`,
          after: { people },
        });
        return { ok: true, people, at, isLater: at > now };
      }),
  };
}

/**
 * Calls back the news of an import that is being undone: what has not left never will, and counts as untold.
 *
 * @returns how many people it no longer reaches
 */
export async function recallNotices(tx: Tx, importId: number, now: Date): Promise<number> {
  const cancelled = await cancelMessages(tx, keyOf(importId), now);
  const byTime = groupedBy(cancelled, ({ createdAt }) => createdAt.getTime());
  for (const [time, messages] of byTime)
    await noteUntold(tx, importId, {
      at: new Date(time),
      kaderIds: messages.flatMap(({ kaderId }) => kaderId ?? []),
    });
  return cancelled.length;
}

function keyOf(importId: number): string {
  return `incentive-news:${importId}:`;
}

/** The same instant, or the end of the night it falls into. */
function afterTheNight(now: Date): Date {
  let at = DateTime.fromJSDate(now);
  while (isQuiet(at.toJSDate())) at = at.plus({ hours: 1 }).startOf('hour');
  return at.toJSDate();
}
