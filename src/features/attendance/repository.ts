import type { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { Area } from '../access/rules.ts';
import { toEvent } from '../event/repository.ts';
import { onRoster } from '../kader/repository.ts';
import type {
  Answer,
  AnswerChoice,
  AnswerVia,
  Invitation,
  Presence,
  StandingAnswer,
} from './rules.ts';

/** A kader to whom something about an event is to be sent. */
export interface Invitee {
  kaderId: number;
  telegramId: number;
  answer: StandingAnswer | null;
}

/** Who an account is to others: by the name on the roster, else by the one in Telegram. */
const recorderColumns = {
  select: { firstName: true, kader: { select: { name: true } } },
} as const;

const invitationColumns = { event: true, recordedBy: recorderColumns } as const;

/** Rows per statement: SQLite allows 32,766 values in one. */
const batch = 1_000;

/** Invites kader to an event; those already invited keep their invitation and their answer. */
export async function createInvitations(
  tx: Tx,
  eventId: number,
  kaderIds: readonly number[],
  now: Date,
): Promise<number> {
  const invited = await tx.invitation.findMany({ where: { eventId }, select: { kaderId: true } });
  const known = new Set(invited.map(({ kaderId }) => kaderId));
  const rows = kaderIds
    .filter((kaderId) => !known.has(kaderId))
    .map((kaderId) => ({ eventId, kaderId, createdAt: now }));
  for (let at = 0; at < rows.length; at += batch)
    await tx.invitation.createMany({ data: rows.slice(at, at + batch) });
  return rows.length;
}

/** One kader's invitation to one event, or null. */
export async function findInvitation(
  db: Db | Tx,
  eventId: number,
  kaderId: number,
): Promise<Invitation | null> {
  const row = await db.invitation.findUnique({
    where: { eventId_kaderId: { eventId, kaderId } },
    include: invitationColumns,
  });
  return row === null ? null : toInvitation(row);
}

/** One kader's invitations to open events that start after `since`, soonest first. */
export async function listInvitations(
  db: Db | Tx,
  kaderId: number,
  since: Date,
): Promise<Invitation[]> {
  const rows = await db.invitation.findMany({
    where: { kaderId, event: { status: 'OPEN', startsAt: { gte: since } } },
    include: invitationColumns,
    orderBy: [{ event: { startsAt: 'asc' } }, { id: 'asc' }],
  });
  return rows.map(toInvitation);
}

/** At which of some events a kader was recorded as having come, by event. */
export async function listPresences(
  db: Db | Tx,
  kaderId: number,
  eventIds: readonly number[],
): Promise<Map<number, Presence>> {
  const rows = await db.checkIn.findMany({
    where: { kaderId, eventId: { in: [...eventIds] }, undoneAt: null },
    select: { eventId: true, at: true, number: true },
  });
  return new Map(rows.map(({ eventId, ...presence }) => [eventId, presence]));
}

/** Makes an answer the one that counts, and adds it to the history. @returns the id of its line there */
export async function writeAnswer(
  tx: Tx,
  invitationId: number,
  answer: Answer,
  given: { via: AnswerVia; accountId: number; at: Date },
): Promise<number> {
  await tx.invitation.update({
    where: { id: invitationId },
    data: {
      answer: answer.choice,
      answerReason: answer.reason,
      answeredAt: given.at,
      recordedById: given.via === 'STAFF' ? given.accountId : null,
    },
  });
  const { id } = await tx.answerEntry.create({
    data: {
      invitationId,
      answer: answer.choice,
      reason: answer.reason,
      via: given.via,
      byAccountId: given.accountId,
      at: given.at,
    },
    select: { id: true },
  });
  return id;
}

/** The invited of an event whom the bot can reach, perhaps only those with that answer (null = silent). */
export async function listReachableInvitees(
  db: Db | Tx,
  eventId: number,
  only?: { answer: AnswerChoice | null },
): Promise<Invitee[]> {
  const rows = await db.invitation.findMany({
    where: { eventId, ...only, kader: { ...onRoster, account: { unreachableAt: null } } },
    orderBy: { id: 'asc' },
    select: {
      kaderId: true,
      answer: true,
      answerReason: true,
      recordedBy: recorderColumns,
      kader: { select: { account: { select: { telegramId: true } } } },
    },
  });
  return rows.flatMap(({ kaderId, kader: { account }, ...row }) =>
    account === null
      ? []
      : [{ kaderId, telegramId: Number(account.telegramId), answer: toAnswer(row) }],
  );
}

/** Somebody a kader can turn to. */
export interface Coordinator {
  name: string;
  phone: Phone | null;
}

/** The coordinator who looks after an area: of the kelurahan rather than the kecamatan or the city. */
export async function findCoordinator(db: Db | Tx, area: Area): Promise<Coordinator | null> {
  const { kecamatanCode, kelurahanCode } = area;
  const grants = await db.grant.findMany({
    where: {
      role: 'COORDINATOR',
      revokedAt: null,
      OR: [
        ...(kelurahanCode === null ? [] : [{ kelurahanCode }]),
        { kecamatanCode, kelurahanCode: null },
        { kecamatanCode: null },
      ],
    },
    select: {
      kecamatanCode: true,
      kelurahanCode: true,
      account: { select: { firstName: true, kader: { select: { name: true, phone: true } } } },
    },
  });
  const distance = (grant: { kecamatanCode: string | null; kelurahanCode: string | null }) =>
    grant.kelurahanCode !== null ? 0 : grant.kecamatanCode !== null ? 1 : 2;
  const [nearest] = grants.sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return null;
  const { firstName, kader } = nearest.account;
  const phone = kader?.phone ?? null;
  return { name: kader?.name ?? firstName, phone: phone === null ? null : parsePhone(phone) };
}

type InvitationRow = Prisma.InvitationGetPayload<{ include: typeof invitationColumns }>;

function toInvitation(row: InvitationRow): Invitation {
  return { id: row.id, kaderId: row.kaderId, event: toEvent(row.event), answer: toAnswer(row) };
}

/** Answer columns as one value; an *izin* without a reason cannot be written, so none is read. */
export function toAnswer(row: {
  answer: AnswerChoice | null;
  answerReason: string | null;
  recordedBy: { firstName: string; kader: { name: string } | null } | null;
}): StandingAnswer | null {
  if (row.answer === null) return null;
  const recorded =
    row.recordedBy === null
      ? {}
      : { recordedBy: row.recordedBy.kader?.name ?? row.recordedBy.firstName };
  return row.answer === 'IZIN'
    ? { choice: 'IZIN', reason: row.answerReason ?? '', ...recorded }
    : { choice: row.answer, reason: null, ...recorded };
}
