import type { Phone } from '../../platform/phone.ts';
import type { Area, Grants } from '../access/rules.ts';
import { covers } from '../access/rules.ts';
import type { Jabatan } from '../kader/rules.ts';

/** Somebody new, other data, another number, another Telegram account. */
export type ApplicationKind = 'NEW' | 'MOVE' | 'NEW_NUMBER' | 'NEW_ACCOUNT';

/** What is asked for: these data for this roster entry, or for a new one. */
export interface Wanted extends Area {
  kind: ApplicationKind;
  /** The roster entry concerned; null for somebody new. */
  kaderId: number | null;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
}

/** Something a kader asks for that a coordinator or Dinsos decides. */
export interface Application extends Wanted {
  id: number;
  status: 'WAITING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
  applicant: { accountId: number; telegramId: number; firstName: string };
  /** The roster entry concerned, as it stands now. */
  kader: RosterEntry | null;
  /** Somebody else on the roster who has the wanted number now. */
  holder: RosterEntry | null;
  createdAt: Date;
  decision: { by: string; at: Date } | null;
}

/** A roster entry as it is shown to whoever decides. */
export interface RosterEntry extends Area {
  id: number;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
  /** The Telegram account that is registered with it. */
  account: { id: number } | null;
}

/** What somebody on the roster asks for: the entry as it is, with these changes. */
export function wantedFor(
  kader: RosterEntry,
  kind: Exclude<ApplicationKind, 'NEW'>,
  change: Partial<Omit<Wanted, 'kind' | 'kaderId'>>,
): Wanted {
  const { id, name, jabatan, kecamatanCode, kelurahanCode, phone } = kader;
  return { kaderId: id, name, jabatan, kecamatanCode, kelurahanCode, phone, kind, ...change };
}

/** Whether two requests ask for the same. */
export function isSameRequest(one: Wanted, other: Wanted): boolean {
  return (
    one.kind === other.kind &&
    one.kaderId === other.kaderId &&
    one.name === other.name &&
    one.jabatan === other.jabatan &&
    one.kecamatanCode === other.kecamatanCode &&
    one.kelurahanCode === other.kelurahanCode &&
    one.phone?.e164 === other.phone?.e164
  );
}

/**
 * Whether somebody may decide: it must be about their area, and nobody decides on their own behalf, except
 * an admin, who may be the only one there is.
 */
export function mayDecide(
  who: Grants['coordinator'],
  application: Pick<Application, 'kecamatanCode' | 'kelurahanCode' | 'applicant'>,
): 'yes' | 'out_of_scope' | 'own' {
  if (!covers(who.scope, application)) return 'out_of_scope';
  const own = application.applicant.accountId === who.accountId;
  return own && !who.roles.some(({ role }) => role === 'ADMIN') ? 'own' : 'yes';
}
