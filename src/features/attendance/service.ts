import type { Db, Tx } from '../../platform/database.ts';
import type { Ports } from '../../platform/ports.ts';
import type { OutgoingMessage } from '../../platform/telegram.ts';
import type { KaderIdentity } from '../access/rules.ts';
import { listEventsFrom } from '../event/repository.ts';
import { type AnswerWindow, answerWindow, type Event, isComing } from '../event/rules.ts';
import { findKader } from '../kader/repository.ts';
import { isInAudience } from '../kader/rules.ts';
import { enqueue } from '../outbox/service.ts';
import { type InvitationEdit, keepAnswer } from './keeping.ts';
import {
  type Coordinator,
  createInvitations,
  findCoordinator,
  findInvitation,
  listInvitations,
  listPresences,
} from './repository.ts';
import {
  type Answer,
  type AnswerVia,
  decideAnswer,
  type Invitation,
  type Presence,
} from './rules.ts';

export type { Coordinator } from './repository.ts';

/** An invitation with what can be done about it now. */
export interface InvitationView {
  invitation: Invitation;
  window: AnswerWindow;
  /** Once they were recorded as having come, what was answered no longer matters. */
  came: Presence | null;
  /** Whom to call when the deadline is over. */
  contact: Coordinator | null;
}

/** An invitation in the agenda, with whether its kader is there already. */
export type AgendaEntry = Invitation & Pick<InvitationView, 'came'>;

export type ViewOutcome =
  | { ok: true; view: InvitationView }
  | { ok: false; reason: 'not_invited'; contact: Coordinator | null };

export type AnswerOutcome =
  /** The answer that was given is the one that counts; `view` shows it. */
  | { ok: true; view: InvitationView }
  | { ok: false; reason: 'not_invited'; contact: Coordinator | null }
  /** Too late, or the event is no more; nothing was recorded. */
  | { ok: false; reason: Exclude<AnswerWindow, 'open'>; view: InvitationView };

/** Who answers, and how. */
interface Answering {
  kader: KaderIdentity;
  accountId: number;
  via: AnswerVia;
}

export interface AttendanceService {
  /** One kader's invitation to an event, as it stands now. */
  view(kader: KaderIdentity, eventId: number): Promise<ViewOutcome>;
  /** Gives or changes an answer; the same one twice counts once and leaves one line of history. */
  answer(who: Answering, eventId: number, answer: Answer): Promise<AnswerOutcome>;
  /** The invitations of a kader to what is still to come or going on, soonest first. */
  agenda(kaderId: number): Promise<AgendaEntry[]>;
  /**
   * Invites somebody who has just been linked to a roster entry to everything still to come that has
   * them in its audience. Called in the transaction that links them; harmless when repeated.
   *
   * @returns how many invitations were queued for them
   */
  inviteNewcomer(tx: Tx, kaderId: number, now: Date): Promise<number>;
}

/** How the invitation to an event reads while answers are taken, and when they no longer are. */
export type InvitationLetter = (event: Event, window: 'open' | 'closed') => OutgoingMessage;

/** Invitations and the answers to them. */
export function createAttendanceService(
  ports: Ports,
  letters: {
    invitation: InvitationLetter;
    edited: InvitationEdit;
  },
): AttendanceService {
  const { db, transact, clock } = ports;
  return {
    view: (kader, eventId) => viewOf(db, kader, eventId, clock.now()),

    answer: (who, eventId, answer) =>
      transact(async (tx): Promise<AnswerOutcome> => {
        const now = clock.now();
        const before = await viewOf(tx, who.kader, eventId, now);
        if (!before.ok) return before;
        const { invitation } = before.view;
        const decision = decideAnswer(invitation, answer, now);
        if (!decision.record)
          return decision.reason === 'unchanged'
            ? before
            : { ok: false, reason: decision.reason, view: before.view };
        const { via, accountId } = who;
        await keepAnswer(
          tx,
          invitation,
          answer,
          { via, accountId, at: now },
          { letter: letters.edited, window: before.view.window },
        );
        return { ok: true, view: { ...before.view, invitation: { ...invitation, answer } } };
      }),

    agenda: async (kaderId) => {
      const now = clock.now();
      const recent = await listInvitations(db, kaderId, dayBefore(now));
      const coming = recent.filter(({ event }) => isComing(event, now));
      const ids = coming.map(({ event }) => event.id);
      const presences = await listPresences(db, kaderId, ids);
      return coming.map((each) => ({ ...each, came: presences.get(each.event.id) ?? null }));
    },

    inviteNewcomer: async (tx, kaderId, now) => {
      const kader = await findKader(tx, kaderId);
      if (kader === null) return 0;
      const events = (await listEventsFrom(tx, now)).filter(
        ({ status, audience }) => status === 'OPEN' && isInAudience(kader, audience),
      );
      for (const event of events) await createInvitations(tx, event.id, [kaderId], now);
      const { account } = kader;
      if (account === null || !account.reachable) return 0;
      await enqueue(
        tx,
        events.map((event) => ({
          dedupeKey: invitationKey(event.id, kaderId),
          kaderId,
          chatId: BigInt(account.telegramId),
          ...letters.invitation(event, now <= event.answerDeadline ? 'open' : 'closed'),
          priority: 1,
          notBefore: now,
          expiresAt: event.startsAt,
        })),
        now,
      );
      return events.length;
    },
  };
}

/** The invitation of one kader to one event is queued once, whatever calls for it. */
export function invitationKey(eventId: number, kaderId: number): string {
  return `invitation:${eventId}:${kaderId}`;
}

async function viewOf(
  db: Db | Tx,
  kader: KaderIdentity,
  eventId: number,
  now: Date,
): Promise<ViewOutcome> {
  const invitation = await findInvitation(db, eventId, kader.id);
  if (invitation === null)
    return { ok: false, reason: 'not_invited', contact: await findCoordinator(db, kader) };
  const window = answerWindow(invitation.event, now);
  const contact = window === 'closed' ? await findCoordinator(db, kader) : null;
  const came = (await listPresences(db, kader.id, [eventId])).get(eventId) ?? null;
  return { ok: true, view: { invitation, window, came, contact } };
}

/** An event without a known end goes on until its day ends, so those of the last day are looked at too. */
function dayBefore(now: Date): Date {
  return new Date(now.getTime() - 86_400_000);
}
