import { writeAudit } from '../../platform/audit.ts';
import { actorOfAccount, approversOf } from '../access/repository.ts';
import type { Actor } from '../access/rules.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import { cardKey } from './cards.ts';
import type { ApplicationDeps } from './letters.ts';
import { createApplication, findApplication, findWaiting } from './repository.ts';
import type { Application, Wanted } from './rules.ts';
import { isSameRequest } from './rules.ts';
import { withdrawWaiting } from './withdrawal.ts';

type SubmitOutcome =
  | { ok: true; application: Application }
  | { ok: false; reason: 'already_registered' };

type WithdrawOutcome =
  | { ok: true; application: Application }
  /** Somebody decided first, or it is not this person's. */
  | { ok: false; reason: 'not_waiting' };

/** The use cases of whoever asks for something that others decide. */
export interface ApplicationService {
  /**
   * Asks for a decision; whoever may decide gets a card. It takes the place of what the same person asked
   * for before; asking for the same again changes nothing.
   */
  submit(actor: Actor, wanted: Wanted): Promise<SubmitOutcome>;
  withdraw(actor: Actor, applicationId: number): Promise<WithdrawOutcome>;
  /** What the account asked for and nobody decided yet. */
  waiting(accountId: number): Promise<Application | null>;
}

/** The use cases of applicants on these parts. */
export function createApplicationService(deps: ApplicationDeps): ApplicationService {
  const { ports, letters } = deps;
  const { db, transact, clock } = ports;

  return {
    submit: ({ accountId }, wanted) =>
      transact(async (tx) => {
        const actor = await actorOfAccount(tx, accountId);
        if (actor?.kader != null && actor.kader.id !== wanted.kaderId)
          return { ok: false, reason: 'already_registered' };
        const before = await findWaiting(tx, accountId);
        if (before !== null && isSameRequest(before, wanted))
          return { ok: true, application: before };
        await withdrawWaiting(tx, deps, accountId);

        const now = clock.now();
        const id = await createApplication(tx, accountId, wanted, now);
        const application = await findApplication(tx, id);
        if (application === null) throw new Error(`application ${id} vanished while it was made`);
        await writeAudit(tx, {
          at: now,
          accountId,
          action: 'application.submit',
          subject: `application:${id}`,
          after: { kind: wanted.kind, kaderId: wanted.kaderId },
        });
        const card = letters.card(application);
        const approvers = await approversOf(tx, wanted, accountId);
        await enqueue(
          tx,
          approvers.map((approver) =>
            letterTo(approver.telegramId, cardKey(id, approver.accountId), card, now),
          ),
          now,
        );
        return { ok: true, application };
      }),

    withdraw: ({ accountId }, applicationId) =>
      transact(async (tx) => {
        const waiting = await findWaiting(tx, accountId);
        if (waiting?.id !== applicationId) return { ok: false, reason: 'not_waiting' };
        await withdrawWaiting(tx, deps, accountId);
        return { ok: true, application: waiting };
      }),

    waiting: (accountId) => findWaiting(db, accountId),
  };
}
