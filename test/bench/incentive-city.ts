/** A city with years of incentives behind it, written by the database itself so that its size does not matter. */
import { monthsBetween } from '../../src/features/incentive/rules.ts';
import { prepareWilayah } from '../../src/features/wilayah/service.ts';
import type { Db } from '../../src/platform/database.ts';

/** Sixty months, of which the last is the one it is in the benchmark. */
const months = monthsBetween('2020-01', '2024-12');
/** The day it is in the benchmark. */
export const today = new Date('2024-12-20T03:00:00Z');

/** Of the person with the number 0, who is not there; the others follow. */
export const firstTelegramId = 5_000_000_000;

const writtenAt = '2024-12-18T03:00:00.000+00:00';
const tkskEvery = 100;
/** Of so many of the latest months the history of changes is there as well. */
const monthsOfHistory = 6;

/**
 * Fills an empty, migrated database, month by month as imports do: everybody registered, spread over the
 * kecamatan, with every month recorded; of the present month only every second person's list has come.
 *
 * @param onMonth hears of each month that is done
 */
export async function fillCity(
  db: Db,
  people: number,
  onMonth: (month: string) => void = () => {},
): Promise<void> {
  const outcome = await prepareWilayah(db, '36.71');
  if (!outcome.ok) throw new Error(outcome.reason);
  await insertPeople(db, people, outcome.wilayah.kecamatan);
  for (const [at, month] of months.entries()) {
    const isRecent = at >= months.length - monthsOfHistory;
    const some = month === months.at(-1) ? 'WHERE "id" % 2 = 0' : '';
    const record = {
      amount: 500_000,
      status: isRecent ? 'PROCESSED' : 'TRANSFERRED',
      statusDate: `${month}-25`,
      note: null,
    };
    await db.$executeRawUnsafe(
      `INSERT INTO "Incentive" ("kaderId", "period", "amount", "status", "statusDate", "updatedAt")
       SELECT "id", '${month}', ${record.amount}, '${record.status}', '${record.statusDate}', '${writtenAt}'
       FROM "Kader" ${some} ORDER BY "id"`,
    );
    if (isRecent)
      await db.$executeRawUnsafe(
        `INSERT INTO "IncentiveChange" ("kaderId", "period", "after", "toStatus", "at")
         SELECT "id", '${month}', '${JSON.stringify(record)}', '${record.status}', '${writtenAt}'
         FROM "Kader" ${some} ORDER BY "id"`,
      );
    onMonth(month);
  }
}

/** Neighbours have numbers side by side, as on a roster that is imported in the order of its areas. */
async function insertPeople(
  db: Db,
  people: number,
  kecamatan: readonly { code: string }[],
): Promise<void> {
  const area = kecamatan.map(({ code }, at) => `WHEN ${at} THEN '${code}'`).join(' ');
  for (const [jabatan, which] of [
    ['PSM', `i % ${tkskEvery} <> 0`],
    ['TKSK', `i % ${tkskEvery} = 0`],
  ])
    await db.$executeRawUnsafe(
      `WITH RECURSIVE n(i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < ${people})
       INSERT INTO "Kader" ("id", "name", "nameKey", "jabatan", "kecamatanCode", "phone", "createdAt", "updatedAt")
       SELECT i, 'Kader ' || i, 'kader ' || i, '${jabatan}',
         CASE (i - 1) * ${kecamatan.length} / ${people} ${area} END,
         '+62' || (81100000000 + i), '${writtenAt}', '${writtenAt}'
       FROM n WHERE ${which}`,
    );
  await db.$executeRawUnsafe(
    `INSERT INTO "Account" ("telegramId", "firstName", "kaderId", "consentAt", "createdAt")
     SELECT ${firstTelegramId} + "id", "name", "id", '${writtenAt}', '${writtenAt}' FROM "Kader"`,
  );
}
