/** Items in lists that fit one statement: Prisma takes at most 999 values in one on SQLite. */
export function inChunks<T>(items: readonly T[]): T[][] {
  const chunks: T[][] = [];
  for (let at = 0; at < items.length; at += 500) chunks.push(items.slice(at, at + 500));
  return chunks;
}
