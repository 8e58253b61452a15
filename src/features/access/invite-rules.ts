import type { GrantedRole } from './rules.ts';

/** A code that gives a role once. */
export interface RoleInvite {
  id: number;
  role: GrantedRole;
  /** Null: the claim code of the first admin, which no link carries. */
  createdById: number | null;
  expiresAt: Date | null;
  usedAt: Date | null;
}

/** Never made, already used, too late. */
export type InviteFault = 'unknown' | 'used' | 'expired';

/** Why a code gives nothing, or null when it still gives its role. */
export function inviteFault(invite: RoleInvite, now: Date): InviteFault | null {
  if (invite.usedAt !== null) return 'used';
  return invite.expiresAt !== null && invite.expiresAt <= now ? 'expired' : null;
}

/** A claim code as it was made, however it was typed: `k7qm 3xta` and `K7QM-3XTA` are `K7QM3XTA`. */
export function asClaimCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
