import { type OutboxMessage, Prisma } from '../../generated/sqlite/client.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { createsMessage } from '../../platform/telegram.ts';
import type { Outcome } from './rules.ts';
import { type DueMessage, type Evidence, type NewMessage, payloadSchema } from './schema.ts';

/** Rows per INSERT: 11 parameters each, SQLite takes 32,766. */
const INSERT_CHUNK = 500;

/**
 * Queues messages; a key that is there already is silently kept as it is.
 *
 * @returns how many were new
 */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  now: Date,
): Promise<number> {
  let inserted = 0;
  for (let at = 0; at < messages.length; at += INSERT_CHUNK) {
    const rows = messages
      .slice(at, at + INSERT_CHUNK)
      .map(
        (row) =>
          Prisma.sql`(${row.dedupeKey}, ${row.broadcastId ?? null}, ${row.kaderId ?? null}, ${row.chatId}, ${row.method}, ${JSON.stringify(row.payload)}, ${row.priority}, ${row.notBefore}, ${row.expiresAt ?? null}, ${now})`,
      );
    inserted += await tx.$executeRaw`
      INSERT INTO "OutboxMessage" ("dedupeKey", "broadcastId", "kaderId", "chatId", "method",
        "payload", "priority", "notBefore", "expiresAt", "createdAt")
      VALUES ${Prisma.join(rows)}
      ON CONFLICT ("dedupeKey") DO NOTHING`;
  }
  return inserted;
}

/**
 * What may be sent now, the most urgent first. Nothing is changed by reading.
 *
 * @param except ids already in hand
 * @param below only what is more urgent than this priority
 */
export async function dueMessages(
  db: Db,
  query: { now: Date; limit: number; except: number[]; below?: number },
): Promise<DueMessage[]> {
  const rows = await db.outboxMessage.findMany({
    where: {
      status: 'PENDING',
      notBefore: { lte: query.now },
      ...(query.except.length > 0 && { id: { notIn: query.except } }),
      ...(query.below !== undefined && { priority: { lt: query.below } }),
    },
    orderBy: [{ priority: 'asc' }, { notBefore: 'asc' }, { id: 'asc' }],
    take: query.limit,
  });
  return rows.map(toDue);
}

/** When the next row that waits for its time may leave; null when none waits. */
export async function nextDueAt(db: Db, now: Date): Promise<Date | null> {
  const { _min } = await db.outboxMessage.aggregate({
    where: { status: 'PENDING', notBefore: { gt: now } },
    _min: { notBefore: true },
  });
  return _min.notBefore;
}

/**
 * Marks rows as about to leave.
 *
 * @param numberFloor the highest message number known now
 * @returns those that were still waiting, with what they say now, which may have been corrected since they
 *   were read; the others were cancelled meanwhile
 */
export async function markSending(
  tx: Tx,
  ids: number[],
  numberFloor: number,
  now: Date,
): Promise<Map<number, DueMessage['payload']>> {
  const marked = await tx.$queryRaw<{ id: number; payload: unknown }[]>`
    UPDATE "OutboxMessage" SET "status" = 'SENDING', "sendingAt" = ${now}, "numberFloor" = ${numberFloor}
    WHERE "id" IN (${Prisma.raw(ids.map(asInteger).join(','))}) AND "status" = 'PENDING'
    RETURNING "id", "payload"`;
  return new Map(marked.map(({ id, payload }) => [id, readPayload(payload)]));
}

/** Writes down many arrivals in one statement; `number` is null for requests that make no message. */
export async function markSent(
  tx: Tx,
  arrivals: { id: number; number: number | null }[],
  now: Date,
): Promise<void> {
  const values = arrivals
    .map(({ id, number }) => {
      const value = number === null ? 'CAST(NULL AS INTEGER)' : asInteger(number);
      return `(${asInteger(id)}, ${value})`;
    })
    .join(',');
  await tx.$executeRaw`
    WITH arrived("row", "number") AS (VALUES ${Prisma.raw(values)})
    UPDATE "OutboxMessage"
    SET "status" = 'SENT', "telegramMessageId" = arrived."number", "finishedAt" = ${now},
      "attempts" = "attempts" + 1, "reason" = NULL
    FROM arrived
    WHERE "OutboxMessage"."id" = arrived."row" AND "status" IN ('SENDING', 'UNCERTAIN')`;
}

/** A payload as the database takes it; it came from JSON or goes to Telegram as JSON. */
export function storedPayload(payload: DueMessage['payload']): Prisma.InputJsonObject {
  return payload as Prisma.InputJsonObject;
}

