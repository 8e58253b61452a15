import { inChunks } from '../../platform/chunks.ts';
import type { Db } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import type { Area } from '../access/rules.ts';
import type { Jabatan } from '../kader/rules.ts';

/** Somebody of the roster, past or present. */
export interface RosterPerson extends Area {
  id: number;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
  isActive: boolean;
  isRegistered: boolean;
}

const columns = {
  id: true,
  name: true,
  jabatan: true,
  kecamatanCode: true,
  kelurahanCode: true,
  phone: true,
  status: true,
  account: { select: { id: true } },
} as const;

/** Everybody on the roster now, and of those who left, these. */
export async function rosterWith(db: Db, ids: readonly number[]): Promise<RosterPerson[]> {
  const found = new Map<number, RosterPerson>();
  for (const where of [
    { status: 'ACTIVE' as const },
    ...inChunks(ids).map((id) => ({ id: { in: id } })),
  ])
    for (const { account, phone, status, ...row } of await db.kader.findMany({
      where,
      select: columns,
    }))
      found.set(row.id, {
        ...row,
        phone: phone === null ? null : parsePhone(phone),
        isActive: status === 'ACTIVE',
        isRegistered: account !== null,
      });
  return [...found.values()];
}

/** The file the roster was last imported from. */
export async function lastRosterImport(
  db: Db,
): Promise<{ fileName: string; appliedAt: Date } | null> {
  const file = await db.importFile.findFirst({
    where: { kind: 'KADER', status: 'APPLIED' },
    orderBy: { id: 'desc' },
    select: { fileName: true, appliedAt: true },
  });
  return file === null || file.appliedAt === null ? null : { ...file, appliedAt: file.appliedAt };
}

/** The newest month with a list of payments, up to this one, and who is on it; null while there is none. */
export async function latestList(
  db: Db,
  thisMonth: string,
): Promise<{ period: string; kaderIds: Set<number> } | null> {
  const newest = await db.incentive.findFirst({
    where: { period: { lte: thisMonth } },
    orderBy: { period: 'desc' },
    select: { period: true },
  });
  if (newest === null) return null;
  const rows = await db.incentive.findMany({
    where: { period: newest.period },
    select: { kaderId: true },
  });
  return { period: newest.period, kaderIds: new Set(rows.map(({ kaderId }) => kaderId)) };
}

/** Somebody who came without being on the roster. */
export interface Guest {
  name: string;
  jabatan: Jabatan | null;
  area: Area | null;
}

/** Who came to an event. */
export interface Attendance {
  title: string;
  startsAt: Date;
  kaderIds: Set<number>;
  guests: Guest[];
}

/** The last event at which somebody was checked in, and who; null while there is none. */
export async function latestAttendance(db: Db, now: Date): Promise<Attendance | null> {
  const event = await db.event.findFirst({
    where: {
      startsAt: { lte: now },
      status: { not: 'CANCELLED' },
      checkIns: { some: { undoneAt: null } },
    },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    select: {
      title: true,
      startsAt: true,
      checkIns: {
        where: { undoneAt: null },
        orderBy: { number: 'asc' },
        select: {
          kaderId: true,
          name: true,
          jabatan: true,
          kecamatanCode: true,
          kelurahanCode: true,
        },
      },
    },
  });
  if (event === null) return null;
  const { title, startsAt, checkIns } = event;
  return {
    title,
    startsAt,
    kaderIds: new Set(checkIns.flatMap(({ kaderId }) => kaderId ?? [])),
    guests: checkIns.flatMap(({ kaderId, name, jabatan, kecamatanCode, kelurahanCode }) =>
      kaderId === null && name !== null
        ? [
            {
              name,
              jabatan,
              area: kecamatanCode === null ? null : { kecamatanCode, kelurahanCode },
            },
          ]
        : [],
    ),
  };
}

/** Everybody on the roster who was ever checked in. */
export async function everCame(db: Db): Promise<Set<number>> {
  const rows = await db.checkIn.findMany({
    where: { undoneAt: null, kaderId: { not: null } },
    distinct: ['kaderId'],
    select: { kaderId: true },
  });
  return new Set(rows.flatMap(({ kaderId }) => kaderId ?? []));
}
