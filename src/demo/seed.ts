import { randomUUID } from 'node:crypto';
import { everyone } from '../features/kader/schema.ts';
import type { Prisma } from '../generated/sqlite/client.ts';
import { nameKey } from '../language/names.ts';
import type { Db, Tx } from '../platform/database.ts';
import { type DemoCity, type DemoEvent, standingAmount } from './city.ts';
import { seedOffice } from './seed-office.ts';

/** What the seeding leaves to be delivered. */
export interface SeededCity {
  comingEventId: number;
}

/** Rows per statement: SQLite takes 32,766 values in one. */
const batch = 1_000;

/** Fills an empty database with the demo city, all or nothing. */
export async function seedCity(db: Db, city: DemoCity, now: Date): Promise<SeededCity> {
  return db.$transaction(async (tx) => {
    const kaderIds = await seedKader(tx, city, now);
    const officerIds = await seedOfficers(tx, city, now);
    const adminId = officerIds[0] ?? 0;
    await seedCoordinators(tx, city, adminId, now);
    const pastEventId = await seedEvent(tx, city, city.past, kaderIds, adminId);
    await seedCheckIns(tx, city, pastEventId, kaderIds, adminId);
    const comingEventId = await seedEvent(tx, city, city.coming, kaderIds, adminId);
    await seedIncentives(tx, city, kaderIds, now);
    await seedOffice(tx, city, kaderIds, officerIds, now);
    return { comingEventId };
  });
}

/** @returns the ids of the roster entries, in the order of the city's kader */
async function seedKader(tx: Tx, city: DemoCity, now: Date): Promise<number[]> {
  await tx.kader.createMany({
    data: city.kader.map(({ telegramId, registered, ...entry }) => ({
      ...entry,
      nameKey: nameKey(entry.name),
      createdAt: now,
      updatedAt: now,
    })),
  });
  const rows = await tx.kader.findMany({ select: { id: true }, orderBy: { id: 'asc' } });
  const ids = rows.map(({ id }) => id);
  await tx.account.createMany({
    data: city.kader.flatMap(({ telegramId, name, registered }, index) => {
      const kaderId = ids[index];
      if (!registered || kaderId === undefined) return [];
      return [
        {
          telegramId: BigInt(telegramId),
          firstName: name,
          kaderId,
          consentAt: city.past.invitedAt,
          linkedAt: city.past.invitedAt,
          createdAt: city.past.invitedAt,
        },
      ];
    }),
  });
  return ids;
}

/** @returns their accounts; the first one, the administrator, made everything that follows */
async function seedOfficers(tx: Tx, city: DemoCity, now: Date): Promise<number[]> {
  const ids: number[] = [];
  for (const { telegramId, name, role } of city.officers) {
    const { id } = await tx.account.create({
      data: {
        telegramId: BigInt(telegramId),
        firstName: name,
        consentAt: now,
        createdAt: now,
        grants: { create: { role, grantedAt: now } },
      },
    });
    ids.push(id);
  }
  return ids;
}

/** Every TKSK looks after the own kecamatan. */
async function seedCoordinators(
  tx: Tx,
  city: DemoCity,
  grantedById: number,
  now: Date,
): Promise<void> {
  for (const { telegramId, kecamatanCode } of city.kader.filter((k) => k.jabatan === 'TKSK')) {
    const account = await tx.account.findUniqueOrThrow({
      where: { telegramId: BigInt(telegramId) },
    });
    await tx.grant.create({
      data: {
        accountId: account.id,
        role: 'COORDINATOR',
        kecamatanCode,
        grantedById,
        grantedAt: now,
      },
    });
  }
}

async function seedEvent(
  tx: Tx,
  city: DemoCity,
  { answers, ...event }: DemoEvent,
  kaderIds: number[],
  createdById: number,
): Promise<number> {
  const { id: eventId } = await tx.event.create({
    data: { ...event, audience: everyone, status: 'OPEN', createdById, createdAt: event.invitedAt },
  });
  await inBatches(
    kaderIds.map((kaderId, index) => {
      const answer = answers.get(index);
      return {
        eventId,
        kaderId,
        answer: answer?.choice ?? null,
        answerReason: answer?.reason ?? null,
        answeredAt: answer?.at ?? null,
        createdAt: event.invitedAt,
      };
    }),
    (data) => tx.invitation.createMany({ data }),
  );
  const invitations = await tx.invitation.findMany({
    where: { eventId, answer: { not: null } },
    select: { id: true, answer: true, answerReason: true, answeredAt: true, kaderId: true },
  });
  await inBatches(
    invitations.flatMap(({ id, answer, answerReason, answeredAt }) =>
      answer === null || answeredAt === null
        ? []
        : [
            {
              invitationId: id,
              answer,
              reason: answerReason,
              via: 'BUTTON' as const,
              byAccountId: null,
              at: answeredAt,
            },
          ],
    ),
    (data) => tx.answerEntry.createMany({ data }),
  );
  const reached = city.kader.filter(({ registered }) => registered).length;
  await tx.broadcast.create({
    data: {
      kind: 'INVITATION',
      eventId,
      content: { kind: 'invitation' },
      audience: everyone,
      status: 'DONE',
      createdById,
      recipientCount: reached,
      unreachableCount: kaderIds.length - reached,
      createdAt: event.invitedAt,
      startedAt: event.invitedAt,
      finishedAt: event.invitedAt,
    },
  });
  return eventId;
}

const quarterHour = 15 * 60_000;

/** To the past event came most of those who had said so, and every third of the silent; some left early. */
async function seedCheckIns(
  tx: Tx,
  { past, kader }: DemoCity,
  eventId: number,
  kaderIds: number[],
  byAccountId: number,
): Promise<void> {
  const begin = past.startsAt.getTime() - 3 * quarterHour;
  const came = kaderIds
    .map((kaderId, index) => ({ kaderId, index, turn: (index * 7_919) % kaderIds.length }))
    .filter(({ index }) => {
      const choice = past.answers.get(index)?.choice;
      return choice === 'HADIR' ? index % 12 !== 0 : choice === undefined && index % 3 === 0;
    })
    .sort((one, other) => one.turn - other.turn);
  await tx.event.update({
    where: { id: eventId },
    data: {
      checkInOpenedAt: new Date(begin),
      checkInClosedAt: past.endsAt,
      checkInKey: randomUUID(),
      checkInCount: came.length,
    },
  });
  await inBatches(
    came.map(({ kaderId, index }, place): Prisma.CheckInCreateManyInput => {
      const byScan = kader[index]?.registered === true;
      return {
        eventId,
        kaderId,
        number: place + 1,
        at: new Date(begin + (4 * quarterHour * place) / came.length),
        via: byScan ? 'SCAN' : 'DESK',
        byAccountId: byScan ? null : byAccountId,
        leftAt: index % 40 === 0 ? new Date(past.endsAt.getTime() - 2 * quarterHour) : null,
      };
    }),
    (data) => tx.checkIn.createMany({ data }),
  );
}

async function seedIncentives(
  tx: Tx,
  city: DemoCity,
  kaderIds: number[],
  now: Date,
): Promise<void> {
  const rows: Prisma.IncentiveCreateManyInput[] = kaderIds.flatMap((kaderId, index) =>
    city.incentivesOf(index).map((entry) => ({
      ...entry,
      kaderId,
      amount: standingAmount,
      updatedAt: now,
    })),
  );
  await inBatches(rows, (data) => tx.incentive.createMany({ data }));
}

async function inBatches<Row>(
  rows: Row[],
  write: (batch: Row[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batch) await write(rows.slice(at, at + batch));
}
