import type { Prisma } from '../../generated/sqlite/client.ts';
import { nameKey } from '../../language/names.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Scope } from '../access/rules.ts';
import { onRoster, whereScope } from '../kader/repository.ts';
import type { Attendee } from './rules.ts';
import { type Facts, factsSchema } from './schema.ts';

const kaderColumns = {
  name: true,
  nameKey: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
} as const satisfies Prisma.KaderSelect;

/**
 * Everybody within a scope who was invited to an event or came to it, in no particular order. Whoever left the
 * roster without a word and did not come is no longer on its lists.
 */
export async function listAttendees(db: Db, eventId: number, scope: Scope): Promise<Attendee[]> {
  const checkIns = await db.checkIn.findMany({
    where: { eventId, undoneAt: null, ...ofScope(scope) },
    select: {
      kaderId: true,
      at: true,
      leftAt: true,
      name: true,
      jabatan: true,
      kecamatanCode: true,
      kelurahanCode: true,
      kader: { select: kaderColumns },
    },
  });
  const invitations = await db.invitation.findMany({
    where: { eventId, kader: whereScope(scope) },
    select: {
      kaderId: true,
      answer: true,
      kader: { select: { ...kaderColumns, status: true } },
    },
  });
  const arrivals = new Map(checkIns.map(({ kaderId, at, leftAt }) => [kaderId, { at, leftAt }]));
  const invitedIds = new Set(invitations.map(({ kaderId }) => kaderId));
  const invited = invitations.flatMap(({ kaderId, answer, kader: { status, ...person } }) => {
    const arrival = arrivals.get(kaderId) ?? null;
    const isListed = status === onRoster.status || answer !== null || arrival !== null;
    return isListed ? [{ ...person, invited: true, answer, arrival }] : [];
  });
  const others = checkIns.flatMap(({ kaderId, at, leftAt, kader, ...walkIn }) => {
    if (kaderId !== null && invitedIds.has(kaderId)) return [];
    const name = walkIn.name ?? '';
    const person = kader ?? { ...walkIn, name, nameKey: nameKey(name) };
    return [{ ...person, invited: false, answer: null, arrival: { at, leftAt } }];
  });
  return [...invited, ...others];
}

/** The arrivals within a scope: a kader's area is that of the roster, a stranger's the one they gave. */
function ofScope(scope: Scope): Prisma.CheckInWhereInput {
  if (scope.city) return {};
  const { kecamatan, kelurahan } = scope;
  return {
    OR: [
      { kader: whereScope(scope) },
      {
        kaderId: null,
        OR: [{ kecamatanCode: { in: [...kecamatan] } }, { kelurahanCode: { in: [...kelurahan] } }],
      },
    ],
  };
}

const presenceColumns = {
  id: true,
  number: true,
  kaderId: true,
  leftAt: true,
  undoneAt: true,
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  kader: { select: kaderColumns },
  event: {
    select: { id: true, title: true, startsAt: true, endsAt: true, place: true, status: true },
  },
} as const satisfies Prisma.CheckInSelect;

type PresenceRow = Prisma.CheckInGetPayload<{ select: typeof presenceColumns }>;

/** That somebody came to an event, as far as a certificate goes. */
export type PresenceAtEvent = ReturnType<typeof toPresence>;

function toPresence({ kader, name, jabatan, kecamatanCode, kelurahanCode, ...row }: PresenceRow) {
  const stranger = { name: name ?? '', jabatan, kecamatanCode, kelurahanCode };
  return { ...row, person: kader ?? stranger };
}

/** One arrival, undone ones included; null when there is none. */
export async function findPresence(
  db: Db | Tx,
  checkInId: number,
): Promise<PresenceAtEvent | null> {
  const row = await db.checkIn.findUnique({ where: { id: checkInId }, select: presenceColumns });
  return row === null ? null : toPresence(row);
}

/** More arrivals than these are chosen from nowhere. */
const mostPresences = 200;

/** What a kader came to, the latest first; undone arrivals are left out. */
export async function listPresences(db: Db, kaderId: number): Promise<PresenceAtEvent[]> {
  const rows = await db.checkIn.findMany({
    where: { kaderId, undoneAt: null },
    orderBy: [{ event: { startsAt: 'desc' } }, { id: 'desc' }],
    take: mostPresences,
    select: presenceColumns,
  });
  return rows.map(toPresence);
}

/** Who came to an event, in the order of arrival, undone arrivals left out. */
export async function listArrivals(
  db: Db,
  eventId: number,
  scope: Scope,
): Promise<PresenceAtEvent[]> {
  const rows = await db.checkIn.findMany({
    where: { eventId, undoneAt: null, ...ofScope(scope) },
    orderBy: { number: 'asc' },
    select: presenceColumns,
  });
  return rows.map(toPresence);
}

/** A paper that was made. */
export interface IssuedPaper {
  id: number;
  code: string;
  facts: Facts;
  contentHash: string;
  fileHash: string;
  issuedAt: Date;
}

function toPaper(row: Prisma.IssuedDocumentGetPayload<object>): IssuedPaper {
  const { id, code, facts, contentHash, fileHash, createdAt } = row;
  return { id, code, facts: factsSchema.parse(facts), contentHash, fileHash, issuedAt: createdAt };
}

/** What there is to keep of a new paper. */
export interface NewPaper extends Omit<IssuedPaper, 'id'> {
  eventId: number;
  /** Of a certificate. */
  checkInId: number | null;
  createdById: number;
}

/** Keeps a paper, so that it can be checked. */
export async function createPaper(tx: Tx, paper: NewPaper): Promise<void> {
  const { facts, issuedAt, ...columns } = paper;
  await tx.issuedDocument.create({
    data: { ...columns, kind: facts.kind, facts: asJson(facts), createdAt: issuedAt },
  });
}

/** The papers of an event that say just this, the latest first. */
export async function findSame(
  db: Db,
  eventId: number,
  contentHash: string,
): Promise<IssuedPaper[]> {
  const rows = await db.issuedDocument.findMany({
    where: { eventId, kind: 'ATTENDANCE_LIST', contentHash },
    orderBy: { id: 'desc' },
  });
  return rows.map(toPaper);
}

/** The certificate of an arrival, or null. */
export async function findCertificate(db: Db | Tx, checkInId: number): Promise<IssuedPaper | null> {
  const row = await db.issuedDocument.findUnique({ where: { checkInId } });
  return row === null ? null : toPaper(row);
}

/**
 * Puts another content in the place of a paper's, under the same code.
 *
 * @throws when somebody else has done so since `earlier` was read
 */
export async function replacePaper(
  tx: Tx,
  earlier: IssuedPaper,
  { facts, contentHash, fileHash, issuedAt }: Omit<IssuedPaper, 'id' | 'code'>,
): Promise<void> {
  await tx.issuedDocument.update({
    where: { id: earlier.id, fileHash: earlier.fileHash },
    data: { contentHash, fileHash, facts: asJson(facts), createdAt: issuedAt },
  });
}

/** A paper by its code; revoked when the arrival that it certifies was undone since. */
export async function findPaper(
  db: Db,
  code: string,
): Promise<{ paper: IssuedPaper; isRevoked: boolean } | null> {
  const row = await db.issuedDocument.findUnique({
    where: { code },
    include: { checkIn: { select: { undoneAt: true } } },
  });
  if (row === null) return null;
  const { checkIn, ...columns } = row;
  return { paper: toPaper(columns), isRevoked: (checkIn?.undoneAt ?? null) !== null };
}

/** Dates become text, as JSON has none. */
function asJson(facts: Facts): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(facts));
}
