import type { Phone } from '../../platform/phone.ts';
import type { Area, Grants } from '../access/rules.ts';
import { covers } from '../access/rules.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { Answers } from './schema.ts';

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

/** What is asked next of somebody who is not found by number. */
export type Question =
  | 'jabatan'
  | 'kecamatan'
  | 'kelurahan'
  | 'name'
  /** Is it one of these people on the roster? */
  | 'namesakes'
  /** They say they are on the roster, but nobody there is called so. */
  | 'not_found'
  | 'summary';

/** Answers with nothing missing. */
export type CompleteAnswers = Answers & {
  jabatan: Jabatan;
  kecamatanCode: string;
  name: string;
};

/** The next thing to ask: whatever is missing first. */
export function nextQuestion(answers: Answers): Question {
  if (answers.jabatan === null) return 'jabatan';
  if (answers.kecamatanCode === null) return 'kecamatan';
  if (answers.jabatan === 'PSM' && answers.kelurahanCode === null) return 'kelurahan';
  if (answers.name === null) return 'name';
  if (answers.namesakes.length > 0) return 'namesakes';
  return answers.claimsListed ? 'not_found' : 'summary';
}

/** Whether nothing is missing. */
export function isComplete(answers: Answers): answers is CompleteAnswers {
  const question = nextQuestion(answers);
  return question === 'namesakes' || question === 'not_found' || question === 'summary';
}

/** An empty form for that number (E.164). */
export function noAnswers(phone: string): Answers {
  return {
    phone,
    claimsListed: false,
    jabatan: null,
    kecamatanCode: null,
    kelurahanCode: null,
    name: null,
    namesakes: [],
  };
}

/**
 * The form with one answer more, or another one. What no longer fits is dropped: the kelurahan of another
 * kecamatan, the kelurahan of a TKSK, the namesakes of whoever it was before.
 */
export function withAnswer(
  answers: Answers,
  change: Partial<Pick<Answers, 'jabatan' | 'kecamatanCode' | 'kelurahanCode' | 'name'>>,
): Answers {
  const changed = { ...answers, ...change, namesakes: [] };
  const staysThere =
    changed.kecamatanCode === answers.kecamatanCode || change.kelurahanCode != null;
  return changed.jabatan === 'TKSK' || !staysThere ? { ...changed, kelurahanCode: null } : changed;
}

/** The form without its last answer, so that it is asked again. */
export function stepBack(answers: Answers): Answers {
  switch (nextQuestion(answers)) {
    case 'jabatan':
    case 'kecamatan':
      return withAnswer(answers, { jabatan: null });
    case 'kelurahan':
      return withAnswer(answers, { kecamatanCode: null });
    case 'name':
      return answers.jabatan === 'PSM'
        ? { ...answers, kelurahanCode: null }
        : withAnswer(answers, { kecamatanCode: null });
    case 'namesakes':
    case 'not_found':
    case 'summary':
      return withAnswer(answers, { name: null });
  }
}

/** What a complete form asks for. */
export function wantedNew(answers: CompleteAnswers, phone: Phone): Wanted {
  const { name, jabatan, kecamatanCode, kelurahanCode } = answers;
  return { kind: 'NEW', kaderId: null, name, jabatan, kecamatanCode, kelurahanCode, phone };
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
