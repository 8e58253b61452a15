import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { actorOfAccount } from '../access/repository.ts';
import type { Grants, Scope } from '../access/rules.ts';
import { covers } from '../access/rules.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import { settleCards } from './cards.ts';
import { carryOut } from './carrying-out.ts';
import type { ApplicationDeps } from './letters.ts';
import type { WaitingApplication } from './repository.ts';
import { endApplication, findApplication, listWaiting } from './repository.ts';
import type { Application } from './rules.ts';
import { mayDecide } from './rules.ts';

type DecisionOutcome =
  | { ok: true; application: Application }
  /** The first decision counts; this is what it was. */
  | { ok: false; reason: 'already_ended'; application: Application }
  | { ok: false; reason: 'out_of_scope' | 'own' | 'unknown' };

/** The use cases of whoever decides. */
export interface ApprovalService {
  /** The waiting applications of one's own area, the oldest first. */
  list(
    scope: Scope,
    page: { skip: number; take: number },
  ): Promise<{ total: number; applications: WaitingApplication[] }>;
  /** One application of one's own area; null when there is none of that number. */
  open(scope: Scope, id: number): Promise<Application | null>;
  /** Decides. Roster, link, outcome, menus and cards change together or not at all. */
  decide(
    who: Grants['coordinator'],
    id: number,
    decision: 'APPROVED' | 'REJECTED',
  ): Promise<DecisionOutcome>;
}

/** The approval use cases on these parts. */
export function createApprovalService(deps: ApplicationDeps): ApprovalService {
  const { ports, letters } = deps;
  const { db, transact, clock } = ports;

  return {
    list: (scope, page) => listWaiting(db, scope, page),

    async open(scope, id) {
      const application = await findApplication(db, id);
      return application !== null && covers(scope, application) ? application : null;
    },

    decide: (who, id, decision) =>
      transact(async (tx) => {
        const asked = await findApplication(tx, id);
        if (asked === null) return { ok: false, reason: 'unknown' };
        const allowed = mayDecide(who, asked);
        if (allowed !== 'yes') return { ok: false, reason: allowed };
        const now = clock.now();
        const end = { status: decision, decidedById: who.accountId, decidedAt: now };
        if (!(await endApplication(tx, id, end))) return ended(tx, id);

        if (decision === 'APPROVED') await carryOut(tx, deps, asked, who.accountId);
        await writeAudit(tx, {
          at: now,
          accountId: who.accountId,
          action: decision === 'APPROVED' ? 'application.approve' : 'application.reject',
          subject: `application:${id}`,
          before: { status: 'WAITING' },
          after: { status: decision },
        });
        const application = (await findApplication(tx, id)) ?? asked;
        const applicant = await actorOfAccount(tx, asked.applicant.accountId);
        if (applicant !== null) {
          const letter = decision === 'APPROVED' ? letters.approved : letters.rejected;
          const key = `application:${id}:outcome`;
          const message = letter(application, applicant);
          await enqueue(tx, [letterTo(applicant.telegramId, key, message, now)], now);
        }
        await settleCards(tx, deps, application);
        return { ok: true, application };
      }),
  };

  async function ended(tx: Tx, id: number): Promise<DecisionOutcome> {
    const application = await findApplication(tx, id);
    return application === null
      ? { ok: false, reason: 'unknown' }
      : { ok: false, reason: 'already_ended', application };
  }
}
