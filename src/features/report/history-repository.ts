import type { Db } from '../../platform/database.ts';
import type { Scope } from '../access/rules.ts';
import { whereScope } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import type { HistoryEntry, PastAnswer } from './history-rules.ts';
import { arrivalsOf } from './rules.ts';

/** Somebody to choose from. */
export interface Candidate {
  id: number;
  name: string;
  jabatan: Jabatan;
  kecamatanCode: string;
  kelurahanCode: string | null;
  /** `LEFT`: no longer on the roster, but part of the past. */
  status: 'ACTIVE' | 'LEFT';
}

/** Everybody within a scope, also those who left, by name. */
export function listCandidates(db: Db, scope: Scope): Promise<Candidate[]> {
  return db.kader.findMany({
    where: whereScope(scope),
    orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      jabatan: true,
      kecamatanCode: true,
      kelurahanCode: true,
      status: true,
    },
  });
}

/** The events one kader was invited to or came to, latest first; cancelled ones are no part of it. */
export async function listHistory(db: Db, kaderId: number, now: Date): Promise<HistoryEntry[]> {
  const came = { kaderId, undoneAt: null };
  const rows = await db.event.findMany({
    where: {
      status: 'OPEN',
      OR: [{ invitations: { some: { kaderId } } }, { checkIns: { some: came } }],
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      checkInOpenedAt: true,
      invitations: {
        where: { kaderId },
        select: {
          answer: true,
          answerReason: true,
          answeredAt: true,
          recordedBy: { select: { firstName: true, kader: { select: { name: true } } } },
          answers: { orderBy: { id: 'desc' }, take: 1, select: { via: true } },
        },
      },
      checkIns: {
        where: came,
        select: { at: true, number: true, via: true, leftAt: true },
      },
    },
  });
  return rows.map(({ checkInOpenedAt, invitations, checkIns, ...event }) => {
    const [invitation] = invitations;
    return {
      event,
      arrivals: arrivalsOf(event, checkInOpenedAt, now),
      isInvited: invitation !== undefined,
      answer: invitation === undefined ? null : toAnswer(invitation),
      arrival: checkIns[0] ?? null,
    };
  });
}

interface AnswerRow {
  answer: PastAnswer['choice'] | null;
  answerReason: string | null;
  answeredAt: Date | null;
  recordedBy: { firstName: string; kader: { name: string } | null } | null;
  answers: { via: PastAnswer['via'] }[];
}

function toAnswer(row: AnswerRow): PastAnswer | null {
  const { answer, answerReason, answeredAt, recordedBy, answers } = row;
  if (answer === null || answeredAt === null) return null;
  return {
    choice: answer,
    reason: answerReason,
    at: answeredAt,
    via: answers[0]?.via ?? (recordedBy === null ? 'BUTTON' : 'STAFF'),
    recordedBy: recordedBy === null ? null : (recordedBy.kader?.name ?? recordedBy.firstName),
  };
}
