/** Who is speaking to the bot, as far as the bot knows. */
export interface Actor {
  accountId: number;
  telegramId: number;
  firstName: string;
  consented: boolean;
  /** The roster entry this account is linked to. */
  kader: KaderIdentity | null;
  /** Roles in force. */
  roles: GrantedRole[];
}

export interface KaderIdentity {
  id: number;
  name: string;
  jabatan: 'PSM' | 'TKSK';
  kecamatanCode: string;
  kelurahanCode: string | null;
}

export type GrantedRole =
  | { role: 'ADMIN' | 'STAFF' }
  | { role: 'COORDINATOR'; kecamatanCode: string | null; kelurahanCode: string | null };

/** Where somebody lives or serves; null kelurahan = the kecamatan as a whole (a TKSK). */
export interface Area {
  kecamatanCode: string;
  kelurahanCode: string | null;
}

declare const minted: unique symbol;

/**
 * The part of the city whose people somebody may see. Only `scopeOf` makes one, so a service that asks
 * for a Scope cannot be called without the check.
 */
export interface Scope {
  readonly city: boolean;
  readonly kecamatan: readonly string[];
  readonly kelurahan: readonly string[];
  readonly [minted]: true;
}

/** What an action asks of whoever uses it, from the widest to the narrowest; a member is a kader or looks after some. */
export type Need = 'anyone' | 'member' | 'kader' | 'coordinator' | 'staff' | 'admin';

/** What an action is handed once its need is met. */
export interface Grants {
  anyone: Actor;
  /** Without a scope only for what is one's own. */
  member: Actor & { scope: Scope | null };
  kader: Actor & { kader: KaderIdentity };
  coordinator: Actor & { scope: Scope };
  staff: Actor & { scope: Scope };
  admin: Actor & { scope: Scope };
}

/** The whole city for staff, their own areas for coordinators, null for everybody else. */
export function scopeOf(actor: Actor): Scope | null {
  if (hasRole(actor, 'ADMIN') || hasRole(actor, 'STAFF')) return mint(true, [], []);
  const areas = actor.roles.filter((role) => role.role === 'COORDINATOR');
  if (areas.length === 0) return null;
  if (areas.some((area) => area.kecamatanCode === null)) return mint(true, [], []);
  return mint(
    false,
    areas.flatMap(({ kecamatanCode, kelurahanCode }) =>
      kecamatanCode !== null && kelurahanCode === null ? [kecamatanCode] : [],
    ),
    areas.flatMap(({ kelurahanCode }) => (kelurahanCode === null ? [] : [kelurahanCode])),
  );
}

/** Whether a person of that area is inside the scope. */
export function covers(scope: Scope, area: Area): boolean {
  return (
    scope.city ||
    scope.kecamatan.includes(area.kecamatanCode) ||
    (area.kelurahanCode !== null && scope.kelurahan.includes(area.kelurahanCode))
  );
}

/** What the actor is handed for that need, or null when the need is not met. */
export function grantFor<N extends Need>(need: N, actor: Actor): Grants[N] | null {
  const grant = untypedGrant(need, actor);
  return grant as Grants[N] | null;
}

function untypedGrant(need: Need, actor: Actor): Grants[Need] | null {
  switch (need) {
    case 'anyone':
      return actor;
    case 'member': {
      const scope = scopeOf(actor);
      return actor.kader === null && scope === null ? null : { ...actor, scope };
    }
    case 'kader':
      return actor.kader === null ? null : { ...actor, kader: actor.kader };
    case 'coordinator':
      return withScope(actor, true);
    case 'staff':
      return withScope(actor, hasRole(actor, 'STAFF') || hasRole(actor, 'ADMIN'));
    case 'admin':
      return withScope(actor, hasRole(actor, 'ADMIN'));
  }
}

function withScope(actor: Actor, allowed: boolean): (Actor & { scope: Scope }) | null {
  const scope = allowed ? scopeOf(actor) : null;
  return scope === null ? null : { ...actor, scope };
}

function hasRole(actor: Actor, role: 'ADMIN' | 'STAFF'): boolean {
  return actor.roles.some((granted) => granted.role === role);
}

function mint(city: boolean, kecamatan: string[], kelurahan: string[]): Scope {
  return { city, kecamatan, kelurahan } as unknown as Scope;
}
