import type { Db } from '../../platform/database.ts';
import { type Area, covers, type Scope } from '../access/rules.ts';
import type { AnswerChoice } from '../attendance/rules.ts';
import type { Answered, AreaCount } from './rules.ts';

/** Counting in the database, so that a card of a thousand people reads a few hundred small rows. */

interface InvitedRow extends Area {
  answer: AnswerChoice | null;
  registered: number | bigint;
  came: number | bigint;
  people: number | bigint;
}

interface WalkInRow {
  kecamatanCode: string | null;
  kelurahanCode: string | null;
  people: number | bigint;
}

/** The invited of an event within a scope, those who are alike put together; the same people as `listInvited`. */
export async function countInvited(db: Db, eventId: number, scope: Scope): Promise<Answered[]> {
  const rows = await db.$queryRaw<InvitedRow[]>`
    SELECT k."kecamatanCode", k."kelurahanCode", i."answer",
      CASE WHEN a."id" IS NULL THEN 0 ELSE 1 END AS "registered",
      CASE WHEN c."id" IS NULL THEN 0 ELSE 1 END AS "came",
      COUNT(*) AS "people"
    FROM "Invitation" i
    JOIN "Kader" k ON k."id" = i."kaderId"
    LEFT JOIN "Account" a ON a."kaderId" = k."id"
    LEFT JOIN "CheckIn" c
      ON c."eventId" = i."eventId" AND c."kaderId" = i."kaderId" AND c."undoneAt" IS NULL
    WHERE i."eventId" = ${eventId}
      AND (k."status" = 'ACTIVE' OR i."answer" IS NOT NULL OR c."id" IS NOT NULL)
    GROUP BY 1, 2, 3, 4, 5`;
  return rows
    .filter((row) => covers(scope, row))
    .map(({ registered, came, people, ...row }) => ({
      ...row,
      registered: Number(registered) === 1,
      came: Number(came) === 1,
      people: Number(people),
    }));
}

/** Those within a scope who came to an event without an invitation, by area; the same people as `listWalkIns`. */
export async function countWalkIns(db: Db, eventId: number, scope: Scope): Promise<AreaCount[]> {
  const rows = await db.$queryRaw<WalkInRow[]>`
    SELECT COALESCE(k."kecamatanCode", c."kecamatanCode") AS "kecamatanCode",
      CASE WHEN k."id" IS NULL THEN c."kelurahanCode" ELSE k."kelurahanCode" END AS "kelurahanCode",
      COUNT(*) AS "people"
    FROM "CheckIn" c
    LEFT JOIN "Kader" k ON k."id" = c."kaderId"
    LEFT JOIN "Invitation" i ON i."eventId" = c."eventId" AND i."kaderId" = c."kaderId"
    WHERE c."eventId" = ${eventId} AND c."undoneAt" IS NULL AND i."id" IS NULL
    GROUP BY 1, 2`;
  return rows.flatMap(({ kecamatanCode, kelurahanCode, people }) => {
    if (kecamatanCode === null || !covers(scope, { kecamatanCode, kelurahanCode })) return [];
    return [{ kecamatanCode, kelurahanCode, people: Number(people) }];
  });
}
