import { DateTime } from 'luxon';
import type { Area } from '../access/rules.ts';
import type { AnswerChoice } from '../attendance/rules.ts';
import { type Tally, tallyOf } from '../report/rules.ts';

/** The hour at which coordinators hear how answers stand, and from which on it is no morning any more. */
const morning = { from: 7, to: 12 };

/** What is to be done now about the digest of an event. */
export type DigestStep =
  | {
      do: 'send';
      /** 'YYYY-MM-DD' */
      day: string;
      expiresAt: Date;
    }
  /** Too late to be a morning's word: noted, not sent. */
  | { do: 'miss'; day: string };

/**
 * Whether today's digest of an event is due: from seven on, while answers are taken, from the first morning after
 * the invitations went out.
 *
 * @param handled the days that were dealt with before
 * @returns null when there is nothing to do
 */
export function digestStep(
  event: { invitedAt: Date; answerDeadline: Date },
  handled: ReadonlySet<string>,
  now: Date,
): DigestStep | null {
  const today = DateTime.fromJSDate(now).startOf('day');
  const day = today.toFormat('yyyy-MM-dd');
  const dueAt = today.set({ hour: morning.from }).toJSDate();
  const { invitedAt, answerDeadline } = event;
  if (now < dueAt || handled.has(day)) return null;
  if (invitedAt >= dueAt || answerDeadline < dueAt) return null;
  const noon = today.set({ hour: morning.to }).toJSDate();
  const expiresAt = answerDeadline < noon ? answerDeadline : noon;
  return now < expiresAt ? { do: 'send', day, expiresAt } : { do: 'miss', day };
}

/** One invited person, with the answer of now and that of before. */
export interface Answering extends Area {
  answer: AnswerChoice | null;
  registered: boolean;
  /** Null where they were not invited yet. */
  before: { answer: AnswerChoice | null } | null;
}

/** The numbers of which a digest tells. */
export type AnswerCounts = Pick<Tally, 'invited' | 'hadir' | 'tidakHadir' | 'izin' | 'belum'>;

/** How answers stand, and by how much each number grew since before. */
export interface Digest {
  counts: AnswerCounts;
  growth: AnswerCounts;
}

/** The digest of some people; null when not one of them answers otherwise than before. */
export function digestOf(people: readonly Answering[]): Digest | null {
  if (people.every(({ answer, before }) => before !== null && before.answer === answer))
    return null;
  const counts = countsOf(people);
  const past = countsOf(
    people.flatMap((person) =>
      person.before === null ? [] : [{ ...person, answer: person.before.answer }],
    ),
  );
  return {
    counts,
    growth: {
      invited: counts.invited - past.invited,
      hadir: counts.hadir - past.hadir,
      tidakHadir: counts.tidakHadir - past.tidakHadir,
      izin: counts.izin - past.izin,
      belum: counts.belum - past.belum,
    },
  };
}

function countsOf(people: readonly Answering[]): AnswerCounts {
  const { invited, hadir, tidakHadir, izin, belum } = tallyOf(
    people.map((person) => ({ ...person, came: false })),
  );
  return { invited, hadir, tidakHadir, izin, belum };
}
