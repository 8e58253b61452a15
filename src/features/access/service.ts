import { nameKey } from '../../language/names.ts';
import { writeAudit } from '../../platform/audit.ts';
import type { Tx } from '../../platform/database.ts';
import { parsePhone } from '../../platform/phone.ts';
import { letterTo } from '../outbox/letter.ts';
import { enqueue } from '../outbox/service.ts';
import type { Candidate, Officer } from './grant-repository.ts';
import {
  countAdmins,
  createGrant,
  endGrant,
  findCandidate,
  findCandidates,
  findOfficer,
  hasGrant,
  listOfficers,
} from './grant-repository.ts';
import type { AccessDeps } from './letters.ts';
import { actorOfAccount } from './repository.ts';
import type { Actor, GrantedRole } from './rules.ts';

type GrantOutcome =
  | { ok: true; actor: Actor }
  /** They have exactly this role already. */
  | { ok: false; reason: 'already' }
  | { ok: false; reason: 'unknown_account' };

type RevokeOutcome =
  | { ok: true; officer: Officer }
  | { ok: false; reason: 'not_in_force' | 'last_admin' | 'configured' };

/** The use cases of /petugas. */
export interface AccessService {
  /** One page of everybody with a role. */
  officers(page: { skip: number; take: number }): Promise<{ total: number; officers: Officer[] }>;
  officer(grantId: number): Promise<Officer | null>;
  /**
   * Accounts that may be meant, `most` at the most: by the name or number of a registered kader, by a
   * Telegram name or username, or by the Telegram id of a shared contact.
   */
  candidates(typed: string, telegramId: number | null, most: number): Promise<Candidate[]>;
  candidate(accountId: number): Promise<Candidate | null>;
  /** Gives a role; the person hears it and gets the menu that belongs to it. */
  grant(who: Actor, accountId: number, role: GrantedRole): Promise<GrantOutcome>;
  /** Takes a role away; the person hears it. The last admin stays. */
  revoke(who: Actor, grantId: number): Promise<RevokeOutcome>;
}

/** The use cases of /petugas on these parts. */
export function createAccessService(deps: AccessDeps): AccessService {
  const { ports, letters, configuredAdmins } = deps;
  const { db, transact, clock } = ports;
  return {
    officers: (page) => listOfficers(db, page),
    officer: (grantId) => findOfficer(db, grantId),
    candidates: (typed, telegramId, most) =>
      findCandidates(
        db,
        { typed: typed.trim(), nameKey: nameKey(typed), phone: parsePhone(typed), telegramId },
        most,
      ),
    candidate: (accountId) => findCandidate(db, accountId),

    grant: (who, accountId, role) =>
      transact(async (tx) => {
        const outcome = await giveRole(tx, deps, { accountId, role, by: who.accountId });
        if (outcome.ok) {
          const { telegramId } = outcome.actor;
          const message = letters.granted(role, outcome.actor);
          const now = clock.now();
          const key = `granted:${outcome.grantId}`;
          await enqueue(tx, [letterTo(telegramId, key, message, now)], now);
        }
        return outcome;
      }),

    revoke: (who, grantId) =>
      transact(async (tx) => {
        const officer = await findOfficer(tx, grantId);
        if (officer === null) return { ok: false, reason: 'not_in_force' };
        if (officer.role.role === 'ADMIN') {
          if (configuredAdmins.includes(officer.telegramId))
            return { ok: false, reason: 'configured' };
          if ((await countAdmins(tx)) === 1) return { ok: false, reason: 'last_admin' };
        }
        const now = clock.now();
        if (!(await endGrant(tx, grantId, now))) return { ok: false, reason: 'not_in_force' };
        await writeAudit(tx, {
          at: now,
          accountId: who.accountId,
          action: 'role.revoke',
          subject: `account:${officer.accountId}`,
          before: { ...officer.role },
        });
        const actor = await actorOfAccount(tx, officer.accountId);
        if (actor !== null) {
          const revoked = letters.revoked(officer.role, actor);
          await enqueue(
            tx,
            [
              letterTo(actor.telegramId, `revoked:${grantId}`, revoked, now),
              letterTo(actor.telegramId, `menu:revoked:${grantId}`, letters.menu(actor), now),
            ],
            now,
          );
        }
        return { ok: true, officer };
      }),
  };
}

/**
 * Gives a role to an account and remakes its command menu.
 *
 * @param given.by the account that gave it; null for the bot itself
 */
export async function giveRole(
  tx: Tx,
  { ports, letters }: AccessDeps,
  given: { accountId: number; role: GrantedRole; by: number | null },
): Promise<
  { ok: true; actor: Actor; grantId: number } | { ok: false; reason: 'already' | 'unknown_account' }
> {
  const { accountId, role, by } = given;
  if ((await actorOfAccount(tx, accountId)) === null)
    return { ok: false, reason: 'unknown_account' };
  if (await hasGrant(tx, accountId, role)) return { ok: false, reason: 'already' };
  const now = ports.clock.now();
  const grantId = await createGrant(tx, accountId, role, by, now);
  await writeAudit(tx, {
    at: now,
    accountId: by,
    action: 'role.grant',
    subject: `account:${accountId}`,
    after: { ...role },
  });
  const actor = await actorOfAccount(tx, accountId);
  if (actor === null) return { ok: false, reason: 'unknown_account' };
  const key = `menu:granted:${grantId}`;
  await enqueue(tx, [letterTo(actor.telegramId, key, letters.menu(actor), now)], now);
  return { ok: true, actor, grantId };
}
