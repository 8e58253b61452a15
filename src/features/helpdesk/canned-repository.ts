import type { Db, Tx } from '../../platform/database.ts';

/** An answer kept for questions that come often. */
export interface CannedAnswer {
  id: number;
  title: string;
  text: string;
}

const columns = { id: true, title: true, text: true } as const;

/** All of them, by title. */
export function listCanned(db: Db | Tx): Promise<CannedAnswer[]> {
  return db.cannedAnswer.findMany({ orderBy: [{ title: 'asc' }, { id: 'asc' }], select: columns });
}

export function findCanned(db: Db | Tx, id: number): Promise<CannedAnswer | null> {
  return db.cannedAnswer.findUnique({ where: { id }, select: columns });
}

/** Keeps a new one. @returns its id */
export async function createCanned(
  tx: Tx,
  answer: Omit<CannedAnswer, 'id'> & { createdById: number },
  now: Date,
): Promise<number> {
  const { id } = await tx.cannedAnswer.create({
    data: { ...answer, updatedAt: now },
    select: { id: true },
  });
  return id;
}

/** Replaces title and words of one. */
export async function changeCanned(
  tx: Tx,
  { id, title, text }: CannedAnswer,
  now: Date,
): Promise<void> {
  await tx.cannedAnswer.update({ where: { id }, data: { title, text, updatedAt: now } });
}

/** @returns whether it was there */
export async function deleteCanned(tx: Tx, id: number): Promise<boolean> {
  return (await tx.cannedAnswer.deleteMany({ where: { id } })).count > 0;
}
