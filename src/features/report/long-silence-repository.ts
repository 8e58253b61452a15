import { inChunks } from '../../platform/chunks.ts';
import type { Db } from '../../platform/database.ts';
import { type Phone, parsePhone } from '../../platform/phone.ts';
import { type Area, covers, type Scope } from '../access/rules.ts';
import { personColumns } from '../kader/repository.ts';
import type { Jabatan } from '../kader/rules.ts';
import { isLongSilent, longSilence, type Sign } from './long-silence-rules.ts';

/** Somebody who has not been heard of for long. */
export interface LongSilent extends Area {
  kaderId: number;
  name: string;
  jabatan: Jabatan;
  phone: Phone | null;
  registered: boolean;
  reachable: boolean;
}

interface SignRow extends Area {
  kaderId: number;
  answered: number | bigint;
  came: number | bigint;
}

/** Older ones than the last so many tell nothing about today, and reading them all would take ever longer. */
const eventsLookedAt = 24;

/**
 * Those on the roster within a scope who were silent at their last three events whose time for answers is over.
 * Coming uninvited is an event too: whoever does is not silent.
 */
export async function listLongSilent(db: Db, scope: Scope, now: Date): Promise<LongSilent[]> {
  const signs = await db.$queryRaw<SignRow[]>`
    SELECT "kaderId", "kecamatanCode", "kelurahanCode", "answered", "came"
    FROM (
      SELECT k."id" AS "kaderId", k."kecamatanCode", k."kelurahanCode",
        CASE WHEN i."answer" IS NULL THEN 0 ELSE 1 END AS "answered",
        CASE WHEN c."id" IS NULL THEN 0 ELSE 1 END AS "came",
        ROW_NUMBER() OVER (PARTITION BY k."id" ORDER BY e."startsAt" DESC, e."id" DESC) AS "place"
      FROM "Event" e
      JOIN "Kader" k ON k."status" = 'ACTIVE'
      LEFT JOIN "Invitation" i ON i."eventId" = e."id" AND i."kaderId" = k."id"
      LEFT JOIN "CheckIn" c
        ON c."eventId" = e."id" AND c."kaderId" = k."id" AND c."undoneAt" IS NULL
      WHERE e."id" IN (
          SELECT "id" FROM "Event" WHERE "status" = 'OPEN' AND "answerDeadline" < ${now}
          ORDER BY "startsAt" DESC, "id" DESC LIMIT ${eventsLookedAt}
        )
        AND (i."id" IS NOT NULL OR c."id" IS NOT NULL)
    ) AS "signs"
    WHERE "place" <= ${longSilence}
    ORDER BY "kaderId", "place"`;
  const byKader = new Map<number, Sign[]>();
  for (const { kaderId, answered, came, ...area } of signs) {
    if (!covers(scope, area)) continue;
    const sign = { answered: Number(answered) === 1, came: Number(came) === 1 };
    byKader.set(kaderId, [...(byKader.get(kaderId) ?? []), sign]);
  }
  const silent = [...byKader].flatMap(([id, of]) => (isLongSilent(of) ? [id] : []));
  return silent.length === 0 ? [] : peopleOf(db, silent);
}

/** These people, by name. */
async function peopleOf(db: Db, ids: readonly number[]): Promise<LongSilent[]> {
  const rows: Awaited<ReturnType<typeof findPeople>> = [];
  for (const some of inChunks(ids)) rows.push(...(await findPeople(db, some)));
  rows.sort((one, other) => (one.nameKey < other.nameKey ? -1 : 1));
  return rows.map(({ id, phone, account, ...row }) => ({
    ...row,
    kaderId: id,
    phone: phone === null ? null : parsePhone(phone),
    registered: account !== null,
    reachable: account !== null && account.unreachableAt === null,
  }));
}

function findPeople(db: Db, ids: number[]) {
  return db.kader.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      nameKey: true,
      ...personColumns,
      account: { select: { unreachableAt: true } },
    },
  });
}
