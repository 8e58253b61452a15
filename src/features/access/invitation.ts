import { createHash, randomBytes, randomInt } from 'node:crypto';
import { writeAudit } from '../../platform/audit.ts';
import type { Db, Tx } from '../../platform/database.ts';
import {
  countAdmins,
  createGrant,
  ensureAccount,
  findCandidate,
  hasGrant,
} from './grant-repository.ts';
import {
  countDeeds,
  createInvite,
  endClaimCodes,
  findInvite,
  useInvite,
} from './invite-repository.ts';
import type { InviteFault, RoleInvite } from './invite-rules.ts';
import { asClaimCode, inviteFault } from './invite-rules.ts';
import type { AccessDeps } from './letters.ts';
import type { Actor, GrantedRole } from './rules.ts';
import { giveRole } from './service.ts';

const hour = 3_600_000;
/** An invitation travels by WhatsApp and is opened when there is time. */
const linkLifetime = 7 * 24 * hour;
const mostWrongClaims = 5;
/** No letter or digit that another one is mistaken for. */
const claimLetters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

type InvitationView =
  | { ok: true; role: GrantedRole; invitedBy: string }
  | { ok: false; reason: InviteFault };

type AcceptOutcome =
  | { ok: true; role: GrantedRole; actor: Actor }
  /** The person has the role already; a link that was not used stays good. */
  | { ok: false; reason: 'already'; role: GrantedRole }
  | { ok: false; reason: InviteFault };

type ClaimOutcome =
  | { ok: true; actor: Actor }
  | { ok: false; reason: 'wrong' | 'too_often' | 'already_admin' };

/** Roles by code: links that are passed on, and the claim code of the first admin. */
export interface RoleInvitationService {
  /** A new code for this role, good once and for seven days; only its hash is kept. */
  invite(who: Actor, role: GrantedRole): Promise<string>;
  /** What a code offers. */
  view(code: string): Promise<InvitationView>;
  /** Takes the role that a code offers. */
  accept(actor: Actor, code: string): Promise<AcceptOutcome>;
  /** The code that makes the first admin; five wrong ones in an hour are the end for that hour. */
  claim(actor: Actor, code: string): Promise<ClaimOutcome>;
  /** At the start: everybody in ADMIN_TELEGRAM_IDS is an admin from their first word on. */
  ensureConfiguredAdmins(): Promise<void>;
  /**
   * At the start, after `ensureConfiguredAdmins`: as long as there is no admin, a new claim code to be
   * printed, which takes the place of the one before; null once there is one.
   */
  prepareClaimCode(): Promise<string | null>;
}

/** The use cases of role codes on these parts. */
export function createRoleInvitationService(deps: AccessDeps): RoleInvitationService {
  const { ports, configuredAdmins } = deps;
  const { db, transact, clock } = ports;

  return {
    invite: (who, role) =>
      transact(async (tx) => {
        const now = clock.now();
        const code = randomBytes(16).toString('base64url');
        const expiresAt = new Date(now.getTime() + linkLifetime);
        const invite = { codeHash: hashOf(code), role, createdById: who.accountId, expiresAt };
        const id = await createInvite(tx, invite, now);
        await writeAudit(tx, {
          at: now,
          accountId: who.accountId,
          action: 'role.invite',
          subject: `roleInvite:${id}`,
          after: { ...role },
        });
        return code;
      }),

    async view(code) {
      const invite = await findLinkInvite(db, code);
      if (invite === null) return { ok: false, reason: 'unknown' };
      const fault = inviteFault(invite, clock.now());
      if (fault !== null) return { ok: false, reason: fault };
      const inviter = await findCandidate(db, invite.createdById);
      return { ok: true, role: invite.role, invitedBy: inviter?.name ?? '' };
    },

    accept: ({ accountId }, code) =>
      transact(async (tx) => {
        const now = clock.now();
        const invite = await findLinkInvite(tx, code);
        if (invite === null) return { ok: false, reason: 'unknown' };
        const { id, role, createdById } = invite;
        // Asked first, so that a second tap on a link just used up hears what is the case.
        if (await hasGrant(tx, accountId, role)) return { ok: false, reason: 'already', role };
        const fault = inviteFault(invite, now);
        if (fault !== null) return { ok: false, reason: fault };
        if (!(await useInvite(tx, id, accountId, now))) return { ok: false, reason: 'used' };
        const given = await giveRole(tx, deps, { accountId, role, by: createdById });
        return given.ok ? { ok: true, role, actor: given.actor } : { ok: false, reason: 'unknown' };
      }),

    claim: ({ accountId, roles }, code) =>
      transact(async (tx) => {
        if (roles.some(({ role }) => role === 'ADMIN'))
          return { ok: false, reason: 'already_admin' };
        const now = clock.now();
        const failed = { action: 'role.claim_failed', subject: `account:${accountId}` };
        const since = new Date(now.getTime() - hour);
        if ((await countDeeds(tx, { ...failed, since })) >= mostWrongClaims)
          return { ok: false, reason: 'too_often' };
        const invite = await findInvite(tx, hashOf(asClaimCode(code)));
        const isGood = invite?.createdById === null && inviteFault(invite, now) === null;
        if (isGood && (await useInvite(tx, invite.id, accountId, now))) {
          const given = await giveRole(tx, deps, { accountId, role: { role: 'ADMIN' }, by: null });
          if (given.ok) return { ok: true, actor: given.actor };
        }
        await writeAudit(tx, { at: now, accountId, ...failed });
        return { ok: false, reason: 'wrong' };
      }),

    ensureConfiguredAdmins: () =>
      transact(async (tx) => {
        const now = clock.now();
        for (const telegramId of configuredAdmins) {
          const accountId = await ensureAccount(tx, telegramId, now);
          if (await hasGrant(tx, accountId, { role: 'ADMIN' })) continue;
          await createGrant(tx, accountId, { role: 'ADMIN' }, null, now);
          await writeAudit(tx, {
            at: now,
            accountId: null,
            action: 'role.grant',
            subject: `account:${accountId}`,
            after: { role: 'ADMIN' },
          });
        }
      }),

    prepareClaimCode: () =>
      transact(async (tx) => {
        const now = clock.now();
        await endClaimCodes(tx, now);
        if ((await countAdmins(tx)) > 0) return null;
        const letters = Array.from(
          { length: 8 },
          () => claimLetters[randomInt(claimLetters.length)],
        );
        const code = letters.join('');
        const invite = { codeHash: hashOf(code), role: { role: 'ADMIN' } as const };
        await createInvite(tx, { ...invite, createdById: null, expiresAt: null }, now);
        return `${code.slice(0, 4)}-${code.slice(4)}`;
      }),
  };
}

/** What a link carries, good or not; null when no link ever had this code. */
async function findLinkInvite(
  db: Db | Tx,
  code: string,
): Promise<(RoleInvite & { createdById: number }) | null> {
  const invite = await findInvite(db, hashOf(code));
  return invite?.createdById == null ? null : { ...invite, createdById: invite.createdById };
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
