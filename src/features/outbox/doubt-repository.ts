import { Prisma } from '../../generated/sqlite/client.ts';
import { inChunks } from '../../platform/chunks.ts';
import type { Db, Tx } from '../../platform/database.ts';
import { toDue } from './repository.ts';
import type { DoubtfulMessage } from './schema.ts';

/** Private chats and basic groups share one sequence of message numbers; those below have their own. */
const SHARED_SEQUENCE = { chatId: { gt: -1_000_000_000_000n } };

/** Whether a chat's messages are numbered from the sequence that private chats share. */
export function sharesNumbers(chatId: number | bigint): boolean {
  return chatId > SHARED_SEQUENCE.chatId.gt;
}

/** Rows in doubt since `since` or longer that nobody has settled, in the order in which they left. */
export async function unsettledDoubts(
  db: Db,
  query: { since: Date; limit: number },
): Promise<DoubtfulMessage[]> {
  const rows = await db.outboxMessage.findMany({
    where: { status: 'UNCERTAIN', finishedAt: null, doubtAt: { lte: query.since } },
    orderBy: [{ sendingAt: 'asc' }, { id: 'asc' }],
    take: query.limit,
  });
  return rows.map((row) => {
    const { numberFloor, sendingAt, doubtAt } = row;
    if (numberFloor === null || sendingAt === null || doubtAt === null) {
      throw new Error(`Outbox row ${row.id} is in doubt but was never marked as leaving`);
    }
    return { ...toDue(row), numberFloor, sendingAt, doubtAt };
  });
}

/** The chats of all unsettled doubts. */
export async function doubtfulChats(db: Db): Promise<bigint[]> {
  const rows = await db.outboxMessage.findMany({
    where: { status: 'UNCERTAIN', finishedAt: null },
    select: { chatId: true },
  });
  return rows.map(({ chatId }) => chatId);
}

/** Since when the oldest unsettled doubt stands; null when there is none. */
export async function oldestDoubtAt(db: Db): Promise<Date | null> {
  const { _min } = await db.outboxMessage.aggregate({
    where: { status: 'UNCERTAIN', finishedAt: null },
    _min: { doubtAt: true },
  });
  return _min.doubtAt;
}

/** The lowest number that is certainly later than a doubt: of a message that left after it arose. */
export async function firstNumberAfterDoubt(
  db: Db,
  row: Pick<DoubtfulMessage, 'numberFloor' | 'doubtAt'>,
): Promise<number | null> {
  const later = await db.outboxMessage.findFirst({
    where: {
      ...SHARED_SEQUENCE,
      telegramMessageId: { gt: row.numberFloor },
      sendingAt: { gt: row.doubtAt },
    },
    orderBy: { telegramMessageId: 'asc' },
    select: { telegramMessageId: true },
  });
  return later?.telegramMessageId ?? null;
}

/** Every number above `low` and up to `high` that is known to be a message of someone else's or elsewhere. */
export async function knownNumbers(db: Db, low: number, high: number): Promise<Set<number>> {
  const range = { gt: low, lte: high };
  const [sent, seen] = await Promise.all([
    db.outboxMessage.findMany({
      where: { ...SHARED_SEQUENCE, telegramMessageId: range },
      select: { telegramMessageId: true },
    }),
    db.messageNumber.findMany({ where: { number: range }, select: { number: true } }),
  ]);
  const numbers = new Set(seen.map(({ number }) => number));
  for (const { telegramMessageId } of sent) {
    if (telegramMessageId !== null) numbers.add(telegramMessageId);
  }
  return numbers;
}

/** The highest message number in the database; 0 when there is none. */
export async function highestNumber(db: Db): Promise<number> {
  const [sent, marked, seen] = await Promise.all([
    db.outboxMessage.aggregate({ where: SHARED_SEQUENCE, _max: { telegramMessageId: true } }),
    db.outboxMessage.aggregate({
      where: { status: { in: ['SENDING', 'UNCERTAIN'] } },
      _max: { numberFloor: true },
    }),
    db.messageNumber.aggregate({ _max: { number: true } }),
  ]);
  return Math.max(
    sent._max.telegramMessageId ?? 0,
    marked._max.numberFloor ?? 0,
    seen._max.number ?? 0,
  );
}

/** Writes down message numbers; one that is known already stays. Hundreds share a statement. */
export async function insertNumbers(db: Db, numbers: readonly number[], now: Date): Promise<void> {
  for (const chunk of inChunks(numbers)) {
    const rows = chunk.map((number) => Prisma.sql`(${number}, ${now})`);
    await db.$executeRaw`
      INSERT INTO "MessageNumber" ("number", "seenAt") VALUES ${Prisma.join(rows)}
      ON CONFLICT ("number") DO NOTHING`;
  }
}

/** Forgets numbers too old to matter to any doubt. */
export async function forgetNumbers(db: Db | Tx, before: Date): Promise<void> {
  await db.messageNumber.deleteMany({ where: { seenAt: { lt: before } } });
}
