import { writeAudit } from '../../platform/audit.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import { createInvitations } from '../attendance/repository.ts';
import { invitationKey } from '../attendance/service.ts';
import { isQuietHour } from '../broadcast/hours.ts';
import type { Kader } from '../kader/repository.ts';
import { audienceKader, audienceReach, isReachable } from '../kader/service.ts';
import { enqueue } from '../outbox/service.ts';
import * as store from './repository.ts';
import { type Event, type SendObstacle, sendObstacle } from './rules.ts';

/** An event before it is sent: how many its invitation would reach. */
export interface SendPlan {
  event: Event;
  obstacle: SendObstacle | null;
  /** Kader in the audience, and how many of them the bot can write to. */
  total: number;
  reachable: number;
  /** People are asleep, or ought to be. */
  isQuiet: boolean;
}

export type SendOutcome =
  | { ok: true; event: Event; recipients: number; unreachable: number }
  | { ok: false; reason: SendObstacle | 'unknown' | 'nobody_in_audience' };

/** Sending the invitations of an event. */
export interface InvitationSending {
  plan(id: number): Promise<SendPlan | null>;
  /** Those of the audience whom the bot cannot write to, by area and name. */
  unreachable(id: number): Promise<Kader[]>;
  /**
   * Opens the event and queues its invitation for everybody the bot can reach, once however often it is asked.
   *
   * @param progressMessageId the message in the sender's chat on which the progress is shown
   */
  send(accountId: number, id: number, progressMessageId: number | null): Promise<SendOutcome>;
}

/** As broadcasts: after direct answers and reminders. What follows up on an invitation goes no sooner. */
export const invitationPriority = 2;

export function createInvitationSending(
  { db, transact, clock }: Pick<Ports, 'db' | 'transact' | 'clock'>,
  letters: { invitation(event: Event): OutgoingMessage },
): InvitationSending {
  return {
    plan: async (id) => {
      const event = await store.findEvent(db, id);
      if (event === null) return null;
      const reach = await audienceReach(db, event.audience);
      const now = clock.now();
      return { event, obstacle: sendObstacle(event, now), ...reach, isQuiet: isQuietHour(now) };
    },

    unreachable: async (id) => {
      const event = await store.findEvent(db, id);
      if (event === null) return [];
      return (await audienceKader(db, event.audience)).filter((kader) => !isReachable(kader));
    },

    send: (accountId, id, progressMessageId) =>
      transact(async (tx): Promise<SendOutcome> => {
        const now = clock.now();
        const draft = await store.findEvent(tx, id);
        if (draft === null) return { ok: false, reason: 'unknown' };
        const obstacle = sendObstacle(draft, now);
        if (obstacle !== null) return { ok: false, reason: obstacle };
        const people = await audienceKader(tx, draft.audience);
        if (people.length === 0) return { ok: false, reason: 'nobody_in_audience' };
        if (!(await store.openEvent(tx, id, now))) return { ok: false, reason: 'already_sent' };
        const event: Event = { ...draft, status: 'OPEN', invitedAt: now };
        const kaderIds = people.map((kader) => kader.id);
        await createInvitations(tx, id, kaderIds, now);
        const reachable = people.filter(isReachable);
        const recipients = reachable.length;
        const unreachable = people.length - recipients;
        const broadcastId = await store.createInvitationBroadcast(tx, event, {
          createdById: accountId,
          progressMessageId,
          recipients,
          unreachable,
          at: now,
        });
        const letter = letters.invitation(event);
        await enqueue(
          tx,
          reachable.map((kader) => ({
            ...letter,
            dedupeKey: invitationKey(id, kader.id),
            broadcastId,
            kaderId: kader.id,
            chatId: BigInt(kader.account.telegramId),
            priority: invitationPriority,
            notBefore: now,
            expiresAt: event.startsAt,
          })),
          now,
        );
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'event.invite',
          subject: `event:${id}`,
          after: { invited: people.length, recipients },
        });
        return { ok: true, event, recipients, unreachable };
      }),
  };
}
