import { inChunks } from '../../platform/chunks.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { groupedBy } from '../transfer/grouping.ts';
import { type MonthRecord, monthRecord } from './schema.ts';

/** A month its person has not heard of. */
export interface UntoldMonth extends MonthRecord {
  kaderId: number;
  period: string;
}

/** Everything one person has not heard of, oldest month first. */
export interface UntoldPerson {
  kaderId: number;
  name: string;
  telegramId: number;
  months: [UntoldMonth, ...UntoldMonth[]];
}

/** How many people an import has news for. */
export interface UntoldCounts {
  /** Who can be reached. */
  people: number;
  /** Those of them with a month that was transferred, and with one that is held; some have both. */
  transferred: number;
  held: number;
  /** Who is not on Telegram, or blocked the bot. */
  withoutTelegram: number;
}

/** Rows read at a time; nobody has so many months. */
const pageSize = 2_000;

interface CountRow {
  people: number | bigint;
  transferred: number | bigint;
  held: number | bigint;
  withoutTelegram: number | bigint;
}

/**
 * For how many people an import brought news that still holds and that they have not heard: it moved a month to
 * transferred or held, nothing moved it on or back since, and it is not what they last heard of it.
 * Whoever heard "ditransfer", and then "ditunda" since the bank sent the money back, is told when it comes after all.
 */
export async function countUntold(db: Db | Tx, importId: number): Promise<UntoldCounts> {
  const [row] = await db.$queryRaw<CountRow[]>`
    SELECT
      COUNT(DISTINCT account."kaderId") AS "people",
      COUNT(DISTINCT CASE WHEN month."status" = 'TRANSFERRED' THEN account."kaderId" END) AS "transferred",
      COUNT(DISTINCT CASE WHEN month."status" = 'HELD' THEN account."kaderId" END) AS "held",
      COUNT(DISTINCT CASE WHEN account."id" IS NULL THEN change."kaderId" END) AS "withoutTelegram"
    FROM "IncentiveChange" AS change
    JOIN "ImportFile" AS file ON file."id" = change."importId" AND file."status" = 'APPLIED'
    JOIN "Incentive" AS month ON month."kaderId" = change."kaderId"
      AND month."period" = change."period" AND month."status" = change."toStatus"
    LEFT JOIN "Account" AS account
      ON account."kaderId" = change."kaderId" AND account."unreachableAt" IS NULL
    WHERE change."importId" = ${importId} AND NOT change."undo"
      AND change."toStatus" IN ('TRANSFERRED', 'HELD')
      AND (change."fromStatus" IS NULL OR change."fromStatus" <> change."toStatus")
      AND change."toStatus" <> COALESCE((
        SELECT heard."status" FROM "IncentiveNotice" AS heard
        WHERE heard."kaderId" = change."kaderId" AND heard."period" = change."period"
        ORDER BY heard."id" DESC LIMIT 1), 'PROPOSED')`;
  return {
    people: Number(row?.people ?? 0),
    transferred: Number(row?.transferred ?? 0),
    held: Number(row?.held ?? 0),
    withoutTelegram: Number(row?.withoutTelegram ?? 0),
  };
}

interface MonthRow extends MonthRecord {
  kaderId: number;
  name: string;
  telegramId: number | bigint;
  period: string;
}

/** The people of `countUntold` who can be reached, with what they are to hear; some hundreds at a time. */
export async function* untoldPeople(db: Db | Tx, importId: number): AsyncGenerator<UntoldPerson[]> {
  for (let after = 0; ; ) {
    const rows = await db.$queryRaw<MonthRow[]>`
      SELECT kader."id" AS "kaderId", kader."name" AS "name", account."telegramId" AS "telegramId",
        month."period" AS "period", month."amount" AS "amount", month."status" AS "status",
        month."statusDate" AS "statusDate", month."note" AS "note"
      FROM "IncentiveChange" AS change
      JOIN "ImportFile" AS file ON file."id" = change."importId" AND file."status" = 'APPLIED'
      JOIN "Incentive" AS month ON month."kaderId" = change."kaderId"
        AND month."period" = change."period" AND month."status" = change."toStatus"
      JOIN "Kader" AS kader ON kader."id" = change."kaderId"
      JOIN "Account" AS account
        ON account."kaderId" = change."kaderId" AND account."unreachableAt" IS NULL
      WHERE change."importId" = ${importId} AND NOT change."undo" AND change."kaderId" > ${after}
        AND change."toStatus" IN ('TRANSFERRED', 'HELD')
        AND (change."fromStatus" IS NULL OR change."fromStatus" <> change."toStatus")
        AND change."toStatus" <> COALESCE((
          SELECT heard."status" FROM "IncentiveNotice" AS heard
          WHERE heard."kaderId" = change."kaderId" AND heard."period" = change."period"
          ORDER BY heard."id" DESC LIMIT 1), 'PROPOSED')
      ORDER BY change."kaderId", change."period"
      LIMIT ${pageSize}`;
    const people = byPerson(rows);
    // The months of the last person of a full page may go on behind it.
    if (rows.length === pageSize) people.pop();
    const last = people.at(-1);
    if (last === undefined) return;
    yield people;
    after = last.kaderId;
  }
}

function byPerson(rows: readonly MonthRow[]): UntoldPerson[] {
  const people: UntoldPerson[] = [];
  for (const row of rows) {
    const { kaderId, name, period } = row;
    const month = { kaderId, period, ...monthRecord.parse(row) };
    const last = people.at(-1);
    if (last?.kaderId === kaderId) last.months.push(month);
    else people.push({ kaderId, name, telegramId: Number(row.telegramId), months: [month] });
  }
  return people;
}

/** Notes that these months were told, as the last thing that was. */
export async function noteTold(
  tx: Tx,
  importId: number,
  months: readonly UntoldMonth[],
  now: Date,
): Promise<void> {
  const alike = groupedBy(months, ({ period, status }) => `${period} ${status}`);
  for (const group of alike.values()) {
    const [{ period, status }] = group;
    for (const some of inChunks(group))
      await tx.incentiveNotice.deleteMany({
        where: { period, status, kaderId: { in: some.map(({ kaderId }) => kaderId) } },
      });
  }
  await tx.incentiveNotice.createMany({
    data: months.map(({ kaderId, period, status }) => ({
      kaderId,
      period,
      status,
      importId,
      at: now,
    })),
  });
}

/** Notes that what was queued at that time for these people was called back before it left. */
export async function noteUntold(
  tx: Tx,
  importId: number,
  queued: { kaderIds: readonly number[]; at: Date },
): Promise<void> {
  for (const kaderIds of inChunks(queued.kaderIds))
    await tx.incentiveNotice.deleteMany({
      where: { importId, at: queued.at, kaderId: { in: kaderIds } },
    });
}
