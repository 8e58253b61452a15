import type { Db } from '../../platform/database.ts';

/** How many were invited from a kecamatan, and how many of them came. */
export interface KecamatanCount {
  kecamatanCode: string;
  invited: number;
  came: number;
}

/**
 * Counts the invited by kecamatan, in the order of the codes. Whoever left the roster without having
 * answered or come is no longer counted.
 */
export async function countByKecamatan(db: Db, eventId: number): Promise<KecamatanCount[]> {
  const rows = await db.$queryRaw<
    { kecamatanCode: string; invited: number | bigint; came: number | bigint }[]
  >`
    SELECT k."kecamatanCode" AS "kecamatanCode", COUNT(*) AS "invited", COUNT(c."id") AS "came"
    FROM "Invitation" i
    JOIN "Kader" k ON k."id" = i."kaderId"
    LEFT JOIN "CheckIn" c
      ON c."eventId" = i."eventId" AND c."kaderId" = i."kaderId" AND c."undoneAt" IS NULL
    WHERE i."eventId" = ${eventId}
      AND (k."status" = 'ACTIVE' OR i."answer" IS NOT NULL OR c."id" IS NOT NULL)
    GROUP BY k."kecamatanCode"
    ORDER BY k."kecamatanCode"`;
  return rows.map(({ kecamatanCode, invited, came }) => ({
    kecamatanCode,
    invited: Number(invited),
    came: Number(came),
  }));
}

/** What tells cheaply whether anything about those who came has changed. */
export interface CheckInMarks {
  /** Those who came and were not taken back. */
  present: number;
  left: number;
  lastAt: Date | null;
  lastUndoneAt: Date | null;
  lastLeftAt: Date | null;
}

export async function readMarks(db: Db, eventId: number): Promise<CheckInMarks> {
  const [all, present] = await Promise.all([
    db.checkIn.aggregate({ where: { eventId }, _max: { undoneAt: true } }),
    db.checkIn.aggregate({
      where: { eventId, undoneAt: null },
      _count: { id: true, leftAt: true },
      _max: { at: true, leftAt: true },
    }),
  ]);
  return {
    present: present._count.id,
    left: present._count.leftAt,
    lastAt: present._max.at,
    lastUndoneAt: all._max.undoneAt,
    lastLeftAt: present._max.leftAt,
  };
}
