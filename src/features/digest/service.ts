import type { Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { coordinatorsInOffice } from '../access/repository.ts';
import { covers, scopeOf } from '../access/rules.ts';
import type { Event } from '../event/rules.ts';
import { enqueue } from '../outbox/service.ts';
import {
  findDigestedEvent,
  listAnswering,
  listDigestedEvents,
  writeDigestRun,
} from './repository.ts';
import { type Answering, type Digest, digestOf, digestStep } from './rules.ts';

/** What a digest tells one coordinator. */
export interface DigestView extends Digest {
  event: Event;
  /** Since when the numbers changed; `isFirst`: since the invitations went out. */
  since: { at: Date; isFirst: boolean };
  /** The invited of their area; `city`: they look after all of it. */
  people: readonly Answering[];
  city: boolean;
  asOf: Date;
}

export type DigestLetter = (view: DigestView) => OutgoingMessage;

/** What one look at the clock led to. */
interface DigestCounts {
  /** Messages queued. */
  queued: number;
  /** Digests that came too late and were given up. */
  missed: number;
}

export interface DigestService {
  /**
   * Queues the morning's digests that are due and were not dealt with before, one message per coordinator and
   * event, for those in whose area something changed since the last one.
   */
  tick(): Promise<DigestCounts>;
}

/** Answers are looked at from the day before on: the deadline may have passed since seven. */
const lookBack = 86_400_000;

/** The morning's word to coordinators on how answers stand, driven by a tick. */
export function createDigestService(
  { db, transact, clock, logger }: Ports,
  letter: DigestLetter,
): DigestService {
  return {
    tick: async () => {
      const counts: DigestCounts = { queued: 0, missed: 0 };
      const now = clock.now();
      const since = new Date(now.getTime() - lookBack);
      for (const { event, handled } of await listDigestedEvents(db, since)) {
        if (digestStep(event, handled, now) === null) continue;
        try {
          const made = await transact((tx) => handle(tx, event.id, now));
          counts.queued += made.queued;
          counts.missed += made.missed;
        } catch (error) {
          // The next tick tries again; the other events must not wait for this one.
          logger.error({ err: error, eventId: event.id }, 'a digest could not be queued');
        }
      }
      return counts;
    },
  };

  /** Does what is due by the event as it stands in this very transaction. */
  async function handle(tx: Tx, eventId: number, now: Date): Promise<DigestCounts> {
    const row = await findDigestedEvent(tx, eventId);
    const step = row === null ? null : digestStep(row.event, row.handled, now);
    if (row === null || step === null) return { queued: 0, missed: 0 };
    const { day } = step;
    if (step.do === 'miss') {
      await writeDigestRun(tx, { eventId, day, status: 'MISSED', count: 0, at: now });
      logger.warn({ eventId, day }, 'a digest came too late and was not sent');
      return { queued: 0, missed: 1 };
    }
    const { event, lastAt } = row;
    const since = { at: lastAt ?? event.invitedAt, isFirst: lastAt === null };
    const views = await viewsOf(tx, event, since, now);
    await enqueue(
      tx,
      views.map(({ accountId, telegramId, view }) => ({
        ...letter(view),
        dedupeKey: `digest:${eventId}:${day}:${accountId}`,
        chatId: BigInt(telegramId),
        priority: 1,
        notBefore: now,
        expiresAt: step.expiresAt,
      })),
      now,
    );
    await writeDigestRun(tx, { eventId, day, status: 'DONE', count: views.length, at: now });
    return { queued: views.length, missed: 0 };
  }
}

/** One view for every coordinator in whose area something changed. */
async function viewsOf(tx: Tx, event: Event, since: DigestView['since'], asOf: Date) {
  const invited = await listAnswering(tx, event.id, since.at);
  return (await coordinatorsInOffice(tx)).flatMap((coordinator) => {
    const scope = scopeOf(coordinator);
    if (scope === null) return [];
    const people = invited.filter((person) => covers(scope, person));
    const digest = digestOf(people);
    if (digest === null) return [];
    const view: DigestView = { ...digest, event, since, people, city: scope.city, asOf };
    const { accountId, telegramId } = coordinator;
    return [{ accountId, telegramId, view }];
  });
}
