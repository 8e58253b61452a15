import { Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import type { Scope } from '../access/rules.ts';
import { onRoster, whereScope } from '../kader/repository.ts';

/** Somebody invited who has not answered. */
export interface Silent {
  kaderId: number;
  /** Null without Telegram, or while Telegram refuses to deliver. */
  telegramId: number | null;
}

/** The silent of an event within a scope, perhaps only those of one kecamatan (its code). */
export async function listSilent(
  db: Db | Tx,
  eventId: number,
  scope: Scope,
  kecamatanCode: string | null,
): Promise<Silent[]> {
  const rows = await db.invitation.findMany({
    where: {
      eventId,
      answer: null,
      kader: {
        AND: [onRoster, whereScope(scope), kecamatanCode === null ? {} : { kecamatanCode }],
      },
    },
    orderBy: { id: 'asc' },
    select: {
      kaderId: true,
      kader: { select: { account: { select: { telegramId: true, unreachableAt: true } } } },
    },
  });
  return rows.map(({ kaderId, kader: { account } }) => ({
    kaderId,
    telegramId:
      account === null || account.unreachableAt !== null ? null : Number(account.telegramId),
  }));
}

/** A nudge of one day, by whom. */
export interface NudgeOfDay {
  kaderId: number;
  /** When it was sent, or is going to be. */
  dueAt: Date;
  by: string;
}

/** The nudges about an event that arrive on one day ('YYYY-MM-DD'), the earliest first. */
export async function listNudges(db: Db | Tx, eventId: number, day: string): Promise<NudgeOfDay[]> {
  const rows = await db.nudge.findMany({
    where: { eventId, day },
    orderBy: { id: 'asc' },
    select: {
      kaderId: true,
      dueAt: true,
      by: { select: { firstName: true, kader: { select: { name: true } } } },
    },
  });
  return rows.map(({ kaderId, dueAt, by }) => ({
    kaderId,
    dueAt,
    by: by.kader?.name ?? by.firstName,
  }));
}

/** Rows per statement: six parameters each, SQLite takes 32,766. */
const batch = 1_000;

/**
 * Notes that these kader are nudged, but for those whom somebody else nudges on that day at this very moment.
 *
 * @returns those who were not nudged on that day before
 */
export async function writeNudges(
  tx: Tx,
  kaderIds: readonly number[],
  nudge: { eventId: number; byAccountId: number; day: string; at: Date; dueAt: Date },
): Promise<Set<number>> {
  const { eventId, byAccountId, day, at, dueAt } = nudge;
  const nudged = new Set<number>();
  for (let start = 0; start < kaderIds.length; start += batch) {
    const rows = kaderIds
      .slice(start, start + batch)
      .map(
        (kaderId) => Prisma.sql`(${eventId}, ${kaderId}, ${byAccountId}, ${day}, ${at}, ${dueAt})`,
      );
    const written = await tx.$queryRaw<{ kaderId: number }[]>`
      INSERT INTO "Nudge" ("eventId", "kaderId", "byAccountId", "day", "at", "dueAt")
      VALUES ${Prisma.join(rows)}
      ON CONFLICT ("eventId", "kaderId", "day") DO NOTHING
      RETURNING "kaderId"`;
    for (const { kaderId } of written) nudged.add(Number(kaderId));
  }
  return nudged;
}