/** Raw statements give JSON as text on SQLite, read already on PostgreSQL. */
function readPayload(stored: unknown): DueMessage['payload'] {
  return payloadSchema.parse(typeof stored === 'string' ? JSON.parse(stored) : stored);
}

/** Ids and numbers go into the text of a statement, since a list of thousands has no parameters. */
function asInteger(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not an integer: ${value}`);
  return String(value);
}

/** Writes down how one request ended, whatever the ending; `markSent` is the fast way for arrivals. */
export async function writeOutcome(
  tx: Tx,
  row: Pick<DueMessage, 'id' | 'chatId' | 'broadcastId'>,
  outcome: Outcome,
  now: Date,
): Promise<void> {
  await tx.outboxMessage.updateMany({
    where: { id: row.id, status: { in: ['PENDING', 'SENDING', 'UNCERTAIN'] } },
    data: changeFor(outcome, now),
  });
  if (outcome.kind === 'blocked') {
    await tx.account.updateMany({
      where: { telegramId: row.chatId, unreachableAt: null },
      data: { unreachableAt: now, unreachableReason: outcome.reason },
    });
  }
  const isBack = ['later', 'released', 'moved'].includes(outcome.kind);
  if (isBack && row.broadcastId !== null) await rejoin(tx, [row.id], now);
}

/** What became of their broadcast while rows were under way holds for them too, once they are back. */
async function rejoin(tx: Tx, ids: number[], now: Date): Promise<void> {
  const back = { id: { in: ids }, status: 'PENDING' } as const;
  await tx.outboxMessage.updateMany({
    where: { ...back, broadcast: { status: 'CANCELLED' } },
    data: { status: 'CANCELLED', finishedAt: now },
  });
  await tx.outboxMessage.updateMany({
    where: { ...back, broadcast: { status: 'PAUSED' } },
    data: { status: 'HELD' },
  });
}

function changeFor(outcome: Outcome, now: Date): Prisma.OutboxMessageUpdateManyMutationInput {
  const tried = { attempts: { increment: 1 } };
  switch (outcome.kind) {
    case 'sent':
      return {
        status: 'SENT',
        telegramMessageId: outcome.messageNumber,
        finishedAt: now,
        reason: null,
        ...(outcome.evidence ? { evidence: outcome.evidence } : tried),
      };
    case 'blocked':
      return { status: 'BLOCKED', finishedAt: now, reason: outcome.reason, ...tried };
    case 'failed':
      return { status: 'FAILED', finishedAt: now, reason: outcome.reason, ...tried };
    case 'expired':
      return { status: 'EXPIRED', finishedAt: now };
    case 'doubt':
      return { status: 'UNCERTAIN', doubtAt: now, reason: outcome.reason, ...tried };
    case 'unsettled':
      return {
        status: 'UNCERTAIN',
        finishedAt: now,
        reason: outcome.reason,
        evidence: 'undecided',
      };
    case 'later':
      return {
        status: 'PENDING',
        notBefore: outcome.at,
        reason: outcome.reason,
        ...(outcome.evidence ? { evidence: outcome.evidence } : tried),
      };
    case 'moved':
      return { status: 'PENDING', chatId: outcome.chatId };
    case 'released':
      return { status: 'PENDING' };
  }
}

/**
 * Takes up what a crash left behind: a request for a new message is in doubt from now on, any other may
 * simply be repeated.
 *
 * @returns how many are in doubt, and how many go out again
 */
export async function takeUpAfterCrash(
  tx: Tx,
  now: Date,
): Promise<{ doubtful: number; again: number }> {
  const rows = await tx.outboxMessage.findMany({
    where: { status: 'SENDING' },
    select: { id: true, method: true },
  });
  const ids = (isDoubtful: boolean) =>
    rows.filter(({ method }) => createsMessage(method) === isDoubtful).map(({ id }) => id);
  const doubtful = await tx.outboxMessage.updateMany({
    where: { id: { in: ids(true) } },
    data: {
      status: 'UNCERTAIN',
      doubtAt: now,
      reason: 'the program ended while it was being sent',
      attempts: { increment: 1 },
    },
  });
  const again = await tx.outboxMessage.updateMany({
    where: { id: { in: ids(false) } },
    data: { status: 'PENDING' },
  });
  await rejoin(tx, ids(false), now);
  return { doubtful: doubtful.count, again: again.count };
}

export function toDue(row: OutboxMessage): DueMessage {
  return {
    ...row,
    payload: payloadSchema.parse(row.payload),
    evidence: row.evidence as Evidence | null,
  };
}
