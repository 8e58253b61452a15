import type { Db } from '../../platform/database.ts';

/** Asks the process that does this work to stop. It stands in the database, as another process may hear the tap. */
export async function askToStop(db: Db, run: number): Promise<void> {
  const key = keyOf(run);
  await db.setting.upsert({ where: { key }, create: { key, value: '' }, update: {} });
}

/** Whether this work was asked to stop; asked once, it is forgotten. */
export async function wasAskedToStop(db: Db, run: number): Promise<boolean> {
  const { count } = await db.setting.deleteMany({ where: { key: keyOf(run) } });
  return count > 0;
}

function keyOf(run: number): string {
  return `import.stop.${run}`;
}
